import { isObject, property, type Json, type JsonObject } from '../json.ts';
import { joinPath, splitPath, type Path } from '../path.ts';
import { getProperty, isMark, ROOT, setProperty, subtree, type Tree, type TreeNode } from '../tree.ts';
import { decidePlaces, type Places } from './places.ts';
import { decidePresence } from './presence.ts';
import { mergeProperties, type Three } from './properties.ts';
import { locate, values, type Round } from './round.ts';
import { mergeSequence } from './sequence.ts';

/** One pass: presence, places, properties and orders, put together into the merged tree. */
export function rebuild(round: Round): Tree {
  const kept = decidePresence(round);
  const { places, addedBoth } = decidePlaces(round, kept);
  const members = membersOf(places);
  const tree = new Map<string, TreeNode>();
  for (const id of kept) {
    const nodes = nodesOf(round, id);
    const own = pinned(round, id, ownOf(round, nodes, addedBoth.get(id)));
    const slots = mergeSlots(round, nodes, members.get(id));
    const place = places.get(id) ?? { owner: ROOT, slot: '' };
    tree.set(id, slots.size === 0 ? { id, place, own, slots } : settleForms(round, { id, place, own, slots }));
  }
  return tree;
}

type Nodes = Three<TreeNode> & { readonly id: string };

function nodesOf({ trees }: Round, id: string): Nodes {
  return { id, base: trees.base.get(id), ours: trees.ours.get(id), theirs: trees.theirs.get(id) };
}

function ownOf(round: Round, { id, base, ours, theirs }: Nodes, addedBoth: 'ours' | 'theirs' | undefined): JsonObject {
  if (ours === undefined || theirs === undefined) return ours?.own ?? theirs?.own ?? {};
  if (addedBoth !== undefined) return addedBoth === 'ours' ? ours.own : theirs.own;
  return mergeProperties(round, id, { base: base?.own, ours: ours.own, theirs: theirs.own });
}

function pinned({ pins }: Round, id: string, own: JsonObject): JsonObject {
  let result = own;
  for (const [path, value] of pins.values.get(id) ?? []) result = setProperty(result, path, value);
  return result;
}

type Members = ReadonlyMap<Path, ReadonlySet<string>>;

/** Ids by the element and list that they stand in. */
function membersOf(places: Places): ReadonlyMap<string, Members> {
  const members = new Map<string, Map<Path, Set<string>>>();
  for (const [id, { owner, slot }] of places) {
    const slots = members.get(owner) ?? new Map<Path, Set<string>>();
    const ids = slots.get(slot) ?? new Set<string>();
    members.set(owner, slots.set(slot, ids.add(id)));
  }
  return members;
}

const NO_SLOTS: ReadonlyMap<Path, readonly string[]> = new Map();

function mergeSlots(round: Round, nodes: Nodes, members: Members | undefined): TreeNode['slots'] {
  if (members === undefined) return NO_SLOTS;
  return new Map([...members].map(([slot, ids]) => [slot, mergeSlot(round, nodes, slot, ids)]));
}

// oxlint-disable-next-line max-params
function mergeSlot(round: Round, nodes: Nodes, slot: Path, members: ReadonlySet<string>): readonly string[] {
  const base = nodes.base?.slots.get(slot) ?? [];
  const ours = nodes.ours?.slots.get(slot) ?? [];
  const theirs = nodes.theirs?.slots.get(slot) ?? [];
  const choose = (): readonly string[] => {
    const decision = round.ask({
      kind: 'order',
      ...locate(round.trees, nodes.id, slot),
      ...values(base, ours, theirs),
      suggestion: { take: 'theirs', value: theirs },
    });
    if (decision.take !== 'own') return { base, ours, theirs }[decision.take];
    return Array.isArray(decision.value) ? decision.value.map(String) : ours;
  };
  return mergeSequence({ base, ours, theirs, members, choose });
}

/** One side may have made a list of elements into something else while the other added to it. */
function settleForms(round: Round, node: TreeNode): TreeNode {
  let { own } = node;
  const slots = new Map(node.slots);
  for (const [slot, ids] of node.slots) {
    const blocked = blockedAt(own, slot);
    if (blocked === undefined || ids.length === 0) continue;
    const value = askForm(round, node.id, blocked);
    if (value === undefined) own = setProperty(own, blocked, undefined);
    else {
      own = setProperty(own, blocked, value);
      slots.delete(slot);
    }
  }
  return { ...node, own, slots };
}

/** The path, up to the list's own, at which something stands that is neither the list nor around it. */
function blockedAt(own: JsonObject, slot: Path): Path | undefined {
  const parts = splitPath(slot);
  let value: Json | undefined = own;
  for (const [index, part] of parts.entries()) {
    value = isObject(value) ? property(value, part) : undefined;
    if (value === undefined || isMark(value)) return undefined;
    if (!isObject(value) || index === parts.length - 1) return joinPath(parts.slice(0, index + 1));
  }
  return undefined;
}

/** The value that takes the list's place, or undefined when the list stays. */
function askForm(round: Round, id: string, path: Path): Json | undefined {
  const { base, ours, theirs } = round.trees;
  const [was, our, their] = [base, ours, theirs].map((tree) =>
    tree.has(id) ? getProperty(subtree(tree, id), path) : undefined,
  );
  const decision = round.ask({
    kind: 'both-changed',
    ...locate(round.trees, id, path),
    ...values(was, our, their),
    suggestion: { take: 'theirs' },
  });
  if (decision.take === 'own') return decision.value;
  const chosen = round.trees[decision.take].get(id)?.own;
  const value = chosen === undefined ? undefined : getProperty(chosen, path);
  return isMark(value) || isObject(value) ? undefined : value;
}
