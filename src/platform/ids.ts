import { randomFillSync } from 'node:crypto';
import type { Clock } from './clock.ts';

/** Fills the bytes with what nobody can guess. */
export type RandomBytes = (target: Uint8Array) => void;

export const secureBytes: RandomBytes = (target) => {
  randomFillSync(target);
};

/**
 * New ids: UUID version 7 (RFC 9562), 48 bits of Unix milliseconds and 74 random bits. Ids of one
 * maker rise strictly, also within a millisecond and when the clock steps back (section 6.2,
 * method 2: the random part is counted up).
 */
export function createIds(clock: Clock, random: RandomBytes): () => string {
  const last = { time: 0, tail: 0n };
  return () => {
    const now = clock().getTime();
    if (now > last.time) {
      last.time = now;
      last.tail = randomTail(random);
    } else {
      last.tail += 1n + (randomTail(random) >> 42n);
      if (last.tail >= 1n << 74n) {
        last.time += 1;
        last.tail = randomTail(random);
      }
    }
    return format(BigInt(last.time), last.tail);
  };
}

/** New secrets: 256 random bits, base64url, for what must not be guessed. */
export function createSecrets(random: RandomBytes): () => string {
  return () => {
    const bytes = new Uint8Array(32);
    random(bytes);
    return Buffer.from(bytes).toString('base64url');
  };
}

/** 74 bits with the highest clear, so that there is room to count. */
function randomTail(random: RandomBytes): bigint {
  const bytes = new Uint8Array(10);
  random(bytes);
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`) & ((1n << 73n) - 1n);
}

function format(time: bigint, tail: bigint): string {
  const high = (time << 16n) | 0x7000n | (tail >> 62n);
  const low = (0b10n << 62n) | (tail & ((1n << 62n) - 1n));
  const hex = ((high << 64n) | low).toString(16).padStart(32, '0');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
