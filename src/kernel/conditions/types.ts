import type { Bilingual } from './expression.ts';

/** What kind of value an expression gives. */
export type ValueType =
  | { readonly kind: 'number' | 'text' | 'yes-no' | 'date' | 'null' | 'unknown' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'list'; readonly of: ValueType }
  | { readonly kind: 'rows'; readonly fields: ReadonlyMap<string, ValueType> };

/** What a condition may name. */
export type Scope = {
  readonly type: (name: string) => ValueType | undefined;
  readonly names: () => Iterable<string>;
};

/** The type of something written out. */
export function literalType(value: string | number | boolean | null): ValueType {
  if (value === null) return { kind: 'null' };
  if (typeof value === 'string') return { kind: 'text' };
  return typeof value === 'number' ? { kind: 'number' } : { kind: 'yes-no' };
}

/** Whether it makes sense to set values of these types against each other. */
export function comparable(a: ValueType, b: ValueType): boolean {
  if ([a.kind, b.kind].some((kind) => kind === 'unknown' || kind === 'null')) return true;
  const [first, second] = [a, b].map((type) => (type.kind === 'choice' ? 'text' : type.kind));
  if (a.kind === 'list' && b.kind === 'list') return comparable(a.of, b.of);
  return first === second;
}

export function hasOrder(type: ValueType): boolean {
  return ['number', 'text', 'date', 'unknown', 'null'].includes(type.kind);
}

/** How a message speaks of the type. */
export function nameOfType(type: ValueType): Bilingual {
  switch (type.kind) {
    case 'number':
      return { sv: 'ett tal', en: 'a number' };
    case 'text':
      return { sv: 'en text', en: 'a text' };
    case 'yes-no':
      return { sv: 'ja eller nej', en: 'yes or no' };
    case 'date':
      return { sv: 'ett datum', en: 'a date' };
    case 'choice':
      return { sv: 'ett svarsalternativ', en: 'an option' };
    case 'list':
      return { sv: 'flera svar', en: 'several answers' };
    case 'rows':
      return { sv: 'en grupp av frågor', en: 'a group of questions' };
    case 'null':
    case 'unknown':
      return { sv: 'något okänt', en: 'something unknown' };
  }
}
