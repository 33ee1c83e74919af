import type { Facts, FieldId } from '../model/fields.ts';
import type { Row } from './row.ts';

/**
 * What the record of processing says of each, in the order of GDPR article 30.1, with those that it must say. Legal basis,
 * processors and impact assessment are not asked for by the article, and are what supervision asks for next.
 */
export const recordFields = [
  { id: 'processingPurpose', point: '30.1 b', must: true },
  { id: 'legalBasis', point: '6.1', must: true },
  { id: 'dataSubjects', point: '30.1 c', must: true },
  { id: 'dataCategories', point: '30.1 c', must: true },
  { id: 'recipients', point: '30.1 d', must: false },
  { id: 'transfers', point: '30.1 e', must: false },
  { id: 'dataRetention', point: '30.1 f', must: false },
  { id: 'processors', point: '28', must: false },
  { id: 'assessment', point: '35', must: false },
  { id: 'assessmentOn', point: '35', must: false },
] as const satisfies readonly { readonly id: FieldId; readonly point: string; readonly must: boolean }[];

const isProcessing = ({ personalData }: Facts): boolean =>
  personalData === 'ordinary' || personalData === 'sensitive';

export type ProcessingRecord = {
  /** One entry for each system that holds personal data. */
  readonly entries: readonly { readonly row: Row; readonly missing: readonly FieldId[] }[];
  /** Nobody has said whether they hold personal data. */
  readonly unanswered: readonly Row[];
};

/** The record of an organisation's own systems that are not ended. */
export function processingRecord(rows: readonly Row[]): ProcessingRecord {
  const asked = rows.filter(({ facts }) => facts.status !== 'ended');
  return {
    entries: asked
      .filter(({ facts }) => isProcessing(facts))
      .map((row) => ({
        row,
        missing: recordFields
          .filter(({ id, must }) => must && row.facts[id] === undefined)
          .map(({ id }) => id),
      })),
    unanswered: asked.filter(({ facts }) => facts.personalData === undefined),
  };
}
