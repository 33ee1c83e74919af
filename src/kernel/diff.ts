import type { Change } from './change.ts';
import type { Definition } from './definition.ts';
import { equal, isObject, property, type Json, type JsonObject } from './json.ts';
import { movedIds } from './order.ts';
import { appendPath, escapePart, type Path } from './path.ts';
import { readTree } from './read-tree.ts';
import { defaultRules, type KindRules } from './rules.ts';
import { getNode, isMark, pathOf, ROOT, samePlace, subtree, type Tree, type TreeNode } from './tree.ts';

/**
 * What turns one definition into another, in the order of the later one. Empty exactly when the hashes are
 * equal. Both must have a valid shape. O(n log n).
 */
export function diff(
  before: Definition,
  after: Definition,
  rules: KindRules = defaultRules,
): readonly Change[] {
  const old = readTree(before, rules);
  return diffTrees(old, readTree(after, rules, old), rules);
}

export function diffTrees(before: Tree, after: Tree, rules: KindRules): readonly Change[] {
  const changes: Change[] = [];
  const visit = (node: TreeNode, old: TreeNode | undefined): void => {
    if (old !== undefined) {
      for (const change of changedProperties(old.own, node.own, rules)) {
        const path = appendPath(pathOf(after, node.id), change.property);
        changes.push({ change: 'changed', element: node.id, path, ...change });
      }
      for (const id of goneFrom(old, after)) changes.push(removal(id, before, after));
    }
    for (const [slot, ids] of node.slots) {
      const moved = movedIds(old?.slots.get(slot) ?? [], ids);
      let follows: string | null = null;
      for (const id of ids) {
        const inner = getNode(after, id);
        const was = before.get(id);
        if (moved.has(id) || was === undefined || !samePlace(was.place, inner.place)) {
          changes.push(...arrival(inner, { before, after, follows }));
        }
        // A node that both share has nothing in it to tell of.
        if (was !== inner) visit(inner, was);
        follows = id;
      }
    }
  };
  if (before !== after) visit(getNode(after, ROOT), getNode(before, ROOT));
  return changes;
}

type Arrival = { readonly before: Tree; readonly after: Tree; readonly follows: string | null };

/** How an element came to where it is. What is new inside something new comes with that. */
function arrival({ id, place }: TreeNode, { before, after, follows }: Arrival): readonly Change[] {
  const path = pathOf(after, id);
  if (before.has(id)) {
    const from = pathOf(before, id);
    return [{ change: 'moved', element: id, path, place, follows, from, to: path }];
  }
  if (!before.has(place.owner)) return [];
  const element = subtree(after, id, (inner) => !before.has(inner));
  return [{ change: 'added', element: id, path, place, follows, after: element }];
}

/** The outermost elements that are gone from an element's lists. */
function goneFrom({ slots }: TreeNode, after: Tree): readonly string[] {
  if (slots.size === 0) return [];
  return [...slots.values()].flatMap((ids) => ids.filter((id) => !after.has(id)));
}

/** A removed element, without those in it that moved out. */
function removal(id: string, before: Tree, after: Tree): Change {
  const element = subtree(before, id, (inner) => !after.has(inner));
  return { change: 'removed', element: id, path: pathOf(before, id), before: element };
}

type PropertyChange = { readonly property: Path; readonly before?: Json; readonly after?: Json };

const NONE: readonly PropertyChange[] = [];

/** Changed properties down to the leaves; an absent object is the same as an empty one. */
function changedProperties(
  before: JsonObject,
  after: JsonObject,
  rules: KindRules,
): readonly PropertyChange[] {
  if (equal(before, after)) return NONE;
  const found: PropertyChange[] = [];
  diffObjects({ before, after }, '', { rules, found });
  return found;
}

type Pair = { readonly before: JsonObject; readonly after: JsonObject };
type Search = { readonly rules: KindRules; readonly found: PropertyChange[] };

function diffObjects({ before, after }: Pair, prefix: Path, search: Search): void {
  for (const key of keysOf(before, after)) {
    const left = seen(property(before, key));
    const right = seen(property(after, key));
    if (equal(left, right)) continue;
    const path = appendPath(prefix, escapePart(key));
    const isInner = !search.rules.opaque.has(key) && isObject(left ?? {}) && isObject(right ?? {});
    if (isInner) diffObjects({ before: asObject(left), after: asObject(right) }, path, search);
    else search.found.push(leaf(path, left, right));
  }
}

function asObject(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** Keys of the later object, then those that only the earlier one has. */
export function keysOf(before: JsonObject, after: JsonObject): readonly string[] {
  const keys = Object.keys(after);
  for (const key in before) if (!Object.hasOwn(after, key)) keys.push(key);
  return keys;
}

/** The mark of a list of elements is no property of its own. */
function seen(value: Json | undefined): Json | undefined {
  return isMark(value) ? undefined : value;
}

function leaf(path: Path, before: Json | undefined, after: Json | undefined): PropertyChange {
  if (before === undefined) return after === undefined ? { property: path } : { property: path, after };
  return after === undefined ? { property: path, before } : { property: path, before, after };
}

/** Whether two elements have the same properties, whatever lists of elements they have. */
export function sameProperties(before: JsonObject, after: JsonObject, rules: KindRules): boolean {
  return changedProperties(before, after, rules).length === 0;
}
