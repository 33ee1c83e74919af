import { findRunning } from './embedded/index.ts';
import { databaseName, openDatabase, type OpenOptions } from './open.ts';
import { deriveAddresses, type Addresses } from './roles.ts';

/**
 * Lets a command work with the database for a while: as a guest of the Kommons that runs it, or
 * opening it for itself when none does. A command that needs Kommons to be stopped calls
 * `openDatabase`, which names the process that has the data folder.
 */
export async function visitDatabase<T>(
  options: OpenOptions,
  work: (addresses: Addresses) => Promise<T>,
): Promise<T> {
  const { place } = options;
  const running = place.kind === 'embedded' ? await findRunning(place.data) : null;
  if (running !== null) return work(deriveAddresses(running(databaseName)));
  const opened = await openDatabase(options);
  // The command brings its own connections; an open pool would look like a running Kommons.
  await opened.db.close();
  try {
    return await work(opened.addresses);
  } finally {
    await opened.close();
  }
}
