import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { hash } from '../canonical.ts';
import { getDefinition, type Definition } from '../definition.ts';
import { diff } from '../diff.ts';
import { isList } from '../json.ts';
import { merge } from '../merge/merge.ts';
import { normalise } from '../normalise.ts';
import {
  answersSettleEverything,
  swappedAnswersGiveTheSame,
  whatBothKeptStays,
  type MirroredTake,
  type PlainTake,
} from './answer-laws.ts';
import { seeded, sides, sidesThatLock, sidesThatMove, sidesWithoutLocks, type Sides } from './definitions.ts';
import {
  aCleanMergeContainsEveryEdit,
  aOneSidedChangeIsTakenWhole,
  applyingADiffGivesTheOther,
  decliningAllLeavesOurs,
  diffIsEmptyExactlyWhenHashesAreEqual,
  keysHaveNoOrder,
  mergingNothingChangesNothing,
  mergingTheMergedAgainChangesNothing,
  normalisingTwiceIsNormalisingOnce,
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
  test('swapping the sides of what was turned upside down', () =>
    holds((each) => swappingTheSidesSwapsOnlyTheNames(merge, each), sidesThatMove));
  test('a clean merge contains every edit of both sides', () =>
    holds((each) => aCleanMergeContainsEveryEdit(diff, merge, each)));
  test('merging the merged again changes nothing', () =>
    holds((each) => mergingTheMergedAgainChangesNothing(merge, each)));
  test('merging the merged again, under locks', () =>
    holds((each) => mergingTheMergedAgainChangesNothing(merge, each), sidesThatLock));
  test('declining all that upstream changed leaves ours', () =>
    holds((each) => decliningAllLeavesOurs(diff, merge, each)));
});

const takes = fc.array(fc.constantFrom<PlainTake[]>('ours', 'theirs', 'base', 'suggestion'), {
  minLength: 1,
  maxLength: 5,
});
const mirrored = fc.array(fc.constantFrom<MirroredTake[]>('ours', 'theirs', 'base', 'wait'), {
  minLength: 1,
  maxLength: 5,
});

function settles(law: typeof answersSettleEverything, from = sides): void {
  fc.assert(
    fc.property(from, takes, (each, list) => law(merge, each, list)),
    seeded,
  );
}

describe('answers', () => {
  test('any answers settle everything, and the result has a valid shape', () =>
    settles(answersSettleEverything));
  test('of what was turned upside down too', () => settles(answersSettleEverything, sidesThatMove));
  test('what both sides kept stays', () => settles(whatBothKeptStays));
  test('what both sides kept stays, whatever moves', () => settles(whatBothKeptStays, sidesThatMove));
  for (const [name, from] of Object.entries({ sidesWithoutLocks, sidesThatMove })) {
    test(`swapped with the sides give the same: ${name}`, () =>
      fc.assert(
        fc.property(from, mirrored, (each, list) => swappedAnswersGiveTheSame(merge, each, list)),
        seeded,
      ));
  }
});

describe('diff, apply and hash', () => {
  test('a diff is empty exactly when the hashes are equal', () =>
    holds((each) => diffIsEmptyExactlyWhenHashesAreEqual(diff, each)));
  test('applying a diff gives the other', () => holds((each) => applyingADiffGivesTheOther(diff, each)));
  test('normalising twice is normalising once', () =>
    holds((each) => normalisingTwiceIsNormalisingOnce(normalise, each)));
  test('the order of keys has no part in a hash', () => holds((each) => keysHaveNoOrder(hash, each)));
});

const takesOurs: Merge = ({ ours }) => ({ clean: true, merged: ours, conflicts: [] });
const takesTheirs: Merge = ({ theirs }) => ({ clean: true, merged: theirs, conflicts: [] });
const keepsQuiet: Merge = (input) => ({ ...merge(input), clean: true, conflicts: [] });
const dropsTheFirst: Merge = (input) => {
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

const asksForEver: Merge = (input) => merge({ ...input, answers: {} });
/** As soon as anything is answered, all is ours. */
const hearsOurs: Merge = (input) =>
  Object.keys(input.answers ?? {}).length === 0 ? merge(input) : takesOurs(input);
const doublesTheFirst: Merge = (input) => {
  const result = merge(input);
  const { fields, ...rest } = result.merged;
  const twice = isList(fields) ? [...fields.slice(0, 1), ...fields] : undefined;
  return { ...result, merged: getDefinition(twice === undefined ? rest : { ...rest, fields: twice }) };
};
function isCaught(law: (each: Sides) => void): void {
  assert.throws(
    () => fc.assert(fc.property(sides, law), { ...seeded, numRuns: 2000, endOnFailure: true }),
    (fault) => fault instanceof Error && fault.cause instanceof assert.AssertionError,
  );
}

/** A law that cannot be broken says nothing: each is shown a spoilt merge or diff and must see it. */
describe('a spoilt one is caught', () => {
  test('by: nothing changes nothing', () => isCaught((each) => mergingNothingChangesNothing(grows, each)));
  test('by: one-sided', () => isCaught((each) => aOneSidedChangeIsTakenWhole(takesOurs, each)));
  test('by: one-sided, an element lost', () =>
    isCaught((each) => aOneSidedChangeIsTakenWhole(dropsTheFirst, each)));
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
  test('by: settling, one that asks for ever', () =>
    isCaught((each) => answersSettleEverything(asksForEver, each, ['theirs'])));
  test('by: settling, a shape that is none', () =>
    isCaught((each) => answersSettleEverything(doublesTheFirst, each, ['ours'])));
  test('by: what both kept', () => isCaught((each) => whatBothKeptStays(dropsTheFirst, each, ['ours'])));
  test('by: swapped answers', () =>
    isCaught((each) => swappedAnswersGiveTheSame(hearsOurs, each, ['ours', 'theirs'])));
  test('by: normalising', () =>
    isCaught((each) => normalisingTwiceIsNormalisingOnce((one) => ({ ...one, again: [one] }), each)));
  test('by: order of keys', () => isCaught((each) => keysHaveNoOrder((one) => JSON.stringify(one), each)));
});
