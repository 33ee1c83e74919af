import { editsOf, mergeTokens, type Chunk } from './merge-tokens.ts';

/** A piece of one side's text against the base: what stands in both, what is new, what is gone. */
export type WordMark = { readonly text: string; readonly change: 'same' | 'inserted' | 'removed' };

/** A piece of a suggestion and whose words it is. */
export type SuggestionMark = { readonly text: string; readonly from: 'base' | 'ours' | 'theirs' };

const WORD = /\s*(?:[\p{L}\p{M}\p{N}]+(?:[-’'.,:/][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}]|$)/gu;

/** Words and signs, each with the white space before it, so that joining them gives the text back. */
function splitWords(text: string): readonly string[] {
  return (text.match(WORD) ?? []).filter((word) => word !== '');
}

/** Splits as if the text stood after another, so that its first word equals the same word further in. */
function splitAfterSpace(text: string): readonly string[] {
  return text === '' ? [] : splitWords(` ${text}`);
}

/**
 * What one side did to the base, word by word, in reading order: removed words before those put in instead.
 * Joined without the removed it is the side, without the inserted the base, but for space at the beginning.
 */
export function wordMarks(base: string, side: string): readonly WordMark[] {
  const before = splitAfterSpace(base);
  const marks: WordMark[] = [];
  let position = 0;
  for (const edit of editsOf(before, splitAfterSpace(side))) {
    marks.push({ text: before.slice(position, edit.start).join(''), change: 'same' });
    marks.push({ text: before.slice(edit.start, edit.end).join(''), change: 'removed' });
    marks.push({ text: edit.tokens.join(''), change: 'inserted' });
    position = edit.end;
  }
  marks.push({ text: before.slice(position).join(''), change: 'same' });
  return withoutFirstSpace(marks.filter(({ text }) => text !== ''));
}

/** The first piece begins with the space that splitting put there. */
function withoutFirstSpace(marks: readonly WordMark[]): readonly WordMark[] {
  const [first, ...rest] = marks;
  return first === undefined ? [] : [{ ...first, text: first.text.replace(/^ /, '') }, ...rest];
}

export type SentenceSides = { readonly base: string; readonly ours: string; readonly theirs: string };

/**
 * One sentence that both sides changed: their words joined where they changed different ones or only put in
 * new ones at the same place (upstream's first), else theirs.
 */
export function suggestSentence({ base, ours, theirs }: SentenceSides): readonly SuggestionMark[] {
  if (base === '') return insertedTwice(ours, theirs);
  if (theirs === '') return [];
  const chunks = mergeTokens(splitAfterSpace(base), splitAfterSpace(ours), splitAfterSpace(theirs));
  if (ours === '' || chunks.some(isClash)) return markAs(wordMarks(base, theirs), 'theirs');
  return trimStart(chunks.flatMap(markChunk));
}

/** Two sentences put in at the same place: both, upstream's last. */
function insertedTwice(ours: string, theirs: string): readonly SuggestionMark[] {
  return [
    { text: ours, from: 'ours' },
    { text: ` ${theirs}`, from: 'theirs' },
  ];
}

function markAs(marks: readonly WordMark[], side: 'ours' | 'theirs'): readonly SuggestionMark[] {
  return marks
    .filter(({ change }) => change !== 'removed')
    .map(({ text, change }) => ({ text, from: change === 'same' ? 'base' : side }));
}

/** The same words changed in two ways. Words put in at one place by both stand beside each other. */
const isClash = (chunk: Chunk): boolean => chunk.from === 'conflict' && chunk.base.length > 0;

function markChunk(chunk: Chunk): readonly SuggestionMark[] {
  if (chunk.from === 'conflict') {
    return [
      { text: chunk.theirs.join(''), from: 'theirs' },
      { text: chunk.ours.join(''), from: 'ours' },
    ];
  }
  if (chunk.tokens.length === 0) return [];
  return [{ text: chunk.tokens.join(''), from: chunk.from === 'both' ? 'theirs' : chunk.from }];
}

function trimStart(marks: readonly SuggestionMark[]): readonly SuggestionMark[] {
  const [first, ...rest] = marks;
  return first === undefined ? [] : [{ ...first, text: first.text.trimStart() }, ...rest];
}
