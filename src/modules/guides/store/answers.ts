import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

export type Answer = {
  readonly id: string;
  readonly organisation: string;
  readonly work: string;
  readonly step: string;
  /** Null where it is not known who it was. */
  readonly person: string | null;
  readonly helped: boolean;
  readonly at: Date;
};

/**
 * Keeps whether a step helped; a person who answers otherwise has changed their mind. Who says the same again said it
 * when it was first said: what a month is counted by stands.
 */
export async function saveAnswer(tx: Tx, answer: Answer): Promise<void> {
  const { id, organisation, work, step, person, helped, at } = answer;
  await sql`
    insert into guides.answers (organisation_id, id, work_id, step_id, person_id, helped, at)
    values (${organisation}, ${id}, ${work}, ${step}, ${person}, ${helped}, ${at})
    on conflict (organisation_id, work_id, step_id, person_id) where person_id is not null
    do update set helped = excluded.helped, at = excluded.at where guides.answers.helped <> excluded.helped`.execute(
    tx,
  );
}

export type StepAnswers = { readonly step: string; readonly helped: number; readonly answers: number };

/** What readers say of each step of a guide. */
export async function countAnswers(
  tx: Tx,
  organisation: string,
  work: string,
): Promise<readonly StepAnswers[]> {
  const { rows } = await sql<StepAnswers>`
    select step_id as step, count(*) filter (where helped)::int as helped, count(*)::int as answers
    from guides.answers where organisation_id = ${organisation} and work_id = ${work} group by step_id`.execute(
    tx,
  );
  return rows;
}
