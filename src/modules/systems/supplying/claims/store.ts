import { sql } from 'kysely';
import type { Tx } from '../../../../platform/db/index.ts';
import type { ClaimAnswer, MadeClaim, ReceivedClaim } from './claim.ts';

/** Claims a page. */
export const perPage = 25;

const made =
  sql.raw(`c.id, c.to_organisation_id as customer, o.name as "customerName", c.product_id as product,
  c.since, c.at, exists (
    select from systems.claim_confirmations k
    where k.to_organisation_id = c.organisation_id and k.claim_id = c.id) as confirmed`);

export type MadeQuery = {
  /** Part of the customer's name; empty for all. */
  readonly search: string;
  readonly page: number;
};

const likeText = (text: string): string => text.replaceAll(/[\\%_]/gu, String.raw`\$&`);

/** What a supplier says, by customer in Swedish order and then as it was said: no answer changes the order. */
export async function listMade(
  tx: Tx,
  organisation: string,
  { search, page }: MadeQuery,
): Promise<{ readonly claims: readonly MadeClaim[]; readonly total: number; readonly confirmed: number }> {
  const { rows } = await sql<MadeClaim & { total: number; all: number }>`
    select ${made}, count(*) over ()::int as total,
      (select count(*)::int from systems.claims c2 join systems.claim_confirmations k
        on k.to_organisation_id = c2.organisation_id and k.claim_id = c2.id
        where c2.organisation_id = ${organisation} and c2.taken_back_at is null) as "all"
    from systems.claims c join organisations.organisations o on o.id = c.to_organisation_id
    where c.organisation_id = ${organisation} and c.taken_back_at is null
      and lower(o.name) like ${`%${likeText(search.toLowerCase())}%`}
    order by o.name collate "sv-x-icu", c.at, c.id limit ${perPage} offset ${(page - 1) * perPage}`.execute(
    tx,
  );
  return { claims: rows, total: rows[0]?.total ?? 0, confirmed: rows[0]?.all ?? 0 };
}

export type NewClaim = {
  readonly id: string;
  readonly organisation: string;
  readonly customer: string;
  readonly product: string;
  readonly since: string | null;
  readonly author: string;
  readonly at: Date;
};

/** Whether it was not claimed already, of the product or of one that it is merged with. */
export async function saveClaim(tx: Tx, claim: NewClaim): Promise<boolean> {
  const { id, organisation, customer, product, since, author, at } = claim;
  const { rows } = await sql`
    insert into systems.claims (organisation_id, id, to_organisation_id, product_id, since, author_id, at)
    select ${organisation}, ${id}, ${customer}, ${product}, ${since}, ${author}, ${at}
    where not exists (
      select from systems.claims c join systems.products p on p.id = c.product_id
      join systems.products one on one.stands_for = p.stands_for
      where c.organisation_id = ${organisation} and c.to_organisation_id = ${customer} and c.taken_back_at is null
        and one.id = ${product})
    on conflict do nothing returning 1`.execute(tx);
  return rows.length > 0;
}

/** Takes a claim back; whose customer it was about, or null where it did not stand. */
export async function saveTakenBack(
  tx: Tx,
  { organisation, id, at }: { readonly organisation: string; readonly id: string; readonly at: Date },
): Promise<string | null> {
  const { rows } = await sql<{ customer: string }>`
    update systems.claims set taken_back_at = ${at}
    where organisation_id = ${organisation} and id::text = ${id} and taken_back_at is null
    returning to_organisation_id as customer`.execute(tx);
  return rows[0]?.customer ?? null;
}

/** A claim is answered or taken back, one at a time. */
export async function lockClaim(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`systems.claim ${id}`}, 0))`.execute(tx);
}

const received =
  sql.raw(`c.id, c.organisation_id as supplier, o.name as "supplierName", c.product_id as product,
  c.since, c.at, a.answer, a.usage_id as usage`);
const joined = sql.raw(`systems.claims c join organisations.organisations o on o.id = c.organisation_id
  left join systems.claim_answers a on a.organisation_id = c.to_organisation_id and a.claim_id = c.id`);

/** What suppliers say of the organisation: those without an answer first, the newest first. */
export async function listReceived(
  tx: Tx,
  organisation: string,
  { search, page }: { readonly search: string; readonly page: number },
): Promise<{ readonly claims: readonly ReceivedClaim[]; readonly total: number }> {
  const { rows } = await sql<ReceivedClaim & { total: number }>`
    select ${received}, count(*) over ()::int as total from ${joined}
    where c.to_organisation_id = ${organisation} and c.taken_back_at is null
      and lower(o.name) like ${`%${likeText(search.toLowerCase())}%`}
    order by (a.answer is null) desc, c.at desc, c.id limit ${perPage} offset ${(page - 1) * perPage}`.execute(
    tx,
  );
  return { claims: rows, total: rows[0]?.total ?? 0 };
}

/** A claim on the organisation that stands. */
export async function findReceived(tx: Tx, organisation: string, id: string): Promise<ReceivedClaim | null> {
  const { rows } = await sql<ReceivedClaim>`
    select ${received} from ${joined}
    where c.to_organisation_id = ${organisation} and c.id::text = ${id} and c.taken_back_at is null`.execute(
    tx,
  );
  return rows[0] ?? null;
}

/** Answers a claim, or answers it anew; the confirmation that the supplier sees comes and goes with it. */
export async function saveClaimAnswer(
  tx: Tx,
  organisation: string,
  said: {
    readonly claim: Pick<ReceivedClaim, 'id' | 'supplier'>;
    readonly answer: ClaimAnswer;
    readonly usage: string | null;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  const { claim, answer, usage, by, at } = said;
  await sql`
    insert into systems.claim_answers (organisation_id, claim_id, answer, usage_id, answered_by, at)
    values (${organisation}, ${claim.id}, ${answer}, ${usage}, ${by}, ${at})
    on conflict (organisation_id, claim_id) do update set answer = excluded.answer, usage_id = excluded.usage_id,
      answered_by = excluded.answered_by, at = excluded.at`.execute(tx);
  await (
    answer === 'confirmed'
      ? sql`insert into systems.claim_confirmations (organisation_id, claim_id, to_organisation_id)
          values (${organisation}, ${claim.id}, ${claim.supplier}) on conflict do nothing`
      : sql`delete from systems.claim_confirmations
          where organisation_id = ${organisation} and claim_id = ${claim.id}`
  ).execute(tx);
}

/** The answer to a claim is gone, with what the supplier saw of it; the system in use that it was about. */
export async function forgetAnswer(tx: Tx, organisation: string, claim: string): Promise<string | null> {
  await sql`
    delete from systems.claim_confirmations
    where organisation_id = ${organisation} and claim_id = ${claim}`.execute(tx);
  const { rows } = await sql<{ usage: string | null }>`
    delete from systems.claim_answers
    where organisation_id = ${organisation} and claim_id = ${claim} returning usage_id as usage`.execute(tx);
  return rows[0]?.usage ?? null;
}

/** Whether the organisation wants to hear of no claims. */
export async function isSilent(tx: Tx, organisation: string): Promise<boolean> {
  const { rows } = await sql`
    select from systems.claim_silence where organisation_id = ${organisation}`.execute(tx);
  return rows.length > 0;
}

/** Hears of no claims from now on, or of all again. Harmless to repeat. */
export async function saveSilence(
  tx: Tx,
  organisation: string,
  { silent, at }: { readonly silent: boolean; readonly at: Date },
): Promise<void> {
  await (
    silent
      ? sql`insert into systems.claim_silence (organisation_id, since) values (${organisation}, ${at})
          on conflict do nothing`
      : sql`delete from systems.claim_silence where organisation_id = ${organisation}`
  ).execute(tx);
}
