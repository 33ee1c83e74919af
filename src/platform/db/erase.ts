import { escapeIdentifier, type Client } from 'pg';
import type { Addresses } from './roles.ts';
import { asOwner, setUp } from './setup.ts';

async function dropSchemas(client: Client, names: readonly string[]): Promise<void> {
  for (const name of names) await client.query(`drop schema if exists ${escapeIdentifier(name)} cascade`);
}

/** Takes everything away and sets the database up anew. Nothing comes back; for the demo world only. */
export async function eraseEverything(addresses: Addresses): Promise<void> {
  // The queue's schema belongs to its own role.
  await asOwner(addresses.jobs, (client) => dropSchemas(client, ['graphile_worker']));
  await asOwner(addresses.owner, async (client) => {
    const found = await client.query<{ name: string }>(
      `select nspname as name from pg_namespace
       where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public', 'jobs')`,
    );
    await dropSchemas(
      client,
      found.rows.map(({ name }) => name),
    );
  });
  await asOwner(addresses.jobs, (client) => dropSchemas(client, ['jobs']));
  await setUp({ addresses, makeRoles: false });
}
