import type { Side } from '../conflict.ts';
import { sameProperties } from '../diff.ts';
import { compareIds } from '../json.ts';
import { pathOf, ROOT, samePlace, type Place, type Tree } from '../tree.ts';
import { element, isKept, type Presence } from './presence.ts';
import { locate, values, type Decision, type Round, type Three } from './round.ts';

/** Where each touched element stands; the others stand as in ours. */
export type Places = ReadonlyMap<string, Place>;

export type Placing = {
  readonly places: Places;
  /** Elements that both sides added, with whose content they have. */
  readonly addedBoth: ReadonlyMap<string, Side>;
};

/** Where each touched element stands. Two moves that put elements inside themselves are taken apart and asked about. */
export function decidePlaces(round: Round, presence: Presence): Placing {
  const places = new Map<string, Place>();
  const addedBoth = new Map<string, Side>();
  const moved = { ours: movedBy(round, 'ours'), theirs: movedBy(round, 'theirs') };
  const undecided = new Set(presence.undecided);
  const choose = (id: string, asked: Asked): Side => {
    if (asked.isOpen) undecided.add(id);
    return asked.side;
  };
  for (const id of presence.touched) {
    if (id === ROOT) continue;
    const { base, ours, theirs } = placesOf(round, id);
    if (ours === undefined || theirs === undefined) {
      places.set(id, ours ?? theirs ?? { owner: ROOT, slot: '' });
    } else if (base === undefined) {
      const side = choose(id, askAddedBoth(round, id));
      addedBoth.set(id, side);
      places.set(id, side === 'ours' ? ours : theirs);
    } else if (moved.ours.has(id) && moved.theirs.has(id) && !samePlace(ours, theirs)) {
      places.set(id, { ours, theirs }[choose(id, askSide(round, id, 'moved-both'))]);
    } else places.set(id, samePlace(base, ours) ? theirs : ours);
  }
  if (presence.dropped.size > 0) {
    const draft: Draft = { places, isHome: (owner) => isKept(round, presence, owner) };
    for (const id of places.keys()) rehome(round, id, draft);
  }
  if (moved.ours.size > 0 && moved.theirs.size > 0) breakCycles(round, places, undecided);
  return { places, addedBoth };
}

function placesOf({ trees: { base, ours, theirs } }: Round, id: string): Three<Place> {
  return { base: base.get(id)?.place, ours: ours.get(id)?.place, theirs: theirs.get(id)?.place };
}

/** Ids that a side moved, to another list or within theirs. */
function movedBy(round: Round, side: Side): ReadonlySet<string> {
  return new Set(round.changes[side].filter(({ change }) => change === 'moved').map(({ element: id }) => id));
}

type Asked = { readonly side: Side; readonly isOpen: boolean };

function asked(decision: Decision): Asked {
  return { side: decision.take === 'theirs' ? 'theirs' : 'ours', isOpen: 'isOpen' in decision };
}

/** A conflict about where an element stands; the values are its paths. */
function askSide(round: Round, id: string, kind: 'moved-both' | 'cycle'): Asked {
  const { base, ours, theirs } = round.trees;
  const to = path(theirs, id);
  const decision = round.ask({
    kind,
    ...locate(round.trees, id, ''),
    ...values(path(base, id), path(ours, id), to),
    suggestion: { take: 'theirs' },
  });
  return asked(decision);
}

function path(tree: Tree, id: string): string | undefined {
  return tree.has(id) ? pathOf(tree, id) : undefined;
}

const SETTLED: Asked = { side: 'ours', isOpen: false };

function askAddedBoth(round: Round, id: string): Asked {
  const ours = round.trees.ours.get(id);
  const theirs = round.trees.theirs.get(id);
  if (ours === undefined || theirs === undefined) return SETTLED;
  if (samePlace(ours.place, theirs.place) && sameProperties(ours.own, theirs.own, round.rules))
    return SETTLED;
  const decision = round.ask({
    kind: 'added-both',
    ...locate(round.trees, id, ''),
    ...values(undefined, element(round.trees.ours, id), element(round.trees.theirs, id)),
    suggestion: { take: 'theirs' },
  });
  return asked(decision);
}

type Draft = { readonly places: Map<string, Place>; readonly isHome: (owner: string) => boolean };

/** What was decided about the element around it may leave an element without its place: it takes the other side's. */
function rehome(round: Round, id: string, { places, isHome }: Draft): void {
  const place = places.get(id);
  if (place === undefined || isHome(place.owner)) return;
  const { ours, theirs, base } = placesOf(round, id);
  const candidates = [ours, theirs, base].filter((candidate) => candidate !== undefined);
  places.set(id, candidates.find(({ owner }) => isHome(owner)) ?? lastHome(round, place, isHome));
}

/** The nearest list around a place that is still there: what both sides kept never disappears. */
function lastHome(round: Round, place: Place, isHome: Draft['isHome']): Place {
  let current = place;
  while (!isHome(current.owner)) {
    const owner = round.trees.ours.get(current.owner) ?? round.trees.theirs.get(current.owner);
    current = owner?.place ?? { owner: ROOT, slot: place.slot };
  }
  return current;
}

/**
 * A ring that hangs on a place not decided yet is taken apart unasked: it may never come about. Nor is a
 * second ring of the same elements asked about: ours, which has no rings, ends it.
 */
function breakCycles(round: Round, places: Map<string, Place>, undecided: ReadonlySet<string>): void {
  const settled = new Set(undecided);
  const find = (): readonly string[] | undefined => findCycle(places, round.trees.ours);
  for (let cycle = find(); cycle !== undefined; cycle = find()) {
    const [first] = cycle.filter((id) => isPulledApart(round, id)).toSorted(compareIds);
    if (first === undefined) throw new Error('a ring of elements that nobody moved');
    const { side } = cycle.some((id) => settled.has(id)) ? SETTLED : askSide(round, first, 'cycle');
    for (const id of cycle) {
      settled.add(id);
      const place = round.trees[side].get(id)?.place;
      if (place !== undefined) places.set(id, place);
    }
  }
}

function isPulledApart({ trees }: Round, id: string): boolean {
  const ours = trees.ours.get(id);
  const theirs = trees.theirs.get(id);
  return ours !== undefined && theirs !== undefined && !samePlace(ours.place, theirs.place);
}

/** Ids of elements that stand inside one another in a ring, if there are any. */
function findCycle(places: Places, ours: Tree): readonly string[] | undefined {
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
