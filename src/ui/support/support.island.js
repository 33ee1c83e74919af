// In the panel that is read at the side of a page, for whoever has scripts: Esc closes it, from within and from the page
// beside it. The focus goes back to where it was opened, unless it is in what one writes.

const help = window.frameElement?.closest('.k-support') ?? null;

const close = (event) => {
  if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || !help.open) return;
  const inside = help.contains(help.ownerDocument.activeElement);
  help.open = false;
  if (inside) help.querySelector('summary').focus();
};

if (help !== null) for (const page of [document, help.ownerDocument]) page.addEventListener('keydown', close);
