import { sql } from 'kysely';
import type { Definition } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Acting } from '../acting.ts';
import { readDefinition } from './definitions.ts';

export type SharedVariant = {
  readonly organisation: string;
  readonly number: number;
  readonly baseNumber: number;
  readonly definition: Definition;
};

type Sharing = {
  readonly work: string;
  readonly to: string;
  readonly number: number;
  readonly versionId: string;
  readonly baseNumber: number;
  readonly definition: Definition;
  readonly at: Date;
};

/** Shows the upstream what the adopter has agreed to show: its present definition. */
export async function saveShared(tx: Tx, organisation: string, shared: readonly Sharing[]): Promise<void> {
  if (shared.length === 0) return;
  const rows = shared.map((one) => ({
    work_id: one.work,
    to_organisation_id: one.to,
    number: one.number,
    version_id: one.versionId,
    base_number: one.baseNumber,
    definition: one.definition,
    at: one.at.toISOString(),
  }));
  await sql`
    insert into commons.shared_variants (organisation_id, work_id, to_organisation_id, number, version_id, base_number,
      definition, at)
    select ${organisation}, n.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (work_id text,
      to_organisation_id text, number int, version_id text, base_number int, definition jsonb, at timestamptz)
    on conflict (organisation_id, work_id) do update set to_organisation_id = excluded.to_organisation_id,
      number = excluded.number, version_id = excluded.version_id, base_number = excluded.base_number,
      definition = excluded.definition, at = excluded.at`.execute(tx);
}

export async function deleteShared(tx: Tx, organisation: string, work: string): Promise<void> {
  await sql`delete from commons.shared_variants
    where organisation_id = ${organisation} and work_id = ${work}`.execute(tx);
}

/** What adopters of our variant have agreed to show us. */
export async function listSharedWithUs(a: Acting, work: string): Promise<readonly SharedVariant[]> {
  const { rows } = await sql<{
    organisation: string;
    number: number;
    baseNumber: number;
    definition: unknown;
    key: string;
  }>`
    select organisation_id as organisation, number, base_number as "baseNumber", definition,
      organisation_id || ' ' || version_id as key
    from commons.shared_variants where to_organisation_id = ${a.organisation} and work_id = ${work}
    order by organisation_id`.execute(a.tx);
  return rows.map(({ organisation, number, baseNumber, definition, key }) => ({
    organisation,
    number,
    baseNumber,
    definition: readDefinition(key, definition),
  }));
}
