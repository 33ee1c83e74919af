import { noonOf } from '../../../kernel/dates/index.ts';
import type { Language } from '../../../platform/http/index.ts';
import { formatDate, formatNumber } from '../../../platform/text/index.ts';
import { fieldIds, fieldOf, isField, type Facts, type FieldId } from '../model/fields.ts';
import { readValue } from '../model/read-value.ts';
import { wordsOf } from '../texts/fields.ts';

/** Names of what a fact refers to by id. An id that nobody knows is said as it is. */
export type Names = {
  readonly unit: (id: string) => string;
  readonly component: (id: string) => string;
  readonly supplier: (id: string) => string;
};

const amounts: ReadonlySet<FieldId> = new Set(['price', 'cost']);

/** "41 000 kr". */
const kronor = (value: number, language: Language): string =>
  language === 'sv'
    ? `${formatNumber(value, language)}\u00A0kr`
    : `SEK\u00A0${formatNumber(value, language)}`;

export function sayNumber(id: FieldId, value: number, language: Language): string {
  if (amounts.has(id)) return kronor(value, language);
  const field = fieldOf(id);
  return field.type === 'whole' && field.most <= 5
    ? `${value} ${language === 'sv' ? 'av' : 'of'} ${field.most}`
    : formatNumber(value, language);
}

/** A fact in words, one for each thing that it names; empty where it is not known. */
export function sayFact(
  id: FieldId,
  facts: Facts,
  { language, names }: { readonly language: Language; readonly names: Names },
): readonly string[] {
  const field = fieldOf(id);
  const value = facts[id];
  if (value === undefined) return [];
  const { options = {} } = wordsOf(language, id);
  if (typeof value === 'number') return [sayNumber(id, value, language)];
  const many = typeof value === 'string' ? [value] : value;
  switch (field.type) {
    case 'day':
      return many.map((day) => formatDate(noonOf(day), language));
    case 'choice':
    case 'choices':
      return many.map((one) => options[one] ?? one);
    case 'name':
    case 'names':
      return many.map((one) => names[field.of](one));
    case 'text':
    case 'texts':
    case 'whole':
      return many;
  }
}

/** A value of the history, which may hold what today's fields do not. Null where it is empty or not of a field. */
export function sayStored(
  id: string,
  value: unknown,
  on: { readonly language: Language; readonly names: Names },
): string | null {
  if (!isField(id)) return null;
  const given =
    typeof value === 'string' || typeof value === 'number' || isTexts(value)
      ? readValue(fieldOf(id), value)
      : null;
  if (given?.ok !== true) return null;
  return sayFact(id, Object.fromEntries([[id, given.value]]), on).join(', ');
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** How many of a group's fields are filled in. */
export const filledOf = (facts: Facts, ids: readonly FieldId[]): number =>
  ids.filter((id) => facts[id] !== undefined).length;

export const fieldsIn = (group: string): readonly FieldId[] =>
  fieldIds.filter((id) => fieldOf(id).group === group);
