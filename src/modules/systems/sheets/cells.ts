import { z } from 'zod';
import type { Language } from '../../../platform/http/index.ts';
import type { Field, Named } from '../model/field.ts';
import { fieldOf, type FactValue, type FieldId } from '../model/fields.ts';
import { readValue, type ValueFault } from '../model/read-value.ts';
import { optionsOf } from '../texts/fields.ts';
import { readDay } from './days.ts';
import { cleanCell } from './sheet.ts';
import { bare, blanks, optionWords, unknowns } from './words.ts';

/** Names of what facts refer to by id: components, suppliers and units. */
export type Names = {
  readonly nameOf: (of: Named, id: string, language: Language) => string | null;
  /** Null where no name, or more than one thing of that name, is known. */
  readonly idOf: (of: Named, name: string) => string | null;
};

/** Why a cell cannot be taken in. */
export type CellFault =
  | ValueFault
  /** The sheet shows an error of a formula. */
  | { readonly kind: 'formula-error' }
  | { readonly kind: 'unknown-name' }
  | { readonly kind: 'no-email' };

/** What a cell says: nothing, a value, or something that does not fit. */
export type CellRead =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: FactValue }
  | { readonly kind: 'fault'; readonly fault: CellFault };

export type Speaking = { readonly language: Language; readonly names: Names };

const between = '; ';

/** A name only where it leads back to the same. */
function nameFor({ names, language }: Speaking, of: Named, id: string): string {
  const name = names.nameOf(of, id, language);
  return name !== null && names.idOf(of, name) === id ? name : id;
}

/** What a value is in a cell, as people read it. */
export function cellOf(id: FieldId, value: FactValue, on: Speaking): string {
  const field = fieldOf(id);
  const many = typeof value === 'object' ? value : [String(value)];
  switch (field.type) {
    case 'choice':
    case 'choices': {
      const labels = new Map(optionsOf(on.language, id).map((option) => [option.value, option.label]));
      return many.map((one) => labels.get(one) ?? one).join(between);
    }
    case 'name':
    case 'names':
      return many.map((one) => nameFor(on, field.of, one)).join(between);
    case 'texts':
      return many.join(between);
    case 'text':
    case 'day':
    case 'whole':
      return many.join('');
  }
}

const Email = z.email();

/** No number, day, choice, name or address is longer, however it is written. */
const longestTerm = 300;

const fault = (kind: CellFault): CellRead => ({ kind: 'fault', fault: kind });

/** What somebody has written in a cell, in the field's own form. */
export function readCell(id: FieldId, cell: string, names: Names): CellRead {
  const field = fieldOf(id);
  const text = cleanCell(cell);
  if (text === '' || blanks.has(text)) return { kind: 'empty' };
  if (/^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!)/u.test(text)) return fault({ kind: 'formula-error' });
  if (
    field.type !== 'text' &&
    field.type !== 'texts' &&
    unknowns.has(text.toLowerCase()) &&
    !isOption(id, text)
  )
    return { kind: 'empty' };
  if (id === 'contactEmail' && (text.length > longestTerm || !Email.safeParse(text).success))
    return fault({ kind: 'no-email' });
  const given = valueIn(id, field, { text, names });
  if (given === null) return fault({ kind: 'unknown-name' });
  const read = readValue(field, given);
  return read.ok ? { kind: 'value', value: read.value } : fault(read.failure);
}

type Written = { readonly text: string; readonly names: Names };

/** The cell in the form that the field reads, as it stands where it is in no such form; null for unknown names. */
function valueIn(id: FieldId, field: Field, { text, names }: Written): string | readonly string[] | null {
  if (text.length > longestTerm && ['day', 'whole', 'choice', 'name'].includes(field.type)) return text;
  switch (field.type) {
    case 'text':
      return text;
    case 'day':
      return readDay(text) ?? text;
    case 'whole':
      return wholeIn(id, text);
    case 'choice':
      return optionIn(id, text) ?? text;
    case 'choices':
      return partsOf(text).map((part) => optionIn(id, part) ?? part);
    case 'texts':
      return partsOf(text);
    case 'name':
      return names.idOf(field.of, text) ?? text;
    case 'names': {
      const ids = partsOf(text).map((part) =>
        part.length > longestTerm ? null : names.idOf(field.of, part),
      );
      return ids.every((one) => one !== null) ? ids : null;
    }
  }
}

/** Parted by semicolons or lines; by commas where there is neither. */
function partsOf(text: string): readonly string[] {
  const parts = /[;\n]/u.test(text) ? text.split(/[;\n]/u) : text.split(/,\s/u);
  return [
    ...new Set(parts.map((part) => part.replace(/^[•\-*]\s+/u, '').trim()).filter((part) => part !== '')),
  ];
}

type Vocabulary = ReadonlyMap<string, string>;

function vocabularyOf(id: FieldId): Vocabulary {
  const field = fieldOf(id);
  const options = field.type === 'choice' || field.type === 'choices' ? field.options : [];
  const written = options.flatMap((option) =>
    (optionWords[id]?.[option] ?? []).map((word) => [bare(word), option] as const),
  );
  const shown = (['en', 'sv'] as const).flatMap((language) =>
    optionsOf(language, id).map(({ value, label }) => [bare(label), value] as const),
  );
  return new Map([...written, ...shown, ...options.map((option) => [bare(option), option] as const)]);
}

const vocabularies = new Map<FieldId, Vocabulary>();

function vocabulary(id: FieldId): Vocabulary {
  const made = vocabularies.get(id) ?? vocabularyOf(id);
  vocabularies.set(id, made);
  return made;
}

const isOption = (id: FieldId, text: string): boolean => vocabulary(id).has(bare(text));

function optionIn(id: FieldId, text: string): string | null {
  return vocabulary(id).get(bare(text)) ?? (id === 'users' ? bandOf(text) : null);
}

/** One blank, if any, wherever a pattern looks for some: in longer ones it would try every way to part them. */
const oneBlank = (text: string): string => text.replaceAll(/\s+/gu, ' ');

/** How many they are, in the band of the field: "ca 120" is 50–199. */
function bandOf(text: string): string | null {
  if (text.length > longestTerm) return null;
  const [, digits] =
    /^\D{0,12}?(\d[\d .]*?) ?(?:st|anv\p{L}*|users|personer|licenser|\+)?\.?$/iu.exec(oneBlank(text)) ?? [];
  const count = Number((digits ?? '').replaceAll(/[ .]/gu, '') || NaN);
  if (!Number.isSafeInteger(count) || count < 1) return null;
  const field = fieldOf('users');
  const bands = field.type === 'choice' ? field.options : [];
  return bands.findLast((band) => Number(/^\d+/u.exec(band)?.[0]) <= count) ?? null;
}

const units = String.raw`(?:kr|sek|kronor|:-|mån(?:ader)?|months?|m|st|kr\/år|per år)`;
const written = new RegExp(String.raw`^(?:ca|cirka|c:a)? ?([krt]?)(-?\d[\d .,']*?)(?:[,.]00|[,.]-)? ?(tkr|mkr|mnkr|år|years?|\/5|${units})?\.?(?: ?(?:\/|per) ?(?:år|year))?$`, 'iu'); // prettier-ignore
const times: Readonly<Record<string, number>> = { tkr: 1000, mkr: 1_000_000, mnkr: 1_000_000 };

/** Digits of a number as people write it: "120 000 kr", "1,5 mkr", "2 år" where months are asked for. */
function wholeIn(id: FieldId, text: string): string {
  const [, letter = '', number = '', unit = ''] = written.exec(oneBlank(text)) ?? [];
  if (number === '' || (letter !== '' && !/^(?:confidentiality|integrity|availability)$/u.test(id)))
    return text;
  const plain = number.replaceAll(/[ ']|[.,](?=\d{3}(?!\d))/gu, '').replace(',', '.');
  const many = /^(?:å|y)/iu.test(unit) ? (id.endsWith('Months') ? 12 : 1) : (times[unit.toLowerCase()] ?? 1);
  const value = Number(plain) * many;
  return Number.isFinite(value) ? String(Math.round(value * 1000) / 1000) : text;
}
