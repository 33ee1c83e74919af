import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { lockShown } from '../everybody/show.ts';
import type { Facts } from '../model/fields.ts';
import { readFacts } from '../model/read-value.ts';
import type { Policy } from '../model/shown.ts';
import type { Usage } from '../model/usage.ts';

export type UsageRow = Omit<Usage, 'facts'> & { readonly facts: Readonly<Record<string, unknown>> };

/** Of `systems.usages u`. */
export const usageColumns = sql.raw(`u.id, u.product_id as product, u.facts, u.secret, u.members, u.example,
  u.revision, u.confirmed_at as "confirmedAt", u.confirmed_by as "confirmedBy", u.changed_at as "changedAt"`);

export const usageOf = (row: UsageRow): Usage => ({ ...row, facts: readFacts(row.facts).facts });

export async function findUsage(tx: Tx, organisation: string, id: string): Promise<Usage | null> {
  const { rows } = await sql<UsageRow>`
    select ${usageColumns} from systems.usages u
    where u.organisation_id = ${organisation} and u.id::text = ${id} and u.removed_at is null`.execute(tx);
  return rows[0] === undefined ? null : usageOf(rows[0]);
}

/** Everything that the organisation uses: at most some hundreds, small enough to reckon on as a whole. */
export async function listUsages(tx: Tx, organisation: string): Promise<readonly Usage[]> {
  const { rows } = await sql<UsageRow>`
    select ${usageColumns} from systems.usages u
    where u.organisation_id = ${organisation} and u.removed_at is null order by u.id`.execute(tx);
  return rows.map(usageOf);
}

/** The next ones in the order of ids, locked until the transaction ends. `after` is empty for the first. */
export async function listUsagesAfter(
  tx: Tx,
  organisation: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly Usage[]> {
  const { rows } = await sql<UsageRow>`
    select ${usageColumns} from systems.usages u
    where u.organisation_id = ${organisation} and u.removed_at is null
      and u.id > coalesce(nullif(${after}, ''), '00000000-0000-0000-0000-000000000000')::uuid
    order by u.id limit ${limit} for update`.execute(tx);
  return rows.map(usageOf);
}

export async function findPolicy(tx: Tx, organisation: string): Promise<Policy> {
  const { rows } = await sql<{ audiences: Policy }>`
    select audiences from systems.policies where organisation_id = ${organisation}`.execute(tx);
  return rows[0]?.audiences ?? {};
}

/** What became of a usage. `was` and `became` hold the fields that differ, null for empty. */
export type UsageChange = {
  readonly usage: string;
  readonly kind: 'made' | 'changed' | 'confirmed' | 'removed' | 'restored';
  readonly was: Readonly<Record<string, unknown>>;
  readonly became: Readonly<Record<string, unknown>>;
};

export type Batch = { readonly id: string; readonly at: Date; readonly actor: string };

type SavedUsage = Pick<Usage, 'id' | 'product' | 'secret' | 'members' | 'example'> & {
  readonly facts: Facts;
  readonly confirmedAt: Date;
  readonly confirmedBy: string;
  readonly removed: boolean;
};

/**
 * Writes usages as they are after a batch of changes, with a line of history each. Rows that stand there get the next
 * revision. Whoever calls has locked them (`lockUsages`) and shows them anew (`showUsages`).
 */
export async function saveUsages(
  tx: Tx,
  organisation: string,
  saved: {
    readonly usages: readonly SavedUsage[];
    readonly changes: readonly UsageChange[];
    readonly batch: Batch;
  },
): Promise<void> {
  const { usages, changes, batch } = saved;
  if (usages.length === 0) return;
  await sql`
    insert into systems.usages as u (organisation_id, id, product_id, facts, secret, members, example, revision,
      confirmed_at, confirmed_by, changed_at, removed_at)
    select ${organisation}, r.id, r.product, r.facts, r.secret, r.members, r.example, 1, r."confirmedAt",
      r."confirmedBy", ${batch.at}, case when r.removed then ${batch.at}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(usages)}::jsonb) as r(id uuid, product text, facts jsonb,
      secret boolean, members text[], example boolean, "confirmedAt" timestamptz, "confirmedBy" text, removed boolean)
    on conflict (organisation_id, id) do update set product_id = excluded.product_id, facts = excluded.facts,
      secret = excluded.secret, members = excluded.members, example = excluded.example, revision = u.revision + 1,
      confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by, changed_at = excluded.changed_at,
      removed_at = excluded.removed_at`.execute(tx);
  await saveHistory(tx, organisation, { changes, batch });
}

/** Writes lines of history, after those that each usage has. */
export async function saveHistory(
  tx: Tx,
  organisation: string,
  { changes, batch }: { readonly changes: readonly UsageChange[]; readonly batch: Batch },
): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    insert into systems.usage_changes (organisation_id, usage_id, n, at, actor, batch, kind, was, became)
    select ${organisation}, r.usage, coalesce((select max(c.n) from systems.usage_changes c
        where c.organisation_id = ${organisation} and c.usage_id = r.usage), 0) + r.place,
      ${batch.at}, ${batch.actor}, ${batch.id}, r.kind, r.was, r.became
    from (select j.*, row_number() over (partition by j.usage order by j.ordinality) as place
      from rows from (jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
        as (usage uuid, kind text, was jsonb, became jsonb)) with ordinality as j) as r`.execute(tx);
}

type StateRow = UsageRow & { readonly removed: boolean };
export type UsageState = Usage & { readonly removed: boolean };

const stateColumns = sql`${usageColumns}, u.removed_at is not null as removed`;
const statesOf = (rows: readonly StateRow[]): ReadonlyMap<string, UsageState> =>
  new Map(rows.map((row) => [row.id, { ...usageOf(row), removed: row.removed }]));

/** The named usages as they stand, those removed too. */
export async function findUsages(
  tx: Tx,
  organisation: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, UsageState>> {
  const { rows } = await sql<StateRow>`
    select ${stateColumns} from systems.usages u
    where u.organisation_id = ${organisation} and u.id = any(${ids}::uuid[])`.execute(tx);
  return statesOf(rows);
}

/**
 * The same, taken for the rest of the transaction, with the right to show them. In this order always: who has one and
 * waits for the other would stand in the way of whoever did it the other way around.
 */
export async function lockUsages(
  tx: Tx,
  organisation: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, UsageState>> {
  await lockShown(tx, organisation);
  const { rows } = await sql<StateRow>`
    select ${stateColumns} from systems.usages u
    where u.organisation_id = ${organisation} and u.id = any(${ids}::uuid[]) order by u.id for update`.execute(
    tx,
  );
  return statesOf(rows);
}
