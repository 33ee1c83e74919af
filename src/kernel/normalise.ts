import { isElementList, isLocalised, type Definition, getDefinition } from './definition.ts';
import { compareIds, equal, isList, isObject, type Json, type JsonObject } from './json.ts';
import { normaliseCondition, normaliseString, normaliseText } from './normalise-text.ts';
import { defaultRules, type KindRules } from './rules.ts';

type Context = { readonly rules: KindRules; readonly languages: ReadonlySet<string> };

/**
 * The definition without what carries no meaning: white space and markup noise in texts, and properties
 * that are empty (null, '', [] or {}), which mean the same as absent. Key order is kept, for the reader of
 * the file; it has no part in equality or hashes. A value that is normal already is returned as it is.
 */
export function normalise(definition: Definition, rules: KindRules = defaultRules): Definition {
  const context = { rules, languages: new Set(definition.languages) };
  const normal = normaliseObject(definition, context);
  return normal === definition ? definition : getDefinition(normal);
}

function normaliseObject(object: JsonObject, context: Context): JsonObject {
  const entries = Object.entries(object).map(([key, value]) => [key, normaliseProperty(key, value, context)] as const);
  if (entries.every(([key, value]) => value === object[key] && !isEmpty(value))) return object;
  return Object.fromEntries(entries.filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: Json): boolean {
  if (value === null || value === '') return true;
  if (isList(value)) return value.length === 0;
  if (!isObject(value)) return false;
  for (const _key in value) return false;
  return true;
}

function normaliseProperty(key: string, value: Json, context: Context): Json {
  const { rules } = context;
  if (rules.opaque.has(key)) return value;
  if (typeof value === 'string') {
    if (rules.texts.has(key)) return normaliseText(value);
    return rules.conditions.has(key) ? normaliseCondition(value) : normaliseString(value);
  }
  if (isList(value)) {
    const items = normaliseItems(value, context);
    return rules.sets.has(key) ? asSet(items) : rules.sequences.has(key) ? distinct(items) : items;
  }
  if (isLocalised(value, context.languages)) return normaliseLocalised(value);
  return normaliseValue(value, context);
}

function normaliseValue(value: Json, context: Context): Json {
  if (typeof value === 'string') return normaliseString(value);
  if (isList(value)) return normaliseItems(value, context);
  if (isObject(value)) return normaliseObject(value, context);
  return Object.is(value, -0) ? 0 : value;
}

function normaliseLocalised(value: JsonObject): JsonObject {
  const entries = Object.entries(value).map(
    ([key, text]) => [key, typeof text === 'string' ? normaliseText(text) : text] as const,
  );
  if (entries.every(([key, text]) => text === value[key] && text !== '')) return value;
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}

function normaliseItems(items: readonly Json[], context: Context): readonly Json[] {
  const normal = items.map((item) => normaliseValue(item, context));
  return normal.every((item, index) => item === items[index]) ? items : normal;
}

function distinct(items: readonly Json[]): readonly Json[] {
  const unique = new Set(items);
  return unique.size === items.length || isElementList(items) ? items : [...unique];
}

function asSet(items: readonly Json[]): readonly Json[] {
  if (items.some((item) => isObject(item) || isList(item))) return items;
  const sorted = distinct(items).toSorted((a, b) => compareIds(setKey(a), setKey(b)));
  return equal(sorted, items) ? items : sorted;
}

function setKey(member: Json): string {
  return `${typeof member} ${String(member)}`;
}
