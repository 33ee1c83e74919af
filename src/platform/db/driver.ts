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
 * round trip as its first statement, and notes how far it came. A transaction without statements
 * says nothing to the server.
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
  readonly #scope: Scope;
  readonly #progress: Progress;
  begun = false;
  broken = false;

  constructor(client: PoolClient, scope: Scope, progress: Progress) {
    this.client = client;
    this.#scope = scope;
    this.#progress = progress;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.begun) return this.send(query);
    this.begun = true;
    const [opened, first] = await Promise.allSettled([this.#begin(), this.send<R>(query)]);
    if (opened.status === 'rejected') throw opened.reason;
    if (first.status === 'rejected') throw first.reason;
    return first.value;
  }

  /** What fails to begin is closed: whatever was sent behind it ran without a scope, which may see nothing. */
  async #begin(): Promise<void> {
    try {
      await this.client.query(beginWith(this.client, this.#scope));
      this.#progress.stage = 'working';
    } catch (error) {
      this.broken = true;
      throw error;
    }
  }

  async send<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
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
    return new ScopedConnection(await this.#pool.connect(), this.#scope, this.#progress);
  }

  /** The first statement begins it. */
  async beginTransaction(): Promise<void> {}

  async commitTransaction(connection: ScopedConnection): Promise<void> {
    if (!connection.begun) return;
    this.#progress.stage = 'committing';
    await connection.send(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: ScopedConnection): Promise<void> {
    if (!connection.begun || connection.broken) return;
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

function beginWith(client: PoolClient, { organisation, person }: Scope): string {
  const organisationText = client.escapeLiteral(organisation ?? '');
  const personText = client.escapeLiteral(person ?? '');
  return `begin; set local kommons.organisation = ${organisationText}; set local kommons.person = ${personText}`;
}
