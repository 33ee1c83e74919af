import { getOrganisation, worksAt, type Context } from '../../../platform/http/index.ts';
import { siteOf, type Site } from './addresses.ts';

/** Whoever works there reads everything; others what is open. */
export function siteFor(context: Context): Site {
  const organisation = getOrganisation(context);
  return siteOf(worksAt(context.actor, organisation) ? 'work' : 'open', organisation);
}
