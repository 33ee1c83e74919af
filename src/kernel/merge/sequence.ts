import { compareIds } from '../json.ts';
import { movedIds, positions, sameOrder } from '../order.ts';

export type Sequences = {
  readonly base: readonly string[];
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  /** Ids that the result has, each once, from any of the lists or from elsewhere. */
  readonly members: readonly string[];
  /** Called when the two new orders cannot both hold: gives the order to follow. */
  readonly choose: () => readonly string[];
};

/**
 * Three-way merge of the order of a list. What both sides have is ordered pair by pair: a pair that one
 * side turned round is turned round. Where that goes round in a ring, `choose` is asked. What one side put
 * in comes after the same neighbour as there; two insertions at one place both stay, ordered by id.
 */
export function mergeSequence(lists: Sequences): readonly string[] {
  const { base, ours, theirs } = lists;
  const members = new Set(lists.members);
  if ((sameOrder(ours, theirs) || sameOrder(base, theirs)) && hasExactly(ours, members)) return ours;
  if (sameOrder(base, ours) && hasExactly(theirs, members)) return theirs;
  const inTheirs = new Set(theirs);
  const shared = new Set(ours.filter((id) => inTheirs.has(id) && members.has(id)));
  const common = { base: only(base, shared), ours: only(ours, shared), theirs: only(theirs, shared) };
  const order = sameOrder(common.ours, common.theirs) ? common.ours : mergeOrder(common, lists.choose);
  const merged = insertRuns(
    order,
    runsOf(ours, { shared, members, passed: movedIds(common.base, common.theirs) }),
    runsOf(theirs, { shared, members, passed: movedIds(common.base, common.ours) }),
  );
  if (merged.length === members.size) return merged;
  const placed = new Set(merged);
  return [...merged, ...lists.members.filter((id) => !placed.has(id)).toSorted(compareIds)];
}

function hasExactly(ids: readonly string[], members: ReadonlySet<string>): boolean {
  return ids.length === members.size && ids.every((id) => members.has(id));
}

function only(ids: readonly string[], shared: ReadonlySet<string>): readonly string[] {
  return ids.filter((id) => shared.has(id));
}

type Common = Pick<Sequences, 'base' | 'ours' | 'theirs'>;

/** Pairs to look at before two orders count as rewritten on both sides: some tenths of a second. */
const PAIR_LIMIT = 50_000_000;

function mergeOrder(common: Common, choose: () => readonly string[]): readonly string[] {
  const { base, ours, theirs } = common;
  if (sameOrder(base, ours)) return theirs;
  if (sameOrder(base, theirs)) return ours;
  const known = new Set(base);
  const movedHere = movedIds(base, ours);
  const movedThere = movedIds(base, theirs);
  const moved = new Set([...movedHere, ...movedThere, ...ours.filter((id) => !known.has(id))]);
  const before = pairwise(common, { movedHere, movedThere });
  const candidate = ours.toSorted((a, b) => (before(a, b) === false ? 1 : -1));
  if (moved.size * ours.length <= PAIR_LIMIT && holds(candidate, { moved, base, before })) return candidate;
  const rank = positions(choose());
  return ours.toSorted((a, b) => (rank.get(a) ?? Infinity) - (rank.get(b) ?? Infinity) || 0);
}

type Moves = { readonly movedHere: ReadonlySet<string>; readonly movedThere: ReadonlySet<string> };
type Before = (a: string, b: string) => boolean | undefined;

/** Whether one id is to come before another; undefined where the sides differ and the base does not tell. */
function pairwise({ base, ours, theirs }: Common, { movedHere, movedThere }: Moves): Before {
  const [inBase, inOurs, inTheirs] = [positions(base), positions(ours), positions(theirs)];
  /** Of a pair that the base lacks, the side decides that moved the one which the base has, or moved it further. */
  const isOursToSay = remember((id) => {
    if (movedHere.has(id) !== movedThere.has(id)) return movedHere.has(id);
    const further = turned(id, inBase, inOurs) - turned(id, inBase, inTheirs);
    return further === 0 ? undefined : further > 0;
  });
  return (a, b) => {
    const forOurs = (inOurs.get(a) ?? 0) < (inOurs.get(b) ?? 0);
    const forTheirs = (inTheirs.get(a) ?? 0) < (inTheirs.get(b) ?? 0);
    if (forOurs === forTheirs) return forOurs;
    const [left, right] = [inBase.get(a), inBase.get(b)];
    if (left !== undefined && right !== undefined) return left > right;
    if (left === undefined && right === undefined) return undefined;
    const isOurs = isOursToSay(left === undefined ? b : a);
    return isOurs === undefined ? undefined : isOurs === forOurs;
  };
}

function remember<T>(find: (id: string) => T): (id: string) => T {
  const known = new Map<string, { readonly found: T }>();
  return (id) => {
    const answer = known.get(id) ?? { found: find(id) };
    known.set(id, answer);
    return answer.found;
  };
}

/** How many others an id stands on the other side of than before. */
function turned(id: string, before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): number {
  const [was, is] = [before.get(id) ?? 0, after.get(id) ?? 0];
  let count = 0;
  for (const [other, place] of before) {
    if (other !== id && place < was !== (after.get(other) ?? 0) < is) count += 1;
  }
  return count;
}

type Claim = {
  readonly moved: ReadonlySet<string>;
  readonly base: readonly string[];
  readonly before: Before;
};

/** Whether an order honours every pair. Pairs that nobody moved stand as in the base; the rest are looked at. */
function holds(candidate: readonly string[], { moved, base, before }: Claim): boolean {
  const unmoved = (ids: readonly string[]): readonly string[] => ids.filter((id) => !moved.has(id));
  if (!sameOrder(unmoved(candidate), unmoved(base))) return false;
  return candidate.every(
    (id, index) =>
      !moved.has(id) ||
      candidate.every((other, place) => place === index || before(other, id) === place < index),
  );
}

type Runs = ReadonlyMap<string | null, readonly string[]>;
type Around = {
  readonly shared: ReadonlySet<string>;
  readonly members: ReadonlySet<string>;
  /** Neighbours that the other side moved away: an insertion does not follow them. */
  readonly passed: ReadonlySet<string>;
};

/** What only one side has, by the shared neighbour that it comes after; null is the start. */
function runsOf(ids: readonly string[], { shared, members, passed }: Around): Runs {
  const runs = new Map<string | null, string[]>();
  let neighbour: string | null = null;
  for (const id of ids) {
    if (shared.has(id)) neighbour = passed.has(id) ? neighbour : id;
    else if (members.has(id)) append(runs, neighbour, id);
  }
  return runs;
}

function insertRuns(order: readonly string[], ours: Runs, theirs: Runs): readonly string[] {
  const merged: string[] = [];
  const insert = (neighbour: string | null): void => {
    const [here, there] = [ours.get(neighbour) ?? [], theirs.get(neighbour) ?? []];
    const isOursFirst = compareIds(here[0] ?? '', there[0] ?? '') <= 0;
    for (const run of isOursFirst ? [here, there] : [there, here]) for (const id of run) merged.push(id);
  };
  insert(null);
  for (const id of order) {
    merged.push(id);
    if (ours.has(id) || theirs.has(id)) insert(id);
  }
  return merged;
}

function append(runs: Map<string | null, string[]>, neighbour: string | null, id: string): void {
  const run = runs.get(neighbour);
  if (run === undefined) runs.set(neighbour, [id]);
  else run.push(id);
}
