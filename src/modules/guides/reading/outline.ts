import type { Localised } from '../../../kernel/index.ts';
import type { OriginMark } from '../../commons/index.ts';
import type { Block, Section, Step } from '../definition/index.ts';
import { fingerprint, partsKey, type Fingerprint, type Sides } from './fingerprint.ts';
import type { Standing } from './progress.ts';

export type OutlineStep = {
  readonly id: string;
  readonly title: Localised;
  readonly minutes: number | null;
  /** Counted from 1 in its section. */
  readonly number: number;
  /** `local` is a step of the organisation's own; `adapted` has something local in it. */
  readonly origin: OriginMark;
  readonly fingerprint: Fingerprint;
};

export type OutlineSection = {
  readonly id: string;
  readonly title: Localised;
  readonly steps: readonly OutlineStep[];
};

/** A step without its text, as what was read is held against it. */
export const standingOf = ({ id, fingerprint: { common, local, parts } }: OutlineStep): Standing => ({
  id,
  common,
  local,
  met: partsKey(parts),
});

/** The guide as its readers meet it, without sections that have nothing in them. */
export type Outline = readonly OutlineSection[];

/** Whether a block or something in it is the organisation's own or changed by it. */
export function originOf(block: Block, origins: ReadonlyMap<string, OriginMark>): OriginMark {
  const own = origins.get(block.id) ?? 'shared';
  if (own !== 'shared') return own;
  return insideOf(block).some((id) => (origins.get(id) ?? 'shared') !== 'shared') ? 'adapted' : 'shared';
}

const idsOf = (elements: readonly { readonly id: string }[]): readonly string[] =>
  elements.map(({ id }) => id);

function insideOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'actions':
    case 'checklist':
      return idsOf(block.items);
    case 'picture':
      return idsOf(block.highlights);
    case 'question':
      return idsOf(block.options);
    case 'quiz':
      return [...idsOf(block.questions), ...block.questions.flatMap(({ options }) => idsOf(options))];
    case 'slot':
      return block.blocks.flatMap((inner) => [inner.id, ...insideOf(inner)]);
    case 'text':
    case 'heading':
    case 'film':
    case 'warning':
    case 'term':
    case 'file':
    case 'link':
    case 'reuse':
      return [];
  }
}

function originOfStep(step: Step, origins: ReadonlyMap<string, OriginMark>): OriginMark {
  const own = origins.get(step.id) ?? 'shared';
  if (own !== 'shared') return own;
  return step.blocks.some((block) => originOf(block, origins) !== 'shared') ? 'adapted' : 'shared';
}

const sectionOf = (section: Section, sides: Sides): OutlineSection => ({
  id: section.id,
  title: section.title,
  steps: section.steps.map((step, index) => ({
    id: step.id,
    title: step.title,
    minutes: step.minutes,
    number: index + 1,
    origin: originOfStep(step, sides.origins),
    fingerprint: fingerprint(step, sides),
  })),
});

export const outlineOf = (sides: Sides): Outline =>
  sides.own.sections
    .map((section) => sectionOf(section, sides))
    .filter((section) => section.steps.length > 0);

export type Place = {
  readonly section: OutlineSection;
  readonly step: OutlineStep;
  readonly previous: OutlineStep | null;
  readonly next: OutlineStep | null;
};

/** Where a step stands, with the steps before and after it through the whole guide; null for one that is not there. */
export function placeOf(outline: Outline, step: string): Place | null {
  const all = outline.flatMap((section) => section.steps.map((one) => ({ section, step: one })));
  const at = all.findIndex((one) => one.step.id === step);
  const found = all[at];
  if (found === undefined) return null;
  return { ...found, previous: all[at - 1]?.step ?? null, next: all[at + 1]?.step ?? null };
}
