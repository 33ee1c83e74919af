import type { Side } from '../conflict.ts';
import type { Json } from '../json.ts';
import { getNode, samePlace, subtree, type Tree } from '../tree.ts';
import { locate, values, type Round } from './round.ts';

/**
 * Which elements the result has. An element that one side removed is gone when the other side left it and
 * all in it alone; else it is a conflict about the outermost removed element, kept or dropped whole.
 */
export function decidePresence(round: Round): ReadonlySet<string> {
  const dropped = new Set([...removedBy(round, 'theirs'), ...removedBy(round, 'ours')]);
  const kept = new Set<string>();
  for (const tree of [round.trees.ours, round.trees.theirs]) {
    for (const id of tree.keys()) if (!dropped.has(id)) kept.add(id);
  }
  return kept;
}

function removedBy(round: Round, remover: Side): readonly string[] {
  const { base } = round.trees;
  const has = round.trees[remover === 'ours' ? 'theirs' : 'ours'];
  const lacks = round.trees[remover];
  if ([...base.keys()].every((id) => lacks.has(id))) return [];
  const touched = new Set(round.changes[remover === 'ours' ? 'theirs' : 'ours'].map(({ element }) => element));
  const dropped: string[] = [];
  for (const id of has.keys()) {
    if (!base.has(id) || lacks.has(id) || isInsideRemoved(id, has, { base, lacks })) continue;
    const { within, dirty } = survey(id, { base, has, lacks, touched });
    const pinned = within.some((inner) => round.pins.keep.has(inner));
    const kept = dirty && askRemoved(round, id, remover) !== remover;
    if (!kept && !pinned) dropped.push(...within);
  }
  return dropped;
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
function survey(root: string, { base, has, lacks, touched }: Survey): { within: readonly string[]; dirty: boolean } {
  const within: string[] = [];
  let dirty = false;
  const visit = (id: string): void => {
    const node = getNode(has, id);
    const old = base.get(id);
    if (lacks.has(id)) {
      dirty ||= old === undefined || !samePlace(old.place, node.place);
      return;
    }
    within.push(id);
    dirty ||= old === undefined || touched.has(id);
    for (const ids of node.slots.values()) ids.forEach(visit);
  };
  visit(root);
  return { within, dirty };
}

function askRemoved(round: Round, id: string, remover: Side): Side {
  const { base, ours, theirs } = round.trees;
  const keeper = remover === 'ours' ? 'theirs' : 'ours';
  const decision = round.ask({
    kind: remover === 'theirs' ? 'changed-removed' : 'removed-changed',
    ...locate(round.trees, id, ''),
    ...values(element(base, id), element(ours, id), element(theirs, id)),
    suggestion: { take: keeper },
  });
  return decision.take === 'theirs' ? 'theirs' : 'ours';
}

/** An element in full, or undefined where a side has none. */
export function element(tree: Tree, id: string): Json | undefined {
  return tree.has(id) ? subtree(tree, id) : undefined;
}
