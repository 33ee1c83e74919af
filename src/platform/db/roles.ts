import { hkdfSync } from 'node:crypto';
import { Client, type ClientBase } from 'pg';
import { scramVerifier } from './scram.ts';

export const appRole = 'kommons_app';
export const jobsRole = 'kommons_jobs';

/** The addresses of the three roles of one database. */
export type Addresses = { readonly owner: string; readonly app: string; readonly jobs: string };

/** The roles are not as they must be, and cannot be made so by this user. The message says how to. */
class RolesMissing extends Error {
  override readonly name = 'RolesMissing';
}

/**
 * Addresses of the application's roles on the server of `owner`. Their passwords follow from the
 * owner's, so that every process with the same DATABASE_URL knows them and none is stored.
 */
export function deriveAddresses(owner: string): Addresses {
  const as = (role: string): string => {
    const url = new URL(owner);
    if (url.password !== '') url.password = derivePassword(url.password, role);
    url.username = role;
    return url.toString();
  };
  return { owner, app: as(appRole), jobs: as(jobsRole) };
}

/** HKDF (RFC 5869) with SHA-256: one secret in, one unrelated password per role out. */
function derivePassword(secret: string, role: string): string {
  const key = hkdfSync('sha256', decodeURIComponent(secret), 'kommons database role', role, 32);
  return Buffer.from(key).toString('base64url');
}

/**
 * Makes the roles that are missing, for addresses that `deriveAddresses` gave, and gives them their
 * passwords anew when the owner's has changed. Throws `RolesMissing` where the owner may not, and
 * where the roles serve another database of the same server.
 */
export async function ensureRoles(client: ClientBase, addresses: Addresses): Promise<void> {
  try {
    await ensureRole(client, appRole, addresses.app);
    await ensureRole(client, jobsRole, addresses.jobs);
  } catch (error) {
    if (codeOf(error) !== '42501') throw error;
    throw new RolesMissing(explainMissing(), { cause: error });
  }
}

async function ensureRole(client: ClientBase, role: string, address: string): Promise<void> {
  const found = await client.query<{ mark: string | null; own: string }>(
    `select shobj_description(oid, 'pg_authid') as mark, 'Kommons: ' || current_database() as own
     from pg_roles where rolname = $1`,
    [role],
  );
  const password = decodeURIComponent(new URL(address).password);
  const secret = password === '' ? '' : `password ${client.escapeLiteral(scramVerifier(password))}`;
  const [there] = found.rows;
  if (there === undefined) return createRole(client, role, secret);
  if (password === '' || (await canSignIn(address))) return;
  if (there.mark !== null && there.mark !== there.own)
    throw new RolesMissing(explainShared(role, there.mark));
  await client.query(`alter role ${role} ${secret}`);
}

async function createRole(client: ClientBase, role: string, secret: string): Promise<void> {
  try {
    await client.query(
      `create role ${role} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls ${secret}`,
    );
    const { rows } = await client.query<{ name: string }>('select current_database() as name');
    await client.query(
      `comment on role ${role} is ${client.escapeLiteral(`Kommons: ${rows[0]?.name ?? ''}`)}`,
    );
  } catch (error) {
    // 42710 and 23505: a process that sets up another database of this server made it first.
    if (!['42710', '23505'].includes(codeOf(error))) throw error;
  }
}

/** 28P01 and 28000: the server knows the role and not the password. Other faults are the caller's. */
async function canSignIn(address: string): Promise<boolean> {
  const client = new Client({ connectionString: address, application_name: 'kommons set-up' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (['28P01', '28000'].includes(codeOf(error))) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function explainMissing(): string {
  return (
    'The user of DATABASE_URL may not create roles. Either let it (as an administrator of the server):\n' +
    '  alter role <the user of DATABASE_URL> createrole;\n' +
    'or create the two roles yourself and give their addresses in DATABASE_APP_URL and DATABASE_JOBS_URL:\n' +
    `  create role ${appRole} login password '...';\n` +
    `  create role ${jobsRole} login password '...';`
  );
}

function explainShared(role: string, mark: string): string {
  return (
    `The role ${role} of this server has another password and serves another database (${mark}). ` +
    'Use a server for each Kommons, or give both addresses in DATABASE_APP_URL and DATABASE_JOBS_URL.'
  );
}
