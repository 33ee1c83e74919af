import { evaluate, references } from '../../../../kernel/conditions/index.ts';
import type { Expression } from '../../../../kernel/conditions/index.ts';
import { dominators } from './graph.ts';
import type { Edge, Graph } from './graph.ts';
import { always, and, exclude, isAlways, not, or } from './logic.ts';

type Conditions = {
  /** The condition that a way has by itself; null where it could not be read. */
  readonly of: (edge: Edge) => Expression | null;
  /** The questions that are always answered once they have been asked. */
  readonly needed: ReadonlySet<string>;
  /** The page that asks a question. */
  readonly pageOf: (question: string) => string | undefined;
};

const exit = '';

/**
 * When each page is come to, as conditions on answers. A page that every way passes after its dominator needs no
 * condition but the dominator's; any other needs one of the ways that lead to it from there.
 */
export function reachOf(graph: Graph, conditions: Conditions): ReadonlyMap<string, Expression> {
  const before = dominators(graph.order, graph.edges);
  const after = afterOf(graph);
  const taken = takenOf(graph, conditions);
  const into = Map.groupBy(graph.edges, ({ to }) => to);
  const relative = new Map<string, Expression>();
  const absolute = new Map<string, Expression>([[graph.start, always]]);
  const pathFrom = (top: string, path: string): Expression => {
    const parts: Expression[] = [];
    for (let each = path; each !== top; each = before.get(each) ?? top)
      parts.unshift(relative.get(each) ?? always);
    return and(...parts);
  };
  for (const path of graph.order.slice(1)) {
    const top = before.get(path) ?? graph.start;
    const alone = isAfter(path, top, after)
      ? always
      : or(
          ...(into.get(path) ?? []).flatMap((edge) => {
            const way = taken.get(edge);
            return way === undefined ? [] : [and(pathFrom(top, edge.from), way)];
          }),
        );
    relative.set(path, alone);
    const inherited = absolute.get(top) ?? always;
    absolute.set(path, impliesAsked(alone, top, before, conditions) ? alone : and(inherited, alone));
  }
  return absolute;
}

/** What every way from a page passes next (its immediate post-dominator). */
function afterOf(graph: Graph): ReadonlyMap<string, string> {
  const leaves = new Set(graph.edges.map(({ from }) => from));
  const ends = graph.order.filter((path) => !leaves.has(path)).map((path) => ({ from: exit, to: path }));
  const reversed = graph.edges.map(({ from, to }) => ({ from: to, to: from }));
  return dominators([exit, ...graph.order.toReversed()], [...ends, ...reversed]);
}

function isAfter(path: string, top: string, after: ReadonlyMap<string, string>): boolean {
  for (let each = after.get(top); each !== undefined && each !== exit; each = after.get(each)) {
    if (each === path) return true;
  }
  return false;
}

/** The first way whose condition holds is taken, else the one without a condition. */
function takenOf(graph: Graph, conditions: Conditions): ReadonlyMap<Edge, Expression> {
  const taken = new Map<Edge, Expression>();
  for (const ways of Map.groupBy(graph.edges, ({ from }) => from).values()) {
    const earlier: Expression[] = [];
    for (const edge of ways
      .filter(({ condition }) => condition !== null)
      .toSorted((a, b) => a.order - b.order)) {
      const own = conditions.of(edge);
      if (own === null) continue;
      const others = earlier
        .filter((each) => !exclude(each, own))
        .map((each) => not(each, conditions.needed));
      taken.set(edge, and(own, ...others));
      earlier.push(own);
    }
    for (const edge of ways.filter(({ condition }) => condition === null)) {
      taken.set(edge, and(...earlier.map((each) => not(each, conditions.needed))));
    }
  }
  return taken;
}

/**
 * Whether a condition can only hold where the page above was come to: it speaks of questions from there on only, and
 * does not hold while none of them is answered. Then the page above needs no mention, since answers to questions that
 * are not asked do not count.
 */
function impliesAsked(
  condition: Expression,
  top: string,
  before: ReadonlyMap<string, string>,
  conditions: Conditions,
): boolean {
  if (isAlways(condition)) return false;
  const isBelow = (path: string | undefined): boolean => {
    for (let each = path; each !== undefined; each = before.get(each)) if (each === top) return true;
    return false;
  };
  const spokenOf = references(condition).map(({ name }) => conditions.pageOf(name));
  if (spokenOf.length === 0 || !spokenOf.every((path) => isBelow(path))) return false;
  return evaluate(condition, { value: () => null, today: '2000-01-01' }) !== true;
}
