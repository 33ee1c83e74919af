import type { Side } from '../conflict.ts';
import type { Json } from '../json.ts';
import { getNode, samePlace, subtree, type Tree } from '../tree.ts';
import { locate, values, type Decision, type Round } from './round.ts';

export type Presence = {
  /** Elements of the result that a side did something to, or to something in them. The others stand as they did. */
  readonly touched: readonly string[];
  /** Elements of the sides that the result does not have. */
  readonly dropped: ReadonlySet<string>;
  /** Elements whose being there is an open question. */
  readonly undecided: ReadonlySet<string>;
};

/**
 * Which elements the result has. An element that one side removed is gone when the other side left it and
 * all in it alone; else it is a conflict about the outermost removed element, kept or dropped whole.
 */
export function decidePresence(round: Round): Presence {
  const dropped = new Set<string>();
  const undecided = new Set<string>();
  for (const remover of ['theirs', 'ours'] as const) {
    for (const { within, isKept, isOpen } of removals(round, remover)) {
      for (const id of within) {
        if (!isKept) dropped.add(id);
        if (isOpen) undecided.add(id);
      }
    }
  }
  return { touched: touchedIds(round, dropped), dropped, undecided };
}

/** In the order of ours, then theirs. What nobody touched is one node that the three trees share. */
function touchedIds({ trees }: Round, dropped: ReadonlySet<string>): readonly string[] {
  const { base, ours, theirs } = trees;
  const touched: string[] = [];
  for (const node of ours.values()) {
    const { id } = node;
    const isShared = node === theirs.get(id) && node === base.get(id);
    if (!isShared && !dropped.has(id)) touched.push(id);
  }
  for (const id of theirs.keys()) if (!ours.has(id) && !dropped.has(id)) touched.push(id);
  return touched;
}

export function isKept({ trees }: Round, { dropped }: Presence, id: string): boolean {
  return (trees.ours.has(id) || trees.theirs.has(id)) && !dropped.has(id);
}

type Removal = { readonly within: readonly string[]; readonly isKept: boolean; readonly isOpen: boolean };

/** What one side removed and the other still has, outermost elements with all that goes with them. */
function removals(round: Round, remover: Side): readonly Removal[] {
  if (round.changes[remover].every(({ change }) => change !== 'removed')) return [];
  const { base } = round.trees;
  const keeper = remover === 'ours' ? 'theirs' : 'ours';
  const has = round.trees[keeper];
  const lacks = round.trees[remover];
  const removed = [...base.keys()].filter((id) => has.has(id) && !lacks.has(id));
  const touched = new Set(round.changes[keeper].map((change) => change.element));
  return removed
    .filter((id) => !isInsideRemoved(id, has, { base, lacks }))
    .map((id) => {
      const { within, isDirty } = survey(id, { base, has, lacks, touched });
      const isPinned = within.some((inner) => round.pins.keep.has(inner));
      const isAsked = within.some((inner) => round.pins.open.has(inner));
      if (!isDirty) return { within, isKept: isPinned, isOpen: isAsked };
      const decision = askRemoved(round, id, remover);
      const kept = decision.take === 'theirs' ? 'theirs' : 'ours';
      return { within, isKept: isPinned || kept === keeper, isOpen: isAsked || 'isOpen' in decision };
    });
}

function isInsideRemoved(id: string, has: Tree, { base, lacks }: { base: Tree; lacks: Tree }): boolean {
  let { owner } = getNode(has, id).place;
  while (!lacks.has(owner)) {
    if (base.has(owner)) return true;
    owner = getNode(has, owner).place.owner;
  }
  return false;
}

type Survey = {
  readonly base: Tree;
  readonly has: Tree;
  readonly lacks: Tree;
  readonly touched: ReadonlySet<string>;
};

/** All that goes with a removed element, and whether the side that has it did anything there. */
function survey(
  root: string,
  { base, has, lacks, touched }: Survey,
): { within: readonly string[]; isDirty: boolean } {
  const within: string[] = [];
  let isDirty = false;
  const visit = (id: string): void => {
    const node = getNode(has, id);
    const old = base.get(id);
    if (lacks.has(id)) {
      isDirty ||= old === undefined || !samePlace(old.place, node.place);
      return;
    }
    within.push(id);
    isDirty ||= old === undefined || touched.has(id);
    for (const ids of node.slots.values()) ids.forEach(visit);
  };
  visit(root);
  return { within, isDirty };
}

function askRemoved(round: Round, id: string, remover: Side): Decision {
  const { base, ours, theirs } = round.trees;
  const keeper = remover === 'ours' ? 'theirs' : 'ours';
  return round.ask({
    kind: remover === 'theirs' ? 'changed-removed' : 'removed-changed',
    ...locate(round.trees, id, ''),
    ...values(element(base, id), element(ours, id), element(theirs, id)),
    suggestion: { take: keeper },
  });
}

/** An element in full, or undefined where a side has none. */
export function element(tree: Tree, id: string): Json | undefined {
  return tree.has(id) ? subtree(tree, id) : undefined;
}
