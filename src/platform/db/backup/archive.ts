import { createHash, type Hash } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { piecesOf, readExactly } from '../../files/index.ts';
import { blockSize, readOctal, readTarHeader, tarHeader, tarPadding } from './tar.ts';

/**
 * A backup is a tar archive whose last file, SHA256, is the digest of every byte before it. What
 * follows the digest is computed from it, so each byte of the file is either covered or compared.
 */
const digestName = 'SHA256';
const trailerSize = blockSize * 4;

export type Entry = {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  /** Where the content begins in the archive. */
  readonly offset: number;
};

export type WrittenEntry = Omit<Entry, 'offset'>;

export type Writer = {
  readonly add: (name: string, content: Uint8Array) => Promise<void>;
  /** Adds a file of a known size, read in chunks. Throws when the size turns out another. */
  readonly addFile: (name: string, source: FileHandle, size: number) => Promise<void>;
  readonly entries: () => readonly WrittenEntry[];
  /** Ends the archive and gives it its name, synced. Returns the digest. */
  readonly finish: () => Promise<string>;
  /** Throws away what was written. */
  readonly abandon: () => Promise<void>;
};

/** Begins an archive. Its name appears only when it is whole; it holds personal data, so mode 0600. */
export async function createArchive(path: string, at: Date): Promise<Writer> {
  const unfinished = `${path}.unfinished`;
  await rm(unfinished, { force: true });
  const file = await open(unfinished, 'wx', 0o600);
  const total = createHash('sha256');
  const entries: WrittenEntry[] = [];

  const write = async (bytes: Uint8Array, ...hashes: readonly Hash[]): Promise<void> => {
    for (const hash of hashes) hash.update(bytes);
    await file.writeFile(bytes);
  };
  const entry = async (name: string, size: number, content: AsyncIterable<Uint8Array>): Promise<void> => {
    const own = createHash('sha256');
    await write(tarHeader(name, size, at), total);
    let written = 0;
    for await (const chunk of content) {
      await write(chunk, total, own);
      written += chunk.length;
    }
    if (written !== size) throw new Error(`${name} changed while it was read`);
    await write(Buffer.alloc(tarPadding(size)), total);
    entries.push({ name, size, sha256: own.digest('hex') });
  };

  return {
    add: (name, content) => entry(name, content.length, once(content)),
    addFile: (name, source, size) => entry(name, size, piecesOf(source, 0, size)),
    entries: () => entries,
    finish: async () => {
      const digest = total.digest('hex');
      await write(trailerOf(digest, at));
      await file.sync();
      await file.close();
      await rename(unfinished, path);
      const folder = await open(dirname(path), 'r');
      await folder.sync();
      await folder.close();
      return digest;
    },
    abandon: async () => {
      await file.close();
      await rm(unfinished, { force: true });
    },
  };
}

export type Checked =
  | { readonly ok: true; readonly entries: readonly Entry[] }
  | { readonly ok: false; readonly reason: string };

/** Reads a whole archive and lists its files. Refuses one in which a single bit has changed. */
export async function checkArchive(file: FileHandle): Promise<Checked> {
  const { size } = await file.stat();
  const end = size - trailerSize;
  if (end <= 0 || size % blockSize !== 0) return { ok: false, reason: 'it is cut off, or is no backup' };
  const total = createHash('sha256');
  const entries: Entry[] = [];
  for (let position = 0; position < end;) {
    const header = await readExactly(file, position, blockSize);
    const found = readTarHeader(header);
    const offset = position + blockSize;
    if (found === null || offset + found.size > end) {
      return { ok: false, reason: `no file begins at byte ${position}, or it is no backup` };
    }
    total.update(header);
    const own = createHash('sha256');
    for await (const chunk of piecesOf(file, offset, found.size)) {
      total.update(chunk);
      own.update(chunk);
    }
    const padding = tarPadding(found.size);
    total.update(await readExactly(file, offset + found.size, padding));
    entries.push({ ...found, offset, sha256: own.digest('hex') });
    position = offset + found.size + padding;
  }
  const trailer = await readExactly(file, end, trailerSize);
  const at = trailerTime(trailer);
  if (at === null || !trailer.equals(trailerOf(total.digest('hex'), at))) {
    return { ok: false, reason: 'its content does not have the digest at its end' };
  }
  return { ok: true, entries };
}

/** The content of one file of a checked archive, read again and compared again. */
export async function readEntry(file: FileHandle, entry: Entry): Promise<Buffer> {
  const bytes = await readExactly(file, entry.offset, entry.size);
  if (createHash('sha256').update(bytes).digest('hex') !== entry.sha256) {
    throw new Error(`${entry.name} changed while the backup was read`);
  }
  return bytes;
}

function trailerOf(digest: string, at: Date): Buffer {
  const content = Buffer.alloc(blockSize);
  content.write(`${digest}\n`);
  return Buffer.concat([tarHeader(digestName, 65, at), content, Buffer.alloc(2 * blockSize)]);
}

/** The header of the digest repeats the archive's time, which is compared with everything else. */
function trailerTime(trailer: Buffer): Date | null {
  const seconds = readOctal(trailer, 136);
  return seconds === null ? null : new Date(seconds * 1000);
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
