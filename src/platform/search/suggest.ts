import { words } from './tokens.ts';

/** Trigrams of a word with its edges marked, as in pg_trgm. */
function trigrams(word: string): ReadonlySet<string> {
  const padded = `  ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

/** Shared trigrams over all trigrams, 0 to 1. */
export function similarity(left: string, right: string): number {
  const a = trigrams(left);
  const b = trigrams(right);
  const both = a.intersection(b).size;
  return both / (a.size + b.size - both);
}

/**
 * The question with each word that is not in the vocabulary put right by its nearest neighbour there; null when
 * nothing is near enough or nothing was wrong.
 */
export function didYouMean(question: string, vocabulary: ReadonlySet<string>): string | null {
  const asked = words(question);
  const meant = asked.map((word) => (vocabulary.has(word) ? word : (nearest(word, vocabulary) ?? word)));
  const changed = meant.some((word, at) => word !== asked[at]);
  return changed ? meant.join(' ') : null;
}

function nearest(word: string, vocabulary: ReadonlySet<string>): string | null {
  let best: { readonly word: string; readonly score: number } | null = null;
  for (const candidate of vocabulary) {
    if (Math.abs(candidate.length - word.length) > 3) continue;
    const score = similarity(word, candidate);
    if (score >= 0.4 && (best === null || score > best.score)) best = { word: candidate, score };
  }
  return best?.word ?? null;
}
