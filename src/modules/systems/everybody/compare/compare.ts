/** Someone whose systems are compared. */
export type Compared = {
  readonly id: string;
  /** Null where price cannot be shared out on people. */
  readonly inhabitants: number | null;
};

/** A system in use as a comparison needs it. */
export type ComparedUsage = {
  readonly usage: string;
  readonly user: string;
  /** The record that stands for the product. */
  readonly product: string;
  /** What it does, in the components of one edition. */
  readonly components: readonly string[];
  readonly status: string | null;
  readonly ends: string | null;
  /** Kronor a year. */
  readonly price: number | null;
};

export type CompareFilter = {
  /** Only needs where somebody else has the same product as the first. */
  readonly same: boolean;
  /** Only needs where a contract ends before the day. */
  readonly before: string | null;
};

export type CompareItem = {
  readonly usage: string;
  readonly product: string;
  /** It runs here, and the first runs it for the same need. */
  readonly same: boolean;
  readonly status: string | null;
  readonly ends: string | null;
  readonly endsBefore: boolean;
  /** Kronor a year and inhabitant. */
  readonly perInhabitant: number | null;
};

/** How the one compared meets the need: as the first does, otherwise, not at all, or where the first does not. */
export type Relation = 'first' | 'same' | 'different' | 'missing' | 'only-there' | 'neither';

export type CompareCell = { readonly relation: Relation; readonly items: readonly CompareItem[] };

export type CompareRow = {
  readonly component: string;
  /** In the order of those compared. */
  readonly cells: readonly CompareCell[];
};

export type Comparison = {
  /** Needs in the order given, those that nobody meets left out. */
  readonly rows: readonly CompareRow[];
  /** Needs that somebody meets, before the filter. */
  readonly needs: number;
  /** For each compared: needs met with the same product as the first, and needs met at all. */
  readonly counts: readonly { readonly same: number; readonly met: number }[];
};

/**
 * Two or more organisations need by need, against the first of them. A system that meets several needs stands at each;
 * what has ended is left out.
 */
export function compareLandscapes(
  compared: readonly Compared[],
  usages: readonly ComparedUsage[],
  { order, filter }: { readonly order: readonly string[]; readonly filter: CompareFilter },
): Comparison {
  const [first] = compared;
  const byNeed = needsIn(usages);
  const rows = order
    .filter((component) => byNeed.has(component))
    .map((component): CompareRow => {
      const here = byNeed.get(component) ?? [];
      const byUser = Map.groupBy(here, ({ user }) => user);
      const ofFirst = here.filter(({ user }) => user === first?.id);
      const around = {
        firsts: new Set(ofFirst.filter(runs).map(({ product }) => product)),
        met: ofFirst.length > 0,
      };
      const cells = compared.map((one, at) =>
        cellOf(one, { isFirst: at === 0, here: byUser.get(one.id) ?? [], ...around, before: filter.before }),
      );
      return { component, cells };
    });
  const counts = compared.map((_, at) => ({
    same: rows.filter(({ cells }) => cells[at]?.relation === 'same').length,
    met: rows.filter(({ cells }) => (cells[at]?.items.length ?? 0) > 0).length,
  }));
  return { rows: rows.filter((row) => isWanted(row, filter)), needs: rows.length, counts };
}

/** What meets each need; what has ended meets none. */
function needsIn(usages: readonly ComparedUsage[]): ReadonlyMap<string, readonly ComparedUsage[]> {
  const needs = new Map<string, ComparedUsage[]>();
  for (const usage of usages) {
    if (usage.status === 'ended') continue;
    for (const component of usage.components) {
      const before = needs.get(component);
      if (before === undefined) needs.set(component, [usage]);
      else before.push(usage);
    }
  }
  return needs;
}

type Around = {
  readonly isFirst: boolean;
  /** What the one compared has for the need. */
  readonly here: readonly ComparedUsage[];
  /** What the first runs for it, and whether it has anything for it, if only planned. */
  readonly firsts: ReadonlySet<string>;
  readonly met: boolean;
  readonly before: string | null;
};

/** What is only planned is not yet had. */
const runs = ({ status }: ComparedUsage): boolean => status !== 'planned';

function cellOf({ inhabitants }: Compared, { isFirst, here, firsts, met, before }: Around): CompareCell {
  const items = here.map((use): CompareItem => {
    const { usage, product, status, ends, price } = use;
    return {
      usage,
      product,
      same: !isFirst && runs(use) && firsts.has(product),
      status,
      ends,
      endsBefore: before !== null && ends !== null && ends < before,
      perInhabitant: price === null || inhabitants === null || inhabitants === 0 ? null : price / inhabitants,
    };
  });
  return { relation: relationOf(items, isFirst, met), items };
}

function relationOf(items: readonly CompareItem[], isFirst: boolean, firstMeets: boolean): Relation {
  if (isFirst) return 'first';
  if (items.length === 0) return firstMeets ? 'missing' : 'neither';
  if (!firstMeets) return 'only-there';
  return items.some(({ same }) => same) ? 'same' : 'different';
}

const isWanted = ({ cells }: CompareRow, { same, before }: CompareFilter): boolean =>
  (!same || cells.some(({ relation }) => relation === 'same')) &&
  (before === null || cells.some(({ items }) => items.some(({ endsBefore }) => endsBefore)));
