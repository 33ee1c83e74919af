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
 */
export type TreeNode = {
  readonly id: string;
  readonly place: Place;
  readonly own: JsonObject;
  readonly slots: ReadonlyMap<Path, readonly string[]>;
};

/** A normalised definition as elements by id, in document order. Merging works on this form. */
export type Tree = ReadonlyMap<string, TreeNode>;

const NO_SLOTS: ReadonlyMap<Path, readonly string[]> = new Map();
const MARK: Json = [];

export function isMark(value: Json | undefined): boolean {
  return isList(value) && value.length === 0;
}

/** Takes a normalised definition apart. Two elements with one id are a fault: validate first. */
export function takeApart(definition: Definition, rules: KindRules): Tree {
  const tree = new Map<string, TreeNode>();
  const visit = (id: string, object: JsonObject, place: Place): void => {
    if (tree.has(id)) throw new RangeError(`two elements have the id ${JSON.stringify(id)}: validate first`);
    let slots: Map<Path, readonly string[]> | undefined;
    let inner: (readonly [Path, readonly Element[]])[] | undefined;
    const own = withoutLists(object, rules, (slot, elements) => {
      slots ??= new Map();
      slots.set(slot, elements.map(idOf));
      inner ??= [];
      inner.push([slot, elements]);
    });
    tree.set(id, { id, place, own, slots: slots ?? NO_SLOTS });
    for (const [slot, elements] of inner ?? []) {
      const inside = { owner: id, slot };
      for (const element of elements) visit(element.id, element, inside);
    }
  };
  visit(ROOT, definition, { owner: ROOT, slot: '' });
  return tree;
}

function idOf(element: Element): string {
  return element.id;
}

type Found = (slot: Path, elements: readonly Element[]) => void;

function withoutLists(object: JsonObject, rules: KindRules, found: Found, prefix: Path = ''): JsonObject {
  let changed: { [key: string]: Json } | undefined;
  for (const key in object) {
    const value = object[key];
    if (typeof value !== 'object' || value === null || rules.opaque.has(key)) continue;
    if (isElementList(value)) {
      found(appendPath(prefix, escapePart(key)), value);
      changed ??= { ...object };
      changed[key] = MARK;
    } else if (isObject(value)) {
      const inner = withoutLists(value, rules, found, appendPath(prefix, escapePart(key)));
      if (inner === value) continue;
      changed ??= { ...object };
      changed[key] = inner;
    }
  }
  return changed ?? object;
}

/** Puts a tree together again; `takeApart` and this are each other's inverse on normalised definitions. */
export function putTogether(tree: Tree): Definition {
  return getDefinition(subtree(tree, ROOT));
}

/** One element with everything in it, or with only those below it that `keep` lets through. */
export function subtree(tree: Tree, id: string, keep: (id: string) => boolean = () => true): JsonObject {
  const node = getNode(tree, id);
  if (node.slots.size === 0) return node.own;
  let object = node.own;
  for (const [slot, ids] of node.slots) {
    const elements = ids.filter(keep).map((inner) => subtree(tree, inner, keep));
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
