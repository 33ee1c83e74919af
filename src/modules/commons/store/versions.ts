import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { Version } from '../model/work.ts';
import { Base } from '../model/shapes.ts';
import { toVersion, type VersionRow } from './rows.ts';

export type NewVersion = Version & { readonly work: string };

export async function insertVersions(
  tx: Tx,
  organisation: string,
  versions: readonly NewVersion[],
): Promise<void> {
  if (versions.length === 0) return;
  const rows = versions.map((version) => ({
    work_id: version.work,
    number: version.number,
    version_id: version.id,
    definition_hash: version.definitionHash,
    parents: version.parents,
    step: version.step,
    author_id: version.author.person,
    author_name: version.author.name,
    message: version.message,
    at: version.at.toISOString(),
    origins: version.origins,
    base: version.base,
  }));
  await sql`
    insert into commons.versions (organisation_id, work_id, number, version_id, definition_hash, parents, step,
      author_id, author_name, message, at, origins, base)
    select ${organisation}, n.work_id, n.number, n.version_id, n.definition_hash,
      array(select jsonb_array_elements_text(n.parents)), n.step, n.author_id, n.author_name, n.message, n.at,
      n.origins, nullif(n.base, 'null'::jsonb)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (work_id text, number int, version_id text,
      definition_hash text, parents jsonb, step text, author_id text, author_name text, message text,
      at timestamptz, origins jsonb, base jsonb)`.execute(tx);
}

/** Newest first. */
export async function listVersions(tx: Tx, organisation: string, work: string): Promise<readonly Version[]> {
  const { rows } = await sql<VersionRow>`
    select * from commons.versions where organisation_id = ${organisation} and work_id = ${work}
    order by number desc`.execute(tx);
  return rows.map(toVersion);
}

/** The upstream version under what runs, by work. */
export async function listRunningBases(
  tx: Tx,
  organisation: string,
  works: readonly string[],
): Promise<ReadonlyMap<string, Base>> {
  const { rows } = await sql<{ work_id: string; base: unknown }>`
    select v.work_id, s.base from commons.variants v
    join commons.versions s on s.organisation_id = v.organisation_id and s.work_id = v.work_id
      and s.number = v.running_number
    where v.organisation_id = ${organisation} and v.work_id = any(${works}) and s.base is not null`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.work_id, Base.parse(row.base)]));
}

/** The column's range; what a person typed into an address may be anything. */
const isNumber = (number: number): boolean =>
  Number.isInteger(number) && number > 0 && number <= 2_147_483_647;

export async function findVersion(
  tx: Tx,
  organisation: string,
  of: { readonly work: string; readonly number?: number; readonly versionId?: string },
): Promise<Version | null> {
  if (of.number !== undefined && !isNumber(of.number)) return null;
  const { rows } = await sql<VersionRow>`
    select * from commons.versions where organisation_id = ${organisation} and work_id = ${of.work}
      and number = coalesce(${of.number ?? null}::int, number)
      and version_id = coalesce(${of.versionId ?? null}::text, version_id)
    order by number desc limit 1`.execute(tx);
  const [row] = rows;
  return row === undefined ? null : toVersion(row);
}

/** When the organisation itself last changed the work, up to a number; updates from upstream do not count. */
export async function findLastChange(
  tx: Tx,
  organisation: string,
  of: { readonly work: string; readonly upTo: number },
): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(at) as at from commons.versions
    where organisation_id = ${organisation} and work_id = ${of.work} and number <= ${of.upTo}
      and step in ('changed', 'reverted')`.execute(tx);
  return rows[0]?.at ?? null;
}

/** Organisations whose contributions have gone into the line of versions, up to a number. */
export async function listCredit(
  tx: Tx,
  organisation: string,
  of: { readonly work: string; readonly upTo: number },
): Promise<readonly string[]> {
  const { rows } = await sql<{ credited: string }>`
    select distinct o.value ->> 'organisation' as credited
    from commons.versions v, jsonb_array_elements(v.origins) o
    where v.organisation_id = ${organisation} and v.work_id = ${of.work} and v.number <= ${of.upTo}
    order by credited`.execute(tx);
  return rows.map((row) => row.credited);
}
