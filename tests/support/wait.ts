import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something has come true elsewhere. Throws when it has not within the milliseconds. */
export async function waitFor(
  happened: () => boolean | Promise<boolean>,
  milliseconds = 5000,
): Promise<void> {
  const until = performance.now() + milliseconds;
  while (!(await happened())) {
    if (performance.now() > until)
      throw new Error(`did not happen within ${milliseconds} ms: ${happened.toString()}`);
    await sleep(10);
  }
}
