import type { Change } from './change.ts';
import type { Definition } from './definition.ts';
import { equal, isObject, property, type Json, type JsonObject } from './json.ts';
import { normalise } from './normalise.ts';
import { movedIds } from './order.ts';
import { appendPath, escapePart, type Path } from './path.ts';
import { defaultRules, type KindRules } from './rules.ts';
import {
  getNode,
  isMark,
  pathOf,
  ROOT,
  samePlace,
  subtree,
  takeApart,
  type Tree,
  type TreeNode,
} from './tree.ts';

/**
 * What turns one definition into another, in the order of the later one. Empty exactly when the hashes are
 * equal. Both must have a valid shape. O(n log n).
 */
export function diff(
  before: Definition,
  after: Definition,
  rules: KindRules = defaultRules,
): readonly Change[] {
  return diffTrees(
    takeApart(normalise(before, rules), rules),
    takeApart(normalise(after, rules), rules),
    rules,
  );
}

export function diffTrees(before: Tree, after: Tree, rules: KindRules): readonly Change[] {
  const changes: Change[] = [];
  const visit = (id: string): void => {
    const node = getNode(after, id);
    const old = before.get(id);
    if (old !== undefined) {
      diffProperties(old.own, node.own, rules, (change) => {
        const path = appendPath(pathOf(after, id), change.property);
        changes.push({ change: 'changed', element: id, path, ...change });
      });
      changes.push(...removedFrom(old, before, after));
    }
    for (const [slot, ids] of node.slots) {
      const moved = movedIds(old?.slots.get(slot) ?? [], ids);
      let follows: string | null = null;
      for (const inner of ids) {
        if (moved.has(inner) || isNewHere(inner, before, after)) {
          changes.push(...arrival(inner, { before, after, follows }));
        }
        visit(inner);
        follows = inner;
      }
    }
  };
  visit(ROOT);
  return changes;
}

function isNewHere(id: string, before: Tree, after: Tree): boolean {
  const old = before.get(id);
  return old === undefined || !samePlace(old.place, getNode(after, id).place);
}

type Arrival = { readonly before: Tree; readonly after: Tree; readonly follows: string | null };

/** How an element came to where it is. What is new inside something new comes with that. */
function arrival(id: string, { before, after, follows }: Arrival): readonly Change[] {
  const { place } = getNode(after, id);
  const path = pathOf(after, id);
  if (before.has(id)) {
    const from = pathOf(before, id);
    return [{ change: 'moved', element: id, path, place, follows, from, to: path }];
  }
  if (!before.has(place.owner)) return [];
  const element = subtree(after, id, (inner) => !before.has(inner));
  return [{ change: 'added', element: id, path, place, follows, after: element }];
}

/** The outermost elements that are gone from an element's lists, each without those in it that moved out. */
function removedFrom({ slots }: TreeNode, before: Tree, after: Tree): readonly Change[] {
  if (slots.size === 0) return [];
  const gone = [...slots.values()].flatMap((ids) => ids.filter((id) => !after.has(id)));
  return gone.map((id) => {
    const element = subtree(before, id, (inner) => !after.has(inner));
    return { change: 'removed', element: id, path: pathOf(before, id), before: element };
  });
}

type PropertyChange = { readonly property: Path; readonly before?: Json; readonly after?: Json };

type Found = (change: PropertyChange) => void;

/** Changed properties down to the leaves; an absent object is the same as an empty one. */
function diffProperties(before: JsonObject, after: JsonObject, rules: KindRules, found: Found): void {
  if (equal(before, after)) return;
  diffObjects({ before, after }, '', { rules, found });
}

type Pair = { readonly before: JsonObject; readonly after: JsonObject };

function diffObjects(
  { before, after }: Pair,
  prefix: Path,
  search: { rules: KindRules; found: Found },
): void {
  for (const key of keysOf(before, after)) {
    const left = seen(property(before, key));
    const right = seen(property(after, key));
    if (equal(left, right)) continue;
    const path = appendPath(prefix, escapePart(key));
    const isInner = !search.rules.opaque.has(key) && isObject(left ?? {}) && isObject(right ?? {});
    if (isInner) diffObjects({ before: asObject(left), after: asObject(right) }, path, search);
    else search.found(leaf(path, left, right));
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
  return {
    property: path,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

/** Whether two elements have the same properties, whatever lists of elements they have. */
export function sameProperties(a: JsonObject, b: JsonObject, rules: KindRules): boolean {
  let same = true;
  diffProperties(a, b, rules, () => {
    same = false;
  });
  return same;
}
