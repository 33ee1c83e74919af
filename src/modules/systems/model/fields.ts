import type { Field, ValueOf } from './field.ts';

const open = { ceiling: 'public-sector', audience: 'public-sector' } as const;
const shared = { ceiling: 'public-sector', audience: 'networks' } as const;
/** Contract and price: between municipalities only. */
const between = { ceiling: 'municipalities', audience: 'municipalities' } as const;
/** What would help whoever means harm. */
const ours = { ceiling: 'own', audience: 'own' } as const;

const yesNo = ['yes', 'no'] as const;

/**
 * Everything that is said of a system in use, in the order of the form, the columns of a sheet and the API. Forms,
 * tables, imports, exports, comparisons and who may see what all follow from it.
 */
export const fields = {
  localName: { type: 'text', longest: 200, group: 'use', ...open },
  status: {
    type: 'choice',
    options: ['planned', 'pilot', 'in-use', 'phasing-out', 'ended'],
    group: 'use',
    ...open,
  },
  from: { type: 'day', group: 'use', ...open },
  until: { type: 'day', group: 'use', ...open },
  version: { type: 'text', longest: 100, group: 'use', ...shared },
  purpose: { type: 'text', longest: 2000, group: 'use', ...open },
  /** What it does here, where that differs from what the product does. */
  components: { type: 'names', of: 'component', group: 'use', ...open },
  units: { type: 'names', of: 'unit', group: 'use', ...open },
  users: {
    type: 'choice',
    options: ['1-9', '10-49', '50-199', '200-999', '1000-4999', '5000-'],
    group: 'use',
    ...open,
  },

  owner: { type: 'text', longest: 200, group: 'people', ...open },
  /** Whom to ask, by name or by role, and where. */
  contact: { type: 'text', longest: 200, group: 'people', ...open },
  contactEmail: { type: 'text', longest: 200, group: 'people', ...open },

  hosting: {
    type: 'choice',
    options: ['own', 'joint', 'supplier', 'public-cloud'],
    group: 'operation',
    ...open,
  },
  accessibility: {
    type: 'choice',
    options: ['meets', 'partly', 'fails', 'exempt', 'unknown'],
    group: 'operation',
    ...open,
  },
  accessibilityOn: { type: 'day', group: 'operation', ...open },
  usesAi: { type: 'choice', options: yesNo, group: 'operation', ...open },
  /** The risk classes of the AI Act, Regulation (EU) 2024/1689. */
  aiRisk: {
    type: 'choice',
    options: ['minimal', 'limited', 'high'],
    group: 'operation',
    ...shared,
  },
  aiUse: { type: 'text', longest: 1000, group: 'operation', ...shared },

  criticality: {
    type: 'choice',
    options: ['low', 'medium', 'high', 'society'],
    group: 'risk',
    ...ours,
  },
  confidentiality: { type: 'whole', least: 0, most: 4, group: 'risk', ...ours },
  integrity: { type: 'whole', least: 0, most: 4, group: 'risk', ...ours },
  availability: { type: 'whole', least: 0, most: 4, group: 'risk', ...ours },
  risks: { type: 'text', longest: 2000, group: 'risk', ...ours },

  /** The record of processing, GDPR article 30. */
  personalData: {
    type: 'choice',
    options: ['none', 'ordinary', 'sensitive'],
    group: 'personal-data',
    ...shared,
  },
  processingPurpose: { type: 'text', longest: 2000, group: 'personal-data', ...shared },
  /** Legal basis, GDPR article 6.1. */
  legalBasis: {
    type: 'choices',
    options: [
      'consent',
      'contract',
      'legal-duty',
      'vital-interest',
      'public-interest',
      'legitimate-interest',
    ],
    group: 'personal-data',
    ...shared,
  },
  dataSubjects: { type: 'texts', most: 30, group: 'personal-data', ...shared },
  dataCategories: { type: 'texts', most: 30, group: 'personal-data', ...shared },
  recipients: { type: 'texts', most: 30, group: 'personal-data', ...shared },
  processors: { type: 'texts', most: 30, group: 'personal-data', ...shared },
  /** Countries outside the EU and EEA, GDPR chapter V, with the ground. */
  transfers: { type: 'texts', most: 30, group: 'personal-data', ...shared },
  dataRetention: { type: 'text', longest: 1000, group: 'personal-data', ...shared },
  /** The impact assessment, GDPR article 35. */
  assessment: {
    type: 'choice',
    options: ['not-needed', 'needed', 'begun', 'done'],
    group: 'personal-data',
    ...shared,
  },
  assessmentOn: { type: 'day', group: 'personal-data', ...shared },

  archiveDuty: {
    type: 'choice',
    options: ['keep', 'discard', 'both', 'none'],
    group: 'archive',
    ...open,
  },
  archiveHow: { type: 'text', longest: 1000, group: 'archive', ...open },

  contractSupplier: { type: 'name', of: 'supplier', group: 'contract', ...between },
  contractReference: { type: 'text', longest: 200, group: 'contract', ...between },
  contractEnds: { type: 'day', group: 'contract', ...between },
  /** Whole months before the end by which notice must be given. */
  noticeMonths: { type: 'whole', least: 0, most: 60, group: 'contract', ...between },
  /** How many times it can be extended, and by how many months each time. */
  extensions: { type: 'whole', least: 0, most: 20, group: 'contract', ...between },
  extensionMonths: { type: 'whole', least: 1, most: 120, group: 'contract', ...between },
  framework: { type: 'text', longest: 200, group: 'contract', ...between },
  /** Kronor a year, without value added tax. */
  price: { type: 'whole', least: 0, most: 1_000_000_000, group: 'contract', ...between },
  priceBasis: {
    type: 'choice',
    options: ['fixed', 'inhabitant', 'user', 'pupil', 'employee', 'transaction', 'hour'],
    group: 'contract',
    ...between,
  },
  /** Kronor a year for operation and care besides the contract. */
  cost: { type: 'whole', least: 0, most: 1_000_000_000, group: 'contract', ...between },

  /** From 1, not at all, to 5, very. */
  satisfaction: { type: 'whole', least: 1, most: 5, group: 'opinion', ...between },
  satisfactionWhy: { type: 'text', longest: 2000, group: 'opinion', ...between },
} as const satisfies Readonly<Record<string, Field>>;

export type FieldId = keyof typeof fields;

/** What is known of a system in use. What is not there is not known. */
export type Facts = { readonly [Id in FieldId]?: ValueOf<(typeof fields)[Id]> };
export type FactValue = string | number | readonly string[];

/** In the order of the table. */
export const fieldIds: readonly FieldId[] = Object.keys(fields).filter(isField);

export function isField(id: string): id is FieldId {
  return Object.hasOwn(fields, id);
}

/** The field with its type widened, for code that takes any of them. */
export const fieldOf = (id: FieldId): Field => fields[id];
