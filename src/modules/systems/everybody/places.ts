import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { findNames, inhabitantsOf, municipalities, regions } from '../../organisations/index.ts';

/** Municipalities by how many live there: from, and below. */
export const sizes = [
  { id: '0-9999', from: 0, below: 10_000 },
  { id: '10000-19999', from: 10_000, below: 20_000 },
  { id: '20000-49999', from: 20_000, below: 50_000 },
  { id: '50000-99999', from: 50_000, below: 100_000 },
  { id: '100000-', from: 100_000, below: Number.POSITIVE_INFINITY },
] as const;
export type SizeId = (typeof sizes)[number]['id'];

const known = new Map([...municipalities, ...regions].map((one) => [one.id, one]));

/** "22"; null for what stands in no county alone. */
export const countyOf = (organisation: string): string | null => known.get(organisation)?.county ?? null;

export const isMunicipality = (organisation: string): boolean =>
  known.get(organisation)?.kind === 'municipality';

export function sizeOf(organisation: string): SizeId | null {
  const inhabitants = isMunicipality(organisation) ? inhabitantsOf(organisation) : null;
  if (inhabitants === null) return null;
  return sizes.find(({ from, below }) => inhabitants >= from && inhabitants < below)?.id ?? null;
}

/** Names of organisations; those that every release knows are not asked for. */
export async function namesOf(tx: Tx, ids: Iterable<string>): Promise<(id: string) => string> {
  const others = await findNames(
    tx,
    [...new Set(ids)].filter((id) => !known.has(id)),
  );
  return (id) => known.get(id)?.name ?? others.get(id) ?? id;
}

export type Network = { readonly id: string; readonly name: string; readonly members: readonly string[] };

/** Every network with its members, in Swedish order. */
export async function listNetworks(tx: Tx): Promise<readonly Network[]> {
  const { rows } = await sql<Network>`
    select o.id, o.name, array_agg(m.member_id order by p.name, p.id) as members
    from organisations.memberships m join organisations.organisations o on o.id = m.network_id
    join organisations.organisations p on p.id = m.member_id
    group by o.id, o.name order by o.name, o.id`.execute(tx);
  return rows;
}

export const inSwedishOrder = new Intl.Collator('sv').compare;
