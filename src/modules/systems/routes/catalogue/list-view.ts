import { z } from 'zod';
import { link, type Context, type Language } from '../../../../platform/http/index.ts';
import { clusters, standsFor, type Catalogue } from '../../catalogue/catalogue.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import { searchProducts } from '../../catalogue/search.ts';
import { openCatalogue } from '../../addresses.ts';
import type { ListView } from '../../pages/catalogue/list.tsx';
import { inEdition } from '../../taxonomy/editions.ts';
import type { OwnTaxonomy } from '../../taxonomy/own.ts';
import { areasInOrder } from '../../taxonomy/reading.ts';

export const FilterQuery = z.object({
  q: z.string().trim().max(200).default(''),
  area: z.string().max(100).optional(),
  component: z.string().max(100).optional(),
  supplier: z.string().max(100).optional(),
  standard: z.string().max(100).optional(),
});
export type FilterQuery = Readonly<z.infer<typeof FilterQuery>>;

export const ListPage = FilterQuery.extend({ page: z.coerce.number().int().min(1).max(10_000).default(1) });
export type ListPage = Readonly<z.infer<typeof ListPage>>;

/** How many products each area has. */
export function countAreas(catalogue: Catalogue, taxonomy: OwnTaxonomy, language: Language = 'sv') {
  const { edition, components } = taxonomy;
  const areaOf = new Map(components.map(({ id, area }) => [id, area]));
  const counts = new Map<string, number>();
  for (const entries of clusters(catalogue.products).values()) {
    const [entry] = entries;
    if (entry === undefined || entry.withdrawn) continue;
    const own = inEdition(edition, entry.record.components).flatMap((id) => areaOf.get(id) ?? []);
    for (const area of new Set(own)) counts.set(area, (counts.get(area) ?? 0) + 1);
  }
  return areasInOrder(taxonomy, language).map((area) => ({ area, count: counts.get(area.id) ?? 0 }));
}

/** What a filter means to search, in an organisation's own words or in everybody's. */
export function searchFilter({ area, component, supplier, standard }: FilterQuery, taxonomy: OwnTaxonomy) {
  const { edition, components } = taxonomy;
  const within = components.filter((one) => one.area === area).map(({ id }) => id);
  return {
    edition,
    supplier,
    standard,
    ...(component === undefined ? (area === undefined ? {} : { components: within }) : { component }),
  };
}

/** The list of products at an address that has no parameters but those of the query. */
export async function listView(
  { tx, language }: Context,
  {
    query,
    taxonomy,
    address,
  }: {
    readonly query: ListPage;
    readonly taxonomy: OwnTaxonomy;
    readonly address: (query: Readonly<Record<string, string | number | undefined>>) => string;
  },
): Promise<ListView> {
  const found = await searchProducts(tx, query.q, { ...searchFilter(query, taxonomy), page: query.page });
  const catalogue = await readCatalogue(tx);
  const { page, q, ...filters } = query;
  const kept = { q: q === '' ? undefined : q, ...filters };
  const supplierId = query.supplier;
  const supplier =
    supplierId === undefined || !catalogue.suppliers.has(supplierId)
      ? undefined
      : catalogue.suppliers.get(standsFor(catalogue.suppliers, supplierId));
  return {
    language,
    query,
    found,
    areas: countAreas(catalogue, taxonomy, language),
    supplierName: supplier?.record.name ?? null,
    action: address({}),
    at: (change) => address({ ...kept, page: page === 1 ? undefined : page, ...change }),
    sheet: (format) => link(openCatalogue.export, {}, { ...kept, format }),
    product: (id) => link(openCatalogue.product, { product: id }),
    supplier: (id) => link(openCatalogue.supplier, { supplier: id }),
  };
}
