import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientBase } from 'pg';

/** Held together by all processes that serve a database, and alone by whoever takes everything in it away. */
const servingLock = 6_075_114_020_261_123n;

/** What a serving process is called among the connections of the server; at most 63 bytes. */
const sign = (): string => `kommons ${process.pid} at ${hostname().slice(0, 40)}`;

export type Presence = { readonly stop: () => Promise<void> };

/**
 * Makes known, to whoever would take everything away, that this process serves the database: for as long as it
 * lives, and anew when the connection was lost. Throws when everything is being taken away right now.
 */
export async function announce(ownerUrl: string): Promise<Presence> {
  const state: { client: Client | null; stopped: boolean } = { client: null, stopped: false };
  const hold = async (): Promise<boolean> => {
    const client = new Client({
      connectionString: ownerUrl,
      application_name: sign(),
      keepAlive: true,
      connectionTimeoutMillis: 5000,
    });
    client.on('error', () => undefined);
    client.once('end', () => {
      if (state.client === client) void again();
    });
    try {
      await client.connect();
      const { rows } = await client.query<{ held: boolean }>(
        'select pg_try_advisory_lock_shared($1) as held',
        [servingLock],
      );
      if (rows[0]?.held === true && !state.stopped) {
        state.client = client;
        return true;
      }
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    await client.end();
    return false;
  };
  const again = async (): Promise<void> => {
    state.client = null;
    while (!state.stopped) {
      if (await hold().catch(() => false)) return;
      await sleep(500, undefined, { ref: false });
    }
  };
  if (!(await hold())) {
    throw new Error(
      'Everything in this database is being taken away or put back right now. Start Kommons when that is done',
    );
  }
  return {
    stop: async () => {
      state.stopped = true;
      const { client } = state;
      state.client = null;
      await client?.end().catch(() => undefined);
    },
  };
}

/** Processes that serve the database, by name. Needs the owner's rights. */
export type Servers = readonly string[];

/**
 * Keeps every other process from serving the database for as long as the connection lives. Returns those that
 * serve it now; nobody is kept away then.
 */
export async function keepOthersOut(client: ClientBase): Promise<Servers> {
  for (let look = 1; ; look += 1) {
    const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [
      servingLock,
    ]);
    if (rows[0]?.alone === true) return [];
    const found = await listServers(client);
    // The server takes a moment to forget a connection that has just ended.
    if (look >= 10) return found;
    await sleep(50);
  }
}

async function listServers(client: ClientBase): Promise<Servers> {
  const { rows } = await client.query<{ name: string }>(
    `select coalesce(nullif(a.application_name, ''), 'kommons') as name
     from pg_locks l left join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.granted and l.objsubid = 1
       and l.database = (select oid from pg_database where datname = current_database())
       and (l.classid::bigint << 32 | l.objid::bigint) = $1 and l.pid <> pg_backend_pid()
     order by 1`,
    [servingLock],
  );
  return rows.map(({ name }) => name);
}
