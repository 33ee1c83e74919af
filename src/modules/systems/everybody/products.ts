import { standsFor, type Catalogue } from '../catalogue/catalogue.ts';
import type { Product } from '../catalogue/record.ts';
import { allComponents, inEdition, newestEdition } from '../taxonomy/editions.ts';

/** The catalogue as what is in use is read by: registered products, and the records that stand for them. */
export type Products = {
  /** The record that stands for a registered product. */
  readonly standing: (registered: string) => string;
  /** Every product that a record stands for. */
  readonly registered: (standing: string) => readonly string[];
  readonly record: (standing: string) => Product | null;
  readonly name: (standing: string) => string;
  readonly supplier: (standing: string) => string | null;
  readonly supplierName: (supplier: string) => string;
  /** What it does, in the components of the newest edition. */
  readonly components: (standing: string) => readonly string[];
  /** The areas of those, each once. */
  readonly areas: (standing: string) => readonly string[];
  readonly all: () => Iterable<string>;
};

const made = new WeakMap<Catalogue, Products>();

export function productsOf(catalogue: Catalogue): Products {
  const before = made.get(catalogue);
  if (before !== undefined) return before;
  const products = makeProducts(catalogue);
  made.set(catalogue, products);
  return products;
}

function makeProducts({ products, suppliers }: Catalogue): Products {
  const stands = new Map([...products.keys()].map((id) => [id, standsFor(products, id)]));
  const clusters = Map.groupBy(stands.keys(), (id) => stands.get(id) ?? id);
  const record = (id: string): Product | null => products.get(id)?.record ?? null;
  const components = new Map(
    [...clusters.keys()].map((id) => [id, inEdition(newestEdition(), record(id)?.components ?? [])]),
  );
  const areas = new Map([...components].map(([id, own]) => [id, areasOf(own)]));
  const supplied = new Map(
    [...clusters.keys()].map((id) => {
      const supplier = record(id)?.supplier;
      return [id, supplier === undefined ? null : standsFor(suppliers, supplier)];
    }),
  );
  return {
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

/** The areas that components are of, each once. */
export const areasOf = (components: readonly string[]): readonly string[] => [
  ...new Set(components.flatMap((id) => allComponents().get(id)?.area ?? [])),
];
