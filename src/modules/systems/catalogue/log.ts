import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { StoredOperation } from './operation.ts';

/** A line of the log as it is shown. */
export type LogLine = {
  readonly n: number;
  readonly at: Date;
  readonly organisation: string | null;
  readonly operation: StoredOperation;
  readonly undoes: number | null;
  /** The line that undoes it. */
  readonly undoneBy: number | null;
};

type Row = Omit<LogLine, 'operation'> & { readonly operation: unknown; readonly total: number };

const columns = sql.raw(`l.n::int as n, l.at, l.organisation_id as organisation, l.operation,
  l.undoes::int as undoes, (select u.n::int from systems.catalogue_log u where u.undoes = l.n) as "undoneBy"`);

const lineOf = ({ n, at, organisation, operation, undoes, undoneBy }: Row): LogLine => ({
  n,
  at,
  organisation,
  operation: StoredOperation.parse(operation),
  undoes,
  undoneBy,
});

export type LogQuery = {
  /** "product/lifecare", for what has been done to one record. */
  readonly touches: string | null;
  /** Also what releases have brought. */
  readonly shipped: boolean;
  /** From 1, 25 a page. */
  readonly page: number;
};

const perPage = 25;

/** What was done to the catalogue, the latest first. */
export async function listLog(
  tx: Tx,
  { touches, shipped, page }: LogQuery,
): Promise<{ readonly lines: readonly LogLine[]; readonly pages: number }> {
  const { rows } = await sql<Row>`
    select ${columns}, count(*) over ()::int as total from systems.catalogue_log l
    where (${shipped}::boolean or l.organisation_id is not null)
      and ${touches === null ? sql`true` : sql`l.operation -> 'touches' ? ${touches}`}
    order by l.n desc limit ${perPage} offset ${(page - 1) * perPage}`.execute(tx);
  return { lines: rows.map(lineOf), pages: Math.max(1, Math.ceil((rows[0]?.total ?? 0) / perPage)) };
}

export async function findLine(tx: Tx, number: number): Promise<LogLine | null> {
  const { rows } = await sql<Row>`
    select ${columns}, 1 as total from systems.catalogue_log l where l.n = ${number}`.execute(tx);
  return rows[0] === undefined ? null : lineOf(rows[0]);
}

/** When the catalogue was first filled, and when it was last changed. */
export async function changedAt(tx: Tx): Promise<{ readonly first: Date; readonly last: Date }> {
  const { rows } = await sql<{ first: Date | null; last: Date | null }>`
    select (select at from systems.catalogue_log order by n limit 1) as first,
      (select at from systems.catalogue_log order by n desc limit 1) as last`.execute(tx);
  const [found] = rows;
  return { first: found?.first ?? new Date(0), last: found?.last ?? new Date(0) };
}
