import type { Side } from '../conflict.ts';
import { isObject, property, type Json, type JsonObject } from '../json.ts';
import { normaliseOwn } from '../normalise.ts';
import { joinPath, splitPath, type Path } from '../path.ts';
import { getProperty, isMark, ROOT, setProperty, subtree, type Tree, type TreeNode } from '../tree.ts';
import { decidePlaces } from './places.ts';
import { decidePresence } from './presence.ts';
import { withHead } from './head.ts';
import { membersOf, mergeLists } from './lists.ts';
import { mergeProperties } from './properties.ts';
import { locate, values, type Nodes, type Round } from './round.ts';

export type Rebuilt = {
  readonly tree: Tree;
  /** Elements of the sides that are not in it. */
  readonly dropped: ReadonlySet<string>;
  /** Elements whose being there is an open question. */
  readonly undecided: ReadonlySet<string>;
  /** Elements that must stay after all: another pass keeps them. */
  readonly missing: readonly string[];
};

/** One pass: presence, places, properties and orders, put together into the merged tree. */
export function rebuild(round: Round): Rebuilt {
  const presence = decidePresence(round);
  const { places, addedBoth } = decidePlaces(round, presence);
  const members = membersOf(round, presence, places);
  const changed = { ours: changedBy(round, 'ours'), theirs: changedBy(round, 'theirs') };
  const tree = new Map(round.trees.ours);
  const missing: string[] = [];
  for (const id of presence.touched) {
    const nodes = nodesOf(round, id);
    const merged = pinned(round, id, ownOf(round, nodes, { addedBoth: addedBoth.get(id), changed }));
    const own = normalOwn(round, nodes, merged);
    const slots = mergeLists(round, nodes, members.get(id));
    const place = places.get(id) ?? { owner: ROOT, slot: '' };
    const node = { id, place, own: id === ROOT ? withHead(round, own) : own, slots, whole: undefined };
    tree.set(id, slots.size === 0 ? node : settleForms(round, node, missing));
  }
  for (const id of presence.dropped) tree.delete(id);
  const { dropped, undecided } = presence;
  return { tree, dropped, undecided, missing: missing.filter((id) => !tree.has(id)) };
}

function nodesOf({ trees }: Round, id: string): Nodes {
  return { id, base: trees.base.get(id), ours: trees.ours.get(id), theirs: trees.theirs.get(id) };
}

type Changed = Readonly<Record<Side, ReadonlySet<string>>>;

/** Ids of elements of which a side changed properties: only where both did is there anything to merge. */
function changedBy(round: Round, side: Side): ReadonlySet<string> {
  return new Set(
    round.changes[side].filter(({ change }) => change === 'changed').map(({ element }) => element),
  );
}

function ownOf(
  round: Round,
  { id, base, ours, theirs }: Nodes,
  { addedBoth, changed }: { addedBoth: Side | undefined; changed: Changed },
): JsonObject {
  if (ours === undefined || theirs === undefined) return ours?.own ?? theirs?.own ?? {};
  if (addedBoth !== undefined) return addedBoth === 'ours' ? ours.own : theirs.own;
  if (!changed.theirs.has(id)) return ours.own;
  if (!changed.ours.has(id)) return theirs.own;
  return mergeProperties(round, id, { base: base?.own, ours: ours.own, theirs: theirs.own });
}

/** What neither side has as it stands may need normalising: a merged text, an answer of one's own. */
function normalOwn({ rules, languages }: Round, { ours, theirs }: Nodes, own: JsonObject): JsonObject {
  return own === ours?.own || own === theirs?.own ? own : normaliseOwn(own, rules, languages);
}

function pinned({ pins }: Round, id: string, own: JsonObject): JsonObject {
  let result = own;
  const fixed = pins.values.get(id);
  if (fixed === undefined) return own;
  for (const [path, value] of fixed) result = setProperty(result, path, value);
  return result;
}

/** One side may have made a list of elements into something else while the other added to it. */
function settleForms(round: Round, node: TreeNode, missing: string[]): TreeNode {
  let { own } = node;
  const slots = new Map(node.slots);
  for (const [slot, ids] of node.slots) {
    const blocked = blockedAt(own, slot);
    if (blocked === undefined || ids.length === 0) continue;
    const form = askForm(round, node.id, blocked);
    own = setProperty(own, blocked, form.value);
    if (form.value === undefined) missing.push(...(form.from?.slots.get(slot) ?? []));
    else slots.delete(slot);
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

/** The value that takes the list's place, or none when the list stays as it is in `from`. */
type Form = { readonly value: Json | undefined; readonly from: TreeNode | undefined };

function askForm(round: Round, id: string, path: Path): Form {
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
  if (decision.take === 'own') return { value: decision.value, from: undefined };
  const from = round.trees[decision.take].get(id);
  const value = from === undefined ? undefined : getProperty(from.own, path);
  return { value: isMark(value) || isObject(value) ? undefined : value, from };
}
