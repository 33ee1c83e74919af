import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { StoredOperation } from '../catalogue/operation.ts';
import type { OwnRecords } from './records.ts';

/** Lines a page. */
export const perPage = 25;

/** What somebody else has done to a supplier's records. Not who: who writes of a product may well use it. */
export type News = {
  readonly n: number;
  readonly at: Date;
  readonly operation: StoredOperation;
};

type Row = Omit<News, 'operation'> & { readonly operation: unknown; readonly total: number };

const touchesOf = ({ suppliers, products }: OwnRecords): readonly string[] => [
  ...suppliers.map((id) => `supplier/${id}`),
  ...products.map(({ record }) => `product/${record.id}`),
];

/** What others than the supplier have done to its records since it looked last, the newest first. */
export async function listNews(
  tx: Tx,
  organisation: string,
  { own, page }: { readonly own: OwnRecords; readonly page: number },
): Promise<{ readonly news: readonly News[]; readonly total: number; readonly newest: number }> {
  const { rows } = await sql<Row & { newest: number }>`
    select l.n::int as n, l.at, l.operation, count(*) over ()::int as total, (max(l.n) over ())::int as newest
    from systems.catalogue_log l
    where l.operation -> 'touches' ?| ${touchesOf(own)}::text[]
      and l.organisation_id is not null and l.organisation_id <> ${organisation}
      and l.n > coalesce((select n from systems.supplier_visits where organisation_id = ${organisation}), 0)
    order by l.n desc limit ${perPage} offset ${(page - 1) * perPage}`.execute(tx);
  return {
    news: rows.map(({ n, at, operation }) => ({ n, at, operation: StoredOperation.parse(operation) })),
    total: rows[0]?.total ?? 0,
    newest: rows[0]?.newest ?? 0,
  };
}

/** The supplier has looked at all up to a line; never back to an earlier one. */
export async function saveVisit(tx: Tx, organisation: string, n: number): Promise<void> {
  await sql`
    insert into systems.supplier_visits as v (organisation_id, n)
    select ${organisation}, least(${n}::bigint, coalesce(max(l.n), 0)) from systems.catalogue_log l
    on conflict (organisation_id) do update set n = greatest(v.n, excluded.n)`.execute(tx);
}
