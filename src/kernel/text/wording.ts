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
  if (chunks.every(({ from }) => from !== 'conflict')) {
    return {
      clean: true,
      text: joinSentences(chunks.flatMap((chunk) => ('tokens' in chunk ? chunk.tokens : []))),
    };
  }
  return {
    clean: false,
    suggestion: suggestionMarks(sides)
      .map(({ text }) => text)
      .join(''),
  };
}

function sentenceChunks({ base, ours, theirs }: SentenceSides): readonly Chunk[] {
  const chunks = mergeTokens(splitSentences(base), splitSentences(ours), splitSentences(theirs));
  return chunks.map(settleChunk);
}

/** Where one side wrote the very sentences that the other did, and more, nothing is left to ask. */
function settleChunk(chunk: Chunk): Chunk {
  if (chunk.from !== 'conflict') return chunk;
  const { base, ours, theirs } = chunk;
  if (hasDoneAll(ours, { base, of: theirs })) return { from: 'ours', tokens: ours };
  return hasDoneAll(theirs, { base, of: ours }) ? { from: 'theirs', tokens: theirs } : chunk;
}

type Other = { readonly base: readonly string[]; readonly of: readonly string[] };

/** Whether a side wrote all that the other did, in its order, and dropped all that the other dropped. */
function hasDoneAll(side: readonly string[], { base, of }: Other): boolean {
  if (!of.some((sentence) => !base.includes(sentence))) return false;
  if (base.some((sentence) => !of.includes(sentence) && side.includes(sentence))) return false;
  let found = 0;
  for (const sentence of side) if (sentence === of[found]) found += 1;
  return found === of.length;
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
  return marks;
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
