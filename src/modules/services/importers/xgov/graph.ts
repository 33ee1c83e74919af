import type { Form, SourcePage } from './source.ts';

/** A way from one page to another; `order` is its place among the ways out of the page. */
export type Edge = {
  readonly from: string;
  readonly to: string;
  readonly condition: string | null;
  readonly order: number;
};

export type Dropped = { readonly edge: Edge; readonly why: 'leads nowhere' | 'leads back' | 'never taken' };

/** The pages of a form as a graph without loops, in an order where every way leads forward. */
export type Graph = {
  readonly start: string;
  /** Paths that can be reached, in order. */
  readonly order: readonly string[];
  readonly unreachable: readonly string[];
  readonly edges: readonly Edge[];
  readonly dropped: readonly Dropped[];
};

export function graphOf(form: Form): Graph {
  const pages = new Map<string, SourcePage>();
  for (const page of form.pages) if (!pages.has(page.path)) pages.set(page.path, page);
  const start = pages.has(form.startPage) ? form.startPage : (form.pages[0]?.path ?? '');
  const dropped: Dropped[] = [];
  const edges = new Map([...pages.values()].map((page) => [page.path, edgesOf(page, pages, dropped)]));
  const { order, back } = explore(start, edges);
  dropped.push(...back.map((edge): Dropped => ({ edge, why: 'leads back' })));
  const reached = new Set(order);
  return {
    start,
    order,
    unreachable: [...pages.keys()].filter((path) => !reached.has(path)),
    edges: order.flatMap((path) => (edges.get(path) ?? []).filter((edge) => !back.includes(edge))),
    dropped,
  };
}

/** The ways out of a page. Of those without a condition only the last is ever taken. */
function edgesOf(
  page: SourcePage,
  pages: ReadonlyMap<string, SourcePage>,
  dropped: Dropped[],
): readonly Edge[] {
  const all = page.next.map((link, order): Edge => ({
    from: page.path,
    to: link.path,
    condition: link.condition,
    order,
  }));
  const there = all.filter((edge) => pages.has(edge.to));
  dropped.push(
    ...all.filter((edge) => !pages.has(edge.to)).map((edge): Dropped => ({ edge, why: 'leads nowhere' })),
  );
  const last = there.findLast((edge) => edge.condition === null);
  const idle = there.filter((edge) => edge.condition === null && edge !== last);
  dropped.push(...idle.map((edge): Dropped => ({ edge, why: 'never taken' })));
  return there.filter((edge) => !idle.includes(edge));
}

/** Depth first from the start, the first way out first; gives the reverse of the order in which pages were left. */
function explore(
  start: string,
  edges: ReadonlyMap<string, readonly Edge[]>,
): { order: readonly string[]; back: readonly Edge[] } {
  const state = new Map<string, 'open' | 'done'>();
  const left: string[] = [];
  const back: Edge[] = [];
  const stack: { path: string; rest: Edge[] }[] = [];
  const enter = (path: string): void => {
    state.set(path, 'open');
    stack.push({ path, rest: [...(edges.get(path) ?? [])] });
  };
  enter(start);
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const edge = top.rest.pop();
    if (edge === undefined) {
      state.set(top.path, 'done');
      left.push(top.path);
      stack.pop();
    } else if (state.get(edge.to) === 'open') back.push(edge);
    else if (!state.has(edge.to)) enter(edge.to);
  }
  return { order: left.toReversed(), back };
}

/**
 * For each page the page that every way to it passes last (its immediate dominator), by the method of Cooper, Harvey
 * and Kennedy (2001).
 * A page that no way leads to has none.
 *
 * @param order Pages in an order where every way leads forward, the first being where all ways begin.
 */
export function dominators(
  order: readonly string[],
  edges: readonly { readonly from: string; readonly to: string }[],
): ReadonlyMap<string, string> {
  const place = new Map(order.map((path, index) => [path, index]));
  const placeOf = (path: string): number => place.get(path) ?? 0;
  const into = Map.groupBy(edges, ({ to }) => to);
  const found = new Map<string, string>();
  const root = order[0] ?? '';
  const meet = (a: string, b: string): string => {
    let [x, y] = [a, b];
    while (x !== y) {
      if (placeOf(x) > placeOf(y)) x = found.get(x) ?? root;
      else y = found.get(y) ?? root;
    }
    return x;
  };
  for (const path of order.slice(1)) {
    const before = (into.get(path) ?? []).map(({ from }) => from);
    const [first] = before;
    if (first !== undefined)
      found.set(
        path,
        before.reduce((a, b) => meet(a, b), first),
      );
  }
  return found;
}
