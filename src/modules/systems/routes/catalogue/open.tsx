import { z } from 'zod';
import {
  link,
  missing,
  open,
  route,
  see,
  type AnyRoute,
  type Context,
} from '../../../../platform/http/index.ts';
import { PageHead } from '../../../../ui/index.ts';
import * as addresses from '../../addresses.ts';
import { cluster, standsFor, type Catalogue } from '../../catalogue/catalogue.ts';
import { toPubliccode } from '../../catalogue/publiccode.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import type { Product } from '../../catalogue/record.ts';
import { listProducts, supplierOf } from '../../catalogue/search.ts';
import { productColumns } from '../../catalogue/sheet.ts';
import { formatDate } from '../../../../platform/text/index.ts';
import { findStandard } from '../../catalogue/standards.ts';
import { listAnswers } from '../../supplying/answers.ts';
import { supplyingTexts } from '../../texts/supplying.ts';
import { ProductList } from '../../pages/catalogue/list.tsx';
import { ProductPage } from '../../pages/catalogue/product.tsx';
import type { StatedStandard } from '../../pages/catalogue/stated.tsx';
import { sheetFormats, sheetReply } from '../../sheets/write.ts';
import { inEdition, newestEdition } from '../../taxonomy/editions.ts';
import { ownTaxonomy } from '../../taxonomy/own.ts';
import { catalogueTexts } from '../../texts/catalogue.ts';
import { FilterQuery, ListPage, listView, searchFilter } from './list-view.ts';
import { changeAt, historyAt, otherNames, usersAt } from './record-view.ts';
import { supplierRoutes } from './suppliers.tsx';

const frame = { kind: 'work', area: 'systems' } as const;
const at = addresses.openCatalogue;
const everybodys = () => ownTaxonomy(newestEdition(), {});

const showSearch = route({
  method: 'GET',
  path: at.search.path,
  access: open,
  query: ListPage,
  handle: async (context, { query }) => {
    const words = catalogueTexts(context.language).open;
    const view = await listView(context, {
      query,
      taxonomy: everybodys(),
      address: (asked) => link(at.search, {}, asked),
    });
    return {
      kind: 'page',
      title: words.title,
      frame,
      content: (
        <>
          <PageHead title={words.title} summary={words.summary} />
          <ProductList view={view} />
        </>
      ),
    };
  },
});

const exportList = route({
  method: 'GET',
  path: at.export.path,
  access: open,
  query: FilterQuery.extend({ format: z.enum(sheetFormats).default('csv') }),
  handle: async ({ tx, language }, { query }) => {
    const rows = await listProducts(tx, query.q, searchFilter(query, everybodys()));
    return sheetReply(query.format, productColumns(language), rows, 'system');
  },
});

function likeOf(catalogue: Catalogue, product: Product) {
  const own = new Set(product.components);
  return [...catalogue.products.values()]
    .filter(
      ({ record, mergedInto, withdrawn }) => mergedInto === null && !withdrawn && record.id !== product.id,
    )
    .map(({ record }) => ({ record, shared: record.components.filter((id) => own.has(id)).length }))
    .filter(({ shared }) => shared > 0)
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, 8)
    .map(({ record }) => ({
      id: record.id,
      name: record.name,
      supplier: supplierOf(catalogue, record)?.name ?? '',
    }));
}

/** The product that an address names; the one that stands for it where it has been merged. */
async function findProduct(context: Context, id: string) {
  const catalogue = await readCatalogue(context.tx);
  const entry = catalogue.products.get(id);
  if (entry === undefined || entry.withdrawn) return null;
  return { catalogue, entry, head: standsFor(catalogue.products, id) };
}

/** The supplier's own answers on standards, in words. */
async function statedOf({ tx, language }: Context, id: string): Promise<readonly StatedStandard[]> {
  const { standards: words } = supplyingTexts(language);
  const answers = (await listAnswers(tx, [id])).get(id) ?? [];
  return answers.flatMap(({ standard, answer, since, evidence, at: when }) => {
    const known = findStandard(standard);
    if (known === null) return [];
    const version = since === '' ? '' : ` ${words.from(since)}`;
    const said = words.stated(formatDate(when, language));
    const { name, web } = known;
    return [{ id: standard, name, web, answer: `${words.answers[answer]}${version}.`, evidence, said }];
  });
}

const showProduct = route({
  method: 'GET',
  path: at.product.path,
  access: open,
  handle: async (context, { params }) => {
    const found = await findProduct(context, params.product);
    if (found === null) return missing;
    const { catalogue, entry, head } = found;
    if (head !== params.product) return see(link(at.product, { product: head }));
    const product = entry.record;
    const { language } = context;
    const { edition, components } = everybodys();
    const own = new Set(inEdition(edition, product.components));
    const view = {
      language,
      product,
      supplier: supplierOf(catalogue, product),
      ...otherNames(product, cluster(catalogue.products, head)),
      components: components.filter(({ id }) => own.has(id)),
      areaName: (id: string) => edition.areas.find((area) => area.id === id)?.name[language] ?? id,
      like: likeOf(catalogue, product),
      stated: await statedOf(context, head),
      trail: [
        { title: catalogueTexts(language).open.title, to: link(at.search, {}) },
        { title: product.name },
      ],
      addresses: {
        supplier: (supplier: string) => link(at.supplier, { supplier }),
        product: (id: string) => link(at.product, { product: id }),
        component: (component: string) => link(at.search, {}, { component }),
        publiccode: toPubliccode(product, null, '') === null ? null : link(at.publiccode, { product: head }),
        change: await changeAt(context, 'product', head),
        history: historyAt(context, 'product', head),
        users: usersAt(context, head),
      },
    };
    return { kind: 'page', title: product.name, frame, content: <ProductPage view={view} /> };
  },
});

const downloadPubliccode = route({
  method: 'GET',
  path: at.publiccode.path,
  access: open,
  handle: async (context, { params }) => {
    const found = await findProduct(context, params.product);
    if (found === null) return missing;
    const { catalogue, head } = found;
    const product = catalogue.products.get(head)?.record;
    if (product === undefined) return missing;
    const address = `${context.origin}${link(at.product, { product: head })}`;
    const text = toPubliccode(product, supplierOf(catalogue, product), address);
    if (text === null) return missing;
    return {
      kind: 'file',
      name: 'publiccode.yml',
      type: 'application/yaml',
      bytes: new TextEncoder().encode(text),
    };
  },
});

export const openRoutes: readonly AnyRoute[] = [
  showSearch,
  exportList,
  ...supplierRoutes,
  showProduct,
  downloadPubliccode,
];
