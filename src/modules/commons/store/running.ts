import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { isSlug } from '../model/input.ts';
import { Values } from '../model/settings.ts';
import { Base } from '../model/shapes.ts';

/** A version of a variant with a version of its settings. */
export type Pin = { readonly versionId: string; readonly settingsNumber: number };

export type PinnedRow = Pin & {
  readonly number: number;
  readonly definitionHash: string;
  readonly base: Base | null;
  /** Own values of the settings. */
  readonly values: Values;
};

/** A version with its settings, or without `pin` those that run now; null where there is no such version. */
export async function findPinnedRow(
  tx: Tx,
  organisation: string,
  { work, pin }: { readonly work: string; readonly pin: Pin | null },
): Promise<PinnedRow | null> {
  if (!isSlug(work)) return null;
  const wanted =
    pin === null
      ? sql`v.running_number = n.number and v.running_settings_number = s.number`
      : sql`n.version_id = ${pin.versionId} and s.number = ${pin.settingsNumber}`;
  const { rows } = await sql<Omit<PinnedRow, 'base' | 'values'> & { base: unknown; values: unknown }>`
    select n.version_id as "versionId", n.number, n.definition_hash as "definitionHash", n.base,
      s.number as "settingsNumber", s."values"
    from commons.variants v
    join commons.versions n on n.organisation_id = v.organisation_id and n.work_id = v.work_id
    join commons.settings s on s.organisation_id = v.organisation_id and s.work_id = v.work_id
    where v.organisation_id = ${organisation} and v.work_id = ${work} and ${wanted}
    order by n.number desc limit 1`.execute(tx);
  const [row] = rows;
  if (row === undefined) return null;
  return {
    ...row,
    base: row.base === null ? null : Base.parse(row.base),
    values: Values.parse(row.values),
  };
}
