import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import type { Case } from '../model/case.ts';
import type { Localised, StateKind } from '../model/process.ts';
import { Localised as LocalisedSchema, stateKinds } from '../model/process.ts';
import type { Day } from '../../../kernel/dates/index.ts';
import { caseOf } from './rows.ts';

/** A case as the person whose it is sees it in a list, in whatever municipality it is. */
export type OwnCase = {
  readonly id: string;
  readonly organisation: string;
  readonly number: string;
  readonly title: Localised;
  readonly workTitle: Localised;
  readonly openedAt: Date;
  readonly state: StateKind;
  readonly stateTitle: Localised;
  readonly step: { readonly now: number; readonly of: number };
  /** The last day for what is asked of the person; null when nothing is. */
  readonly answerBy: Day | null;
};

const Row = z
  .object({
    id: z.string(),
    organisation_id: z.string(),
    number: z.string(),
    title: LocalisedSchema,
    work_title: LocalisedSchema,
    opened_at: z.date(),
    state_kind: z.enum(stateKinds),
    state_title: LocalisedSchema,
    step_now: z.number(),
    step_count: z.number(),
    completion_due_on: z.string().nullable(),
  })
  .transform((row): OwnCase => ({
    id: row.id,
    organisation: row.organisation_id,
    number: row.number,
    title: row.title,
    workTitle: row.work_title,
    openedAt: row.opened_at,
    state: row.state_kind,
    stateTitle: row.state_title,
    step: { now: row.step_now, of: row.step_count },
    answerBy: row.completion_due_on,
  }));
const Rows = z.array(Row);

/** The most that a list of one's own shows. */
const most = 200;

/**
 * A person's own cases in every municipality: first those where something is asked, by last day, then
 * the rest with the newest first. The person must be that of the transaction.
 */
export async function listOwnCases(tx: Tx, person: string): Promise<readonly OwnCase[]> {
  const { rows } = await sql`
    select id, organisation_id, number, title, work_title, opened_at, state_kind, state_title, step_now, step_count,
      completion_due_on
    from cases.cases where person_id = ${person}::uuid
    order by completion_due_on asc nulls last, state_kind = 'closed', opened_at desc limit ${most}`.execute(
    tx,
  );
  return Rows.parse(rows);
}

/** A person's own case; null when it is not theirs or is in another municipality. */
export async function findOwnCase(
  tx: Tx,
  own: { readonly person: string; readonly organisation: string; readonly id: string },
): Promise<Case | null> {
  const row = await tx
    .selectFrom('cases.cases')
    .selectAll()
    .where('organisation_id', '=', own.organisation)
    .where('id', '=', own.id)
    .where('person_id', '=', own.person)
    .executeTakeFirst();
  return row === undefined ? null : caseOf(row);
}
