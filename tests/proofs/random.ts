/** A small seeded generator (mulberry32): numbers from 0 to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type Random = () => number;

/** A whole number from 0 up to, not including, `below`. */
export const whole = (random: Random, below: number): number => Math.floor(random() * below);

/** One of a list that is not empty. */
export function pick<T>(random: Random, from: readonly T[]): T {
  const found = from[whole(random, from.length)];
  if (found === undefined) throw new Error('there is nothing to pick from');
  return found;
}
