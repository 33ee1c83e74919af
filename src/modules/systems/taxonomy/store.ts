import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { editions, findEdition } from './editions.ts';
import type { Edition } from './edition.ts';
import { Deviations, ownTaxonomy, type OwnTaxonomy } from './own.ts';

/** Nothing changes under an organisation's feet: until it takes a later edition it reads the first. */
function firstEdition(): Edition {
  const [first] = editions();
  if (first === undefined) throw new Error('no edition of the taxonomy ships');
  return first;
}

/** The taxonomy as the organisation of the transaction reads it. */
export async function readTaxonomy(tx: Tx, organisation: string): Promise<OwnTaxonomy> {
  const { rows } = await sql<{ edition: string; deviations: unknown }>`
    select edition, deviations from systems.taxonomy_choices where organisation_id = ${organisation}`.execute(
    tx,
  );
  const [row] = rows;
  if (row === undefined) return ownTaxonomy(firstEdition(), {});
  return ownTaxonomy(findEdition(row.edition) ?? firstEdition(), Deviations.parse(row.deviations));
}

/** The same, with the choice taken for the rest of the transaction, so that two who change it come one after the other. */
export async function lockTaxonomy(tx: Tx, organisation: string): Promise<OwnTaxonomy> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`systems.taxonomy ${organisation}`}, 0))`.execute(
    tx,
  );
  return readTaxonomy(tx, organisation);
}

export async function saveTaxonomy(
  tx: Tx,
  organisation: string,
  chosen: { readonly edition: string; readonly deviations: Deviations; readonly at: Date },
): Promise<void> {
  await sql`
    insert into systems.taxonomy_choices (organisation_id, edition, deviations, changed_at)
    values (${organisation}, ${chosen.edition}, ${JSON.stringify(chosen.deviations)}::jsonb, ${chosen.at})
    on conflict (organisation_id) do update set edition = excluded.edition, deviations = excluded.deviations,
      changed_at = excluded.changed_at`.execute(tx);
}
