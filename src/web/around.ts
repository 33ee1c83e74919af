import { suppliesAt, worksAt, type AnyRoute, type Reply } from '../platform/http/index.ts';
import type { Tx } from '../platform/db/index.ts';
import { addresses } from './addresses.ts';
import type { Outcome } from './outcome.ts';
import type { WebParts } from './parts.ts';

/* What stands around a page and is known when its content is: help about it, and what is unread. */

/** What was answered, to whom and where. */
type Shown = Pick<Outcome, 'actor' | 'place' | 'workplace'> & {
  readonly route: AnyRoute;
  readonly result: Reply;
};

/** Help about a page: the public site's own there, and that of the organisation one works for elsewhere. */
export async function supportOf(parts: WebParts, tx: Tx, shown: Shown): Promise<string | null> {
  const { route, result, actor, place, workplace } = shown;
  if (result.kind !== 'page' || result.frame.kind === 'front' || result.frame.kind === 'panel') return null;
  const site = result.frame.kind === 'public' ? 'open' : 'work';
  const organisation = (place ?? workplace)?.slug;
  if (organisation === undefined) return null;
  if (site === 'work' && !worksAt(actor, organisation) && !suppliesAt(actor, organisation)) return null;
  const tasks = [...(result.tasks ?? []), `page:${route.path}`];
  return parts.findSupport(tx, { organisation, site, tasks });
}

/**
 * For those who act on them, whose to read they are. Asked last: what was done may have read some, and it may be of
 * another organisation than the path's.
 */
export async function unreadOf(parts: WebParts, tx: Tx, { result, actor, place, workplace }: Shown) {
  if (result.kind !== 'page' || result.frame.kind !== 'work') return null;
  const at = place !== null && worksAt(actor, place.slug) ? place : workplace;
  const acts = at !== null && parts.reach(actor, parts.settings.demo)(addresses.update, at.slug);
  return acts ? parts.countUnread(tx, at.slug) : null;
}
