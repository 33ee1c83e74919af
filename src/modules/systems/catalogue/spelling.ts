/** The words of a name as they are compared: without case, marks, signs or Swedish letters. */
export function wordsOf(name: string): readonly string[] {
  const bare = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return (
    bare
      .replaceAll('ø', 'o')
      .replaceAll('æ', 'a')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** What firms of different kinds and countries write after their name. */
const legal = new Set(
  'ab aktiebolag publ oy oyj as asa aps hb kb inc ltd limited llc gmbh bv plc corp corporation ef'.split(' '),
);
const legalPairs: ReadonlySet<string> = new Set(['a s', 'i s']);
const countries = new Set(
  'sverige sweden svenska norge norway danmark denmark finland nordic nordics'.split(' '),
);

/** A firm's name without what only says what kind of firm it is; the name itself where nothing would be left. */
export function withoutLegal(words: readonly string[]): readonly string[] {
  const pair = legalPairs.has(words.slice(-2).join(' ')) ? words.slice(0, -2) : words;
  const kept = pair.filter((word) => !legal.has(word));
  return kept.length === 0 ? words : kept;
}

export function withoutCountry(words: readonly string[]): readonly string[] {
  const kept = words.filter((word) => !countries.has(word));
  return kept.length === 0 ? words : kept;
}

/** Written together, so that "Life Care" and "LifeCare" are one. */
export const keyOf = (words: readonly string[]): string => words.join('');
export const anyOrder = (words: readonly string[]): string => words.toSorted().join(' ');

const trigrams = (key: string): readonly string[] => {
  const padded = `  ${key} `;
  return [...new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)))];
};

/** Letters to change, add, take away or swap with the next, from one key to the other (Damerau and Levenshtein). */
function distance(a: string, b: string): number {
  let twoBack: readonly number[] = [];
  let back: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const differs = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? (twoBack[j - 2] ?? 0) + 1
          : Infinity;
      row.push(Math.min((back[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (back[j - 1] ?? 0) + differs, swapped));
    }
    twoBack = back;
    back = row;
  }
  return back[b.length] ?? 0;
}

function likenessOf(a: string, b: string, shared: number): number {
  const longer = Math.max(a.length, b.length);
  const spelt = Math.abs(a.length - b.length) > 3 ? 0 : 1 - (1.5 * distance(a, b)) / longer;
  return Math.max(shared, spelt);
}

export type Near<T> = { readonly item: T; readonly likeness: number };

/** What so many keys hold says nothing of which one is meant. */
const mostPlaces = 250;

/** Finds keys that are spelt almost as another, among many. */
export function spellings<T>(
  items: readonly { readonly key: string; readonly item: T }[],
): (key: string, least: number) => readonly Near<T>[] {
  const parts = items.map(({ key }) => new Set(trigrams(key)));
  const places = new Map<string, number[]>();
  for (const [at, own] of parts.entries()) {
    for (const one of own) {
      const found = places.get(one);
      if (found === undefined) places.set(one, [at]);
      else found.push(at);
    }
  }
  const counts = new Uint16Array(items.length);
  const telling = (one: string): readonly number[] => {
    const found = places.get(one) ?? [];
    return found.length > mostPlaces ? [] : found;
  };
  /** Those that hold a fair part of what tells: the others cannot be near. */
  const candidatesOf = (own: readonly string[]): readonly number[] => {
    const told = own.map(telling).filter((found) => found.length > 0);
    const met: number[] = [];
    for (const found of told) {
      for (const at of found) {
        if (counts[at] === 0) met.push(at);
        counts[at] = (counts[at] ?? 0) + 1;
      }
    }
    const candidates = met.filter((at) => (counts[at] ?? 0) >= 0.25 * told.length);
    for (const at of met) counts[at] = 0;
    return candidates;
  };
  return (key, least) => {
    const own = trigrams(key);
    return candidatesOf(own).flatMap((at): readonly Near<T>[] => {
      const found = items[at];
      const theirs = parts[at];
      if (found === undefined || theirs === undefined) return [];
      let both = 0;
      for (const one of own) if (theirs.has(one)) both += 1;
      const shared = both / (own.length + theirs.size - both);
      if (both < 2 || shared < 0.2) return [];
      const likeness = likenessOf(key, found.key, shared);
      return likeness < least ? [] : [{ item: found.item, likeness }];
    });
  };
}
