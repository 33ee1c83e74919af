import assert from 'node:assert/strict';
import { apply } from '../apply.ts';
import { hash } from '../canonical.ts';
import type { Change } from '../change.ts';
import type { Conflict, ConflictKind } from '../conflict.ts';
import { decline } from '../decline.ts';
import { getDefinition, type Definition } from '../definition.ts';
import { asText, equal, isList, isObject, type Json, type JsonObject } from '../json.ts';
import type { MergeInput, MergeResult } from '../merge/merge.ts';
import { readTree } from '../read-tree.ts';
import { defaultRules } from '../rules.ts';
import { splitSentences } from '../text/sentences.ts';
import { getProperty, idsAt, idsWithin, samePlace, type Tree, type TreeNode } from '../tree.ts';
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

export function normalisingTwiceIsNormalisingOnce(
  normalise: (definition: Definition) => Definition,
  { ours }: Sides,
): void {
  const once = normalise(ours);
  assert.deepEqual(normalise(once), once);
}

export function keysHaveNoOrder(hash: (definition: Definition) => string, { ours }: Sides): void {
  assert.equal(hash(getDefinition(reverse(ours))), hash(ours));
}

function reverse(object: JsonObject): JsonObject {
  const inner = (item: Json): Json =>
    isObject(item) ? reverse(item) : isList(item) ? item.map(inner) : item;
  const entries = Object.entries(object).map(([key, item]) => [key, inner(item)] as const);
  return Object.fromEntries(entries.toReversed());
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

const OTHER_NAME: Readonly<Partial<Record<ConflictKind, Exclude<ConflictKind, 'dangling'>>>> = {
  'changed-removed': 'removed-changed',
  'removed-changed': 'changed-removed',
};

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
  assert.deepEqual(other.conflicts.map(mirroredName).toSorted(), one.conflicts.map(nameOf).toSorted());
  if (one.clean) assert.equal(hash(other.merged), hash(one.merged));
}

/** All that tells what a conflict asks: two with the same name ask the same. */
export function nameOf(conflict: Conflict): string {
  const { kind, element, property, base, ours, theirs } = conflict;
  const dangling = kind === 'dangling' ? [conflict.target, conflict.removedBy] : [];
  return JSON.stringify([kind, element, property, { base, ours, theirs }, ...dangling]);
}

const OTHER_SIDE = { ours: 'theirs', theirs: 'ours' } as const;

/** The name that a conflict has when the sides are swapped. */
export function mirroredName(conflict: Conflict): string {
  const { kind, element, property, base, ours, theirs } = conflict;
  const dangling = kind === 'dangling' ? [conflict.target, OTHER_SIDE[conflict.removedBy]] : [];
  const values = { base, ours: theirs, theirs: ours };
  return JSON.stringify([OTHER_NAME[kind] ?? kind, element, property, values, ...dangling]);
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
        samePlace(found(tree, change.element).place, change.place),
        `${change.path} is in its place`,
      );
    case 'moved':
      assert.ok(samePlace(found(tree, change.element).place, change.place), `${change.path} is in its place`);
      return assertTurned(change, view);
    case 'changed':
      return assertValue(change, view);
  }
}

function found(tree: Tree, id: string): TreeNode {
  const node = tree.get(id);
  assert.ok(node !== undefined, `${id} is there`);
  return node;
}

/** Every pair that the move turned round stands turned in the result. */
function assertTurned(
  { element, place }: Extract<Change, { change: 'moved' }>,
  { tree, old, side }: View,
): void {
  const [was, is, merged] = [old, side, tree].map((each) => idsAt(each, place));
  if (was === undefined || is === undefined || merged === undefined || !was.includes(element)) return;
  for (const other of was) {
    if (!is.includes(other) || !merged.includes(other)) continue;
    const before = (ids: readonly string[]): boolean => ids.indexOf(element) < ids.indexOf(other);
    if (before(was) !== before(is))
      assert.equal(before(merged), before(is), `${element} and ${other} are turned`);
  }
}

function assertValue(change: Extract<Change, { change: 'changed' }>, { tree, old, other }: View): void {
  const merged = getProperty(found(tree, change.element).own, change.property);
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
