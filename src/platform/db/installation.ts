import { sql } from 'kysely';
import type { Db } from './transaction.ts';

export type Mode = 'demo' | 'production';

/**
 * Marks the database with the mode of its first start, and refuses the other one ever after: invented people
 * do not come into a real database, and a real one is never reset. Throws with what to do.
 */
export async function keepToMode(db: Db, mode: Mode): Promise<void> {
  const kept = await db.transaction({ organisation: null, person: null }, async (tx) => {
    await sql`insert into platform.installation (mode) values (${mode}) on conflict do nothing`.execute(tx);
    const found = await sql<{ mode: Mode }>`select mode from platform.installation`.execute(tx);
    return found.rows[0]?.mode;
  });
  if (kept === mode) return;
  throw new Error(
    kept === 'demo'
      ? 'this database holds a demo world, with invented people; give production an empty database'
      : 'this database is in production; demo mode needs a database of its own',
  );
}
