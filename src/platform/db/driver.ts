import {
  CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { isConnectionLoss } from './faults.ts';
import type { Scope } from './transaction.ts';
import { statementName } from './statements.ts';

/** Where a transaction has come to when it fails. */
export type Progress = { stage: 'connecting' | 'working' | 'committing' };

/**
 * A dialect for one transaction: it begins with the scope of row security already set, in the same
 * round trip, and notes how far it came.
 */
export function scopedDialect(pool: Pool, scope: Scope, progress: Progress): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createDriver: () => new ScopedDriver(pool, scope, progress),
  };
}

class ScopedConnection implements DatabaseConnection {
  readonly client: PoolClient;
  broken = false;

  constructor(client: PoolClient) {
    this.client = client;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const name = statementName(sql);
      const values = [...parameters];
      const result = await this.client.query(
        name === undefined ? { text: sql, values } : { name, text: sql, values },
      );
      const changes = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(result.command);
      return changes
        ? { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) }
        : { rows: result.rows };
    } catch (error) {
      this.broken ||= isConnectionLoss(error);
      throw error;
    }
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('A transaction does not stream; read in pages');
  }
}

class ScopedDriver implements Driver {
  readonly #pool: Pool;
  readonly #scope: Scope;
  readonly #progress: Progress;

  constructor(pool: Pool, scope: Scope, progress: Progress) {
    this.#pool = pool;
    this.#scope = scope;
    this.#progress = progress;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<ScopedConnection> {
    return new ScopedConnection(await this.#pool.connect());
  }

  async beginTransaction(connection: ScopedConnection): Promise<void> {
    try {
      await connection.client.query(beginWith(connection.client, this.#scope));
      this.#progress.stage = 'working';
    } catch (error) {
      connection.broken = true;
      throw error;
    }
  }

  async commitTransaction(connection: ScopedConnection): Promise<void> {
    this.#progress.stage = 'committing';
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: ScopedConnection): Promise<void> {
    if (connection.broken) return;
    try {
      await connection.client.query('rollback');
    } catch {
      // The first error says what went wrong; a connection that cannot roll back is closed.
      connection.broken = true;
    }
  }

  async releaseConnection(connection: ScopedConnection): Promise<void> {
    connection.client.release(connection.broken);
  }

  async destroy(): Promise<void> {}
}

function beginWith(client: PoolClient, scope: Scope): string {
  const organisation = client.escapeLiteral(scope.organisation ?? '');
  const person = client.escapeLiteral(scope.person ?? '');
  return `begin; select set_config('kommons.organisation', ${organisation}, true), set_config('kommons.person', ${person}, true)`;
}
