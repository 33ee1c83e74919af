import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { canonicalJson } from '../../../kernel/index.ts';
import { editions } from '../taxonomy/editions.ts';
import { saveCurator } from './curators.ts';
import { project } from './project.ts';
import { Product, Supplier, type RecordKind } from './record.ts';
import { decideShipped, readShipped, type Shipped, type ShippedBefore } from './shipped.ts';
import { changeCatalogue, lockCatalogue } from './store.ts';

type Seeding = {
  readonly at: Date;
  readonly newId: () => string;
  /** Also what is invented. */
  readonly demo: boolean;
};

/** Who cleans the catalogue in the demo world. */
const demoCurator = 'goteborgsregionen';

/**
 * Brings the catalogue up to what this release ships. Harmless to repeat; run at every start, in every mode. What
 * somebody has changed stays.
 */
export async function seedCatalogue(tx: Tx, seeding: Seeding): Promise<void> {
  await seedRecords(tx, { ...seeding, shipped: readShipped(seeding.demo) });
  await projectWords(tx, seeding.at);
  if (seeding.demo) await saveCurator(tx, demoCurator, { curates: true, at: seeding.at });
}

/** The same with given records. */
export async function seedRecords(
  tx: Tx,
  { at, newId, shipped }: Omit<Seeding, 'demo'> & { readonly shipped: Shipped },
): Promise<void> {
  const doing = { tx, at, newId, organisation: null, actor: 'kommons' };
  let brought: ReturnType<typeof decideShipped>['brought'] = [];
  const changed = await changeCatalogue(doing, async (catalogue) => {
    const decided = decideShipped(catalogue, await shippedBefore(tx), shipped);
    ({ brought } = decided);
    return decided.operations;
  });
  if (!changed.ok)
    throw new Error(`what ships does not fit the catalogue: ${JSON.stringify(changed.failure)}`);
  await remember(
    tx,
    brought.map(({ kind, record }) => ({ kind, id: record.id, record })),
  );
}

async function shippedBefore(tx: Tx): Promise<ShippedBefore> {
  const { rows } = await sql<{ kind: RecordKind; id: string; record: unknown }>`
    select kind, id, record from systems.shipped_records where kind <> 'taxonomy'`.execute(tx);
  return new Map(
    rows.map(({ kind, id, record }) => [
      `${kind}/${id}`,
      kind === 'product' ? Product.parse(record) : Supplier.parse(record),
    ]),
  );
}

type Remembered = {
  readonly kind: RecordKind | 'taxonomy';
  readonly id: string;
  readonly record: unknown;
};

async function remember(tx: Tx, records: readonly Remembered[]): Promise<void> {
  if (records.length === 0) return;
  await sql`
    insert into systems.shipped_records (kind, id, record)
    select r.kind, r.id, r.record
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r(kind text, id text, record jsonb)
    on conflict (kind, id) do update set record = excluded.record`.execute(tx);
}

/** Products are found by the words of the taxonomy: when those have changed, all are written anew. */
async function projectWords(tx: Tx, at: Date): Promise<void> {
  const words = canonicalJson(JSON.parse(JSON.stringify(editions())));
  const { rows } = await sql<{ same: boolean }>`
    select record = to_jsonb(md5(${words}::text)) as same from systems.shipped_records
    where kind = 'taxonomy' and id = 'words'`.execute(tx);
  if (rows[0]?.same === true) return;
  if (rows.length > 0) {
    const catalogue = await lockCatalogue(tx);
    const written = [...catalogue.products.keys()].map((id) => ({ of: 'product' as const, id }));
    await project(tx, { before: catalogue, after: catalogue, written, at });
  }
  await sql`
    insert into systems.shipped_records (kind, id, record) values ('taxonomy', 'words', to_jsonb(md5(${words}::text)))
    on conflict (kind, id) do update set record = excluded.record`.execute(tx);
}
