import { inputName } from './answers/names.ts';
import type { Bilingual, Field, Page } from './model.ts';
import { isAnswerValue } from './read/examples.ts';
import { isProperties } from '../../../kernel/reading/index.ts';
import type { AnswerIssue } from './walk.ts';

const unknownKey = (key: string, place: Bilingual): Bilingual => ({
  sv: `Det finns ingen fråga ”${key}” ${place.sv}. Ta bort den eller rätta namnet.`,
  en: `There is no question “${key}” ${place.en}. Remove it or correct the name.`,
});

const unknownPart = (key: string): Bilingual => ({
  sv: `Svaret har ingen del ”${key}”. Ta bort den eller rätta namnet.`,
  en: `The answer has no part “${key}”. Remove it or correct the name.`,
});

const unlikeAnswer: Bilingual = {
  sv: 'Så kan inget svar se ut. Skriv en text, ett tal, true eller false, en lista eller en adress.',
  en: 'No answer can look like this. Write a text, a number, true or false, a list or an address.',
};

const issue = (field: string, input: string, message: Bilingual): AnswerIssue => ({
  kind: 'wrong',
  field,
  input,
  message,
});

/** What a system has sent for a page that is no answer to any of its questions: every strange name and form, with its place. */
export function strangeAnswers(page: Page, sent: unknown): readonly AnswerIssue[] {
  if (!isProperties(sent)) return [issue('', '', unlikeAnswer)];
  const place = { sv: `på sidan ”${page.id}”`, en: `on the page “${page.id}”` };
  return Object.entries(sent).flatMap(([key, value]) => {
    const field = page.fields.find(({ id }) => id === key);
    return field === undefined ? [issue(key, key, unknownKey(key, place))] : strangeIn(field, value);
  });
}

const addressParts = new Set(['street', 'postalCode', 'town']);

function strangeIn(field: Field, value: unknown): readonly AnswerIssue[] {
  if (field.type === 'group' && Array.isArray(value)) {
    const rows: readonly unknown[] = value;
    const strange = rows.flatMap((row, index) => strangeInRow(field, row, index));
    if (strange.length > 0) return strange;
  }
  if (field.type === 'address' && isProperties(value)) {
    const strange = Object.keys(value).filter((part) => !addressParts.has(part));
    if (strange.length > 0)
      return strange.map((part) => issue(field.id, inputName(field.id, part), unknownPart(part)));
  }
  return isAnswerValue(value) ? [] : [issue(field.id, field.id, unlikeAnswer)];
}

function strangeInRow(
  group: Extract<Field, { readonly type: 'group' }>,
  row: unknown,
  index: number,
): readonly AnswerIssue[] {
  const at = (...parts: readonly string[]): string => inputName(group.id, String(index + 1), ...parts);
  if (!isProperties(row)) return [issue(group.id, at(), unlikeAnswer)];
  const parts = Object.keys(row)
    .filter((part) => part !== 'id' && part !== 'answers')
    .map((part) => issue(group.id, at(part), unknownPart(part)));
  const answers = isProperties(row['answers']) ? Object.entries(row['answers']) : [];
  const place = { sv: `i ”${group.id}”`, en: `in “${group.id}”` };
  const inside = answers.flatMap(([key, value]) => {
    if (!group.fields.some(({ id }) => id === key)) return [issue(key, at(key), unknownKey(key, place))];
    return isAnswerValue(value) ? [] : [issue(key, at(key), unlikeAnswer)];
  });
  return [...parts, ...inside];
}
