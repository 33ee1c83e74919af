import { crc32, inflateRawSync } from 'node:zlib';

/* ZIP (PKWARE's APPNOTE, as OPC uses it, ISO/IEC 29500-2): the directory at the end says what is in the file. */

export type Entry = { readonly name: string; readonly bytes: Buffer };

export type ZipBounds = {
  readonly wanted: (name: string) => boolean;
  /** Bytes of the largest entry, and of all together, when they are unpacked. */
  readonly most: number;
  readonly mostInAll: number;
  readonly mostEntries: number;
};

export type Unpacked =
  | { readonly ok: true; readonly entries: readonly Entry[] }
  | { readonly ok: false; readonly failure: 'damaged' | 'too-large' };

class Broken extends Error {}
class TooLarge extends Error {}

const marks = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 } as const;

type Listed = {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  /** Unpacked, as the directory says. */
  readonly size: number;
  readonly at: number;
};

/** The directory's end is the last thing in the file, before a comment of at most 64 kB. */
function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at -= 1) {
    if (bytes.readUInt32LE(at) === marks.end && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length)
      return at;
  }
  throw new Broken();
}

function list(bytes: Buffer, { mostEntries }: ZipBounds): readonly Listed[] {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > mostEntries) throw new TooLarge();
  const found: Listed[] = [];
  for (let left = count; left > 0; left -= 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== marks.entry) throw new Broken();
    const encrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
    const length = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + length);
    if (encrypted || name.includes('\0')) throw new Broken();
    found.push({
      name,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return found;
}

/** Nothing is unpacked of a file whose directory says that it is too large; one that says too little is broken. */
function checkSizes(wanted: readonly Listed[], { most, mostInAll }: ZipBounds): void {
  const all = wanted.reduce((sum, { size }) => sum + size, 0);
  if (all > mostInAll || wanted.some(({ size }) => size > most)) throw new TooLarge();
}

function contentOf(bytes: Buffer, entry: Listed, most: number): Buffer {
  const { at, packed, method, crc, size } = entry;
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== marks.local) throw new Broken();
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (start + packed > bytes.length) throw new Broken();
  const inside = bytes.subarray(start, start + packed);
  if (method !== 0 && method !== 8) throw new Broken();
  const content = method === 0 ? inside : inflated(inside, most);
  if (content.length > most) throw new TooLarge();
  if (content.length !== size || crc32(content) !== crc) throw new Broken();
  return content;
}

function inflated(bytes: Buffer, most: number): Buffer {
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new TooLarge();
    throw new Broken();
  }
}

/**
 * The entries that are wanted, unpacked within bounds; the others are not looked into. Names lead nowhere: nothing
 * is written to disk. A wanted name that is there twice is refused.
 */
export function unzip(file: Uint8Array, bounds: ZipBounds): Unpacked {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  try {
    const wanted = list(bytes, bounds).filter(({ name }) => bounds.wanted(name));
    if (new Set(wanted.map(({ name }) => name)).size < wanted.length) throw new Broken();
    checkSizes(wanted, bounds);
    const entries: Entry[] = [];
    let left = bounds.mostInAll;
    for (const entry of wanted) {
      const content = contentOf(bytes, entry, Math.min(bounds.most, left));
      left -= content.length;
      entries.push({ name: entry.name, bytes: content });
    }
    return { ok: true, entries };
  } catch (error) {
    if (error instanceof TooLarge) return { ok: false, failure: 'too-large' };
    if (error instanceof Broken || error instanceof RangeError) return { ok: false, failure: 'damaged' };
    throw error;
  }
}

/** A ZIP of the entries as they are, unpacked. */
export function zip(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of entries) {
    const named = Buffer.from(name, 'utf8');
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x0800, 2);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(bytes.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(named.length, 22);
    const local = Buffer.concat([mark(marks.local), facts, named, bytes]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([mark(marks.entry), Buffer.from([20, 0]), facts, place, named]));
    parts.push(local);
    at += local.length;
  }
  const size = directory.reduce((sum, one) => sum + one.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, ...directory, mark(marks.end), end]);
}

function mark(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
