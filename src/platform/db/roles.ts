import { hkdfSync } from 'node:crypto';
import type { ClientBase } from 'pg';

export const appRole = 'kommons_app';
export const jobsRole = 'kommons_jobs';

/** The addresses of the three roles of one database. */
export type Addresses = { readonly owner: string; readonly app: string; readonly jobs: string };

/** The roles are not there and cannot be made by this user. The message holds the SQL to run. */
export class RolesMissing extends Error {
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

/** Makes the roles that are missing, for addresses that `deriveAddresses` gave. */
export async function ensureRoles(client: ClientBase, addresses: Addresses): Promise<void> {
  for (const [role, address] of [
    [appRole, addresses.app],
    [jobsRole, addresses.jobs],
  ] as const) {
    const password = decodeURIComponent(new URL(address).password);
    await ensureRole(client, role, password);
  }
}

async function ensureRole(client: ClientBase, role: string, password: string): Promise<void> {
  const found = await client.query('select from pg_roles where rolname = $1', [role]);
  if (found.rows.length > 0) return;
  const secret = password === '' ? '' : ` password ${client.escapeLiteral(password)}`;
  try {
    await client.query(
      `create role ${role} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls${secret}`,
    );
  } catch (error) {
    if (isTaken(error)) return;
    if (isForbidden(error)) throw new RolesMissing(explainMissing(), { cause: error });
    throw error;
  }
}

/** 42710 and 23505: a process that sets up another database of this server made it first. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['42710', '23505'].includes(String(error.code));
}

function isForbidden(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '42501';
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
