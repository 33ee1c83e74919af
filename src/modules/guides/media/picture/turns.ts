import { TooManyWait } from '../../../../platform/thread/index.ts';

/**
 * At most so many at a time; whoever comes after waits, in the order that they came. Throws `TooManyWait` where the
 * line is as long as it may be: each holds what its request holds.
 */
export function takeTurns({
  atOnce,
  most,
}: {
  readonly atOnce: number;
  readonly most: number;
}): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  const state = { busy: 0 };
  const enter = async (): Promise<void> => {
    if (state.busy < atOnce) state.busy += 1;
    else if (waiting.length >= most) throw new TooManyWait();
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) state.busy -= 1;
    else next();
  };
  return async (work) => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
