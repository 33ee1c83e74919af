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
import { changeKey, partsOf, teller, wordsOf } from './described.ts';
import type { CleanChange, ConflictWords, OpenConflict, Tile, UpdatePart } from './update.ts';
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

/** A plan as the update page shows it: by part in document order, conflicts before clean changes. Pure. */
export function viewPlan(plan: UpdatePlan, chosen: Chosen, language: Language): UpdateParts {
  const { base, ours, theirs, kind } = plan.sides;
  const parts = partsOf([plan.result.merged, theirs, ours, base], { kind, language });
  const tell = teller({ before: base, after: theirs, kind, language });
  const conflicts = viewConflicts(plan, chosen, language);
  const clean = plan.clean.map((change) => viewClean(plan, change, { chosen, sentence: tell(change) }));
  const inParts = {
    conflicts: Map.groupBy(conflicts, (one) => parts.of(one.path).path),
    clean: Map.groupBy(clean, (one) => parts.of(one.path).path),
  };
  const shown = parts.all
    .map((part) =>
      toPart(part, {
        conflicts: inParts.conflicts.get(part.path) ?? [],
        clean: inParts.clean.get(part.path) ?? [],
      }),
    )
    .filter((part) => part.conflicts.length + part.clean.length > 0);
  const tiles = shown.flatMap(tilesOf);
  const left = tiles.filter((tile) => tile.state === 'choose').length;
  return { parts: shown, tiles, total: tiles.length, left, done: tiles.length - left };
}

type InPart = Pick<UpdatePart, 'conflicts' | 'clean'>;

function toPart(
  { path, title }: { readonly path: string; readonly title: string },
  { conflicts, clean }: InPart,
): UpdatePart {
  return { path, title, conflicts, clean, left: conflicts.filter((one) => one.answer === null).length };
}

function tilesOf(part: UpdatePart): readonly Tile[] {
  return [
    ...part.conflicts.map(({ id, answer }): Tile => ({
      id,
      part: part.path,
      state: answer === null ? 'choose' : 'answered',
    })),
    ...part.clean.map(({ id, state }): Tile => ({ id, part: part.path, state })),
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
export function viewConflicts(plan: UpdatePlan, chosen: Chosen, language: Language): readonly OpenConflict[] {
  if (plan.conflicts.length === 0) return [];
  const sentenceOf = conflictTeller(plan, language);
  return plan.conflicts.map((conflict) => {
    const id = conflictKey(conflict);
    const stored = plan.result.conflicts.includes(conflict) ? undefined : chosen.answers[id];
    return {
      id,
      path: conflict.path,
      sentence: sentenceOf(conflict),
      conflict,
      words: wordsOfConflict(conflict),
      answer: stored ?? null,
      result: stored === undefined ? undefined : valueOf(conflict, stored.answer),
    };
  });
}

/** Tells what upstream did at a conflict's place, else what we did. */
function conflictTeller(plan: UpdatePlan, language: Language): (conflict: Conflict) => string {
  const { base, ours, theirs, kind } = plan.sides;
  const sides = [theirs, ours].map((after) => ({
    changes: diff(base, after, kind.rules),
    tell: teller({ before: base, after, kind, language }),
  }));
  return (conflict) => {
    for (const { changes, tell } of sides) {
      const change = changes.find((one) => isAt(one, conflict));
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
