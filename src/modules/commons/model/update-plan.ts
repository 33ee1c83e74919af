import type {
  Answer as KernelAnswer,
  Conflict,
  Declined,
  Definition,
  MergeResult,
  SidedChange,
} from '../../../kernel/index.ts';
import { conflictKey, decline, hashJson } from '../../../kernel/index.ts';
import type { Kind } from './kind.ts';
import { changeKey } from './described.ts';
import type { MergeInput, Merger } from './merger.ts';
import { remember } from './remember.ts';

/** What is known before an update is decided. */
export type UpdateSides = {
  readonly kind: Kind;
  /** Upstream's version last taken, the variant's own, and upstream's new one. */
  readonly base: Definition;
  readonly ours: Definition;
  readonly theirs: Definition;
  /** Declined in earlier updates. */
  readonly declined: readonly Declined[];
  /** Names these very contents, where that is known: what is decided on them is then remembered. */
  readonly key?: string;
};

export type UpdateChoices = {
  /** By `conflictKey`. `conflict` is the fingerprint of what was answered. */
  readonly answers: Readonly<Record<string, { readonly answer: KernelAnswer; readonly conflict: string }>>;
  /** Keys of clean changes that are declined now. */
  readonly declines: ReadonlySet<string>;
};

export const noChoices: UpdateChoices = { answers: {}, declines: new Set() };

export type UpdatePlan = {
  readonly sides: UpdateSides;
  /** Upstream's changes that nothing of ours touches, declined ones included. */
  readonly clean: readonly SidedChange[];
  /** Keys of those declined now. */
  readonly declined: ReadonlySet<string>;
  /** Every conflict, answered or not. */
  readonly conflicts: readonly Conflict[];
  /** The merge with what is chosen so far. */
  readonly result: MergeResult;
  /** Records of all declined changes, earlier ones included, for the next update. */
  readonly records: readonly {
    readonly key: string;
    readonly change: SidedChange;
    readonly record: Declined;
  }[];
};

/** Fingerprint of what a conflict asks: an answer counts only while the question is the same. */
export function fingerprint({ base, ours, theirs }: Conflict): string {
  return hashJson({ base: base ?? null, ours: ours ?? null, theirs: theirs ?? null });
}

/** Large works take seconds to merge, and are looked at page by page. */
const merges = remember<MergeResult>(4);
const plans = remember<UpdatePlan>(4);

/** What of the choices decides the result: not who made them, nor when. */
function choicesKey({ answers, declines }: UpdateChoices): string {
  const given = Object.entries(answers).map(([id, { answer, conflict }]) => [id, { ...answer }, conflict]);
  return hashJson({ given, declines: [...declines].toSorted() });
}

/** The three-way merge with what has been chosen so far, done by the merger. */
export function planUpdate(sides: UpdateSides, choices: UpdateChoices, merger: Merger): Promise<UpdatePlan> {
  if (sides.key === undefined) return decidePlan(sides, choices, merger);
  return plans(`${sides.key} ${choicesKey(choices)}`, () => decidePlan(sides, choices, merger));
}

async function decidePlan(sides: UpdateSides, choices: UpdateChoices, merger: Merger): Promise<UpdatePlan> {
  const { base, ours, theirs, kind } = sides;
  const input = { base, ours, theirs, declined: sides.declined };
  const mergeFirst = (): Promise<MergeResult> => merger(kind, input);
  const first = await (sides.key === undefined ? mergeFirst() : merges(sides.key, mergeFirst));
  const clean = first.changes.filter((change) => change.side === 'theirs');
  const records = clean
    .map((change) => ({ key: changeKey(change), change }))
    .filter(({ key }) => choices.declines.has(key))
    .map((one) => ({ ...one, record: decline(theirs, one.change, kind.rules) }));
  const declined = new Set(records.map(({ key }) => key));
  const asked =
    records.length === 0
      ? first
      : await merger(kind, {
          ...input,
          declined: [...sides.declined, ...records.map((one) => one.record)],
        });
  const result = await withAnswers(asked, choices.answers, (again) => merger(kind, again));
  return { sides, clean, declined, conflicts: [...result.answered, ...result.conflicts], result, records };
}

/** A merge of which nothing has been chosen yet, in the form of a plan. */
export function planOfMerge(sides: UpdateSides, result: MergeResult): UpdatePlan {
  const clean = result.changes.filter((change) => change.side === 'theirs');
  return { sides, clean, declined: new Set(), conflicts: result.conflicts, result, records: [] };
}

/** Answers may bring new questions (a rule whose question is now gone), so it goes on until none counts more. */
async function withAnswers(
  asked: MergeResult,
  given: UpdateChoices['answers'],
  again: (input: MergeInput) => Promise<MergeResult>,
): Promise<MergeResult> {
  let result = asked;
  const counted: Record<string, KernelAnswer> = {};
  for (;;) {
    const fresh = result.conflicts.filter((conflict) => {
      const stored = given[conflictKey(conflict)];
      return (
        stored !== undefined &&
        stored.conflict === fingerprint(conflict) &&
        !Object.hasOwn(counted, conflictKey(conflict))
      );
    });
    if (fresh.length === 0) return result;
    for (const conflict of fresh) {
      const stored = given[conflictKey(conflict)];
      if (stored !== undefined) counted[conflictKey(conflict)] = stored.answer;
    }
    result = await again({ ...asked.input, answers: counted });
  }
}
