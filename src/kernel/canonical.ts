import { createHash } from 'node:crypto';
import type { Definition } from './definition.ts';
import { compareIds, isList, isObject, type Json } from './json.ts';
import { normalise } from './normalise.ts';
import { defaultRules, type KindRules } from './rules.ts';

/** `sha256-` and 64 hexadecimal digits. */
export type Hash = `sha256-${string}`;

/** JSON Canonicalization Scheme (RFC 8785). Throws on what JSON cannot carry: lone surrogates, NaN, infinity. */
export function canonicalJson(value: Json): string {
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (isObject(value)) {
    const keys = Object.keys(value).toSorted(compareIds);
    return `{${keys.map((key) => `${canonicalString(key)}:${canonicalJson(value[key] ?? null)}`).join(',')}}`;
  }
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`not a JSON number: ${value}`);
  return JSON.stringify(value);
}

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new RangeError('a text holds half a character (lone surrogate)');
  return JSON.stringify(text);
}

/** The one text that stands for a definition: RFC 8785 over its normalised form. */
export function canonical(definition: Definition, rules: KindRules = defaultRules): string {
  return canonicalJson(normalise(definition, rules));
}

/** The name of a definition's content. Two definitions have the same hash exactly when `diff` finds nothing. */
export function hash(definition: Definition, rules: KindRules = defaultRules): Hash {
  return hashJson(normalise(definition, rules));
}

/** Hash of any JSON value, over its canonical form. */
export function hashJson(value: Json): Hash {
  return `sha256-${createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex')}`;
}

export function isHash(value: unknown): value is Hash {
  return typeof value === 'string' && /^sha256-[0-9a-f]{64}$/.test(value);
}
