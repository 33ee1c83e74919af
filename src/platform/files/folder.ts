import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Files } from './index.ts';

/** Files in a folder of this machine, `ab/abcdef…`. The folder is created when missing. */
export async function openFiles(folder: string): Promise<Files> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return {
    save: async (bytes) => {
      const hash = hashOf(bytes);
      const path = pathOf(folder, hash);
      // Another request may have written the same bytes a moment ago and not yet synced the name.
      if (await isWhole(path, hash)) await syncFolder(dirname(path));
      else await write(path, bytes);
      return hash;
    },
    get: (hash) => read(folder, hash),
    find: async (hash) => (existsSync(pathOf(folder, checked(hash))) ? read(folder, hash) : null),
  };
}

function checked(hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('that is no hash of a file');
  return hash;
}

async function read(folder: string, hash: string): Promise<Uint8Array> {
  const bytes = await readFile(pathOf(folder, checked(hash)));
  if (hashOf(bytes) !== hash) throw new Error(`the file ${hash} was damaged on disk`);
  return bytes;
}

/** The name appears only when the content is on disk, and the name itself is then synced too. */
async function write(path: string, bytes: Uint8Array): Promise<void> {
  const parent = dirname(path);
  if (!existsSync(parent)) {
    await mkdir(parent, { recursive: true, mode: 0o700 });
    await syncFolder(dirname(parent));
  }
  const unfinished = `${path}.${randomUUID()}`;
  try {
    const file = await open(unfinished, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await syncFolder(parent);
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** A file already there is believed only after it was read: damage is mended by saving again. */
async function isWhole(path: string, hash: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  return hashOf(await readFile(path)) === hash;
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const pathOf = (folder: string, hash: string): string => join(folder, hash.slice(0, 2), hash);
