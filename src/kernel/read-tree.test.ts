import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { getDefinition, type Definition } from './definition.ts';
import { ask, form, page, work } from './golden/golden.ts';
import { isList, isObject, type Json } from './json.ts';
import { seeded, sides, type Sides } from './laws/definitions.ts';
import { merge } from './merge/merge.ts';
import { normalise } from './normalise.ts';
import { readTree } from './read-tree.ts';
import { defaultRules } from './rules.ts';
import { putTogether, ROOT, type Tree } from './tree.ts';

/** As it comes out of a file: no value is shared with any other definition. */
const copy = (definition: Definition): Definition => structuredClone(definition);

const read = (definition: Definition, beside?: Tree): Tree => readTree(definition, defaultRules, beside);

function shared(base: Definition, other: Definition): readonly string[] {
  const tree = read(copy(base));
  return [...read(copy(other), tree).values()]
    .filter((node) => tree.get(node.id) === node)
    .map(({ id }) => id);
}

describe('a tree read beside another', () => {
  const first = page('p', [ask('a'), ask('b')]);
  const base = work({ pages: [first, page('q', [ask('c'), ask('d')])] });

  test('is that tree when nothing differs', () => {
    const tree = read(copy(base));
    assert.equal(read(copy(base), tree), tree);
  });
  test('shares all but what differs and what that is in', () => {
    const changed = work({ pages: [first, page('q', [ask('c', 'annat'), ask('d')])] });
    assert.deepEqual(shared(base, changed), ['p', 'a', 'b', 'd']);
  });
  test('shares what is in an element that has moved, but not the element', () => {
    const moved = work({ pages: [page('q', [ask('c'), ask('d')])], more: [first] });
    assert.deepEqual(shared(base, moved), ['q', 'c', 'd', 'a', 'b']);
  });
  test('shares nothing that has its keys in another order, or other noise', () => {
    const [label, help] = [{ sv: 'Namn' }, { sv: 'Hela namnet.' }];
    assert.deepEqual(shared(form({ id: 'a', label, help }), form({ id: 'a', help, label })), []);
    assert.deepEqual(shared(form({ id: 'a', label }), form({ id: 'a', label: { sv: ' Namn' } })), []);
  });
  test('shares nothing where other languages make another thing of a value', () => {
    const both = form({ id: 'a', label: { sv: 'Två  ord' } });
    const english = { ...both, languages: ['en'] };
    assert.deepEqual(read(copy(both), read(copy(english))), read(copy(both)));
  });
});

/** The same content in other words: keys turned round, space around texts, empty properties. */
function noisy(value: Json, every: number): Json {
  let count = 0;
  const visit = (item: Json): Json => {
    if (isList(item)) return item.map(visit);
    if (!isObject(item)) return item;
    count += 1;
    const entries = Object.entries(item).map(([key, inner]) => [key, visit(inner)] as const);
    if (count % every === 0) return Object.fromEntries(entries.toReversed());
    if (count % every > 1) return Object.fromEntries(entries);
    const padded = entries.map(
      ([key, inner]) => [key, key === 'sv' && typeof inner === 'string' ? ` ${inner} ` : inner] as const,
    );
    return Object.fromEntries([...padded, ['nothing', []]]);
  };
  return visit(value);
}

function withNoise(definition: Definition, every: number): Definition {
  const value = noisy(definition, every);
  return isObject(value) ? getDefinition(value) : definition;
}

type Read = (definition: Definition, beside?: Tree) => Tree;

/** Sharing is seen by identity only: the tree is the same, letter for letter, and goes together to the same. */
function sharingChangesNothing(read: Read, { base, ours }: Sides, every: number): void {
  const beside = read(withNoise(ours, every), read(copy(base)));
  const alone = read(withNoise(ours, every));
  assert.equal(JSON.stringify([...beside]), JSON.stringify([...alone]));
  assert.equal(JSON.stringify(putTogether(beside)), JSON.stringify(putTogether(alone)));
  assert.deepEqual(beside, alone);
}

/** Sides that were normalised before the merge share nothing with the base. */
function mergingWithoutSharingGivesTheSame({ base, ours, theirs }: Sides, every: number): void {
  const fresh = (): Sides => ({ base: copy(base), ours: withNoise(ours, every), theirs: copy(theirs) });
  const apart = fresh();
  for (const definition of Object.values(apart)) normalise(definition);
  const [{ input: _one, ...one }, { input: _other, ...other }] = [merge(fresh()), merge(apart)];
  assert.equal(JSON.stringify(one), JSON.stringify(other));
}

const sharesTooMuch: Read = (definition, beside) => {
  const tree = read(definition);
  return beside === undefined
    ? tree
    : new Map([...tree].map(([id, node]) => [id, id === ROOT ? node : (beside.get(id) ?? node)]));
};

const noise = fc.integer({ min: 2, max: 12 });

describe('sharing', () => {
  test('has no part in a tree', () =>
    fc.assert(
      fc.property(sides, noise, (each, every) => sharingChangesNothing(read, each, every)),
      seeded,
    ));
  test('has no part in a merge', () =>
    fc.assert(fc.property(sides, noise, mergingWithoutSharingGivesTheSame), seeded));

  test('too much is caught', () => {
    assert.throws(() =>
      fc.assert(
        fc.property(sides, noise, (each, every) => sharingChangesNothing(sharesTooMuch, each, every)),
        { ...seeded, endOnFailure: true },
      ),
    );
  });
});
