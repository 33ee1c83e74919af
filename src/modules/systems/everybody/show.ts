import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { toVector } from '../../../platform/search/index.ts';
import { rememberedDays } from '../connections/feed/cursor.ts';
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
 * One at a time decides what others see of an organisation's usages. Taken before usages and policy are read: whoever
 * read them earlier would show anew what another has just hidden.
 */
export async function lockShown(tx: Tx, organisation: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`systems.shown ${organisation}`}, 0))`.execute(
    tx,
  );
}

/**
 * Makes what others see of usages anew, under `lockShown`. Those named in `changed` and not in `usages` are gone for all. Whoever follows
 * the feed of changes hears of what their kind of reader sees otherwise than before, and of nothing else.
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
      local = null, contract_ends = null, notice_by = null, price = null, changed_at = ${at}
    where organisation_id = ${organisation} and usage_id = any(${changed}::uuid[]) and not gone`.execute(tx);
  await saveRows(tx, organisation, rows, at);
  await saveChanges(tx, organisation, changed, at);
}

async function saveRows(tx: Tx, organisation: string, rows: readonly ShownRow[], at: Date): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into systems.shown_usages (organisation_id, usage_id, user_id, readers, product_id, facts, status, version,
      components, local, contract_ends, notice_by, price, example, confirmed_at, changed_at, claimed)
    select ${organisation}, r.usage, r."user", r.readers, r.product, r.facts, r.status, r.version, r.components,
      r.local::tsvector, r.ends, r."noticeBy", r.price, r.example, r."confirmedAt", ${at},
      exists (select from systems.claim_answers c
        where c.organisation_id = ${organisation} and c.usage_id = r.usage and c.answer = 'confirmed')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(usage uuid, "user" text, readers text[],
      product text, facts jsonb, status text, version text, components text[], local text, ends date, "noticeBy" date,
      price integer, example boolean, "confirmedAt" timestamptz)
    on conflict (organisation_id, usage_id, user_id, readers) do update set product_id = excluded.product_id,
      facts = excluded.facts, status = excluded.status, version = excluded.version,
      components = excluded.components, local = excluded.local, contract_ends = excluded.contract_ends, notice_by = excluded.notice_by,
      price = excluded.price, example = excluded.example, confirmed_at = excluded.confirmed_at, claimed = excluded.claimed,
      changed_at = excluded.changed_at, gone = false`.execute(tx);
}

/** Marks for each kind of reader what it sees otherwise than before. What came and went at once leaves no mark. */
async function saveChanges(
  tx: Tx,
  organisation: string,
  changed: readonly string[],
  at: Date,
): Promise<void> {
  await sql`
    insert into systems.shown_changes as c (organisation_id, usage_id, user_id, reader, shown, changed_at)
    select s.organisation_id, s.usage_id, s.user_id, r.reader,
      md5(concat_ws(' ', s.product_id, s.example, s.confirmed_at at time zone 'UTC', s.claimed, s.facts)), ${at}
    from systems.shown_usages s cross join lateral unnest(s.readers) as r(reader)
    where s.organisation_id = ${organisation} and s.usage_id = any(${changed}::uuid[]) and not s.gone
    on conflict (organisation_id, usage_id, user_id, reader) do update
      set shown = excluded.shown, changed_at = excluded.changed_at where c.shown is distinct from excluded.shown`.execute(
    tx,
  );
  await sql`
    with gone as (
      select c.usage_id, c.user_id, c.reader, c.first_in = pg_current_xact_id() as unseen
      from systems.shown_changes c
      where c.organisation_id = ${organisation} and c.usage_id = any(${changed}::uuid[]) and c.shown is not null
        and not exists (select from systems.shown_usages s where s.organisation_id = c.organisation_id
          and s.usage_id = c.usage_id and s.user_id = c.user_id and c.reader = any(s.readers) and not s.gone)),
    never as (
      delete from systems.shown_changes c using gone g
      where g.unseen and c.organisation_id = ${organisation} and c.usage_id = g.usage_id and c.user_id = g.user_id
        and c.reader = g.reader)
    update systems.shown_changes c set shown = null, changed_at = ${at} from gone g
    where not g.unseen and c.organisation_id = ${organisation} and c.usage_id = g.usage_id and c.user_id = g.user_id
      and c.reader = g.reader`.execute(tx);
}

/** What has gone is remembered for so long that no cursor that holds misses it. */
export async function forgetGone(tx: Tx, organisation: string, now: Date): Promise<void> {
  const before = new Date(now.getTime() - rememberedDays * 24 * 60 * 60 * 1000);
  await sql`
    delete from systems.shown_changes
    where organisation_id = ${organisation} and shown is null and changed_at < ${before}`.execute(tx);
}
