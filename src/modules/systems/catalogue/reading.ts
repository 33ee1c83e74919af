import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { emptyCatalogue, type Catalogue, type Entry } from './catalogue.ts';
import { Product, Supplier } from './record.ts';

/** The newest line of the log: two catalogues with the same are the same. */
type Newest = { readonly n: number; readonly id: string };

/** The catalogue as this process has last seen it. The log says whether it still stands, and what to read anew. */
let remembered: { readonly newest: Newest; readonly catalogue: Catalogue } | null = null;

/** The whole catalogue, kept in memory between questions: what has been written since is read, nothing else. */
export async function readCatalogue(tx: Tx): Promise<Catalogue> {
  const before = remembered;
  const { rows } = await sql<Newest & { touches: readonly string[] }>`
    select n::int as n, id, operation -> 'touches' as touches from systems.catalogue_log
    where n >= ${before?.newest.n ?? 0} order by n`.execute(tx);
  const newest = rows.at(-1);
  if (newest === undefined) return emptyCatalogue;
  const [first] = rows;
  const follows = before !== null && first?.n === before.newest.n && first.id === before.newest.id;
  if (follows && rows.length === 1) return before.catalogue;
  const catalogue = follows
    ? await readTouched(
        tx,
        before.catalogue,
        rows.slice(1).flatMap(({ touches }) => touches),
      )
    : await readAll(tx);
  remembered = { newest: { n: newest.n, id: newest.id }, catalogue };
  return catalogue;
}

type Row = {
  readonly id: string;
  readonly record: unknown;
  readonly mergedInto: string | null;
  readonly madeBy: string | null;
  readonly withdrawn: boolean;
};

const columns = sql.raw('id, record, merged_into as "mergedInto", made_by as "madeBy", withdrawn');

const entryOf = <R>(row: Row, record: R): Entry<R> => ({
  record,
  mergedInto: row.mergedInto,
  madeBy: row.madeBy,
  withdrawn: row.withdrawn,
});

const supplierOf = (row: Row) => [row.id, entryOf(row, Supplier.parse(row.record))] as const;
const productOf = (row: Row) => [row.id, entryOf(row, Product.parse(row.record))] as const;

async function readAll(tx: Tx): Promise<Catalogue> {
  const suppliers = await sql<Row>`select ${columns} from systems.suppliers order by name, id`.execute(tx);
  const products = await sql<Row>`select ${columns} from systems.products order by name, id`.execute(tx);
  return {
    suppliers: new Map(suppliers.rows.map(supplierOf)),
    products: new Map(products.rows.map(productOf)),
  };
}

async function readTouched(tx: Tx, before: Catalogue, touches: readonly string[]): Promise<Catalogue> {
  const idsOf = (kind: string): readonly string[] => [
    ...new Set(touches.flatMap((one) => (one.startsWith(`${kind}/`) ? [one.slice(kind.length + 1)] : []))),
  ];
  const suppliers = await sql<Row>`
    select ${columns} from systems.suppliers where id = any(${idsOf('supplier')})`.execute(tx);
  const products = await sql<Row>`
    select ${columns} from systems.products where id = any(${idsOf('product')})`.execute(tx);
  return {
    suppliers: new Map([...before.suppliers, ...suppliers.rows.map(supplierOf)]),
    products: new Map([...before.products, ...products.rows.map(productOf)]),
  };
}
