import { z } from 'zod';
import type { EditionChange } from './compare.ts';
import type { Component, Edition, Words } from './edition.ts';

/** Where an organisation goes its own way with a component. */
export const Deviation = z.object({
  name: z.string().trim().min(1).max(200).optional(),
  hidden: z.literal(true).optional(),
  area: z.string().max(100).optional(),
});
export type Deviation = Readonly<z.infer<typeof Deviation>>;

/** By component. Those of components that the edition does not have wait. */
export const Deviations = z.record(z.string(), Deviation);
export type Deviations = Readonly<z.infer<typeof Deviations>>;

export type OwnComponent = {
  readonly id: string;
  readonly area: string;
  readonly name: Words;
  readonly explanation: Words;
  readonly words: readonly string[];
  readonly hidden: boolean;
  /** What is said otherwise than in the edition. */
  readonly own: Deviation;
};

/** The taxonomy as an organisation reads it. */
export type OwnTaxonomy = {
  readonly edition: Edition;
  readonly deviations: Deviations;
  readonly components: readonly OwnComponent[];
  readonly byId: ReadonlyMap<string, OwnComponent>;
  /** The same for all that read alike. */
  readonly key: string;
};

export function ownTaxonomy(edition: Edition, deviations: Deviations): OwnTaxonomy {
  const areas = new Set(edition.areas.map(({ id }) => id));
  const components = edition.components.map((component) => ownComponent(component, deviations, areas));
  return {
    edition,
    deviations,
    components,
    byId: new Map(components.map((one) => [one.id, one])),
    key: `${edition.version} ${JSON.stringify(deviations)}`,
  };
}

function ownComponent(
  { id, area, name, explanation, words }: Component,
  deviations: Deviations,
  areas: ReadonlySet<string>,
): OwnComponent {
  const own = deviations[id] ?? {};
  const ownArea = own.area !== undefined && areas.has(own.area) ? own.area : area;
  const ownName = own.name === undefined ? name : { sv: own.name, en: own.name };
  return { id, area: ownArea, name: ownName, explanation, words, hidden: own.hidden === true, own };
}

/** Says something of a component; what says the same as the edition is no deviation. */
export function withDeviation(
  edition: Edition,
  deviations: Deviations,
  { id, ...said }: Deviation & { readonly id: string },
): Deviations {
  const component = edition.components.find((one) => one.id === id);
  const kept: Deviation = {
    ...(said.name === undefined || said.name === component?.name.sv ? {} : { name: said.name }),
    ...(said.hidden === true ? { hidden: true } : {}),
    ...(said.area === undefined || said.area === component?.area ? {} : { area: said.area }),
  };
  const { [id]: _, ...others } = deviations;
  return Object.keys(kept).length === 0 ? others : { ...others, [id]: kept };
}

/** What a reader keeps as it was, in spite of the new edition: "renamed/larplattform". */
export const keepKey = (change: EditionChange): string | null =>
  change.kind === 'renamed' || change.kind === 'moved' ? `${change.kind}/${change.component.id}` : null;

/**
 * The deviations when a later edition is taken: all stay; a component that another has taken the place of leaves its
 * own way to that one, unless it has one; and what is kept becomes a deviation.
 */
export function carriedOver(
  deviations: Deviations,
  changes: readonly EditionChange[],
  kept: ReadonlySet<string>,
): Deviations {
  const carried = changes.flatMap((change): readonly (readonly [string, Deviation])[] => {
    if (change.kind !== 'replaced') return [];
    const { name: _, ...own } = deviations[change.component.id] ?? {};
    const waits = deviations[change.by.id] !== undefined || Object.keys(own).length === 0;
    return waits ? [] : [[change.by.id, own]];
  });
  const all: Record<string, Deviation> = { ...deviations, ...Object.fromEntries(carried) };
  for (const change of changes) {
    const key = keepKey(change);
    if (key === null || !kept.has(key)) continue;
    if (change.kind === 'renamed') {
      const { id } = change.component;
      all[id] = { name: change.was.sv, ...all[id] };
    }
    if (change.kind === 'moved') {
      const { id } = change.component;
      all[id] = { area: change.from, ...all[id] };
    }
  }
  return all;
}
