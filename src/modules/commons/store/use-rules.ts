import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { Author } from '../model/work.ts';

/** A version that is to run from a day on (ISO date). */
export type PlannedUse = {
  readonly number: number;
  readonly from: string;
  readonly by: Author;
  /** The kind of failure that it met on its day; null while it waits. */
  readonly failed: string | null;
};

/** How versions of a variant go into use. */
export type UseRule = {
  /** Whoever wrote a version does not take it in use. */
  readonly fourEyes: boolean;
  readonly planned: PlannedUse | null;
};

const freely: UseRule = { fourEyes: false, planned: null };

type Row = {
  readonly work_id: string;
  readonly four_eyes: boolean;
  readonly planned_number: number | null;
  readonly planned_from: string | null;
  readonly planned_by: string | null;
  readonly planned_by_name: string | null;
  readonly failed: string | null;
};

const ruleOf = (row: Row): UseRule => ({
  fourEyes: row.four_eyes,
  planned:
    row.planned_number === null || row.planned_from === null || row.planned_by_name === null
      ? null
      : {
          number: row.planned_number,
          from: row.planned_from,
          by: { person: row.planned_by, name: row.planned_by_name },
          failed: row.failed,
        },
});

const columns = sql`work_id, four_eyes, planned_number, planned_from::text as planned_from, planned_by,
  planned_by_name, failed`;

export async function getUseRule(tx: Tx, organisation: string, work: string): Promise<UseRule> {
  const { rows } = await sql<Row>`select ${columns} from commons.use_rules
    where organisation_id = ${organisation} and work_id = ${work}`.execute(tx);
  const [row] = rows;
  return row === undefined ? freely : ruleOf(row);
}

/** Which of the works ask for four eyes. */
export async function listFourEyes(
  tx: Tx,
  organisation: string,
  works: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ work_id: string }>`select work_id from commons.use_rules
    where organisation_id = ${organisation} and four_eyes and work_id = any(${[...works]}::text[])`.execute(
    tx,
  );
  return new Set(rows.map((row) => row.work_id));
}

export async function saveUseRule(
  tx: Tx,
  { organisation, work }: { readonly organisation: string; readonly work: string },
  { fourEyes, planned }: UseRule,
): Promise<void> {
  await sql`
    insert into commons.use_rules (organisation_id, work_id, four_eyes, planned_number, planned_from, planned_by,
      planned_by_name, failed)
    values (${organisation}, ${work}, ${fourEyes}, ${planned?.number ?? null}, ${planned?.from ?? null},
      ${planned?.by.person ?? null}, ${planned?.by.name ?? null}, ${planned?.failed ?? null})
    on conflict (organisation_id, work_id) do update set four_eyes = excluded.four_eyes,
      planned_number = excluded.planned_number, planned_from = excluded.planned_from,
      planned_by = excluded.planned_by, planned_by_name = excluded.planned_by_name, failed = excluded.failed`.execute(
    tx,
  );
}

/** Forgets what was planned for the works: something else has been decided since. */
export async function dropPlans(tx: Tx, organisation: string, works: readonly string[]): Promise<void> {
  await sql`update commons.use_rules set planned_number = null, planned_from = null, planned_by = null,
      planned_by_name = null, failed = null
    where organisation_id = ${organisation} and work_id = any(${[...works]}::text[]) and planned_number is not null`.execute(
    tx,
  );
}

/** Says why a plan could not be carried out. */
export async function savePlanFailure(
  tx: Tx,
  { organisation, work }: { readonly organisation: string; readonly work: string },
  failure: string,
): Promise<void> {
  await sql`update commons.use_rules set failed = ${failure}
    where organisation_id = ${organisation} and work_id = ${work} and planned_number is not null`.execute(tx);
}

/** Works with plans whose day has come and that have not met a failure. */
export async function listDueUses(tx: Tx, organisation: string, today: string): Promise<readonly string[]> {
  const { rows } = await sql<Row>`select ${columns} from commons.use_rules
    where organisation_id = ${organisation} and planned_from <= ${today}::date and failed is null
    order by work_id`.execute(tx);
  return rows.map((row) => row.work_id);
}
