import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClientBase } from 'pg';
import { z } from 'zod';

/** The project's own migrations, from a checkout. */
export const migrationsFolder = fileURLToPath(new URL('../../../migrations/', import.meta.url));

export type Migration = {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
  /** Whether a process that does not know this migration must refuse the schema. */
  readonly breaking: boolean;
};

export type Applied = Pick<Migration, 'name' | 'checksum' | 'breaking'>;

export type Plan =
  | { readonly kind: 'run'; readonly missing: readonly Migration[] }
  | { readonly kind: 'edited'; readonly name: string }
  | { readonly kind: 'too-new'; readonly names: readonly string[] }
  | { readonly kind: 'out-of-order'; readonly name: string };

/** The schema and this release do not fit. The message says how to go on. */
class SchemaMismatch extends Error {
  override readonly name = 'SchemaMismatch';
}

/** The migrations of a folder in order. Throws when a file is not named like `0001_name.sql`. */
export async function readMigrations(folder: string = migrationsFolder): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  const wrong = names.find((name) => !/^\d{4}_[a-z0-9_-]+\.sql$/.test(name));
  if (wrong !== undefined) throw new Error(`${wrong} is no name of a migration (0001_name.sql)`);
  return Promise.all(
    names.map(async (name) => {
      const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      const checksum = createHash('sha256').update(sql).digest('hex');
      return { name: name.slice(0, -'.sql'.length), sql, checksum, breaking: /^-- breaking\b/.test(sql) };
    }),
  );
}

/** What to do with a schema where `applied` have run, for a process that knows `known`. */
export function decidePlan(known: readonly Migration[], applied: readonly Applied[]): Plan {
  const byName = new Map(applied.map((one) => [one.name, one]));
  const edited = known.find((one) => (byName.get(one.name)?.checksum ?? one.checksum) !== one.checksum);
  if (edited !== undefined) return { kind: 'edited', name: edited.name };
  const unknown = applied.filter((one) => !known.some((mine) => mine.name === one.name));
  const breaking = unknown.filter((one) => one.breaking);
  if (breaking.length > 0) return { kind: 'too-new', names: breaking.map((one) => one.name) };
  const missing = known.filter((one) => !byName.has(one.name));
  const last = applied.reduce((highest, one) => (one.name > highest ? one.name : highest), '');
  const late = missing.find((one) => one.name < last);
  return late === undefined ? { kind: 'run', missing } : { kind: 'out-of-order', name: late.name };
}

const appliedRows = z.array(z.object({ name: z.string(), checksum: z.string(), breaking: z.boolean() }));

/** The migrations that a database has run; none in an empty one. */
export async function findApplied(client: ClientBase): Promise<readonly Applied[]> {
  const there = await client.query<{ there: boolean }>(
    `select to_regclass('platform.migrations') is not null as there`,
  );
  if (there.rows[0]?.there !== true) return [];
  const { rows } = await client.query(
    'select name, checksum, breaking from platform.migrations order by name',
  );
  return appliedRows.parse(rows);
}

/**
 * Brings the schema to this release, one transaction a file, and returns the names that ran.
 * The caller holds the set-up lock. Throws `SchemaMismatch` and changes nothing when the schema is
 * newer in a breaking way, or a migration was edited after it ran.
 */
export async function migrate(client: ClientBase, known: readonly Migration[]): Promise<readonly string[]> {
  const missing = await getMissing(client, known);
  for (const migration of missing) {
    await client.query('begin');
    try {
      await applyMigration(client, migration);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  }
  return missing.map((one) => one.name);
}

/** The same inside a transaction of the caller's, which keeps all of it or nothing. */
export async function migrateWithin(client: ClientBase, known: readonly Migration[]): Promise<void> {
  for (const migration of await getMissing(client, known)) await applyMigration(client, migration);
}

async function getMissing(client: ClientBase, known: readonly Migration[]): Promise<readonly Migration[]> {
  const plan = decidePlan(known, await findApplied(client));
  if (plan.kind !== 'run') throw new SchemaMismatch(explain(plan));
  return plan.missing;
}

const ownTable = `create schema if not exists platform;
create table if not exists platform.migrations
  (name text primary key, checksum text not null, breaking boolean not null, applied_at timestamptz not null default now())`;

async function applyMigration(
  client: ClientBase,
  { name, sql, checksum, breaking }: Migration,
): Promise<void> {
  try {
    await client.query(ownTable);
    await client.query(sql);
    await client.query('insert into platform.migrations (name, checksum, breaking) values ($1, $2, $3)', [
      name,
      checksum,
      breaking,
    ]);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The migration ${name} failed: ${reason}`, { cause });
  }
}

function explain(plan: Exclude<Plan, { kind: 'run' }>): string {
  switch (plan.kind) {
    case 'edited':
      return (
        `The migration ${plan.name} was changed after it ran in this database. Restore the file, and put the ` +
        'change in a new migration. (A demo database can be thrown away: remove its data folder.)'
      );
    case 'too-new':
      return (
        `The database was changed by a newer Kommons (${plan.names.join(', ')}) in a way that this release ` +
        'cannot work with. Start the newer release.'
      );
    case 'out-of-order':
      return `The migration ${plan.name} is older than one that has already run. Give it the next number.`;
  }
}
