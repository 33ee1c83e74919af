import { link, missing, route, suppliersOnly, type AnyRoute } from '../../../../platform/http/index.ts';
import type { LinkListItem } from '../../../../ui/index.ts';
import { catalogue as work, openCatalogue, supplying as at } from '../../addresses.ts';
import { wordsOf } from '../../catalogue/spelling.ts';
import { ProductsPage } from '../../pages/supplying/products.tsx';
import { StartPage } from '../../pages/supplying/start.tsx';
import { listMade } from '../../supplying/claims/store.ts';
import { findCounts } from '../../supplying/counts.ts';
import { listNews } from '../../supplying/news.ts';
import { findOrganisation } from '../../../organisations/index.ts';
import { countedIn, readGround, supplyingPage, to, type Ground } from './ground.tsx';
import { standingOf, type Standing } from './product-lines.ts';
import { searchedBy, SearchedQuery } from './searched.ts';

/** Products that the start shows, and things to do. */
const shownAtStart = 6;

const idsOf = ({ own }: Ground): readonly string[] => own.products.map(({ record }) => record.id);

function todoOf(ground: Ground, standing: readonly Standing[], news: number): readonly LinkListItem[] {
  const words = ground.words.start;
  const fresh: readonly LinkListItem[] =
    news === 0
      ? []
      : [{ id: 'news', title: words.news(news), note: words.newsNote, to: to(ground, at.news) }];
  const silent = standing
    .filter(({ product }) => product.components.length === 0)
    .map(({ product, line }) => ({
      id: `does-${product.id}`,
      title: words.noComponents(product.name),
      note: words.noComponentsNote,
      to: line.changeTo,
    }));
  const lacking = standing
    .filter((one) => one.lacking > 0)
    .map((one, index) => ({
      id: `answers-${one.product.id}`,
      title: words.lacking(one.product.name, one.lacking),
      ...(index === 0 ? { note: words.lackingNote } : {}),
      to: one.line.standardsTo,
    }));
  return [...fresh, ...silent, ...lacking].slice(0, shownAtStart);
}

const showStart = route({
  method: 'GET',
  path: at.start.path,
  access: suppliersOnly,
  handle: async (context) => {
    const ground = await readGround(context);
    const { words, organisation, own, catalogue } = ground;
    const found = await findOrganisation(context.tx, organisation);
    if (found === null) return missing;
    const counts = await findCounts(context.tx, idsOf(ground));
    const standing = await standingOf(ground, own.products, counts);
    const news = await listNews(context.tx, organisation, { own, page: 1 });
    const claims = await listMade(context.tx, organisation, { search: '', page: 1 });
    const view = {
      words,
      name: found.name,
      records: own.suppliers.map((id) => ({
        id,
        name: catalogue.suppliers.get(id)?.record.name ?? id,
        to: link(openCatalogue.supplier, { supplier: id }),
      })),
      todo: todoOf(ground, standing, news.total),
      products: standing.slice(0, shownAtStart).map(({ line }) => line),
      allProducts: to(ground, at.products),
      counted: countedIn(ground, counts),
      customers: words.start.customersNote(claims.total, claims.confirmed),
      claimsTo: to(ground, at.claims),
    };
    const content = <StartPage {...view} />;
    return supplyingPage(ground, { part: 'start', title: found.name, content });
  },
});

const perPage = 25;

const showProducts = route({
  method: 'GET',
  path: at.products.path,
  access: suppliersOnly,
  query: SearchedQuery,
  handle: async (context, { query }) => {
    const ground = await readGround(context);
    const { words, own } = ground;
    const { q, sida } = query;
    const asked = wordsOf(q);
    const met = own.products.filter(({ record }) => {
      const written = wordsOf([record.name, ...record.aliases, ...record.formerNames].join(' '));
      return asked.every((word) => written.some((one) => one.startsWith(word)));
    });
    const shown = met.slice((sida - 1) * perPage, sida * perPage);
    const counts = await findCounts(context.tx, idsOf(ground));
    const standing = await standingOf(ground, shown, counts);
    const view = {
      words,
      summary: words.products.summary(own.products.length),
      counted: countedIn(ground, counts),
      addTo: to(ground, work.addProduct),
      list: searchedBy(query, {
        total: met.length,
        perPage,
        at: (asked) => to(ground, at.products, {}, asked),
      }),
      rows: standing.map(({ line }) => line),
      range: words.products.count((sida - 1) * perPage + 1, (sida - 1) * perPage + shown.length, met.length),
    };
    const content = <ProductsPage {...view} />;
    return supplyingPage(ground, { part: 'products', title: words.products.title, content });
  },
});

export const startRoutes: readonly AnyRoute[] = [showStart, showProducts];
