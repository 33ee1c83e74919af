import type { Change } from '../change.ts';
import { answersFor, conflictKey, type Answer, type Conflict } from '../conflict.ts';
import type { Json } from '../json.ts';
import { appendPath, type Path } from '../path.ts';
import type { KindRules } from '../rules.ts';
import { pathOf, type Tree, type TreeNode } from '../tree.ts';

export type Trees = { readonly base: Tree; readonly ours: Tree; readonly theirs: Tree };

/** Something as the base and the two sides have it, or lack it. */
export type Three<T> = {
  readonly base: T | undefined;
  readonly ours: T | undefined;
  readonly theirs: T | undefined;
};

/** One element as the three have it. */
export type Nodes = Three<TreeNode> & { readonly id: string };

/** What must hold because a rule would otherwise name something gone. */
export type Pins = {
  /** Ids of elements that stay although a side removed them. */
  readonly keep: ReadonlySet<string>;
  /** Ids of elements of which it is asked whether they stay, whichever holds meanwhile. */
  readonly open: ReadonlySet<string>;
  /** Properties that hold a given value whatever the sides say, by element. */
  readonly values: ReadonlyMap<string, ReadonlyMap<Path, Json | undefined>>;
};

/** One pass of a merge: the three trees, what each side changed, and whom to ask. */
export type Round = {
  readonly trees: Trees;
  readonly changes: { readonly ours: readonly Change[]; readonly theirs: readonly Change[] };
  readonly rules: KindRules;
  readonly languages: ReadonlySet<string>;
  readonly pins: Pins;
  readonly ask: (conflict: Conflict) => Decision;
};

/** How a conflict is decided: as answered, else ours, which is what `merged` holds while it is open. */
export type Decision =
  | { readonly take: 'ours' | 'theirs' | 'base'; readonly isOpen?: true }
  | { readonly take: 'own'; readonly value: Json };

export type Questions = {
  readonly ask: (conflict: Conflict) => Decision;
  /** Conflicts without a fitting answer, in order of asking. */
  readonly open: ReadonlyMap<string, Conflict>;
  readonly answered: ReadonlyMap<string, Conflict>;
};

/** Collects conflicts and answers them where an answer is given that the conflict can have. */
export function startQuestions(answers: Readonly<Record<string, Answer>>): Questions {
  const open = new Map<string, Conflict>();
  const answered = new Map<string, Conflict>();
  const ask = (conflict: Conflict): Decision => {
    const key = conflictKey(conflict);
    const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
    if (answer !== undefined && answersFor(conflict).includes(answer.take)) {
      answered.set(key, conflict);
      return decide(conflict, answer);
    }
    open.set(key, conflict);
    return { take: 'ours', isOpen: true };
  };
  return { ask, open, answered };
}

function decide({ suggestion }: Conflict, answer: Answer): Decision {
  if (answer.take === 'own') return answer;
  if (answer.take !== 'suggestion') return { take: answer.take };
  return suggestion.value === undefined
    ? { take: suggestion.take }
    : { take: 'own', value: suggestion.value };
}

/** Where a conflict is: its path in ours, which is what the reader has before them, else in theirs or the base. */
export function locate(
  trees: Trees,
  element: string,
  property: Path,
): Pick<Conflict, 'element' | 'property' | 'path'> {
  const tree =
    [trees.ours, trees.theirs, trees.base].find((candidate) => candidate.has(element)) ?? trees.ours;
  return { element, property, path: appendPath(pathOf(tree, element), property) };
}

/** The three values of a conflict, leaving out those that are absent. */
export function values(
  base: Json | undefined,
  ours: Json | undefined,
  theirs: Json | undefined,
): Pick<Conflict, 'base' | 'ours' | 'theirs'> {
  return {
    ...(base === undefined ? {} : { base }),
    ...(ours === undefined ? {} : { ours }),
    ...(theirs === undefined ? {} : { theirs }),
  };
}
