import type { Path } from '../path.ts';
import type { TreeNode } from '../tree.ts';
import type { Places } from './places.ts';
import type { Presence } from './presence.ts';
import { locate, values, type Nodes, type Round } from './round.ts';
import { mergeSequence, type Sequences } from './sequence.ts';

/** Ids that an element has in its lists, by the list's path, in no order. */
type Members = ReadonlyMap<Path, readonly string[]>;

const NO_LISTS: ReadonlyMap<Path, readonly string[]> = new Map();

/** What each touched element has in its lists: what nobody touched there, and what has its place there now. */
export function membersOf(
  { trees }: Round,
  { touched, dropped }: Presence,
  places: Places,
): ReadonlyMap<string, Members> {
  const members = new Map<string, Map<Path, string[]>>();
  for (const owner of touched) {
    const lists = trees.ours.get(owner)?.slots ?? NO_LISTS;
    if (lists.size === 0) continue;
    const stay = [...lists].map(
      ([slot, ids]) => [slot, ids.filter((id) => !places.has(id) && !dropped.has(id))] as const,
    );
    members.set(owner, new Map(stay.filter(([, ids]) => ids.length > 0)));
  }
  for (const [id, { owner, slot }] of places) {
    const lists = members.get(owner) ?? new Map<Path, string[]>();
    members.set(owner, lists);
    const ids = lists.get(slot);
    if (ids === undefined) lists.set(slot, [id]);
    else ids.push(id);
  }
  return members;
}

/** The lists of an element, each in the order that the sides give it. A list that they had stays, if empty. */
export function mergeLists(round: Round, nodes: Nodes, members: Members = NO_LISTS): TreeNode['slots'] {
  const had = [nodes.ours?.slots ?? NO_LISTS, nodes.theirs?.slots ?? NO_LISTS];
  if (members.size === 0 && had.every(({ size }) => size === 0)) return NO_LISTS;
  const lists = new Map<Path, readonly string[]>();
  for (const side of had) for (const slot of side.keys()) lists.set(slot, []);
  for (const [slot, ids] of members) lists.set(slot, mergeList(round, nodes, { slot, ids }));
  return lists;
}

type List = { readonly slot: Path; readonly ids: readonly string[] };

function mergeList(round: Round, nodes: Nodes, { slot, ids }: List): readonly string[] {
  const base = nodes.base?.slots.get(slot) ?? [];
  const ours = nodes.ours?.slots.get(slot) ?? [];
  const theirs = nodes.theirs?.slots.get(slot) ?? [];
  const orders = { base, ours, theirs };
  return mergeSequence({
    ...orders,
    members: ids,
    choose: () => askOrder(round, { id: nodes.id, slot }, orders),
  });
}

type Orders = Pick<Sequences, 'base' | 'ours' | 'theirs'>;

function askOrder(round: Round, list: { id: string; slot: Path }, orders: Orders): readonly string[] {
  const decision = round.ask({
    kind: 'order',
    ...locate(round.trees, list.id, list.slot),
    ...values(orders.base, orders.ours, orders.theirs),
    suggestion: { take: 'theirs', value: orders.theirs },
  });
  if (decision.take !== 'own') return orders[decision.take];
  return Array.isArray(decision.value) ? decision.value.map(String) : orders.ours;
}
