import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkAdopterEdit, effectiveLocks } from '../../../kernel/index.ts';
import { leaflet, leafletKind } from '../testing/leaflet.ts';
import { edit } from './edit.ts';
import { plainEditor, type EditorField, type EditorInput } from './editor.ts';
import { readForm, type Typed } from './form-edit.ts';
import { commandsOf, readStep } from './form-steps.ts';
import { findNode, idFrom, nameOfElement, nodeAtPath, outline, type OutlineNode } from './outline.ts';
import { rightsOf } from './rights.ts';

const definition = leaflet('avgift', { limit: { parameter: 'avgift' }, flag: true });
const root = outline(plainEditor, definition);
const node = (id: string): OutlineNode => {
  const found = findNode(root, id);
  assert.ok(found, id);
  return found;
};

const fieldOf = (property: string, input: EditorInput): EditorField => ({
  property,
  label: { sv: property, en: property },
  input,
});
const words = { sv: 'Ord', en: 'Words' };
const noKey = { sv: 'Ingen nyckel', en: 'No key' };
const keys: EditorInput = {
  type: 'keys',
  fault: (text) => (text.includes(':') ? null : noKey),
  choose: words,
  more: words,
  others: words,
  othersHelp: words,
};
const limit = { type: 'limit', of: 'days', parameters: [] } as const;

const readings: readonly (readonly [string, EditorField, Typed, unknown])[] = [
  [
    'one language of a text',
    fieldOf('title', { type: 'localised', rows: 1 }),
    { 'f:title/sv': 'Ny titel', 'f:title/en': 'Leaflet on avgift' },
    [{ do: 'set', path: 'title/sv', value: 'Ny titel' }],
  ],
  [
    'an emptied text is taken away',
    fieldOf('summary', { type: 'localised', rows: 3 }),
    { 'f:summary/sv': ' ', 'f:summary/en': 'Briefly on avgift.' },
    [{ do: 'unset', path: 'summary/sv' }],
  ],
  ['what is as it was is no edit', fieldOf('subject', { type: 'text' }), { 'f:subject': 'skola ' }, []],
  [
    'a Swedish number',
    fieldOf('size', { type: 'number' }),
    { 'f:size': '1 000,5' },
    [{ do: 'set', path: 'size', value: 1000.5 }],
  ],
  ['no number', fieldOf('size', { type: 'number' }), { 'f:size': 'tio' }, 'not-a-number'],
  [
    'days in their own form',
    fieldOf('limit', limit),
    { 'f:limit': '14', 'p:limit': '' },
    [{ do: 'set', path: 'limit', value: { days: 14 } }],
  ],
  ['a parameter goes before days', fieldOf('limit', limit), { 'f:limit': '14', 'p:limit': 'avgift' }, []],
  ['half a day is no day', fieldOf('limit', limit), { 'f:limit': '0,5' }, 'not-days'],
  [
    'keys that are ticked, chosen and written are one set',
    fieldOf('tags', keys),
    { 'f:tags': ['b:2', '', 'a:1\r\n b:2 \n'] },
    [{ do: 'set', path: 'tags', value: ['a:1', 'b:2'] }],
  ],
  [
    'what is no key is said in the words of its kind',
    fieldOf('tags', keys),
    { 'f:tags': ['a:1', 'fel'] },
    noKey,
  ],
  ['no keys', fieldOf('tags', keys), { 'f:tags': ['', ''] }, []],
  [
    'a property inside another that is not there yet',
    fieldOf('to/work', { type: 'text' }),
    { 'f:to/work': 'skolskjuts' },
    [{ do: 'set', path: 'to/work', value: 'skolskjuts' }],
  ],
  [
    'an unchecked box that is false when absent',
    fieldOf('flag', { type: 'yes-no', absent: false }),
    {},
    [{ do: 'unset', path: 'flag' }],
  ],
  [
    'an unchecked box that is true when absent',
    fieldOf('flag', { type: 'yes-no', absent: true }),
    {},
    [{ do: 'set', path: 'flag', value: false }],
  ],
  [
    'a set in order',
    fieldOf('accept', { type: 'set', options: [] }),
    { 'f:accept': ['png', 'jpg'] },
    [{ do: 'set', path: 'accept', value: ['jpg', 'png'] }],
  ],
  ['no JSON', fieldOf('answers', { type: 'json' }), { 'f:answers': '{"a":' }, 'not-json'],
];

for (const [what, field, typed, expected] of readings) {
  test(`a form is read: ${what}`, () => {
    const read = readForm({
      node: root,
      fields: [{ at: field.property, field }],
      typed: { ...typed, shown: field.property },
    });
    if (!Array.isArray(expected)) {
      assert.deepEqual(read.problems, [{ at: field.property, problem: expected }]);
      assert.deepEqual(read.commands, []);
    } else assert.deepEqual(read, { commands: expected, problems: [] });
  });
}

test('a property that was not on the form is left alone', () => {
  const field = fieldOf('flag', { type: 'yes-no', absent: false });
  assert.deepEqual(readForm({ node: root, fields: [{ at: 'flag', field }], typed: {} }).commands, []);
});

const order = (commands: Parameters<typeof edit>[1]): string => {
  const edited = edit(definition, commands);
  assert.ok(edited.ok);
  const { chapters } = edited.definition;
  assert.ok(Array.isArray(chapters));
  return chapters
    .map((one) => (typeof one === 'object' && one !== null && 'id' in one ? one.id : ''))
    .join('');
};

const steps: readonly (readonly [string, string])[] = [
  ['up:b', 'bac'],
  ['up:c', 'acb'],
  ['down:a', 'bac'],
  ['up:a', 'abc'],
  ['down:c', 'abc'],
  ['remove:b', 'ac'],
];
for (const [step, expected] of steps) {
  test(`${step} gives ${expected}`, () => {
    const read = readStep(step);
    assert.ok(read);
    const stepped = commandsOf(read, { root, node: root, typed: {}, known: [definition] });
    assert.ok(stepped.ok);
    assert.equal(order(stepped.commands), expected);
  });
}

test('something added is named, gets an id of its own, comes last and is opened', () => {
  const typed = { 'new:chapters': 'Å ÄR en bokstav!' };
  const stepped = commandsOf(
    { kind: 'add', target: 'chapters' },
    { root, node: root, typed, known: [definition] },
  );
  assert.deepEqual(stepped, {
    ok: true,
    open: 'del-a-ar-en-bokstav',
    commands: [
      {
        do: 'add',
        list: 'chapters',
        after: 'c',
        element: { id: 'del-a-ar-en-bokstav', title: { sv: 'Å ÄR en bokstav!' } },
      },
    ],
  });
  assert.deepEqual(
    commandsOf({ kind: 'add', target: 'chapters' }, { root, node: root, typed: {}, known: [] }),
    { ok: false, problem: 'no-name', at: 'new:chapters' },
  );
});

test('what removes itself opens its owner', () => {
  const stepped = commandsOf(
    { kind: 'remove', target: '' },
    { root, node: node('b1'), typed: {}, known: [] },
  );
  assert.ok(stepped.ok);
  assert.equal(stepped.open, 'b');
});

const names: readonly (readonly [string, string])[] = [
  ['Hur långt är det?', 'hur-langt-ar-det'],
  ['2026', 'del-2026'],
  ['not', 'del-not'],
  ['!!!', 'del'],
  ['Kontakt', 'kontakt-2'],
];
for (const [name, id] of names) {
  test(`”${name}” gets the id ${id}`, () => assert.equal(idFrom(name, [definition]), id));
}

const called: readonly (readonly [object, string])[] = [
  [{ id: 'x', question: { sv: 'Får jag?' }, text: { sv: 'Annat' } }, 'Får jag?'],
  [{ id: 'x', text: { sv: 'Välj **Spara**\nnu.' } }, 'Välj Spara nu.'],
  [{ id: 'x', text: { sv: 'långt '.repeat(20) } }, `${'långt '.repeat(15).slice(0, 88).trimEnd()} …`],
  [{ id: 'x', type: 'actions', items: [{ id: 'y', text: { sv: 'Öppna.' } }] }, 'Öppna.'],
  [{ id: 'x' }, 'x'],
];
for (const [element, name] of called) {
  test(`a thing is called ${name}`, () =>
    assert.equal(nameOfElement(JSON.parse(JSON.stringify(element)), 'sv'), name));
}

test('a path leads to the nearest part that can be opened', () => {
  const found = nodeAtPath(root, 'chapters/b/notes/b2/text/sv');
  assert.equal(found.node.id, 'b2');
  assert.equal(found.rest, 'text/sv');
  assert.equal(nodeAtPath(root, 'title/sv').node.id, '');
});

test('rights say what the kernel would', () => {
  const { rules } = leafletKind;
  const locked = { locks: effectiveLocks(definition, rules), standing: new Set(['b', 'b1']), rules };
  for (const [id, property] of [
    ['a', 'title'],
    ['c', 'title'],
    ['c', 'size'],
    ['b1', 'text'],
  ] as const) {
    const path = `${node(id).path}/${property}`;
    const edited = edit(definition, [{ do: 'set', path, value: { sv: 'Annat', en: 'Other' } }]);
    assert.ok(edited.ok);
    const broken = checkAdopterEdit({
      upstream: definition,
      before: definition,
      after: edited.definition,
      rules,
    });
    assert.equal(rightsOf(node(id), locked).mayChange(property), broken.length === 0, path);
  }
  assert.equal(rightsOf(node('c'), locked).mayHide, false);
  assert.equal(rightsOf(node('a'), locked).mayHide, true);
  assert.equal(rightsOf(node('b'), locked).mayHide, false, 'upstream demands what is inside');
  assert.equal(rightsOf(node('a'), locked).mayRemove, false, 'upstream’s own are hidden, not removed');
});
