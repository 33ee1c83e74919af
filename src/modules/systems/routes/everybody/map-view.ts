import { findTile, getCountyName, municipalities, regions } from '../../../organisations/index.ts';
import type { MapTile } from '../../../../ui/index.ts';
import { everybody as at } from '../../addresses.ts';
import { coloursOf, type Coloured, type Shade } from '../../everybody/map/colours.ts';
import { mapOf, systemsOf, type MapAsked, type MapPlace } from '../../everybody/map/map.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import { inSwedishOrder, namesOf } from '../../everybody/places.ts';
import { productsOf, type Products } from '../../everybody/products.ts';
import { componentsOfArea } from '../../taxonomy/reading.ts';
import { readSketches } from '../../everybody/sketch/sketch.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import type { MapParts } from '../../pages/everybody/map-parts.tsx';
import { countingIn } from '../../texts/counting.ts';
import { areaName, componentName, pageTo, type Ground } from './ground.ts';

export type MapGround = {
  readonly asked: MapAsked;
  readonly places: readonly MapPlace[];
  readonly coloured: Coloured;
  readonly products: Products;
  /** Those that are no municipality, with how many systems they show. */
  readonly others: readonly { readonly id: string; readonly name: string; readonly systems: number }[];
};

/** What the map shows, read with the organisation's eyes. */
export async function readMap({ context, reader }: Ground, asked: MapAsked): Promise<MapGround> {
  const { taxonomy } = reader;
  const sketches = await readSketches(context.tx, reader);
  const products = productsOf(await readCatalogue(context.tx), taxonomy);
  const places = mapOf(sketches, products, asked);
  const needs = asked.of === 'area' ? componentsOfArea(taxonomy, asked.area).length : 0;
  const others = asked.of === 'coverage' ? await othersOf(context.tx, systemsOf(sketches)) : [];
  return { asked, products, places, others, coloured: coloursOf(asked, places, needs) };
}

async function othersOf(tx: Tx, counts: ReadonlyMap<string, number>): Promise<MapGround['others']> {
  const found = [...counts].filter(([id]) => !nameIn.has(id));
  const name = await namesOf(
    tx,
    found.map(([id]) => id),
  );
  return found
    .map(([id, systems]) => ({ id, name: name(id), systems }))
    .toSorted((a, b) => inSwedishOrder(a.name, b.name));
}

/** What the map is of, in words. */
function nameOf(ground: Ground, products: Products, asked: MapAsked): string {
  switch (asked.of) {
    case 'coverage':
      return '';
    case 'product':
    case 'version':
      return products.name(products.standing(asked.product));
    case 'component':
      return componentName(ground, asked.component);
    case 'area':
      return areaName(ground, asked.area);
  }
}

const hasIt = ({ asked }: MapGround, { begun, has }: MapPlace): boolean =>
  asked.of === 'coverage' ? begun : has.length > 0;

export const having = (map: MapGround): readonly MapPlace[] =>
  map.places.filter((place) => hasIt(map, place));

/** The finding, which stands as the heading. */
export function findingOf(ground: Ground, map: MapGround): string {
  const { words } = ground;
  const name = nameOf(ground, map.products, map.asked);
  const count = having(map).length;
  switch (map.asked.of) {
    case 'coverage':
      return words.map.coverage(count);
    case 'product':
    case 'version':
      return words.map.product(name, count);
    case 'component':
      return words.map.component(name, count);
    case 'area':
      return words.map.area(name, count);
  }
}

const noneOf = (ground: Ground, { asked, products }: Pick<MapGround, 'asked' | 'products'>): string =>
  asked.of === 'product' || asked.of === 'version'
    ? ground.words.map.noneOf(nameOf(ground, products, asked))
    : ground.words.map.none;

/** What one municipality has, in words. */
function sayPlace(ground: Ground, { asked, products }: MapGround, { begun, has, systems }: MapPlace): string {
  const { words } = ground;
  if (!begun) return words.map.unbegun;
  if (asked.of === 'coverage') return words.map.systems(systems);
  if (has.length === 0) return noneOf(ground, { asked, products });
  switch (asked.of) {
    case 'product':
    case 'component':
      return words.map.has(has.map(products.name));
    case 'version':
      return words.map.has(has.map((one) => (one === '' ? words.map.unknownVersion : one)));
    case 'area':
      return words.map.has(has.map((id) => componentName(ground, id)));
  }
}

function sayShade(ground: Ground, { asked, products }: MapGround, { means }: Shade): string {
  const { words } = ground;
  switch (means.kind) {
    case 'one':
      return asked.of === 'version' ? words.search.version(means.id) : products.name(means.id);
    case 'others':
      return asked.of === 'version' ? words.map.otherVersions : words.map.others;
    case 'covered':
      return words.map.covered(means.from, means.to);
    case 'systems':
      return words.map.step(means.from, means.to);
    case 'none':
      return noneOf(ground, { asked, products });
    case 'unbegun':
      return words.map.unbegun;
  }
}

/** Tiles, legend and the same facts in a list, county by county. */
export function mapParts(ground: Ground, map: MapGround): MapParts {
  const { words, organisation, language } = ground;
  const { coloured, places } = map;
  const placeOf = new Map(places.map((place) => [place.municipality, place]));
  const tiles = municipalities.map(({ id, name, column, row }): MapTile => {
    const place = placeOf.get(id) ?? { municipality: id, begun: false, has: [], systems: 0 };
    const us = id === organisation ? ` (${words.map.ours})` : '';
    return {
      id,
      column,
      row,
      state: coloured.states.get(id) ?? 'unknown',
      title: `${name}${us}: ${sayPlace(ground, map, place)}`,
      ...(place.begun ? { href: pageTo(ground, at.search, {}, { kommun: id }) } : {}),
      ...(id === organisation ? { framed: true } : {}),
    };
  });
  return {
    words,
    label: findingOf(ground, map),
    tiles,
    legend: coloured.shades.map((shade) => ({
      state: shade.state,
      word: countingIn(language).beside(sayShade(ground, map, shade), shade.count),
    })),
    counties: [...countiesOf(ground, map), ...othersLine(ground, map)],
    begunShown: map.asked.of !== 'coverage',
    ours: findTile(organisation) === null ? null : words.map.ours,
  };
}

function countiesOf(ground: Ground, map: MapGround): MapParts['counties'] {
  const { words } = ground;
  const byCounty = Map.groupBy(map.places, ({ municipality }) => countyIn.get(municipality) ?? '');
  const lines = regions
    .map(({ code }) => {
      const county = code ?? '';
      const all = byCounty.get(county) ?? [];
      const have = all.filter((place) => hasIt(map, place));
      return { county, name: getCountyName(county), all, have, begun: all.filter(({ begun }) => begun) };
    })
    .toSorted((a, b) => inSwedishOrder(a.name, b.name));
  const some = lines.filter(({ have }) => have.length > 0);
  const none = lines.filter(({ have }) => have.length === 0);
  const shares = (of: readonly (typeof lines)[number][]) => {
    const count = (key: 'all' | 'have' | 'begun'): number =>
      of.reduce((sum, one) => sum + one[key].length, 0);
    return {
      have: words.map.share(count('have'), count('all')),
      begun: words.map.share(count('begun'), count('all')),
    };
  };
  return [
    ...some.map((line) => ({
      id: line.county,
      name: line.name,
      ...shares([line]),
      note: '',
      who: line.have
        .map((place) => whoOf(ground, map, place))
        .toSorted((a, b) => inSwedishOrder(a.name, b.name)),
    })),
    ...(none.length === 0
      ? []
      : [
          {
            id: 'none',
            name: words.map.otherCounties(none.length),
            ...shares(none),
            note: none.map(({ name }) => name).join(', '),
            who: [],
          },
        ]),
  ];
}

const whoOf = (ground: Ground, map: MapGround, place: MapPlace) => ({
  id: place.municipality,
  name: nameIn.get(place.municipality) ?? place.municipality,
  says: briefly(ground, map, place),
  to: pageTo(ground, at.search, {}, { kommun: place.municipality }),
});

/** What stands beside a name in the list: of an area how much of it, of a product nothing more. */
function briefly(ground: Ground, map: MapGround, place: MapPlace): string {
  const { of } = map.asked;
  if (of === 'product') return '';
  return of === 'area'
    ? ground.words.map.covered(place.has.length, place.has.length)
    : sayPlace(ground, map, place);
}

/** Regions and others have no tile; of the whole they stand last in the list. */
function othersLine(ground: Ground, { others }: MapGround): MapParts['counties'] {
  const { words } = ground;
  if (others.length === 0) return [];
  const who = others.map(({ id, name, systems }) => ({
    id,
    name,
    says: words.map.systems(systems),
    to: pageTo(ground, at.search, {}, { kommun: id }),
  }));
  return [{ id: 'others', name: words.map.otherOrganisations, have: '', begun: '', note: '', who }];
}

const nameIn = new Map(municipalities.map(({ id, name }) => [id, name]));
const countyIn = new Map(municipalities.map(({ id, county }) => [id, county ?? '']));
