import { valueOf, writeOf, same, type Write } from './write.ts';
import { entriesOf, type Catalogue } from './catalogue.ts';
import type { OperationFailure, Since, Stored } from './operation.ts';
import type { RecordKind } from './record.ts';

type Of = { readonly of: RecordKind; readonly id: string; readonly field: string };

/** The operations that count: not undone, or undone by an undo that is itself undone. By place in the log. */
export function activeOf(history: readonly Pick<Stored, 'n' | 'undoes'>[]): ReadonlySet<number> {
  const active = new Set<number>();
  const undone = new Set<number>();
  for (const { n, undoes } of history.toSorted((a, b) => b.n - a.n)) {
    if (undone.has(n)) continue;
    active.add(n);
    if (undoes !== null) undone.add(undoes);
  }
  return active;
}

/** The operation that an undo, or the undo of an undo, is about in the end. */
function beginning(stored: Stored, history: ReadonlyMap<number, Stored>): Stored {
  let at = stored;
  while (at.undoes !== null) {
    const next = history.get(at.undoes);
    if (next === undefined) throw new Error(`operation ${at.n} undoes ${at.undoes}, which its history lacks`);
    at = next;
  }
  return at;
}

const isOf =
  ({ of, id, field }: Of) =>
  (write: Write): boolean =>
    write.of === of && write.id === id && write.field === field;

/** How a record came to be stays with it when that it was added is undone: only finding it ends. */
const counts = (stored: Stored, field: string, active: ReadonlySet<number>): boolean =>
  stored.undoes === null && (active.has(stored.n) || (stored.kind === 'add' && field !== 'withdrawn'));

/** What a field holds when the active operations, and no others, have been done in their order. */
export function valueBy(of: Of, history: readonly Stored[], active: ReadonlySet<number>): unknown {
  const writes = history
    .filter(({ undoes }) => undoes === null)
    .toSorted((a, b) => a.n - b.n)
    .flatMap((stored) => stored.writes.filter(isOf(of)).map((write) => ({ stored, write })));
  const last = writes.findLast(({ stored }) => counts(stored, of.field, active));
  return last === undefined ? (writes[0]?.write.was ?? null) : last.write.became;
}

export type Undone = {
  readonly ok: true;
  readonly writes: readonly Write[];
  readonly since: readonly Since[];
};

/**
 * What undoing writes: every field gets the value that it would have had without the operation. A later change of the
 * same field stays. Undone in any order, the same is left.
 */
export function decideUndo(
  catalogue: Catalogue,
  { undone, history }: { readonly undone: Stored; readonly history: readonly Stored[] },
): Undone | { readonly ok: false; readonly failure: OperationFailure } {
  if (!activeOf(history).has(undone.n)) return { ok: false, failure: { kind: 'already-undone' } };
  const next = Math.max(...history.map(({ n }) => n)) + 1;
  const active = activeOf([...history, { n: next, undoes: undone.n }]);
  const about = beginning(undone, new Map(history.map((one) => [one.n, one])));
  const writes = about.writes.flatMap(({ of, id, field }) =>
    writeOf(catalogue, of, { id, field, became: valueBy({ of, id, field }, history, active) }),
  );
  return { ok: true, writes, since: sinceOf(catalogue, { about, undone, history, active, writes }) };
}

function sinceOf(
  catalogue: Catalogue,
  {
    about,
    undone,
    history,
    active,
    writes,
  }: {
    readonly about: Stored;
    readonly undone: Stored;
    readonly history: readonly Stored[];
    readonly active: ReadonlySet<number>;
    readonly writes: readonly Write[];
  },
): readonly Since[] {
  const touched = new Set(about.touches);
  const later = history.filter(({ n, undoes }) => n > undone.n && undoes === null && active.has(n));
  const fields = new Map(
    later
      .flatMap((one) => one.writes)
      .filter(({ of, id }) => touched.has(`${of}/${id}`))
      .map(({ of, id, field }) => [`${of}/${id}/${field}`, { of, id, field }]),
  );
  const before = history.filter(({ n }) => n <= undone.n);
  const then = activeOf(before);
  return [...fields.values()].flatMap((of) => {
    const written = writes.find(isOf(of));
    const now =
      written === undefined ? valueOf(entriesOf(catalogue, of.of).get(of.id), of.field) : written.became;
    const was = valueBy(of, before, then);
    return same(was, now) ? [] : [{ ...of, was, now, stays: about.writes.some(isOf(of)) }];
  });
}
