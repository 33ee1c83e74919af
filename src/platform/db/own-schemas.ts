import type { ClientBase } from 'pg';

/** The schemas that the migrations made: those of every table that they registered as open or protected. */
export async function findOwnSchemas(client: ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct n.nspname as name from pg_namespace n join pg_class c on c.relnamespace = n.oid
     where n.nspname || '.' || c.relname in (select name from platform.open_tables)
        or exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'maintenance')
     order by name`,
  );
  return rows.map(({ name }) => name);
}

/** Drops each with everything in it. */
export async function dropSchemas(client: ClientBase, names: readonly string[]): Promise<void> {
  for (const name of names)
    await client.query(`drop schema if exists ${client.escapeIdentifier(name)} cascade`);
}
