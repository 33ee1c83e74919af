import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { checked, pathOf } from './place.ts';
import { pieceSize, piecesOf, readExactly } from './reading.ts';

/** A kept file that is too large to be read whole. */
export type KeptFile = {
  readonly hash: string;
  readonly size: number;
  /**
   * The bytes from the first to the last, both counted, a piece at a time. Throws where the disk no longer gives what
   * was saved: what is given has been compared first.
   */
  readonly read: (first: number, last: number) => AsyncIterable<Uint8Array>;
};

/** What every piece of a file is, in the order of the file. */
type Known = { readonly size: number; readonly digests: Buffer };

/** Files whose pieces are remembered: 32 bytes for each piece, so at most 64 kilobytes for half a gigabyte. */
const mostKnown = 64;

const digestOf = (piece: Uint8Array): Buffer => createHash('sha256').update(piece).digest();

const damaged = (hash: string): Error => new Error(`the file ${hash} was damaged on disk`);

/** Reads a file once, compares it with its name, and remembers what each piece of it is. */
async function learn(path: string, hash: string): Promise<Known> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const whole = createHash('sha256');
    const digests: Buffer[] = [];
    for await (const piece of piecesOf(file, 0, size)) {
      whole.update(piece);
      digests.push(digestOf(piece));
    }
    if (whole.digest('hex') !== hash) throw damaged(hash);
    return { size, digests: Buffer.concat(digests) };
  } finally {
    await file.close();
  }
}

const isAsKnown = ({ digests }: Known, index: number, piece: Uint8Array): boolean =>
  digestOf(piece).equals(digests.subarray(index * 32, (index + 1) * 32));

/**
 * Opens files of the store to be read in parts. A file is compared with its name when this process first opens it; from
 * then on each piece is compared with what it was then, before it is given. Null when the hash is unknown.
 */
export function openParts(folder: string): (hash: string) => Promise<KeptFile | null> {
  const files = new Map<string, Promise<Known>>();
  const knownOf = (path: string, hash: string): Promise<Known> => {
    const before = files.get(hash);
    const known = before ?? learn(path, hash);
    // What was asked for last stands last.
    files.delete(hash);
    files.set(hash, known);
    known.catch(() => files.delete(hash));
    for (const oldest of files.keys()) if (files.size > mostKnown) files.delete(oldest);
    return known;
  };
  const read = async function* (hash: string, first: number, last: number): AsyncGenerator<Uint8Array> {
    const path = pathOf(folder, hash);
    const known = await knownOf(path, hash);
    const file = await open(path, 'r');
    try {
      for (let at = first - (first % pieceSize); at <= last; at += pieceSize) {
        const piece = await readExactly(file, at, Math.min(pieceSize, known.size - at));
        if (!isAsKnown(known, at / pieceSize, piece)) {
          files.delete(hash);
          throw damaged(hash);
        }
        yield piece.subarray(Math.max(0, first - at), Math.min(piece.byteLength, last + 1 - at));
      }
    } finally {
      await file.close();
    }
  };
  return async (hash) => {
    const path = pathOf(folder, checked(hash));
    if (!existsSync(path)) return null;
    const { size } = await knownOf(path, hash);
    return { hash, size, read: (first, last) => read(hash, first, last) };
  };
}
