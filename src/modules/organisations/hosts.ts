import type { Db } from '../../platform/db/index.ts';
import { listHosts } from './store.ts';

export type HostTable = {
  /** The organisation whose public site has the host name; answered from memory. */
  readonly find: (host: string) => string | null;
  readonly refresh: () => Promise<void>;
};

/**
 * The host names in memory, empty until the first `refresh`. They change by an operator's hand. Kommons's own host
 * is nobody's, whatever the table says.
 */
export function hostTable(db: Db, ownHost: string): HostTable {
  let table: ReadonlyMap<string, string> = new Map();
  return {
    find: (host) => (host === ownHost ? null : (table.get(host) ?? null)),
    refresh: async () => {
      const hosts = await db.transaction({ organisation: null, person: null }, listHosts);
      table = new Map(hosts.map(({ host, organisation }) => [host, organisation]));
    },
  };
}
