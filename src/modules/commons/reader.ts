import type { Tx } from '../../platform/db/index.ts';
import type { Context } from '../../platform/http/index.ts';
import { networksOf } from '../organisations/index.ts';
import type { Acting } from './acting.ts';
import { anonymousReader, type Reader } from './model/audience.ts';

/** The eyes of an organisation: what is for it, for its networks, for the public sector or for everyone. */
export async function readerFor(a: Pick<Acting, 'tx' | 'organisation'>): Promise<Reader> {
  return readerOfOrganisations(a.tx, [a.organisation]);
}

/**
 * With whose eyes a request reads the library: those of the organisation that the person works for now, else
 * of every organisation where the person is staff, else of anybody.
 */
export async function readerOf(context: Context): Promise<Reader> {
  const { actor, tx } = context;
  if (actor.kind === 'anonymous') return anonymousReader;
  const staffOf = actor.mandates
    .filter((mandate) => mandate.role !== 'citizen' && mandate.role !== 'supplier')
    .map((mandate) => mandate.organisation);
  const { workingFor } = actor;
  const organisations =
    workingFor !== null && staffOf.includes(workingFor) ? [workingFor] : [...new Set(staffOf)];
  return organisations.length === 0 ? anonymousReader : readerOfOrganisations(tx, organisations);
}

async function readerOfOrganisations(tx: Tx, organisations: readonly string[]): Promise<Reader> {
  const networks: string[] = [];
  for (const organisation of organisations) {
    for (const network of await networksOf(tx, organisation)) networks.push(network.id);
  }
  return { employee: true, organisations, circles: [...new Set([...organisations, ...networks])] };
}
