import { sql } from 'kysely';
import type { Tx } from '../../../../platform/db/index.ts';
import { seenBy } from '../door.ts';
import type { LandscapeReader } from '../reader.ts';
import { codeOf } from './codes.ts';

/**
 * What an organisation shows to one kind of reader, in the few words that searches and maps count: one place in each
 * list for every usage and user. Users, products, statuses and versions are numbers of `codes.ts`; -1 is not shown.
 */
export type Sketch = {
  readonly organisation: string;
  readonly usages: readonly string[];
  readonly users: Int32Array;
  /** As they were registered: the catalogue says what stands for them. */
  readonly products: Int32Array;
  readonly statuses: Int32Array;
  readonly versions: Int32Array;
  /** Days when contracts end, as numbers of `codes.ts`; -1 is not shown. */
  readonly ends: Int32Array;
  /** Kronor a year; -1 is not shown. */
  readonly prices: Int32Array;
  /** 1 for examples. */
  readonly examples: Uint8Array;
  /** What it does there, for those that say so themselves. */
  readonly components: ReadonlyMap<number, readonly string[]>;
};

type Remembered = { readonly stamp: string; readonly sketch: Sketch };

/** By database, kind of reader and organisation. */
const remembered = new Map<string, Remembered>();

/**
 * Everything that the reader may see, organisation by organisation. What others show changes seldom: it is kept in
 * memory and read anew, through the door, when its stamp is another.
 */
export async function readSketches(tx: Tx, reader: LandscapeReader): Promise<readonly Sketch[]> {
  const near = new Set(reader.near);
  const { rows } = await sql<{ organisation: string; stamp: string; database: string }>`
    select organisation_id as organisation, written_in || '/' || n as stamp, current_database() as database
    from systems.shown_stamps order by organisation_id`.execute(tx);
  const wanted = rows.map(({ organisation, stamp, database }) => {
    const kind = `${reader.municipality ? 'municipality' : 'sector'}${near.has(organisation) ? '-near' : ''}`;
    return { organisation, stamp, key: `${database}/${kind}/${organisation}` };
  });
  const stale = wanted.filter(({ key, stamp }) => remembered.get(key)?.stamp !== stamp);
  const fresh = await readAnew(
    tx,
    reader,
    stale.map(({ organisation }) => organisation),
  );
  for (const { organisation, stamp, key } of stale) {
    remembered.set(key, { stamp, sketch: fresh.get(organisation) ?? sketchOf(organisation, []) });
  }
  return wanted.flatMap(({ key }) => remembered.get(key)?.sketch ?? []);
}

type Row = {
  readonly organisation: string;
  readonly usage: string;
  readonly user: string;
  readonly product: string;
  readonly status: string | null;
  readonly version: string | null;
  readonly ends: string | null;
  readonly price: number | null;
  readonly example: boolean;
  readonly components: readonly string[] | null;
};

async function readAnew(
  tx: Tx,
  reader: LandscapeReader,
  organisations: readonly string[],
): Promise<ReadonlyMap<string, Sketch>> {
  if (organisations.length === 0) return new Map();
  const { rows } = await sql<Row>`
    select organisation_id as organisation, usage_id as usage, user_id as user, registered_id as product, status, version,
      contract_ends as ends, price, example, components
    from ${seenBy(reader)} s where organisation_id = any(${organisations}::text[])
    order by organisation_id, usage_id, user_id`.execute(tx);
  return new Map(
    [...Map.groupBy(rows, (row) => row.organisation)].map(([organisation, own]) => [
      organisation,
      sketchOf(organisation, own),
    ]),
  );
}

const codes = (rows: readonly Row[], value: (row: Row) => string | null): Int32Array =>
  Int32Array.from(rows, (row) => {
    const text = value(row);
    return text === null ? -1 : codeOf(text);
  });

const sketchOf = (organisation: string, rows: readonly Row[]): Sketch => ({
  organisation,
  usages: rows.map(({ usage }) => usage),
  users: codes(rows, ({ user }) => user),
  products: codes(rows, ({ product }) => product),
  statuses: codes(rows, ({ status }) => status),
  versions: codes(rows, ({ version }) => version),
  ends: codes(rows, ({ ends }) => ends),
  prices: Int32Array.from(rows, ({ price }) => price ?? -1),
  examples: Uint8Array.from(rows, ({ example }) => (example ? 1 : 0)),
  components: new Map(
    rows.flatMap(({ components }, at) => (components === null ? [] : [[at, components] as const])),
  ),
});
