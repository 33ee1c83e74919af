import { getOrganisation, getPerson, suppliesAt, type Context } from '../../../../platform/http/index.ts';
import type { Deed } from '../../catalogue/actions.ts';
import { isCurator } from '../../catalogue/curators.ts';

/** Somebody who changes the catalogue for an organisation, by a request whose path names it. */
export async function deedOf(context: Context): Promise<Deed> {
  const organisation = getOrganisation(context);
  const { tx, now: at, newId } = context;
  const { person: actor } = getPerson(context);
  const supplies = suppliesAt(context.actor, organisation);
  return {
    tx,
    at,
    newId,
    actor,
    organisation,
    supplies,
    curator: !supplies && (await isCurator(tx, organisation)),
  };
}
