import type { Definition } from './definition.ts';
import { asText, compareIds, isObject, type Json, type JsonObject } from './json.ts';
import { splitPath } from './path.ts';
import { renameElements } from './rename.ts';
import { readTree } from './read-tree.ts';
import { defaultRules, type KindRules } from './rules.ts';
import { getNode, ROOT, subtree, type Tree } from './tree.ts';

/** That an element rebuilt under a new id is an old one. Proposed to a person, never done by itself. */
export type Reanchoring = {
  /** Id in the base, and id in the rebuilt definition. */
  readonly from: string;
  readonly to: string;
  /** Likeness from 0 to 1. */
  readonly score: number;
  readonly before: JsonObject;
  readonly after: JsonObject;
};

/** Below this likeness a pair is not worth a person's time. */
const LEAST_SCORE = 0.5;

/**
 * Pairs of an element that is gone and one that is new that look alike: their words, type, list and the
 * elements around them. Each element is in at most one pair; the best pairs come first.
 */
export function reanchor(
  base: Definition,
  rebuilt: Definition,
  rules: KindRules = defaultRules,
): readonly Reanchoring[] {
  const old = readTree(base, rules);
  const fresh = readTree(rebuilt, rules, old);
  const gone = profiles(old, fresh);
  const added = profiles(fresh, old);
  const byWord = index(added);
  const pairs = gone.flatMap((from) =>
    candidates(from, byWord).map((to) => ({ from, to, score: likeness(from, to) })),
  );
  const ranked = pairs
    .filter(({ score }) => score >= LEAST_SCORE)
    .toSorted(
      (a, b) => b.score - a.score || compareIds(a.from.id, b.from.id) || compareIds(a.to.id, b.to.id),
    );
  return choose(ranked).map(({ from, to, score }) => ({
    from: from.id,
    to: to.id,
    score,
    before: subtree(old, from.id),
    after: subtree(fresh, to.id),
  }));
}

type Profile = {
  readonly id: string;
  readonly list: string;
  readonly owner: string;
  readonly type: string;
  readonly words: ReadonlySet<string>;
};

type Pair = { readonly from: Profile; readonly to: Profile; readonly score: number };

function profiles(tree: Tree, other: Tree): readonly Profile[] {
  return [...tree.keys()].filter((id) => id !== ROOT && !other.has(id)).map((id) => profile(tree, id));
}

function profile(tree: Tree, id: string): Profile {
  const { own, place, slots } = getNode(tree, id);
  const inside = [...slots.values()].flat().map((inner) => getNode(tree, inner).own);
  const texts = [own, ...inside].map(({ id: _id, ...rest }) => rest);
  return {
    id,
    list: splitPath(place.slot).at(-1) ?? '',
    owner: place.owner,
    type: asText(own['type']),
    words: new Set(texts.flatMap(wordsIn)),
  };
}

function wordsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (isObject(value))
    return Object.entries(value).flatMap(([key, inner]) => wordsIn(inner).map((word) => `${key}:${word}`));
  return Array.isArray(value) ? value.flatMap(wordsIn) : [asText(value)];
}

function index(added: readonly Profile[]): ReadonlyMap<string, readonly Profile[]> {
  const byWord = new Map<string, Profile[]>();
  for (const each of added) {
    for (const word of each.words) {
      const sharing = byWord.get(word);
      if (sharing === undefined) byWord.set(word, [each]);
      else sharing.push(each);
    }
  }
  return byWord;
}

/** Words that very many share tell nothing and would make every pair a candidate. */
const COMMON_WORD = 200;

function candidates(from: Profile, byWord: ReadonlyMap<string, readonly Profile[]>): readonly Profile[] {
  const found = new Set<Profile>();
  for (const word of from.words) {
    const sharing = byWord.get(word) ?? [];
    if (sharing.length <= COMMON_WORD) for (const each of sharing) found.add(each);
  }
  return [...found];
}

/** Mostly shared words (Dice), and a little for the same list, type and surrounding element. */
function likeness(a: Profile, b: Profile): number {
  let shared = 0;
  for (const word of a.words) if (b.words.has(word)) shared += 1;
  const words = (2 * shared) / Math.max(a.words.size + b.words.size, 1);
  const form = [a.list === b.list, a.type === b.type, a.owner === b.owner].filter(Boolean).length / 3;
  return Math.round((words * 0.8 + form * 0.2) * 1000) / 1000;
}

function choose(ranked: readonly Pair[]): readonly Pair[] {
  const taken = new Set<string>();
  return ranked.filter(({ from, to }) => {
    const [left, right] = [`from ${from.id}`, `to ${to.id}`];
    if (taken.has(left) || taken.has(right)) return false;
    taken.add(left).add(right);
    return true;
  });
}

/** The rebuilt definition with the old ids in the accepted pairs, in elements and in the rules that name them. */
export function applyReanchoring(
  rebuilt: Definition,
  accepted: readonly Pick<Reanchoring, 'from' | 'to'>[],
  rules: KindRules = defaultRules,
): Definition {
  const names = new Map(accepted.map(({ from, to }) => [to, from]));
  return renameElements(rebuilt, names, rules);
}
