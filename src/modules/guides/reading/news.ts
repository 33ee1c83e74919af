import type { OriginMark } from '../../commons/index.ts';
import { standingOf, type Outline, type OutlineStep } from './outline.ts';
import { changedParts, stateOf, type Read, type StepState } from './progress.ts';

/**
 * One thing that is not as it was when the person read it, with the step where it stands. `removed` counts
 * parts that are gone: what they said is not kept.
 */
export type News =
  | { readonly kind: 'step'; readonly step: string }
  | { readonly kind: 'removed'; readonly step: string; readonly count: number }
  | { readonly kind: 'fact'; readonly step: string; readonly parameter: string }
  | {
      readonly kind: 'part';
      readonly step: string;
      readonly part: string;
      readonly change: 'added' | 'changed';
      readonly origin: OriginMark;
    };

export type Reader = {
  readonly organisation: string;
  /** Everything that the person has read of the work, wherever. */
  readonly reads: readonly Read[];
  readonly origins: ReadonlyMap<string, OriginMark>;
};

/** How the reader stands to a step of the outline. */
export const stateOfStep = (step: OutlineStep, { reads, organisation }: Reader): StepState =>
  stateOf(standingOf(step), reads, organisation);

const isFact = (part: string): boolean => part.startsWith('{');

function newsOfStep(step: OutlineStep, reader: Reader): readonly News[] {
  const state = stateOfStep(step, reader);
  if (state.kind === 'unread') {
    const elsewhere = reader.reads.some((read) => read.organisation !== reader.organisation);
    return elsewhere && step.origin === 'local' ? [{ kind: 'step', step: step.id }] : [];
  }
  if (state.kind === 'read' && !state.local) return [];
  const changes = changedParts(state.read.parts, step.fingerprint.parts);
  const removed = changes.filter((change) => change.change === 'removed' && !isFact(change.part)).length;
  const found = changes.flatMap(({ part, change }): readonly News[] => {
    if (change === 'removed') return [];
    if (isFact(part)) return [{ kind: 'fact', step: step.id, parameter: part.slice(1, -1) }];
    const origin = reader.origins.get(part) ?? 'shared';
    return [{ kind: 'part', step: step.id, part, change, origin }];
  });
  return removed === 0 ? found : [...found, { kind: 'removed', step: step.id, count: removed }];
}

/** What a person has not met as it now stands, in reading order; a value that stands in many steps is told of once. */
export function newsOf(outline: Outline, reader: Reader): readonly News[] {
  const told = new Set<string>();
  return outline
    .flatMap((section) => section.steps)
    .flatMap((step) => newsOfStep(step, reader))
    .filter((news) => {
      if (news.kind !== 'fact') return true;
      const first = !told.has(news.parameter);
      told.add(news.parameter);
      return first;
    });
}
