import type { Side } from '../conflict.ts';
import { sameProperties } from '../diff.ts';
import { pathOf, ROOT, samePlace, type Place, type Tree } from '../tree.ts';
import { element, isKept, type Presence } from './presence.ts';
import { breakRings, nearestHome, type Draft } from './rings.ts';
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
  const draft: Draft = { places, undecided, isHome: (owner) => isKept(round, presence, owner) };
  if (presence.dropped.size > 0) {
    for (const [id, place] of places) places.set(id, homeOf(round, { id, place }, draft));
  }
  // Without a move, or an element that stands where only one of its two makers put it, nothing can go round.
  if (moved.ours.size + moved.theirs.size + addedBoth.size > 0) {
    breakRings(round, draft, (id) => askSide(round, id, 'cycle').side);
  }
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

/**
 * What was decided about the element around it may leave an element without its place: it takes the other
 * side's. Where it stands is open as long as it is open whether it has lost its place.
 */
function homeOf(
  round: Round,
  { id, place }: { id: string; place: Place },
  { undecided, isHome }: Draft,
): Place {
  if (isHome(place.owner)) return place;
  const { ours, theirs, base } = placesOf(round, id);
  for (const candidate of [place, ours, theirs, base]) {
    if (candidate === undefined) continue;
    if (isHome(candidate.owner)) return candidate;
    if (undecided.has(candidate.owner)) undecided.add(id);
  }
  return nearestHome(round, place, isHome);
}
