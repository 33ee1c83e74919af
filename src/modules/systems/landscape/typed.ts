import { z } from 'zod';
import { typedDay } from '../../../platform/text/index.ts';
import type { FactChanges } from '../model/change.ts';
import { fieldIds, fieldOf, type Facts, type FactValue, type FieldId } from '../model/fields.ts';
import { readFacts, readValue, type ValueFault } from '../model/read-value.ts';

/** A form as it was sent. */
export const Body = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
export type Body = Readonly<z.infer<typeof Body>>;

/** What stands in a control, as typed; several for boxes. */
export type TypedValue = string | readonly string[];
export type Typed = { readonly [Id in FieldId]?: TypedValue };

/** What names in a form are looked up in. */
export type Lookup = {
  /** A unit by its id or its name. */
  readonly unit: (typed: string) => string | null;
  readonly component: (typed: string) => string | null;
  /** A supplier by its id or any of its names. */
  readonly supplier: (typed: string) => string | null;
};

export type TypedFault =
  | ValueFault
  | { readonly kind: 'unknown-name'; readonly name: string }
  | { readonly kind: 'no-email' };

type ReadTyped =
  | { readonly ok: true; readonly value: FactValue | null }
  | { readonly ok: false; readonly failure: TypedFault };

/** The text of a field in a form: boxes as many, several lines as they are, a day of three controls as one. */
export function typedIn(body: Body, id: FieldId): TypedValue {
  const field = fieldOf(id);
  const given = body[id] ?? '';
  const one = (name: string): string => {
    const text = body[name] ?? '';
    return typeof text === 'string' ? text.trim() : '';
  };
  switch (field.type) {
    case 'day': {
      const parts = { day: one(`${id}.day`), month: one(`${id}.month`), year: one(`${id}.year`) };
      if (Object.values(parts).every((part) => part === '')) return '';
      return typedDay(parts) ?? `${parts.year}-${parts.month}-${parts.day}`;
    }
    case 'choices':
    case 'names':
      return typeof given === 'string' ? [given].filter(Boolean) : given;
    case 'text':
    case 'name':
    case 'whole':
    case 'choice':
    case 'texts':
      return typeof given === 'string' ? given.trim() : '';
  }
}

const listed = (typed: TypedValue): readonly string[] =>
  (typeof typed === 'string' ? typed.split('\n') : typed).map((one) => one.trim()).filter(Boolean);

const Email = z.email();

/** Reads what was typed in one field; null where it is empty. */
export function readTyped(id: FieldId, typed: TypedValue, lookup: Lookup): ReadTyped {
  const field = fieldOf(id);
  const isEmpty = typeof typed === 'string' ? typed.trim() === '' : typed.length === 0;
  if (isEmpty) return { ok: true, value: null };
  if (id === 'contactEmail' && typeof typed === 'string' && !Email.safeParse(typed).success)
    return { ok: false, failure: { kind: 'no-email' } };
  switch (field.type) {
    case 'name': {
      const name = typeof typed === 'string' ? typed : (typed[0] ?? '');
      const found = lookup[field.of](name);
      return found === null
        ? { ok: false, failure: { kind: 'unknown-name', name } }
        : { ok: true, value: found };
    }
    case 'names': {
      const names = listed(typed);
      const found = names.map((name) => ({ name, id: lookup[field.of](name) }));
      const unknown = found.find((one) => one.id === null);
      if (unknown !== undefined) return { ok: false, failure: { kind: 'unknown-name', name: unknown.name } };
      return readValue(
        field,
        found.flatMap((one) => one.id ?? []),
      );
    }
    case 'texts':
      return readValue(field, listed(typed));
    case 'choices':
      return readValue(field, listed(typed));
    case 'text':
    case 'day':
    case 'whole':
    case 'choice':
      return readValue(field, typed);
  }
}

export type TypedRead = {
  readonly values: FactChanges;
  readonly faults: ReadonlyMap<FieldId, TypedFault>;
};

/** Reads several fields at once; every fault comes. */
export function readAllTyped(typed: Typed, lookup: Lookup): TypedRead {
  const values: [FieldId, FactValue | null][] = [];
  const faults = new Map<FieldId, TypedFault>();
  for (const id of fieldIds) {
    const given = typed[id];
    if (given === undefined) continue;
    const read = readTyped(id, given, lookup);
    if (read.ok) values.push([id, read.value]);
    else faults.set(id, read.failure);
  }
  return { values: Object.fromEntries(values), faults };
}

/** As a control holds it. */
export function typedOf(id: FieldId, facts: Facts): TypedValue {
  const value = facts[id];
  const { type } = fieldOf(id);
  if (value === undefined) return type === 'choices' || type === 'names' ? [] : '';
  if (typeof value === 'object') return type === 'texts' ? value.join('\n') : value;
  return String(value);
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * What a person meant to change: that which differs from what stood there when the form was opened (`was`). What
 * somebody else has changed meanwhile (`now`), and differently, is in conflict and comes by itself.
 */
export function decideEdit({
  was,
  now,
  values,
}: {
  readonly was: Facts;
  readonly now: Facts;
  readonly values: FactChanges;
}): { readonly changes: FactChanges; readonly conflicts: readonly FieldId[] } {
  const meant = fieldIds.filter(
    (id) => values[id] !== undefined && !same(values[id], was[id]) && !same(values[id], now[id]),
  );
  const conflicts = meant.filter((id) => !same(was[id], now[id]));
  const changes = Object.fromEntries(
    meant.filter((id) => !conflicts.includes(id)).map((id) => [id, values[id] ?? null]),
  );
  return { changes, conflicts };
}

/**
 * What stays as it was typed when a form is shown again: what is faulty, and what differs from what stood there when it
 * was opened. The rest shows what stands now, so that what somebody else wrote meanwhile is not sent back over it.
 */
export function meantOf(
  typed: Typed,
  { was, read }: { readonly was: Facts; readonly read: TypedRead },
): Typed {
  const { values, faults } = read;
  return Object.fromEntries(
    fieldIds.flatMap((id) =>
      typed[id] !== undefined && (faults.has(id) || !same(values[id], was[id])) ? [[id, typed[id]]] : [],
    ),
  );
}

/** What stood in a form when it was opened, as the form carries it. Empty for what cannot be read. */
export function factsOpened(text: string): Facts {
  try {
    const read = z.record(z.string(), z.unknown()).safeParse(JSON.parse(text));
    return read.success ? readFacts(read.data).facts : {};
  } catch {
    return {};
  }
}

export const onlyFields = (facts: Facts, ids: readonly FieldId[]): Facts =>
  Object.fromEntries(ids.filter((id) => facts[id] !== undefined).map((id) => [id, facts[id]]));
