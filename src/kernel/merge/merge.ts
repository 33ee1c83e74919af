import type { Answer, Conflict } from '../conflict.ts';
import { dropDeclined, type Declined } from '../decline.ts';
import type { Definition } from '../definition.ts';
import { diffTrees } from '../diff.ts';
import { readTree } from '../read-tree.ts';
import { defaultRules, type KindRules } from '../rules.ts';
import { putTogether, type Tree } from '../tree.ts';
import { danglingConflict, findDangling, NO_PINS, pin, referenceKey } from './dangling.ts';
import { settleLocks } from './locked.ts';
import { rebuild } from './rebuild.ts';
import { sidedChanges, type SidedChange } from './report.ts';
import { startQuestions, type Pins, type Questions, type Round, type Trees } from './round.ts';

export type MergeInput = {
  /** The version that ours recorded as last taken from theirs. */
  readonly base: Definition;
  readonly ours: Definition;
  /** Upstream: its locks are the ones that count. */
  readonly theirs: Definition;
  readonly rules?: KindRules;
  /** Changes of theirs that were declined and stay out until upstream changes the element again. */
  readonly declined?: readonly Declined[];
  /** Answers by `conflictKey`. */
  readonly answers?: Readonly<Record<string, Answer>>;
};

export type MergeResult = {
  /** Whether nothing is left to answer. */
  readonly clean: boolean;
  /** The result, with ours where a conflict is open. Normalised. */
  readonly merged: Definition;
  /** What each side changed, without what was asked about and what was declined. */
  readonly changes: readonly SidedChange[];
  /** Conflicts without an answer. */
  readonly conflicts: readonly Conflict[];
  /** Conflicts that an answer has settled. */
  readonly answered: readonly Conflict[];
  readonly input: MergeInput;
};

/**
 * Three-way merge, without side effects. All three must have a valid shape. Answers are part of the input:
 * each answer does the merge again, so that what follows from it (another rule without its question) is
 * seen too.
 */
export function merge(input: MergeInput): MergeResult {
  const rules = input.rules ?? defaultRules;
  const questions = startQuestions(input.answers ?? {});
  const { trees, changes } = prepare(input, rules, questions);
  const locked = new Set([...questions.open.values()].map(spotOf));
  const rebuilt = settle({ trees, changes, rules, languages: languagesOf(input) }, input);
  const isShown = (conflict: Conflict): boolean => !locked.has(spotOf(conflict));
  const conflicts = [...questions.open.values(), ...rebuilt.open.filter(isShown)];
  const answered = [...questions.answered.values(), ...rebuilt.answered];
  return {
    clean: conflicts.length === 0,
    merged: rebuilt.merged,
    changes: sidedChanges(changes, [...conflicts, ...answered], { ...trees, merged: rebuilt.tree }),
    conflicts,
    answered,
    input,
  };
}

type Prepared = Pick<Round, 'trees' | 'changes'>;

/** The three apart, without what was declined in theirs and what was given up to a lock in ours. */
function prepare(input: MergeInput, rules: KindRules, questions: Questions): Prepared {
  const base = readTree(input.base, rules);
  const upstream = readTree(input.theirs, rules, base);
  const theirs = dropDeclined({ base, theirs: upstream, declined: input.declined ?? [], rules });
  const local = readTree(input.ours, rules, base);
  const localChanges = diffTrees(base, local, rules);
  const trees: Trees = { base, ours: local, theirs };
  const ours = settleLocks(trees, { changes: localChanges, rules, ask: questions.ask });
  return {
    trees: { base, ours, theirs },
    changes: {
      ours: ours === local ? localChanges : diffTrees(base, ours, rules),
      theirs: diffTrees(base, theirs, rules),
    },
  };
}

/** A spot, for telling that a lock has already been asked about it. */
function spotOf({ element, property }: Conflict): string {
  return JSON.stringify([element, property]);
}

function languagesOf({ base, ours, theirs }: MergeInput): ReadonlySet<string> {
  return new Set([base, ours, theirs].flatMap(({ languages }) => languages));
}

type Settled = {
  readonly tree: Tree;
  readonly merged: Definition;
  readonly open: readonly Conflict[];
  readonly answered: readonly Conflict[];
};

/** Passes until no rule names anything gone and nothing is missing; each pass settles something more. */
function settle(round: Omit<Round, 'pins' | 'ask'>, { answers = {} }: MergeInput): Settled {
  const rules = startQuestions(answers);
  const seen = new Set<string>();
  let pins: Pins = NO_PINS;
  for (;;) {
    const questions = startQuestions(answers);
    const { tree, missing, ...presence } = rebuild({ ...round, pins, ask: questions.ask });
    const merged = putTogether(tree);
    const open = [...questions.open.values(), ...rules.open.values()];
    const dangling = findDangling(round.trees, { definition: merged, ...presence, open }, round.rules);
    const fresh = dangling.filter((reference) => !seen.has(referenceKey(reference)));
    const lost = missing.filter((id) => !pins.keep.has(id));
    if (fresh.length + lost.length === 0) return { tree, merged, ...both(questions, rules) };
    pins = { ...pins, keep: new Set([...pins.keep, ...lost]) };
    for (const reference of fresh) {
      seen.add(referenceKey(reference));
      const conflict = danglingConflict(round.trees, reference);
      pins = pin(pins, conflict, rules.ask(conflict));
    }
  }
}

function both(first: Questions, second: Questions): Pick<Settled, 'open' | 'answered'> {
  return {
    open: [...first.open.values(), ...second.open.values()],
    answered: [...first.answered.values(), ...second.answered.values()],
  };
}

export type Resolution =
  | { readonly ok: true; readonly definition: Definition; readonly result: MergeResult }
  | {
      readonly ok: false;
      readonly failure: { readonly kind: 'open-conflicts'; readonly open: readonly Conflict[] };
      readonly result: MergeResult;
    };

/** A merge with its conflicts answered: the definition, or the conflicts that still lack a fitting answer. */
export function resolve(result: MergeResult, answers: Readonly<Record<string, Answer>>): Resolution {
  const answered = merge({ ...result.input, answers: { ...result.input.answers, ...answers } });
  if (answered.clean) return { ok: true, definition: answered.merged, result: answered };
  return { ok: false, failure: { kind: 'open-conflicts', open: answered.conflicts }, result: answered };
}
