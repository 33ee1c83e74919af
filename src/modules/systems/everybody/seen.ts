import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { Facts } from '../model/fields.ts';
import { readFacts } from '../model/read-value.ts';
import { seenBy } from './door.ts';
import type { LandscapeReader } from './reader.ts';

/** What a reader sees of one usage by one user: nothing else than its facts hold is known. */
export type SeenUsage = {
  readonly usage: string;
  /** Who has registered it: the user, or a joint body for it. */
  readonly organisation: string;
  readonly user: string;
  /** The product that stands for the one that was registered. */
  readonly product: string;
  readonly facts: Facts;
  readonly ends: string | null;
  readonly noticeBy: string | null;
  readonly price: number | null;
  readonly example: boolean;
  readonly confirmedAt: Date;
  /** Its supplier has said that they are a customer, and they have confirmed it. */
  readonly claimed: boolean;
};

type Row = Omit<SeenUsage, 'facts'> & { readonly facts: Readonly<Record<string, unknown>> };

const columns = sql.raw(`s.usage_id as usage, s.organisation_id as organisation, s.user_id as user,
  s.product_id as product, s.facts, s.contract_ends as ends, s.notice_by as "noticeBy", s.price, s.example,
  s.confirmed_at as "confirmedAt", s.claimed`);

const seenOf = (row: Row): SeenUsage => ({ ...row, facts: readFacts(row.facts).facts });

export type SeenKey = { readonly organisation: string; readonly usage: string; readonly user: string };

const keyOf = ({ organisation, usage, user }: SeenKey): string => `${organisation} ${usage} ${user}`;

/** The named usages that the reader may see, in the order that they were asked for. */
export async function findSeen(
  tx: Tx,
  reader: LandscapeReader,
  keys: readonly SeenKey[],
): Promise<readonly SeenUsage[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<Row>`
    select ${columns}
    from unnest(${keys.map(({ organisation }) => organisation)}::text[], ${keys.map(({ usage }) => usage)}::uuid[])
      as k(organisation, usage)
    cross join lateral (
      select * from ${seenBy(reader)} t where t.organisation_id = k.organisation and t.usage_id = k.usage
      limit all offset 0) s`.execute(tx);
  const found = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.flatMap((key) => {
    const row = found.get(keyOf(key));
    return row === undefined ? [] : [seenOf(row)];
  });
}

/** Everything that the users may be seen to use. */
export async function listSeenOf(
  tx: Tx,
  reader: LandscapeReader,
  asked: { readonly users: readonly string[]; readonly products?: readonly string[] },
): Promise<readonly SeenUsage[]> {
  const only =
    asked.products === undefined ? sql`true` : sql`s.registered_id = any(${asked.products}::text[])`;
  const { rows } = await sql<Row>`
    select ${columns} from ${seenBy(reader)} s
    where s.user_id = any(${asked.users}::text[]) and ${only}
    order by s.user_id, s.product_id, s.usage_id`.execute(tx);
  return rows.map(seenOf);
}
