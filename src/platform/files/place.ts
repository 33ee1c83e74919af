import { existsSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/* Where files are in the store's folder: `ab/abcdef…`, and those that have no name yet in a folder of their own. */

export const isHash = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

export function checked(hash: string): string {
  if (!isHash(hash)) throw new Error('that is no hash of a file');
  return hash;
}

export const pathOf = (folder: string, hash: string): string => join(folder, hash.slice(0, 2), hash);

/** Of files that come piece by piece. */
export const unfinishedIn = (folder: string): string => join(folder, 'unfinished');

export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** The folder of a file, there and synced. */
export async function makeFolderOf(path: string): Promise<void> {
  const parent = dirname(path);
  if (existsSync(parent)) return;
  await mkdir(parent, { recursive: true, mode: 0o700 });
  await syncFolder(dirname(parent));
}

/** Gives a file that is whole and synced its name, in place of whatever stood there. */
export async function giveName(unfinished: string, path: string): Promise<void> {
  await makeFolderOf(path);
  await rename(unfinished, path);
  await syncFolder(dirname(path));
}
