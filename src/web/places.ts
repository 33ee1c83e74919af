import type { Tx } from '../platform/db/index.ts';
import type { Place, WebParts } from './parts.ts';

/** Milliseconds that a place may be remembered: how long visitors may see a colour that was just changed. */
const lifetime = 2000;

export type PlaceAsked = {
  readonly slug: string;
  /** Row security shows a place whole only in its own transactions, and without its profile elsewhere. */
  readonly own: boolean;
  /** Whoever works there sees at once what a colleague has changed. */
  readonly fresh: boolean;
};

/**
 * Places by organisation, remembered for a moment. A short life needs no word between processes, which a change
 * would otherwise have to reach before the page that follows it is asked for.
 */
export function rememberPlaces({
  findPlace,
  now,
}: Pick<WebParts, 'findPlace' | 'now'>): (tx: Tx, asked: PlaceAsked) => Promise<Place | null> {
  // What is not there is not remembered, so there are at most two for each organisation.
  const known = new Map<string, { readonly place: Place; readonly until: number }>();
  return async (tx, { slug, own, fresh }) => {
    const key = `${own ? 'own' : 'other'}/${slug}`;
    const before = known.get(key);
    const at = now().getTime();
    if (!fresh && before !== undefined && at < before.until) return before.place;
    const place = await findPlace(tx, slug);
    if (place !== null) known.set(key, { place, until: at + lifetime });
    return place;
  };
}
