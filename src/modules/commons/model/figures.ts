import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import type { Language } from '../../../platform/http/index.ts';
import type { Sharing } from './shapes.ts';

/** What an adopter is asked whether its upstream may see, beside its own changes. */
export const figureTopics = ['use', 'results'] as const;
export type FigureTopic = (typeof figureTopics)[number];

type Names = Readonly<Record<Language, string>>;

/** A number that a kind counts where its works run. */
export type Measure = {
  readonly id: string;
  readonly topic: FigureTopic;
  readonly unit: 'count' | 'percent' | 'days';
  readonly name: Names;
  /**
   * The whole that it is a part of, such as decisions: shown together, and one part is never left to be found
   * by subtraction.
   */
  readonly partOf?: { readonly id: string; readonly name: Names };
};

/** `of`: how many it rests on. */
export type Measured = { readonly value: number; readonly of: number };

export type FiguresInput = {
  /** With the organisation as its tenant. */
  readonly tx: Tx;
  readonly organisation: string;
  readonly works: readonly string[];
  readonly now: Date;
};

/** How a kind counts, over the last twelve months. A work that has nothing to count is left out, and so is a measure without a value. */
export type Figures = {
  readonly measures: readonly Measure[];
  readonly count: (of: FiguresInput) => Promise<ReadonlyMap<string, Readonly<Record<string, Measured>>>>;
};

/** Values by the measure's id; null for what rests on too few to be told. */
export const FigureValues = z.record(z.string(), z.number().nullable());
export type FigureValues = Readonly<z.infer<typeof FigureValues>>;

/** Fewer than this, and a result could be somebody's. */
export const fewest = 5;

type Counted = Readonly<Record<string, Measured>>;

/** Parts of a whole that may be told: if the others are few together, the smallest stays with them. */
function toldOf(parts: readonly Measure[], counted: Counted): ReadonlySet<string> {
  const ofPart = (id: string): number => counted[id]?.of ?? 0;
  const told = parts.map(({ id }) => id).filter((id) => ofPart(id) >= fewest);
  const kept = parts.reduce((sum, { id }) => sum + (told.includes(id) ? 0 : ofPart(id)), 0);
  if (kept === 0 || kept >= fewest) return new Set(told);
  const smallest = told.toSorted((a, b) => ofPart(a) - ofPart(b))[0];
  return new Set(told.filter((id) => id !== smallest));
}

/**
 * What may be told of one topic. Use is told as it is, since it is nobody's in particular; results only where
 * they rest on at least `fewest`.
 */
export function decideTold(measures: readonly Measure[], topic: FigureTopic, counted: Counted): FigureValues {
  const asked = measures.filter((measure) => measure.topic === topic);
  const wholes = Map.groupBy(asked, (measure) => measure.partOf?.id ?? '');
  const told = new Set(
    [...wholes].flatMap(([whole, parts]) =>
      whole === ''
        ? parts.map(({ id }) => id).filter((id) => topic === 'use' || (counted[id]?.of ?? 0) >= fewest)
        : [...toldOf(parts, counted)],
    ),
  );
  return Object.fromEntries(asked.map(({ id }) => [id, told.has(id) ? (counted[id]?.value ?? 0) : null]));
}

/** The figures of one variant, as its upstream may see them; null for a topic that is not agreed. */
export type SharedFigures = { readonly [topic in FigureTopic]: FigureValues | null };

/** What is shown of a variant after what its organisation has agreed to; null where that is nothing. */
export function decideShared(
  measures: readonly Measure[],
  sharing: Sharing,
  counted: Counted,
): SharedFigures | null {
  if (!sharing.use && !sharing.results) return null;
  return {
    use: sharing.use ? decideTold(measures, 'use', counted) : null,
    results: sharing.results ? decideTold(measures, 'results', counted) : null,
  };
}
