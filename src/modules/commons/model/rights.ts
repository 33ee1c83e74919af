import { isAsTight, splitPath, type KindRules, type Lock } from '../../../kernel/index.ts';
import type { OutlineNode } from './outline.ts';

/** What an organisation may do with one thing of its variant: upstream's locks, and own things apart. */
export type Rights = {
  readonly own: boolean;
  /** Upstream's lock in force; `free` where it follows nobody. */
  readonly lock: Lock;
  readonly mayChange: (property: string) => boolean;
  readonly mayAdd: boolean;
  readonly mayMove: boolean;
  readonly mayHide: boolean;
  readonly mayRemove: boolean;
};

export type LockedBy = {
  /** Upstream's locks in force by element id; empty where the variant follows nobody. */
  readonly locks: ReadonlyMap<string, Lock>;
  /** What upstream demands stands in every variant. */
  readonly standing: ReadonlySet<string>;
  readonly rules: KindRules;
};

/** The same rules as the kernel's `checkAdopterEdit`, asked before there is an edit. */
export function rightsOf(node: OutlineNode, { locks, standing, rules }: LockedBy): Rights {
  const own = !locks.has(node.id);
  const lock = locks.get(node.id) ?? 'free';
  const free = own || lock === 'free';
  const stands = standing.has(node.id);
  const isSetting = (property: string): boolean =>
    splitPath(property).some((part) => rules.settings.has(part));
  const inOwner = isAsTight('additions', locks.get(node.owner) ?? 'free');
  const inList = node.form === 'pages' || node.form === 'rows';
  return {
    own,
    lock: own ? 'free' : lock,
    mayChange: (property) =>
      !(stands && rules.demands.has(property)) && (free || (lock !== 'fixed' && isSetting(property))),
    mayAdd: own || isAsTight('additions', lock),
    mayMove: inList && inOwner && free,
    mayHide: inList && !own && free && !stands,
    mayRemove: own && node.form !== 'work',
  };
}
