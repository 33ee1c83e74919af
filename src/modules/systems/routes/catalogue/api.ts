import { z } from 'zod';
import { json, missing, open, route, type AnyRoute, type Reply } from '../../../../platform/http/index.ts';
import { clusters, namesOf, standsFor, type Catalogue, type Entry } from '../../catalogue/catalogue.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import { Product, Supplier } from '../../catalogue/record.ts';
import { listProducts } from '../../catalogue/search.ts';
import { Edition } from '../../taxonomy/edition.ts';
import { editions, findEdition, newestEdition } from '../../taxonomy/editions.ts';
import { ownTaxonomy } from '../../taxonomy/own.ts';
import { FilterQuery, searchFilter } from './list-view.ts';
import { changingApi } from './api-change.ts';

const tag = 'Systems';

/** A record with what the catalogue says around it. */
const around = {
  /** Every name that leads to it, its own first. */
  names: z.array(z.string()),
  /** The record that stands for it; itself where it is merged into none. */
  standsFor: z.string(),
  /** It came with Kommons. Who added what did not is not told: whoever adds a product may well use it. */
  shipped: z.boolean(),
};
const ProductBody = Product.extend(around);
const SupplierBody = Supplier.extend(around);

const Cursor = z.object({
  after: z.string().max(200).default('').meta({ description: 'the `next` of the page before' }),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

const shown = <R extends Product | Supplier>(
  entries: ReadonlyMap<string, Entry<R>>,
  all: ReadonlyMap<string, readonly Entry<R>[]>,
  { record, madeBy }: Entry<R>,
) => {
  const head = standsFor(entries, record.id);
  const names = namesOf(head === record.id ? (all.get(head) ?? []) : [entryOf(entries, record.id)]);
  return { ...record, names, standsFor: head, shipped: madeBy === null };
};

function entryOf<R>(entries: ReadonlyMap<string, Entry<R>>, id: string): Entry<R> {
  const entry = entries.get(id);
  if (entry === undefined) throw new Error(`${id} is not in the catalogue`);
  return entry;
}

/** A page of what is sorted by id, from after a cursor. */
function paged<T extends { readonly id: string }>(
  all: readonly T[],
  { after, limit }: z.infer<typeof Cursor>,
) {
  const sorted = all.filter(({ id }) => id > after).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const rows = sorted.slice(0, limit);
  return { rows, next: sorted.length > limit ? (rows.at(-1)?.id ?? null) : null };
}

const listProductsApi = route({
  method: 'GET',
  path: '/api/v1/products',
  access: open,
  query: FilterQuery.extend(Cursor.shape),
  operation: {
    summary: 'Products of the catalogue by id, those of a question or a filter alone',
    tag,
    response: z.object({ rows: z.array(ProductBody), next: z.string().nullable() }),
  },
  handle: async ({ tx }, { query }) => {
    const everybodys = ownTaxonomy(newestEdition(), {});
    const found = await listProducts(tx, query.q, searchFilter(query, everybodys));
    const { rows, next } = paged(
      found.map(({ product }) => product),
      query,
    );
    const { products } = await readCatalogue(tx);
    const all = clusters(products);
    return json({ rows: rows.map(({ id }) => shown(products, all, entryOf(products, id))), next });
  },
});

function one<R extends Product | Supplier>(entries: ReadonlyMap<string, Entry<R>>, id: string): Reply {
  const entry = entries.get(id);
  return entry === undefined || entry.withdrawn ? missing : json(shown(entries, clusters(entries), entry));
}

const showProductApi = route({
  method: 'GET',
  path: '/api/v1/products/:product',
  access: open,
  operation: { summary: 'A product; also one that is merged into another', tag, response: ProductBody },
  handle: async ({ tx }, { params }) => one((await readCatalogue(tx)).products, params.product),
});

const standing = (catalogue: Catalogue) =>
  [...catalogue.suppliers.values()].filter(({ mergedInto, withdrawn }) => mergedInto === null && !withdrawn);

const listSuppliersApi = route({
  method: 'GET',
  path: '/api/v1/suppliers',
  access: open,
  query: Cursor.extend({ q: z.string().trim().max(200).default('') }),
  operation: {
    summary: 'Suppliers by id, those whose names hold a text alone',
    tag,
    response: z.object({ rows: z.array(SupplierBody), next: z.string().nullable() }),
  },
  handle: async ({ tx }, { query }) => {
    const catalogue = await readCatalogue(tx);
    const all = clusters(catalogue.suppliers);
    const asked = query.q.toLowerCase();
    const rows = standing(catalogue)
      .map((entry) => shown(catalogue.suppliers, all, entry))
      .filter(({ names }) => names.some((name) => name.toLowerCase().includes(asked)));
    return json(paged(rows, query));
  },
});

const showSupplierApi = route({
  method: 'GET',
  path: '/api/v1/suppliers/:supplier',
  access: open,
  operation: { summary: 'A supplier; also one that is merged into another', tag, response: SupplierBody },
  handle: async ({ tx }, { params }) => one((await readCatalogue(tx)).suppliers, params.supplier),
});

const listEditionsApi = route({
  method: 'GET',
  path: '/api/v1/taxonomy',
  access: open,
  operation: {
    summary: 'The editions of the taxonomy, oldest first',
    tag,
    response: z.object({ editions: z.array(z.object({ version: z.string(), from: z.string() })) }),
  },
  handle: async () => json({ editions: editions().map(({ version, from }) => ({ version, from })) }),
});

const showEditionApi = route({
  method: 'GET',
  path: '/api/v1/taxonomy/:edition',
  access: open,
  operation: { summary: 'An edition: areas, components and mappings', tag, response: Edition },
  handle: async (_, { params }) => {
    const found = findEdition(params.edition);
    return found === null ? missing : json(found);
  },
});

export const catalogueApi: readonly AnyRoute[] = [
  listProductsApi,
  showProductApi,
  listSuppliersApi,
  showSupplierApi,
  listEditionsApi,
  showEditionApi,
  ...changingApi,
];
