import { getDefinition, isElementList, isLocalised, type Definition } from './definition.ts';
import {
  asText,
  compareIds,
  equal,
  identical,
  isList,
  isObject,
  type Json,
  type JsonObject,
} from './json.ts';
import { normaliseCondition, normaliseString, normaliseText } from './normalise-text.ts';
import { defaultRules, type KindRules } from './rules.ts';

/** What a property's name says about its value. */
type Treatment = 'opaque' | 'text' | 'condition' | 'set' | 'sequence';
type Treatments = ReadonlyMap<string, Treatment>;

/** Normal elements of another definition, by id; '' is that definition. */
export type Beside = ReadonlyMap<string, { readonly whole: JsonObject | undefined }>;

type Context = {
  readonly treatments: Treatments;
  /** How a property is treated whose name says nothing. */
  readonly otherwise: Treatment | undefined;
  readonly languages: ReadonlySet<string>;
  /** Whether empty lists stay: in an element taken apart they mark where its lists of elements stand. */
  readonly keepsMarks: boolean;
  readonly beside: Beside;
};

const NOTHING: Beside = new Map();

/** Inside a text in several languages every string is running text. */
const IN_TEXTS: Context = {
  treatments: new Map(),
  otherwise: 'text',
  languages: new Set(),
  keepsMarks: false,
  beside: NOTHING,
};

/** What is remembered of a kind's rules. Definitions never change, so each is normalised once. */
type Known = { readonly treatments: Treatments; readonly normals: WeakMap<Definition, Definition> };

const knownByRules = new WeakMap<KindRules, Known>();

function knownOf(rules: KindRules): Known {
  const known = knownByRules.get(rules) ?? { treatments: treatmentsOf(rules), normals: new WeakMap() };
  knownByRules.set(rules, known);
  return known;
}

function treatmentsOf({ opaque, texts, conditions, sets, sequences }: KindRules): Treatments {
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
 * the file; it has no part in equality or hashes. A value that is normal already is returned as it is. What
 * stands letter for letter in the definition `beside` is returned as it is there: what two versions have in
 * common is then one and the same value.
 */
export function normalise(
  definition: Definition,
  rules: KindRules = defaultRules,
  beside: Beside = NOTHING,
): Definition {
  const { normals } = knownOf(rules);
  const known = normals.get(definition);
  if (known !== undefined) return known;
  const normal = normaliseAnew(definition, rules, beside);
  normals.set(definition, normal);
  normals.set(normal, normal);
  return normal;
}

function normaliseAnew(definition: Definition, rules: KindRules, beside: Beside): Definition {
  const context = contextOf(rules, new Set(definition.languages));
  const other = beside.get('')?.whole;
  // In other languages the same value may mean something else.
  const isAlike = other !== undefined && equal(other['languages'], definition.languages);
  const normal =
    isAlike && identical(definition, other)
      ? other
      : normaliseObject(definition, isAlike ? { ...context, beside } : context);
  return normal === definition ? definition : getDefinition(normal);
}

/** An element's own properties, as they are in a tree. */
export function normaliseOwn(own: JsonObject, rules: KindRules, languages: ReadonlySet<string>): JsonObject {
  return normaliseObject(own, { ...contextOf(rules, languages), keepsMarks: true });
}

function contextOf(rules: KindRules, languages: ReadonlySet<string>): Context {
  const { treatments } = knownOf(rules);
  return { treatments, otherwise: undefined, languages, keepsMarks: false, beside: NOTHING };
}

/** Nothing is copied before the first difference. */
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

type Entries = (readonly [string, Json])[];

function entriesBefore(object: JsonObject, end: string): Entries {
  const entries = Object.entries(object);
  const index = entries.findIndex(([key]) => key === end);
  return entries.slice(0, index);
}

function isEmpty(value: Json): boolean {
  if (typeof value !== 'object') return value === '';
  if (value === null) return true;
  if (isList(value)) return value.length === 0;
  for (const _key in value) return false;
  return true;
}

function normaliseProperty(key: string, value: Json, context: Context): Json {
  const treatment = context.treatments.get(key) ?? context.otherwise;
  if (treatment === 'opaque') return value;
  if (typeof value === 'string') {
    if (treatment === 'text') return normaliseText(value);
    return treatment === 'condition' ? normaliseCondition(value) : normaliseString(value);
  }
  if (isList(value)) {
    const items = normaliseItems(value, context);
    return treatment === 'set' ? asSet(items) : treatment === 'sequence' ? distinct(items) : items;
  }
  return normaliseValue(value, isLocalised(value, context.languages) ? IN_TEXTS : context);
}

function normaliseValue(value: Json, context: Context): Json {
  if (typeof value === 'string') return normaliseString(value);
  if (isList(value)) return normaliseItems(value, context);
  if (isObject(value)) return normaliseObject(value, context);
  return Object.is(value, -0) ? 0 : value;
}

function normaliseItems(items: readonly Json[], context: Context): readonly Json[] {
  let changed: Json[] | undefined;
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index] ?? null;
    const normal = findBeside(item, context.beside) ?? normaliseValue(item, context);
    if (changed === undefined && normal === item) continue;
    changed ??= items.slice(0, index);
    changed.push(normal);
  }
  return changed ?? items;
}

/** The same element, wherever it stands there: it is normal already. */
function findBeside(item: Json, beside: Beside): JsonObject | undefined {
  const id = beside.size > 0 && isObject(item) ? item['id'] : undefined;
  const whole = typeof id === 'string' ? beside.get(id)?.whole : undefined;
  return whole !== undefined && identical(item, whole) ? whole : undefined;
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
