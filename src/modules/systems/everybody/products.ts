import { standsFor, type Catalogue } from '../catalogue/catalogue.ts';
import type { Product } from '../catalogue/record.ts';
import type { OwnTaxonomy } from '../taxonomy/own.ts';
import { areasIn, componentsIn, everybodysTaxonomy } from '../taxonomy/reading.ts';

/** The catalogue as what is in use is read by: registered products, and the records that stand for them. */
export type Products = {
  /** By which components and areas are read. */
  readonly taxonomy: OwnTaxonomy;
  /** The record that stands for a registered product. */
  readonly standing: (registered: string) => string;
  /** Every product that a record stands for. */
  readonly registered: (standing: string) => readonly string[];
  readonly record: (standing: string) => Product | null;
  readonly name: (standing: string) => string;
  readonly supplier: (standing: string) => string | null;
  readonly supplierName: (supplier: string) => string;
  /** What it does, in the components of the taxonomy. */
  readonly components: (standing: string) => readonly string[];
  /** The areas of those, each once. */
  readonly areas: (standing: string) => readonly string[];
  readonly all: () => Iterable<string>;
};

/** How many ways of reading one catalogue are kept: most organisations read alike. */
const mostKept = 32;
const made = new WeakMap<Catalogue, Map<string, Products>>();

/** By everybody's taxonomy unless another is given. */
export function productsOf(catalogue: Catalogue, taxonomy: OwnTaxonomy = everybodysTaxonomy()): Products {
  const known = made.get(catalogue) ?? new Map<string, Products>();
  made.set(catalogue, known);
  const before = known.get(taxonomy.key);
  if (before !== undefined) return before;
  const products = makeProducts(catalogue, taxonomy);
  const [oldest] = known.keys();
  if (known.size >= mostKept && oldest !== undefined) known.delete(oldest);
  known.set(taxonomy.key, products);
  return products;
}

function makeProducts({ products, suppliers }: Catalogue, taxonomy: OwnTaxonomy): Products {
  const stands = new Map([...products.keys()].map((id) => [id, standsFor(products, id)]));
  const clusters = Map.groupBy(stands.keys(), (id) => stands.get(id) ?? id);
  const record = (id: string): Product | null => products.get(id)?.record ?? null;
  const components = new Map(
    [...clusters.keys()].map((id) => [id, componentsIn(taxonomy, record(id)?.components ?? [])]),
  );
  const areas = new Map([...components].map(([id, own]) => [id, areasIn(taxonomy, own)]));
  const supplied = new Map(
    [...clusters.keys()].map((id) => {
      const supplier = record(id)?.supplier;
      return [id, supplier === undefined ? null : standsFor(suppliers, supplier)];
    }),
  );
  return {
    taxonomy,
    standing: (id) => stands.get(id) ?? id,
    registered: (id) => clusters.get(id) ?? [],
    record,
    name: (id) => record(id)?.name ?? id,
    supplier: (id) => supplied.get(id) ?? null,
    supplierName: (id) => suppliers.get(id)?.record.name ?? id,
    components: (id) => components.get(id) ?? [],
    areas: (id) => areas.get(id) ?? [],
    all: () => clusters.keys(),
  };
}
