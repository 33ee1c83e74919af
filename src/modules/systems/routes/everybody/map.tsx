import { z } from 'zod';
import { missing, route } from '../../../../platform/http/index.ts';
import { everybody as at } from '../../addresses.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import type { MapAsked } from '../../everybody/map/map.ts';
import { inSwedishOrder } from '../../everybody/places.ts';
import { productsOf } from '../../everybody/products.ts';
import { landscapeAccess } from '../../everybody/reader.ts';
import { countRows, everything } from '../../everybody/sketch/count.ts';
import { readSketches } from '../../everybody/sketch/sketch.ts';
import { MapPage, type MapChoice, type MapPageView } from '../../pages/everybody/map-page.tsx';
import { newestEdition } from '../../taxonomy/editions.ts';
import { frame, groundOf, pageTo, trailOf, waysOn, type Ground } from './ground.ts';
import { findingOf, mapParts, readMap } from './map-view.ts';

const id = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.string().max(100).optional().catch(undefined),
);
const Query = z.object({
  produkt: id,
  funktion: id,
  omrade: id,
  visa: z.enum(['version']).optional().catch(undefined),
});
type Query = z.infer<typeof Query>;

function askedOf({ produkt, funktion, omrade, visa }: Query): MapAsked | null {
  if (produkt !== undefined) return { of: visa === 'version' ? 'version' : 'product', product: produkt };
  if (funktion !== undefined) return { of: 'component', component: funktion };
  return omrade === undefined ? null : { of: 'area', area: omrade };
}

/** Everything that a map can be of; products are those that somebody uses. */
async function choicesOf(
  { context, reader, words, language }: Ground,
  query: Query,
): Promise<readonly MapChoice[]> {
  const { areas, components } = newestEdition();
  const products = productsOf(await readCatalogue(context.tx));
  const counted = countRows(await readSketches(context.tx, reader), everything);
  const used = new Set([...counted.products.keys()].map(products.standing));
  type Options = MapChoice['options'];
  const sorted = (options: Options): Options => options.toSorted((a, b) => inSwedishOrder(a.label, b.label));
  return [
    {
      name: 'omrade',
      label: words.map.chooseArea,
      value: query.omrade,
      options: sorted(areas.map((one) => ({ value: one.id, label: one.name[language] }))),
    },
    {
      name: 'funktion',
      label: words.map.chooseComponent,
      value: query.funktion,
      options: sorted(components.map((one) => ({ value: one.id, label: one.name[language] }))),
    },
    {
      name: 'produkt',
      label: words.map.chooseProduct,
      value: query.produkt,
      options: sorted([...used].map((value) => ({ value, label: products.name(value) }))),
    },
  ];
}

async function mapView(ground: Ground, query: Query): Promise<MapPageView> {
  const { words } = ground;
  const asked = askedOf(query);
  const map = asked === null ? null : await readMap(ground, asked);
  const begun = map?.places.filter((place) => place.begun).length ?? null;
  const to = (visa: 'version' | undefined): string =>
    pageTo(ground, at.map, {}, { produkt: query.produkt, visa });
  const isVersion = asked?.of === 'version';
  return {
    words,
    title: map === null ? words.map.title : findingOf(ground, map),
    trail: trailOf(ground, { title: words.nav.map }),
    ways: waysOn(ground, 'map'),
    summary: begun === null ? words.map.lede : `${words.map.begun(begun)} ${words.map.lede}`,
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
    choices: await choicesOf(ground, query),
    parts: map === null ? null : mapParts(ground, map),
  };
}

const showMap = route({
  method: 'GET',
  path: at.map.path,
  access: landscapeAccess,
  query: Query,
  handle: async (context, { query }) => {
    const ground = await groundOf(context);
    if (ground === null) return missing;
    const view = await mapView(ground, query);
    return { kind: 'page', title: view.title, frame, content: <MapPage {...view} /> };
  },
});

export const mapRoutes = [showMap] as const;
