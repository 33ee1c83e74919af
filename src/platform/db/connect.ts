import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, sql } from 'kysely';
import { Pool, type PoolConfig } from 'pg';
import { scopedDialect, type Progress } from './driver.ts';
import { DatabaseUnavailable, isConnectionLoss, isWorthRepeating } from './faults.ts';
import type { Db, Scope, Tx } from './transaction.ts';
import type { DB } from './tables.ts';
import { valueTypes } from './types.ts';

export type ConnectOptions = {
  /** Address with the application's role. */
  readonly url: string;
  /** Connections at most; 16 unless given. */
  readonly connections?: number;
  /** A number from 0 to 1, for the pause before work is done again. */
  readonly random: () => number;
  /** Milliseconds to wait for a server that is starting or a free connection; 5000 unless given. */
  readonly patience?: number;
};

const attempts = 4;

/** Limits that every connection of the application has; boot asserts that they are there. */
export function poolConfig(url: string, connections: number, patience: number): PoolConfig {
  return {
    connectionString: url,
    max: connections,
    // A transaction's beginning and its first statement travel together.
    pipeline: true,
    connectionTimeoutMillis: patience,
    statement_timeout: 15_000,
    // The client's own limit, for a server that does not answer at all.
    query_timeout: 20_000,
    idle_in_transaction_session_timeout: 30_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    application_name: 'kommons',
    types: valueTypes,
  };
}

/** A pool that survives the loss of idle connections. */
export function openPool(config: PoolConfig, Kind: typeof Pool = Pool): Pool {
  const pool = new Kind(config);
  // Without listeners the loss of one connection ends the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Transactions over a pool of the application's role. */
export function connectPool(pool: Pool, random: () => number, patience: number): Db {
  const once = async <T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> => {
    const until = performance.now() + patience;
    for (;;) {
      const progress: Progress = { stage: 'connecting' };
      try {
        const kysely = new Kysely<DB>({ dialect: scopedDialect(pool, scope, progress) });
        return await kysely.transaction().execute(work);
      } catch (error) {
        if (!isConnectionLoss(error)) throw error;
        // Nothing has been done before the work begins, so waiting for the server is safe.
        if (progress.stage !== 'connecting' || performance.now() > until) {
          throw new DatabaseUnavailable(progress.stage === 'committing' ? 'unknown' : 'nothing-done', error);
        }
        await sleep(25 + random() * 75);
      }
    }
  };

  const ended: { promise: Promise<void> | null } = { promise: null };
  return {
    transaction: async (scope, work) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(scope, work);
        } catch (error) {
          if (attempt === attempts || !isWorthRepeating(error)) throw error;
          await sleep(random() * 20 * 2 ** attempt);
        }
      }
    },
    close: () => (ended.promise ??= pool.end()),
  };
}

/** Connects to a database that is ready. Throws `DatabaseUnavailable` from transactions, never here. */
export function connect({ url, connections = 16, random, patience = 5000 }: ConnectOptions): Db {
  return connectPool(openPool(poolConfig(url, connections, patience)), random, patience);
}

/** Whether the database can be asked right now. */
export async function isAnswering(db: Db): Promise<boolean> {
  const asked = db.transaction({ organisation: null, person: null }, (tx) => sql`select 1`.execute(tx));
  return asked.then(
    () => true,
    () => false,
  );
}
