import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { RecordKind } from './record.ts';
import { looksAfter } from '../supplying/records.ts';
import { touchOf } from './operation.ts';

/** Whether the organisation's strategists and administrators clean the catalogue for all. */
export async function isCurator(tx: Tx, organisation: string): Promise<boolean> {
  const { rows } = await sql`
    select from systems.curators where organisation_id = ${organisation}`.execute(tx);
  return rows.length > 0;
}

/** Makes an organisation a curator, or no longer. Harmless to repeat. */
export async function saveCurator(
  tx: Tx,
  organisation: string,
  { curates, at }: { readonly curates: boolean; readonly at: Date },
): Promise<void> {
  await (
    curates
      ? sql`insert into systems.curators (organisation_id, since) values (${organisation}, ${at})
          on conflict do nothing`
      : sql`delete from systems.curators where organisation_id = ${organisation}`
  ).execute(tx);
}

/** The organisations that clean the catalogue, for whoever wants to ask them. */
export async function listCurators(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select organisation_id as id from systems.curators order by since, organisation_id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** With whose hands the catalogue is changed. */
export type Hand = {
  readonly organisation: string;
  readonly curator: boolean;
  /** It is a supplier, at its own side. */
  readonly supplies: boolean;
};

/**
 * Whether a record may be changed: by curators always, and by the supplier that looks after it; by the organisation
 * that made it as long as nobody else has had a hand in it. A supplier has nothing to do with others' records, also
 * where it made them.
 */
export async function mayChange(
  tx: Tx,
  { organisation, curator, supplies }: Hand,
  { of, id }: { readonly of: RecordKind; readonly id: string },
): Promise<boolean> {
  if (supplies) return looksAfter(tx, organisation, { of, id });
  if (curator) return true;
  const { rows } = await sql<{ own: boolean }>`
    select coalesce(bool_and(organisation_id is not distinct from ${organisation}), false) as own
    from systems.catalogue_log where operation -> 'touches' ? ${touchOf(of, id)}`.execute(tx);
  return rows[0]?.own === true;
}
