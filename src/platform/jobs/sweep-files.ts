import type { ClientBase } from 'pg';
import { asOwner, withoutNamed } from '../db/index.ts';
import type { FileStore } from '../files/index.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * Takes away the bytes that no row names: of drafts that are gone, of files that were taken back, of uploads whose
 * request was undone. What was saved within a day stays, since its row may still be on its way. Returns how many.
 */
export async function sweepFiles(means: {
  readonly ownerUrl: string;
  readonly files: FileStore;
  readonly now: Date;
}): Promise<number> {
  const { ownerUrl, files, now } = means;
  const before = new Date(now.getTime() - day);
  await files.clearUnfinished(before);
  // Listed first: what is named from now on is found among the rows.
  const old = await files.list(before);
  const unnamed = old.length === 0 ? [] : await asOwner(ownerUrl, (client) => withoutNamed(client, old));
  const removed: string[] = [];
  for (const hash of unnamed) if (await files.remove(hash, before)) removed.push(hash);
  if (removed.length > 0) await asOwner(ownerUrl, (client) => forget(client, removed, before));
  return removed.length;
}

/** Nobody may name what is gone, unless it was put in again meanwhile. */
async function forget(client: ClientBase, hashes: readonly string[], before: Date): Promise<void> {
  await client.query('begin');
  await client.query(`set local kommons.maintenance = 'on'`);
  await client.query('delete from platform.files where hash = any($1) and saved_at < $2', [hashes, before]);
  await client.query('commit');
}
