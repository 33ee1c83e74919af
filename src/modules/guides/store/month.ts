import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { Count, Vote } from '../month/nominees.ts';

/** Counts again how many readers at work each guide in use has helped at the organisation in a month. */
export async function countMonth(
  tx: Tx,
  { organisation, month }: { readonly organisation: string; readonly month: string },
): Promise<void> {
  await sql`
    insert into guides.month_counts (organisation_id, month, work_id, helped)
    select ${organisation}, ${month}, s.work_id, (select count(*)::int from guides.answers a
      where a.organisation_id = ${organisation} and a.work_id = s.work_id and a.helped and a.person_id is not null
        and to_char(a.at at time zone 'Europe/Stockholm', 'YYYY-MM') = ${month})
    from guides.shelf s where s.organisation_id = ${organisation}
    on conflict (organisation_id, month, work_id) do update set helped = excluded.helped
    where guides.month_counts.helped <> excluded.helped`.execute(tx);
}

export async function listMonthCounts(
  tx: Tx,
  { organisations, month }: { readonly organisations: readonly string[]; readonly month: string },
): Promise<readonly Count[]> {
  const { rows } = await sql<Count>`
    select organisation_id as organisation, work_id as work, helped from guides.month_counts
    where month = ${month} and organisation_id = any(${[...organisations]}::text[])`.execute(tx);
  return rows;
}

type Poll = { readonly network: string; readonly month: string };

export async function listMonthVotes(tx: Tx, { network, month }: Poll): Promise<readonly Vote[]> {
  const { rows } = await sql<Vote>`
    select organisation_id as organisation, work_id as work from guides.month_votes
    where network_id = ${network} and month = ${month}`.execute(tx);
  return rows;
}

/** A member's vote; the last one counts. */
export async function saveMonthVote(
  tx: Tx,
  organisation: string,
  { network, month, work, at }: Poll & { readonly work: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into guides.month_votes (organisation_id, network_id, month, work_id, at)
    values (${organisation}, ${network}, ${month}, ${work}, ${at})
    on conflict (organisation_id, network_id, month) do update set work_id = excluded.work_id, at = excluded.at`.execute(
    tx,
  );
}

export type Prize = { readonly kronor: number; readonly receiver: string };

export async function findPrize(tx: Tx, network: string): Promise<Prize | null> {
  const { rows } = await sql<Prize>`
    select kronor, receiver from guides.month_prizes where organisation_id = ${network}`.execute(tx);
  return rows[0] ?? null;
}

/** What the network gives; null for nothing. */
export async function savePrize(tx: Tx, network: string, prize: Prize | null, at: Date): Promise<void> {
  if (prize === null) {
    await sql`delete from guides.month_prizes where organisation_id = ${network}`.execute(tx);
    return;
  }
  await sql`
    insert into guides.month_prizes (organisation_id, kronor, receiver, since)
    values (${network}, ${prize.kronor}, ${prize.receiver}, ${at})
    on conflict (organisation_id) do update set kronor = excluded.kronor, receiver = excluded.receiver,
      since = excluded.since`.execute(tx);
}
