// For whoever has scripts: an area is dragged over a picture, and what is pasted from Word keeps its structure.
// Without it two clicks or four numbers choose the area, and the plain text is pasted.

/* 1. The area of a picture. */

const picker = document.querySelector('.guides-pick');
const form = document.querySelector('#valj-form');

/** @type {(value: number) => number} */
const rounded = (value) => Math.round(value * 100) / 100;

const inside = (part) => Math.min(100, Math.max(0, part * 100));

/** Where the pointer is, in per cent of the picture. */
const placeOf = (event) => {
  const box = event.target.getBoundingClientRect();
  return {
    x: inside((event.clientX - box.left) / box.width),
    y: inside((event.clientY - box.top) / box.height),
  };
};

const show = (area) => {
  const chosen = picker.querySelector('.guides-chosen');
  chosen.dataset.chosen = 'area';
  for (const rect of chosen.querySelectorAll('rect'))
    for (const [name, value] of Object.entries(area)) rect.setAttribute(name, `${value}%`);
  const fields = { x: area.x, y: area.y, bredd: area.width, hojd: area.height };
  for (const [name, value] of Object.entries(fields))
    form.elements[name].value = String(value).replace('.', ',');
};

const between = (one, other) => {
  const [x, y] = [rounded(Math.min(one.x, other.x)), rounded(Math.min(one.y, other.y))];
  return {
    x,
    y,
    width: rounded(Math.max(one.x, other.x) - x),
    height: rounded(Math.max(one.y, other.y) - y),
  };
};

if (picker !== null && form !== null) {
  for (const told of document.querySelectorAll('[data-with-script]')) told.hidden = false;
  let from = null;
  let dragged = false;
  picker.addEventListener('dragstart', (event) => event.preventDefault());
  picker.addEventListener('pointerdown', (event) => {
    dragged = false;
    if (event.pointerType === 'touch' || event.button !== 0) return;
    from = placeOf(event);
    event.target.setPointerCapture(event.pointerId);
  });
  picker.addEventListener('pointermove', (event) => {
    if (from === null) return;
    const area = between(from, placeOf(event));
    // A hand that trembles is a click.
    dragged ||= area.width > 1 || area.height > 1;
    if (dragged) show(area);
  });
  picker.addEventListener('pointerup', () => (from = null));
  picker.addEventListener('pointercancel', () => (from = null));
  // Dragging ends in a click, which would go on to the server.
  picker.addEventListener('click', (event) => dragged && event.preventDefault());
}

/* 2. What is pasted. */

/** Texts in Markdown have the language last in their name. */
const isProse = (element) =>
  element instanceof HTMLTextAreaElement && /^f:.+\/[a-z]{2,3}$/.test(element.name);

/** Signs that mean something in Markdown, and braces, which mean a local fact. */
const plain = (text) =>
  text
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .replaceAll(/[\\*_[\]]/g, String.raw`\$&`)
    .replaceAll('`', "'")
    .replaceAll(/<(?=[a-z/!?])/gi, '&lt;')
    .replaceAll('{', '{{');

/** A line that would begin a heading, a quotation, a list or a rule does not. */
const lineStart = (line) =>
  line.replace(/^\s*(?=[#>+|-])/, '\\').replace(/^\s*(\d+)([.)])(?=\s)/, String.raw`$1\$2`);

const safeLink = (address) => (/^(?:https:\/\/|mailto:)[^\s()<>{}]+$/i.test(address) ? address : null);

const around = (mark, text) => {
  const [, before, inside, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text);
  return inside === '' ? text : `${before}${mark}${inside}${mark}${after}`;
};

const dropped = new Set([
  'STYLE',
  'SCRIPT',
  'TITLE',
  'META',
  'LINK',
  'TEMPLATE',
  'OBJECT',
  'IFRAME',
  'HEAD',
  'O:P',
]);

const styleOf = (element) => (element.getAttribute('style') ?? '').toLowerCase();

/** The words of an element with bold, italics and links. */
const inline = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return plain(node.data);
  if (node.nodeType !== Node.ELEMENT_NODE || dropped.has(node.nodeName.toUpperCase())) return '';
  const style = styleOf(node);
  // Word's own bullet or number, beside the text of the item.
  if (style.includes('mso-list:ignore')) return '';
  if (node.nodeName === 'BR') return '\n';
  const text = [...node.childNodes].map(inline).join('');
  const address = node.nodeName === 'A' ? safeLink(node.getAttribute('href') ?? '') : null;
  if (address !== null && text.trim() !== '') return `[${text.trim()}](${address})`;
  const weight = /font-weight:\s*(\w+)/.exec(style)?.[1];
  const bold =
    weight === undefined ? ['B', 'STRONG'].includes(node.nodeName) : /^(?:bold|[6-9]00)$/.test(weight);
  const slant = /font-style:\s*(\w+)/.exec(style)?.[1];
  const italic = slant === undefined ? ['I', 'EM'].includes(node.nodeName) : slant === 'italic';
  const said = italic ? around('*', text) : text;
  return bold ? around('**', said) : said;
};

const lines = (text) =>
  text
    .split('\n')
    .map((line) => lineStart(line.trim()))
    .filter((line) => line !== '');

const isBlock = (node) =>
  /^(?:P|DIV|H[1-6]|UL|OL|LI|TABLE|TBODY|THEAD|TR|TD|TH|SECTION|ARTICLE|BLOCKQUOTE|BODY|MAIN|PRE)$/.test(
    node.nodeName,
  );

/** Word says in a style that a paragraph is an item of a list, and how deep; its mark says which sort. */
const wordItem = (node) => {
  const level = /mso-list:[^;]*level(\d)/.exec(styleOf(node))?.[1];
  if (level === undefined) return null;
  const mark = [...node.querySelectorAll('[style]')].find((one) => styleOf(one).includes('mso-list:ignore'));
  const numbered = /^\s*\(?[0-9a-z]{1,3}[.)]/i.test(mark?.textContent ?? '');
  return { depth: Number(level) - 1, numbered };
};

const item = ({ depth, numbered }, text) => ({
  list: true,
  text: `${'   '.repeat(Math.min(depth, 3))}${numbered ? '1.' : '-'} ${lines(text).join(' ')}`,
});

/** Paragraphs and items, in order. */
const blocks = (node, depth = 0) => {
  if (dropped.has(node.nodeName.toUpperCase())) return [];
  if (node.nodeName === 'UL' || node.nodeName === 'OL') {
    const numbered = node.nodeName === 'OL';
    return [...node.children].flatMap((child) => {
      if (child.nodeName !== 'LI') return blocks(child, depth + 1);
      const own = [...child.childNodes].filter((one) => !['UL', 'OL'].includes(one.nodeName));
      const inner = [...child.children].filter((one) => ['UL', 'OL'].includes(one.nodeName));
      const text = own.map(inline).join(' ');
      return [
        ...(text.trim() === '' ? [] : [item({ depth, numbered }, text)]),
        ...inner.flatMap((one) => blocks(one, depth + 1)),
      ];
    });
  }
  if (node.nodeName === 'TR') {
    const cells = [...node.children].map((cell) => inline(cell).trim()).filter((text) => text !== '');
    return cells.length === 0 ? [] : [item({ depth: 0, numbered: false }, cells.join(' – '))];
  }
  if ([...node.children].some(isBlock)) return grouped(node);
  const text = inline(node);
  if (text.trim() === '') return [];
  const word = wordItem(node);
  if (word !== null) return [item(word, text)];
  const heading = /^H[1-6]$/.test(node.nodeName) || /MsoTitle|MsoSubtitle/.test(node.className);
  const said = lines(heading ? text.replaceAll('**', '') : text);
  return [{ list: false, text: heading ? `**${said.join(' ')}**` : said.join('  \n') }];
};

/** Words that stand beside blocks, without one of their own, are a paragraph too. */
const grouped = (node) => {
  const found = [];
  let loose = '';
  const end = () => {
    if (loose.trim() !== '') found.push({ list: false, text: lines(loose).join('  \n') });
    loose = '';
  };
  for (const child of node.childNodes) {
    if (child.nodeType === Node.ELEMENT_NODE && isBlock(child)) {
      end();
      found.push(...blocks(child));
    } else loose += inline(child);
  }
  end();
  return found;
};

/** HTML, which nobody has run or shown, as Markdown. */
const markdownOf = (html) => {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  const all = grouped(body);
  return all
    .map(
      ({ list, text }, index) => `${index === 0 ? '' : list && all[index - 1].list ? '\n' : '\n\n'}${text}`,
    )
    .join('');
};

document.addEventListener('paste', (event) => {
  const { target, clipboardData } = event;
  if (!isProse(target) || clipboardData === null) return;
  const html = clipboardData.getData('text/html');
  const text = html === '' ? '' : markdownOf(html);
  if (text === '') return;
  event.preventDefault();
  // Deprecated, and the only way that leaves the browser's own undo as it was.
  if (!document.execCommand('insertText', false, text))
    target.setRangeText(text, target.selectionStart, target.selectionEnd, 'end');
});
