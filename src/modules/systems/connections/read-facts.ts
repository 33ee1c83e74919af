import type { Catalogue } from '../catalogue/catalogue.ts';
import { fieldIds, fieldOf, type Facts, type FieldId } from '../model/fields.ts';
import type { FactChanges } from '../model/change.ts';
import { readFacts, type FactsFault } from '../model/read-value.ts';
import { allComponents } from '../taxonomy/editions.ts';

/** What names in facts must be names of. */
export type Known = {
  readonly catalogue: Catalogue;
  readonly units: ReadonlySet<string>;
};

export type FactsFailure =
  | { readonly kind: 'unreadable'; readonly faults: readonly FactsFault[] }
  | { readonly kind: 'unknown-name'; readonly field: FieldId; readonly name: string };

export type ReadGiven<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: FactsFailure };

function unknownIn(facts: Facts, { catalogue, units }: Known): FactsFailure | null {
  const known = {
    unit: units,
    component: allComponents(),
    supplier: catalogue.suppliers,
  } as const;
  for (const field of fieldIds) {
    const kind = fieldOf(field);
    if (kind.type !== 'name' && kind.type !== 'names') continue;
    const value = facts[field];
    const names = value === undefined ? [] : typeof value === 'object' ? value : [String(value)];
    const name = names.find((one) => !known[kind.of].has(one));
    if (name !== undefined) return { kind: 'unknown-name', field, name };
  }
  return null;
}

/** Reads facts as a program sends them: names are ids, and must be of something that there is. */
export function readGivenFacts(given: Readonly<Record<string, unknown>>, known: Known): ReadGiven<Facts> {
  const { facts, faults } = readFacts(given);
  if (faults.length > 0) return { ok: false, failure: { kind: 'unreadable', faults } };
  const unknown = unknownIn(facts, known);
  return unknown === null ? { ok: true, value: facts } : { ok: false, failure: unknown };
}

/** The same for changes, where null empties a field. */
export function readGivenChanges(
  given: Readonly<Record<string, unknown>>,
  known: Known,
): ReadGiven<FactChanges> {
  const emptied = fieldIds.filter((id) => isEmptied(given[id]));
  const rest = Object.fromEntries(Object.entries(given).filter(([, value]) => !isEmptied(value)));
  const read = readGivenFacts(rest, known);
  if (!read.ok) return read;
  return {
    ok: true,
    value: { ...read.value, ...Object.fromEntries(emptied.map((id) => [id, null])) },
  };
}

/** Nothing, or a list of nothing. */
const isEmptied = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);
