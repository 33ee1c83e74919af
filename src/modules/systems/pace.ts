import { sql } from 'kysely';
import { noonOf } from '../../kernel/dates/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { isoDay } from '../../platform/text/index.ts';

/** What an organisation sends others, and how many of each in a day: every one is a letter to somebody. */
export const mostADay = { claims: 20, calls: 10, questions: 200 } as const;
export type Paced = keyof typeof mostADay;

/** Midnight of the day, by the calendar that days are read in. */
const dayBegan = (at: Date): Date => new Date(noonOf(isoDay(at)).getTime() - 12 * 60 * 60 * 1000);

/**
 * How many more of a kind the organisation may send today. Those taken back count too. One at a time is asked and
 * written, so that the bound holds.
 */
export async function leftToday(
  tx: Tx,
  kind: Paced,
  { organisation, at }: { readonly organisation: string; readonly at: Date },
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`systems.${kind} ${organisation}`}, 0))`.execute(
    tx,
  );
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ${sql.table(`systems.${kind}`)}
    where organisation_id = ${organisation} and at >= ${dayBegan(at)}`.execute(tx);
  return Math.max(0, mostADay[kind] - (rows[0]?.n ?? 0));
}
