import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { tellOfCatalogue } from '../connections/webhooks/tell.ts';
import { applyAll, applyOperation } from './apply.ts';
import type { Catalogue } from './catalogue.ts';
import {
  StoredOperation,
  touchOf,
  type Operation,
  type OperationFailure,
  type Since,
  type Stored,
} from './operation.ts';
import { project } from './project.ts';
import { readCatalogue } from './reading.ts';
import type { RecordKind } from './record.ts';

/** Who does something to the catalogue, and when. Kommons itself has no organisation. */
export type CatalogueDoing = {
  readonly tx: Tx;
  readonly at: Date;
  readonly organisation: string | null;
  readonly actor: string;
  readonly newId: () => string;
};

export type CatalogueFailure =
  | OperationFailure
  /** Somebody has changed it since it was read. */
  | { readonly kind: 'changed-since'; readonly id: string };

export type CatalogueChanged =
  | { readonly ok: true; readonly catalogue: Catalogue; readonly numbers: readonly number[] }
  | { readonly ok: false; readonly failure: CatalogueFailure };

/** One at a time writes to the catalogue, until its transaction ends; what is read after it is what there is. */
export async function lockCatalogue(tx: Tx): Promise<Catalogue> {
  await sql`select pg_advisory_xact_lock(hashtextextended('systems.catalogue', 0))`.execute(tx);
  return readCatalogue(tx);
}

/**
 * Does everything that is decided or nothing, with a line in the log each. What is decided is decided on the catalogue as
 * it stands when nobody else writes. Says nothing of who may do it: whoever calls has asked `mayChange`.
 */
export async function changeCatalogue(
  doing: CatalogueDoing,
  decide: (
    catalogue: Catalogue,
  ) =>
    | readonly Exclude<Operation, { kind: 'undo' }>[]
    | Promise<readonly Exclude<Operation, { kind: 'undo' }>[]>,
): Promise<CatalogueChanged> {
  const before = await lockCatalogue(doing.tx);
  const applied = applyAll(before, await decide(before));
  if (!applied.ok) return applied;
  const said = applied.stored.filter(({ writes }) => writes.length > 0);
  return {
    ok: true,
    ...(await save(doing, {
      before,
      after: applied.catalogue,
      lines: said.map((stored) => ({ stored, undoes: null })),
    })),
  };
}

export type CatalogueUndone =
  | {
      readonly ok: true;
      readonly catalogue: Catalogue;
      readonly since: readonly Since[];
      readonly number: number;
    }
  | { readonly ok: false; readonly failure: CatalogueFailure };

/** Undoes an operation by its number in the log; an undo too. */
export async function undoOperation(doing: CatalogueDoing, number: number): Promise<CatalogueUndone> {
  const before = await lockCatalogue(doing.tx);
  const found = await findWithHistory(doing.tx, number);
  if (found === null) return { ok: false, failure: { kind: 'missing', id: String(number) } };
  const applied = applyOperation(before, { kind: 'undo', ...found });
  if (!applied.ok) return applied;
  const lines = [{ stored: applied.stored, undoes: number }];
  const { catalogue, numbers } = await save(doing, { before, after: applied.catalogue, lines });
  return { ok: true, catalogue, since: applied.since, number: numbers[0] ?? 0 };
}

/** What undoing would do, without doing it. */
export async function previewUndo(
  tx: Tx,
  number: number,
): Promise<
  | { readonly ok: true; readonly stored: StoredOperation; readonly since: readonly Since[] }
  | { readonly ok: false; readonly failure: CatalogueFailure }
> {
  const found = await findWithHistory(tx, number);
  if (found === null) return { ok: false, failure: { kind: 'missing', id: String(number) } };
  return applyOperation(await readCatalogue(tx), { kind: 'undo', ...found });
}

type StoredRow = { readonly n: number; readonly undoes: number | null; readonly operation: unknown };

const storedOf = ({ n, undoes, operation }: StoredRow): Stored => ({
  ...StoredOperation.parse(operation),
  n,
  undoes,
});

/** Everything that has touched a record, oldest first. */
async function historyOf(tx: Tx, touches: readonly string[]): Promise<readonly Stored[]> {
  const { rows } = await sql<StoredRow>`
    select n::int as n, undoes::int as undoes, operation from systems.catalogue_log
    where operation -> 'touches' ?| ${touches}::text[] order by n`.execute(tx);
  return rows.map(storedOf);
}

async function findWithHistory(
  tx: Tx,
  number: number,
): Promise<{ readonly undone: Stored; readonly history: readonly Stored[] } | null> {
  const { rows } = await sql<StoredRow>`
    select n::int as n, undoes::int as undoes, operation from systems.catalogue_log where n = ${number}`.execute(
    tx,
  );
  const [row] = rows;
  if (row === undefined) return null;
  const undone = storedOf(row);
  return { undone, history: await historyOf(tx, undone.touches) };
}

/** The last line of the log about a record: what was read is what stands, as long as it is the last. 0 for none. */
export async function lastChange(tx: Tx, of: RecordKind, id: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select coalesce(max(n), 0)::int as n from systems.catalogue_log
    where operation -> 'touches' ? ${touchOf(of, id)}`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** The fields of a record that have been written after a line of the log, with what stood there at that line. */
export async function writtenSince(
  tx: Tx,
  { of, id }: { readonly of: RecordKind; readonly id: string },
  line: number,
): Promise<ReadonlyMap<string, unknown>> {
  const later = (await historyOf(tx, [touchOf(of, id)])).filter(({ n }) => n > line);
  const writes = later.flatMap((one) => one.writes).filter((write) => write.of === of && write.id === id);
  // The earliest of a field's writes comes last into the map, and stays.
  return new Map(writes.toReversed().map(({ field, was }) => [field, was]));
}

type Line = { readonly stored: StoredOperation; readonly undoes: number | null };

async function save(
  { tx, at, organisation, actor, newId }: CatalogueDoing,
  saved: { readonly before: Catalogue; readonly after: Catalogue; readonly lines: readonly Line[] },
): Promise<{ readonly catalogue: Catalogue; readonly numbers: readonly number[] }> {
  const { before, after, lines } = saved;
  if (lines.length === 0) return { catalogue: before, numbers: [] };
  const rows = lines.map(({ stored, undoes }) => ({ id: newId(), operation: stored, undoes }));
  const logged = await sql<{ n: number }>`
    insert into systems.catalogue_log (id, at, organisation_id, actor, operation, undoes)
    select r.id, ${at}, ${organisation}, ${actor}, r.operation, r.undoes
    from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as (id uuid, operation jsonb, undoes bigint))
      with ordinality as r order by r.ordinality
    returning n::int as n`.execute(tx);
  await project(tx, { before, after, written: lines.flatMap(({ stored }) => stored.writes), at });
  // What ships with a release is news to nobody who has just taken it in use.
  if (organisation !== null) await enqueue(tx, tellOfCatalogue, {}, { key: tellOfCatalogue.name });
  return { catalogue: after, numbers: logged.rows.map(({ n }) => n) };
}
