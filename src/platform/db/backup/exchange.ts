import type { ClientBase } from 'pg';
import { z } from 'zod';
import { decideLoadOrder, readLayout, type Reference, type Table } from './layout.ts';
import { jobsName, tableEntry, type Manifest } from './manifest.ts';
import { advanceSequences, insertLines, unpack } from './rows.ts';

export type Exchange = {
  readonly client: ClientBase;
  readonly manifest: Manifest;
  /** Whose rows are exchanged; null for all. */
  readonly organisation: string | null;
  /** The content of a file of the backup; null when there is none of that name. */
  readonly read: (name: string) => Promise<Buffer | null>;
};

export type Loaded = {
  readonly rows: number;
  /** Hashes that the rows name, where only one organisation's files are wanted; null for all files. */
  readonly files: readonly string[] | null;
};

/** Puts the backup's rows in the place of those that are there, within the caller's transaction. */
export async function exchangeRows(exchange: Exchange): Promise<Loaded> {
  const { client, organisation } = exchange;
  const layout = await readLayout(client);
  const chosen = layout.tables.filter((table) => organisation === null || table.tenant);
  const { order, setAside } = decideLoadOrder(
    chosen.map((table) => table.name),
    layout.references,
  );
  const byName = new Map(chosen.map((table) => [table.name, table]));
  const ordered = order.flatMap((name) => byName.get(name) ?? []);
  await takeOff(client, setAside);
  for (const table of ordered.toReversed()) await empty(client, table, organisation);
  const named = new Set<string>();
  let rows = 0;
  for (const table of ordered) {
    rows += await fill(exchange, table, named);
    await advanceSequences(client, table);
  }
  await putBack(client, setAside);
  await exchangeJobs(exchange);
  await client.query('set constraints all immediate');
  return { rows, files: organisation === null ? null : [...named] };
}

async function empty(client: ClientBase, table: Table, organisation: string | null): Promise<void> {
  if (organisation === null) await client.query(`delete from ${table.name}`);
  else await client.query(`delete from ${table.name} where organisation_id = $1`, [organisation]);
}

async function fill(
  { client, manifest, organisation, read }: Exchange,
  table: Table,
  named: Set<string>,
): Promise<number> {
  const listed = manifest.tables.find((one) => one.name === table.name);
  const columns = table.columns.map((column) => column.name);
  if (listed === undefined || listed.columns.join() !== columns.join()) {
    throw new Error(`the backup's table ${table.name} is not the one of its migrations`);
  }
  const owner = columns.indexOf('organisation_id');
  let rows = 0;
  for (let part = 1; ; part += 1) {
    const bytes = await read(tableEntry(table.name, part));
    if (bytes === null) break;
    const all = await unpack(bytes);
    const lines =
      organisation === null ? all : all.filter((line) => Row.parse(JSON.parse(line))[owner] === organisation);
    rows += await insertLines(client, table, lines);
    if (organisation !== null) noteHashes(lines, named);
  }
  if (organisation === null && rows !== listed.rows) {
    throw new Error(`${table.name} has ${rows} rows where the backup says ${listed.rows}`);
  }
  return rows;
}

/** Every hash that a file may have; those that name no file of the backup are passed over later. */
function noteHashes(lines: readonly string[], named: Set<string>): void {
  for (const line of lines) for (const [hash] of line.matchAll(/\b[0-9a-f]{64}\b/g)) named.add(hash);
}

const Row = z.array(z.string().nullable());
const Job = z.tuple([
  z.string(),
  z.unknown(),
  z.string().nullable(),
  z.string(),
  z.string().nullable(),
  z.number(),
]);
const Addressed = z.object({ organisation: z.string() });

async function exchangeJobs({ client, organisation, read }: Exchange): Promise<void> {
  const bytes = await read(jobsName);
  await client.query('select jobs.remove($1)', [organisation]);
  for (const line of bytes === null ? [] : await unpack(bytes)) {
    const [task, payload, key, runAt, queue, maxAttempts] = Job.parse(JSON.parse(line));
    const addressed = Addressed.safeParse(payload);
    if (organisation !== null && addressed.data?.organisation !== organisation) continue;
    await client.query('select jobs.enqueue($1, $2::json, $3, $4, $5, $6)', [
      task,
      JSON.stringify(payload),
      key,
      runAt,
      queue,
      maxAttempts,
    ]);
  }
}

async function takeOff(client: ClientBase, references: readonly Reference[]): Promise<void> {
  for (const { table, name } of references)
    await client.query(`alter table ${table} drop constraint ${name}`);
}

/** Making a reference anew checks every row against it. */
async function putBack(client: ClientBase, references: readonly Reference[]): Promise<void> {
  await client.query('set constraints all immediate');
  for (const { table, name, definition } of references) {
    await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  }
}
