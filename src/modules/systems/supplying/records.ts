import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { standsFor, type Catalogue, type Entry } from '../catalogue/catalogue.ts';
import type { Product, RecordKind } from '../catalogue/record.ts';

/** Lets a supplier look after records that nobody looks after yet; those that are looked after stay as they are. */
export async function saveLookedAfter(
  tx: Tx,
  organisation: string,
  { records, at }: { readonly records: readonly string[]; readonly at: Date },
): Promise<void> {
  await sql`
    insert into systems.supplier_records (supplier_id, organisation_id, since)
    select s.id, ${organisation}, ${at} from systems.suppliers s where s.id = any(${records}::text[]) order by s.id
    on conflict do nothing`.execute(tx);
}

/** The supplier that looks after a record, or one that is merged with it; null where none does. */
export async function findKeeper(tx: Tx, supplier: string): Promise<string | null> {
  const { rows } = await sql<{ organisation: string }>`
    select r.organisation_id as organisation
    from systems.suppliers one join systems.suppliers s on s.stands_for = one.stands_for
    join systems.supplier_records r on r.supplier_id = s.id
    where one.id = ${supplier} order by r.since, r.supplier_id limit 1`.execute(tx);
  return rows[0]?.organisation ?? null;
}

/** Whether a supplier looks after a record: its own, one merged with its own, or a product of such a one. */
export async function looksAfter(
  tx: Tx,
  organisation: string,
  { of, id }: { readonly of: RecordKind; readonly id: string },
): Promise<boolean> {
  const supplier =
    of === 'supplier'
      ? sql`${id}::text`
      : sql`(select p.supplier_id from systems.products p where p.id = ${id})`;
  const { rows } = await sql`
    select from systems.suppliers one join systems.suppliers s on s.stands_for = one.stands_for
    join systems.supplier_records r on r.supplier_id = s.id
    where one.id = ${supplier} and r.organisation_id = ${organisation} limit 1`.execute(tx);
  return rows.length > 0;
}

/** What a supplier looks after, as the catalogue stands. */
export type OwnRecords = {
  /** Suppliers that stand for the records that it was given, in Swedish order. */
  readonly suppliers: readonly string[];
  /** Their products, those that are merged into others left out, in Swedish order. */
  readonly products: readonly Entry<Product>[];
};

const inSwedishOrder = new Intl.Collator('sv').compare;

export async function ownRecords(tx: Tx, organisation: string, catalogue: Catalogue): Promise<OwnRecords> {
  const { rows } = await sql<{ id: string }>`
    select supplier_id as id from systems.supplier_records where organisation_id = ${organisation}`.execute(
    tx,
  );
  const heads = new Set(
    rows.flatMap(({ id }) => (catalogue.suppliers.has(id) ? [standsFor(catalogue.suppliers, id)] : [])),
  );
  const nameOf = (id: string): string => catalogue.suppliers.get(id)?.record.name ?? id;
  const products = [...catalogue.products.values()].filter(
    ({ record, mergedInto, withdrawn }) =>
      mergedInto === null &&
      !withdrawn &&
      record.supplier !== undefined &&
      heads.has(standsFor(catalogue.suppliers, record.supplier)),
  );
  return {
    suppliers: [...heads].toSorted((a, b) => inSwedishOrder(nameOf(a), nameOf(b))),
    products: products.toSorted((a, b) => inSwedishOrder(a.record.name, b.record.name)),
  };
}
