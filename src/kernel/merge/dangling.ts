import type { Conflict, Side } from '../conflict.ts';
import type { Definition } from '../definition.ts';
import type { Json } from '../json.ts';
import type { Reference } from '../references.ts';
import type { KindRules } from '../rules.ts';
import type { Path } from '../path.ts';
import { getProperty, putTogether, type Tree } from '../tree.ts';
import type { Presence } from './presence.ts';
import { locate, values, type Decision, type Pins, type Trees } from './round.ts';

export const NO_PINS: Pins = { keep: new Set(), open: new Set(), values: new Map() };

type Merged = Pick<Presence, 'dropped' | 'undecided'> & {
  readonly definition: Definition;
  /** What is asked about the elements and their properties, and already about their rules. */
  readonly open: readonly Conflict[];
};

/**
 * Rules of the merged definition that name an element which one side removed. A rule that named something
 * gone on its own side already is not the merge's doing; the kind's validation tells of it. Nor is anything
 * asked while it is open whether the rule, or what it names, is there at all, or what the rule says.
 */
export function findDangling(
  trees: Trees,
  { definition, dropped, undecided, open }: Merged,
  rules: KindRules,
): readonly Reference[] {
  if (dropped.size === 0) return [];
  const dangling = rules
    .references(definition)
    .filter(
      ({ element, target }) => dropped.has(target) && !undecided.has(target) && !undecided.has(element),
    );
  if (dangling.length === 0) return [];
  // Where elements stand in a ring, what is removed with what is open too.
  if (open.some(({ kind }) => kind === 'cycle')) return [];
  const known = new Set([trees.ours, trees.theirs].flatMap((tree) => broken(tree, rules)));
  return dangling.filter(
    (reference) => !known.has(referenceKey(reference)) && !open.some((one) => isAbout(one, reference)),
  );
}

function isAbout(asked: Conflict, { element, property }: Reference): boolean {
  return asked.element === element && (asked.property === '' || isWithin(property, asked.property));
}

function isWithin(path: Path, outer: Path): boolean {
  return path === outer || path.startsWith(`${outer}/`);
}

function broken(tree: Tree, rules: KindRules): readonly string[] {
  const references = rules.references(putTogether(tree));
  return references.filter(({ target }) => !tree.has(target)).map(referenceKey);
}

export function referenceKey({ element, property, target }: Reference): string {
  return JSON.stringify([element, property, target]);
}

export type DanglingConflict = Extract<Conflict, { kind: 'dangling' }>;

/** A rule and what it names that is gone. The suggestion keeps both. */
export function danglingConflict(trees: Trees, reference: Reference): DanglingConflict {
  const removedBy: Side = trees.ours.has(reference.target) ? 'theirs' : 'ours';
  const [base, ours, theirs] = [trees.base, trees.ours, trees.theirs].map((tree) => ruleIn(tree, reference));
  return {
    kind: 'dangling',
    ...locate(trees, reference.element, reference.property),
    target: reference.target,
    removedBy,
    ...values(base, ours, theirs),
    suggestion: { take: removedBy === 'theirs' ? 'ours' : 'theirs' },
  };
}

function ruleIn(tree: Tree, { element, property }: Reference): Json | undefined {
  const node = tree.get(element);
  return node === undefined ? undefined : getProperty(node.own, property);
}

/**
 * What must hold for a rule to name nothing gone. Taking the side that removed the element takes its rule
 * too; taking the other keeps the element; a rule of one's own leaves the element gone.
 */
export function pin(pins: Pins, conflict: DanglingConflict, decision: Decision): Pins {
  const { element, property, target, removedBy } = conflict;
  const open = 'isOpen' in decision ? new Set([...pins.open, target]) : pins.open;
  if (decision.take !== 'own' && decision.take !== removedBy) {
    return { ...pins, keep: new Set([...pins.keep, target]), open };
  }
  const rule = decision.take === 'own' ? decision.value : conflict[removedBy];
  const ofElement = new Map([...(pins.values.get(element) ?? []), [property, rule] as const]);
  return { ...pins, open, values: new Map([...pins.values, [element, ofElement] as const]) };
}
