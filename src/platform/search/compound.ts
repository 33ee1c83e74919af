import { partStems, wholeStems } from './lexicon.ts';
import { stem } from './stem.ts';

const shortest = 3;
const links = ['', 's', 'e', 'u', 'o', 'a'] as const;

/**
 * The parts of a Swedish compound, as stems: *bygglovsansökan* → bygglov, ansök. Only words of the lexicon
 * count, the fewest parts win, and a word that the lexicon does not know to its end stays whole.
 */
export function compoundParts(word: string): readonly string[] {
  if (word.length < shortest * 2 || word.length > 60 || wholeStems.has(stem(word))) return [];
  return [
    ...new Set(halves(word).flatMap((part) => [partStems.get(part) ?? stem(part), ...compoundParts(part)])),
  ];
}

/** The surface parts of a word that the lexicon covers in at least two; empty where it does not. */
function halves(word: string): readonly string[] {
  return fewest(word, new Map(), true) ?? [];
}

/** The fewest lexicon words that make up `rest`, or null. A word asked for its parts is not its own part. */
function fewest(rest: string, seen: Map<string, Parts>, top = false): Parts {
  const before = seen.get(rest);
  if (before !== undefined && !top) return before;
  let best: Parts = top || !isPart(rest) ? null : [rest];
  for (let length = rest.length - shortest; length >= shortest && best?.length !== 1; length -= 1) {
    const head = headPart(rest.slice(0, length));
    if (head === null) continue;
    const tail = fewest(rest.slice(length), seen);
    if (tail !== null && (best === null || tail.length + 1 < best.length)) best = [head, ...tail];
  }
  seen.set(rest, best);
  return best;
}

type Parts = readonly string[] | null;

const isPart = (word: string): boolean => partStems.has(word) || partStems.has(stem(word));

function headPart(text: string): string | null {
  for (const link of links) {
    if (!text.endsWith(link)) continue;
    const bare = link === '' ? text : text.slice(0, -link.length);
    if (bare.length >= shortest && partStems.has(bare)) return bare;
  }
  return null;
}
