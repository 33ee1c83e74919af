import { mergeTokens, type Chunk } from './merge-tokens.ts';
import { joinSentences, splitSentences } from './sentences.ts';
import { suggestSentence, type SentenceSides, type SuggestionMark } from './words.ts';

export type TextMerge =
  | { readonly clean: true; readonly text: string }
  | { readonly clean: false; readonly suggestion: string };

/**
 * Three-way merge of a normalised text, sentence by sentence: clean when the two sides touched different
 * sentences. The same sentence changed on both sides is never merged by itself, only suggested, since
 * words from two hands can make a sentence that neither meant.
 */
export function mergeText(sides: SentenceSides): TextMerge {
  const chunks = sentenceChunks(sides);
  const text = joinSentences(chunks.flatMap((chunk) => ('tokens' in chunk ? chunk.tokens : [])));
  const isAsked = chunks.some(({ from }) => from === 'conflict');
  // Each may have removed what the other kept, so that nothing is left.
  if (!isAsked && (text !== '' || sides.ours === '' || sides.theirs === '')) return { clean: true, text };
  return {
    clean: false,
    suggestion: suggestionMarks(sides)
      .map((mark) => mark.text)
      .join(''),
  };
}

function sentenceChunks({ base, ours, theirs }: SentenceSides): readonly Chunk[] {
  const chunks = mergeTokens(splitSentences(base), splitSentences(ours), splitSentences(theirs));
  return stretches(chunks).flatMap(settleStretch);
}

/** Chunks that touch, apart from those that nobody changed. */
function stretches(chunks: readonly Chunk[]): readonly (readonly Chunk[])[] {
  const found: Chunk[][] = [];
  let open: Chunk[] | undefined;
  for (const chunk of chunks) {
    if (chunk.from !== 'base' && open !== undefined) open.push(chunk);
    else found.push((open = [chunk]));
    if (chunk.from === 'base') open = undefined;
  }
  return found;
}

/**
 * Where one side wrote the very sentences that the other did, and more, nothing is left to ask. Neighbouring
 * sentences that the sides changed are joined where the result can be told to hold what both did: not where a
 * sentence was put in next to one that was taken out, which looks as if it had been reworded.
 */
function settleStretch(chunks: readonly Chunk[]): readonly Chunk[] {
  const [first, ...more] = chunks;
  if (first === undefined || (more.length === 0 && first.from !== 'conflict')) return chunks;
  const base = chunks.flatMap((chunk) => chunk.base);
  const [ours, theirs] = [tokensOf(chunks, 'ours'), tokensOf(chunks, 'theirs')];
  if (hasDoneAll(ours, { base, of: theirs })) return [{ from: 'ours', base, tokens: ours }];
  if (hasDoneAll(theirs, { base, of: ours })) return [{ from: 'theirs', base, tokens: theirs }];
  const joined = chunks.flatMap((chunk) => ('tokens' in chunk ? chunk.tokens : []));
  const isJoined = [ours, theirs].every((of) => hasDoneAll(joined, { base, of }));
  if (isJoined || chunks.some(({ from }) => from === 'conflict')) return chunks;
  return [{ from: 'conflict', base, ours, theirs }];
}

/** What one side has there. */
function tokensOf(chunks: readonly Chunk[], side: 'ours' | 'theirs'): readonly string[] {
  return chunks.flatMap((chunk) => {
    if (chunk.from === 'conflict') return chunk[side];
    return chunk.from === side || chunk.from === 'both' ? chunk.tokens : chunk.base;
  });
}

type Other = { readonly base: readonly string[]; readonly of: readonly string[] };

/**
 * Whether a side wrote all that the other did, in its order, and dropped all that the other dropped. Where the
 * other only dropped, a side with more sentences than are left may have reworded what was dropped: it has not.
 */
function hasDoneAll(side: readonly string[], { base, of }: Other): boolean {
  const [was, has, otherHas] = [new Set(base), new Set(side), new Set(of)];
  const hasWritten = of.some((sentence) => !was.has(sentence));
  if (!hasWritten && (of.length === 0 || side.length > of.length)) return false;
  if (base.some((sentence) => !otherHas.has(sentence) && has.has(sentence))) return false;
  const due = of.filter((sentence) => !was.has(sentence) || has.has(sentence));
  let found = 0;
  for (const sentence of side) if (sentence === due[found]) found += 1;
  return found === due.length;
}

/**
 * The suggestion for a text that both sides changed, in pieces that say whose words they are. Sentences
 * that one side changed are taken; in a sentence that both changed, words that one side changed are taken;
 * where they changed the same words, upstream's (theirs) sentence is suggested as it stands.
 */
export function suggestionMarks(sides: SentenceSides): readonly SuggestionMark[] {
  const pieces = sentenceChunks(sides).map(suggestChunk);
  const marks: SuggestionMark[] = [];
  for (const [first, ...rest] of pieces) {
    if (first === undefined) continue;
    marks.push({ ...first, text: gapBefore(first.text, marks.at(-1)?.text) + first.text }, ...rest);
  }
  return marks.length === 0 ? [{ text: sides.theirs, from: 'theirs' }] : marks;
}

function suggestChunk(chunk: Chunk): readonly SuggestionMark[] {
  if (chunk.from === 'conflict') {
    return suggestSentence({
      base: joinSentences(chunk.base),
      ours: joinSentences(chunk.ours),
      theirs: joinSentences(chunk.theirs),
    });
  }
  if (chunk.tokens.length === 0) return [];
  return [{ text: joinSentences(chunk.tokens), from: chunk.from === 'both' ? 'theirs' : chunk.from }];
}

/** Sentences on one line stand apart by a space; a line break needs none. */
function gapBefore(text: string, previous: string | undefined): string {
  return previous === undefined || previous.endsWith('\n') || text.startsWith('\n') ? '' : ' ';
}
