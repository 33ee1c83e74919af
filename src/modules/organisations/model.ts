/** Kinds of organisation; the last three are networks, which own works jointly and have members. */
export const organisationKinds = [
  'municipality',
  'region',
  'joint-board',
  'project',
  'region-circle',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const networkKinds = [
  'joint-board',
  'project',
  'region-circle',
] as const satisfies readonly OrganisationKind[];

export type Organisation = {
  /** The ASCII slug in addresses: `harnosand`. */
  readonly id: string;
  readonly kind: OrganisationKind;
  /** SCB's code, four digits for a municipality and two for a region; null for a network. */
  readonly code: string | null;
  /** Short, as colleagues say it: "Härnösand". */
  readonly name: string;
  /** As the public meets it: "Härnösands kommun". */
  readonly publicName: string;
  /** County code, two digits; null for a network. */
  readonly county: string | null;
  /** Host name of its public site where one is configured. */
  readonly host: string | null;
};
