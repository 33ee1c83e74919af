import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { FileAnswer } from '../definition/index.ts';
import type { Typed } from './content.ts';
import type { Go } from './form.ts';
import { judges, obey, readForm, readGo, staysOnPage, valuesOf, writeGo } from './form.ts';

const name = fc.string({ minLength: 1 });
const anyGo: fc.Arbitrary<Go> = fc.oneof(
  fc.constantFrom<Go>({ kind: 'next' }, { kind: 'back' }, { kind: 'leave' }),
  name.map((input): Go => ({ kind: 'upload', input })),
  fc.tuple(name, name).map(([input, file]): Go => ({ kind: 'remove-file', input, file })),
  name.map((group): Go => ({ kind: 'add-row', group })),
  fc.tuple(name, name).map(([group, row]): Go => ({ kind: 'remove-row', group, row })),
);

test('law: a button says the same when it is read as when it was written', () => {
  fc.assert(fc.property(anyGo, (go) => assert.deepEqual(readGo(writeGo(go)), go)));
});

test('law: what is not a button of ours means "next", whatever it is', () => {
  for (const value of [
    undefined,
    null,
    7,
    '',
    'x',
    'add-row',
    'remove-row/g',
    'upload/',
    '%E0%A4%A',
    ['next'],
    {},
  ]) {
    assert.deepEqual(readGo(value), { kind: 'next' });
  }
  fc.assert(fc.property(fc.anything(), (value) => assert.ok('kind' in readGo(value))));
});

const everyGo: readonly Go[] = [
  { kind: 'next' },
  { kind: 'back' },
  { kind: 'leave' },
  { kind: 'upload', input: 'f' },
  { kind: 'remove-file', input: 'f', file: '1' },
  { kind: 'add-row', group: 'g' },
  { kind: 'remove-row', group: 'g', row: 'r' },
];

const kinds = (chosen: (go: Go) => boolean): readonly string[] => everyGo.filter(chosen).map((go) => go.kind);

test('only "next" judges, and only what changes the page itself stays on it', () => {
  assert.deepEqual(kinds(judges), ['next']);
  assert.deepEqual(kinds(staysOnPage), ['upload', 'remove-file', 'add-row', 'remove-row']);
});

test('a form is read as texts and lists of texts, without the marks of the step', () => {
  const form = readForm({
    namn: 'Alva',
    dagar: ['mon', 7, 'tis'],
    _go: 'next',
    _revision: '3',
    _key: 'k',
    _from: 'granska',
    _shown: ['namn'],
    tal: 7,
    djup: { a: 1 },
    ...JSON.parse('{"__proto__": "x"}'),
  });
  assert.deepEqual(form, { namn: 'Alva', dagar: ['mon', 'tis'], _shown: ['namn'] });
});

const file = (id: string): FileAnswer => ({
  id,
  name: `${id}.pdf`,
  type: 'application/pdf',
  size: 1,
  hash: id,
});

const page: Typed = {
  form: {
    'barn._rows': ['a', 'b'],
    'barn.a.namn': 'Alva',
    'barn.b.namn': 'Olle',
    'barn.b.fodd.day': '3',
    kontakt: 'x',
  },
  files: { intyg: [file('1'), file('2')], 'barn.b.foto': [file('3')] },
  unsafe: [],
};
const place = { newId: () => 'ny', maxRows: 3 };

test('rows and files come and go, and nothing else changes', () => {
  const added = obey(page, { kind: 'add-row', group: 'barn' }, place);
  assert.deepEqual(valuesOf(added.form, 'barn._rows'), ['a', 'b', 'ny']);
  assert.deepEqual(obey(added, { kind: 'add-row', group: 'barn' }, place), added, 'full');

  const removed = obey(page, { kind: 'remove-row', group: 'barn', row: 'b' }, place);
  assert.deepEqual(removed.form, { 'barn._rows': ['a'], 'barn.a.namn': 'Alva', kontakt: 'x' });
  assert.deepEqual(Object.keys(removed.files), ['intyg']);

  const without = obey(page, { kind: 'remove-file', input: 'intyg', file: '1' }, place);
  assert.deepEqual(without.files['intyg'], [file('2')]);
  assert.deepEqual(without.form, page.form);

  for (const kind of ['next', 'back', 'leave'] as const) assert.deepEqual(obey(page, { kind }, place), page);
});
