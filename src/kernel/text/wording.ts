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
  return mergeTokens(splitSentences(base), splitSentences(ours), splitSentences(theirs));
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
