import { getDefinition, isElementList, type Definition, type Element } from './definition.ts';
import { isList, isObject, property, type Json, type JsonObject } from './json.ts';
import { appendPath, escapePart, splitPath, type Path } from './path.ts';
import type { KindRules } from './rules.ts';

/** The id under which the definition itself stands in a tree; no element can have it. */
export const ROOT = '';

/** Where an element stands: the element around it, and the list's path inside that one. */
export type Place = { readonly owner: string; readonly slot: Path };

/**
 * An element taken apart: `own` is all of it except its lists of elements, each of which has left an empty
 * list as a mark (a normal definition has no other empty lists); `slots` has the ids of those lists in order.
 * A node that two trees share is the same element in the same place, with the same in it.
 */
export type TreeNode = {
  readonly id: string;
  readonly place: Place;
  readonly own: JsonObject;
  readonly slots: ReadonlyMap<Path, readonly string[]>;
  /** The element with all in it, as it was read; a tree that was changed has none. */
  readonly whole: JsonObject | undefined;
};

/** A normalised definition as elements by id, in document order. Merging works on this form. */
export type Tree = ReadonlyMap<string, TreeNode>;

const NO_SLOTS: ReadonlyMap<Path, readonly string[]> = new Map();
const MARK: Json = [];

export function isMark(value: Json | undefined): boolean {
  return isList(value) && value.length === 0;
}

/**
 * Takes a normalised definition apart. Elements that are the same value in the tree `beside` become the nodes
 * that they are there. Two elements with one id are a fault: validate first.
 */
export function takeApart(definition: Definition, rules: KindRules, beside?: Tree): Tree {
  const tree = new Map<string, TreeNode>();
  const add = (node: TreeNode): void => {
    const count = tree.size;
    tree.set(node.id, node);
    if (tree.size > count) return;
    throw new RangeError(`two elements have the id ${JSON.stringify(node.id)}: validate first`);
  };
  const share = (node: TreeNode, from: Tree): void => {
    add(node);
    if (node.slots.size === 0) return;
    for (const ids of node.slots.values()) for (const id of ids) share(getNode(from, id), from);
  };
  const visit = (id: string, whole: JsonObject, place: Place): void => {
    const there = beside?.get(id);
    if (beside !== undefined && there?.whole === whole) {
      return share(samePlace(there.place, place) ? there : { ...there, place }, beside);
    }
    const lists: List[] = [];
    const own = withoutLists(whole, rules, lists);
    add({ id, place, own, slots: slotsOf(lists), whole });
    for (const { slot, elements } of lists) {
      const inside = { owner: id, slot };
      for (const element of elements) visit(element.id, element, inside);
    }
  };
  visit(ROOT, definition, { owner: ROOT, slot: '' });
  return tree;
}

type List = { readonly slot: Path; readonly elements: readonly Element[] };

function slotsOf(lists: readonly List[]): TreeNode['slots'] {
  if (lists.length === 0) return NO_SLOTS;
  return new Map(lists.map(({ slot, elements }) => [slot, elements.map(({ id }) => id)]));
}

/** An element without its lists of elements, which are added to `lists` with their paths inside it. */
function withoutLists(object: JsonObject, rules: KindRules, lists: List[]): JsonObject {
  let changed: { [key: string]: Json } | undefined;
  for (const key in object) {
    const value = object[key];
    if (typeof value !== 'object' || value === null || rules.opaque.has(key)) continue;
    if (isElementList(value)) {
      lists.push({ slot: escapePart(key), elements: value });
      changed ??= { ...object };
      changed[key] = MARK;
    } else if (isObject(value)) {
      const before = lists.length;
      const own = withoutLists(value, rules, lists);
      if (own === value) continue;
      for (const { slot, elements } of lists.splice(before)) {
        lists.push({ slot: appendPath(escapePart(key), slot), elements });
      }
      changed ??= { ...object };
      changed[key] = own;
    }
  }
  return changed ?? object;
}

/** Puts a tree together again; `takeApart` and this are each other's inverse on normalised definitions. */
export function putTogether(tree: Tree): Definition {
  return getDefinition(subtree(tree, ROOT));
}

/** One element with everything in it, or with only those below it that `keep` lets through. */
export function subtree(tree: Tree, id: string, keep?: (id: string) => boolean): JsonObject {
  const { own, slots, whole } = getNode(tree, id);
  if (slots.size === 0) return own;
  if (keep === undefined && whole !== undefined) return whole;
  let object = own;
  for (const [slot, ids] of slots) {
    const kept = keep === undefined ? ids : ids.filter(keep);
    const elements = kept.map((inner) => subtree(tree, inner, keep));
    if (elements.length > 0) object = setProperty(object, slot, elements);
    else if (isMark(getProperty(object, slot))) object = setProperty(object, slot, undefined);
  }
  return object;
}

export function getNode(tree: Tree, id: string): TreeNode {
  const node = tree.get(id);
  if (node === undefined) throw new RangeError(`no element has the id ${JSON.stringify(id)}`);
  return node;
}

/** Ids of an element and all below it, in document order; does not enter where `enter` says no. */
export function idsWithin(
  tree: Tree,
  id: string,
  enter: (id: string) => boolean = () => true,
): readonly string[] {
  const found: string[] = [];
  const visit = (current: string): void => {
    if (!enter(current)) return;
    found.push(current);
    for (const ids of getNode(tree, current).slots.values()) ids.forEach(visit);
  };
  visit(id);
  return found;
}

/** The path of an element, from the root. */
export function pathOf(tree: Tree, id: string): Path {
  if (id === ROOT) return '';
  const { place } = getNode(tree, id);
  return appendPath(appendPath(pathOf(tree, place.owner), place.slot), escapePart(id));
}

export function samePlace(a: Place, b: Place): boolean {
  return a.owner === b.owner && a.slot === b.slot;
}

/** Ids in the list at a place, in order; none where there is no such list. */
export function idsAt(tree: Tree, { owner, slot }: Place): readonly string[] {
  return tree.get(owner)?.slots.get(slot) ?? [];
}

/** The value at a path of property names inside one element; what is not there is undefined. */
export function getProperty(object: JsonObject, path: Path): Json | undefined {
  let value: Json | undefined = object;
  for (const part of splitPath(path)) value = isObject(value) ? property(value, part) : undefined;
  return value;
}

/** A copy with the value at a path set, or removed when undefined; objects that become empty go too. */
export function setProperty(object: JsonObject, path: Path, value: Json | undefined): JsonObject {
  return setParts(object, splitPath(path), value);
}

function setParts(object: JsonObject, parts: readonly string[], value: Json | undefined): JsonObject {
  const [key, ...rest] = parts;
  if (key === undefined) return object;
  const present = property(object, key);
  const inner = rest.length === 0 ? value : setParts(isObject(present) ? present : {}, rest, value);
  if (inner === undefined || (rest.length > 0 && isObject(inner) && Object.keys(inner).length === 0)) {
    return present === undefined
      ? object
      : Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
  }
  if (key === '__proto__') return Object.fromEntries([...Object.entries(object), [key, inner]]);
  return { ...object, [key]: inner };
}
