import type { Change } from './change.ts';
import type { Definition } from './definition.ts';
import { equal, isObject, type JsonObject } from './json.ts';
import { normalise } from './normalise.ts';
import type { Path } from './path.ts';
import { readTree } from './read-tree.ts';
import { defaultRules, type KindRules } from './rules.ts';
import {
  getProperty,
  idsWithin,
  putTogether,
  ROOT,
  setProperty,
  takeApart,
  type Place,
  type Tree,
} from './tree.ts';

/** Why a change does not fit the definition that it was applied to. */
export type ApplyFailure = {
  readonly kind: 'no-such-element' | 'element-exists' | 'no-such-place' | 'other-value' | 'into-itself';
  readonly path: Path;
};

export type ApplyResult =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly failure: ApplyFailure };

/**
 * Does to a definition what `diff` found: `apply(a, diff(a, b))` is b. All or nothing: a change that does
 * not fit is returned as a failure. To bring changes from one line of versions to another, merge instead.
 */
export function apply(
  definition: Definition,
  changes: readonly Change[],
  rules: KindRules = defaultRules,
): ApplyResult {
  const applied = applyToTree(readTree(definition, rules), changes, rules);
  if (!applied.ok) return applied;
  return { ok: true, definition: normalise(putTogether(applied.tree), rules) };
}

type DraftNode = {
  readonly id: string;
  place: Place;
  own: JsonObject;
  readonly slots: Map<Path, readonly string[]>;
  readonly whole: undefined;
};
type Draft = Map<string, DraftNode>;

export type TreeResult =
  | { readonly ok: true; readonly tree: Tree }
  | { readonly ok: false; readonly failure: ApplyFailure };

/** As `apply`, on a tree. What moves is lifted out first, so that it survives the removal of what it was in. */
export function applyToTree(tree: Tree, changes: readonly Change[], rules: KindRules): TreeResult {
  const draft = draftOf(tree);
  const misfit = changes.find(({ change, element }) => (change === 'added') === draft.has(element));
  if (misfit !== undefined) {
    const kind = misfit.change === 'added' ? 'element-exists' : 'no-such-element';
    return { ok: false, failure: { kind, path: misfit.path } };
  }
  lift(draft, changes);
  for (const change of changes) if (change.change === 'removed') remove(draft, change.element);
  for (const change of changes) {
    const kind = applyOne(draft, change, rules);
    if (kind !== undefined) return { ok: false, failure: { kind, path: change.path } };
  }
  const loose = changes.find(({ change, element }) => change === 'moved' && !reachesRoot(draft, element));
  if (loose !== undefined) return { ok: false, failure: { kind: 'into-itself', path: loose.path } };
  return { ok: true, tree: draft };
}

function draftOf(tree: Tree): Draft {
  const draft: Draft = new Map();
  for (const [id, node] of tree) {
    draft.set(id, { ...node, slots: new Map(node.slots), whole: undefined });
  }
  return draft;
}

function lift(draft: Draft, changes: readonly Change[]): void {
  const lifted = new Set(
    changes.filter(({ change }) => change === 'moved' || change === 'removed').map(({ element }) => element),
  );
  const owners = new Set([...lifted].map((id) => draft.get(id)?.place.owner ?? ROOT));
  for (const owner of owners) {
    const slots = draft.get(owner)?.slots;
    for (const [slot, ids] of slots ?? [])
      slots?.set(
        slot,
        ids.filter((id) => !lifted.has(id)),
      );
  }
}

function remove(draft: Draft, id: string): void {
  for (const inner of idsWithin(draft, id)) draft.delete(inner);
}

function applyOne(draft: Draft, change: Change, rules: KindRules): ApplyFailure['kind'] | undefined {
  switch (change.change) {
    case 'removed':
      return undefined;
    case 'added':
      return add(draft, change, rules);
    case 'moved': {
      const node = draft.get(change.element);
      if (node === undefined) return 'no-such-element';
      node.place = change.place;
      return insert(draft, change);
    }
    case 'changed': {
      const node = draft.get(change.element);
      if (node === undefined) return 'no-such-element';
      if (!fits(getProperty(node.own, change.property), change.before)) return 'other-value';
      node.own = setProperty(node.own, change.property, change.after);
      return undefined;
    }
  }
}

/** An empty list is the mark of a list of elements, which is no value. */
function fits(present: ReturnType<typeof getProperty>, before: ReturnType<typeof getProperty>): boolean {
  return equal(present, before) || (before === undefined && equal(present, []));
}

type Added = Extract<Change, { change: 'added' }>;

function add(draft: Draft, change: Added, rules: KindRules): ApplyFailure['kind'] | undefined {
  if (!isObject(change.after)) return 'other-value';
  for (const [id, node] of elementTree(change.after, rules)) {
    if (id === ROOT) continue;
    if (draft.has(id)) return 'element-exists';
    const place = id === change.element ? change.place : node.place;
    draft.set(id, { ...node, place, slots: new Map(node.slots), whole: undefined });
  }
  return insert(draft, change);
}

/** The tree of one element, under a root that holds nothing else. */
function elementTree(element: JsonObject, rules: KindRules): Tree {
  const alone = { kommons: '-', kind: '-', id: '-', languages: ['-'], title: {}, elements: [element] };
  return takeApart(alone, rules);
}

function insert(
  draft: Draft,
  change: Extract<Change, { follows: string | null }>,
): ApplyFailure['kind'] | undefined {
  const owner = draft.get(change.place.owner);
  if (owner === undefined) return 'no-such-place';
  const ids = owner.slots.get(change.place.slot) ?? [];
  const position = change.follows === null ? -1 : ids.indexOf(change.follows);
  if (change.follows !== null && position < 0) return 'no-such-place';
  owner.slots.set(change.place.slot, ids.toSpliced(position + 1, 0, change.element));
  return undefined;
}

function reachesRoot(draft: Draft, id: string): boolean {
  const seen = new Set<string>();
  for (let current = id; current !== ROOT; current = draft.get(current)?.place.owner ?? ROOT) {
    if (seen.has(current)) return false;
    seen.add(current);
  }
  return true;
}
