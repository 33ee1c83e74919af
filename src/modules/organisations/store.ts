import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import type { Organisation, OrganisationKind } from './model.ts';

/** Of `organisations.organisations o`. */
export const columns = sql.raw(
  'o.id, o.kind, o.code, o.name, o.public_name as "publicName", o.county, o.host',
);

/** Rows a page of a list. */
export const perPage = 25;

export async function findOrganisation(tx: Tx, id: string): Promise<Organisation | null> {
  const found = await sql<Organisation>`
    select ${columns} from organisations.organisations o where o.id = ${id}`.execute(tx);
  return found.rows[0] ?? null;
}

/** The organisation whose public site has this host name, without the port. */
export async function findByHost(tx: Tx, host: string): Promise<Organisation | null> {
  const found = await sql<Organisation>`
    select ${columns} from organisations.organisations o where o.host = ${host.toLowerCase()}`.execute(tx);
  return found.rows[0] ?? null;
}

/** Every configured host name with its organisation, for a map in memory. */
export async function listHosts(
  tx: Tx,
): Promise<readonly { readonly host: string; readonly organisation: string }[]> {
  const found = await sql<{ host: string; organisation: string }>`
    select host, id as organisation from organisations.organisations where host is not null order by host`.execute(
    tx,
  );
  return found.rows;
}

/** Gives an organisation's public site a host name of its own, or takes it away with null. */
export async function saveHost(tx: Tx, organisation: string, host: string | null): Promise<void> {
  await sql`
    update organisations.organisations set host = ${host?.toLowerCase() ?? null} where id = ${organisation}`.execute(
    tx,
  );
}

export type ListQuery = {
  /** Part of a name, with or without å, ä and ö, or the beginning of a code. Empty finds all. */
  readonly search: string;
  readonly kinds: readonly OrganisationKind[];
  /** Only members of this network; null for all. */
  readonly network: string | null;
};

const likeText = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);

function matching({ search, kinds, network }: ListQuery) {
  const part = likeText(search.trim().toLowerCase());
  return sql`
    from organisations.organisations o
    where o.kind = any(${kinds})
      and (${network}::text is null or exists (
        select from organisations.memberships m where m.network_id = ${network} and m.member_id = o.id))
      and (lower(o.name) like ${`%${part}%`} or lower(o.public_name) like ${`%${part}%`}
        or o.id like ${`%${part.replaceAll(' ', '-')}%`} or o.code like ${`${part}%`})`;
}

/** Organisations in Swedish order, 25 a page (from 1), with how many there are in all. */
export async function listOrganisations(
  tx: Tx,
  { page, ...query }: ListQuery & { readonly page: number },
): Promise<{ readonly rows: readonly Organisation[]; readonly total: number }> {
  const counted = await sql<{ total: number }>`select count(*)::int as total ${matching(query)}`.execute(tx);
  const found = await sql<Organisation>`
    select ${columns} ${matching(query)}
    order by o.name collate "sv-x-icu", o.id limit ${perPage} offset ${(page - 1) * perPage}`.execute(tx);
  return { rows: found.rows, total: counted.rows[0]?.total ?? 0 };
}

/** The ids of everything that a list would hold on all its pages. */
export async function listMatching(tx: Tx, query: ListQuery): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`select o.id ${matching(query)}`.execute(tx);
  return found.rows.map(({ id }) => id);
}

/** The ids of every organisation that is a member of some network. */
export async function listNetworkMembers(tx: Tx): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select distinct member_id as id from organisations.memberships`.execute(tx);
  return found.rows.map(({ id }) => id);
}

/** Names of networks by member, for the rows of a list. */
export async function networkNamesOf(
  tx: Tx,
  members: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = await sql<{ member: string; names: readonly string[] }>`
    select m.member_id as member, array_agg(o.name order by o.name collate "sv-x-icu") as names
    from organisations.memberships m join organisations.organisations o on o.id = m.network_id
    where m.member_id = any(${members}) group by m.member_id`.execute(tx);
  return new Map(found.rows.map(({ member, names }) => [member, names]));
}

/** The networks that an organisation is a member of, in Swedish order. */
export async function networksOf(tx: Tx, organisation: string): Promise<readonly Organisation[]> {
  const found = await sql<Organisation>`
    select ${columns} from organisations.memberships m
    join organisations.organisations o on o.id = m.network_id
    where m.member_id = ${organisation} order by o.name collate "sv-x-icu"`.execute(tx);
  return found.rows;
}

/** The members of a network, in Swedish order; empty for what is no network. */
export async function membersOf(tx: Tx, network: string): Promise<readonly Organisation[]> {
  const found = await sql<Organisation>`
    select ${columns} from organisations.memberships m
    join organisations.organisations o on o.id = m.member_id
    where m.network_id = ${network} order by o.name collate "sv-x-icu"`.execute(tx);
  return found.rows;
}

/** Names by id, for lists that hold ids. Unknown ids are left out. */
export async function findNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await sql<{ id: string; name: string }>`
    select id, name from organisations.organisations where id = any(${ids})`.execute(tx);
  return new Map(found.rows.map(({ id, name }) => [id, name]));
}
