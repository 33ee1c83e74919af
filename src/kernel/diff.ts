import type { Change } from './change.ts';
import type { Definition } from './definition.ts';
import { equal, isObject, property, type Json, type JsonObject } from './json.ts';
import { normalise } from './normalise.ts';
import { movedIds } from './order.ts';
import { appendPath, escapePart, type Path } from './path.ts';
import { defaultRules, type KindRules } from './rules.ts';
import { getNode, isMark, pathOf, ROOT, samePlace, subtree, takeApart, type Tree, type TreeNode } from './tree.ts';

/**
 * What turns one definition into another, in the order of the later one. Empty exactly when the hashes are
 * equal. Both must have a valid shape. O(n log n).
 */
export function diff(before: Definition, after: Definition, rules: KindRules = defaultRules): readonly Change[] {
  return diffTrees(
    takeApart(normalise(before, rules), rules),
    takeApart(normalise(after, rules), rules),
    rules,
  );
}

export function diffTrees(before: Tree, after: Tree, rules: KindRules): readonly Change[] {
  const changes: Change[] = [];
  const visit = (id: string, path: Path): void => {
    const node = getNode(after, id);
    const old = before.get(id);
    if (old !== undefined) {
      diffProperties(old.own, node.own, rules, (change) => {
        changes.push({ change: 'changed', element: id, path: appendPath(path, change.property), ...change });
      });
      changes.push(...removedFrom(old, before, after));
    }
    for (const [slot, ids] of node.slots) visitList(old?.slots.get(slot) ?? [], ids, { owner: node, slot, path });
  };

  type List = { readonly owner: TreeNode; readonly slot: Path; readonly path: Path };
  const visitList = (oldIds: readonly string[], ids: readonly string[], { owner, slot, path }: List): void => {
    const moved = movedIds(oldIds, ids);
    const place = { owner: owner.id, slot };
    let follows: string | null = null;
    for (const id of ids) {
      const here = appendPath(appendPath(path, slot), escapePart(id));
      const old = before.get(id);
      if (old === undefined) {
        if (before.has(owner.id)) {
          const element = subtree(after, id, (inner) => !before.has(inner));
          changes.push({ change: 'added', element: id, path: here, place, follows, after: element });
        }
      } else if (moved.has(id) || !samePlace(old.place, place)) {
        const from = pathOf(before, id);
        changes.push({ change: 'moved', element: id, path: here, place, follows, from, to: here });
      }
      visit(id, here);
      follows = id;
    }
  };

  visit(ROOT, '');
  return changes;
}

/** The outermost elements that are gone from an element's lists. */
function removedFrom(node: TreeNode, before: Tree, after: Tree): readonly Change[] {
  return [...node.slots.values()].flat().filter((id) => !after.has(id)).flatMap((id) => removed(id, before, after));
}

/** One element that is gone, and what is gone from those that were in it and have moved out. */
function removed(id: string, before: Tree, after: Tree): readonly Change[] {
  const element = subtree(before, id, (inner) => !after.has(inner));
  return [{ change: 'removed', element: id, path: pathOf(before, id), before: element }];
}

type PropertyChange = { readonly property: Path; readonly before?: Json; readonly after?: Json };

/** Changed properties down to the leaves; an absent object is the same as an empty one. */
export function diffProperties(
  before: JsonObject,
  after: JsonObject,
  rules: KindRules,
  found: (change: PropertyChange) => void,
): void {
  const visit = (a: JsonObject, b: JsonObject, prefix: Path): void => {
    if (a === b) return;
    for (const key of keysOf(a, b)) {
      const left = seen(property(a, key));
      const right = seen(property(b, key));
      if (left === right) continue;
      const path = appendPath(prefix, escapePart(key));
      if (rules.opaque.has(key)) {
        if (!equal(left, right)) found(leaf(path, left, right));
      } else if (isObject(left ?? {}) && isObject(right ?? {})) {
        visit(isObject(left) ? left : {}, isObject(right) ? right : {}, path);
      } else visitLeaf(left, right, path);
    }
  };
  const visitLeaf = (left: Json | undefined, right: Json | undefined, path: Path): void => {
    if (equal(left, right)) return;
    found(leaf(path, left, right));
  };
  visit(before, after, '');
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
