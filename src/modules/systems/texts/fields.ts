import type { Language } from '../../../platform/http/index.ts';
import type { Group } from '../model/field.ts';
import { fieldOf, type fields, type FieldId } from '../model/fields.ts';
import { fieldsEn, groupsEn } from './fields-en.ts';
import { fieldsSv, groupsSv } from './fields-sv.ts';

type OptionOf<F> = F extends {
  readonly type: 'choice' | 'choices';
  readonly options: readonly (infer O extends string)[];
}
  ? O
  : never;

/** The name of a fact, what it means, and for a choice a word for every option. */
type Words<O extends string> = {
  readonly name: string;
  readonly hint: string;
} & ([O] extends [never] ? { readonly options?: never } : { readonly options: Readonly<Record<O, string>> });

export type FieldWords = { readonly [Id in FieldId]: Words<OptionOf<(typeof fields)[Id]>> };
export type GroupWords = Readonly<Record<Group, string>>;

/** The words of a field, whichever it is. */
export type AnyWords = {
  readonly name: string;
  readonly hint: string;
  readonly options?: Readonly<Record<string, string>>;
};

/** What fields and their groups are called. */
export const fieldWords = (language: Language): FieldWords => (language === 'sv' ? fieldsSv : fieldsEn);
export const groupWords = (language: Language): GroupWords => (language === 'sv' ? groupsSv : groupsEn);

export const wordsOf = (language: Language, id: FieldId): AnyWords => fieldWords(language)[id];

/** The options of a choice with their words, in the order of the table; empty for other fields. */
export function optionsOf(
  language: Language,
  id: FieldId,
): readonly { readonly value: string; readonly label: string }[] {
  const field = fieldOf(id);
  if (field.type !== 'choice' && field.type !== 'choices') return [];
  const { options = {} } = wordsOf(language, id);
  return field.options.map((value) => ({ value, label: options[value] ?? value }));
}
