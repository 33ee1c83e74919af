import type { Arriving } from './arriving.ts';
import type { KeptFile } from './parts.ts';

/** Bytes kept under their SHA-256, synced before they are acknowledged. */
export type Files = {
  /** Stores and returns the hash (hex). Storing the same bytes again is harmless. */
  readonly save: (bytes: Uint8Array) => Promise<string>;
  /** Throws when the hash is unknown or the bytes no longer match it. */
  readonly get: (hash: string) => Promise<Uint8Array>;
  /** As `get`, and null when the hash is unknown, or of a file of more bytes than `most`. */
  readonly find: (hash: string, most?: number) => Promise<Uint8Array | null>;
  /** Begins a file that comes piece by piece. */
  readonly begin: () => Promise<Arriving>;
  /** Whether a file of so many bytes leaves the disk room for everything else. */
  readonly hasRoom: (bytes: number) => Promise<boolean>;
  /** A file of any size, to be read in parts; null when the hash is unknown. Throws when the bytes no longer match it. */
  readonly open: (hash: string) => Promise<KeptFile | null>;
};

/** As nightly work has them: what nobody has saved for long can be listed and taken away. */
export type FileStore = Files & {
  /** Hashes of files last saved before the moment. */
  readonly list: (before: Date) => Promise<readonly string[]>;
  /** Takes the bytes away unless they were saved again since; says whether they went. */
  readonly remove: (hash: string, before: Date) => Promise<boolean>;
  /** Clears what was cut off before the moment: what is whole gets its name, the rest goes. Returns how many. */
  readonly clearUnfinished: (before: Date) => Promise<number>;
};

export type ScanVerdict = 'clean' | 'infected' | 'unavailable';

/** What a virus scanner says of a file. What it cannot answer is `unavailable`, and then the file is refused. */
export type Scan = (content: Uint8Array | AsyncIterable<Uint8Array>) => Promise<ScanVerdict>;

export type { Arriving, Sealed } from './arriving.ts';
export type { KeptFile } from './parts.ts';
export { piecesOf, readExactly } from './reading.ts';
export { openFiles } from './folder.ts';
export { clamdScanner } from './clamd.ts';
export { heldFiles, hold, listNotHeld, shippedBy } from './held.ts';
export { mostAtOnce, mostFileBytes, mostMegabytes } from './limits.ts';
export { mediaTypeOf, startOf, startSize } from './media-type.ts';
export { cleanName, withExtension } from './name.ts';
export { scannerOf, useScanner } from './scan.ts';
