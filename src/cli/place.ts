import type { Config } from '../platform/config/index.ts';
import { connect, visitDatabase, type Db, type OpenOptions } from '../platform/db/index.ts';

/** Tells the person at the terminal one line. */
export type Say = (line: string) => void;

export const placeOf = (config: Config, say: Say): OpenOptions => ({
  place: config.database,
  random: Math.random,
  say,
});

/** Works with the database as the application does, beside a running Kommons or without one. */
export async function withDatabase<T>(config: Config, say: Say, work: (db: Db) => Promise<T>): Promise<T> {
  return visitDatabase(placeOf(config, say), async ({ app }) => {
    const db = connect({ url: app, connections: 2, random: Math.random });
    try {
      return await work(db);
    } finally {
      await db.close();
    }
  });
}
