import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '../model/shown.ts';
import type { LandscapeReader } from './reader.ts';

/*
 * The one door to what others use, which stands outside row security. Every question is asked of `seenBy`, which holds
 * the reader's rows alone; no other file reads `systems.shown_usages` or `systems.shown_changes` (an architecture test
 * sees to it).
 */

/**
 * The rows that a reader may see, as a table for `from`: usage_id, organisation_id (who registered it), user_id (who
 * uses it), registered_id (the product as it was registered), product_id (as it stands in the catalogue today), facts,
 * status, version, components, local, contract_ends, notice_by, price, example, confirmed_at, changed_at, claimed (the
 * customer has confirmed what its supplier says). One row for each usage and user. In two halves, so that each is read by the small index of its kind of reader.
 */
export const seenBy = (reader: LandscapeReader): RawBuilder<unknown> => sql`(
  ${half(reader, 'far')} union all ${half(reader, 'near')})`;

function half(reader: LandscapeReader, part: 'far' | 'near'): RawBuilder<unknown> {
  const where =
    part === 'far'
      ? sql`s.organisation_id <> all(${reader.near}::text[])`
      : sql`s.organisation_id = any(${reader.near}::text[])`;
  return sql`
    select s.usage_id, s.organisation_id, s.user_id, s.product_id as registered_id, p.stands_for as product_id, s.facts,
      s.status, s.version, s.components, s.local, s.contract_ends, s.notice_by, s.price, s.example, s.confirmed_at,
      s.changed_at, s.claimed
    from systems.shown_usages s left join systems.products p on p.id = s.product_id
    where not s.gone and ${sql.lit(kindOf(reader, part))} = any(s.readers) and ${where}`;
}

/**
 * What has changed of what a reader sees, as a table for `from`: organisation_id, usage_id, user_id, gone, changed_in.
 * Only what transactions wrote that have ended, all of them: whatever comes later comes after it.
 */
export const changesSeenBy = (reader: LandscapeReader): RawBuilder<unknown> => sql`(
  ${changesOf(reader, 'far')} union all ${changesOf(reader, 'near')})`;

function changesOf(reader: LandscapeReader, part: 'far' | 'near'): RawBuilder<unknown> {
  const where =
    part === 'far'
      ? sql`c.organisation_id <> all(${reader.near}::text[])`
      : sql`c.organisation_id = any(${reader.near}::text[])`;
  return sql`
    select c.organisation_id, c.usage_id, c.user_id, c.shown is null as gone, c.changed_in from systems.shown_changes c
    where c.reader = ${sql.lit(kindOf(reader, part))} and ${where}
      and c.changed_in < pg_snapshot_xmin(pg_current_snapshot())`;
}

function kindOf({ municipality }: LandscapeReader, part: 'far' | 'near'): Reader {
  if (municipality) return part === 'near' ? 'municipality-near' : 'municipality';
  return part === 'near' ? 'sector-near' : 'sector';
}
