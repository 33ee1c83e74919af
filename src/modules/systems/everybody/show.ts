import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { toVector } from '../../../platform/search/index.ts';
import { termOf } from '../model/contract.ts';
import { projections, type Policy } from '../model/shown.ts';
import type { Usage } from '../model/usage.ts';

type ShownRow = {
  readonly usage: string;
  readonly user: string;
  readonly readers: readonly string[];
  readonly product: string;
  readonly facts: unknown;
  readonly status: string | null;
  readonly version: string | null;
  readonly components: readonly string[] | null;
  readonly local: string | null;
  readonly ends: string | null;
  readonly noticeBy: string | null;
  readonly price: number | null;
  readonly example: boolean;
  readonly confirmedAt: Date;
};

function rowsOf(organisation: string, usage: Usage, policy: Policy): readonly ShownRow[] {
  if (usage.secret) return [];
  const users = usage.members.length === 0 ? [organisation] : usage.members;
  return projections(usage.facts, policy).flatMap(({ readers, facts }) => {
    const term = termOf(facts);
    return users.map((user) => ({
      usage: usage.id,
      user,
      readers,
      product: usage.product,
      facts,
      status: facts.status ?? null,
      version: facts.version ?? null,
      components: facts.components ?? null,
      local: facts.localName === undefined ? null : toVector([{ text: facts.localName, weight: 'A' }]),
      ends: term?.ends ?? null,
      noticeBy: term?.noticeBy ?? null,
      price: facts.price ?? null,
      example: usage.example,
      confirmedAt: usage.confirmedAt,
    }));
  });
}

/**
 * Makes what others see of usages anew. Those named in `changed` and not in `usages` are gone for all: a line without
 * facts stays, so that whoever follows the feed of changes hears of it.
 */
export async function showUsages(
  tx: Tx,
  organisation: string,
  shown: {
    readonly changed: readonly string[];
    readonly usages: readonly Usage[];
    readonly policy: Policy;
    readonly at: Date;
  },
): Promise<void> {
  const { changed, usages, policy, at } = shown;
  const rows = usages.flatMap((usage) => rowsOf(organisation, usage, policy));
  await sql`
    insert into systems.shown_stamps as s (organisation_id, written_in, n)
    values (${organisation}, pg_current_xact_id(), 1)
    on conflict (organisation_id) do update set written_in = excluded.written_in, n = s.n + 1`.execute(tx);
  await sql`
    update systems.shown_usages set gone = true, facts = '{}', status = null, version = null, components = null,
      local = null, contract_ends = null, notice_by = null, price = null,
      changed_at = ${at}, changed_in = pg_current_xact_id()
    where organisation_id = ${organisation} and usage_id = any(${changed}::uuid[]) and not gone`.execute(tx);
  if (rows.length === 0) return;
  await sql`
    insert into systems.shown_usages (organisation_id, usage_id, user_id, readers, product_id, facts, status, version,
      components, local, contract_ends, notice_by, price, example, confirmed_at, changed_at)
    select ${organisation}, r.usage, r."user", r.readers, r.product, r.facts, r.status, r.version, r.components,
      r.local::tsvector, r.ends, r."noticeBy", r.price, r.example, r."confirmedAt", ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(usage uuid, "user" text, readers text[],
      product text, facts jsonb, status text, version text, components text[], local text, ends date, "noticeBy" date,
      price integer, example boolean, "confirmedAt" timestamptz)
    on conflict (organisation_id, usage_id, user_id, readers) do update set product_id = excluded.product_id,
      facts = excluded.facts, status = excluded.status, version = excluded.version,
      components = excluded.components, local = excluded.local, contract_ends = excluded.contract_ends, notice_by = excluded.notice_by,
      price = excluded.price, example = excluded.example, confirmed_at = excluded.confirmed_at,
      changed_at = excluded.changed_at, changed_in = pg_current_xact_id(), gone = false`.execute(tx);
}
