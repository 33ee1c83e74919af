import { hashJson, type Hash } from './canonical.ts';
import type { Change } from './change.ts';
import type { Definition } from './definition.ts';
import { diffTrees } from './diff.ts';
import { leaveOut } from './leave-out.ts';
import type { Path } from './path.ts';
import { readTree } from './read-tree.ts';
import { defaultRules, type KindRules } from './rules.ts';
import { getNode, subtree, type Tree } from './tree.ts';

/** A change of upstream's that an adopter said no to. */
export type Declined = {
  /** Id of the element that the change was about; '' is the definition itself. */
  readonly element: string;
  /** The changed property as a path inside the element; '' when the element was added, removed or moved. */
  readonly property: Path;
  /** The element as upstream had it when declined, or 'gone'. Asked again when this is no longer so. */
  readonly hash: Hash | 'gone';
};

/** The record of declining one change, made against the upstream version that it came with. */
export function decline(theirs: Definition, change: Change, rules: KindRules = defaultRules): Declined {
  const tree = readTree(theirs, rules);
  return {
    element: change.element,
    property: change.change === 'changed' ? change.property : '',
    hash: elementHash(tree, change.element, change.change === 'changed'),
  };
}

/** Of a changed property the element without those in it counts; of an added or moved one, all in it. */
function elementHash(tree: Tree, id: string, aloneOnly: boolean): Hash | 'gone' {
  if (!tree.has(id)) return 'gone';
  return hashJson(aloneOnly ? getNode(tree, id).own : subtree(tree, id));
}

/** Upstream as it would be without the declined changes, as long as upstream has not changed the elements again. */
export function dropDeclined({
  base,
  theirs,
  declined,
  rules,
}: {
  readonly base: Tree;
  readonly theirs: Tree;
  readonly declined: readonly Declined[];
  readonly rules: KindRules;
}): Tree {
  if (declined.length === 0) return theirs;
  const dropped = diffTrees(base, theirs, rules).filter((change) =>
    declined.some((record) => isStill(record, change, theirs)),
  );
  return dropped.length === 0 ? theirs : leaveOut({ before: base, after: theirs }, dropped, rules);
}

function isStill({ element, property, hash }: Declined, change: Change, theirs: Tree): boolean {
  if (change.element !== element) return false;
  const isProperty = change.change === 'changed';
  if ((isProperty ? change.property : '') !== property) return false;
  return elementHash(theirs, element, isProperty) === hash;
}
