import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { OwnTaxonomy } from '../taxonomy/own.ts';
import { readTaxonomy } from '../taxonomy/store.ts';
import {
  getOrganisation,
  hasRole,
  roles,
  staff,
  type Access,
  type Context,
} from '../../../platform/http/index.ts';

/** Roles of the public sector's own staff: suppliers work at organisations too, and never see what others use. */
const publicSector = roles.filter((role) => role !== 'citizen' && role !== 'supplier');

/** Staff of the organisation that the path names, suppliers' people excepted. */
export const landscapeAccess: Access = staff(...publicSector);

/** Roles of those who may change what the organisation says of its systems, and speak for it about them. */
export const registering = ['strategist', 'admin'] as const;
export const registrars: Access = staff(...registering);

/** With whose eyes others' systems are read. Made by `readerOf` alone, once it is sure that it is no supplier. */
export type LandscapeReader = {
  readonly organisation: string;
  readonly municipality: boolean;
  /** Everybody that the organisation shares a network with, the networks themselves too. */
  readonly near: readonly string[];
  /** The words and the places of components that it reads by. */
  readonly taxonomy: OwnTaxonomy;
};

/** Whether the person may read what others use, for the organisation. */
export const readsOthers = (context: Context, organisation: string): boolean =>
  hasRole(context, organisation, ...publicSector);

/** The reader of a request at work; null for suppliers and for whoever works elsewhere. */
export async function readerOf(context: Context): Promise<LandscapeReader | null> {
  const organisation = getOrganisation(context);
  if (!readsOthers(context, organisation)) return null;
  return readerFor(context.tx, organisation);
}

/** With an organisation's eyes, for what is done for it beside requests. No supplier has any. */
export async function readerFor(tx: Tx, organisation: string): Promise<LandscapeReader> {
  const { rows } = await sql<{ kind: string; near: readonly string[] }>`
    with circles as (
      select network_id from organisations.memberships where member_id = ${organisation}
      union select ${organisation}::text)
    select o.kind, array(
      select network_id from circles
      union select m.member_id from organisations.memberships m join circles using (network_id)) as near
    from organisations.organisations o where o.id = ${organisation}`.execute(tx);
  const found = rows[0];
  if (found?.kind === 'supplier')
    throw new Error(`${organisation} is a supplier and sees nothing of what others use`);
  const municipality = found?.kind === 'municipality' || found?.kind === 'joint-board';
  const taxonomy = await readTaxonomy(tx, organisation);
  return { organisation, municipality, near: found?.near ?? [], taxonomy };
}
