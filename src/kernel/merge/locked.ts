import type { Change } from '../change.ts';
import { equal, type Json } from '../json.ts';
import { leaveOut } from '../leave-out.ts';
import { isAllowed, locksOf } from '../locks.ts';
import type { KindRules } from '../rules.ts';
import { getNode, getProperty, pathOf, samePlace, type Tree } from '../tree.ts';
import { element } from './presence.ts';
import { locate, values, type Questions, type Trees } from './round.ts';

/**
 * Local changes that upstream's tightening forbids are asked about; those given up are taken out of ours
 * before the merge. What was forbidden already is not the merge's concern, and theirs is always upstream.
 */
export function settleLocks(
  trees: Trees,
  { changes, rules, ask }: { changes: readonly Change[]; rules: KindRules; ask: Questions['ask'] },
): Tree {
  const before = { locks: locksOf(trees.base), upstream: trees.base, rules };
  const after = { locks: locksOf(trees.theirs), upstream: trees.theirs, rules };
  const givenUp = changes.filter(
    (change) =>
      !isAllowed(change, after) &&
      isAllowed(change, before) &&
      !isMadeBy(trees.theirs, change) &&
      ask(lockedConflict(trees, change)).take === 'theirs',
  );
  return givenUp.length === 0 ? trees.ours : leaveOut({ before: trees.base, after: trees.ours }, givenUp, rules);
}

/** Whether a tree has a change, or lacks what it is about: then the lock stands in nobody's way. */
function isMadeBy(tree: Tree, change: Change): boolean {
  const node = tree.get(change.element);
  switch (change.change) {
    case 'added':
      return node !== undefined || !tree.has(change.place.owner);
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
