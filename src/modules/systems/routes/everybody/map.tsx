import { z } from 'zod';
import { missing, route, see } from '../../../../platform/http/index.ts';
import { everybody as at } from '../../addresses.ts';
import type { MapAsked } from '../../everybody/map/map.ts';
import { inSwedishOrder } from '../../everybody/places.ts';
import { landscapeAccess } from '../../everybody/reader.ts';
import { countRows, everything } from '../../everybody/sketch/count.ts';
import { readSketches } from '../../everybody/sketch/sketch.ts';
import { MapPage, type MapPageView } from '../../pages/everybody/map-page.tsx';
import { frame, groundOf, navOf, pageTo, type Ground } from './ground.ts';
import { findingOf, mapParts, readMap, type MapGround } from './map-view.ts';

const id = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.string().max(100).optional().catch(undefined),
);
export const Query = z.object({
  produkt: id,
  funktion: id,
  omrade: id,
  visa: z.enum(['version']).optional().catch(undefined),
  /** What is chosen in the form, as "produkt:edlevo"; empty for the whole. */
  vad: z.string().max(200).optional(),
});
type Query = z.infer<typeof Query>;

/** What the map is asked to show. */
export function askedOf({ produkt, funktion, omrade, visa }: Query): MapAsked {
  if (produkt !== undefined) return { of: visa === 'version' ? 'version' : 'product', product: produkt };
  if (funktion !== undefined) return { of: 'component', component: funktion };
  return omrade === undefined ? { of: 'coverage' } : { of: 'area', area: omrade };
}

const kinds = ['omrade', 'funktion', 'produkt'] as const;

/** A list to choose in stays one that can be read; the others are found by search. */
const mostProducts = 60;

/** Every product that somebody uses, those that most use first. */
async function usedProducts(
  { context, reader }: Ground,
  { products }: MapGround,
): Promise<readonly string[]> {
  const counted = countRows(await readSketches(context.tx, reader), everything);
  const uses = new Map<string, number>();
  for (const [id, n] of counted.products) {
    const standing = products.standing(id);
    uses.set(standing, (uses.get(standing) ?? 0) + n);
  }
  return [...uses].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([id]) => id);
}

/** What a map can be of; among products the most used, and what the map is of. */
function choicesOf(
  { reader, words, language }: Ground,
  { asked, products }: MapGround,
  used: readonly string[],
): MapPageView['choices'] {
  const { edition, components } = reader.taxonomy;
  const chosen = 'product' in asked ? [products.standing(asked.product)] : [];
  const named = {
    omrade: edition.areas.map((one) => ({ id: one.id, label: one.name[language] })),
    funktion: components
      .filter(({ hidden }) => !hidden)
      .map((one) => ({ id: one.id, label: one.name[language] })),
    produkt: [...new Set([...used.slice(0, mostProducts), ...chosen])].map((one) => ({
      id: one,
      label: products.name(one),
    })),
  };
  const { groups, mostUsed } = words.map;
  const titles = { ...groups, ...(used.length > mostProducts ? { produkt: mostUsed } : {}) };
  return kinds.map((kind) => ({
    title: titles[kind],
    options: named[kind]
      .toSorted((a, b) => inSwedishOrder(a.label, b.label))
      .map(({ id: value, label }) => ({ value: `${kind}:${value}`, label })),
  }));
}

function chosenIn(query: Query): string {
  const kind = kinds.findLast((one) => query[one] !== undefined);
  return kind === undefined ? '' : `${kind}:${query[kind] ?? ''}`;
}

async function mapView(ground: Ground, query: Query): Promise<MapPageView> {
  const { words } = ground;
  const asked = askedOf(query);
  const map = await readMap(ground, asked);
  const begun = map.places.filter((place) => place.begun).length;
  const to = (visa: 'version' | undefined): string =>
    pageTo(ground, at.map, {}, { produkt: query.produkt, visa });
  const isVersion = asked.of === 'version';
  const used = await usedProducts(ground, map);
  return {
    words,
    title: findingOf(ground, map),
    nav: navOf(ground, 'map'),
    summary: asked.of === 'coverage' ? words.map.lede : `${words.map.begun(begun)} ${words.map.lede}`,
    chips:
      query.produkt === undefined
        ? []
        : [
            {
              id: 'visa',
              title: isVersion ? words.map.views.version : words.map.views.product,
              options: [
                { title: words.map.views.product, to: to(undefined), current: !isVersion },
                { title: words.map.views.version, to: to('version'), current: isVersion },
              ],
            },
          ],
    action: pageTo(ground, at.map),
    choices: choicesOf(ground, map, used),
    searchTo: used.length > mostProducts ? pageTo(ground, at.search) : null,
    chosen: chosenIn(query),
    parts: mapParts(ground, map),
  };
}

/** The address that says what the form chose; null where nothing came from the form. */
function chosenTo(ground: Ground, { vad }: Query): string | null {
  if (vad === undefined) return null;
  const [kind, ...rest] = vad.split(':');
  const known = kinds.find((one) => one === kind);
  return pageTo(ground, at.map, {}, known === undefined ? {} : { [known]: rest.join(':') });
}

const showMap = route({
  method: 'GET',
  path: at.map.path,
  access: landscapeAccess,
  query: Query,
  handle: async (context, { query }) => {
    const ground = await groundOf(context);
    if (ground === null) return missing;
    const chosen = chosenTo(ground, query);
    if (chosen !== null) return see(chosen);
    const view = await mapView(ground, query);
    return { kind: 'page', title: view.title, frame, content: <MapPage {...view} /> };
  },
});

export const mapRoutes = [showMap] as const;
