import { serveThread } from '../index.ts';

/** Counts to a number, or for ever; refuses what is below nothing. */
serveThread((to: number): number => {
  if (to < 0) throw new RangeError('below nothing');
  for (let now = 0; ; now += 1) if (now === to) return now;
});
