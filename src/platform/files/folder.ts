import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { beginFile, hasRoom } from './arriving.ts';
import type { FileStore } from './index.ts';
import { openParts } from './parts.ts';
import { checked, isHash, makeFolderOf, pathOf, syncFolder, unfinishedIn } from './place.ts';
import { piecesOf } from './reading.ts';

/** Files in a folder of this machine, `ab/abcdef…`. The folder is created when missing. */
export async function openFiles(folder: string): Promise<FileStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return {
    save: async (bytes) => {
      const hash = hashOf(bytes);
      const path = pathOf(folder, hash);
      // Another request may have written the same bytes a moment ago and not yet synced the name.
      if ((await isWhole(path, hash)) && (await touch(path))) await syncFolder(dirname(path));
      else await write(path, bytes);
      return hash;
    },
    get: (hash) => read(folder, hash),
    find: async (hash, most = Infinity) => {
      const found = await stat(pathOf(folder, checked(hash))).catch(() => null);
      return found === null || found.size > most ? null : read(folder, hash);
    },
    begin: () => beginFile(folder),
    hasRoom: (bytes) => hasRoom(folder, bytes),
    open: openParts(folder),
    list: async (before) =>
      (await savedBefore(folder, before)).flatMap((path) => (isHash(basename(path)) ? [basename(path)] : [])),
    remove: (hash, before) => remove(pathOf(folder, checked(hash)), before),
    clearUnfinished: async (before) => {
      const unfinished = (await savedBefore(folder, before)).filter((path) => path.includes('.'));
      for (const path of unfinished) await clear(join(folder, path));
      return unfinished.length + (await clearArriving(unfinishedIn(folder), before));
    },
  };
}

/** Paths in the folder of files, whole or unfinished, whose content was last saved before the moment. */
async function savedBefore(folder: string, before: Date): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const path of await readdir(folder, { recursive: true })) {
    if (!/^[0-9a-f]{2}[\\/][0-9a-f]{64}(?:\.[0-9a-f-]{36})?$/.test(path)) continue;
    if (await isSavedBefore(join(folder, path), before)) paths.push(path);
  }
  return paths;
}

async function isSavedBefore(path: string, before: Date): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && found.mtime < before;
}

/** Of what came piece by piece and has no name nothing is whole. Returns how many went. */
async function clearArriving(waiting: string, before: Date): Promise<number> {
  let cleared = 0;
  for (const name of await readdir(waiting).catch(() => [])) {
    if (!(await isSavedBefore(join(waiting, name), before))) continue;
    await rm(join(waiting, name), { force: true });
    cleared += 1;
  }
  return cleared;
}

/** Marks a file as saved now, by the clock that marks new files; false when it was taken away meanwhile. */
async function touch(path: string): Promise<boolean> {
  const now = new Date();
  return utimes(path, now, now).then(
    () => true,
    () => false,
  );
}

/** Aside first, then a look at when it was saved: a saving at the same moment marks it before, or writes anew. */
async function remove(path: string, before: Date): Promise<boolean> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch {
    return false;
  }
  if ((await stat(aside)).mtime >= before) {
    await rename(aside, path);
    return false;
  }
  await rm(aside);
  return true;
}

/** What is whole was about to get its name, or was aside when everything stopped: it gets it. The rest goes. */
async function clear(unfinished: string): Promise<void> {
  const path = unfinished.slice(0, unfinished.lastIndexOf('.'));
  if (!existsSync(path) && (await isWhole(unfinished, basename(path)))) {
    await rename(unfinished, path);
    await syncFolder(dirname(path));
  } else await rm(unfinished, { force: true });
}

async function read(folder: string, hash: string): Promise<Uint8Array> {
  const bytes = await readFile(pathOf(folder, checked(hash)));
  if (hashOf(bytes) !== hash) throw new Error(`the file ${hash} was damaged on disk`);
  return bytes;
}

/** The name appears only when the content is on disk, and the name itself is then synced too. */
async function write(path: string, bytes: Uint8Array): Promise<void> {
  await makeFolderOf(path);
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
  await syncFolder(dirname(path));
}

/** A file already there is believed only after it was read: damage is mended by saving again. */
async function isWhole(path: string, hash: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  const whole = createHash('sha256');
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    for await (const piece of piecesOf(file, 0, size)) whole.update(piece);
  } finally {
    await file.close();
  }
  return whole.digest('hex') === hash;
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
