import { fieldIds, type Facts, type FactValue, type FieldId } from '../../model/fields.ts';

/** Facts that are likely to be the same where the same product is used for the same. */
const proposable: ReadonlySet<FieldId> = new Set([
  'components',
  'purpose',
  'hosting',
  'usesAi',
  'aiRisk',
  'personalData',
  'processingPurpose',
  'legalBasis',
  'dataSubjects',
  'dataCategories',
  'recipients',
  'processors',
  'transfers',
  'dataRetention',
  'archiveDuty',
  'archiveHow',
]);

export type Default = {
  readonly field: FieldId;
  readonly value: FactValue;
  /** How many of those that say something say this, and how many say something. */
  readonly said: number;
  readonly of: number;
};

/**
 * Values to propose when a system is added, by what those who resemble us say of theirs: for each fact what most of them
 * say, where more than half of those that say something agree. The nearest is first in `similar` and settles a tie.
 */
export function defaultsFrom(similar: readonly Facts[]): readonly Default[] {
  return fieldIds.flatMap((field) => {
    if (!proposable.has(field)) return [];
    const given = similar.flatMap((facts): readonly FactValue[] => {
      const value = facts[field];
      return value === undefined ? [] : [value];
    });
    const groups = [...Map.groupBy(given, keyOf).values()].toSorted((a, b) => b.length - a.length);
    const [most] = groups;
    const value = most?.[0];
    if (most === undefined || value === undefined || most.length * 2 <= given.length) return [];
    return [{ field, value, said: most.length, of: given.length }];
  });
}

/** Lists say the same in any order. */
const keyOf = (value: FactValue): string =>
  JSON.stringify(typeof value === 'object' ? value.toSorted() : value);
