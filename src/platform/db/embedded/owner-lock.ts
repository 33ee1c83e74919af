import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isAlive, startMark } from './processes.ts';

const Holder = z.object({
  pid: z.number(),
  mark: z.string(),
  since: z.string(),
  command: z.string(),
  token: z.string(),
});
type Holder = z.infer<typeof Holder>;

/** The data folder is another living process's. The message names it. */
export class DataFolderTaken extends Error {
  readonly pid: number;
  constructor(folder: string, holder: Holder) {
    super(
      `The data folder ${folder} is in use by process ${holder.pid} (${holder.command}), ` +
        `since ${holder.since}. Stop that process, or set KOMMONS_DATA to another folder.`,
    );
    this.name = 'DataFolderTaken';
    this.pid = holder.pid;
  }
}

export type OwnerLock = { readonly release: () => Promise<void> };

/**
 * Makes this process the one owner of a data folder. The lock of a process that is gone (same id
 * and start time no longer alive) is taken over. Throws `DataFolderTaken` otherwise.
 */
export async function takeOwnerLock(folder: string): Promise<OwnerLock> {
  const path = join(folder, 'owner.lock');
  const mine: Holder = {
    pid: process.pid,
    mark: startMark(process.pid) ?? '',
    since: new Date(Date.now() - process.uptime() * 1000).toISOString(),
    command: process.argv.slice(0, 3).join(' '),
    token: randomUUID(),
  };
  const own = `${path}.${mine.token}`;
  await writeFile(own, JSON.stringify(mine), { flush: true });
  try {
    // A link is made or refused as one step, with the content already in place.
    while (!(await linked(own, path))) await clearStale(folder, path, mine);
  } finally {
    await rm(own, { force: true });
  }
  return { release: () => release(path, mine) };
}

async function linked(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function clearStale(folder: string, path: string, mine: Holder): Promise<void> {
  const seen = await readHolder(path);
  if (seen === null) return;
  if (isAlive(seen.pid) && startMark(seen.pid) === seen.mark) throw new DataFolderTaken(folder, seen);
  const aside = `${path}.stale.${mine.token}`;
  await rename(path, aside).catch(ignoreMissing);
  const moved = await readHolder(aside);
  // Somebody took the stale lock over between the look and the move: theirs goes back.
  if (moved !== null && moved.token !== seen.token) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

async function release(path: string, mine: Holder): Promise<void> {
  const holder = await readHolder(path);
  if (holder?.token === mine.token) await rm(path, { force: true });
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    return Holder.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new Error(`${path} is not a lock that Kommons wrote; remove it if no Kommons is running`, {
      cause: error,
    });
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
