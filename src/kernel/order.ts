/** Positions of ids in a list. */
export function positions(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(ids.map((id, index) => [id, index]));
}

export function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

/**
 * Ids that must move to turn the order of `before` into that of `after`, as few as possible: all that are
 * not on a longest increasing run. Ids of only one list do not count. O(n log n).
 */
export function movedIds(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  if (isWithin(before, after) || isWithin(after, before)) return NONE;
  const place = positions(before);
  const kept = after.filter((id) => place.has(id));
  const ranks = kept.map((id) => place.get(id) ?? 0);
  if (isIncreasing(ranks)) return NONE;
  const stable = longestIncreasing(ranks);
  return new Set(kept.filter((_, index) => !stable.has(index)));
}

type Sides = { readonly before: readonly string[]; readonly after: readonly string[] };

/** Ids of both lists that an id stands on the other side of than before. */
export function turnedWith(id: string, { before, after }: Sides): readonly string[] {
  const [was, is] = [before.indexOf(id), after.indexOf(id)];
  if (was < 0 || is < 0) return [];
  const place = positions(before);
  return after.filter((other, index) => {
    const then = place.get(other);
    return then !== undefined && then < was !== index < is && other !== id;
  });
}

/** Whether a list is another with nothing but additions, the usual case. */
function isWithin(few: readonly string[], many: readonly string[]): boolean {
  let found = 0;
  for (const id of many) if (id === few[found]) found += 1;
  return found === few.length;
}

const NONE: ReadonlySet<string> = new Set();

function isIncreasing(ranks: readonly number[]): boolean {
  for (let index = 1; index < ranks.length; index += 1) {
    if ((ranks[index] ?? 0) < (ranks[index - 1] ?? 0)) return false;
  }
  return true;
}

/** Indices of one longest strictly increasing subsequence (patience sorting). */
function longestIncreasing(ranks: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const previous: (number | undefined)[] = [];
  ranks.forEach((rank, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranks[tails[middle] ?? 0] ?? 0) < rank) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? tails[low - 1] : undefined;
    tails[low] = index;
  });
  const found = new Set<number>();
  for (let index = tails.at(-1); index !== undefined; index = previous[index]) found.add(index);
  return found;
}
