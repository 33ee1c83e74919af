import type { Change } from '../change.ts';
import type { Conflict, Side } from '../conflict.ts';
import { equal } from '../json.ts';
import { idsWithin, samePlace, type Tree } from '../tree.ts';
import type { Round, Trees } from './round.ts';

/** A change and who made it. */
export type SidedChange = Change & { readonly side: Side | 'both' };

/** What the sides changed, leaving out what conflicts are about; the same change on both sides is told once. */
export function sidedChanges(
  changes: Round['changes'],
  conflicts: readonly Conflict[],
  trees: Trees & { readonly merged: Tree },
): readonly SidedChange[] {
  const isOpen = inConflict(conflicts, trees);
  const byElement = Map.groupBy(changes.theirs, ({ element }) => element);
  const shared = new Set<Change>();
  const ours = changes.ours.map((change): SidedChange => {
    const same = byElement.get(change.element)?.find((other) => sameChange(change, other));
    if (same === undefined) return { ...change, side: 'ours' };
    shared.add(same);
    return { ...change, side: 'both' };
  });
  const rest = changes.theirs.filter((change) => !shared.has(change));
  return [...ours, ...rest.map((change): SidedChange => ({ ...change, side: 'theirs' }))].filter(
    (change) => !isOpen(change) && !isHeldBack(change, trees.merged),
  );
}

/** A removal that waits for an answer: a rule names the element. */
function isHeldBack({ change, element }: Change, merged: Tree): boolean {
  return change === 'removed' && merged.has(element);
}

function sameChange(a: Change, b: Change): boolean {
  if (a.change === 'changed') {
    return b.change === 'changed' && a.property === b.property && equal(a.after, b.after);
  }
  if (a.change === 'removed') return b.change === 'removed';
  if (b.change === 'changed' || b.change === 'removed' || !samePlace(a.place, b.place)) return false;
  if (a.change === 'moved') return a.follows === b.follows;
  return b.change === 'added' && a.follows === b.follows && equal(a.after, b.after);
}

/** Whether a change is (part of) what a conflict is about. */
function inConflict(conflicts: readonly Conflict[], { ours, theirs }: Trees): (change: Change) => boolean {
  if (conflicts.length === 0) return () => false;
  const spots = new Set(conflicts.map(({ element, property }) => JSON.stringify([element, property])));
  const whole = conflicts.filter(
    ({ kind, property }) => property === '' && kind !== 'moved-both' && kind !== 'cycle',
  );
  const inside = new Set(
    whole.flatMap(({ element }) =>
      [ours, theirs].flatMap((tree) => (tree.has(element) ? idsWithin(tree, element) : [])),
    ),
  );
  return (change) => {
    if (inside.has(change.element)) return true;
    if (change.change === 'changed') return spots.has(JSON.stringify([change.element, change.property]));
    if (spots.has(JSON.stringify([change.element, '']))) return true;
    return change.change === 'moved' && spots.has(JSON.stringify([change.place.owner, change.place.slot]));
  };
}
