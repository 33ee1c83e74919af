import type { Definition, Localised } from '../../../kernel/index.ts';
import type { Audience } from './audience.ts';
import type { Values } from './settings.ts';
import type { Base, Origin, Sharing } from './shapes.ts';

/** Whoever acts: kept with the step, shown by role. */
export type Author = { readonly person: string | null; readonly name: string };

export type { Base, Origin, Sharing } from './shapes.ts';

export type VersionStep =
  | 'created'
  | 'adopted'
  | 'changed'
  | 'updated'
  | 'reverted'
  | 'contributed'
  | 'followed';

/** One immutable version of a variant. `number` counts within the variant. */
export type Version = {
  readonly number: number;
  readonly id: string;
  readonly definitionHash: string;
  readonly parents: readonly string[];
  readonly step: VersionStep;
  readonly author: Author;
  readonly message: string;
  readonly at: Date;
  readonly origins: readonly Origin[];
  /** Upstream version last taken when this version was made. */
  readonly base: Base | null;
};

export type Running = {
  readonly number: number;
  readonly versionId: string;
  readonly settingsNumber: number;
  readonly since: Date;
};

/** One organisation's line of versions of a work. */
export type Variant = {
  readonly organisation: string;
  readonly work: string;
  readonly kind: string;
  readonly title: Localised;
  /** The upstream version last taken; null for the one that owns the work or has taken it over. */
  readonly base: Base | null;
  readonly sharing: Sharing;
  /** `clean`: updates without anything to decide are taken by themselves on their day. */
  readonly autoUpdate: 'ask' | 'clean';
  readonly head: { readonly number: number; readonly versionId: string; readonly definitionHash: string };
  readonly settingsNumber: number;
  readonly running: Running | null;
  readonly draft: { readonly revision: number; readonly by: Author; readonly at: Date } | null;
  /** Number of the latest own publication. */
  readonly published: number | null;
};

/** Working copy. `revision` grows with every save; two who edit never overwrite each other silently. */
export type Draft = {
  readonly revision: number;
  readonly fromNumber: number;
  readonly definition: Definition;
  readonly by: Author;
  readonly at: Date;
};

/** The one that asks least first. */
export const licences = ['CC0-1.0', 'CC-BY-4.0', 'EUPL-1.2'] as const;
export type Licence = (typeof licences)[number];

const byDemands = (one: Licence, other: Licence): number => licences.indexOf(one) - licences.indexOf(other);

/** The licence that asks least of whoever builds on; null of none. */
export const loosest = (all: readonly Licence[]): Licence | null => all.toSorted(byDemands)[0] ?? null;
/** The licence that asks most of whoever builds on; null of none. */
export const strictest = (all: readonly Licence[]): Licence | null => all.toSorted(byDemands).at(-1) ?? null;

/** Those to choose from for what builds on something under a licence; null where it asks nothing. */
export const licencesFor = (bound: Licence | null): readonly Licence[] =>
  licences.filter((one) => bound === null || mayBecome(bound, one));

/** Whether what came under a licence may be passed on under another: CC0 asks nothing, the others stay. */
export const mayBecome = (from: Licence, to: Licence): boolean => from === 'CC0-1.0' || from === to;

/** An immutable published snapshot, as a reader of the library sees it. `number` counts publications. */
export type Publication = {
  readonly organisation: string;
  readonly work: string;
  readonly kind: string;
  readonly number: number;
  readonly versionId: string;
  readonly definitionHash: string;
  readonly audience: Audience;
  readonly licence: Licence;
  /** Organisations whose contributions are in it. */
  readonly credit: readonly string[];
  readonly message: string;
  readonly publishedAt: Date;
  /** From when adopters are offered it (a law's day). */
  readonly offeredFrom: Date;
  readonly recalled: { readonly at: Date; readonly reason: string } | null;
  readonly definition: Definition;
  /** Parameter values offered to adopters, and those they may not change. */
  readonly offered: Values;
  readonly lockedParameters: readonly string[];
  /** The upstream version that this one had taken, when the variant follows another. */
  readonly base: Base | null;
};
