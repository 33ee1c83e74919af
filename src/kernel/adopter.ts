import type { Change } from './change.ts';
import type { Definition, Lock } from './definition.ts';
import { diffTrees } from './diff.ts';
import { holdsOrder, isAllowed, isDemanded, isInList, lockView, loosened, type LockView } from './locks.ts';
import { turnedWith } from './order.ts';
import type { Path } from './path.ts';
import { readTree } from './read-tree.ts';
import { defaultRules, type KindRules } from './rules.ts';
import { idsAt, pathOf, ROOT, type Tree } from './tree.ts';

/**
 * - `locked`: upstream's lock does not let an adopter do this.
 * - `removed-upstream`: an adopter hides upstream's elements (`hidden: true`) and removes only its own.
 * - `demanded`: upstream demands that it stands in every variant.
 * - `loosened-lock`: a lock may only be made tighter along a chain of variants.
 * - `identity`: format, kind and id are the work's, not the variant's.
 */
export type Violation = {
  readonly kind: 'locked' | 'removed-upstream' | 'demanded' | 'loosened-lock' | 'identity';
  readonly element: string;
  readonly path: Path;
  /** Upstream's lock in force there. */
  readonly lock: Lock;
};

export type AdopterEdit = {
  /** The upstream version that the variant has taken. */
  readonly upstream: Definition;
  /** The variant before and after the edit. */
  readonly before: Definition;
  readonly after: Definition;
  readonly rules?: KindRules;
};

const IDENTITY: ReadonlySet<string> = new Set(['kommons', 'kind', 'id']);

/** What an adopter's edit does that it may not; empty when all is allowed. */
export function checkAdopterEdit(edit: AdopterEdit): readonly Violation[] {
  const rules = edit.rules ?? defaultRules;
  const upstream = readTree(edit.upstream, rules);
  const before = readTree(edit.before, rules, upstream);
  const after = readTree(edit.after, rules, before);
  const view = lockView(upstream, rules);
  const lockOf = (id: string): Lock => view.locks.get(id) ?? 'free';
  const judge = (change: Change): readonly Violation[] => {
    const { element, path } = change;
    const found = (kind: Violation['kind']): readonly Violation[] => [
      { kind, element, path, lock: lockOf(element) },
    ];
    const isIdentity = change.change === 'changed' && element === ROOT && IDENTITY.has(change.property);
    if (isIdentity) return found('identity');
    if (change.change === 'removed' && upstream.has(element)) return found('removed-upstream');
    if (isWithinLocks(change, { before, after, view })) return [];
    if (change.change === 'changed' && isDemanded(change, view)) return found('demanded');
    const owner = change.change === 'added' || change.change === 'moved' ? change.place.owner : element;
    return [{ kind: 'locked', element, path, lock: lockOf(upstream.has(element) ? element : owner) }];
  };
  const looser = new Set(loosened(upstream, before));
  const loosenedNow = loosened(upstream, after).filter((id) => !looser.has(id));
  return [
    ...diffTrees(before, after, rules).flatMap(judge),
    ...loosenedNow.map((element) => ({
      kind: 'loosened-lock' as const,
      element,
      path: pathOf(after, element),
      lock: lockOf(element),
    })),
  ];
}

type Edited = { readonly before: Tree; readonly after: Tree; readonly view: LockView };

function isWithinLocks(change: Change, { before, after, view }: Edited): boolean {
  if (isAllowed(change, view)) return true;
  if (change.change !== 'moved' || !isInList(before, change)) return false;
  const { element, place } = change;
  const turned = turnedWith(element, { before: idsAt(before, place), after: idsAt(after, place) });
  return turned.every((other) => !holdsOrder(place.owner, [element, other], view));
}
