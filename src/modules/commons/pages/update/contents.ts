import { isList, isObject, pickText, type Conflict, type Json } from '../../../../kernel/index.ts';
import type { Language } from '../../../../platform/http/index.ts';
import type { MergeContent, MergeSuggestion } from '../../../../ui/index.ts';
import type { ConflictWords } from '../../model/update.ts';
import { updateTexts } from '../../texts/update.ts';

const same = (text: string): MergeContent => ({ kind: 'words', marks: [{ text, change: 'same' }] });

function nameOf(value: { readonly [key: string]: Json }, language: Language): string | null {
  for (const property of ['label', 'title', 'text']) {
    const text = value[property];
    if (typeof text === 'string') return text;
    if (isObject(text)) {
      const localised = Object.fromEntries(
        Object.entries(text).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      );
      return pickText(localised, language);
    }
  }
  return null;
}

/** Whether an object is one text in several languages: every name is a language's, every value a text. */
const isTexts = (value: { readonly [key: string]: Json }): value is { readonly [key: string]: string } =>
  Object.entries(value).length > 0 &&
  Object.entries(value).every(([name, text]) => /^[a-z]{2}(-|$)/.test(name) && typeof text === 'string');

/** Any value of a definition as a reader can take it in: words, an element by its name, a list. */
export function readable(value: Json, language: Language): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return language === 'sv' ? (value ? 'ja' : 'nej') : value ? 'yes' : 'no';
  if (isList(value)) return value.map((one) => readable(one, language)).join(', ');
  if (isObject(value)) {
    if (isTexts(value)) return pickText(value, language);
    return (
      nameOf(value, language) ??
      Object.entries(value)
        .map(([name, one]) => `${name}: ${readable(one, language)}`)
        .join(', ')
    );
  }
  return String(value);
}

export type Sides = {
  readonly language: Language;
  readonly to: { readonly owner: string; readonly number: number };
};

function sideContent(
  value: Json | undefined,
  conflict: Conflict,
  { language, gone }: { language: Language; gone: string },
): MergeContent {
  if (value === undefined) return { kind: 'missing', text: gone };
  if (conflict.kind === 'order' && isList(value))
    return { kind: 'order', items: value.map((one) => readable(one, language)) };
  return same(readable(value, language));
}

/** What each side of a conflict holds, ready for the fork. */
export function contentsOf(conflict: Conflict, words: ConflictWords | null, { language, to }: Sides) {
  const t = updateTexts(language);
  const theirs: MergeContent =
    words === null
      ? sideContent(conflict.theirs, conflict, { language, gone: t.removedIn(to) })
      : { kind: 'words', marks: words.theirs };
  const ours: MergeContent =
    words === null
      ? sideContent(conflict.ours, conflict, { language, gone: t.removedHere })
      : { kind: 'words', marks: words.ours };
  return { theirs, ours, suggestion: suggestionOf(conflict, words, { theirs, ours, language }) };
}

type Shown = { readonly theirs: MergeContent; readonly ours: MergeContent; readonly language: Language };

function suggestionOf(conflict: Conflict, words: ConflictWords | null, shown: Shown): MergeSuggestion | null {
  const t = updateTexts(shown.language);
  const { suggestion } = conflict;
  if (conflict.kind === 'locked') return null;
  if (suggestion.value === undefined)
    return { note: t.suggestionTake[suggestion.take], content: shown[suggestion.take] };
  if (words !== null && typeof suggestion.value === 'string') {
    const marks = words.suggestion;
    // Where both changed the same words, one of them stands alone, and that must be said.
    const note = marks.some(({ from }) => from === 'ours') ? t.suggestionNote : t.suggestionOnlyTheirs;
    return { note, content: { kind: 'words', marks } };
  }
  return {
    note: t.suggestionNote,
    content: sideContent(suggestion.value, conflict, { language: shown.language, gone: '' }),
  };
}

/** The suggestion as plain text to rewrite, where the answer can be a text of one's own. */
export function suggestedText(conflict: Conflict): string | null {
  const value = conflict.suggestion.value ?? conflict[conflict.suggestion.take];
  return typeof value === 'string' ? value : null;
}
