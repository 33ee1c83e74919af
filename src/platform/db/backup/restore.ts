import { open, type FileHandle } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import { openFiles, piecesOf, type FileStore } from '../../files/index.ts';
import { findApplied, migrateWithin, readMigrations, type Applied, type Migration } from '../migrations.ts';
import { dropSchemas, findOwnSchemas } from '../own-schemas.ts';
import { keepOthersOut } from '../presence.ts';
import { asOwner } from '../setup.ts';
import { checkArchive, readEntry, type Entry } from './archive.ts';
import { exchangeRows, type Exchange, type Loaded } from './exchange.ts';
import { countHeld, type Amount } from './held.ts';
import { readLayout } from './layout.ts';
import { fileEntry, Manifest, manifestName } from './manifest.ts';
import { exactText } from './rows.ts';
import { countThere, type There } from './there.ts';

export type RestoreOptions = {
  /** Address with the owner's rights, of a database that is set up. */
  readonly ownerUrl: string;
  readonly files: string;
  readonly source: string;
  /** Only this organisation's rows, from a backup of it or of everything. */
  readonly organisation?: string;
  /** Rows that are there may be taken away. Without it only an empty place is filled. */
  readonly replace?: boolean;
  readonly migrations?: string;
};

export type RestoreFailure =
  | { readonly kind: 'damaged'; readonly reason: string }
  | { readonly kind: 'not-in-it'; readonly organisation: string }
  | { readonly kind: 'other-schema'; readonly migrations: readonly string[] }
  | { readonly kind: 'in-use'; readonly connections: number }
  | {
      readonly kind: 'would-replace';
      /** Null for everything. */
      readonly organisation: string | null;
      readonly there: There;
      /** What would take its place. */
      readonly held: Amount;
      /** When the backup was taken. */
      readonly at: string;
    };

export type RestoreReport =
  | {
      readonly ok: true;
      readonly organisation: string | null;
      readonly at: string;
      /** What the backup held, and what is there now. */
      readonly restored: Amount;
      /** The organisation's rows that stay as they were, since a counterpart has them too. */
      readonly stayed: number;
      readonly files: number;
    }
  | { readonly ok: false; readonly failure: RestoreFailure };

/**
 * Puts back what a backup holds, in one transaction with every constraint in force. The whole file is
 * verified before anything is touched, and what is there is only replaced when that is asked for. Restoring everything needs Kommons to be stopped; one
 * organisation is exchanged while the others go on. A backup from an older release is brought to
 * today's schema by the migrations that it has not seen. What the organisation has between itself and another (see
 * `stays` in layout.ts) does not go back for the other.
 */
export async function restore(options: RestoreOptions): Promise<RestoreReport> {
  const file = await open(options.source, 'r');
  try {
    const opened = await openBackup(file);
    if (!opened.ok) return opened;
    return await asOwner(options.ownerUrl, (client) => restoreChecked(client, file, { ...opened, options }));
  } finally {
    await file.close();
  }
}

/** What a backup holds, or why it cannot be put back whole by this release. Touches no database. */
export async function inspectBackup(
  source: string,
  migrations?: string,
): Promise<
  | { readonly ok: true; readonly organisation: string | null; readonly at: string }
  | { readonly ok: false; readonly failure: RestoreFailure }
> {
  const file = await open(source, 'r');
  try {
    const opened = await openBackup(file);
    if (!opened.ok) return opened;
    const { organisation, at } = opened.manifest;
    const foreign = foreignTo(await readMigrations(migrations), opened.manifest);
    return foreign.length > 0
      ? { ok: false, failure: { kind: 'other-schema', migrations: foreign } }
      : { ok: true, organisation, at };
  } finally {
    await file.close();
  }
}

/** Names of the backup's migrations that are not among these, or were others then. */
function foreignTo(there: readonly Applied[], manifest: Manifest): readonly string[] {
  const checksums = new Map(there.map((one) => [one.name, one.checksum]));
  return manifest.migrations.flatMap(({ name, checksum }) =>
    checksums.get(name) === checksum ? [] : [name],
  );
}

type Opened = { readonly manifest: Manifest; readonly entries: ReadonlyMap<string, Entry> };

const damaged = (reason: string) => ({ ok: false, failure: { kind: 'damaged', reason } }) as const;

/** Reads and verifies every byte, and compares the list of files with what is there. */
async function openBackup(
  file: FileHandle,
): Promise<({ readonly ok: true } & Opened) | { readonly ok: false; readonly failure: RestoreFailure }> {
  const checked = await checkArchive(file);
  if (!checked.ok) return damaged(checked.reason);
  const entries = new Map(checked.entries.map((entry) => [entry.name, entry]));
  const listed = entries.get(manifestName);
  if (listed === undefined) return damaged('it has no manifest');
  const manifest = readManifest(await readEntry(file, listed));
  if (manifest === null) return damaged('its manifest is of another format');
  const complete =
    entries.size === manifest.entries.length + 1 &&
    manifest.entries.every((one) => entries.get(one.name)?.sha256 === one.sha256);
  return complete ? { ok: true, manifest, entries } : damaged('its manifest names other files');
}

/** Null for what is no manifest of ours, or no JSON at all. */
function readManifest(bytes: Buffer): Manifest | null {
  try {
    return Manifest.safeParse(JSON.parse(bytes.toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}

type Restoring = Opened & { readonly options: RestoreOptions };

async function restoreChecked(
  client: ClientBase,
  file: FileHandle,
  restoring: Restoring,
): Promise<RestoreReport> {
  const { manifest, entries, options } = restoring;
  const organisation = options.organisation ?? manifest.organisation;
  const known = await readMigrations(options.migrations);
  const read = async (name: string): Promise<Buffer | null> => {
    const entry = entries.get(name);
    return entry === undefined ? null : readEntry(file, entry);
  };
  const exchange: Exchange = { client, manifest, organisation, read };
  const failure = (await findObstacle(client, restoring, known)) ?? (await findReplaced(exchange, options));
  if (failure !== null) return { ok: false, failure };
  await client.query(`begin; ${exactText}; set local kommons.maintenance = 'on'`);
  try {
    const loaded = organisation === null ? await replaceAll(exchange, known) : await exchangeRows(exchange);
    // Files first: what the rows name is on disk before anybody sees the rows.
    const files = await restoreFiles(options.files, loaded.files ?? filesOf(manifest), { file, entries });
    await client.query('commit');
    const { rows, tables, stayed } = loaded;
    return { ok: true, organisation, at: manifest.at, restored: { rows, tables }, stayed, files };
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function findObstacle(
  client: ClientBase,
  { manifest, options }: Restoring,
  known: readonly Migration[],
): Promise<RestoreFailure | null> {
  const wanted = options.organisation;
  if (wanted !== undefined && manifest.organisation !== null && manifest.organisation !== wanted) {
    return { kind: 'not-in-it', organisation: wanted };
  }
  const whole = wanted === undefined && manifest.organisation === null;
  const applied = whole ? known : await findApplied(client);
  const unseen = whole
    ? []
    : applied.filter((one) => !manifest.migrations.some((mine) => mine.name === one.name));
  const other = [...foreignTo(applied, manifest), ...unseen.map((one) => one.name)];
  if (other.length > 0) return { kind: 'other-schema', migrations: other };
  const connections = whole ? Math.max((await keepOthersOut(client)).length, await countUsers(client)) : 0;
  return connections > 0 ? { kind: 'in-use', connections } : null;
}

/** What is there and may not be taken away unasked, beside what would come instead. */
async function findReplaced(exchange: Exchange, { replace }: RestoreOptions): Promise<RestoreFailure | null> {
  if (replace === true) return null;
  const { client, manifest, organisation } = exchange;
  const { tables } = await readLayout(client);
  const there = await countThere(client, tables, organisation);
  if (there === null) return null;
  const counted = organisation === null ? manifest.tables : tables.filter(({ tenant }) => tenant);
  const held = await countHeld(exchange, counted);
  return { kind: 'would-replace', organisation, there, held, at: manifest.at };
}

/** Everything is dropped, made as it was when the backup was taken, filled, and brought to today. */
async function replaceAll(exchange: Exchange, known: readonly Migration[]): Promise<Loaded> {
  const { client, manifest } = exchange;
  const then = known.filter((one) => manifest.migrations.some((mine) => mine.name === one.name));
  await dropSchemas(client, await findOwnSchemas(client));
  await migrateWithin(client, then);
  const loaded = await exchangeRows(exchange);
  await migrateWithin(client, known);
  return loaded;
}

/** Puts the files back that the rows need. Returns how many there were. */
async function restoreFiles(
  folder: string,
  hashes: readonly string[],
  { file, entries }: { readonly file: FileHandle; readonly entries: Opened['entries'] },
): Promise<number> {
  const files = await openFiles(folder);
  let count = 0;
  for (const hash of hashes) {
    const entry = entries.get(fileEntry(hash));
    if (entry === undefined) continue;
    await restoreFile(files, hash, piecesOf(file, entry.offset, entry.size));
    count += 1;
  }
  return count;
}

/** A film may be half a gigabyte, so none is read whole. */
async function restoreFile(files: FileStore, hash: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const arriving = await files.begin();
  try {
    for await (const piece of pieces) await arriving.append(piece);
    const sealed = await arriving.seal();
    if (sealed.hash !== hash) throw new Error(`the file ${hash} of the backup is another`);
    await sealed.keep();
  } finally {
    await arriving.drop();
  }
}

const filesOf = (manifest: Manifest): readonly string[] =>
  manifest.entries.flatMap(({ name }) => /^files\/([0-9a-f]{64})$/.exec(name)?.[1] ?? []);

/** Connections of a running Kommons, which would work on while everything is replaced. */
async function countUsers(client: ClientBase): Promise<number> {
  for (let look = 1; ; look += 1) {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and application_name like 'kommons%'`,
    );
    const count = rows[0]?.count ?? 0;
    // The server takes a moment to forget a connection that has just ended.
    if (count === 0 || look === 10) return count;
    await sleep(50);
  }
}
