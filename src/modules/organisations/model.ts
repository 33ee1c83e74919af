/** Kinds in the public sector; the last three are networks, which own works jointly and have members. */
export const publicKinds = ['municipality', 'region', 'joint-board', 'project', 'region-circle'] as const;

/** A supplier is no part of the public sector: it stands in none of its lists, and has no public site. */
export type OrganisationKind = (typeof publicKinds)[number] | 'supplier';

export const networkKinds = [
  'joint-board',
  'project',
  'region-circle',
] as const satisfies readonly OrganisationKind[];

export type Organisation = {
  /** The ASCII slug in addresses: `harnosand`. */
  readonly id: string;
  readonly kind: OrganisationKind;
  /** SCB's code, four digits for a municipality and two for a region; null for others. */
  readonly code: string | null;
  /** Short, as colleagues say it: "Härnösand". */
  readonly name: string;
  /** As the public meets it: "Härnösands kommun". */
  readonly publicName: string;
  /** County code, two digits; null for a network or a supplier. */
  readonly county: string | null;
  /** Host name of its public site where one is configured. */
  readonly host: string | null;
};
