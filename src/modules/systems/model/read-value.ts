import { isDay } from '../../../kernel/dates/index.ts';
import type { Field } from './field.ts';
import { fieldIds, fieldOf, type Facts, type FactValue, type FieldId } from './fields.ts';

/** Why a value does not fit its field. */
export type ValueFault =
  | { readonly kind: 'too-long'; readonly longest: number }
  | { readonly kind: 'no-day' }
  | { readonly kind: 'no-number' }
  | { readonly kind: 'out-of-range'; readonly least: number; readonly most: number }
  | { readonly kind: 'no-option'; readonly options: readonly string[] }
  | { readonly kind: 'too-many'; readonly most: number }
  | { readonly kind: 'one-value' };

export type ReadValue =
  | { readonly ok: true; readonly value: FactValue }
  | { readonly ok: false; readonly failure: ValueFault };

/** How many units or components one usage may name. */
const mostNames = 100;
const longestName = 200;

const fine = (value: FactValue): ReadValue => ({ ok: true, value });
const wrong = (failure: ValueFault): ReadValue => ({ ok: false, failure });

/** Reads a value as JSON, a form or a sheet gives it, trimmed by then. Names are not looked up here. */
export function readValue(field: Field, given: string | number | readonly string[]): ReadValue {
  switch (field.type) {
    case 'text':
      return readText(given, field.longest);
    case 'name':
      return readText(given, longestName);
    case 'day':
      return typeof given === 'string' && isDay(given) ? fine(given) : wrong({ kind: 'no-day' });
    case 'whole':
      return readWhole(field, given);
    case 'choice':
      return typeof given === 'string' && field.options.includes(given)
        ? fine(given)
        : wrong({ kind: 'no-option', options: field.options });
    case 'choices':
      return readMany(given, { most: field.options.length, options: field.options });
    case 'texts':
      return readMany(given, { most: field.most });
    case 'names':
      return readMany(given, { most: mostNames });
  }
}

function readText(given: string | number | readonly string[], longest: number): ReadValue {
  if (typeof given === 'object') return wrong({ kind: 'one-value' });
  const text = String(given);
  return text.length > longest ? wrong({ kind: 'too-long', longest }) : fine(text);
}

function readWhole(
  { least, most }: Extract<Field, { type: 'whole' }>,
  given: string | number | readonly string[],
): ReadValue {
  // As people type it: "120 000", with any kind of space.
  const text = typeof given === 'string' ? given.replaceAll(/\s/gu, '') : given;
  const value = typeof text === 'string' && /^-?\d{1,15}$/u.test(text) ? Number(text) : text;
  if (typeof value !== 'number' || !Number.isInteger(value)) return wrong({ kind: 'no-number' });
  return value < least || value > most ? wrong({ kind: 'out-of-range', least, most }) : fine(value);
}

function readMany(
  given: string | number | readonly string[],
  { most, options }: { readonly most: number; readonly options?: readonly string[] },
): ReadValue {
  const values = typeof given === 'object' ? [...new Set(given)] : [String(given)];
  if (options !== undefined && !values.every((value) => options.includes(value)))
    return wrong({ kind: 'no-option', options });
  if (values.some((value) => value.length > longestName))
    return wrong({ kind: 'too-long', longest: longestName });
  return values.length > most ? wrong({ kind: 'too-many', most }) : fine(values);
}

export type FactsFault = { readonly field: FieldId; readonly fault: ValueFault };

/** Reads facts as they are stored or sent; unknown fields are left out, all faults come at once. */
export function readFacts(given: Readonly<Record<string, unknown>>): {
  readonly facts: Facts;
  readonly faults: readonly FactsFault[];
} {
  const entries: [FieldId, FactValue][] = [];
  const faults: FactsFault[] = [];
  for (const id of fieldIds) {
    const value = given[id];
    if (!isGiven(value)) continue;
    const read = readValue(fieldOf(id), value);
    if (read.ok) entries.push([id, read.value]);
    else faults.push({ field: id, fault: read.failure });
  }
  return { facts: Object.fromEntries(entries), faults };
}

const isGiven = (value: unknown): value is string | number | readonly string[] =>
  (typeof value === 'string' && value !== '') ||
  typeof value === 'number' ||
  (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string'));
