import type { Pool } from 'pg';
import { z } from 'zod';

/** What boot wants to know of the server and of the role it works as. */
const Facts = z.object({
  role: z.string(),
  version: z.number(),
  superuser: z.boolean(),
  bypasses: z.boolean(),
  owns: z.number(),
  belongs_to_owner: z.boolean(),
  fsync: z.string(),
  full_page_writes: z.string(),
  synchronous_commit: z.string(),
  statement_timeout: z.string(),
  idle_timeout: z.string(),
});
export type Facts = z.infer<typeof Facts>;

/** The database or the role is not safe to serve people with. The message lists every reason. */
class UnsafeDatabase extends Error {
  override readonly name = 'UnsafeDatabase';
  readonly reasons: readonly string[];
  constructor(reasons: readonly string[]) {
    super(`The database is not safe to use:\n${reasons.map((reason) => `  - ${reason}`).join('\n')}`);
    this.reasons = reasons;
  }
}

const question = `
select current_user::text as role,
  current_setting('server_version_num')::int as version,
  r.rolsuper as superuser, r.rolbypassrls as bypasses,
  (select count(*)::int from pg_class where relowner = r.oid) + (select count(*)::int from pg_proc where proowner = r.oid) as owns,
  (select bool_or(pg_has_role(r.oid, n.nspowner, 'member')) from pg_namespace n where n.nspname = 'platform') as belongs_to_owner,
  current_setting('fsync') as fsync,
  current_setting('full_page_writes') as full_page_writes,
  current_setting('synchronous_commit') as synchronous_commit,
  current_setting('statement_timeout') as statement_timeout,
  current_setting('idle_in_transaction_session_timeout') as idle_timeout
from pg_roles r where r.rolname = current_user`;

/** What is unsafe; empty when nothing is. `scratch` databases, in tests, need not sync. */
export function decideUnsafe(facts: Facts, scratch: boolean): readonly string[] {
  const rules: readonly (readonly [boolean, string])[] = [
    [facts.version < 150_000, `the server is older than PostgreSQL 15 (${facts.version})`],
    [facts.superuser, `the role ${facts.role} is a superuser`],
    [facts.bypasses, `the role ${facts.role} can bypass row security`],
    [facts.owns > 0, `the role ${facts.role} owns ${facts.owns} tables or functions`],
    [facts.belongs_to_owner, `the role ${facts.role} has the rights of the owner`],
    [facts.statement_timeout === '0', 'statement_timeout is not set'],
    [facts.idle_timeout === '0', 'idle_in_transaction_session_timeout is not set'],
    [!scratch && facts.fsync !== 'on', 'fsync is off: what is acknowledged may be lost'],
    [!scratch && facts.full_page_writes !== 'on', 'full_page_writes is off: a crash may tear pages'],
    [
      !scratch && facts.synchronous_commit === 'off',
      'synchronous_commit is off: what is acknowledged may be lost',
    ],
  ];
  return rules.filter(([broken]) => broken).map(([, reason]) => reason);
}

/** Asks the server and throws `UnsafeDatabase` with everything that is wrong. */
export async function assertSafe(pool: Pool, scratch: boolean): Promise<void> {
  const { rows } = await pool.query(question);
  const reasons = [...decideUnsafe(Facts.parse(rows[0]), scratch)];
  if (pool.options.query_timeout === undefined) reasons.push('query_timeout is not set on the pool');
  if (pool.listenerCount('error') === 0) reasons.push('nobody listens for lost connections of the pool');
  if (reasons.length > 0) throw new UnsafeDatabase(reasons);
}
