import { isList, isObject, type Json, type JsonObject } from './json.ts';

/** The same text in several languages: BCP 47 code to text. */
export type Localised = { readonly [language: string]: string };

/** What an adopter may do with an element and below it, from nothing to everything. */
export const LOCKS = ['fixed', 'settings', 'additions', 'free'] as const;
export type Lock = (typeof LOCKS)[number];

/** An object of an ordered list. The id is unique in the definition and kept for life. */
export interface Element extends JsonObject {
  readonly id: string;
}

/** The content of a work: a tree of plain JSON. Each kind of work adds its own properties. */
export interface Definition extends JsonObject {
  /** `definition/N`, N being the version of this format. */
  readonly kommons: string;
  readonly kind: string;
  readonly id: string;
  /** BCP 47 codes; the first is the language that the others are translated from. */
  readonly languages: readonly string[];
  readonly title: Localised;
}

export function isElement(value: unknown): value is Element {
  return isObject(value) && typeof value['id'] === 'string' && value['id'] !== '';
}

/** Whether a value is an ordered list of elements, that is, one merged by id. */
export function isElementList(value: Json | undefined): value is readonly Element[] {
  return isList(value) && value.length > 0 && value.every(isElement);
}

export function isLock(value: unknown): value is Lock {
  return LOCKS.some((lock) => lock === value);
}

/** Whether an object has the head that every definition has; `validateShape` says what is wrong with the rest. */
export function isDefinition(value: unknown): value is Definition {
  if (!isObject(value)) return false;
  const { kommons, kind, id, languages, title } = value;
  const named = [kommons, kind, id].every((name) => typeof name === 'string' && name !== '');
  return named && isLanguageList(languages) && isObject(title);
}

function isLanguageList(value: Json | undefined): boolean {
  return isList(value) && value.length > 0 && value.every((language) => typeof language === 'string');
}

/** Narrows to a definition; a missing head is a fault, since parsing came before. */
export function getDefinition(value: JsonObject): Definition {
  if (isDefinition(value)) return value;
  throw new TypeError('not a definition: kommons, kind, id, languages and title are needed');
}

/** Whether an object is a text in languages that the definition lists. */
export function isLocalised(value: Json | undefined, languages: ReadonlySet<string>): value is Localised {
  if (!isObject(value)) return false;
  let isText = false;
  for (const key in value) {
    if (!languages.has(key) || typeof value[key] !== 'string') return false;
    isText = true;
  }
  return isText;
}
