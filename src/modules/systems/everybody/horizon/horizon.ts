import { addMonths, type Day } from '../../../../kernel/dates/index.ts';

/** Whose contract ends when. */
export type Ending = { readonly user: string; readonly product: string; readonly ends: Day };

export type Window = {
  readonly from: Day;
  readonly to: Day;
  /** Those with a contract that ends in it, each once. */
  readonly users: readonly string[];
};

/** How long apart contracts may end and still be bought anew together. */
const windowMonths = 9;

/**
 * The time, at most so many months long, in which contracts of most organisations end, from today on: the earliest of
 * those with as many. Null where fewer than two end together.
 */
export function windowOf(
  endings: readonly Ending[],
  { today, months = windowMonths }: { readonly today: Day; readonly months?: number },
): Window | null {
  const coming = endings
    .filter(({ ends }) => ends >= today)
    .toSorted((a, b) => (a.ends < b.ends ? -1 : a.ends > b.ends ? 1 : 0));
  // Both edges move forward only: what leaves at the left has come in at the right.
  const within = new Map<string, number>();
  let next = 0;
  let best: Window | null = null;
  for (const { user: leaving, ends: from } of coming) {
    const last = addMonths(from, months);
    for (let one = coming[next]; one !== undefined && one.ends <= last; one = coming[next]) {
      within.set(one.user, (within.get(one.user) ?? 0) + 1);
      next += 1;
    }
    if (within.size > 1 && within.size > (best?.users.length ?? 0))
      best = { from, to: coming[next - 1]?.ends ?? from, users: [...within.keys()] };
    const left = (within.get(leaving) ?? 1) - 1;
    if (left === 0) within.delete(leaving);
    else within.set(leaving, left);
  }
  return best;
}

/** A product and whose contracts about it end soon. */
export type Leaving = { readonly product: string; readonly users: readonly string[]; readonly last: Day };

/** How far ahead it is said that neighbours leave a product. */
export const soonMonths = 18;

/**
 * Products that several have contracts about which end within some months, those of most first; the product of fewer
 * than two is left out.
 */
export function leavingOf(
  endings: readonly Ending[],
  { today, months = soonMonths }: { readonly today: Day; readonly months?: number },
): readonly Leaving[] {
  const until = addMonths(today, months);
  const soon = endings.filter(({ ends }) => ends >= today && ends <= until);
  return [...Map.groupBy(soon, ({ product }) => product)]
    .map(([product, own]) => ({
      product,
      users: [...new Set(own.map(({ user }) => user))],
      last:
        own
          .map(({ ends }) => ends)
          .toSorted()
          .at(-1) ?? today,
    }))
    .filter(({ users }) => users.length > 1)
    .toSorted((a, b) => b.users.length - a.users.length || (a.product < b.product ? -1 : 1));
}
