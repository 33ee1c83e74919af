/** A JSON value. Values are never mutated: every function of the kernel returns new ones. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export type JsonObject = { readonly [key: string]: Json };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

/** Whether two values are the same JSON; the order of an object's keys does not matter, absent equals absent. */
export function equal(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (isList(a)) return isList(b) && equalLists(a, b);
  return isObject(b) && equalObjects(a, b);
}

function equalLists(a: readonly Json[], b: readonly Json[]): boolean {
  return a.length === b.length && a.every((item, index) => equal(item, b[index]));
}

function equalObjects(a: JsonObject, b: JsonObject): boolean {
  let count = 0;
  for (const key in a) {
    if (!Object.hasOwn(b, key) || !equal(a[key], b[key])) return false;
    count += 1;
  }
  for (const _key in b) count -= 1;
  return count === 0;
}

/** Whether two values are the same JSON letter for letter, with the keys of objects in the same order. */
export function identical(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (isList(a)) return isList(b) && identicalLists(a, b);
  return isObject(b) && identicalObjects(a, b);
}

function identicalLists(a: readonly Json[], b: readonly Json[]): boolean {
  return a.length === b.length && a.every((item, index) => identical(item, b[index]));
}

function identicalObjects(a: JsonObject, b: JsonObject): boolean {
  const keys = Object.keys(b);
  let count = 0;
  for (const key in a) {
    if (key !== keys[count] || !identical(a[key], b[key])) return false;
    count += 1;
  }
  return count === keys.length;
}

/** The value of an own property; what an object inherits (such as `constructor`) is absent. */
export function property(object: JsonObject | undefined, key: string): Json | undefined {
  return object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Code unit order, the same on every machine and in every language. */
export function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A scalar as text; '' for anything else. */
export function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
