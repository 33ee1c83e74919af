import type { Measure, SharedFigures } from './figures.ts';
import type { Debt, Sharing } from './shapes.ts';

/** One adopter, as the owner of the upstream sees it. */
export type FleetRow = {
  readonly organisation: string;
  readonly takenNumber: number;
  readonly behind: number;
  readonly inUse: boolean;
  readonly since: Date;
  readonly sharing: Sharing;
  readonly debt: Debt;
  /** Own changes, where the adopter shares them. */
  readonly changes: number | null;
  /** How much is used and how it goes, as far as that is shared; null before it is counted. */
  readonly figures: (SharedFigures & { readonly at: Date }) | null;
};

/** A local change that several adopters have made: a candidate to take upstream. */
export type RecurringChange = {
  readonly path: string;
  readonly sentence: string;
  readonly organisations: readonly string[];
  /** True when they made exactly the same change. */
  readonly equal: boolean;
};

export type Fleet = {
  readonly latest: number;
  /** What the figures count; none for a kind that has none. */
  readonly measures: readonly Measure[];
  readonly rows: readonly FleetRow[];
  readonly recurring: readonly RecurringChange[];
};

/** What publishing the draft would mean for one adopter that shares its changes. */
export type FleetForecast = {
  readonly organisation: string;
  readonly clean: number;
  readonly conflicts: readonly { readonly path: string; readonly kind: string; readonly sentence: string }[];
};

export type Forecast = {
  readonly rows: readonly FleetForecast[];
  /** Adopters that do not share their changes: nothing can be said of them. */
  readonly unknown: readonly string[];
};
