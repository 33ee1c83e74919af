import { cluster, entriesOf, type Catalogue } from './catalogue.ts';
import { decideMerge, keptName } from './merge.ts';
import {
  touchOf,
  type Operation,
  type OperationFailure,
  type Since,
  type StoredOperation,
} from './operation.ts';
import type { RecordKind } from './record.ts';
import { decideUndo } from './undo.ts';
import { draftOf, recordFields, write, writeOf, type Draft, type Write } from './write.ts';

export type Applied = {
  readonly ok: true;
  readonly catalogue: Catalogue;
  /** As the log keeps it. It writes nothing where all of it stands there already. */
  readonly stored: StoredOperation;
  /** When something is undone: what has changed since. */
  readonly since: readonly Since[];
};
export type ApplyFailed = { readonly ok: false; readonly failure: OperationFailure };

/** Does one thing to the catalogue. The catalogue that is given stays as it is. */
export const applyOperation = (catalogue: Catalogue, operation: Operation): Applied | ApplyFailed =>
  applyTo(draftOf(catalogue), operation);

/** Does all or, at the first that cannot be done, nothing. */
export function applyAll(
  catalogue: Catalogue,
  operations: readonly Operation[],
):
  | { readonly ok: true; readonly catalogue: Catalogue; readonly stored: readonly StoredOperation[] }
  | ApplyFailed {
  const draft = draftOf(catalogue);
  const stored: StoredOperation[] = [];
  for (const operation of operations) {
    const applied = applyTo(draft, operation);
    if (!applied.ok) return applied;
    stored.push(applied.stored);
  }
  return { ok: true, catalogue: draft, stored };
}

type Decided =
  | {
      readonly ok: true;
      readonly of: RecordKind;
      readonly id: string;
      readonly touches: readonly string[];
      readonly writes: readonly Write[];
      readonly since: readonly Since[];
    }
  | ApplyFailed;

function applyTo(draft: Draft, operation: Operation): Applied | ApplyFailed {
  const decided = decide(draft, operation);
  if (!decided.ok) return decided;
  const { of, id, touches, writes, since } = decided;
  const [unfit] = write(draft, writes);
  if (unfit !== undefined) return { ok: false, failure: { kind: 'invalid', ...unfit } };
  const fault = findFault(draft, writes);
  if (fault !== null) return { ok: false, failure: fault };
  return { ok: true, catalogue: draft, stored: { kind: operation.kind, of, id, touches, writes }, since };
}

function decide(catalogue: Catalogue, operation: Operation): Decided {
  switch (operation.kind) {
    case 'add': {
      const { of, record, madeBy } = operation;
      const { id } = record;
      if (entriesOf(catalogue, of).has(id)) return { ok: false, failure: { kind: 'exists', id } };
      const values = { ...record, madeBy, withdrawn: false };
      const writes = Object.entries(values)
        .filter(([field]) => field !== 'id')
        .flatMap(([field, became]) => writeOf(catalogue, of, { id, field, became }));
      return { ok: true, of, id, touches: [touchOf(of, id)], writes, since: [] };
    }
    case 'change':
      return decideChange(catalogue, operation);
    case 'merge': {
      const { of, into, from } = operation;
      const merged = decideMerge(catalogue, operation);
      const touches = [into, ...from].map((id) => touchOf(of, id));
      return merged.ok ? { ...merged, of, id: into, touches, since: [] } : merged;
    }
    case 'undo': {
      const { undone } = operation;
      const found = decideUndo(catalogue, operation);
      return found.ok ? { ...found, of: undone.of, id: undone.id, touches: undone.touches } : found;
    }
  }
}

function decideChange(catalogue: Catalogue, operation: Extract<Operation, { kind: 'change' }>): Decided {
  const { of, id } = operation;
  const entry = entriesOf(catalogue, of).get(id);
  if (entry === undefined || entry.withdrawn) return { ok: false, failure: { kind: 'missing', id } };
  if (entry.mergedInto !== null)
    return { ok: false, failure: { kind: 'merged', id, into: entry.mergedInto } };
  const given = new Map<string, unknown>(Object.entries(operation.changes));
  const writes = recordFields[of]
    .filter((field) => given.get(field) !== undefined)
    .flatMap((field) => writeOf(catalogue, of, { id, field, became: given.get(field) }));
  const name = keptName(catalogue, of, { writes, into: id, field: 'formerNames' });
  const replaced = new Set(name.map(({ field }) => field));
  return {
    ok: true,
    of,
    id,
    touches: [touchOf(of, id)],
    writes: [...writes.filter(({ field }) => !replaced.has(field)), ...name],
    since: [],
  };
}

/** What must hold of every record that was written: no rings, and nothing leads to what nobody finds. */
function findFault(catalogue: Catalogue, writes: readonly Write[]): OperationFailure | null {
  const written = new Map(writes.map(({ of, id }) => [touchOf(of, id), { of, id }]));
  for (const { of, id } of written.values()) {
    const entry = entriesOf(catalogue, of).get(id);
    if (entry === undefined) throw new Error(`${of} ${id} was written and is not there`);
    const fault = entry.withdrawn ? faultOfWithdrawn(catalogue, of, id) : faultOfStanding(catalogue, of, id);
    if (fault !== null) return fault;
  }
  return null;
}

function faultOfWithdrawn(catalogue: Catalogue, of: RecordKind, id: string): OperationFailure | null {
  const entries = entriesOf(catalogue, of);
  const into = entries.get(id)?.mergedInto ?? null;
  if (into !== null) return { kind: 'merged', id, into };
  const merged = cluster(entries, id).slice(1);
  const supplied =
    of === 'supplier'
      ? [...catalogue.products.values()].filter(
          ({ record, withdrawn }) => !withdrawn && record.supplier === id,
        )
      : [];
  const by = [...merged, ...supplied].map(({ record }) => record.id);
  return by.length === 0 ? null : { kind: 'in-use', id, by };
}

function faultOfStanding(catalogue: Catalogue, of: RecordKind, id: string): OperationFailure | null {
  const entries = entriesOf(catalogue, of);
  const passed = new Set<string>();
  for (let at: string | null = id; at !== null; at = entries.get(at)?.mergedInto ?? null) {
    if (passed.has(at)) return { kind: 'ring', id };
    passed.add(at);
    const entry = entries.get(at);
    if (entry === undefined || entry.withdrawn) return { kind: 'missing', id: at };
  }
  const supplier = of === 'product' ? catalogue.products.get(id)?.record.supplier : undefined;
  if (supplier === undefined) return null;
  const found = catalogue.suppliers.get(supplier);
  return found === undefined || found.withdrawn ? { kind: 'missing', id: supplier } : null;
}
