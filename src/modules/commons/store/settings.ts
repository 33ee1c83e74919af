import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { Values } from '../model/settings.ts';
import type { Author } from '../model/work.ts';

export type SettingsDocument = {
  readonly work: string;
  readonly number: number;
  readonly values: Values;
  readonly by: Author;
  readonly at: Date;
  readonly reason: string | null;
};

export async function insertSettings(
  tx: Tx,
  organisation: string,
  document: SettingsDocument,
): Promise<void> {
  await sql`
    insert into commons.settings (organisation_id, work_id, number, "values", author_id, author_name, at, reason)
    values (${organisation}, ${document.work}, ${document.number}, ${JSON.stringify(document.values)},
      ${document.by.person}, ${document.by.name}, ${document.at}, ${document.reason})`.execute(tx);
}

/** Own values of one settings document; throws when there is none of that number. */
export async function getValues(
  tx: Tx,
  organisation: string,
  of: { readonly work: string; readonly number: number },
): Promise<Values> {
  const values = (await getManyValues(tx, organisation, [of])).get(of.work);
  if (values === undefined) throw new Error(`${organisation}/${of.work} has no settings ${of.number}`);
  return values;
}

/** By work. */
export async function getManyValues(
  tx: Tx,
  organisation: string,
  wanted: readonly { readonly work: string; readonly number: number }[],
): Promise<ReadonlyMap<string, Values>> {
  const { rows } = await sql<{ work_id: string; values: unknown }>`
    select s.work_id, s."values" from commons.settings s
    join unnest(${wanted.map((one) => one.work)}::text[], ${wanted.map((one) => one.number)}::int[]) as w (work, number)
      on s.work_id = w.work and s.number = w.number
    where s.organisation_id = ${organisation}`.execute(tx);
  return new Map(rows.map((row) => [row.work_id, Values.parse(row.values)]));
}
