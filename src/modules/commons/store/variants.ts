import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { isSlug } from '../model/input.ts';
import type { Running, Variant } from '../model/work.ts';
import { toVariant, type VariantRow } from './rows.ts';

const columns = sql`v.*, d.revision as draft_revision, d.author_id as draft_author_id,
  d.author_name as draft_author_name, d.at as draft_at`;

/** The latest revision of the draft, beside its variant. */
const withDraft = sql`commons.variants v
  left join lateral (
    select revision, author_id, author_name, at from commons.draft_revisions r
    where r.organisation_id = v.organisation_id and r.work_id = v.work_id
    order by revision desc limit 1
  ) d on true`;

async function select(tx: Tx, rest: RawBuilder<unknown>): Promise<readonly Variant[]> {
  const { rows } = await sql<VariantRow>`select ${columns} from ${withDraft} ${rest}`.execute(tx);
  return rows.map(toVariant);
}

export async function findVariant(tx: Tx, organisation: string, work: string): Promise<Variant | null> {
  if (!isSlug(work)) return null;
  const found = await select(tx, sql`where v.organisation_id = ${organisation} and v.work_id = ${work}`);
  return found[0] ?? null;
}

/** As `findVariant`, and whoever comes next waits until this transaction is over: all writing begins here. */
export async function lockVariant(tx: Tx, organisation: string, work: string): Promise<Variant | null> {
  if (!isSlug(work)) return null;
  const [locked] = await lockVariants(tx, organisation, [work]);
  return locked ?? null;
}

/** Locks in order of the work's name, so that two who lock several never wait for each other in a ring. */
export async function lockVariants(
  tx: Tx,
  organisation: string,
  works: readonly string[],
): Promise<readonly Variant[]> {
  await sql`select from commons.variants where organisation_id = ${organisation} and work_id = any(${works})
    order by work_id for update`.execute(tx);
  // A second statement, so that it sees what the one waited for has written.
  return select(
    tx,
    sql`where v.organisation_id = ${organisation} and v.work_id = any(${works}) order by v.work_id`,
  );
}

export async function listVariants(tx: Tx, organisation: string): Promise<readonly Variant[]> {
  return select(
    tx,
    sql`where v.organisation_id = ${organisation}
      order by coalesce(v.title ->> 'sv', v.title ->> 'en') collate "sv-x-icu", v.work_id`,
  );
}

/** False when the organisation has a variant of the work already. */
export async function insertVariant(tx: Tx, variant: Variant, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into commons.variants (organisation_id, work_id, kind, title, base, sharing, auto_update,
      head_number, head_version_id, head_hash, settings_number, created_at)
    values (${variant.organisation}, ${variant.work}, ${variant.kind}, ${JSON.stringify(variant.title)},
      ${variant.base === null ? null : JSON.stringify(variant.base)}, ${JSON.stringify(variant.sharing)},
      ${variant.autoUpdate}, ${variant.head.number}, ${variant.head.versionId}, ${variant.head.definitionHash},
      ${variant.settingsNumber}, ${at})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Writes everything of variants that can change. They are locked by whoever calls. */
export async function saveVariants(tx: Tx, variants: readonly Variant[]): Promise<void> {
  if (variants.length === 0) return;
  const rows = variants.map((variant) => ({
    organisation_id: variant.organisation,
    work_id: variant.work,
    title: variant.title,
    base: variant.base,
    sharing: variant.sharing,
    auto_update: variant.autoUpdate,
    head_number: variant.head.number,
    head_version_id: variant.head.versionId,
    head_hash: variant.head.definitionHash,
    settings_number: variant.settingsNumber,
    running_number: variant.running?.number ?? null,
    running_version_id: variant.running?.versionId ?? null,
    running_settings_number: variant.running?.settingsNumber ?? null,
    running_since: variant.running?.since.toISOString() ?? null,
    published_number: variant.published,
  }));
  await sql`
    update commons.variants v set title = n.title, base = nullif(n.base, 'null'::jsonb), sharing = n.sharing,
      auto_update = n.auto_update, head_number = n.head_number, head_version_id = n.head_version_id,
      head_hash = n.head_hash, settings_number = n.settings_number, running_number = n.running_number,
      running_version_id = n.running_version_id, running_settings_number = n.running_settings_number,
      running_since = n.running_since, published_number = n.published_number
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (organisation_id text, work_id text, title jsonb,
      base jsonb, sharing jsonb, auto_update text, head_number int, head_version_id text, head_hash text,
      settings_number int, running_number int, running_version_id text, running_settings_number int,
      running_since timestamptz, published_number int)
    where v.organisation_id = n.organisation_id and v.work_id = n.work_id`.execute(tx);
}

export const saveVariant = (tx: Tx, variant: Variant): Promise<void> => saveVariants(tx, [variant]);

/** Removes a variant with everything that is only its own. Its history stays. */
export async function deleteVariant(tx: Tx, organisation: string, work: string): Promise<void> {
  for (const table of [
    'draft_revisions',
    'updates',
    'declines',
    'text_tasks',
    'settings',
    'shared_variants',
    'shared_figures',
    'use_rules',
    'versions',
    'variants',
  ]) {
    await sql`delete from ${sql.table(`commons.${table}`)}
      where organisation_id = ${organisation} and work_id = ${work}`.execute(tx);
  }
}

export type RunningRow = Running & {
  readonly work: string;
  readonly kind: string;
  readonly definitionHash: string;
};

/** What runs of a kind at an organisation, with the hashes of the definitions. */
export async function listRunningRows(
  tx: Tx,
  organisation: string,
  kind: string,
): Promise<readonly RunningRow[]> {
  const { rows } = await sql<RunningRow>`
    select v.work_id as work, v.kind, v.running_number as number, v.running_version_id as "versionId",
      v.running_settings_number as "settingsNumber", v.running_since as since, s.definition_hash as "definitionHash"
    from commons.variants v
    join commons.versions s on s.organisation_id = v.organisation_id and s.work_id = v.work_id
      and s.number = v.running_number
    where v.organisation_id = ${organisation} and v.kind = ${kind}
    order by v.work_id`.execute(tx);
  return rows;
}
