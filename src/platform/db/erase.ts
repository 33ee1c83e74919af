import type { ClientBase } from 'pg';
import { dropSchemas, findOwnSchemas } from './own-schemas.ts';
import type { Addresses } from './roles.ts';
import { keepOthersOut, type Servers } from './presence.ts';
import { asOwner, setUp } from './setup.ts';

/** The queue's schemas, which belong to its own role. */
const queueSchemas = ['graphile_worker', 'jobs'];

/**
 * Takes everything away and sets the database up anew. Nothing comes back; for the demo world only. Throws, with
 * nothing changed, when a process serves the database, or when it also holds schemas that are not Kommons'.
 */
export async function eraseEverything(addresses: Addresses): Promise<void> {
  await asOwner(addresses.owner, async (client) => {
    refuseServers(await keepOthersOut(client));
    const own = await findOwnSchemas(client);
    await refuseOthers(client, [...own, ...queueSchemas]);
    await asOwner(addresses.jobs, (jobs) => dropSchemas(jobs, queueSchemas));
    await dropSchemas(client, own);
    await setUp({ addresses, makeRoles: false });
  });
}

function refuseServers(servers: Servers): void {
  if (servers.length === 0) return;
  throw new Error(
    `Kommons is running with this database (${servers.join(', ')}), so nothing was removed. Stop it first`,
  );
}

async function refuseOthers(client: ClientBase, known: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select nspname as name from pg_namespace
     where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public') and nspname <> all ($1)
     order by name`,
    [known],
  );
  if (rows.length === 0) return;
  const names = rows.map(({ name }) => name).join(', ');
  throw new Error(
    `The database also holds what is not Kommons' (${names}), so nothing was removed. ` +
      'Give Kommons a database of its own.',
  );
}
