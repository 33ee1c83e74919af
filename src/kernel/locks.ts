import type { Change } from './change.ts';
import { isLock, LOCKS, type Definition, type Lock } from './definition.ts';
import { splitPath } from './path.ts';
import { readTree } from './read-tree.ts';
import { defaultRules, type KindRules } from './rules.ts';
import { getNode, ROOT, samePlace, type Tree } from './tree.ts';

/** The lock in force on each element by id ('' is the definition). */
export type Locks = ReadonlyMap<string, Lock>;

/**
 * The lock in force on every element: its own, else that of the element around it, else `free`. Within one
 * definition its author decides, so an inner lock may be looser; along a chain of variants it may not.
 */
export function effectiveLocks(definition: Definition, rules: KindRules = defaultRules): Locks {
  return locksOf(readTree(definition, rules));
}

function locksOf(tree: Tree): Locks {
  const locks = new Map<string, Lock>();
  for (const [id, { own, place }] of tree) {
    const inherited = id === ROOT ? 'free' : (locks.get(place.owner) ?? 'free');
    locks.set(id, isLock(own['lock']) ? own['lock'] : inherited);
  }
  return locks;
}

/** Ids of the elements that a definition demands stand in every variant, and of all around them. */
export function standingIn(definition: Definition, rules: KindRules = defaultRules): ReadonlySet<string> {
  return standingOf(readTree(definition, rules), rules);
}

function standingOf(tree: Tree, { demands }: KindRules): ReadonlySet<string> {
  const standing = new Set<string>();
  if (demands.size === 0) return standing;
  const properties = [...demands];
  for (const { id, own } of tree.values()) {
    if (own['hidden'] === true || !properties.some((property) => own[property] === true)) continue;
    for (let at = id; at !== ROOT && !standing.has(at); at = getNode(tree, at).place.owner) standing.add(at);
  }
  return standing;
}

/** Whether the first lock leaves an adopter no more freedom than the second. */
export function isAsTight(lock: Lock, than: Lock): boolean {
  return LOCKS.indexOf(lock) <= LOCKS.indexOf(than);
}

export type LockView = {
  readonly locks: Locks;
  readonly standing: ReadonlySet<string>;
  readonly upstream: Tree;
  readonly rules: KindRules;
};

export function lockView(upstream: Tree, rules: KindRules): LockView {
  return { locks: locksOf(upstream), standing: standingOf(upstream, rules), upstream, rules };
}

/**
 * Whether upstream's locks let an adopter make a change. Elements that upstream lacks are the adopter's own.
 * One that may move may move past all; of others that moved within a list, `holdsOrder` tells.
 */
export function isAllowed(change: Change, view: LockView): boolean {
  const isOwn = !view.upstream.has(change.element);
  switch (change.change) {
    case 'added':
      return allowsAdditions(change.place.owner, view.locks);
    case 'removed':
      return isOwn || isFree(change.element, view);
    case 'moved':
      return allowsAdditions(change.place.owner, view.locks) && (isOwn || isFree(change.element, view));
    case 'changed':
      if (isOwn) return true;
      return !isDemanded(change, view) && (isFree(change.element, view) || isAllowedProperty(change, view));
  }
}

/** Whether a move was within one list. */
export function isInList(before: Tree, { element, place }: Extract<Change, { change: 'moved' }>): boolean {
  const node = before.get(element);
  return node !== undefined && samePlace(node.place, place);
}

/**
 * Whether upstream's locks hold two elements of one list in their order: all do where nothing may be added, else
 * those of upstream's that are not free. Of two that changed places, either can be said to have moved.
 */
export function holdsOrder(owner: string, pair: readonly [string, string], view: LockView): boolean {
  if (!allowsAdditions(owner, view.locks)) return true;
  return pair.every((id) => view.upstream.has(id) && !isFree(id, view));
}

function isFree(id: string, { locks }: LockView): boolean {
  return (locks.get(id) ?? 'free') === 'free';
}

function allowsAdditions(owner: string, locks: Locks): boolean {
  return isAsTight('additions', locks.get(owner) ?? 'free');
}

type Changed = Extract<Change, { change: 'changed' }>;

/** Whether a change would hide what upstream demands stands, or take the demand away. */
export function isDemanded(
  { element, property, after }: Changed,
  { standing, upstream, rules }: LockView,
): boolean {
  if (!standing.has(element)) return false;
  if (property === 'hidden') return after === true;
  return rules.demands.has(property) && getNode(upstream, element).own[property] === true;
}

function isAllowedProperty(change: Changed, { locks, rules }: LockView): boolean {
  if (change.property === 'lock') return true;
  const isSetting = splitPath(change.property).some((part) => rules.settings.has(part));
  return isSetting && locks.get(change.element) !== 'fixed';
}

/** Elements of upstream's whose lock an adopter's variant has made looser. */
export function loosened(upstream: Tree, variant: Tree): readonly string[] {
  const [given, own] = [locksOf(upstream), locksOf(variant)];
  return [...upstream.keys()].filter((id) => {
    const lock = own.get(id);
    const isHome = id === ROOT || variant.get(id)?.place.owner === getNode(upstream, id).place.owner;
    return lock !== undefined && isHome && !isAsTight(lock, given.get(id) ?? 'free');
  });
}
