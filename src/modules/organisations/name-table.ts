import type { Tx } from '../../platform/db/index.ts';
import { findNames } from './store.ts';

export type NameTable = {
  /** The short name; the id of whoever has not been learnt of. Answered from memory. */
  readonly find: (organisation: string) => string;
  /** Asks once for those that are not known, such as suppliers. */
  readonly learn: (tx: Tx, organisations: readonly string[]) => Promise<void>;
};

/** The names of organisations in memory: those that every release knows, and those that are learnt of. */
export function nameTable(everywhere: ReadonlyMap<string, string>): NameTable {
  const learnt = new Map<string, string>();
  const isKnown = (id: string): boolean => everywhere.has(id) || learnt.has(id);
  return {
    find: (id) => everywhere.get(id) ?? learnt.get(id) ?? id,
    learn: async (tx, ids) => {
      const found = await findNames(
        tx,
        [...new Set(ids)].filter((id) => !isKnown(id)),
      );
      for (const [id, name] of found) learnt.set(id, name);
    },
  };
}
