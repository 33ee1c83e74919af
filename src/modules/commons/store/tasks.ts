import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { TextTask } from '../model/debt.ts';

export type StoredTask = TextTask & { readonly work: string };

export async function listTasks(
  tx: Tx,
  organisation: string,
  works: readonly string[],
): Promise<readonly StoredTask[]> {
  const { rows } = await sql<StoredTask>`
    select work_id as work, kind, path, language, text, source_before as "sourceBefore",
      source_after as "sourceAfter", at
    from commons.text_tasks where organisation_id = ${organisation} and work_id = any(${works})
    order by work_id, path, language`.execute(tx);
  return rows;
}

export async function countTasks(
  tx: Tx,
  organisation: string,
  works: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ work_id: string; count: number }>`
    select work_id, count(*)::int as count from commons.text_tasks
    where organisation_id = ${organisation} and work_id = any(${works}) group by work_id`.execute(tx);
  return new Map(rows.map((row) => [row.work_id, row.count]));
}

/** The tasks of works as they are from now on. */
export async function replaceTasks(
  tx: Tx,
  organisation: string,
  { works, tasks }: { readonly works: readonly string[]; readonly tasks: readonly StoredTask[] },
): Promise<void> {
  await sql`delete from commons.text_tasks where organisation_id = ${organisation} and work_id = any(${works})`.execute(
    tx,
  );
  if (tasks.length === 0) return;
  await sql`
    insert into commons.text_tasks (organisation_id, work_id, kind, path, language, text, source_before, source_after, at)
    select ${organisation}, n.* from jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb) as n (work text, kind text,
      path text, language text, text text, "sourceBefore" text, "sourceAfter" text, at timestamptz)`.execute(
    tx,
  );
}

export async function deleteTask(
  tx: Tx,
  organisation: string,
  of: { readonly work: string } & Pick<TextTask, 'kind' | 'path' | 'language'>,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from commons.text_tasks where organisation_id = ${organisation} and work_id = ${of.work}
      and kind = ${of.kind} and path = ${of.path} and language = ${of.language}`.execute(tx);
  return numAffectedRows === 1n;
}
