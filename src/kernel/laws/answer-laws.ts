import assert from 'node:assert/strict';
import { hash } from '../canonical.ts';
import { answersFor, conflictKey, type Answer, type Conflict, type Take } from '../conflict.ts';
import { normalise } from '../normalise.ts';
import { readTree } from '../read-tree.ts';
import { defaultRules } from '../rules.ts';
import { validateShape } from '../shape.ts';
import type { Sides } from './definitions.ts';
import { mirroredName, nameOf, type Merge } from './laws.ts';

export type PlainTake = Exclude<Take, 'own'>;

/** Whatever is answered, no conflict stays for ever, and the result has a valid shape. */
export function answersSettleEverything(merge: Merge, sides: Sides, takes: readonly PlainTake[]): void {
  assert.deepEqual(validateShape(merge(sides).merged), []);
  const { conflicts, merged } = settle(merge, sides, takes);
  assert.deepEqual(conflicts, []);
  assert.deepEqual(validateShape(merged), []);
  assert.deepEqual(normalise(merged), merged);
}

/** Whatever is answered, an element that neither side removed is in the result. */
export function whatBothKeptStays(merge: Merge, sides: Sides, takes: readonly PlainTake[]): void {
  const { merged } = settle(merge, sides, takes);
  const [ours, theirs, result] = [sides.ours, sides.theirs, merged].map((each) =>
    readTree(each, defaultRules),
  );
  for (const id of ours?.keys() ?? []) {
    if (theirs?.has(id) === true) assert.ok(result?.has(id), `${id} is there`);
  }
}

function settle(merge: Merge, sides: Sides, takes: readonly PlainTake[]): ReturnType<Merge> {
  let answers: Readonly<Record<string, Answer>> = {};
  let result = merge(sides);
  for (let round = 0; !result.clean && round < 20; round += 1) {
    const given = result.conflicts.map((conflict, index) => {
      const wished = takes[index % takes.length] ?? 'suggestion';
      const take = answersFor(conflict).includes(wished) ? wished : 'suggestion';
      return [conflictKey(conflict), { take }] as const;
    });
    answers = { ...answers, ...Object.fromEntries(given) };
    result = merge({ ...sides, answers });
  }
  return result;
}

/** An answer that both ways round can be given; `wait` leaves a question for later. */
export type MirroredTake = 'ours' | 'theirs' | 'base' | 'wait';

const MIRRORED = { ours: 'theirs', theirs: 'ours', base: 'base' } as const;

/**
 * With the sides swapped and each answer too, every answer leads to the same questions, and all of them to the same
 * result. As swapping itself, about definitions without a change of locks.
 */
export function swappedAnswersGiveTheSame(
  merge: Merge,
  { base, ours, theirs }: Sides,
  takes: readonly MirroredTake[],
): void {
  const there = { base, ours: theirs, theirs: ours };
  let [here, swapped] = [merge({ base, ours, theirs }), merge(there)];
  let [answers, others]: readonly Readonly<Record<string, Answer>>[] = [{}, {}];
  for (let round = 0; round <= takes.length; round += 1) {
    const asked = byName(here.conflicts, nameOf);
    const askedThere = byName(swapped.conflicts, mirroredName);
    assert.deepEqual([...askedThere.keys()], [...asked.keys()]);
    [...asked].forEach(([name, conflict], index) => {
      const take = takes[(index + round) % takes.length] ?? 'wait';
      const other = askedThere.get(name);
      if (take === 'wait' || other === undefined || !answersFor(conflict).includes(take)) return;
      answers = { ...answers, [conflictKey(conflict)]: { take } };
      others = { ...others, [conflictKey(other)]: { take: MIRRORED[take] } };
    });
    here = merge({ base, ours, theirs, answers: answers ?? {} });
    swapped = merge({ ...there, answers: others ?? {} });
  }
  assert.equal(swapped.clean, here.clean);
  if (here.clean) assert.equal(hash(swapped.merged), hash(here.merged));
}

function byName(
  conflicts: readonly Conflict[],
  name: (conflict: Conflict) => string,
): ReadonlyMap<string, Conflict> {
  const pairs = conflicts.map((conflict) => [name(conflict), conflict] as const);
  return new Map(pairs.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
