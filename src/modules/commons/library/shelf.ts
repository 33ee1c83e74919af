import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { EntryRow, PublicationRow, UseRow, Wanted, WorkRow } from './door.ts';

/*
 * Puts an organisation's own things in the library. A trigger refuses rows of anybody else; what is
 * read, by whomever, goes through `door.ts`.
 */

/** False when the name is taken. */
export async function insertWork(tx: Tx, work: WorkRow, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into commons.works (work_id, kind, owner_organisation_id, created_at)
    values (${work.work_id}, ${work.kind}, ${work.owner_organisation_id}, ${at}) on conflict do nothing`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}

export async function deleteWork(tx: Tx, work: string, owner: string): Promise<void> {
  await sql`delete from commons.works where work_id = ${work} and owner_organisation_id = ${owner}`.execute(
    tx,
  );
}

export async function insertPublication(
  tx: Tx,
  row: PublicationRow & { readonly definition: unknown },
): Promise<void> {
  await sql`
    insert into commons.library_publications (organisation_id, work_id, number, version_id, definition_hash,
      definition, kind, audience, audience_of, licence, credit, message, published_at, offered_from, offered,
      locked_parameters, base)
    values (${row.organisation_id}, ${row.work_id}, ${row.number}, ${row.version_id}, ${row.definition_hash},
      ${JSON.stringify(row.definition)}, ${row.kind}, ${row.audience}, ${row.audience_of}, ${row.licence},
      ${row.credit}, ${row.message}, ${row.published_at}, ${row.offered_from}, ${JSON.stringify(row.offered)},
      ${row.locked_parameters}, ${row.base === null ? null : JSON.stringify(row.base)})`.execute(tx);
}

/** Marks an own publication as recalled; false when it was not there or was recalled already. */
export async function recallPublication(
  tx: Tx,
  of: Wanted & { readonly reason: string; readonly at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update commons.library_publications set recalled_at = ${of.at}, recall_reason = ${of.reason}
    where organisation_id = ${of.organisation} and work_id = ${of.work} and number = ${of.number}
      and recalled_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

export type Entry = EntryRow & {
  readonly title_sv: string;
  /** Text form of a tsvector. */
  readonly vector: string;
  readonly words: readonly string[];
};

/** What the search reads of a variant: replaced by each publication. */
export async function saveEntry(tx: Tx, entry: Entry): Promise<void> {
  await sql`
    insert into commons.library_entries (organisation_id, work_id, original, kind, subject, title, title_sv, summary,
      number, published_at, audience, audience_of, licence, credit, vector, words, withdrawn_at, withdraw_reason)
    values (${entry.organisation_id}, ${entry.work_id}, ${entry.original}, ${entry.kind}, ${entry.subject},
      ${JSON.stringify(entry.title)}, ${entry.title_sv}, ${entry.summary === null ? null : JSON.stringify(entry.summary)},
      ${entry.number}, ${entry.published_at}, ${entry.audience}, ${entry.audience_of}, ${entry.licence},
      ${entry.credit}, ${entry.vector}::tsvector, ${entry.words}, null, null)
    on conflict (organisation_id, work_id) do update set original = excluded.original, subject = excluded.subject,
      title = excluded.title, title_sv = excluded.title_sv, summary = excluded.summary, number = excluded.number,
      published_at = excluded.published_at, audience = excluded.audience, audience_of = excluded.audience_of,
      licence = excluded.licence, credit = excluded.credit, vector = excluded.vector, words = excluded.words,
      withdrawn_at = null, withdraw_reason = null`.execute(tx);
}

/** False when it was not there or was withdrawn already. */
export async function withdrawEntry(
  tx: Tx,
  of: { readonly organisation: string; readonly work: string; readonly reason: string; readonly at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update commons.library_entries set withdrawn_at = ${of.at}, withdraw_reason = ${of.reason}
    where organisation_id = ${of.organisation} and work_id = ${of.work} and withdrawn_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

export async function saveUses(tx: Tx, uses: readonly UseRow[]): Promise<void> {
  if (uses.length === 0) return;
  await sql`
    insert into commons.library_uses (organisation_id, work_id, upstream_organisation_id, base_number, in_use, since,
      sharing, debt)
    select * from jsonb_to_recordset(${JSON.stringify(uses)}::jsonb) as n (organisation_id text, work_id text,
      upstream_organisation_id text, base_number int, in_use boolean, since timestamptz, sharing jsonb, debt jsonb)
    on conflict (organisation_id, work_id) do update set upstream_organisation_id = excluded.upstream_organisation_id,
      base_number = excluded.base_number, in_use = excluded.in_use, sharing = excluded.sharing,
      debt = excluded.debt`.execute(tx);
}

export async function deleteUse(tx: Tx, organisation: string, work: string): Promise<void> {
  await sql`delete from commons.library_uses where organisation_id = ${organisation} and work_id = ${work}`.execute(
    tx,
  );
}
