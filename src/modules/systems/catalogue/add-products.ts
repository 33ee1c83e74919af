import { addRecords, alikeIn, type Deed, type Wanted } from './actions.ts';
import { onlySure, recogniseSupplier, sure } from './recognise.ts';
import { lockCatalogue } from './store.ts';

/** A product that the catalogue lacks, with the name of its supplier, or none. */
export type NewProduct = {
  readonly name: string;
  readonly supplier: string;
  readonly what: string;
  readonly components: readonly string[];
  /** Products of the same name that it is known not to be. */
  readonly apart: Wanted['apart'];
};

export type AddedProduct = {
  readonly id: string;
  /** Somebody else was first: it was in the catalogue by that name, and is not added once more. */
  readonly known: boolean;
};

const plain = (text: string): string => text.trim().toLowerCase();
const keyOf = ({ name, supplier }: NewProduct): string => `${plain(name)}\n${plain(supplier)}`;

/** The ids of what nobody can refuse: whoever adds products for an organisation may, and no name is taken. */
async function add(deed: Deed, wanted: readonly Wanted[]): Promise<readonly string[]> {
  if (wanted.length === 0) return [];
  const added = await addRecords(deed, wanted);
  if (!added.ok) throw new Error(`new records were refused: ${added.failure.kind}`);
  return added.records.map((one) => {
    if (!one.ok) throw new Error('a name is taken that was free');
    return one.id;
  });
}

/** Suppliers by their names as typed. Those that are new are added; none for a name that may be several's. */
async function suppliersFor(deed: Deed, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const catalogue = await lockCatalogue(deed.tx);
  const byName = new Map(names.filter((name) => name !== '').map((name) => [plain(name), name]));
  const found = [...byName].map(([key, name]) => ({ key, name, near: recogniseSupplier(catalogue, name) }));
  const fresh = found.filter(({ near }) => !near.some(({ score }) => score >= sure));
  const ids = await add(
    deed,
    fresh.map(({ name }) => ({
      of: 'supplier',
      record: { name, aliases: [], formerNames: [] },
      apart: [],
    })),
  );
  const made = new Map(fresh.map(({ key }, at) => [key, ids[at]]));
  return new Map(
    found.flatMap(({ key, near }) => {
      const id = made.get(key) ?? onlySure(near)?.id;
      return id === undefined ? [] : [[key, id] as const];
    }),
  );
}

function recordOf({ name, what, components }: NewProduct, supplier: string | undefined) {
  return {
    name,
    ...(supplier === undefined ? {} : { supplier }),
    aliases: [],
    formerNames: [],
    components: [...components],
    what: { sv: what, en: '' },
    hosting: [],
    licence: 'proprietary' as const,
    standards: [],
    interfaces: [],
    versions: [],
  };
}

/**
 * Puts products that the catalogue lacks into it, for everybody to find; what became of each, in the order given. The
 * same written twice is one. What somebody else has added by the same name meanwhile is taken as it is.
 */
export async function addProducts(
  deed: Deed,
  products: readonly NewProduct[],
): Promise<readonly AddedProduct[]> {
  if (products.length === 0) return [];
  const catalogue = await lockCatalogue(deed.tx);
  const asked = new Map(products.map((product) => [keyOf(product), product]));
  const looked = [...asked].map(([key, product]) => {
    const alike = alikeIn(catalogue, { of: 'product', ...product });
    return { key, product, alike, known: onlySure(alike) };
  });
  const fresh = looked.filter(({ known }) => known === null);
  const suppliers = await suppliersFor(
    deed,
    fresh.map(({ product }) => product.supplier),
  );
  const ids = await add(
    deed,
    fresh.map(({ product, alike }) => ({
      of: 'product',
      record: recordOf(product, suppliers.get(plain(product.supplier))),
      apart: product.apart === 'all' ? 'all' : [...product.apart, ...alike.map(({ id }) => id)],
    })),
  );
  const made = new Map(fresh.map(({ key }, at) => [key, ids[at]]));
  const known = new Map(looked.map((one) => [one.key, one.known?.id]));
  return products.map((product) => {
    const key = keyOf(product);
    const id = known.get(key) ?? made.get(key);
    if (id === undefined) throw new Error('a product was neither there nor added');
    return { id, known: !made.has(key) };
  });
}
