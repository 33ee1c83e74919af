import { compoundParts } from './compound.ts';
import { stem } from './stem.ts';
import { synonyms } from './synonyms.ts';
import { folded, hasSwedishLetter, telling, words } from './tokens.ts';

export type Weight = 'A' | 'B' | 'C' | 'D';
export type WeightedText = { readonly text: string; readonly weight: Weight };

/** Lexemes without å, ä and ö are kept apart from stems by their tail, so that *får* is found by *far* but not confused with it. */
const keyboard = (lexeme: string): string => `${folded(lexeme)}0x`;

/**
 * The lexemes that one word of a document is found by: its stem, the stems of its parts, and each as typed
 * without Swedish letters.
 */
export function lexemes(word: string): readonly string[] {
  const own = [stem(word), ...compoundParts(word)];
  return [...new Set([...own, ...own.filter(hasSwedishLetter).map(keyboard)])];
}

/**
 * Texts as the text form of a PostgreSQL tsvector (`'bygglov':1A 'ansök':2A`), for `::tsvector`. Positions count
 * words, at most 16,383. With an owner every lexeme begins with it, `'hjo/bygglov'`, and only questions asked for
 * that owner meet it.
 */
export function toVector(texts: readonly WeightedText[], owner: string | null = null): string {
  const found = new Map<string, string[]>();
  let position = 0;
  for (const { text, weight } of texts) {
    for (const word of telling(words(text))) {
      position = Math.min(position + 1, 16_383);
      for (const lexeme of lexemes(word)) {
        const places = found.get(lexeme) ?? [];
        if (places.length < 200) found.set(lexeme, [...places, `${position}${weight}`]);
      }
    }
  }
  const own = owned(owner);
  return [...found].map(([lexeme, places]) => `'${own(lexeme)}':${places.join(',')}`).join(' ');
}

/** The words of a text that a misspelt question may be meant as. */
export const vocabulary = (text: string): readonly string[] => [
  ...new Set(telling(words(text)).filter((word) => word.length > 3)),
];

const owned =
  (owner: string | null) =>
  (lexeme: string): string =>
    owner === null ? lexeme : `${owner}/${lexeme}`;

/**
 * A question as the text form of a PostgreSQL tsquery, for `::tsquery`; empty when it has no words. `all` asks
 * for every word, `any` for at least one. The last word is also read as a beginning. An owner is as in `toVector`.
 */
export function toQuery(question: string, ask: 'all' | 'any' = 'all', owner: string | null = null): string {
  const asked = telling(words(question));
  if (asked.length === 0) return '';
  const join = ask === 'all' ? ' & ' : ' | ';
  const straight = asked.map((word, index) => oneWord(word, index === asked.length - 1)).join(join);
  const other = throughSynonyms(asked, join);
  const query = other.length === 0 ? straight : [straight, ...other].map((part) => `(${part})`).join(' | ');
  const own = owned(owner);
  return query.replaceAll(/'([^']*)'/g, (_, lexeme: string) => `'${own(lexeme)}'`);
}

/**
 * The text cut where words begin and end, those marked that a question asks for: by stem, by parts of compounds
 * and as typed without Swedish letters. What synonyms found is not marked.
 */
export function markWords(
  text: string,
  question: string,
): readonly { readonly text: string; readonly found: boolean }[] {
  const wanted = telling(words(question));
  const asked = new Set(wanted.flatMap(askedLexemes));
  const last = wanted.at(-1) ?? '';
  const isFound = (word: string): boolean =>
    lexemes(word).some((lexeme) => asked.has(lexeme)) || (last.length >= 4 && word.startsWith(last));
  return text
    .split(/([\p{L}\p{N}]+)/u)
    .map((part, at) => ({ text: part, found: at % 2 === 1 && words(part).some(isFound) }))
    .filter((part) => part.text !== '');
}

const askedLexemes = (word: string): readonly string[] =>
  hasSwedishLetter(word) ? lexemes(word) : lexemes(word).flatMap((lexeme) => [lexeme, keyboard(lexeme)]);

function oneWord(word: string, last: boolean): string {
  const own = stem(word);
  const parts = compoundParts(word);
  const ways = [quoted(own)];
  if (!hasSwedishLetter(word)) ways.push(quoted(keyboard(own)));
  if (last && word.length >= 4) ways.push(`${quoted(own)}:*`);
  if (parts.length > 1) ways.push(`(${parts.map(quoted).join(' & ')})`);
  return ways.length === 1 ? (ways[0] ?? '') : `(${ways.join(' | ')})`;
}

function throughSynonyms(asked: readonly string[], join: string): readonly string[] {
  const stems = asked.map((word) => [stem(word), folded(stem(word))]);
  const has = (wanted: string): boolean =>
    stems.some((forms) => forms.includes(wanted) || forms.includes(folded(wanted)));
  return synonyms
    .filter((synonym) => synonym.asked.every(has))
    .map((synonym) => {
      const rest = asked.filter((word) => !synonym.asked.some((one) => folded(one) === folded(stem(word))));
      return [...synonym.target.map(quoted), ...rest.map((word) => oneWord(word, false))].join(join);
    });
}

const quoted = (lexeme: string): string => `'${lexeme}'`;
