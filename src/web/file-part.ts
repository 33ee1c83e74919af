import type { MultipartFile } from '@fastify/multipart';
import { createHash } from 'node:crypto';
import { mediaTypeOf, mostFileBytes, startSize } from '../platform/files/index.ts';
import type { UploadedFile } from '../platform/http/index.ts';
import type { ArrivedFile, LargeRoom } from './large.ts';

/** A file or a form is larger than it may be. */
export class TooLarge extends Error {}

const megabyte = 1024 * 1024;

/** Where the files of a form go. */
export type FileRoom = {
  /** Told of every byte that does not go to disk. Throws where it is too many. */
  readonly count: (bytes: number) => void;
  /** Whether what is not on disk is kept, or goes by. */
  readonly kept: boolean;
  /** For those that may be large. */
  readonly large: LargeRoom | null;
  /** What is sent in all, in bytes, as far as that is known. */
  readonly expected: number;
};

export type ReadPart =
  | { readonly kind: 'memory'; readonly file: UploadedFile }
  | { readonly kind: 'disk'; readonly file: ArrivedFile }
  | { readonly kind: 'none' };

type Pieces = AsyncIterable<Uint8Array>;

/** The beginning of a file, and everything of it. */
async function lookInto(pieces: Pieces): Promise<{ readonly start: Buffer; readonly all: Pieces }> {
  const rest = pieces[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let size = 0;
  while (size < startSize) {
    const next = await rest.next();
    if (next.done === true) break;
    read.push(next.value);
    size += next.value.byteLength;
  }
  const start = Buffer.concat(read);
  const all = async function* (): AsyncGenerator<Uint8Array> {
    if (start.byteLength > 0) yield start;
    try {
      for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
    } finally {
      await rest.return?.();
    }
  };
  return { start, all: all() };
}

async function mayBeLarge(start: Buffer, room: LargeRoom): Promise<boolean> {
  const type = await mediaTypeOf(start);
  return type?.startsWith(room.large.type) === true;
}

/** To disk as it comes: no more than a piece of it is in memory. */
async function toDisk(pieces: Pieces, room: LargeRoom, expected: number) {
  const most = room.large.megabytes * megabyte;
  const sent = createHash('sha256');
  const file = await room.begin(Math.min(expected, most));
  for await (const piece of pieces) {
    if (file.size() + piece.byteLength > most) throw new TooLarge();
    sent.update(piece);
    await file.append(piece);
  }
  return { file, sent: sent.digest('hex') };
}

async function toMemory(pieces: Pieces, { count, kept }: FileRoom): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.byteLength;
    if (size > mostFileBytes) throw new TooLarge();
    count(piece.byteLength);
    if (kept) all.push(piece);
  }
  return new Uint8Array(Buffer.concat(all));
}

/** Reads one file of a form to its end. Throws `TooLarge`, and what the room throws. */
export async function readFilePart(part: MultipartFile, room: FileRoom): Promise<ReadPart> {
  const { fieldname: field, filename: name } = part;
  const { start, all } = await lookInto(part.file);
  if (room.large !== null && (await mayBeLarge(start, room.large))) {
    const { file, sent } = await toDisk(all, room.large, room.expected);
    if (part.file.truncated) throw new TooLarge();
    return { kind: 'disk', file: { field, name, sent, file } };
  }
  const bytes = await toMemory(all, room);
  if (part.file.truncated) throw new TooLarge();
  // A file input left empty arrives as a nameless file of no bytes.
  if (!room.kept || (name === '' && bytes.byteLength === 0)) return { kind: 'none' };
  return { kind: 'memory', file: { field, name, bytes } };
}
