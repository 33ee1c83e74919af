import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { didYouMean, toQuery } from '../../../platform/search/index.ts';
import { inAnyEdition, newestEdition } from '../taxonomy/editions.ts';
import type { Edition } from '../taxonomy/edition.ts';
import { clusters, standsFor, type Catalogue } from './catalogue.ts';
import { readCatalogue } from './reading.ts';
import type { Product, Supplier } from './record.ts';
import { findableBy } from './words.ts';

/** Rows a page of a list. */
export const perPage = 25;

export type ProductFilter = {
  readonly area?: string | undefined;
  readonly component?: string | undefined;
  readonly supplier?: string | undefined;
  /** That it keeps to, wholly or in part, as its supplier or somebody else says. */
  readonly standard?: string | undefined;
  /** Any of these, in place of an area or one alone. */
  readonly components?: readonly string[];
  /** The edition that area and component are of; the newest where none is given. */
  readonly edition?: Edition;
};

export type ProductHit = { readonly product: Product; readonly supplier: Supplier | null };

export type ProductsFound = {
  readonly hits: readonly ProductHit[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** The question with its words put right, where nothing was found. */
  readonly didYouMean: string | null;
};

/** The product's supplier, after all merges. */
export function supplierOf(catalogue: Catalogue, { supplier }: Product): Supplier | null {
  if (supplier === undefined) return null;
  return catalogue.suppliers.get(standsFor(catalogue.suppliers, supplier))?.record ?? null;
}

/** The components that a filter asks for, in any edition's ids; null for all. */
function wantedComponents({
  area,
  component,
  components,
  edition = newestEdition(),
}: ProductFilter): readonly string[] | null {
  if (component !== undefined) return inAnyEdition(edition, [component]);
  if (components !== undefined) return inAnyEdition(edition, components);
  if (area === undefined) return null;
  return inAnyEdition(
    edition,
    edition.components.filter((one) => one.area === area).map(({ id }) => id),
  );
}

/**
 * Products that a question in Swedish or English finds, best first; without a question all, in Swedish order. Pages
 * count from 1, 25 rows each.
 */
export async function searchProducts(
  tx: Tx,
  question: string,
  asked: ProductFilter & { readonly page: number },
): Promise<ProductsFound> {
  const catalogue = await readCatalogue(tx);
  const { ids, total } = await findIds(tx, catalogue, { question, ...asked, limit: perPage });
  const hits = ids.flatMap((id): readonly ProductHit[] => {
    const product = catalogue.products.get(id)?.record;
    return product === undefined ? [] : [{ product, supplier: supplierOf(catalogue, product) }];
  });
  const meant = total > 0 || question.trim() === '' ? null : didYouMean(question, vocabularyOf(catalogue));
  return { hits, total, page: asked.page, pages: Math.max(1, Math.ceil(total / perPage)), didYouMean: meant };
}

/** Everything that a search finds, for an export. */
export async function listProducts(
  tx: Tx,
  question: string,
  filter: ProductFilter,
): Promise<readonly ProductHit[]> {
  const catalogue = await readCatalogue(tx);
  const { ids } = await findIds(tx, catalogue, { question, ...filter, page: 1, limit: 100_000 });
  return ids.flatMap((id) => {
    const product = catalogue.products.get(id)?.record;
    return product === undefined ? [] : [{ product, supplier: supplierOf(catalogue, product) }];
  });
}

type Asked = ProductFilter & { readonly question: string; readonly page: number; readonly limit: number };

async function findIds(
  tx: Tx,
  catalogue: Catalogue,
  { question, page, limit, ...filter }: Asked,
): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
  const query = toQuery(question);
  const components = wantedComponents(filter);
  const { supplier, standard } = filter;
  const supplying =
    supplier === undefined
      ? null
      : (clusters(catalogue.suppliers)
          .get(supplier)
          ?.map(({ record }) => record.id) ?? [supplier]);
  const rank =
    query === ''
      ? sql``
      : sql`(lower(p.name) = lower(${question.trim()}))::int * 10
          + ts_rank('{0.1, 0.3, 0.5, 1}', p.vector, ${query}::tsquery) desc,`;
  const { rows } = await sql<{ id: string; total: number }>`
    select p.id, count(*) over ()::int as total from systems.products p
    where p.merged_into is null and not p.withdrawn
      and ${query === '' ? sql`true` : sql`p.vector @@ ${query}::tsquery`}
      and ${components === null ? sql`true` : sql`p.components && ${components}::text[]`}
      and ${supplying === null ? sql`true` : sql`p.supplier_id = any(${supplying}::text[])`}
      and ${standard === undefined ? sql`true` : keepsTo(standard)}
    order by ${rank} p.name, p.id limit ${limit} offset ${(page - 1) * limit}`.execute(tx);
  const total = rows[0]?.total ?? (page === 1 ? 0 : await countAll(tx, catalogue, { question, ...filter }));
  return { ids: rows.map(({ id }) => id), total };
}

/** What others say of a product, or what a supplier that looks after it answers. */
const keepsTo = (standard: string) => sql`(
  p.record -> 'standards' @> ${JSON.stringify([{ standard }])}::jsonb
  or exists (
    select from systems.standard_answers a join systems.products own on own.id = a.product_id
    join systems.suppliers one on one.id = p.supplier_id
    join systems.suppliers s on s.stands_for = one.stands_for
    join systems.supplier_records r on r.supplier_id = s.id and r.organisation_id = a.organisation_id
    where own.stands_for = p.id and a.standard = ${standard} and a.answer in ('meets', 'partly')))`;

/** A page past the end has no row to say how many there are. */
async function countAll(
  tx: Tx,
  catalogue: Catalogue,
  asked: ProductFilter & { readonly question: string },
): Promise<number> {
  return (await findIds(tx, catalogue, { ...asked, page: 1, limit: 1 })).total;
}

const vocabularies = new WeakMap<Catalogue, ReadonlySet<string>>();

/** Every word that a product of the catalogue is found by. */
function vocabularyOf(catalogue: Catalogue): ReadonlySet<string> {
  const made = vocabularies.get(catalogue);
  if (made !== undefined) return made;
  const supplying = clusters(catalogue.suppliers);
  const found = [...clusters(catalogue.products)].flatMap(([, entries]) => {
    const supplier = entries[0]?.record.supplier;
    const head = supplier === undefined ? undefined : standsFor(catalogue.suppliers, supplier);
    return findableBy(entries, head === undefined ? [] : (supplying.get(head) ?? [])).words;
  });
  const words = new Set(found);
  vocabularies.set(catalogue, words);
  return words;
}
