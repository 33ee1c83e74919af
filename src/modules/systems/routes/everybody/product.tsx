import { z } from 'zod';
import { addMonths } from '../../../../kernel/dates/index.ts';
import { link, missing, route } from '../../../../platform/http/index.ts';
import { isoDay } from '../../../../platform/text/index.ts';
import { everybody as at, openCatalogue } from '../../addresses.ts';
import { soonMonths } from '../../everybody/horizon/horizon.ts';
import { namesOf } from '../../everybody/places.ts';
import { landscapeAccess } from '../../everybody/reader.ts';
import { page } from '../../everybody/search/filter.ts';
import { mostAsked } from '../../everybody/questions/ask.ts';
import { perPage, searchUsages } from '../../everybody/search/search.ts';
import { listSeenOf } from '../../everybody/seen.ts';
import { listUses } from '../../everybody/uses.ts';
import { ProductPage, type ProductView } from '../../pages/everybody/product-page.tsx';
import { saveOf } from '../connections/save-as.ts';
import { frame, groundOf, pageTo, trailOf, type Ground } from './ground.ts';
import { findingOf, having, mapParts, readMap } from './map-view.ts';
import { linesOf } from './search-view.ts';

async function productView(ground: Ground, product: string, sida: number): Promise<ProductView | null> {
  const { context, reader, words, language, organisation } = ground;
  const map = await readMap(ground, { of: 'product', product });
  const { products } = map;
  const standing = products.standing(product);
  const record = products.record(standing);
  if (record === null) return null;
  const found = await searchUsages(context.tx, reader, { filter: { produkt: standing }, page: sida });
  const today = isoDay(context.now);
  const near = new Set(reader.near);
  const inNear = having(map).filter(
    ({ municipality }) => near.has(municipality) && municipality !== organisation,
  );
  const uses = await listUses(context.tx, reader, {
    users: null,
    products: [standing],
    catalogue: products,
    endsFrom: today,
  });
  const soon = uses.filter(({ ends }) => ends !== null && ends <= addMonths(today, soonMonths)).length;
  const askable = await askableOf(
    ground,
    inNear.map(({ municipality }) => municipality),
    products.registered(standing),
  );
  const name = await namesOf(context.tx, askable);
  return {
    words,
    title: findingOf(ground, map),
    trail: trailOf(ground, { title: record.name }),
    what: record.what[language],
    summary: words.product.summary(having(map).length, inNear.length),
    ask:
      askable.length === 0
        ? null
        : {
            title:
              askable.length === 1
                ? words.search.askWhom(record.name, name(askable[0] ?? ''))
                : words.product.askAll(askable.length, record.name),
            to: pageTo(ground, at.newQuestion, {}, { till: askable.join(','), produkt: standing }),
          },
    links: [
      { title: words.product.about, to: link(openCatalogue.product, { product: standing }) },
      ...(soon === 0
        ? []
        : [
            {
              title: words.product.ends(soon),
              to: pageTo(ground, at.horizon, {}, { produkt: standing, natverk: 'alla' }),
            },
          ]),
    ],
    map: mapParts(ground, map),
    mapTo: pageTo(ground, at.map, {}, { produkt: standing }),
    rows: linesOf(ground, found),
    count:
      found.total === 0
        ? ''
        : words.search.range((sida - 1) * perPage + 1, Math.min(sida * perPage, found.total), found.total),
    page: sida,
    pages: found.pages,
    pageTo: (to) => pageTo(ground, at.product, { product: standing }, { sida: to }),
    save: saveOf(ground, at.search, { produkt: standing }),
  };
}

/** Those of the organisations that show whom to ask about one of the products, at most as many as are asked at once. */
async function askableOf(
  { context, reader, organisation }: Ground,
  users: readonly string[],
  products: readonly string[],
): Promise<readonly string[]> {
  const seen = await listSeenOf(context.tx, reader, { users, products });
  const askable = seen.filter(
    ({ facts, organisation: owner }) =>
      owner !== organisation && (facts.contact ?? facts.contactEmail) !== undefined,
  );
  return [...new Set(askable.map((one) => one.organisation))].slice(0, mostAsked);
}

const showProduct = route({
  method: 'GET',
  path: at.product.path,
  access: landscapeAccess,
  query: z.object({ sida: page }),
  handle: async (context, { params, query }) => {
    const ground = await groundOf(context);
    const view = ground === null ? null : await productView(ground, params.product, query.sida);
    if (view === null) return missing;
    return { kind: 'page', title: view.title, frame, content: <ProductPage {...view} /> };
  },
});

export const productRoutes = [showProduct] as const;
