// For whoever has scripts: the table is gone about in as a spreadsheet (the grid pattern of the ARIA Authoring Practices).
// Without it each cell is a field of a form.

const form = document.querySelector('.systems-sheet-form');
const table = form?.querySelector('.systems-sheet > table') ?? null;

/* 1. Cells, and where one is. */

/** What stands in each cell, row by row: the link to the system first, then its controls. */
const grid =
  table === null
    ? []
    : [...table.tBodies[0].rows].map((row) =>
        [...row.cells].map((cell) => cell.querySelector('a, select, input:not([type="hidden"])')),
      );
const widgets = grid.flat();
const controls = widgets.filter((one) => one !== null && one.nodeName !== 'A');
const isControl = (one) => controls.includes(one);
const isText = (one) => one.nodeName === 'INPUT';
const opened = new Map(controls.map((one) => [one, one.value]));

/** The cell that has the one place in the order of Tab, and what stood in it when it was come to. */
let here = null;
let before = '';
/** Keys are for the cell's own text, and not for going about. */
let editing = false;
let byPointer = false;

const placeOf = (one) => {
  const row = grid.findIndex((cells) => cells.includes(one));
  return { row, column: grid[row].indexOf(one) };
};

const mark = () => here?.parentElement.toggleAttribute('data-editing', editing);

const selectAll = (one) => isText(one) && one.select();

const within = (place, most) => Math.min(most, Math.max(0, place));

const goTo = (row, column) => grid[within(row, grid.length - 1)][within(column, grid[0].length - 1)].focus();

/* 2. What is changed, and undone. */

const past = [];
const future = [];

const status = form?.querySelector('[data-status]') ?? null;
let said = '';

const tell = () => {
  const changed = controls.filter((one) => one.value !== opened.get(one));
  for (const one of controls) one.parentElement.toggleAttribute('data-changed', changed.includes(one));
  const unsaved = changed.length === 0 ? '' : status.dataset.changed.replace('{n}', String(changed.length));
  status.textContent = [said, unsaved].filter((one) => one !== '').join(' ');
};

const note = (changes) => {
  const differing = changes.filter(({ was, is }) => was !== is);
  if (differing.length > 0) {
    past.push(differing);
    future.length = 0;
  }
  tell();
};

/** What stands in the cell now is what it is left with. */
const leave = () => {
  if (here !== null && isControl(here)) note([{ control: here, was: before, is: here.value }]);
  before = here?.value ?? '';
  editing = false;
  mark();
};

const back = (from, to, key) => {
  const changes = from.pop();
  if (changes === undefined) return;
  for (const change of changes) change.control.value = change[key];
  to.push(changes);
  said = '';
  changes[0].control.focus();
  before = here.value;
  selectAll(here);
  tell();
};

/* 3. A block of cells from a spreadsheet. */

/** Rows of cells; one that holds tabs, lines or quotes comes in quotes. */
const blockOf = (text) => {
  const cells = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|\r|\n|$)/gy;
  const rows = [[]];
  for (const [, cell, end] of text.replace(/(?:\r\n|\r|\n)$/, '').matchAll(cells)) {
    const inner = cell.length > 1 && cell.startsWith('"') ? cell.slice(1, -1) : '';
    rows.at(-1).push(/[\t\r\n"]/.test(inner) ? inner.replaceAll('""', '"') : cell);
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  return rows;
};

const plain = (text) => text.trim().toLowerCase();

/** What a cell holds of a text: several lines become several things; a list takes what it has alone. */
const valueFor = (control, text) => {
  const line = text
    .split(/\r\n|\r|\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .join('; ');
  if (isText(control)) return line;
  const known = [...control.options].find((one) =>
    [one.label, one.value].some((word) => plain(word) === plain(line)),
  );
  return known?.value ?? null;
};

const fill = (block) => {
  const { row, column } = placeOf(here);
  const changes = [];
  const lost = { outside: 0, unknown: 0 };
  block.forEach((cells, down) => {
    cells.forEach((text, right) => {
      const control = grid[row + down]?.[column + right];
      if (control === undefined) lost.outside += 1;
      else if (isControl(control)) {
        const value = valueFor(control, text);
        if (value === null) lost.unknown += 1;
        else changes.push({ control, was: control.value, is: value });
      }
    });
  });
  for (const { control, is } of changes) control.value = is;
  before = here.value ?? '';
  selectAll(here);
  const counted = [
    ['filled', changes.length],
    ['outside', lost.outside],
    ['unknown', lost.unknown],
  ];
  said = counted
    .filter(([, n]) => n > 0)
    .map(([what, n]) => status.dataset[what].replace('{n}', String(n)))
    .join(' ');
  note(changes);
};

/* 4. Keys. */

const steps = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};
const far = Number.MAX_SAFE_INTEGER;

/** Where a key leads from a cell; null for keys that lead nowhere. */
const targetOf = ({ row, column }, key, whole) => {
  if (key === 'Home') return [whole ? 0 : row, 0];
  if (key === 'End') return [whole ? far : row, far];
  const step = steps[key];
  if (step === undefined) return null;
  const by = whole ? far : 1;
  return [row + step[0] * by, column + step[1] * by];
};

const editKey = (event) => {
  const { key, shiftKey } = event;
  const { row, column } = placeOf(here);
  if (key === 'Escape') {
    here.value = before;
    leave();
    selectAll(here);
  } else if (key === 'F2') {
    leave();
    selectAll(here);
  } else if (key === 'Enter') {
    leave();
    goTo(row + (shiftKey ? -1 : 1), column);
    selectAll(here);
  } else if (key === 'Tab') {
    leave();
    const next = column + (shiftKey ? -1 : 1);
    if (next >= grid[row].length) return;
    goTo(row, next);
  } else return;
  event.preventDefault();
};

const beginEditing = () => {
  editing = true;
  said = '';
  mark();
};

const goKey = (event) => {
  const { key, shiftKey, altKey } = event;
  const whole = event.ctrlKey || event.metaKey;
  const control = isControl(here);
  const target = altKey || shiftKey ? null : targetOf(placeOf(here), key, whole);
  if (target !== null) goTo(...target);
  else if (control && (key === 'Enter' || key === 'F2')) {
    beginEditing();
    if (isText(here)) here.setSelectionRange(here.value.length, here.value.length);
    else here.showPicker?.();
  } else if (control && !whole && (key === 'Delete' || key === 'Backspace')) {
    here.value = '';
    leave();
  } else if (whole && !altKey && (key === 'z' || key === 'Z' || key === 'y')) {
    if (key === 'z') back(past, future, 'was');
    else back(future, past, 'is');
  } else {
    const writes = key.length === 1 || key === 'Dead' || key === 'Process';
    const combined = whole && !event.getModifierState('AltGraph');
    // The text is selected: what is written takes its place.
    if (control && ((writes && !combined) || (altKey && key === 'ArrowDown'))) beginEditing();
    return;
  }
  event.preventDefault();
};

if (table !== null && controls.length > 0) {
  for (const one of document.querySelectorAll('[data-with-script]')) one.hidden = false;
  for (const one of document.querySelectorAll('[data-without-script]')) one.hidden = true;
  table.setAttribute('role', 'grid');
  table.setAttribute('aria-describedby', 'tabell-tangenter');
  table.parentElement.removeAttribute('tabindex');
  for (const one of controls) one.parentElement.setAttribute('role', 'gridcell');
  for (const one of widgets) one.tabIndex = -1;
  (controls.find((one) => one.getAttribute('aria-invalid') === 'true') ?? controls[0]).tabIndex = 0;

  table.addEventListener('pointerdown', ({ target }) => {
    byPointer = isControl(target);
    if (byPointer && target === here) beginEditing();
  });
  table.addEventListener('focusin', ({ target }) => {
    if (!widgets.includes(target)) return;
    for (const one of widgets) one.tabIndex = one === target ? 0 : -1;
    here = target;
    before = target.value ?? '';
    editing = byPointer;
    byPointer = false;
    if (!editing) selectAll(target);
    mark();
  });
  table.addEventListener('focusout', () => {
    leave();
  });
  table.addEventListener('input', () => {
    if (!editing) beginEditing();
  });
  table.addEventListener('keydown', (event) => {
    if (event.isComposing || !widgets.includes(event.target)) return;
    if (editing) editKey(event);
    else goKey(event);
  });
  // The text of a field is selected, and copied by the browser; what a list says is not.
  table.addEventListener('copy', (event) => {
    if (editing || here === null || here.nodeName !== 'SELECT') return;
    event.clipboardData?.setData('text/plain', here.selectedOptions[0]?.label ?? '');
    event.preventDefault();
  });
  table.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (editing || text === '') return;
    event.preventDefault();
    fill(blockOf(text));
  });

  let sending = false;
  form.addEventListener('submit', () => (sending = true));
  window.addEventListener('beforeunload', (event) => {
    leave();
    if (!sending && controls.some((one) => one.value !== opened.get(one))) event.preventDefault();
  });
}
