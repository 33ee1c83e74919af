import { json, missing, route, see, type AnyRoute } from '../../../../platform/http/index.ts';
import { isoDay } from '../../../../platform/text/index.ts';
import { everybody as at } from '../../addresses.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import { compareOrganisations } from '../../everybody/compare/find.ts';
import { namesOf } from '../../everybody/places.ts';
import { productsOf, type Products } from '../../everybody/products.ts';
import { landscapeAccess } from '../../everybody/reader.ts';
import { Filter } from '../../everybody/search/filter.ts';
import { listKeys } from '../../everybody/search/keys.ts';
import { componentsAsked } from '../../everybody/search/wanted.ts';
import { findSeen, type SeenUsage } from '../../everybody/seen.ts';
import { fieldIds } from '../../model/fields.ts';
import { cellOf } from '../../sheets/cells.ts';
import { headOf } from '../../sheets/heads.ts';
import { namesFor } from '../../sheets/names.ts';
import { sheetReply, type SheetColumn } from '../../sheets/write.ts';
import { connectionTexts, type ConnectionTexts } from '../../texts/connections.ts';
import { askedOf as compareAsked, Query as CompareQuery } from '../everybody/compare.tsx';
import { componentName, groundOf, pageTo, type Ground } from '../everybody/ground.ts';
import { askedOf as mapAsked, Query as MapQuery } from '../everybody/map.tsx';
import { readMap } from '../everybody/map-view.ts';
import type { MapPlace } from '../../everybody/map/map.ts';
import { askedOf as horizonAsked, Query as HorizonQuery } from '../everybody/horizon.tsx';
import { latestOf, readSeen, type Known } from '../everybody/horizon-seen.ts';
import { fileOf, Format, mostFileRows } from './save-as.ts';
import { talkFileRoutes } from './talk-files.ts';

const wordsIn = ({ language }: Ground): ConnectionTexts['lists'] => connectionTexts(language).lists;

type Named = { readonly products: Products; readonly name: (organisation: string) => string };

const supplierName = (products: Products, product: string): string | null => {
  const supplier = products.supplier(product);
  return supplier === null ? null : products.supplierName(supplier);
};

/** What others show of their systems: nothing else than the reader's rows hold is there. */
function seenColumns(
  ground: Ground,
  rows: readonly SeenUsage[],
  {
    products,
    name,
    say,
  }: Named & { readonly say: (id: (typeof fieldIds)[number], row: SeenUsage) => string | null },
): readonly SheetColumn<SeenUsage>[] {
  const { language } = ground;
  const { heads } = wordsIn(ground);
  const shown = fieldIds.filter((id) => rows.some(({ facts }) => facts[id] !== undefined));
  return [
    { id: 'organisation', title: heads.organisation, value: ({ user }) => name(user) },
    {
      id: 'registeredBy',
      title: heads.registeredBy,
      value: ({ organisation, user }) => (organisation === user ? null : name(organisation)),
    },
    { id: 'product', title: headOf('product', language), value: ({ product }) => products.name(product) },
    {
      id: 'supplier',
      title: headOf('supplier', language),
      value: ({ product }) => supplierName(products, product),
    },
    ...shown.map((id): SheetColumn<SeenUsage> => ({
      id,
      title: headOf(id, language),
      value: (row) => say(id, row),
    })),
    { id: 'confirmed', title: heads.confirmed, value: ({ confirmedAt }) => isoDay(confirmedAt) },
  ];
}

const search = route({
  method: 'GET',
  path: fileOf(at.search),
  access: landscapeAccess,
  query: Filter.extend(Format),
  handle: async (context, { query: { format, ...filter } }) => {
    const ground = await groundOf(context);
    if (ground === null) return missing;
    const { reader, language } = ground;
    const { tx } = context;
    const { keys, more } = await listKeys(tx, reader, { filter, after: null, limit: mostFileRows });
    if (more)
      return context.accept.includes('text/html')
        ? see(pageTo(ground, at.search, {}, { ...filter, fil: 'for-stor' }))
        : json({ failure: { kind: 'too-many', most: mostFileRows } }, 422);
    const rows = await findSeen(tx, reader, keys);
    const catalogue = await readCatalogue(tx);
    const products = productsOf(catalogue, reader.taxonomy);
    const name = await namesOf(
      tx,
      rows.flatMap(({ user, organisation }) => [user, organisation]),
    );
    const names = namesFor(catalogue, []);
    const columns = seenColumns(ground, rows, {
      products,
      name,
      say: (id, { facts: { [id]: value } }) =>
        value === undefined ? null : cellOf(id, value, { language, names }),
    });
    return sheetReply(format, columns, rows, wordsIn(ground).files.everybody);
  },
});

const map = route({
  method: 'GET',
  path: fileOf(at.map),
  access: landscapeAccess,
  query: MapQuery.omit({ vad: true }).extend(Format),
  handle: async (context, { query: { format, ...query } }) => {
    const ground = await groundOf(context);
    if (ground === null) return missing;
    const asked = mapAsked(query);
    const { places, products } = await readMap(ground, asked);
    const nameOf = asked.of === 'area' ? (id: string) => componentName(ground, id) : products.name;
    const name = await namesOf(
      context.tx,
      places.map(({ municipality }) => municipality),
    );
    const { heads, files } = wordsIn(ground);
    const columns: readonly SheetColumn<MapPlace>[] = [
      { id: 'organisation', title: heads.organisation, value: ({ municipality }) => name(municipality) },
      { id: 'begun', title: heads.begun, value: ({ begun }) => (begun ? heads.yes : heads.no) },
      { id: 'has', title: heads.what, value: ({ has }) => has.map(nameOf) },
      { id: 'systems', title: heads.systems, value: ({ systems }) => systems },
    ];
    return sheetReply(format, columns, places, files.map);
  },
});

type Side = {
  readonly component: string;
  readonly organisation: string;
  readonly product: string | null;
  readonly ends: string | null;
};

const compare = route({
  method: 'GET',
  path: fileOf(at.compare),
  access: landscapeAccess,
  query: CompareQuery.extend(Format),
  handle: async (context, { query: { format, ...query } }) => {
    const ground = await groundOf(context);
    if (ground === null) return missing;
    const asked = await compareAsked(ground, query);
    if (asked === null) return missing;
    const { organisations, networks, omrade, lika, slutar } = asked;
    const { comparison, products } = await compareOrganisations(context.tx, ground.reader, {
      organisations,
      networks,
      components: componentsAsked(ground.reader.taxonomy, { funktion: undefined, omrade }),
      filter: { same: lika, before: slutar === undefined ? null : `${slutar}-01-01` },
    });
    const name = await namesOf(context.tx, organisations);
    const { heads, files } = wordsIn(ground);
    const rows = comparison.rows.flatMap(({ component, cells }) =>
      cells.flatMap(({ items }, n): readonly Side[] => {
        const side = { component, organisation: name(organisations[n] ?? '') };
        return items.length === 0
          ? [{ ...side, product: null, ends: null }]
          : items.map(({ product, ends }) => ({ ...side, product: products.name(product), ends }));
      }),
    );
    const columns: readonly SheetColumn<Side>[] = [
      { id: 'function', title: heads.function, value: ({ component }) => componentName(ground, component) },
      { id: 'organisation', title: heads.organisation, value: ({ organisation }) => organisation },
      { id: 'product', title: headOf('product', ground.language), value: ({ product }) => product },
      { id: 'ends', title: heads.ends, value: ({ ends }) => ends },
    ];
    return sheetReply(format, columns, rows, files.compare);
  },
});

const horizon = route({
  method: 'GET',
  path: fileOf(at.horizon),
  access: landscapeAccess,
  query: HorizonQuery.extend(Format),
  handle: async (context, { query: { format, ...query } }) => {
    const ground = await groundOf(context);
    if (ground === null) return missing;
    const { uses, products, name } = await readSeen(ground, await horizonAsked(ground, query));
    const { heads, files } = wordsIn(ground);
    const columns: readonly SheetColumn<Known>[] = [
      { id: 'ends', title: heads.ends, value: ({ ends }) => ends },
      { id: 'noticeBy', title: heads.noticeBy, value: ({ noticeBy }) => noticeBy },
      { id: 'latest', title: heads.latest, value: latestOf },
      { id: 'organisation', title: heads.organisation, value: ({ user }) => name(user) },
      {
        id: 'product',
        title: headOf('product', ground.language),
        value: ({ product }) => products.name(product),
      },
      {
        id: 'supplier',
        title: headOf('supplier', ground.language),
        value: ({ product }) => supplierName(products, product),
      },
      { id: 'price', title: heads.price, value: ({ price }) => price },
    ];
    return sheetReply(format, columns, uses, files.horizon);
  },
});

/** Every list of what all use as a file, with the reader's eyes. */
export const everybodyFileRoutes: readonly AnyRoute[] = [search, map, compare, horizon, ...talkFileRoutes];
