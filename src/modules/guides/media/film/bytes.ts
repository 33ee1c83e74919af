import type { Arriving } from '../../../../platform/files/index.ts';

/** A film that lies on disk, as those who go through it read and change it. */
export type FilmBytes = {
  readonly size: number;
  /** `length` bytes from a place, at most 1,024; fewer where the film ends before. */
  readonly at: (place: number, length: number) => Promise<Buffer>;
  readonly put: (place: number, bytes: Uint8Array) => Promise<void>;
  /** Writes zeros from a place to another. */
  readonly zero: (from: number, to: number) => Promise<void>;
};

/** What a film must not be: whoever goes through it throws this, and it is refused. */
export class Broken extends Error {}

const windowSize = 64 * 1024;
const zeros = new Uint8Array(256 * 1024);

/** Reads a piece of the film at a time: its parts are small and lie close together. Goes forward alone. */
export function filmBytes(file: Pick<Arriving, 'size' | 'read' | 'overwrite'>): FilmBytes {
  const size = file.size();
  const window = { from: 0, bytes: Buffer.alloc(0) };
  return {
    size,
    at: async (place, length) => {
      if (place < window.from || place + length > window.from + window.bytes.byteLength) {
        window.bytes = Buffer.from(await file.read(place, windowSize));
        window.from = place;
      }
      return window.bytes.subarray(place - window.from, place - window.from + length);
    },
    put: (place, bytes) => file.overwrite(place, bytes),
    zero: async (from, to) => {
      for (let at = from; at < to; at += zeros.byteLength)
        await file.overwrite(at, zeros.subarray(0, Math.min(zeros.byteLength, to - at)));
    },
  };
}
