import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { conflictKey, type Answer } from '../conflict.ts';
import type { Definition } from '../definition.ts';
import { ask, form, page } from '../golden/golden.ts';
import { normalise } from '../normalise.ts';
import { merge } from './merge.ts';

type Turn = { readonly asks: readonly string[]; readonly take: 'ours' | 'theirs' };

type Row = {
  readonly name: string;
  readonly base: Definition;
  readonly ours: Definition;
  readonly theirs: Definition;
  /** What is asked, turn by turn, and what all of the turn's questions are answered. */
  readonly turns: readonly Turn[];
  readonly merged: Definition;
};

const [a, b, c] = [ask('a'), ask('b'), ask('c')];

/** First s and t go round; what is said of them leads p, q, s and t round, but for theirs, which has no more. */
const twice = {
  base: form(page('p', [page('s', [a])]), page('q', [b]), page('t', [c])),
  ours: form(page('q', [b, page('p', [page('s', [a, page('t', [c])])])])),
  theirs: form({ id: 'p' }, page('t', [c, page('q', [b]), page('s', [a])])),
};

/** We put x into g, they put g into x: one moved, and both added. */
const around = {
  base: form(page('g', [a])),
  ours: form(page('g', [a, { id: 'x' }])),
  theirs: form(page('x', [page('g', [a])])),
};

const rows: readonly Row[] = [
  {
    name: 'one into which the end of another led ends as that did: ours',
    ...twice,
    turns: [{ asks: ['cycle s'], take: 'ours' }],
    merged: twice.ours,
  },
  {
    name: 'one that ends as theirs has it leads into no other',
    ...twice,
    turns: [{ asks: ['cycle s'], take: 'theirs' }],
    merged: form(page('t', [c, page('q', [b, { id: 'p' }]), page('s', [a])])),
  },
  {
    name: 'of a move and an element that both added',
    ...around,
    turns: [
      { asks: ['added-both x'], take: 'ours' },
      { asks: ['cycle g'], take: 'ours' },
    ],
    merged: around.ours,
  },
  {
    name: 'taken apart into a page that is gone: the element stands where the page stood',
    base: form(page('g', [a, page('h', [b])]), page('k', [c])),
    ours: form(page('k', [c, page('h', [b, page('g', [a])])])),
    theirs: form(page('g', [a, page('h', [b])])),
    turns: [
      { asks: ['changed-removed k'], take: 'theirs' },
      { asks: ['cycle g'], take: 'ours' },
    ],
    merged: form(page('h', [b, page('g', [a])])),
  },
];

const OTHER = { ours: 'theirs', theirs: 'ours' } as const;

function check({ base, turns, merged, ...sides }: Row, isSwapped: boolean): void {
  const [ours, theirs] = isSwapped ? [sides.theirs, sides.ours] : [sides.ours, sides.theirs];
  let answers: Readonly<Record<string, Answer>> = {};
  for (const { asks, take } of turns) {
    const keys = merge({ base, ours, theirs, answers }).conflicts.map(conflictKey);
    const names = isSwapped ? keys.map((key) => key.replace('removed-changed', 'changed-removed')) : keys;
    assert.deepEqual(names, asks);
    const answer = { take: isSwapped ? OTHER[take] : take };
    answers = { ...answers, ...Object.fromEntries(keys.map((key) => [key, answer])) };
  }
  const result = merge({ base, ours, theirs, answers });
  assert.deepEqual(result.conflicts, []);
  assert.deepEqual(result.merged, normalise(merged));
}

describe('a ring', () => {
  for (const row of rows) {
    test(row.name, () => check(row, false));
    test(`${row.name}, the sides swapped`, () => check(row, true));
  }
});
