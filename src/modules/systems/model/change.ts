import { fieldIds, type Facts, type FieldId } from './fields.ts';

/** Fields with new values; null empties a field. */
export type FactChanges = { readonly [Id in FieldId]?: Facts[Id] | null };

export function withChanges(facts: Facts, changes: FactChanges): Facts {
  const entries = fieldIds
    .map((id) => [id, changes[id] === undefined ? facts[id] : changes[id]] as const)
    .filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(entries);
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** What has to be changed in `from` to get `to`; empty where they say the same. */
export function changesBetween(from: Facts, to: Facts): FactChanges {
  return Object.fromEntries(
    fieldIds.filter((id) => !same(from[id], to[id])).map((id) => [id, to[id] ?? null]),
  );
}

/** What undoes the changes: the values that stand there now. */
export function inverseOf(facts: Facts, changes: FactChanges): FactChanges {
  return Object.fromEntries(
    fieldIds.filter((id) => changes[id] !== undefined).map((id) => [id, facts[id] ?? null]),
  );
}
