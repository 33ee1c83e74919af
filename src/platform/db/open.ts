import { assertSafe } from './assertions.ts';
import { connectPool, openPool, poolConfig } from './connect.ts';
import { startEmbedded } from './embedded/index.ts';
import { announce, type Presence } from './presence.ts';
import type { Db } from './transaction.ts';
import { deriveAddresses, type Addresses } from './roles.ts';
import { asOwner, setUp } from './setup.ts';

/** Where the database is: run by this process in its data folder, or somebody's server. */
export type DatabasePlace =
  | {
      readonly kind: 'embedded';
      readonly data: string;
      /** Creates a cluster of this release's major version beside an older one, to restore into. */
      readonly besideOlder?: boolean;
    }
  | {
      readonly kind: 'server';
      /** An address with the rights of an owner. */
      readonly url: string;
      readonly appUrl?: string | undefined;
      readonly jobsUrl?: string | undefined;
    };

export type OpenDatabase = {
  readonly db: Db;
  readonly addresses: Addresses;
  /** Names of the migrations that ran now. */
  readonly migrated: readonly string[];
  /** The id of the embedded server's first process right now; null for somebody's server. */
  readonly serverPid: () => number | null;
  /** Ends connections, and the embedded server. */
  readonly close: () => Promise<void>;
};

export type OpenOptions = {
  readonly place: DatabasePlace;
  readonly random: () => number;
  readonly connections?: number;
  /** For as long as it is open, nobody may take everything away. */
  readonly serving?: boolean;
  readonly say?: (line: string) => void;
  /** A database that tests throw away: it need not sync, and boot does not ask. */
  readonly scratch?: boolean;
};

export const databaseName = 'kommons';

/**
 * Opens the database for serving: starts it where it is embedded, brings it to this release and
 * asserts that it and the role are safe. Every failure is thrown with a message that says what to do.
 */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  const { place, random, connections = 16, serving = false, scratch = false } = options;
  const reached = await reach(place, options);
  try {
    const migrated = await setUp({ addresses: reached.addresses, makeRoles: reached.makeRoles });
    const patience = 5000;
    const pool = openPool(poolConfig(reached.addresses.app, connections, patience));
    const ready = async (): Promise<Presence | null> => {
      await assertSafe(pool, scratch);
      return serving ? announce(reached.addresses.owner) : null;
    };
    const presence = await ready().catch(async (error: unknown) => {
      await pool.end();
      throw error;
    });
    const db = connectPool(pool, random, patience);
    const close = async (): Promise<void> => {
      await presence?.stop();
      await db.close();
      await reached.stop();
    };
    return { db, addresses: reached.addresses, migrated, serverPid: reached.pid, close };
  } catch (error) {
    await reached.stop();
    throw error;
  }
}

type Reached = {
  readonly addresses: Addresses;
  readonly makeRoles: boolean;
  readonly pid: () => number | null;
  readonly stop: () => Promise<void>;
};

async function reach(place: DatabasePlace, { say, scratch }: OpenOptions): Promise<Reached> {
  switch (place.kind) {
    case 'embedded': {
      const durability = scratch === true ? 'scratch' : 'lasting';
      const server = await startEmbedded({
        data: place.data,
        durability,
        besideOlder: place.besideOlder ?? false,
        ...(say === undefined ? {} : { say }),
      });
      await ensureDatabase(server.url('postgres'));
      const owner = server.url(databaseName);
      return { addresses: deriveAddresses(owner), makeRoles: true, pid: server.pid, stop: server.stop };
    }
    case 'server': {
      const derived = deriveAddresses(place.url);
      const given = place.appUrl !== undefined && place.jobsUrl !== undefined;
      const addresses = given ? { owner: place.url, app: place.appUrl, jobs: place.jobsUrl } : derived;
      return { addresses, makeRoles: !given, pid: () => null, stop: async () => undefined };
    }
  }
}

async function ensureDatabase(server: string): Promise<void> {
  await asOwner(server, async (client) => {
    const found = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (found.rows.length === 0) await client.query(`create database ${databaseName}`);
  });
}
