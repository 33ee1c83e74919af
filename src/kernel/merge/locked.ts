import type { Change } from '../change.ts';
import { isLock } from '../definition.ts';
import { equal, type Json } from '../json.ts';
import { leaveOut } from '../leave-out.ts';
import { holdsOrder, isAllowed, isInList, lockView, type LockView } from '../locks.ts';
import { turnedWith } from '../order.ts';
import type { KindRules } from '../rules.ts';
import { getNode, getProperty, idsAt, pathOf, samePlace, type Tree } from '../tree.ts';
import { element } from './presence.ts';
import { locate, values, type Questions, type Trees } from './round.ts';

/**
 * Local changes that upstream's tightening or new demands forbid are asked about; those given up are taken out of ours
 * before the merge. What was forbidden already is not the merge's concern, and theirs is always upstream.
 */
export function settleLocks(
  trees: Trees,
  { changes, rules, ask }: { changes: readonly Change[]; rules: KindRules; ask: Questions['ask'] },
): Tree {
  const isLocked = hasLocks(trees.theirs);
  if (!isLocked && rules.demands.size === 0) return trees.ours;
  const after = lockView(trees.theirs, rules);
  if (!isLocked && after.standing.size === 0) return trees.ours;
  const before = lockView(trees.base, rules);
  const givenUp = changes.filter(
    (change) =>
      isForbidden(trees, change, { before, after }) && ask(lockedConflict(trees, change)).take === 'theirs',
  );
  return givenUp.length === 0
    ? trees.ours
    : leaveOut({ before: trees.base, after: trees.ours }, givenUp, rules);
}

function hasLocks(tree: Tree): boolean {
  for (const { own } of tree.values()) if (isLock(own['lock'])) return true;
  return false;
}

type Views = { readonly before: LockView; readonly after: LockView };

function isForbidden(trees: Trees, change: Change, views: Views): boolean {
  if (isAllowed(change, views.after)) return false;
  if (change.change === 'moved' && isInList(trees.base, change)) return turnsHeld(trees, change, views);
  return isAllowed(change, views.before) && !isMadeBy(trees, change);
}

type Moved = Extract<Change, { change: 'moved' }>;

/**
 * Whether our move within a list turned a pair round that upstream's locks now hold in the order it has there. It is
 * told pair by pair, whichever of the two is said to have moved: what else is in the list has no part in it.
 */
function turnsHeld(trees: Trees, { element: id, place }: Moved, { before, after }: Views): boolean {
  const [base, ours, theirs] = [trees.base, trees.ours, trees.theirs].map((tree) => idsAt(tree, place));
  if (base === undefined || ours === undefined || !theirs?.includes(id)) return false;
  const there = new Set(theirs);
  const turnedThere = new Set(turnedWith(id, { before: base, after: theirs }));
  return turnedWith(id, { before: base, after: ours }).some(
    (other) =>
      there.has(other) &&
      !turnedThere.has(other) &&
      holdsOrder(place.owner, [id, other], after) &&
      !holdsOrder(place.owner, [id, other], before),
  );
}

/** Whether upstream did the same, or lacks what the change is about: then the lock stands in nobody's way. */
function isMadeBy(trees: Trees, change: Change): boolean {
  const node = trees.theirs.get(change.element);
  switch (change.change) {
    case 'added':
      return node !== undefined || !trees.theirs.has(change.place.owner);
    case 'removed':
      return node === undefined;
    case 'moved':
      return node === undefined || samePlace(node.place, change.place);
    case 'changed':
      return node === undefined || equal(getProperty(node.own, change.property), change.after);
  }
}

function lockedConflict(trees: Trees, change: Change): Parameters<Questions['ask']>[0] {
  const [base, ours, theirs] = [trees.base, trees.ours, trees.theirs].map((tree) => valueIn(tree, change));
  return {
    kind: 'locked',
    ...locate(trees, change.element, change.change === 'changed' ? change.property : ''),
    ...values(base, ours, theirs),
    suggestion: { take: 'theirs' },
  };
}

function valueIn(tree: Tree, change: Change): Json | undefined {
  if (!tree.has(change.element)) return undefined;
  switch (change.change) {
    case 'added':
    case 'removed':
      return element(tree, change.element);
    case 'moved':
      return pathOf(tree, change.element);
    case 'changed':
      return getProperty(getNode(tree, change.element).own, change.property);
  }
}
