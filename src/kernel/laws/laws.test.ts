import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { hash } from '../canonical.ts';
import { getDefinition, type Definition } from '../definition.ts';
import { diff } from '../diff.ts';
import { isList, isObject, type Json } from '../json.ts';
import { merge } from '../merge/merge.ts';
import { normalise } from '../normalise.ts';
import { seeded, sides, sidesWithoutLocks, type Sides } from './definitions.ts';
import {
  aCleanMergeContainsEveryEdit,
  answersSettleEverything,
  aOneSidedChangeIsTakenWhole,
  applyingADiffGivesTheOther,
  decliningAllLeavesOurs,
  diffIsEmptyExactlyWhenHashesAreEqual,
  mergingNothingChangesNothing,
  mergingTheMergedAgainChangesNothing,
  swappingTheSidesSwapsOnlyTheNames,
  type Diff,
  type Merge,
} from './laws.ts';

function holds(law: (each: Sides) => void, from = sides): void {
  fc.assert(fc.property(from, law), seeded);
}

describe('the merge', () => {
  test('merging nothing changes nothing', () => holds((each) => mergingNothingChangesNothing(merge, each)));
  test('a one-sided change is taken whole', () => holds((each) => aOneSidedChangeIsTakenWhole(merge, each)));
  test('swapping the sides swaps only the names', () =>
    holds((each) => swappingTheSidesSwapsOnlyTheNames(merge, each), sidesWithoutLocks));
  test('a clean merge contains every edit of both sides', () =>
    holds((each) => aCleanMergeContainsEveryEdit(diff, merge, each)));
  test('merging the merged again changes nothing', () =>
    holds((each) => mergingTheMergedAgainChangesNothing(merge, each)));
  test('declining all that upstream changed leaves ours', () =>
    holds((each) => decliningAllLeavesOurs(diff, merge, each)));
  test('any answers settle everything, and the result has a valid shape', () => {
    const takes = fc.array(fc.constantFrom('ours', 'theirs', 'base', 'suggestion'), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(fc.property(sides, takes, answersSettleEverything), seeded);
  });
});

describe('diff, apply and hash', () => {
  test('a diff is empty exactly when the hashes are equal', () =>
    holds((each) => diffIsEmptyExactlyWhenHashesAreEqual(diff, each)));
  test('applying a diff gives the other', () => holds((each) => applyingADiffGivesTheOther(diff, each)));
  test('normalising twice is normalising once', () =>
    holds(({ ours }) => assert.deepEqual(normalise(normalise(ours)), normalise(ours))));
  test('the order of keys has no part in a hash', () =>
    holds(({ ours }) => assert.equal(hash(getDefinition(reverse(ours))), hash(ours))));
});

function reverse(value: Json): { readonly [key: string]: Json } {
  const inner = (item: Json): Json =>
    isObject(item) ? reverse(item) : isList(item) ? item.map(inner) : item;
  return isObject(value)
    ? Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, item]) => [key, inner(item)]),
      )
    : {};
}

const takesOurs: Merge = ({ ours }) => ({ clean: true, merged: ours, conflicts: [] });
const takesTheirs: Merge = ({ theirs }) => ({ clean: true, merged: theirs, conflicts: [] });
const keepsQuiet: Merge = (input) => ({ ...merge(input), clean: true, conflicts: [] });
const dropsTheLast: Merge = (input) => {
  const result = merge(input);
  const { fields = [], ...rest } = result.merged;
  return {
    ...result,
    merged: getDefinition(
      isList(fields) && fields.length > 1 ? { ...rest, fields: fields.slice(1) } : result.merged,
    ),
  };
};
const grows: Merge = (input) => {
  const result = merge(input);
  const count = Number(input.ours['count'] ?? 0) + 1;
  return { ...result, merged: getDefinition({ ...result.merged, count }) };
};
const seesNoMoves: Diff = (before: Definition, after: Definition) =>
  diff(before, after).filter(({ change }) => change !== 'moved');
const seesNothing: Diff = () => [];

function isCaught(law: (each: Sides) => void): void {
  assert.throws(() => fc.assert(fc.property(sides, law), { ...seeded, numRuns: 2000, endOnFailure: true }));
}

/** A law that cannot be broken says nothing: each is shown a spoilt merge or diff and must see it. */
describe('a spoilt one is caught', () => {
  test('by: nothing changes nothing', () => isCaught((each) => mergingNothingChangesNothing(grows, each)));
  test('by: one-sided', () => isCaught((each) => aOneSidedChangeIsTakenWhole(takesOurs, each)));
  test('by: one-sided, an element lost', () =>
    isCaught((each) => aOneSidedChangeIsTakenWhole(dropsTheLast, each)));
  test('by: swapping', () => isCaught((each) => swappingTheSidesSwapsOnlyTheNames(takesOurs, each)));
  test('by: every edit, ours lost', () =>
    isCaught((each) => aCleanMergeContainsEveryEdit(diff, takesTheirs, each)));
  test('by: every edit, theirs lost', () =>
    isCaught((each) => aCleanMergeContainsEveryEdit(diff, takesOurs, each)));
  test('by: every edit, a conflict kept quiet', () =>
    isCaught((each) => aCleanMergeContainsEveryEdit(diff, keepsQuiet, each)));
  test('by: again', () => isCaught((each) => mergingTheMergedAgainChangesNothing(grows, each)));
  test('by: declining', () => isCaught((each) => decliningAllLeavesOurs(diff, takesTheirs, each)));
  test('by: diff and hash', () =>
    isCaught((each) => diffIsEmptyExactlyWhenHashesAreEqual(seesNothing, each)));
  test('by: apply', () => isCaught((each) => applyingADiffGivesTheOther(seesNoMoves, each)));
});
