import {
  conflictKey,
  diff,
  suggestionMarks,
  wordMarks,
  type Change,
  type Conflict,
  type Json,
} from '../../../kernel/index.ts';
import type { Language } from '../../../platform/http/index.ts';
import { pacer } from '../../../platform/pace.ts';
import { changeKey, partsOf, teller, wordsOf } from './described.ts';
import type { CleanChange, ConflictWords, OpenConflict, Tile, UpdatePart } from './update.ts';
import { everything, type Window } from './update-window.ts';
import type { Answer } from './update.ts';
import type { UpdatePlan } from './update-plan.ts';
import type { Author } from './work.ts';

export type Stamped = { readonly by: Author; readonly at: Date };

/** Who chose what, for the page. */
export type Chosen = {
  readonly answers: Readonly<Record<string, Stamped & { readonly answer: Answer }>>;
  readonly declines: Readonly<Record<string, Stamped & { readonly reason: string }>>;
};

export type UpdateParts = {
  readonly parts: readonly UpdatePart[];
  readonly tiles: readonly Tile[];
  readonly done: number;
  readonly total: number;
  readonly left: number;
};

type Listed = Tile & ({ readonly conflict: Conflict } | { readonly change: Change });

/** A plan as the update page shows it: by part in document order, conflicts before clean changes. */
export async function viewPlan(
  plan: UpdatePlan,
  chosen: Chosen,
  { language, window = everything }: { readonly language: Language; readonly window?: Window },
): Promise<UpdateParts> {
  const { base, ours, theirs, kind } = plan.sides;
  const pace = pacer();
  const parts = partsOf([plan.result.merged, theirs, ours, base], { kind, language });
  const byPart = Map.groupBy(
    listAll(plan, chosen, (path) => parts.of(path).path),
    (one) => one.part,
  );
  const tiles = parts.all.flatMap((part) => byPart.get(part.path) ?? []);
  const told = new Set<Tile>(window(tiles));
  const tell = teller({ before: base, after: theirs, kind, language });
  await pace();
  const sentenceOf = conflictTeller(plan, language);
  const shown: UpdatePart[] = [];
  for (const { path, title } of parts.all) {
    const all = byPart.get(path) ?? [];
    if (all.length === 0) continue;
    const conflicts: OpenConflict[] = [];
    const clean: CleanChange[] = [];
    for (const one of all) {
      if (!told.has(one)) continue;
      await pace();
      if ('conflict' in one)
        conflicts.push(viewConflict(plan, one.conflict, { chosen, sentence: sentenceOf(one.conflict) }));
      else clean.push(viewClean(plan, one.change, { chosen, sentence: tell(one.change) }));
    }
    const left = all.filter((one) => one.state === 'choose').length;
    shown.push({ path, title, conflicts, clean, size: all.length, left });
  }
  const left = tiles.filter((tile) => tile.state === 'choose').length;
  return {
    parts: shown,
    tiles: tiles.map(({ id, part, state }) => ({ id, part, state })),
    total: tiles.length,
    left,
    done: tiles.length - left,
  };
}

/** Every change with how it stands, conflicts first. */
function listAll(plan: UpdatePlan, chosen: Chosen, partOf: (path: string) => string): readonly Listed[] {
  const open = new Set(plan.result.conflicts);
  return [
    ...plan.conflicts.map((conflict): Listed => {
      const id = conflictKey(conflict);
      const answered = !open.has(conflict) && chosen.answers[id] !== undefined;
      return { id, part: partOf(conflict.path), state: answered ? 'answered' : 'choose', conflict };
    }),
    ...plan.clean.map((change): Listed => {
      const id = changeKey(change);
      return { id, part: partOf(change.path), state: plan.declined.has(id) ? 'declined' : 'in', change };
    }),
  ];
}

type View = { readonly chosen: Chosen; readonly sentence: string };

function viewClean(plan: UpdatePlan, change: Change, { chosen, sentence }: View): CleanChange {
  const id = changeKey(change);
  const declined = plan.declined.has(id);
  return {
    id,
    path: change.path,
    sentence,
    state: declined ? 'declined' : 'in',
    declined: declined ? (chosen.declines[id] ?? null) : null,
    words: wordsOf(change),
  };
}

/** The conflicts of a plan, answered or not, each with what was done at its place. */
export async function viewConflicts(
  plan: UpdatePlan,
  chosen: Chosen,
  language: Language,
): Promise<readonly OpenConflict[]> {
  if (plan.conflicts.length === 0) return [];
  const sentenceOf = conflictTeller(plan, language);
  const pace = pacer();
  const shown: OpenConflict[] = [];
  for (const conflict of plan.conflicts) {
    await pace();
    shown.push(viewConflict(plan, conflict, { chosen, sentence: sentenceOf(conflict) }));
  }
  return shown;
}

function viewConflict(plan: UpdatePlan, conflict: Conflict, { chosen, sentence }: View): OpenConflict {
  const id = conflictKey(conflict);
  const stored = plan.result.conflicts.includes(conflict) ? undefined : chosen.answers[id];
  return {
    id,
    path: conflict.path,
    sentence,
    conflict,
    words: wordsOfConflict(conflict),
    answer: stored ?? null,
    result: stored === undefined ? undefined : valueOf(conflict, stored.answer),
  };
}

/** Tells what upstream did at a conflict's place, else what we did. */
function conflictTeller(plan: UpdatePlan, language: Language): (conflict: Conflict) => string {
  const { base, ours, theirs, kind } = plan.sides;
  const sides = [theirs, ours].map((after) => ({
    changes: Map.groupBy(diff(base, after, kind.rules), ({ element }) => element),
    tell: teller({ before: base, after, kind, language }),
  }));
  return (conflict) => {
    for (const { changes, tell } of sides) {
      const change = changes.get(conflict.element)?.find((one) => isAt(one, conflict));
      if (change !== undefined) return tell(change);
    }
    return conflict.path;
  };
}

function isAt(change: Change, { element, property }: Conflict): boolean {
  if (change.element !== element) return false;
  return change.change !== 'changed' || property === '' || change.property === property;
}

function wordsOfConflict({ base, ours, theirs }: Conflict): ConflictWords | null {
  if (typeof base !== 'string' || typeof ours !== 'string' || typeof theirs !== 'string') return null;
  return {
    base,
    ours: wordMarks(base, ours),
    theirs: wordMarks(base, theirs),
    suggestion: suggestionMarks({ base, ours, theirs }),
  };
}

/** The value that an answer gives at the conflict's place. */
export function valueOf(conflict: Conflict, answer: Answer): Json | undefined {
  switch (answer.take) {
    case 'own':
      return answer.value;
    case 'base':
      return conflict.base;
    case 'ours':
      return conflict.ours;
    case 'theirs':
      return conflict.theirs;
    case 'suggestion':
      return conflict.suggestion.value ?? conflict[conflict.suggestion.take];
  }
}
