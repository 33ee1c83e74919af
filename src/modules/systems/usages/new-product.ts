import type { Context } from '../../../platform/http/index.ts';
import { getOrganisation, getPerson } from '../../../platform/http/index.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Operation } from '../catalogue/operation.ts';
import { recogniseSupplier, sure } from '../catalogue/recognise.ts';
import { changeCatalogue } from '../catalogue/store.ts';

/** A product that the catalogue lacks, with the name of its supplier, or none. */
export type NewProduct = {
  readonly name: string;
  readonly supplier: string;
  readonly what: string;
  readonly components: readonly string[];
};

const longestId = 90;

/** An id by the name that nothing has yet: "eget-kalkylblad", "eget-kalkylblad-2". */
function freeId(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, longestId)
    .replaceAll(/^-+|-+$/gu, '');
  const first = plain === '' ? 'system' : plain;
  if (!taken.has(first)) return first;
  let n = 2;
  while (taken.has(`${first}-${n}`)) n += 1;
  return `${first}-${n}`;
}

/** The supplier as the catalogue knows it, or how it is added. */
function supplierFor(
  catalogue: Catalogue,
  name: string,
  { taken, madeBy }: { readonly taken: ReadonlySet<string>; readonly madeBy: string },
): { readonly id: string | null; readonly adds: readonly Operation[] } {
  if (name === '') return { id: null, adds: [] };
  const [best] = recogniseSupplier(catalogue, name);
  if (best !== undefined && best.score >= sure) return { id: best.id, adds: [] };
  const id = freeId(name, taken);
  const record = { id, name, aliases: [], formerNames: [] };
  return { id, adds: [{ kind: 'add', of: 'supplier', record, madeBy }] };
}

type Added = Exclude<Operation, { kind: 'undo' }>;
const isAdded = (operation: Operation): operation is Added => operation.kind !== 'undo';

/** Puts products that the catalogue lacks into it, for everybody to find; their ids, in the order given. */
export async function addProducts(
  context: Context,
  products: readonly NewProduct[],
): Promise<readonly string[]> {
  if (products.length === 0) return [];
  const organisation = getOrganisation(context);
  const ids: string[] = [];
  const doing = {
    tx: context.tx,
    at: context.now,
    organisation,
    actor: getPerson(context).person,
    newId: context.newId,
  };
  const changed = await changeCatalogue(doing, (catalogue) => {
    const taken = {
      products: new Set(catalogue.products.keys()),
      suppliers: new Set(catalogue.suppliers.keys()),
    };
    const fresh = new Map<string, string>();
    return products.flatMap(({ name, supplier, what, components }) => {
      const known = fresh.get(supplier.toLowerCase());
      const by =
        known === undefined
          ? supplierFor(catalogue, supplier, { taken: taken.suppliers, madeBy: organisation })
          : { id: known, adds: [] };
      const id = freeId(name, taken.products);
      taken.products.add(id);
      if (by.id !== null) {
        taken.suppliers.add(by.id);
        fresh.set(supplier.toLowerCase(), by.id);
      }
      ids.push(id);
      const record = {
        id,
        name,
        ...(by.id === null ? {} : { supplier: by.id }),
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
      return [...by.adds.filter(isAdded), { kind: 'add', of: 'product', record, madeBy: organisation }];
    });
  });
  if (!changed.ok) throw new Error(`new products were refused: ${changed.failure.kind}`);
  return ids;
}
