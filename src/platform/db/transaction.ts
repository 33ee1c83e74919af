import type { Transaction } from 'kysely';
import type { DB } from './tables.ts';

/** A transaction of the application's role, with tenant and person set for row security. */
export type Tx = Transaction<DB>;

/** What row security lets a transaction see: one organisation's rows, and one person's own. */
export type Scope = { readonly organisation: string | null; readonly person: string | null };

export type Db = {
  /** Commits when `work` returns, rolls back when it throws. */
  readonly transaction: <T>(scope: Scope, work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};
