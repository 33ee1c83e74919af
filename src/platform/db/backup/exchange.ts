import { escapeIdentifier, type ClientBase } from 'pg';
import { z } from 'zod';
import { amountOf, heldLines, type Amount, type Held } from './held.ts';
import { decideLoadOrder, readLayout, type Derived, type Reference, type Table } from './layout.ts';
import { jobsName } from './manifest.ts';
import { advanceSequences, insertLines, unpack } from './rows.ts';

export type Exchange = Held & { readonly client: ClientBase };

export type Loaded = Amount & {
  /** Rows that are there still, since a counterpart has them too. */
  readonly stayed: number;
  /** Hashes that the rows name, where only one organisation's files are wanted; null for all files. */
  readonly files: readonly string[] | null;
};

/**
 * Puts the backup's rows in the place of those that are there, within the caller's transaction. Where only one
 * organisation's are exchanged, what another has answered or read stays, and what follows from the rows is made anew.
 */
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
  let stayed = 0;
  for (const table of ordered.toReversed()) stayed += await empty(client, table, organisation);
  const named = new Set<string>();
  const counts: number[] = [];
  for (const table of ordered) {
    counts.push(await fill(exchange, table, named));
    await advanceSequences(client, table);
  }
  await putBack(client, setAside);
  if (organisation !== null) {
    for (const derived of layout.derived) await makeAnew(client, derived, organisation);
  }
  await exchangeJobs(exchange);
  await client.query('set constraints all immediate');
  return { ...amountOf(counts), stayed, files: organisation === null ? null : [...named] };
}

const Counted = z.tuple([z.object({ count: z.coerce.number() })]);

/** Takes away the rows that the backup's come instead of. Returns how many stay. */
async function empty(client: ClientBase, table: Table, organisation: string | null): Promise<number> {
  if (organisation === null) {
    await client.query(`delete from ${table.name}`);
    return 0;
  }
  const whose = `from ${table.name} where organisation_id = $1`;
  if (table.stays) {
    const { rows } = await client.query(`select count(*) as count ${whose}`, [organisation]);
    return Counted.parse(rows)[0].count;
  }
  await client.query(`delete ${whose}`, [organisation]);
  return 0;
}

/** The source may read the table itself, so it is read to its end before a row is taken away. */
async function makeAnew(
  client: ClientBase,
  { name, source, columns }: Derived,
  organisation: string,
): Promise<void> {
  const listed = columns.map((column) => escapeIdentifier(column)).join(', ');
  await client.query(
    `create temporary table made_anew on commit drop as
     select ${listed} from ${source} where organisation_id = ${client.escapeLiteral(organisation)}`,
  );
  await client.query(`delete from ${name} where organisation_id = $1`, [organisation]);
  await client.query(`insert into ${name} (${listed}) select ${listed} from made_anew`);
  await client.query('drop table made_anew');
}

/** Returns how many of the table's rows the backup holds: all of them are there now. */
async function fill(exchange: Exchange, table: Table, named: Set<string>): Promise<number> {
  const { client, manifest, organisation } = exchange;
  const listed = manifest.tables.find((one) => one.name === table.name);
  const columns = table.columns.map((column) => column.name);
  if (listed === undefined || listed.columns.join() !== columns.join()) {
    throw new Error(`the backup's table ${table.name} is not the one of its migrations`);
  }
  const keepThere = organisation !== null && table.stays;
  let rows = 0;
  for await (const lines of heldLines(exchange, table.name)) {
    const inserted = await insertLines(client, { table, lines, keepThere });
    rows += keepThere ? lines.length : inserted;
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
