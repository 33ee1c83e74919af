import assert from 'node:assert/strict';

/** The quickest of three times, in milliseconds: what else the machine does makes none of them quicker. */
function quickest(work: () => unknown): number {
  const times = [0, 0, 0].map(() => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

/**
 * Sees that `work` on four times as much takes about four times as long, where one that tries every way would take
 * sixteen times or more. `most` is the larger size, chosen so that such a one takes seconds.
 */
export function assertLinear(work: (size: number) => () => unknown, most: number): void {
  const [small, large] = [work(most / 4), work(most)];
  small();
  const [before, after] = [quickest(small), quickest(large)];
  assert.ok(
    after < 9 * before + 60,
    `${before.toFixed(1)} ms became ${after.toFixed(1)} ms for four times as much`,
  );
}
