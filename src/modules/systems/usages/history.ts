import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { UsageChange } from './store.ts';

/** What was done with a usage, when and by whom: `actor` is a person by id. */
export type HistoryLine = UsageChange & {
  readonly n: number;
  readonly at: Date;
  readonly actor: string;
  readonly batch: string;
};

const columns = sql.raw('c.usage_id as usage, c.n, c.at, c.actor, c.batch, c.kind, c.was, c.became');

/** The history of one usage, newest first. */
export async function listHistory(
  tx: Tx,
  organisation: string,
  usage: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly lines: readonly HistoryLine[]; readonly total: number }> {
  const { rows } = await sql<HistoryLine & { total: number }>`
    select ${columns}, count(*) over ()::int as total from systems.usage_changes c
    where c.organisation_id = ${organisation} and c.usage_id = ${usage}
    order by c.n desc limit ${limit} offset ${offset}`.execute(tx);
  return { lines: rows, total: rows[0]?.total ?? 0 };
}

/** What was done in one go. */
export type BatchSummary = {
  readonly batch: string;
  readonly at: Date;
  readonly actor: string;
  readonly usages: number;
  readonly kinds: readonly UsageChange['kind'][];
  /** All that it did was to describe a flow, or to take one away. */
  readonly flows: boolean;
};

/** Everything that was done, newest first, one line a batch. */
export async function listBatches(
  tx: Tx,
  organisation: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly batches: readonly BatchSummary[]; readonly total: number }> {
  const { rows } = await sql<BatchSummary & { total: number }>`
    select c.batch, max(c.at) as at, min(c.actor) as actor, count(distinct c.usage_id)::int as usages,
      array_agg(distinct c.kind) as kinds, bool_and(c.became ? 'flow') as flows, count(*) over ()::int as total
    from systems.usage_changes c where c.organisation_id = ${organisation}
    group by c.batch order by max(c.at) desc, c.batch desc limit ${limit} offset ${offset}`.execute(tx);
  return { batches: rows, total: rows[0]?.total ?? 0 };
}

/** The lines of a batch as they were written; empty where there is no such batch. */
export async function listBatch(
  tx: Tx,
  organisation: string,
  batch: string,
): Promise<readonly HistoryLine[]> {
  const { rows } = await sql<HistoryLine>`
    select ${columns} from systems.usage_changes c
    where c.organisation_id = ${organisation} and c.batch::text = ${batch} order by c.usage_id, c.n`.execute(
    tx,
  );
  return rows;
}

/** Usages that are removed, the last first, with when. */
export async function listRemoved(
  tx: Tx,
  organisation: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{
  readonly rows: readonly { readonly id: string; readonly removedAt: Date }[];
  readonly total: number;
}> {
  const { rows } = await sql<{ id: string; removedAt: Date; total: number }>`
    select u.id, u.removed_at as "removedAt", count(*) over ()::int as total from systems.usages u
    where u.organisation_id = ${organisation} and u.removed_at is not null
    order by u.removed_at desc, u.id limit ${limit} offset ${offset}`.execute(tx);
  return { rows, total: rows[0]?.total ?? 0 };
}
