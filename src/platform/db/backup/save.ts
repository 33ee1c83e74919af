import { existsSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import { findApplied } from '../migrations.ts';
import { asOwner } from '../setup.ts';
import { createArchive, type Writer } from './archive.ts';
import { amountOf, type Amount } from './held.ts';
import { readLayout, type Table } from './layout.ts';
import { fileEntry, jobsName, manifestName, tableEntry, type Manifest } from './manifest.ts';
import { exactText, pack, readParts } from './rows.ts';

export type BackupOptions = {
  /** Address with the owner's rights. */
  readonly ownerUrl: string;
  /** Folder of uploaded files. */
  readonly files: string;
  /** Where the backup is written; what is there before is replaced when the new one is whole. */
  readonly target: string;
  /** Only this organisation's rows and the files they name. */
  readonly organisation?: string;
  readonly now: Date;
};

export type BackupReport = Amount & { readonly digest: string; readonly files: number };

/**
 * Writes everything, or one organisation, as it is at one moment, while people go on working. The
 * result is a tar archive: rows as lines of JSON in text form, files under their hashes, a manifest
 * and a digest. Throws when the database cannot be read or the disk is full; then nothing is left.
 */
export async function backup(options: BackupOptions): Promise<BackupReport> {
  const archive = await createArchive(options.target, options.now);
  try {
    return await asOwner(options.ownerUrl, async (client) => {
      await client.query(`begin isolation level repeatable read read only; ${exactText};
        set local kommons.maintenance = 'on'`);
      const report = await write(client, archive, options);
      await client.query('commit');
      return report;
    });
  } catch (error) {
    await archive.abandon();
    throw error;
  }
}

async function write(client: ClientBase, archive: Writer, options: BackupOptions): Promise<BackupReport> {
  const organisation = options.organisation ?? null;
  const layout = await readLayout(client);
  const chosen = layout.tables.filter((table) => organisation === null || table.tenant);
  const named = new Set<string>();
  const tables: Manifest['tables'] = [];
  for (const table of chosen) {
    tables.push(await writeTable({ client, archive, named }, table, organisation));
  }
  const jobs = await writeJobs(client, archive, organisation);
  const hashes = organisation === null ? await storedFiles(options.files) : [...named];
  const files = await writeFiles(archive, options.files, hashes.toSorted());
  const manifest: Manifest = {
    kommons: 'backup/1',
    at: options.now.toISOString(),
    organisation,
    postgres: await serverVersion(client),
    migrations: (await findApplied(client)).map(({ name, checksum }) => ({ name, checksum })),
    tables,
    jobs,
    files,
    entries: [...archive.entries()],
  };
  await archive.add(manifestName, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  return { ...amountOf(tables.map(({ rows }) => rows)), digest: await archive.finish(), files };
}

type Writing = {
  readonly client: ClientBase;
  readonly archive: Writer;
  /** Hashes that the rows name, which may be those of files. */
  readonly named: Set<string>;
};

async function writeTable(
  { client, archive, named }: Writing,
  table: Table,
  organisation: string | null,
): Promise<Manifest['tables'][number]> {
  let rows = 0;
  let part = 1;
  for await (const { bytes, text, rows: count } of readParts(client, table, organisation)) {
    await archive.add(tableEntry(table.name, part), bytes);
    if (organisation !== null) for (const [hash] of text.matchAll(/\b[0-9a-f]{64}\b/g)) named.add(hash);
    rows += count;
    part += 1;
  }
  return { name: table.name, columns: table.columns.map((column) => column.name), rows };
}

async function writeJobs(client: ClientBase, archive: Writer, organisation: string | null): Promise<number> {
  const { rows } = await client.query<{ line: string }>(
    `select json_build_array(task, payload, job_key, run_at, queue, max_attempts)::text as line from jobs.waiting()
     where $1::text is null or payload ->> 'organisation' = $1`,
    [organisation],
  );
  const { bytes } = await pack(rows.map((row) => row.line));
  await archive.add(jobsName, bytes);
  return rows.length;
}

async function writeFiles(archive: Writer, folder: string, hashes: readonly string[]): Promise<number> {
  let count = 0;
  for (const hash of hashes) {
    const path = join(folder, hash.slice(0, 2), hash);
    if (!existsSync(path)) continue;
    const file = await open(path, 'r');
    try {
      await archive.addFile(fileEntry(hash), file, (await file.stat()).size);
    } finally {
      await file.close();
    }
    count += 1;
  }
  return count;
}

async function storedFiles(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  const names = await readdir(folder, { recursive: true });
  return names.flatMap((name) => /^[0-9a-f]{2}[\\/]([0-9a-f]{64})$/.exec(name)?.[1] ?? []);
}

async function serverVersion(client: ClientBase): Promise<number> {
  const { rows } = await client.query(`select current_setting('server_version_num')::int as version`);
  return z.object({ version: z.number() }).parse(rows[0]).version;
}
