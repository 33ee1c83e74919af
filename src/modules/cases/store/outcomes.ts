import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { Outcome } from '../model/new-case.ts';

export type Decided = {
  readonly work: string;
  readonly decided: number;
  /** Days from application to decision: half were decided within them. */
  readonly medianDays: number;
} & Readonly<Record<Outcome, number>>;

const count = (outcome: Outcome): RawBuilder<number> =>
  sql<number>`count(*) filter (where d.outcome = ${outcome})::int`;

/** How the cases of works were decided since a day, in numbers. A work without decisions has no row. */
export async function countDecided(
  tx: Tx,
  organisation: string,
  of: { readonly works: readonly string[]; readonly since: string },
): Promise<readonly Decided[]> {
  const { rows } = await sql<Decided>`
    select c.work_id as work, count(*)::int as decided,
      percentile_cont(0.5) within group (order by (c.decided_on - c.opened_on)) as "medianDays",
      ${count('approved')} as approved, ${count('partly')} as partly, ${count('rejected')} as rejected,
      ${count('closed')} as closed
    from cases.cases c
    join cases.decisions d on d.organisation_id = c.organisation_id and d.case_id = c.id
    where c.organisation_id = ${organisation} and c.work_id = any(${of.works})
      and c.decided_on >= ${of.since}::date
    group by c.work_id`.execute(tx);
  return rows;
}
