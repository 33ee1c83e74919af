import { sql } from 'kysely';
import { mediaStore } from '../../src/modules/guides/media/store.ts';
import { hold } from '../../src/platform/files/index.ts';
import type { TestApp } from './app.ts';

/** Puts a file in for an organisation, as an upload does. Gives the name that a definition knows it by. */
export const putIn = (
  { ground, database, clock }: TestApp,
  organisation: string,
  bytes: Uint8Array,
): Promise<string> =>
  database.db.transaction({ organisation, person: null }, (tx) =>
    mediaStore({ tx, now: clock.now, files: ground.files, organisation }).keep(bytes),
  );

/** Does something as if nothing asked whose the file is, and takes the right to name it away again. */
export async function pastEveryCheck<T>(
  { database, clock }: TestApp,
  { organisation, media }: { readonly organisation: string; readonly media: string },
  work: () => Promise<T>,
): Promise<T> {
  const hash = media.replace('sha256-', '');
  const scope = { organisation, person: null };
  await database.db.transaction(scope, (tx) => hold({ tx, organisation }, [hash], clock.now));
  const done = await work();
  await database.db.transaction(scope, (tx) =>
    sql`delete from platform.files where organisation_id = ${organisation} and hash = ${hash}`.execute(tx),
  );
  return done;
}
