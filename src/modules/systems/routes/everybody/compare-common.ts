import { isoDay } from '../../../../platform/text/index.ts';
import type { CompareItem } from '../../everybody/compare/compare.ts';
import type { Seen } from './compare-parts.ts';

type Had = CompareItem & { readonly user: string };

function itemsOf({ comparison, asked }: Seen): readonly Had[] {
  return comparison.rows.flatMap(({ cells }) =>
    cells.flatMap(({ items }, index) =>
      items.map((item) => ({ ...item, user: asked.organisations[index] ?? '' })),
    ),
  );
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

/** The product of the first that most of the others run too: of several, where a contract ends first, or of most price. */
export function commonest(seen: Seen): Common | null {
  const today = isoDay(seen.ground.context.now);
  const [firstOne] = seen.asked.organisations;
  const byProduct = Map.groupBy(itemsOf(seen), ({ product }) => product);
  const shared = [...byProduct].flatMap(([product, items]) => {
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

/** Products that the first and others have, that somebody of them only plans and that nobody runs together with it. */
export function plannedOnly(
  seen: Seen,
): readonly { readonly product: string; readonly users: readonly string[] }[] {
  const [firstOne = ''] = seen.asked.organisations;
  return [...Map.groupBy(itemsOf(seen), ({ product }) => product)].flatMap(([product, items]) => {
    const users = new Set(items.map(({ user }) => user));
    const planning = [...new Set(items.filter(({ status }) => status === 'planned').map(({ user }) => user))];
    const counted = items.some(({ same }) => same) || !users.has(firstOne) || users.size < 2;
    return counted || planning.length === 0 ? [] : [{ product, users: planning }];
  });
}
