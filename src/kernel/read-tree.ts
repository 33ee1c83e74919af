import type { Definition } from './definition.ts';
import { normalise } from './normalise.ts';
import type { KindRules } from './rules.ts';
import { takeApart, type Tree } from './tree.ts';

/**
 * A definition normalised and taken apart. Given the tree of another version `beside`, it shares the nodes of
 * all that the two have in common, so that only what differs is ever looked at again.
 */
export function readTree(definition: Definition, rules: KindRules, beside?: Tree): Tree {
  const known = treesOf(rules);
  const normal = normalise(definition, rules, beside);
  const tree = known.get(normal) ?? takeApart(normal, rules, beside);
  known.set(normal, tree);
  return tree;
}

/** Definitions never change, so each is taken apart once: one upstream is merged into hundreds of variants. */
const trees = new WeakMap<KindRules, WeakMap<Definition, Tree>>();

function treesOf(rules: KindRules): WeakMap<Definition, Tree> {
  const known = trees.get(rules) ?? new WeakMap<Definition, Tree>();
  trees.set(rules, known);
  return known;
}
