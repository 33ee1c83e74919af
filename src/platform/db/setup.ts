import { Client, escapeIdentifier, type ClientBase } from 'pg';
import { prepareJobs } from './jobs-schema.ts';
import { migrate, readMigrations } from './migrations.ts';
import { ensureRoles, jobsRole, type Addresses } from './roles.ts';

export type Setup = {
  readonly addresses: Addresses;
  /** False when the roles' addresses were given: then no role is made. */
  readonly makeRoles: boolean;
  readonly migrations?: string;
};

/** Held while one process sets a database up; the others wait and then find it done. */
const setupLock = 6_075_114_020_261_122n;

/**
 * Brings a database to this release: roles, schema, the queue's own schema. Any number of processes
 * may call it at once. Throws `RolesMissing` or `SchemaMismatch` with the way on.
 * Returns the names of the migrations that ran.
 */
export async function setUp({ addresses, makeRoles, migrations }: Setup): Promise<readonly string[]> {
  const known = await readMigrations(migrations);
  return asOwner(addresses.owner, async (owner) => {
    await refuseOldServer(owner);
    await owner.query('select pg_advisory_lock($1)', [setupLock]);
    if (makeRoles) await ensureRoles(owner, addresses);
    const ran = await migrate(owner, known);
    await letJobsCreate(owner, (name) => prepareJobs(addresses.jobs, name));
    return ran;
  });
}

async function refuseOldServer(owner: ClientBase): Promise<void> {
  const { rows } = await owner.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  );
  const version = rows[0]?.version ?? 0;
  if (version >= 150_000) return;
  throw new Error(
    `Kommons needs PostgreSQL 15 or newer; the server of DATABASE_URL is ${Math.floor(version / 10_000)}`,
  );
}

/** One connection with the owner's rights, for work that the application may not do. */
export async function asOwner<T>(address: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: address,
    application_name: 'kommons owner',
    keepAlive: true,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The role of the queue may create its schema, and only while it does. `work` is told the owner's name. */
async function letJobsCreate(owner: ClientBase, work: (name: string) => Promise<void>): Promise<void> {
  const { rows } = await owner.query<{ database: string; name: string }>(
    'select current_database() as database, current_user as name',
  );
  const [facts] = rows;
  if (facts === undefined) throw new Error('the server does not say who we are');
  const database = escapeIdentifier(facts.database);
  await owner.query(`grant create on database ${database} to ${jobsRole}`);
  try {
    await work(facts.name);
  } finally {
    await owner.query(`revoke create on database ${database} from ${jobsRole}`);
  }
}
