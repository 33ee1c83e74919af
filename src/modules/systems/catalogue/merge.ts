import { entriesOf, type Catalogue } from './catalogue.ts';
import { all, type OperationFailure, type Take } from './operation.ts';
import type { RecordKind } from './record.ts';
import { recordFields, same, valueOf, writeOf, type Write } from './write.ts';

/** A field that records to be merged say something of. */
export type Difference = {
  readonly field: string;
  /** Each value that is not empty once, with the first record that has it. */
  readonly values: readonly { readonly id: string; readonly value: unknown }[];
  /** What may be chosen: ids, and for lists `all`. */
  readonly choices: readonly string[];
  readonly suggested: string;
  /** All say the same, or only one says something: nobody has to choose. */
  readonly settled: boolean;
};

/** Names stay with each record of a cluster, and no merge makes the invented real. */
const kept: ReadonlySet<string> = new Set(['aliases', 'formerNames', 'example']);

const isEmpty = (value: unknown): boolean => {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
};

/** Everything that the records say, field by field; the first is the one that the others go into. */
export function differences(
  catalogue: Catalogue,
  of: RecordKind,
  ids: readonly string[],
): readonly Difference[] {
  const entries = entriesOf(catalogue, of);
  return recordFields[of]
    .filter((field) => !kept.has(field))
    .flatMap((field) => {
      const given = ids
        .map((id) => ({ id, value: valueOf(entries.get(id), field) }))
        .filter(({ value }) => !isEmpty(value));
      const values = given.filter(
        ({ value }, at) => given.findIndex((other) => same(other.value, value)) === at,
      );
      const [first] = values;
      if (first === undefined) return [];
      const isList = values.length > 1 && values.every(({ value }) => Array.isArray(value));
      const choices = [...values.map(({ id }) => id), ...(isList ? [all] : [])];
      return [{ field, values, choices, suggested: isList ? all : first.id, settled: values.length < 2 }];
    });
}

function keyOf(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return item;
  const named = new Map<string, unknown>(Object.entries(item));
  return named.get('id') ?? named.get('standard') ?? JSON.stringify(item);
}

/** Lists as one; of things with ids, the first of each. */
function together(values: readonly unknown[]): readonly unknown[] {
  const items = values.flatMap((value): readonly unknown[] => (Array.isArray(value) ? value : []));
  return [...new Map(items.toReversed().map((item) => [keyOf(item), item])).values()].toReversed();
}

type Merging = {
  readonly of: RecordKind;
  readonly into: string;
  readonly from: readonly string[];
  readonly take: Take;
};

/** What a merge writes: the others stand under the one, which gets the chosen values and keeps the name it had. */
export function decideMerge(
  catalogue: Catalogue,
  { of, into, from, take }: Merging,
):
  | { readonly ok: true; readonly writes: readonly Write[] }
  | { readonly ok: false; readonly failure: OperationFailure } {
  const ids = [into, ...from];
  if (from.length === 0 || new Set(ids).size < ids.length)
    return { ok: false, failure: { kind: 'one-record' } };
  const entries = entriesOf(catalogue, of);
  for (const id of ids) {
    const entry = entries.get(id);
    if (entry === undefined || entry.withdrawn) return { ok: false, failure: { kind: 'missing', id } };
    if (entry.mergedInto !== null) {
      return { ok: false, failure: { kind: 'merged', id, into: entry.mergedInto } };
    }
  }
  const found = differences(catalogue, of, ids);
  const unanswered = found.filter(({ field, settled }) => !settled && take[field] === undefined);
  if (unanswered.length > 0) {
    return { ok: false, failure: { kind: 'unanswered', fields: unanswered.map(({ field }) => field) } };
  }
  const wrong = found.find((one) => !one.choices.includes(take[one.field] ?? one.suggested));
  if (wrong !== undefined) return { ok: false, failure: { kind: 'no-choice', field: wrong.field } };
  const writes = found.flatMap((one) => {
    const chosen = take[one.field] ?? one.suggested;
    const became =
      chosen === all
        ? together(one.values.map(({ value }) => value))
        : one.values.find(({ id }) => id === chosen)?.value;
    return writeOf(catalogue, of, { id: into, field: one.field, became });
  });
  return {
    ok: true,
    writes: [
      ...writes,
      ...keptName(catalogue, of, { writes, into, field: 'aliases' }),
      ...from.flatMap((id) => writeOf(catalogue, of, { id, field: 'mergedInto', became: into })),
    ],
  };
}

/** The name that a record loses stays with it: as an earlier name, or as another spelling. */
export function keptName(
  catalogue: Catalogue,
  of: RecordKind,
  {
    writes,
    into,
    field,
  }: {
    readonly writes: readonly Write[];
    readonly into: string;
    readonly field: 'aliases' | 'formerNames';
  },
): readonly Write[] {
  const renamed = writes.find((write) => write.field === 'name');
  const entry = entriesOf(catalogue, of).get(into);
  if (renamed === undefined || entry === undefined) return [];
  const given = writes.filter((write) => write.field === 'aliases' || write.field === 'formerNames');
  const others = given.flatMap(({ became }): readonly unknown[] => (Array.isArray(became) ? became : []));
  if (others.includes(renamed.was)) return [];
  const own = given.find((write) => write.field === field)?.became ?? entry.record[field];
  const names: readonly unknown[] = Array.isArray(own) ? own : [];
  if (names.includes(renamed.was)) return [];
  return writeOf(catalogue, of, { id: into, field, became: [...names, renamed.was] });
}
