import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Definition } from '../../../kernel/index.ts';
import { mergeApart } from '../merging/merge-apart.ts';
import { chapter, leaflet, leafletKind } from '../testing/leaflet.ts';
import { remember } from './remember.ts';
import type { Tile } from './update.ts';
import { noChoices, planUpdate } from './update-plan.ts';
import { viewPlan } from './update-view.ts';
import { mostTiles, nothingTold, pagesOf, pageSize, partPage, runOf, windowOf } from './update-window.ts';

const many = 125;

/** A leaflet of which one part holds all that both have changed, and 25 things that only upstream has. */
const version = (shared: string, theirs: string): Definition =>
  leaflet('stor', {
    chapters: [
      chapter('a', 'Ett kapitel.', {
        notes: Array.from({ length: many + 25 }, (_, index) => ({
          id: `not-${index}`,
          text: { sv: `Not ${index}. ${index < many ? shared : theirs}` },
        })),
      }),
    ],
  });
const sides = {
  kind: leafletKind,
  base: version('Först.', 'Först.'),
  ours: version('Vårt.', 'Först.'),
  theirs: version('Deras.', 'Deras.'),
  declined: [],
};
const chosen = { answers: {}, declines: {} };
const plan = await planUpdate(sides, noChoices, mergeApart);
const whole = await viewPlan(plan, chosen, { language: 'sv' });
const told = async (window?: ReturnType<typeof runOf>): Promise<readonly string[]> => {
  const { parts } = await viewPlan(plan, chosen, {
    language: 'sv',
    ...(window === undefined ? {} : { window }),
  });
  return parts.flatMap((part) => [...part.conflicts, ...part.clean].map(({ id }) => id));
};

test('each change of a large update is on one page, those that need an answer first', async () => {
  assert.equal(whole.total, many + 25);
  assert.ok(whole.total > mostTiles);
  const part = whole.tiles[0]?.part;
  const first = partPage(whole.tiles, { part, page: 1 });
  assert.ok(first !== null);
  const pages = Array.from({ length: first.pages }, (_, index) => ({ part, page: index + 1 }));
  const ids = await Promise.all(pages.map((asked) => told(windowOf(asked))));
  assert.ok(ids.every((page) => page.length <= pageSize));
  assert.deepEqual(new Set(ids.flat()), new Set(await told()));
  assert.equal(ids.flat().length, whole.total);
  assert.ok(first.tiles.every(({ state }) => state === 'choose'));
  assert.ok(partPage(whole.tiles, { part, page: first.pages })?.tiles.every(({ state }) => state === 'in'));
  assert.equal(partPage(whole.tiles, { part, page: 9999 })?.page, first.pages);
  const pageOf = pagesOf(whole.tiles);
  for (const [index, page] of ids.entries()) for (const id of page) assert.equal(pageOf.get(id), index + 1);
});

test('what is not told is counted', async () => {
  const counted = await viewPlan(plan, chosen, { language: 'sv', window: nothingTold });
  assert.deepEqual([counted.total, counted.left, counted.tiles.length], [many + 25, many, many + 25]);
  assert.deepEqual(
    counted.parts.map(({ size, left, conflicts }) => [size, left, conflicts.length]),
    [[many + 25, many, 0]],
  );
  assert.deepEqual([...(await told(runOf(0, 100))), ...(await told(runOf(100, 100)))], await told());
});

test('the part with something to choose is shown first; a small update is told as a whole', () => {
  const tiles: readonly Tile[] = [
    { id: 'x', part: 'a', state: 'in' },
    { id: 'y', part: 'b', state: 'answered' },
    { id: 'z', part: 'b', state: 'choose' },
  ];
  assert.deepEqual(
    partPage(tiles, { part: undefined, page: 1 })?.tiles.map(({ id }) => id),
    ['z', 'y'],
  );
  assert.equal(partPage(tiles, { part: 'a', page: 1 })?.part, 'a');
  assert.equal(partPage([], { part: 'a', page: 1 }), null);
  assert.equal(windowOf({ part: 'a', page: 1 })(tiles).length, 3);
});

test('a plan of contents with a name is made once, until something else is chosen', async () => {
  const named = { ...sides, key: 'these three' };
  const first = await planUpdate(named, noChoices, mergeApart);
  assert.equal(await planUpdate(named, noChoices, mergeApart), first);
  const something = { answers: {}, declines: new Set(['something']) };
  const declined = await planUpdate(named, something, mergeApart);
  assert.notEqual(declined, first);
  assert.deepEqual(first.conflicts, plan.conflicts);
  assert.notEqual(await planUpdate({ ...named, key: 'three others' }, noChoices, mergeApart), first);
});

test('only the last few are kept, and nothing that failed', async () => {
  const made: string[] = [];
  const get = remember<string>(2);
  const ask = (key: string) =>
    get(key, async () => {
      made.push(key);
      if (key === 'x') throw new Error('failed');
      return key;
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key);
  assert.deepEqual(made, ['a', 'b', 'c', 'b']);
  for (const key of ['x', 'x']) await assert.rejects(ask(key), /failed/);
  assert.deepEqual(made.slice(4), ['x', 'x']);
});
