import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** A step or a block of a guide in use that helps with a task. */
export type TaskRow = {
  readonly work: string;
  readonly step: string;
  /** The block, or the step's own id where the whole step helps. */
  readonly element: string;
  readonly task: string;
};

/** Puts what a guide helps with in place of what it helped with before. */
export async function replaceTasks(
  tx: Tx,
  of: { readonly organisation: string; readonly work: string; readonly readers: 'everyone' | 'staff' },
  rows: readonly Omit<TaskRow, 'work'>[],
): Promise<void> {
  const { organisation, work, readers } = of;
  await sql`delete from guides.tasks where organisation_id = ${organisation} and work_id = ${work}`.execute(
    tx,
  );
  if (rows.length === 0) return;
  await sql`
    insert into guides.tasks (organisation_id, work_id, readers, step_id, element_id, task)
    select ${organisation}, ${work}, ${readers}, n.step, n.element, n.task
    from unnest(${rows.map(({ step }) => step)}::text[], ${rows.map(({ element }) => element)}::text[],
      ${rows.map(({ task }) => task)}::text[]) as n (step, element, task)
    on conflict do nothing`.execute(tx);
}

/** What helps with any of the tasks at the organisation; `open` leaves out guides for staff. */
export async function listTaskRows(
  tx: Tx,
  ask: { readonly organisation: string; readonly tasks: readonly string[]; readonly open: boolean },
): Promise<readonly TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    select work_id as work, step_id as step, element_id as element, task from guides.tasks
    where organisation_id = ${ask.organisation} and task = any(${[...ask.tasks]}::text[])
      and (not ${ask.open}::boolean or readers = 'everyone')
    order by work_id, step_id, element_id`.execute(tx);
  return rows;
}

export type KnownTask = { readonly work: string; readonly task: string; readonly open: boolean };

/** The guides that the organisation has in use. */
export async function listWorksInUse(tx: Tx, organisation: string): Promise<readonly string[]> {
  const { rows } = await sql<{ work: string }>`
    select work_id as work from guides.shelf where organisation_id = ${organisation}`.execute(tx);
  return rows.map(({ work }) => work);
}

/** Every task that the organisation's guides help with. */
export async function listKnownTasks(tx: Tx, organisation: string): Promise<readonly KnownTask[]> {
  const { rows } = await sql<KnownTask>`
    select distinct work_id as work, task, readers = 'everyone' as open from guides.tasks
    where organisation_id = ${organisation}`.execute(tx);
  return rows;
}
