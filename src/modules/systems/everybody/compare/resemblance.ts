/** An organisation as it is likened to others. */
export type Likened = {
  readonly id: string;
  readonly inhabitants: number | null;
  readonly county: string | null;
  readonly networks: readonly string[];
  /** Products that stand for what it uses. */
  readonly products: ReadonlySet<string>;
  /** What it needs systems for. */
  readonly needs: ReadonlySet<string>;
};

/** Why somebody resembles us, the weightiest first. */
export type Why =
  | { readonly kind: 'landscape'; readonly same: number; readonly of: number }
  | { readonly kind: 'needs'; readonly same: number; readonly of: number }
  | { readonly kind: 'size'; readonly inhabitants: number }
  | { readonly kind: 'county' }
  | { readonly kind: 'network'; readonly network: string };

export type Resembling = {
  readonly id: string;
  /** From 0 to 1. */
  readonly score: number;
  readonly why: readonly Why[];
};

/** How much each counts. What is not known of either counts for nothing, and the others for as much more. */
const weights = { landscape: 0.4, needs: 0.2, size: 0.2, county: 0.1, network: 0.1 } as const;

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let n = 0;
  for (const one of a) if (b.has(one)) n += 1;
  return n;
};

/** Shared over all, 0 to 1; null where one of them has none. */
function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number | null {
  if (a.size === 0 || b.size === 0) return null;
  const both = shared(a, b);
  return both / (a.size + b.size - both);
}

/** 1 for as many, 0.5 for double or half, 0.25 for four times or a quarter. */
const sizeLikeness = (a: number, b: number): number => Math.min(a, b) / Math.max(a, b);

/** How much another resembles us: the same whichever of the two is asked. */
export function resemblance(us: Likened, other: Likened): Resembling {
  const network = us.networks.find((one) => other.networks.includes(one));
  const parts = {
    landscape: jaccard(us.products, other.products),
    needs: jaccard(us.needs, other.needs),
    size:
      us.inhabitants === null || other.inhabitants === null
        ? null
        : sizeLikeness(us.inhabitants, other.inhabitants),
    county: us.county === null || other.county === null ? null : Number(us.county === other.county),
    network: us.networks.length === 0 || other.networks.length === 0 ? null : Number(network !== undefined),
  };
  const known = Object.entries(weights).flatMap(([kind, weight]) => {
    const value = new Map(Object.entries(parts)).get(kind) ?? null;
    return value === null ? [] : [{ weight, value }];
  });
  const all = known.reduce((sum, { weight }) => sum + weight, 0);
  const score = all === 0 ? 0 : known.reduce((sum, { weight, value }) => sum + weight * value, 0) / all;
  const why: readonly (Why | null)[] = [
    (parts.landscape ?? 0) > 0
      ? { kind: 'landscape', same: shared(us.products, other.products), of: us.products.size }
      : null,
    (parts.needs ?? 0) >= 0.5
      ? { kind: 'needs', same: shared(us.needs, other.needs), of: us.needs.size }
      : null,
    (parts.size ?? 0) >= 0.7 && other.inhabitants !== null
      ? { kind: 'size', inhabitants: other.inhabitants }
      : null,
    parts.county === 1 ? { kind: 'county' } : null,
    network === undefined ? null : { kind: 'network', network },
  ];
  return { id: other.id, score, why: why.filter((one) => one !== null) };
}

/** The others, those who resemble us most first; ties in the order of their ids. */
export const byResemblance = (us: Likened, others: readonly Likened[]): readonly Resembling[] =>
  others
    .filter(({ id }) => id !== us.id)
    .map((other) => resemblance(us, other))
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));

/** Those that resemble us most, with why, at most so many; whoever has nothing in common with us is left out. */
export const mostResembling = (
  us: Likened,
  others: readonly Likened[],
  most: number,
): readonly Resembling[] =>
  byResemblance(us, others)
    .filter(({ why }) => why.length > 0)
    .slice(0, most);
