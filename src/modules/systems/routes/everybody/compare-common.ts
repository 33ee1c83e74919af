import { isoDay } from '../../../../platform/text/index.ts';
import type { CompareItem } from '../../everybody/compare/compare.ts';
import type { Seen } from './compare-parts.ts';

type Had = CompareItem & { readonly user: string };

/** Where the products of the first are had, at the first and at the others. */
function itemsOfFirst({ comparison, asked }: Seen): ReadonlyMap<string, readonly Had[]> {
  const firsts = comparison.rows.flatMap(({ cells }) => cells[0]?.items ?? []);
  const had = new Map<string, Had[]>(firsts.map(({ product }) => [product, []]));
  for (const { cells } of comparison.rows) {
    for (const [index, { items }] of cells.entries()) {
      const user = asked.organisations[index] ?? '';
      for (const item of items) had.get(item.product)?.push({ ...item, user });
    }
  }
  return had;
}

export type Common = {
  readonly product: string;
  /** The others that run it. */
  readonly users: readonly string[];
  /** When their contracts about it end. */
  readonly ends: readonly string[];
  /** The first day, from today on, that a contract about it ends; the first one's own too. */
  readonly first: string | null;
  /** What it costs an inhabitant, as far as it is known. */
  readonly price: number;
  /** How many products else are as common. */
  readonly others: number;
};

/** A product, and those who plan it. */
type Planned = { readonly product: string; readonly users: readonly string[] };

/** Of the products of the first, what most of the others run, and what is no more than planned. */
export type InCommon = { readonly commonest: Common | null; readonly planned: readonly Planned[] };

export function inCommon(seen: Seen): InCommon {
  const had = itemsOfFirst(seen);
  return { commonest: commonest(seen, had), planned: plannedOnly(had) };
}

/** The product of the first that most of the others run too: of several, where a contract ends first, or of most price. */
function commonest(seen: Seen, had: ReadonlyMap<string, readonly Had[]>): Common | null {
  const today = isoDay(seen.ground.context.now);
  const [firstOne] = seen.asked.organisations;
  const shared = [...had].flatMap(([product, items]) => {
    const same = [...new Map(items.filter((one) => one.same).map((one) => [one.usage, one])).values()];
    if (same.length === 0) return [];
    const own = items.filter(({ user, status }) => user === firstOne && status !== 'planned');
    const coming = [...own, ...same].flatMap(({ ends }) => (ends === null || ends < today ? [] : [ends]));
    const prices = [...own, ...same].map(({ perInhabitant }) => perInhabitant ?? 0);
    return {
      product,
      users: [...new Set(same.map(({ user }) => user))],
      ends: same.flatMap(({ ends }) => ends ?? []),
      first: coming.toSorted()[0] ?? null,
      price: Math.max(...prices),
    };
  });
  const sorted = shared.toSorted(
    (a, b) =>
      b.users.length - a.users.length ||
      ((a.first ?? '9') < (b.first ?? '9') ? -1 : (a.first ?? '9') > (b.first ?? '9') ? 1 : 0) ||
      b.price - a.price ||
      (a.product < b.product ? -1 : 1),
  );
  const [best] = sorted;
  if (best === undefined) return null;
  return { ...best, others: sorted.filter(({ users }) => users.length === best.users.length).length - 1 };
}

/** What the first and others have, that somebody of them only plans and that nobody runs together with the first. */
const plannedOnly = (had: ReadonlyMap<string, readonly Had[]>): readonly Planned[] =>
  [...had].flatMap(([product, items]) => {
    const planning = [...new Set(items.filter(({ status }) => status === 'planned').map(({ user }) => user))];
    const counted = items.some(({ same }) => same) || new Set(items.map(({ user }) => user)).size < 2;
    return counted || planning.length === 0 ? [] : [{ product, users: planning }];
  });
