import type { Change } from '../change.ts';
import { isLock } from '../definition.ts';
import { equal, type Json } from '../json.ts';
import { leaveOut } from '../leave-out.ts';
import { isAllowed, lockView } from '../locks.ts';
import { positions } from '../order.ts';
import type { KindRules } from '../rules.ts';
import { getNode, getProperty, pathOf, samePlace, type Tree } from '../tree.ts';
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
      !isAllowed(change, after) &&
      isAllowed(change, before) &&
      !isMadeBy(trees, change) &&
      ask(lockedConflict(trees, change)).take === 'theirs',
  );
  return givenUp.length === 0
    ? trees.ours
    : leaveOut({ before: trees.base, after: trees.ours }, givenUp, rules);
}

function hasLocks(tree: Tree): boolean {
  for (const { own } of tree.values()) if (isLock(own['lock'])) return true;
  return false;
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
      if (node === undefined) return true;
      return change.from === change.to ? turnsNothing(trees, change) : samePlace(node.place, change.place);
    case 'changed':
      return node === undefined || equal(getProperty(node.own, change.property), change.after);
  }
}

/** Whether every pair in the list that our move turned round, upstream has turned too. */
function turnsNothing(trees: Trees, { element: id, place }: Extract<Change, { change: 'moved' }>): boolean {
  const [base, ours, theirs] = [trees.base, trees.ours, trees.theirs].map((tree) =>
    positions(tree.get(place.owner)?.slots.get(place.slot) ?? []),
  );
  const isBefore = (list: typeof base, other: string): boolean | undefined => {
    const [at, otherAt] = [list?.get(id), list?.get(other)];
    return at === undefined || otherAt === undefined ? undefined : at < otherAt;
  };
  return [...(ours?.keys() ?? [])].every((other) => {
    const [was, is, theirWay] = [base, ours, theirs].map((list) => isBefore(list, other));
    return was === undefined || was === is || theirWay === undefined || theirWay === is;
  });
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
