import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { joinSentences } from './sentences.ts';
import { mergeText } from './wording.ts';

/** Sentences put in, reworded and taken out, one after another. */
const rewritten = fc.array(
  fc.tuple(fc.constantFrom('in', 'other', 'out'), fc.nat(9), fc.constantFrom('Xx.', 'Yy.', 'Zz.')),
  { maxLength: 3 },
);

type Rewriting = typeof rewritten extends fc.Arbitrary<infer T> ? T : never;

function rewrite(sentences: readonly string[], list: Rewriting): string {
  const done = list.reduce<readonly string[]>((now, [what, at, word]) => {
    const place = at % (now.length + (what === 'in' ? 1 : 0) || 1);
    return now.toSpliced(place, what === 'in' ? 0 : 1, ...(what === 'out' ? [] : [word]));
  }, sentences);
  return joinSentences(done);
}

type MergeText = typeof mergeText;
type Written = readonly [count: number, ours: Rewriting, theirs: Rewriting];

/** Swapping the sides changes nothing, nor does merging the merged again with either side. */
function isSteady(merge: MergeText, [count, here, there]: Written): void {
  const was = ['Aa.', 'Bb.', 'Cc.', 'Dd.'].slice(0, count);
  const [base, ours, theirs] = [joinSentences(was), rewrite(was, here), rewrite(was, there)];
  const merged = merge({ base, ours, theirs });
  const swapped = merge({ base, ours: theirs, theirs: ours });
  assert.equal(swapped.clean, merged.clean);
  if (!merged.clean) return;
  assert.deepEqual(swapped, merged);
  assert.deepEqual(merge({ base, ours: merged.text, theirs }), merged);
  assert.deepEqual(merge({ base, ours, theirs: merged.text }), merged);
}

const isJoinedBlindly = ({ ours, theirs }: Parameters<MergeText>[0]): ReturnType<MergeText> =>
  ours === theirs ? { clean: true, text: ours } : { clean: true, text: [ours, theirs].toSorted().join(' ') };

describe('a merged text', () => {
  const runs = {
    seed: Number(process.env['KOMMONS_SEED'] ?? 1),
    numRuns: Number(process.env['KOMMONS_RUNS'] ?? 500),
  };
  const law = (merge: MergeText): void =>
    fc.assert(
      fc.property(fc.tuple(fc.nat(4), rewritten, rewritten), (each) => isSteady(merge, each)),
      runs,
    );
  test('is the same from either side, and merged again', () => law(mergeText));
  test('is not when sentences are joined blindly', () => assert.throws(() => law(isJoinedBlindly)));
});
