import type { Side } from '../conflict.ts';
import { compareIds } from '../json.ts';
import { ROOT, samePlace, type Place, type Tree } from '../tree.ts';
import type { Round } from './round.ts';

/** Places being decided. */
export type Draft = {
  /** Where each touched element stands; the others stand as in ours. */
  readonly places: Map<string, Place>;
  /** Elements of which it is an open question whether they are there, or where they stand. */
  readonly undecided: Set<string>;
  /** Whether an element is in the result, so that others can stand in it. */
  readonly isHome: (owner: string) => boolean;
};

/** Which side's places end a ring, and the id under which that was asked; '' where it could not be asked. */
type Ending = { readonly by: string; readonly side: Side };

const UNASKED: Ending = { by: '', side: 'ours' };

/**
 * Takes rings of elements that stand inside one another apart: all in a ring stand where one side has them.
 * - A ring that hangs on something undecided is not asked about, as it may never come about; ours ends it.
 * - Nor is a ring into which the end of another led: what was said of that one goes for this, or, where several
 *   led into it, what was said under the first id.
 *
 * Rings that are there at one time have no element in common, so their order tells nothing, nor whose side is whose.
 */
export function breakRings(round: Round, draft: Draft, ask: (id: string) => Side): void {
  const endings = new Map<string, Ending>();
  const find = (): readonly string[] | undefined => findRing(draft.places, round.trees.ours);
  for (let ring = find(); ring !== undefined; ring = find()) {
    const ending = endingOf(round, ring, { endings, undecided: draft.undecided, ask });
    for (const id of ring) {
      endings.set(id, ending);
      const place = round.trees[ending.side].get(id)?.place;
      if (place !== undefined) draft.places.set(id, nearestHome(round, place, draft.isHome));
    }
  }
}

type Known = {
  readonly endings: ReadonlyMap<string, Ending>;
  readonly undecided: ReadonlySet<string>;
  readonly ask: (id: string) => Side;
};

function endingOf(round: Round, ring: readonly string[], { endings, undecided, ask }: Known): Ending {
  if (ring.some((id) => undecided.has(id))) return UNASKED;
  const known = ring.map((id) => endings.get(id)).filter((ending) => ending !== undefined);
  const [first] = known.toSorted((a, b) => compareIds(a.by, b.by));
  if (first !== undefined) return first;
  const [by] = ring.filter((id) => isPulledApart(round, id)).toSorted(compareIds);
  if (by === undefined) throw new Error('a ring of elements that nobody moved');
  return { by, side: ask(by) };
}

function isPulledApart({ trees }: Round, id: string): boolean {
  const ours = trees.ours.get(id);
  const theirs = trees.theirs.get(id);
  return ours !== undefined && theirs !== undefined && !samePlace(ours.place, theirs.place);
}

/** The nearest list around a place that is still there: what both sides kept never disappears. */
export function nearestHome({ trees }: Round, place: Place, isHome: Draft['isHome']): Place {
  let current = place;
  while (!isHome(current.owner)) {
    const owner = trees.ours.get(current.owner) ?? trees.theirs.get(current.owner);
    current = owner?.place ?? { owner: ROOT, slot: place.slot };
  }
  return current;
}

/** Ids of elements that stand inside one another in a ring, if there are any. */
function findRing(places: ReadonlyMap<string, Place>, ours: Tree): readonly string[] | undefined {
  const safe = new Set<string>([ROOT]);
  for (const start of places.keys()) {
    const way: string[] = [];
    const onWay = new Set<string>();
    let current = start;
    while (!safe.has(current)) {
      if (onWay.has(current)) return way.slice(way.indexOf(current));
      way.push(current);
      onWay.add(current);
      current = (places.get(current) ?? ours.get(current)?.place)?.owner ?? ROOT;
    }
    for (const id of way) safe.add(id);
  }
  return undefined;
}
