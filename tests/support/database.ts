import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { connect, type Db } from '../../src/platform/db/index.ts';
import { readMigrations } from '../../src/platform/db/migrations.ts';
import { deriveAddresses } from '../../src/platform/db/roles.ts';
import { asOwner, setUp } from '../../src/platform/db/setup.ts';
import { enterCluster, type TestCluster } from './cluster.ts';

export type TestDatabase = {
  /** Transactions as the application's role, under row security. */
  readonly db: Db;
  /** Addresses of the database: as the application, as the owner (who sees all), as the queue. */
  readonly url: string;
  readonly ownerUrl: string;
  readonly jobsUrl: string;
  readonly close: () => Promise<void>;
};

/** A database of one's own with the schema of today, ready in about a tenth of a second. */
export async function testDatabase(): Promise<TestDatabase> {
  const { cluster, template } = await getTemplate();
  const { name, ownerUrl } = await createDatabase(cluster, `template ${template}`);
  const { app, jobs } = deriveAddresses(ownerUrl);
  const db = connect({ url: app, connections: 8, random: Math.random, patience: 60_000 });
  const close = async (): Promise<void> => {
    await db.close();
    await dropDatabase(cluster, name);
  };
  return { db, url: app, ownerUrl, jobsUrl: jobs, close };
}

/** A database without any schema, for tests of the set-up itself. */
export async function emptyDatabase(): Promise<Pick<TestDatabase, 'ownerUrl' | 'close'>> {
  const { cluster } = await getTemplate();
  const { name, ownerUrl } = await createDatabase(cluster, 'template template0');
  return { ownerUrl, close: () => dropDatabase(cluster, name) };
}

type Template = { readonly cluster: TestCluster; readonly template: string };

const made: { template: Promise<Template> | null } = { template: null };

function getTemplate(): Promise<Template> {
  made.template ??= makeTemplate();
  return made.template;
}

async function makeTemplate(): Promise<Template> {
  const template = `template_${await schemaHash()}`;
  const cluster = await enterCluster(async (entered) => {
    const names = await databases(entered);
    if (entered.fresh) {
      // Left by killed runs, or by schemas of yesterday.
      for (const name of names.filter((name) => name !== template)) await dropDatabase(entered, name);
    }
    if (names.includes(template)) return;
    const unfinished = await createDatabase(entered, 'template template0');
    await setUp({ addresses: deriveAddresses(unfinished.ownerUrl), makeRoles: true });
    await asOwner(entered.url('postgres'), (client) =>
      client.query(`alter database ${unfinished.name} rename to ${template}`),
    );
  });
  return { cluster, template };
}

/** What the template is made of: when any of it changes, a new template is made. */
async function schemaHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const { name, checksum } of await readMigrations()) hash.update(name).update(checksum);
  for (const file of ['jobs-schema.ts', 'roles.ts', 'setup.ts']) {
    hash.update(await readFile(new URL(`../../src/platform/db/${file}`, import.meta.url)));
  }
  return hash.digest('hex').slice(0, 16);
}

async function databases(cluster: TestCluster): Promise<readonly string[]> {
  const { rows } = await asOwner(cluster.url('postgres'), (client) =>
    client.query<{ name: string }>(
      `select datname as name from pg_database where datname ~ '^(test|template)_'`,
    ),
  );
  return rows.map((row) => row.name);
}

async function createDatabase(
  cluster: TestCluster,
  from: string,
): Promise<{ readonly name: string; readonly ownerUrl: string }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asOwner(cluster.url('postgres'), (client) => client.query(`create database ${name} ${from}`));
  return { name, ownerUrl: cluster.url(name) };
}

async function dropDatabase(cluster: TestCluster, name: string): Promise<void> {
  await asOwner(cluster.url('postgres'), (client) => client.query(`drop database ${name} with (force)`));
}
