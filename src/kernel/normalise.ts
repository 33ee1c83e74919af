import { getDefinition, isElementList, isLocalised, type Definition, type Localised } from './definition.ts';
import { asText, compareIds, equal, isList, isObject, type Json, type JsonObject } from './json.ts';
import { normaliseCondition, normaliseString, normaliseText } from './normalise-text.ts';
import { defaultRules, type KindRules } from './rules.ts';

type Context = {
  readonly treatments: ReadonlyMap<string, Treatment>;
  readonly languages: ReadonlySet<string>;
  /** Whether empty lists stay: in an element taken apart they mark where its lists of elements stand. */
  readonly keepsMarks: boolean;
};

/** What a property's name says about its value. */
type Treatment = 'opaque' | 'text' | 'condition' | 'set' | 'sequence';

function treatmentsOf({ opaque, texts, conditions, sets, sequences }: KindRules): Context['treatments'] {
  return new Map([
    ...named(sequences, 'sequence'),
    ...named(sets, 'set'),
    ...named(conditions, 'condition'),
    ...named(texts, 'text'),
    ...named(opaque, 'opaque'),
  ]);
}

function named(names: ReadonlySet<string>, treatment: Treatment): readonly (readonly [string, Treatment])[] {
  return [...names].map((name) => [name, treatment]);
}

/**
 * The definition without what carries no meaning: white space and markup noise in texts, and properties
 * that are empty (null, '', [] or {}), which mean the same as absent. Key order is kept, for the reader of
 * the file; it has no part in equality or hashes. A value that is normal already is returned as it is.
 */
export function normalise(definition: Definition, rules: KindRules = defaultRules): Definition {
  const kept = keptFor(rules);
  const known = kept.get(definition);
  if (known !== undefined) return known;
  const normal = normaliseAnew(definition, rules);
  kept.set(definition, normal);
  kept.set(normal, normal);
  return normal;
}

/** Definitions never change, so each is normalised once: one upstream is merged into hundreds of variants. */
const normals = new WeakMap<KindRules, WeakMap<Definition, Definition>>();

function keptFor(rules: KindRules): WeakMap<Definition, Definition> {
  const kept = normals.get(rules) ?? new WeakMap<Definition, Definition>();
  normals.set(rules, kept);
  return kept;
}

function normaliseAnew(definition: Definition, rules: KindRules): Definition {
  const languages = new Set(definition.languages);
  const normal = normaliseObject(definition, {
    treatments: treatmentsOf(rules),
    languages,
    keepsMarks: false,
  });
  return normal === definition ? definition : getDefinition(normal);
}

/** An element's own properties, as they are in a tree. */
export function normaliseOwn(own: JsonObject, rules: KindRules, languages: ReadonlySet<string>): JsonObject {
  return normaliseObject(own, { treatments: treatmentsOf(rules), languages, keepsMarks: true });
}

type Entries = (readonly [string, Json])[];

function normaliseObject(object: JsonObject, context: Context): JsonObject {
  let changed: Entries | undefined;
  for (const key in object) {
    const value = object[key] ?? null;
    const normal = normaliseProperty(key, value, context);
    const stays = !isEmpty(normal) || (context.keepsMarks && isList(normal));
    if (changed === undefined) {
      if (stays && normal === value) continue;
      changed = entriesBefore(object, key);
    }
    if (stays) changed.push([key, normal]);
  }
  return changed === undefined ? object : Object.fromEntries(changed);
}

function entriesBefore(object: JsonObject, end: string): Entries {
  const entries = Object.entries(object);
  const index = entries.findIndex(([key]) => key === end);
  return entries.slice(0, index);
}

function isEmpty(value: Json): boolean {
  if (value === null || value === '') return true;
  if (isList(value)) return value.length === 0;
  if (!isObject(value)) return false;
  for (const _key in value) return false;
  return true;
}

function normaliseProperty(key: string, value: Json, context: Context): Json {
  const treatment = context.treatments.get(key);
  if (treatment === 'opaque') return value;
  if (typeof value === 'string') {
    if (treatment === 'text') return normaliseText(value);
    return treatment === 'condition' ? normaliseCondition(value) : normaliseString(value);
  }
  if (isList(value)) {
    const items = normaliseItems(value, context);
    return treatment === 'set' ? asSet(items) : treatment === 'sequence' ? distinct(items) : items;
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

function normaliseLocalised(texts: Localised): JsonObject {
  let isNormal = true;
  for (const language in texts) {
    const text = texts[language] ?? '';
    if (text === '' || normaliseText(text) !== text) isNormal = false;
  }
  if (isNormal) return texts;
  const entries = Object.entries(texts).map(([language, text]) => [language, normaliseText(text)] as const);
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}

function normaliseItems(items: readonly Json[], context: Context): readonly Json[] {
  let normal: Json[] | undefined;
  for (const [index, item] of items.entries()) {
    const each = normaliseValue(item, context);
    if (normal === undefined && each !== item) normal = items.slice(0, index);
    normal?.push(each);
  }
  return normal ?? items;
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
  return `${typeof member} ${asText(member)}`;
}
