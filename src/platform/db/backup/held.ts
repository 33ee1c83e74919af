import { z } from 'zod';
import type { Table } from './layout.ts';
import { tableEntry, type Manifest } from './manifest.ts';
import { unpack } from './rows.ts';

/** How much there is, in a backup or in a database: counted in one way, so that the two can be compared. */
export type Amount = {
  readonly rows: number;
  /** Tables with at least one row. */
  readonly tables: number;
};

export type Held = {
  readonly manifest: Manifest;
  /** Whose rows; null for all. */
  readonly organisation: string | null;
  /** The content of a file of the backup; null when there is none of that name. */
  readonly read: (name: string) => Promise<Buffer | null>;
};

const Row = z.array(z.string().nullable());

/** The rows of one table that a backup holds, as lines, in parts. */
export async function* heldLines(
  { manifest, organisation, read }: Held,
  table: string,
): AsyncIterable<readonly string[]> {
  const columns = manifest.tables.find((one) => one.name === table)?.columns ?? [];
  const owner = columns.indexOf('organisation_id');
  for (let part = 1; ; part += 1) {
    const bytes = await read(tableEntry(table, part));
    if (bytes === null) return;
    const all = await unpack(bytes);
    yield organisation === null
      ? all
      : all.filter((line) => Row.parse(JSON.parse(line))[owner] === organisation);
  }
}

/** How much a backup holds of these tables. */
export async function countHeld(held: Held, tables: readonly Pick<Table, 'name'>[]): Promise<Amount> {
  const counts: number[] = [];
  for (const { name } of tables) {
    let rows = 0;
    for await (const lines of heldLines(held, name)) rows += lines.length;
    counts.push(rows);
  }
  return amountOf(counts);
}

export const amountOf = (rowsByTable: readonly number[]): Amount => ({
  rows: rowsByTable.reduce((sum, count) => sum + count, 0),
  tables: rowsByTable.filter((count) => count > 0).length,
});
