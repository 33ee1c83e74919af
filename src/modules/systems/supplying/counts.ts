import { sql } from 'kysely';
import { z } from 'zod';
import type { Clock } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/db/index.ts';
import { defineTask, handle, type Task } from '../../../platform/jobs/index.ts';
import { isoDay } from '../../../platform/text/index.ts';
import { seenBy } from '../everybody/door.ts';
import type { LandscapeReader } from '../everybody/reader.ts';
import { everybodysTaxonomy } from '../taxonomy/reading.ts';

/** Counts are told in whole steps of this, and below the first step nothing but that it is below. */
const step = 5;

/** The circle that everybody in the public sector belongs to, and nobody more. */
const allOfTheSector: LandscapeReader = {
  organisation: '',
  municipality: false,
  near: [],
  taxonomy: everybodysTaxonomy(),
};

/** How many organisations use each product, of those who let all of the public sector see that they do. */
async function countUsers(tx: Tx): Promise<readonly { readonly product: string; readonly users: number }[]> {
  const { rows } = await sql<{ product: string; users: number }>`
    select s.product_id as product, count(distinct s.user_id)::int as users
    from ${seenBy(allOfTheSector)} s
    where s.product_id is not null and s.status is distinct from 'planned' and s.status is distinct from 'ended'
    group by s.product_id`.execute(tx);
  return rows;
}

const stepBelow = (users: number): number => Math.floor(users / step) * step;

/** The first of the month that a day is in. */
export const monthOf = (at: Date): string => `${isoDay(at).slice(0, 7)}-01`;

/**
 * Counts for a month, once: a second time in the same month changes nothing, whatever has happened in between. All
 * products get a line, so that what is added later has none until the next month.
 */
export async function publishCounts(tx: Tx, at: Date): Promise<void> {
  const month = monthOf(at);
  await sql`select pg_advisory_xact_lock(hashtextextended('systems.product_counts', 0))`.execute(tx);
  const { rows } = await sql`select from systems.product_counts where month >= ${month} limit 1`.execute(tx);
  if (rows.length > 0) return;
  const counted = (await countUsers(tx)).map(({ product, users }) => ({ product, step: stepBelow(users) }));
  await sql`
    insert into systems.product_counts (product_id, month, at_least)
    select p.id, ${month}, coalesce(c.step, 0)
    from systems.products p
    left join jsonb_to_recordset(${JSON.stringify(counted)}::jsonb) as c(product text, step integer)
      on c.product = p.id
    where p.merged_into is null and not p.withdrawn
    order by p.id
    on conflict (product_id) do update set month = excluded.month, at_least = excluded.at_least`.execute(tx);
}

/** Counts how many use each product, the first night of a month. */
export const countProducts = defineTask('systems.count-products', z.unknown());

export const productsCounted = ({ db, clock }: { readonly db: Db; readonly clock: Clock }): Task =>
  handle(countProducts, () =>
    db.transaction({ organisation: null, person: null }, (tx) => publishCounts(tx, clock())),
  );

export type ProductCount = { readonly month: string; readonly atLeast: number };

/** What was counted last of the products named; those that were not there then are left out. */
export async function findCounts(
  tx: Tx,
  products: readonly string[],
): Promise<ReadonlyMap<string, ProductCount>> {
  const { rows } = await sql<ProductCount & { product: string }>`
    select c.product_id as product, c.month, c.at_least as "atLeast" from systems.product_counts c
    where c.product_id = any(${products}::text[]) and c.month = (select max(month) from systems.product_counts)`.execute(
    tx,
  );
  return new Map(rows.map(({ product, month, atLeast }) => [product, { month, atLeast }]));
}
