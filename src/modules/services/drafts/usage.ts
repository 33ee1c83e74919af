import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';

const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

type Begun = {
  readonly organisation: string;
  readonly work: string;
  /** The day it was begun, as `2026-11-23`. */
  readonly begun: string;
};

/** Counts one more application that somebody has begun. */
export async function countBegun(tx: Tx, { organisation, work, begun }: Begun): Promise<void> {
  await sql`
    insert into services.usage (organisation_id, work_id, month, begun)
    values (${organisation}, ${work}, ${monthOf(begun)}::date, 1)
    on conflict (organisation_id, work_id, month) do update set begun = services.usage.begun + 1`.execute(tx);
}

/** Counts one more application that is sent, and that what was begun came to an end. */
export async function countSent(tx: Tx, of: Begun & { readonly sent: string }): Promise<void> {
  const { organisation, work } = of;
  await sql`
    insert into services.usage (organisation_id, work_id, month, submitted)
    values (${organisation}, ${work}, ${monthOf(of.sent)}::date, 1)
    on conflict (organisation_id, work_id, month) do update set submitted = services.usage.submitted + 1`.execute(
    tx,
  );
  await sql`
    update services.usage set finished = finished + 1
    where organisation_id = ${organisation} and work_id = ${work} and month = ${monthOf(of.begun)}::date
      and finished < begun`.execute(tx);
}

/** Works by how often they were used since a day, most first. */
export async function listPopular(
  tx: Tx,
  organisation: string,
  place: { readonly since: string; readonly most: number },
): Promise<readonly string[]> {
  const found = await sql`
    select work_id from services.usage
    where organisation_id = ${organisation} and month >= ${monthOf(place.since)}::date
    group by work_id having sum(submitted) > 0
    order by sum(submitted) desc, work_id limit ${place.most}`.execute(tx);
  const Work = z.object({ work_id: z.string() });
  return found.rows.map((row) => Work.parse(row).work_id);
}

export type Usage = {
  readonly work: string;
  readonly begun: number;
  readonly sent: number;
  /** How many of those begun have been sent. */
  readonly finished: number;
};

/** How much works were used from the month of a day on. A work that nobody has begun has no row. */
export async function listUsage(
  tx: Tx,
  organisation: string,
  of: { readonly works: readonly string[]; readonly since: string },
): Promise<readonly Usage[]> {
  const { rows } = await sql<Usage>`
    select work_id as work, sum(begun)::int as begun, sum(submitted)::int as sent, sum(finished)::int as finished
    from services.usage
    where organisation_id = ${organisation} and work_id = any(${of.works})
      and month >= ${monthOf(of.since)}::date
    group by work_id`.execute(tx);
  return rows;
}
