import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The key of a demo, made once and kept in the data folder: 32 random bytes. Production brings its
 * own in KOMMONS_KEY. Processes that start at the same time agree on one.
 */
export async function getKey(data: string): Promise<Uint8Array> {
  const path = join(data, 'key');
  const kept = await read(path);
  if (kept !== null) return kept;
  await mkdir(data, { recursive: true });
  const own = `${path}.${randomUUID()}`;
  await writeFile(own, randomBytes(32), { mode: 0o600, flush: true });
  // A link is made whole or not at all, so nobody reads half a key.
  await link(own, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(own);
  const made = await read(path);
  if (made === null) throw new Error(`${path} vanished while it was made`);
  return made;
}

async function read(path: string): Promise<Uint8Array | null> {
  try {
    const bytes = await readFile(path);
    if (bytes.length < 32) throw new Error(`${path} is too short for a key; remove it and start again`);
    return bytes;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
