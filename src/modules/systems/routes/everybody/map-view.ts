import { findTile, getCountyName, municipalities, regions } from '../../../organisations/index.ts';
import type { MapTile } from '../../../../ui/index.ts';
import { everybody as at } from '../../addresses.ts';
import { coloursOf, type Coloured, type Shade } from '../../everybody/map/colours.ts';
import { mapOf, type MapAsked, type MapPlace } from '../../everybody/map/map.ts';
import { inSwedishOrder } from '../../everybody/places.ts';
import { productsOf, type Products } from '../../everybody/products.ts';
import { componentsAsked } from '../../everybody/search/wanted.ts';
import { readSketches } from '../../everybody/sketch/sketch.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import type { MapParts } from '../../pages/everybody/map-parts.tsx';
import { areaName, componentName, pageTo, type Ground } from './ground.ts';

export type MapGround = {
  readonly asked: MapAsked;
  readonly places: readonly MapPlace[];
  readonly coloured: Coloured;
  readonly products: Products;
};

/** What the map shows, read with the organisation's eyes. */
export async function readMap({ context, reader }: Ground, asked: MapAsked): Promise<MapGround> {
  const sketches = await readSketches(context.tx, reader);
  const products = productsOf(await readCatalogue(context.tx));
  const places = mapOf(sketches, products, asked);
  return { asked, products, places, coloured: coloursOf(asked, places, needsOf(asked).length) };
}

const needsOf = (asked: MapAsked): readonly string[] =>
  asked.of === 'area' ? (componentsAsked({ omrade: asked.area, funktion: undefined }) ?? []) : [];

/** What the map is of, in words. */
function nameOf({ language }: Ground, products: Products, asked: MapAsked): string {
  switch (asked.of) {
    case 'product':
    case 'version':
      return products.name(products.standing(asked.product));
    case 'component':
      return componentName(asked.component, language);
    case 'area':
      return areaName(asked.area, language);
  }
}

export const having = ({ places }: MapGround): readonly MapPlace[] =>
  places.filter(({ has }) => has.length > 0);

/** The finding, which stands as the heading. */
export function findingOf(ground: Ground, map: MapGround): string {
  const { words } = ground;
  const name = nameOf(ground, map.products, map.asked);
  const count = having(map).length;
  switch (map.asked.of) {
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
function sayPlace(ground: Ground, { asked, products }: MapGround, { begun, has }: MapPlace): string {
  const { words, language } = ground;
  if (!begun) return words.map.unbegun;
  if (has.length === 0) return noneOf(ground, { asked, products });
  switch (asked.of) {
    case 'product':
    case 'component':
      return words.map.has(has.map(products.name));
    case 'version':
      return words.map.has(has.map((one) => (one === '' ? words.map.unknownVersion : one)));
    case 'area':
      return words.map.has(has.map((id) => componentName(id, language)));
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
    case 'none':
      return noneOf(ground, { asked, products });
    case 'unbegun':
      return words.map.unbegun;
  }
}

/** Tiles, legend and the same facts in a list, county by county. */
export function mapParts(ground: Ground, map: MapGround): MapParts {
  const { words, organisation } = ground;
  const { coloured, places } = map;
  const placeOf = new Map(places.map((place) => [place.municipality, place]));
  const tiles = municipalities.map(({ id, name, column, row }): MapTile => {
    const place = placeOf.get(id) ?? { municipality: id, begun: false, has: [] };
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
      word: `${sayShade(ground, map, shade)} (${shade.count})`,
    })),
    counties: countiesOf(ground, map),
    ours: findTile(organisation) === null ? null : words.map.ours,
  };
}

function countiesOf(ground: Ground, map: MapGround): MapParts['counties'] {
  const { words } = ground;
  const byCounty = Map.groupBy(map.places, ({ municipality }) => countyIn.get(municipality) ?? '');
  const nameIn = new Map(municipalities.map(({ id, name }) => [id, name]));
  return regions.map(({ code }) => {
    const county = code ?? '';
    const all = byCounty.get(county) ?? [];
    const have = all
      .filter(({ has }) => has.length > 0)
      .toSorted((a, b) => inSwedishOrder(nameIn.get(a.municipality) ?? '', nameIn.get(b.municipality) ?? ''));
    return {
      id: county,
      name: getCountyName(county),
      have: words.map.share(have.length, all.length),
      begun: words.map.share(all.filter(({ begun }) => begun).length, all.length),
      who: have.map((place) => ({
        id: place.municipality,
        name: nameIn.get(place.municipality) ?? place.municipality,
        says: map.asked.of === 'product' ? '' : sayPlace(ground, map, place),
        to: pageTo(ground, at.search, {}, { kommun: place.municipality }),
      })),
    };
  });
}

const countyIn = new Map(municipalities.map(({ id, county }) => [id, county ?? '']));
