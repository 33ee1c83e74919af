import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rm, statfs, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { giveName, pathOf, unfinishedIn } from './place.ts';
import { piecesOf } from './reading.ts';

/** A file that comes piece by piece: on disk, and without a name until it is sealed and kept. */
export type Arriving = {
  readonly size: () => number;
  readonly append: (bytes: Uint8Array) => Promise<void>;
  /** `length` bytes from a place, fewer where the file ends before. */
  readonly read: (at: number, length: number) => Promise<Uint8Array>;
  /** Puts bytes in the place of others. */
  readonly overwrite: (at: number, bytes: Uint8Array) => Promise<void>;
  /** All of it, from the beginning. */
  readonly pieces: () => AsyncIterable<Uint8Array>;
  /** Ends it: from then on it has its hash and is synced. */
  readonly seal: () => Promise<Sealed>;
  /** Takes it away unless it is kept. Twice is once. */
  readonly drop: () => Promise<void>;
};

/** A file that is whole and synced, known by its SHA-256 in hexadecimal. */
export type Sealed = {
  readonly hash: string;
  readonly size: number;
  /** Puts it in the store. Twice is once. */
  readonly keep: () => Promise<void>;
};

/** What is left of the disk for everything else, in bytes. */
const leastRoom = 1024 ** 3;

async function writeAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.byteLength;) {
    const left = bytes.byteLength - done;
    const { bytesWritten } = await file.write(bytes, done, left, at + done);
    done += bytesWritten;
  }
}

/** Whether so many bytes more leave the disk room for everything else. */
export async function hasRoom(folder: string, bytes: number): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize - bytes >= leastRoom;
}

/** Begins a file of no bytes. */
export async function beginFile(folder: string): Promise<Arriving> {
  const waiting = unfinishedIn(folder);
  await mkdir(waiting, { recursive: true, mode: 0o700 });
  const path = join(waiting, randomUUID());
  const file = await open(path, 'wx+', 0o600);
  const now = { size: 0, open: true, kept: false };
  const close = async (): Promise<void> => {
    if (now.open) {
      now.open = false;
      await file.close();
    }
  };
  const keepAs = async (hash: string): Promise<void> => {
    if (!now.kept) await giveName(path, pathOf(folder, hash));
    now.kept = true;
  };
  return {
    size: () => now.size,
    append: async (bytes) => {
      await writeAll(file, bytes, now.size);
      now.size += bytes.byteLength;
    },
    read: async (at, length) => {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, now.size - at)));
      const { bytesRead } = await file.read(buffer, 0, buffer.byteLength, at);
      return buffer.subarray(0, bytesRead);
    },
    overwrite: (at, bytes) => writeAll(file, bytes, at),
    pieces: () => piecesOf(file, 0, now.size),
    seal: async () => {
      const whole = createHash('sha256');
      for await (const piece of piecesOf(file, 0, now.size)) whole.update(piece);
      await file.sync();
      await close();
      const hash = whole.digest('hex');
      return { hash, size: now.size, keep: () => keepAs(hash) };
    },
    drop: async () => {
      await close();
      if (!now.kept) await rm(path, { force: true });
    },
  };
}
