import { z } from 'zod';

const number = z.coerce.number().int().min(1).optional();

/** Which two versions to compare, as an address says it. */
export const Compared = z.object({ fran: number, till: number });

type Between = { readonly from: number; readonly to: number };

/**
 * The two versions to compare: those asked for, else the newest and the one before it. Null where there are not
 * two. `numbers` are those that there are, in any order.
 */
export function decideCompared(
  { fran, till }: z.infer<typeof Compared>,
  numbers: readonly number[],
): Between | null {
  const newestFirst = numbers.toSorted((a, b) => b - a);
  const to = till ?? newestFirst.find((one) => one !== fran);
  if (to === undefined) return null;
  const from = fran ?? newestFirst.find((one) => one < to) ?? newestFirst.find((one) => one !== to);
  return from === undefined ? null : { from, to };
}
