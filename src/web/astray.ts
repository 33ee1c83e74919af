import type { Actor } from '../platform/http/index.ts';
import type { Arrived, Serving } from './dispatch.ts';
import { nobody, type Outcome } from './outcome.ts';

const anonymous: Actor = { kind: 'anonymous' };

/** The municipality on whose site an address lies, as `/k/:organisation`. */
export const siteOf = (address: string): string | null => /^\/k\/([a-z0-9-]+)/.exec(address)?.[1] ?? null;

/**
 * The answer to an address that no route has: in the frame of the municipality whose site it lies on, as whoever
 * is signed in sees it. An organisation that does not exist has no frame.
 */
export async function goneAstray(
  parts: Pick<Serving, 'db' | 'identify' | 'now' | 'places'>,
  { address, credentials }: Pick<Arrived, 'address' | 'credentials'>,
): Promise<Outcome> {
  const result = { kind: 'missing' } as const;
  const organisation = siteOf(address);
  const isUnknown = credentials.cookie === undefined && credentials.bearer === undefined;
  if (isUnknown && organisation === null) return { ...nobody, result };
  return parts.db.transaction({ organisation, person: null }, async (tx) => {
    const actor = isUnknown ? anonymous : await parts.identify(tx, credentials, parts.now());
    const placeOf = (slug: string | null) =>
      slug === null ? null : parts.places(tx, { slug, own: slug === organisation, fresh: false });
    const place = await placeOf(organisation);
    const workplace = await placeOf(actor.kind === 'person' ? actor.workingFor : null);
    return { ...nobody, actor, place, workplace, result };
  });
}
