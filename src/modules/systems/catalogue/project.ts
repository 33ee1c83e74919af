import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { clusters, standsFor, type Catalogue, type Entry } from './catalogue.ts';
import type { Product, Supplier } from './record.ts';
import { findableBy, unfindable } from './words.ts';
import type { Write } from './write.ts';

/** Brings the tables up to the catalogue, where it was written and where that is seen. */
export async function project(
  tx: Tx,
  {
    before,
    after,
    written,
    at,
  }: {
    readonly before: Catalogue;
    readonly after: Catalogue;
    readonly written: readonly Pick<Write, 'of' | 'id'>[];
    readonly at: Date;
  },
): Promise<void> {
  const idsOf = (of: Write['of']): ReadonlySet<string> =>
    new Set(written.filter((one) => one.of === of).map(({ id }) => id));
  const suppliers = around(before.suppliers, after.suppliers, idsOf('supplier'));
  const supplied = [...after.products].flatMap(([id, { record }]) =>
    record.supplier !== undefined && suppliers.has(record.supplier) ? [id] : [],
  );
  const products = around(before.products, after.products, new Set([...idsOf('product'), ...supplied]));
  await saveSuppliers(tx, after, { ids: suppliers, at });
  await saveProducts(tx, after, { ids: products, at });
}

/** The records themselves with all that they were or are merged with. */
function around<R>(
  before: ReadonlyMap<string, Entry<R>>,
  after: ReadonlyMap<string, Entry<R>>,
  ids: ReadonlySet<string>,
): ReadonlySet<string> {
  if (ids.size === 0) return ids;
  const heads = new Set([...ids].flatMap((id) => [standsFor(before, id), standsFor(after, id)]));
  const isAround = (entries: ReadonlyMap<string, Entry<R>>, id: string): boolean =>
    entries.has(id) && heads.has(standsFor(entries, id));
  return new Set([...after.keys()].filter((id) => isAround(before, id) || isAround(after, id)));
}

type Saved = { readonly ids: ReadonlySet<string>; readonly at: Date };

const common = <R extends Product | Supplier>(entries: ReadonlyMap<string, Entry<R>>, id: string) => {
  const entry = entries.get(id);
  if (entry === undefined) throw new Error(`${id} is not in the catalogue`);
  const { record, mergedInto, madeBy, withdrawn } = entry;
  const { name, example = false } = record;
  return { id, name, record, mergedInto, standsFor: standsFor(entries, id), example, madeBy, withdrawn };
};

async function saveSuppliers(tx: Tx, { suppliers }: Catalogue, { ids, at }: Saved): Promise<void> {
  if (ids.size === 0) return;
  const rows = [...ids].map((id) => common(suppliers, id));
  await sql`
    insert into systems.suppliers as s (id, name, record, merged_into, stands_for, example, made_by, withdrawn,
      changed_at)
    select r.id, r.name, r.record, r."mergedInto", r."standsFor", r.example, r."madeBy", r.withdrawn, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, name text, record jsonb,
      "mergedInto" text, "standsFor" text, example boolean, "madeBy" text, withdrawn boolean)
    order by r.id
    on conflict (id) do update set name = excluded.name, record = excluded.record,
      merged_into = excluded.merged_into, stands_for = excluded.stands_for, example = excluded.example,
      made_by = excluded.made_by, withdrawn = excluded.withdrawn, changed_at = excluded.changed_at`.execute(
    tx,
  );
}

async function saveProducts(tx: Tx, catalogue: Catalogue, { ids, at }: Saved): Promise<void> {
  if (ids.size === 0) return;
  const own = clusters(catalogue.products);
  const supplying = clusters(catalogue.suppliers);
  const rows = [...ids].map((id) => {
    const row = common(catalogue.products, id);
    const { supplier = null, components } = row.record;
    const head = supplier === null ? null : standsFor(catalogue.suppliers, supplier);
    const stands = row.mergedInto === null && !row.withdrawn;
    const found = stands
      ? findableBy(own.get(id) ?? [], head === null ? [] : (supplying.get(head) ?? []))
      : unfindable;
    return { ...row, supplier, components, ...found };
  });
  await sql`
    insert into systems.products as p (id, name, supplier_id, components, record, merged_into, stands_for, example,
      made_by, withdrawn, vector, words, changed_at)
    select r.id, r.name, r.supplier, r.components, r.record, r."mergedInto", r."standsFor", r.example, r."madeBy",
      r.withdrawn, r.vector::tsvector, r.words, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, name text, supplier text,
      components text[], record jsonb, "mergedInto" text, "standsFor" text, example boolean, "madeBy" text,
      withdrawn boolean, vector text, words text[])
    order by r.id
    on conflict (id) do update set name = excluded.name, supplier_id = excluded.supplier_id,
      components = excluded.components, record = excluded.record, merged_into = excluded.merged_into,
      stands_for = excluded.stands_for, example = excluded.example, made_by = excluded.made_by,
      withdrawn = excluded.withdrawn, vector = excluded.vector, words = excluded.words,
      changed_at = excluded.changed_at`.execute(tx);
}
