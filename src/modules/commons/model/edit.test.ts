import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { canonical, validateShape, type Definition } from '../../../kernel/index.ts';
import { leaflet } from '../testing/leaflet.ts';
import type { Command } from './commands.ts';
import { edit } from './edit.ts';
import { idsIn, locate, valueAt } from './tree-edit.ts';

const before = leaflet('x');
const at = (definition: Definition, path: string): unknown => {
  const steps = locate(definition, path);
  return steps === null ? undefined : valueAt(definition, steps);
};
const idsAt = (definition: Definition, path: string): unknown => {
  const list = at(definition, path);
  return Array.isArray(list)
    ? list.map((one: unknown) => (one instanceof Object && 'id' in one ? one.id : one))
    : list;
};

const changes: readonly {
  readonly name: string;
  readonly commands: readonly Command[];
  readonly look: string;
  readonly list?: true;
  readonly gives: unknown;
}[] = [
  {
    name: 'a text',
    commands: [{ do: 'set', path: 'chapters/a/text/sv', value: 'Nytt.' }],
    look: 'chapters/a/text/sv',
    gives: 'Nytt.',
  },
  {
    name: 'a text that was not there',
    commands: [{ do: 'set', path: 'chapters/a/help/sv', value: 'Hjälp' }],
    look: 'chapters/a/help',
    gives: { sv: 'Hjälp' },
  },
  {
    name: 'a property of the definition',
    commands: [{ do: 'set', path: 'subject', value: 'omsorg' }],
    look: 'subject',
    gives: 'omsorg',
  },
  {
    name: 'a property away',
    commands: [{ do: 'unset', path: 'chapters/c/lock' }],
    look: 'chapters/c/lock',
    gives: undefined,
  },
  {
    name: 'an element first',
    commands: [{ do: 'add', list: 'chapters', element: { id: 'n' }, after: null }],
    look: 'chapters',
    list: true,
    gives: ['n', 'a', 'b', 'c'],
  },
  {
    name: 'an element after another',
    commands: [{ do: 'add', list: 'chapters', element: { id: 'n' }, after: 'b' }],
    look: 'chapters',
    list: true,
    gives: ['a', 'b', 'n', 'c'],
  },
  {
    name: 'the first of a list',
    commands: [{ do: 'add', list: 'chapters/a/notes', element: { id: 'n' }, after: null }],
    look: 'chapters/a/notes',
    list: true,
    gives: ['n'],
  },
  {
    name: 'an element away',
    commands: [{ do: 'remove', path: 'chapters/b/notes/b1' }],
    look: 'chapters/b/notes',
    list: true,
    gives: ['b2'],
  },
  {
    name: 'an element within its list',
    commands: [{ do: 'move', path: 'chapters/c', list: 'chapters', after: null }],
    look: 'chapters',
    list: true,
    gives: ['c', 'a', 'b'],
  },
  {
    name: 'an element to another list',
    commands: [{ do: 'move', path: 'chapters/b/notes/b1', list: 'chapters/a/notes', after: null }],
    look: 'chapters/a/notes',
    list: true,
    gives: ['b1'],
  },
  { name: 'hidden', commands: [{ do: 'hide', path: 'chapters/a' }], look: 'chapters/a/hidden', gives: true },
  {
    name: 'shown again',
    commands: [
      { do: 'hide', path: 'chapters/a' },
      { do: 'show', path: 'chapters/a' },
    ],
    look: 'chapters/a/hidden',
    gives: undefined,
  },
  {
    name: 'locked',
    commands: [{ do: 'lock', path: 'chapters/a', lock: 'settings' }],
    look: 'chapters/a/lock',
    gives: 'settings',
  },
  {
    name: 'unlocked',
    commands: [{ do: 'lock', path: 'chapters/c', lock: null }],
    look: 'chapters/c/lock',
    gives: undefined,
  },
];

for (const { name, commands, look, list, gives } of changes) {
  test(`edits: ${name}`, () => {
    const result = edit(before, commands);
    assert.ok(result.ok, JSON.stringify(result));
    assert.deepEqual(list === true ? idsAt(result.definition, look) : at(result.definition, look), gives);
  });
}

const refusals: readonly (readonly [string, Command, string])[] = [
  ['an element that is not there', { do: 'set', path: 'chapters/z/text/sv', value: 'x' }, 'no-such-element'],
  ['a way through a text', { do: 'set', path: 'subject/sv/en', value: 'x' }, 'no-such-element'],
  ['an id, which is for life', { do: 'set', path: 'chapters/a/id', value: 'z' }, 'not-a-property'],
  ['the kind of the work', { do: 'set', path: 'kind', value: 'z' }, 'not-a-property'],
  ['a list put over elements', { do: 'set', path: 'chapters', value: [] }, 'not-a-property'],
  [
    'a second element of an id',
    { do: 'add', list: 'chapters', element: { id: 'b1' }, after: null },
    'id-taken',
  ],
  [
    'an element without an id',
    { do: 'add', list: 'chapters', element: { title: 'x' }, after: null },
    'not-an-element',
  ],
  ['a text as a list', { do: 'add', list: 'subject', element: { id: 'n' }, after: null }, 'not-a-list'],
  [
    'a place that is not there',
    { do: 'add', list: 'chapters', element: { id: 'n' }, after: 'z' },
    'no-such-element',
  ],
  [
    'a chapter into itself',
    { do: 'move', path: 'chapters/b', list: 'chapters/b/notes', after: null },
    'into-itself',
  ],
  ['a chapter after itself', { do: 'move', path: 'chapters/b', list: 'chapters', after: 'b' }, 'into-itself'],
  ['hiding a text', { do: 'hide', path: 'chapters/a/text' }, 'not-an-element'],
  ['removing a property as an element', { do: 'remove', path: 'chapters/a/text' }, 'no-such-element'],
  ['inherited names', { do: 'set', path: 'chapters/a/constructor/prototype/x', value: 1 }, 'shape'],
];

for (const [name, command, kind] of refusals) {
  test(`refuses ${name}`, () => {
    const result = edit(before, [{ do: 'set', path: 'subject', value: 'y' }, command]);
    if (kind === 'shape') return assert.ok(!result.ok || validateShape(result.definition).length > 0);
    assert.ok(!result.ok);
    assert.deepEqual([result.at, result.failure.kind], [1, kind]);
  });
}

test('the definition that was edited is as it was', () => {
  const text = canonical(before);
  for (const { commands } of changes) edit(before, commands);
  assert.equal(canonical(before), text);
});

const path = fc.constantFrom(
  'chapters',
  'chapters/a',
  'chapters/b',
  'chapters/b/notes',
  'chapters/b/notes/b1',
  'title',
  'subject',
  'x',
);
const anything: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    do: fc.constant('set' as const),
    path,
    value: fc.jsonValue({ maxDepth: 1 }).map((value) => JSON.stringify(value)),
  }),
  fc.record({ do: fc.constantFrom('unset' as const, 'remove' as const, 'hide' as const), path }),
  fc.record({ do: fc.constant('move' as const), path, list: path, after: fc.constantFrom(null, 'a', 'b1') }),
  fc.record({
    do: fc.constant('add' as const),
    list: path,
    element: fc.record({ id: fc.constantFrom('n', 'm') }),
    after: fc.constantFrom(null, 'a'),
  }),
);

test('whatever is done, no id is there twice and nothing of a refused edit is done', () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 8 }), (commands) => {
      const result = edit(before, commands);
      if (!result.ok) return;
      const ids = idsIn(result.definition);
      assert.equal(new Set(ids).size, ids.length);
    }),
    { seed: 7, numRuns: Number(process.env['KOMMONS_RUNS'] ?? 300) },
  );
});
