/** Bytes kept under their SHA-256, synced before they are acknowledged. */
export type Files = {
  /** Stores and returns the hash (hex). Storing the same bytes again is harmless. */
  readonly save: (bytes: Uint8Array) => Promise<string>;
  /** Throws when the hash is unknown or the bytes no longer match it. */
  readonly get: (hash: string) => Promise<Uint8Array>;
};

export { openFiles } from './folder.ts';
export { clamdScanner } from './clamd.ts';
