import assert from 'node:assert/strict';
import { apply } from '../apply.ts';
import { hash } from '../canonical.ts';
import type { Change } from '../change.ts';
import {
  answersFor,
  conflictKey,
  type Answer,
  type Conflict,
  type ConflictKind,
  type Take,
} from '../conflict.ts';
import { decline } from '../decline.ts';
import type { Definition } from '../definition.ts';
import { asText, equal } from '../json.ts';
import { merge, resolve, type MergeInput, type MergeResult } from '../merge/merge.ts';
import { normalise } from '../normalise.ts';
import { readTree } from '../read-tree.ts';
import { defaultRules } from '../rules.ts';
import { validateShape } from '../shape.ts';
import { splitSentences } from '../text/sentences.ts';
import { getNode, getProperty, idsWithin, samePlace, type Tree } from '../tree.ts';
import type { Sides } from './definitions.ts';

/** The laws take the functions that they are about, so that a spoilt one can be shown to break them. */
export type Merge = (input: MergeInput) => Pick<MergeResult, 'clean' | 'merged' | 'conflicts'>;
export type Diff = (before: Definition, after: Definition) => readonly Change[];

export function diffIsEmptyExactlyWhenHashesAreEqual(diff: Diff, { ours, theirs }: Sides): void {
  assert.equal(diff(ours, theirs).length === 0, hash(ours) === hash(theirs));
  assert.deepEqual(diff(ours, ours), []);
}

export function applyingADiffGivesTheOther(diff: Diff, { ours, theirs }: Sides): void {
  const applied = apply(ours, diff(ours, theirs));
  assert.ok(applied.ok, 'a diff fits what it was made from');
  assert.equal(hash(applied.definition), hash(theirs));
}

export function mergingNothingChangesNothing(merge: Merge, { ours }: Sides): void {
  const result = merge({ base: ours, ours, theirs: ours });
  assert.equal(result.clean, true);
  assert.equal(hash(result.merged), hash(ours));
}

export function aOneSidedChangeIsTakenWhole(merge: Merge, { base, ours }: Sides): void {
  const cases = [
    { base, ours, theirs: base },
    { base, ours: base, theirs: ours },
    { base, ours, theirs: ours },
  ];
  for (const input of cases) {
    const result = merge(input);
    assert.deepEqual(result.conflicts, []);
    assert.equal(hash(result.merged), hash(ours));
  }
}

export function mergingTheMergedAgainChangesNothing(merge: Merge, { base, ours, theirs }: Sides): void {
  const first = merge({ base, ours, theirs });
  if (!first.clean) return;
  const again = merge({ base, ours: first.merged, theirs });
  assert.deepEqual(again.conflicts, []);
  assert.equal(hash(again.merged), hash(first.merged));
}

const OTHER_NAME: Readonly<Partial<Record<ConflictKind, ConflictKind>>> = {
  'changed-removed': 'removed-changed',
  'removed-changed': 'changed-removed',
};

/** Whatever is answered, no conflict stays for ever, and the result has a valid shape. */
export function answersSettleEverything(sides: Sides, takes: readonly PlainTake[]): void {
  let result = merge(sides);
  assert.deepEqual(validateShape(result.merged), []);
  for (let round = 0; !result.clean && round < 20; round += 1) {
    const answers = result.conflicts.map(
      (conflict, index) => [conflictKey(conflict), answer(conflict, takes, index)] as const,
    );
    const resolution = resolve(result, Object.fromEntries(answers));
    result = resolution.result;
  }
  assert.deepEqual(result.conflicts, []);
  assert.deepEqual(validateShape(result.merged), []);
  assert.deepEqual(normalise(result.merged), result.merged);
}

type PlainTake = Exclude<Take, 'own'>;

function answer(conflict: Conflict, takes: readonly PlainTake[], index: number): Answer {
  const wished = takes[index % takes.length] ?? 'suggestion';
  return { take: answersFor(conflict).includes(wished) ? wished : 'suggestion' };
}

/** An adopter that says no to all that upstream changed has what it had. */
export function decliningAllLeavesOurs(diff: Diff, merge: Merge, { base, ours, theirs }: Sides): void {
  const declined = diff(base, theirs).map((change) => decline(theirs, change));
  const result = merge({ base, ours, theirs, declined });
  assert.deepEqual(result.conflicts, []);
  assert.equal(hash(result.merged), hash(ours));
}

/** Locks have a direction (theirs is upstream), so this law is about definitions without a change of locks. */
export function swappingTheSidesSwapsOnlyTheNames(merge: Merge, { base, ours, theirs }: Sides): void {
  const one = merge({ base, ours, theirs });
  const other = merge({ base, ours: theirs, theirs: ours });
  assert.deepEqual(
    other.conflicts.map((conflict) => named(conflict, OTHER_NAME[conflict.kind] ?? conflict.kind)).toSorted(),
    one.conflicts.map((conflict) => named(conflict, conflict.kind)).toSorted(),
  );
  if (one.clean) assert.equal(hash(other.merged), hash(one.merged));
}

function named(conflict: Conflict, kind: ConflictKind): string {
  return [kind, conflict.element, conflict.property].join(' ');
}

/** Nothing is lost silently: every edit of either side is in a clean result. */
export function aCleanMergeContainsEveryEdit(diff: Diff, merge: Merge, { base, ours, theirs }: Sides): void {
  const { clean, merged } = merge({ base, ours, theirs });
  if (!clean) return;
  const tree = open(merged);
  const [old, our, their] = [open(base), open(ours), open(theirs)];
  for (const change of diff(base, ours)) assertContained(change, { tree, old, side: our, other: their });
  for (const change of diff(base, theirs)) assertContained(change, { tree, old, side: their, other: our });
}

function open(definition: Definition): Tree {
  return readTree(definition, defaultRules);
}

type View = { readonly tree: Tree; readonly old: Tree; readonly side: Tree; readonly other: Tree };

function assertContained(change: Change, view: View): void {
  const { tree, old, side } = view;
  switch (change.change) {
    case 'removed':
      return assert.ok(!tree.has(change.element), `${change.path} is gone`);
    case 'added':
      for (const id of idsWithin(side, change.element))
        assert.ok(old.has(id) || tree.has(id), `${id} is there`);
      return assert.ok(
        samePlace(getNode(tree, change.element).place, change.place),
        `${change.path} is in its place`,
      );
    case 'moved':
      assert.ok(
        samePlace(getNode(tree, change.element).place, change.place),
        `${change.path} is in its place`,
      );
      return assertTurned(change, view);
    case 'changed':
      return assertValue(change, view);
  }
}

/** Every pair that the move turned round stands turned in the result. */
function assertTurned(
  { element, place }: Extract<Change, { change: 'moved' }>,
  { tree, old, side }: View,
): void {
  const [was, is, merged] = [old, side, tree].map(
    (each) => each.get(place.owner)?.slots.get(place.slot) ?? [],
  );
  if (was === undefined || is === undefined || merged === undefined || !was.includes(element)) return;
  for (const other of was) {
    if (!is.includes(other) || !merged.includes(other)) continue;
    const before = (ids: readonly string[]): boolean => ids.indexOf(element) < ids.indexOf(other);
    if (before(was) !== before(is))
      assert.equal(before(merged), before(is), `${element} and ${other} are turned`);
  }
}

function assertValue(change: Extract<Change, { change: 'changed' }>, { tree, old, other }: View): void {
  const merged = getProperty(getNode(tree, change.element).own, change.property);
  if (equal(merged, change.after)) return;
  const was = old.get(change.element);
  const theirs = other.get(change.element);
  const theirValue = theirs === undefined ? undefined : getProperty(theirs.own, change.property);
  const before = was === undefined ? undefined : getProperty(was.own, change.property);
  assert.ok(!equal(theirValue, before), `${change.path} was changed by both`);
  if (Array.isArray(change.after ?? []) && Array.isArray(merged ?? [])) {
    return assertMembers(asList(before), asList(change.after), asList(merged));
  }
  assert.ok(typeof merged === 'string' && typeof change.after === 'string', `${change.path} is a text`);
  const written = splitSentences(change.after).filter(
    (sentence) => !splitSentences(asText(before)).includes(sentence),
  );
  for (const sentence of written)
    assert.ok(splitSentences(merged).includes(sentence), `"${sentence}" stands in ${merged}`);
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function assertMembers(
  before: readonly unknown[],
  after: readonly unknown[],
  merged: readonly unknown[],
): void {
  for (const member of after) if (!before.includes(member)) assert.ok(merged.includes(member));
  for (const member of before) if (!after.includes(member)) assert.ok(!merged.includes(member));
}
