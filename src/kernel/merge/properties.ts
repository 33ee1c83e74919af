import type { Conflict } from '../conflict.ts';
import { isLocalised } from '../definition.ts';
import { keysOf } from '../diff.ts';
import { equal, isList, isObject, property, type Json, type JsonObject } from '../json.ts';
import { appendPath, escapePart, type Path } from '../path.ts';
import { mergeText } from '../text/wording.ts';
import { isMark } from '../tree.ts';
import { locate, values, type Decision, type Round, type Three } from './round.ts';
import { mergeSequence } from './sequence.ts';

/** One value being merged: the element that it belongs to, its property path and name, and whether it is text. */
type Spot = {
  readonly round: Round;
  readonly element: string;
  readonly property: Path;
  readonly key: string;
  readonly isText: boolean;
};

/** An element's own properties, merged one by one down to the leaves. */
export function mergeProperties(round: Round, element: string, sides: Three<JsonObject>): JsonObject {
  return mergeObject({ round, element, property: '', key: '', isText: false }, sides) ?? {};
}

function mergeObject(spot: Spot, { base, ours, theirs }: Three<JsonObject>): JsonObject | undefined {
  if (ours === theirs || base === theirs) return ours;
  if (base === ours) return theirs;
  const entries: (readonly [string, Json])[] = [];
  for (const key of keysOf(theirs ?? {}, ours ?? {})) {
    const [our, their] = [property(ours, key), property(theirs, key)];
    const value = equal(our, their)
      ? our
      : mergeBesideLists(within(spot, key), { base: property(base, key), ours: our, theirs: their });
    if (value !== undefined) entries.push([key, value]);
  }
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function within(spot: Spot, key: string): Spot {
  const isText = spot.isText || spot.round.rules.texts.has(key);
  return { ...spot, property: appendPath(spot.property, escapePart(key)), key, isText };
}

/** The mark of a list of elements is no value, but keeps the list's place among the keys. */
function mergeBesideLists(spot: Spot, { base, ours, theirs }: Three<Json>): Json | undefined {
  const mark = [ours, theirs].find(isMark);
  const value = mergeValue(spot, { base: unmarked(base), ours: unmarked(ours), theirs: unmarked(theirs) });
  return value ?? mark;
}

function unmarked(value: Json | undefined): Json | undefined {
  return isMark(value) ? undefined : value;
}

function mergeValue(spot: Spot, sides: Three<Json>): Json | undefined {
  const { base, ours, theirs } = sides;
  if (equal(ours, theirs) || equal(base, theirs)) return ours;
  if (equal(base, ours)) return theirs;
  const { rules } = spot.round;
  if (!rules.opaque.has(spot.key)) {
    if (isObject(ours ?? {}) && isObject(theirs ?? {})) return mergeInside(spot, sides);
    const isMembers = rules.sets.has(spot.key) || rules.sequences.has(spot.key);
    if (isMembers && isList(ours ?? []) && isList(theirs ?? [])) return mergeMembers(spot, sides);
    if (spot.isText && typeof ours === 'string' && typeof theirs === 'string') {
      return mergeWording(spot, { base: typeof base === 'string' ? base : '', ours, theirs });
    }
  }
  return settle(ask(spot, kindOf(sides), sides, theirs), sides);
}

function mergeInside(spot: Spot, sides: Three<Json>): Json | undefined {
  const { languages } = spot.round;
  const isText = spot.isText || Object.values(sides).some((side) => isLocalised(side, languages));
  const inner = { base: asObject(sides.base), ours: asObject(sides.ours), theirs: asObject(sides.theirs) };
  return mergeObject({ ...spot, isText }, inner);
}

function asObject(value: Json | undefined): JsonObject | undefined {
  return isObject(value) ? value : undefined;
}

/** Members are told apart by their JSON; what both sides did to the list is done. */
function mergeMembers(spot: Spot, sides: Three<Json>): Json | undefined {
  const base = membersOf(sides.base);
  const ours = membersOf(sides.ours);
  const theirs = membersOf(sides.theirs);
  const all = new Map([...ours, ...theirs]);
  const stays = (key: string): boolean => !base.has(key) || (ours.has(key) && theirs.has(key));
  const merged = mergeSequence({
    base: [...base.keys()],
    ours: [...ours.keys()],
    theirs: [...theirs.keys()],
    members: [...all.keys()].filter(stays),
    choose: () => [...membersOf(settle(ask(spot, 'order', sides, sides.theirs), sides)).keys()],
  });
  const list = merged.flatMap((key) => all.get(key) ?? []);
  return list.length === 0 ? undefined : list;
}

function membersOf(list: Json | undefined): ReadonlyMap<string, Json> {
  return new Map(isList(list) ? list.map((member) => [JSON.stringify(member), member] as const) : []);
}

function mergeWording(spot: Spot, sides: { base: string; ours: string; theirs: string }): Json | undefined {
  const merged = mergeText(sides);
  if (merged.clean) return merged.text;
  const { base, ours, theirs } = sides;
  const texts = { base: base === '' ? undefined : base, ours, theirs };
  return settle(ask(spot, 'wording', texts, merged.suggestion), texts);
}

function kindOf({ ours, theirs }: Three<Json>): 'both-changed' | 'changed-removed' | 'removed-changed' {
  if (theirs === undefined) return 'changed-removed';
  return ours === undefined ? 'removed-changed' : 'both-changed';
}

type PropertyConflict = Extract<
  Conflict['kind'],
  'both-changed' | 'changed-removed' | 'removed-changed' | 'order' | 'wording'
>;

function ask(spot: Spot, kind: PropertyConflict, sides: Three<Json>, suggested: Json | undefined): Decision {
  const { round, element, property: path } = spot;
  return round.ask({
    kind,
    ...locate(round.trees, element, path),
    ...values(sides.base, sides.ours, sides.theirs),
    suggestion: suggested === undefined ? { take: 'ours' } : { take: 'theirs', value: suggested },
  });
}

function settle(decision: Decision, { base, ours, theirs }: Three<Json>): Json | undefined {
  switch (decision.take) {
    case 'ours':
      return ours;
    case 'theirs':
      return theirs;
    case 'base':
      return base;
    case 'own':
      return decision.value;
  }
}
