import type { FieldId } from '../../../src/modules/systems/model/fields.ts';

/*
 * Who may see what, written down a second time, by the register's terms and not by its code: a wrong ceiling there is
 * a difference here.
 */

/** All of the public sector; those in a network together; municipalities between themselves; nobody else. */
type Circle = 'sector' | 'networks' | 'municipalities' | 'nobody';

export const circles = {
  localName: 'sector',
  status: 'sector',
  from: 'sector',
  until: 'sector',
  version: 'networks',
  purpose: 'sector',
  components: 'sector',
  units: 'sector',
  users: 'sector',
  owner: 'sector',
  contact: 'sector',
  contactEmail: 'sector',
  hosting: 'sector',
  accessibility: 'sector',
  accessibilityOn: 'sector',
  usesAi: 'sector',
  aiRisk: 'networks',
  aiUse: 'networks',
  criticality: 'nobody',
  confidentiality: 'nobody',
  integrity: 'nobody',
  availability: 'nobody',
  risks: 'nobody',
  personalData: 'networks',
  processingPurpose: 'networks',
  legalBasis: 'networks',
  dataSubjects: 'networks',
  dataCategories: 'networks',
  recipients: 'networks',
  processors: 'networks',
  transfers: 'networks',
  dataRetention: 'networks',
  assessment: 'networks',
  assessmentOn: 'networks',
  archiveDuty: 'sector',
  archiveHow: 'sector',
  contractSupplier: 'municipalities',
  contractReference: 'municipalities',
  contractEnds: 'municipalities',
  noticeMonths: 'municipalities',
  extensions: 'municipalities',
  extensionMonths: 'municipalities',
  framework: 'municipalities',
  price: 'municipalities',
  priceBasis: 'municipalities',
  cost: 'municipalities',
  satisfaction: 'municipalities',
  satisfactionWhy: 'municipalities',
} as const satisfies Readonly<Record<FieldId, Circle>>;

/** Somebody who reads, as the register tells readers apart. */
export type Reading = {
  readonly kind: 'municipality' | 'sector' | 'supplier' | 'nobody';
  /** The organisation that they read for. */
  readonly organisation: string | null;
  /** Whose networks they share. */
  readonly near: ReadonlySet<string>;
};

/** What an owner has decided for all its fields. */
export type Decision = 'as-it-stands' | 'networks' | 'own';

/** Whether the reader may see the field of what the owner uses. */
export function maySee(
  { kind, organisation, near }: Reading,
  owner: { readonly organisation: string; readonly decision: Decision },
  field: FieldId,
): boolean {
  if (kind === 'supplier' || kind === 'nobody') return false;
  if (organisation === owner.organisation) return true;
  const circle = circles[field];
  if (owner.decision === 'own' || circle === 'nobody') return false;
  if (circle === 'municipalities' && kind !== 'municipality') return false;
  const nearOnly = owner.decision === 'networks' || circle === 'networks';
  return !nearOnly || near.has(owner.organisation);
}
