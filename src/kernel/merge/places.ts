import type { Side } from '../conflict.ts';
import { sameProperties } from '../diff.ts';
import { compareIds } from '../json.ts';
import { pathOf, ROOT, samePlace, type Place, type Tree } from '../tree.ts';
import { element } from './presence.ts';
import { locate, values, type Round } from './round.ts';

export type Places = ReadonlyMap<string, Place>;

export type Placing = {
  readonly places: Places;
  /** Elements that both sides added, with whose content they have. */
  readonly addedBoth: ReadonlyMap<string, Side>;
};

/** Where each kept element stands. Two moves that put elements inside themselves are taken apart and asked about. */
export function decidePlaces(round: Round, kept: ReadonlySet<string>): Placing {
  const places = new Map<string, Place>();
  const addedBoth = new Map<string, Side>();
  for (const id of kept) {
    if (id === ROOT) continue;
    const { base, ours, theirs } = placesOf(round, id);
    if (ours === undefined || theirs === undefined) {
      places.set(id, ours ?? theirs ?? { owner: ROOT, slot: '' });
    } else if (base === undefined) {
      const side = askAddedBoth(round, id);
      addedBoth.set(id, side);
      places.set(id, side === 'ours' ? ours : theirs);
    } else places.set(id, threeWay(round, id, { base, ours, theirs }));
  }
  for (const id of kept) if (id !== ROOT) rehome(round, id, { places, kept });
  breakCycles(round, places);
  return { places, addedBoth };
}

function placesOf({ trees }: Round, id: string): { base?: Place; ours?: Place; theirs?: Place } {
  const [base, ours, theirs] = [trees.base, trees.ours, trees.theirs].map((tree) => tree.get(id)?.place);
  return { ...(base && { base }), ...(ours && { ours }), ...(theirs && { theirs }) };
}

function threeWay(round: Round, id: string, sides: { base: Place; ours: Place; theirs: Place }): Place {
  if (samePlace(sides.ours, sides.theirs) || samePlace(sides.base, sides.theirs)) return sides.ours;
  if (samePlace(sides.base, sides.ours)) return sides.theirs;
  return sides[askSide(round, id, 'moved-both')];
}

/** A conflict about where an element stands; the values are its paths. */
function askSide(round: Round, id: string, kind: 'moved-both' | 'cycle'): Side {
  const { base, ours, theirs } = round.trees;
  const to = path(theirs, id);
  const decision = round.ask({
    kind,
    ...locate(round.trees, id, ''),
    ...values(path(base, id), path(ours, id), to),
    suggestion: { take: 'theirs' },
  });
  return decision.take === 'theirs' ? 'theirs' : 'ours';
}

function path(tree: Tree, id: string): string | undefined {
  return tree.has(id) ? pathOf(tree, id) : undefined;
}

function askAddedBoth(round: Round, id: string): Side {
  const ours = round.trees.ours.get(id);
  const theirs = round.trees.theirs.get(id);
  if (ours === undefined || theirs === undefined) return 'ours';
  if (samePlace(ours.place, theirs.place) && sameProperties(ours.own, theirs.own, round.rules)) return 'ours';
  const decision = round.ask({
    kind: 'added-both',
    ...locate(round.trees, id, ''),
    ...values(undefined, element(round.trees.ours, id), element(round.trees.theirs, id)),
    suggestion: { take: 'theirs' },
  });
  return decision.take === 'theirs' ? 'theirs' : 'ours';
}

type Draft = { readonly places: Map<string, Place>; readonly kept: ReadonlySet<string> };

/** What was decided about the element around it may leave an element without its place: it takes the other side's. */
function rehome(round: Round, id: string, { places, kept }: Draft): void {
  const place = places.get(id);
  if (place === undefined || kept.has(place.owner)) return;
  const { ours, theirs, base } = placesOf(round, id);
  const candidates = [ours, theirs, base].filter((candidate) => candidate !== undefined);
  places.set(id, candidates.find(({ owner }) => kept.has(owner)) ?? lastHome(round, place, kept));
}

/** The nearest list around a place that is still there: what both sides kept never disappears. */
function lastHome(round: Round, place: Place, kept: ReadonlySet<string>): Place {
  let current = place;
  while (!kept.has(current.owner)) {
    const owner = round.trees.ours.get(current.owner) ?? round.trees.theirs.get(current.owner);
    current = owner?.place ?? { owner: ROOT, slot: place.slot };
  }
  return current;
}

function breakCycles(round: Round, places: Map<string, Place>): void {
  for (let cycle = findCycle(places); cycle !== undefined; cycle = findCycle(places)) {
    const moved = cycle
      .filter((id) => isPulledApart(round, id))
      .toSorted(compareIds);
    const [first] = moved;
    if (first === undefined) throw new Error('a cycle of elements that nobody moved');
    const side = askSide(round, first, 'cycle');
    for (const id of cycle) {
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
function findCycle(places: Places): readonly string[] | undefined {
  const safe = new Set<string>([ROOT]);
  for (const start of places.keys()) {
    const way: string[] = [];
    const onWay = new Set<string>();
    let current = start;
    while (!safe.has(current)) {
      if (onWay.has(current)) return way.slice(way.indexOf(current));
      way.push(current);
      onWay.add(current);
      current = places.get(current)?.owner ?? ROOT;
    }
    for (const id of way) safe.add(id);
  }
  return undefined;
}
