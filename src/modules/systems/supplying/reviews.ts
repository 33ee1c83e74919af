import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { StoredOperation } from '../catalogue/operation.ts';

/** Lines a page. */
export const perPage = 25;

/** A supplier's change of what a product of its own does: it stands, and a curator looks it over. */
export type ComponentReview = {
  readonly n: number;
  readonly at: Date;
  readonly supplier: string;
  readonly supplierName: string;
  readonly product: string;
  /** Components before and after. */
  readonly was: readonly string[];
  readonly became: readonly string[];
};

type Row = Omit<ComponentReview, 'product' | 'was' | 'became'> & {
  readonly operation: unknown;
  readonly total: number;
};

const ids = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** Lines of the log that wrote components, written by suppliers and looked at by nobody. */
const waiting = sql.raw(`systems.catalogue_log l
  join organisations.organisations o on o.id = l.organisation_id and o.kind = 'supplier'
  where l.operation @? '$.writes[*] ? (@.field == "components")'
    and not exists (select from systems.changes_looked_over d where d.n = l.n)`);

export async function listReviews(
  tx: Tx,
  page: number,
): Promise<{ readonly reviews: readonly ComponentReview[]; readonly total: number }> {
  const { rows } = await sql<Row>`
    select l.n::int as n, l.at, o.id as supplier, o.name as "supplierName", l.operation,
      count(*) over ()::int as total
    from ${waiting} order by l.n desc limit ${perPage} offset ${(page - 1) * perPage}`.execute(tx);
  const reviews = rows.flatMap(({ operation, n, at, supplier, supplierName }) => {
    const { id, writes } = StoredOperation.parse(operation);
    const write = writes.find(({ field }) => field === 'components');
    const said = { n, at, supplier, supplierName, product: id };
    return write === undefined ? [] : [{ ...said, was: ids(write.was), became: ids(write.became) }];
  });
  return { reviews, total: rows[0]?.total ?? 0 };
}

/** A curator has looked at the line; whether it was there to look at. Harmless to repeat. */
export async function saveLookedOver(
  tx: Tx,
  said: { readonly n: number; readonly organisation: string; readonly actor: string; readonly at: Date },
): Promise<boolean> {
  const { n, organisation, actor, at } = said;
  const { rows } = await sql`
    with line as (select l.n from ${waiting} and l.n = ${n})
    insert into systems.changes_looked_over (n, at, said_by, actor)
    select line.n, ${at}, ${organisation}, ${actor} from line on conflict do nothing returning 1`.execute(tx);
  return rows.length > 0;
}
