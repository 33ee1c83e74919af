import type { Context } from '../../../platform/http/index.ts';
import { getOrganisation } from '../../../platform/http/index.ts';
import type { Reader } from '../reading/news.ts';
import type { Read } from '../reading/progress.ts';
import type { ShownGuide } from '../reading/shown.ts';
import { findReads } from '../store/reading.ts';
import type { Site } from './addresses.ts';

/** The person whose reading is kept; null on the public site, where nothing is. */
export function personOf(context: Context, site: Site): string | null {
  return site.kind === 'work' && context.actor.kind === 'person' ? context.actor.person : null;
}

async function readsOf(context: Context, site: Site, work: string): Promise<readonly Read[]> {
  const person = personOf(context, site);
  if (person === null) return [];
  return (await findReads(context.tx, person, [work])).get(work) ?? [];
}

/** Everything that tells what is new to whoever reads the guide. */
export async function readerOf(context: Context, site: Site, shown: ShownGuide): Promise<Reader> {
  return {
    organisation: getOrganisation(context),
    reads: await readsOf(context, site, shown.work),
    origins: shown.origins,
  };
}
