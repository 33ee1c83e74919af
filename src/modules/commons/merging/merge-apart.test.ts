import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { merge, type Definition } from '../../../kernel/index.ts';
import type { MergeInput } from '../model/merger.ts';
import { noChoices, planUpdate } from '../model/update-plan.ts';
import { viewPlan } from '../model/update-view.ts';
import { chapter, leaflet, leafletKind } from '../testing/leaflet.ts';
import { mergeApart, mergeIn } from './merge-apart.ts';

const end = mergeIn(new URL('../testing/merges.ts', import.meta.url));
after(end);

/** As many chapters, and as long, as a work may have. */
const most = 2_900;

const version = (count: number, say: (n: number) => string): Definition =>
  leaflet('stor', { chapters: Array.from({ length: count }, (_, n) => chapter(`k${n}`, say(n))) });

const text = (n: number, word: string): string =>
  Array.from({ length: 25 }, (_, at) => (at % 5 === 0 ? `${word}${n % 9}` : `ord${(at * n) % 31}`)).join(' ');

const sidesOf = (count: number): MergeInput => ({
  base: version(count, (n) => text(n, 'först')),
  ours: version(count, (n) => text(n, n % 2 === 0 ? 'vårt' : 'först')),
  theirs: version(count, (n) => text(n, 'deras')),
});

test('a merge is the same wherever it is done', async () => {
  for (const count of [3, most]) {
    const input = sidesOf(count);
    const here = merge({ ...input, rules: leafletKind.rules });
    const apart = await mergeApart(leafletKind, input);
    assert.deepEqual({ ...apart, input: null }, { ...here, input: null });
    // Every other chapter, in both languages.
    assert.equal(apart.conflicts.length, Math.ceil(count / 2) * 2);
    assert.equal(apart.input.rules, leafletKind.rules);
    const [first] = apart.conflicts;
    assert.ok(first !== undefined);
    const again = await mergeApart(leafletKind, apart.input);
    assert.deepEqual(again.conflicts[0], first);
  }
});

test('the largest update is planned and told while others are served', async () => {
  const { base, ours, theirs } = sidesOf(most);
  const sides = { kind: leafletKind, base, ours, theirs, declined: [], key: 'the largest' };
  let served = 0;
  const others = setInterval(() => (served += 1), 10);
  const plan = await planUpdate(sides, noChoices, mergeApart);
  const whilePlanned = served;
  const { left } = await viewPlan(plan, { answers: {}, declines: {} }, { language: 'sv' });
  clearInterval(others);
  assert.equal(left, most);
  assert.ok(whilePlanned > 3, `${whilePlanned} served while it was planned`);
  assert.ok(served - whilePlanned > 3, `${served - whilePlanned} served while it was told`);
});
