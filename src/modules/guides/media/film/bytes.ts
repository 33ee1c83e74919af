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
/** Writes that taking out what a film tells needs; one made of nothing else would hold the disk for long. */
const mostWrites = 20_000;
const zeros = new Uint8Array(256 * 1024);

/** Reads a piece of the film at a time: its parts are small and lie close together. Goes forward alone. */
export function filmBytes(file: Pick<Arriving, 'size' | 'read' | 'overwrite'>): FilmBytes {
  const size = file.size();
  const window = { from: 0, bytes: Buffer.alloc(0) };
  let writes = 0;
  const put = async (place: number, bytes: Uint8Array): Promise<void> => {
    writes += 1;
    if (writes > mostWrites) throw new Broken();
    await file.overwrite(place, bytes);
  };
  return {
    size,
    at: async (place, length) => {
      if (place < window.from || place + length > window.from + window.bytes.byteLength) {
        window.bytes = Buffer.from(await file.read(place, windowSize));
        window.from = place;
      }
      return window.bytes.subarray(place - window.from, place - window.from + length);
    },
    put,
    zero: async (from, to) => {
      for (let at = from; at < to; at += zeros.byteLength)
        await put(at, zeros.subarray(0, Math.min(zeros.byteLength, to - at)));
    },
  };
}
