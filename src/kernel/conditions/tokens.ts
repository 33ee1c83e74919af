import type { At, Bilingual } from './expression.ts';
import { functions } from './expression.ts';

export type Token = {
  readonly kind: 'number' | 'string' | 'name' | 'function' | 'keyword' | 'symbol' | 'end';
  readonly text: string;
  readonly at: At;
};

export type TokenFailure = { readonly at: At; readonly message: Bilingual };

/** Words of the language, which no field may have as its id. */
export const reserved: ReadonlySet<string> = new Set([
  'and', 'or', 'not', 'in', 'between', 'if', 'then', 'else', 'true', 'false', 'null', 'date', 'today',
  'count', 'sum', 'min', 'max', 'contains', 'some', 'every', 'for', 'return', 'satisfies', 'function', 'instance',
]); // prettier-ignore

const keywords: ReadonlySet<string> = new Set([
  'and', 'or', 'in', 'between', 'if', 'then', 'else', 'true', 'false', 'null', 'date',
]); // prettier-ignore

const functionNames = Object.keys(functions).toSorted((a, b) => b.length - a.length);
const space = /\s+/uy;
const numberText = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/uy;
const stringText = /"(?:[^"\\]|\\.)*"/uy;
const symbolText = /\.\.|<=|>=|!=|[=<>+\-*/()[\],.]/uy;
const nameText = /[\p{L}_][\p{L}\p{M}\p{N}_]*(?:-+[\p{L}\p{M}\p{N}_]+)*/uy;
const nameCharacter = /[\p{L}\p{M}\p{N}_]/u;
const curlyQuote = /[“”„‟«»]/u;

function match(pattern: RegExp, text: string, position: number): string | undefined {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0];
}

function endsCleanly(text: string, end: number): boolean {
  return !nameCharacter.test(String.fromCodePoint(text.codePointAt(end) ?? 32));
}

/** The longest of `names` that stands at the position and is not merely the beginning of a longer word. */
function longestKnown(text: string, position: number, names: KnownNames): string | undefined {
  const candidates = names.get(text.slice(position, position + 1)) ?? [];
  return candidates.find(
    (name) => text.startsWith(name, position) && endsCleanly(text, position + name.length),
  );
}

/** Names by first character, longest first. */
export type KnownNames = ReadonlyMap<string, readonly string[]>;

export function knownNames(names: Iterable<string>): KnownNames {
  const groups = Map.groupBy(
    [...names].filter((name) => name !== ''),
    (name) => name.slice(0, 1),
  );
  return new Map([...groups].map(([first, group]) => [first, group.toSorted((a, b) => b.length - a.length)]));
}

function functionAt(text: string, position: number): string | undefined {
  return functionNames.find((name) => {
    if (!text.startsWith(name, position)) return false;
    const after = match(space, text, position + name.length) ?? '';
    return text[position + name.length + after.length] === '(';
  });
}

/** Whether the hyphens of a word stand between known names and whole numbers only. */
function isSubtraction(word: string, known: KnownNames): boolean {
  const first = longestKnown(word, 0, known);
  if (first === undefined) return /^\d+$/u.test(word);
  if (first === word) return true;
  return word[first.length] === '-' && isSubtraction(word.slice(first.length + 1), known);
}

/**
 * Ids hold hyphens, so `a-b` is first of all one name. It is a subtraction only where no such name is known
 * and every piece of it is.
 */
function nameAt(text: string, position: number, known: KnownNames | undefined): string | undefined {
  const word = match(nameText, text, position);
  if (known === undefined) return word;
  const longest = longestKnown(text, position, known);
  if (longest === undefined || word === undefined) return longest ?? word;
  return longest.length >= word.length || isSubtraction(word, known) ? longest : word;
}

function unreadable(text: string, start: number): TokenFailure {
  const character = String.fromCodePoint(text.codePointAt(start) ?? 32);
  const at = { start, end: start + character.length };
  if (curlyQuote.test(character)) {
    return {
      at,
      message: {
        sv: 'Använd raka citattecken: "…".',
        en: 'Use straight quotation marks: "…".',
      },
    };
  }
  if (character === '"' || character === "'") {
    return {
      at: { start, end: text.length },
      message: {
        sv: 'Texten avslutas aldrig. Skriv den mellan raka citattecken: "…".',
        en: 'The text never ends. Write it between straight quotation marks: "…".',
      },
    };
  }
  return {
    at,
    message: {
      sv: `Tecknet ”${character}” kan inte stå i ett villkor. Ta bort det.`,
      en: `The character “${character}” cannot stand in a condition. Remove it.`,
    },
  };
}

function readToken(text: string, start: number, known: KnownNames | undefined): Token | TokenFailure {
  const token = (kind: Token['kind'], value: string): Token => ({
    kind,
    text: value,
    at: { start, end: start + value.length },
  });
  const called = functionAt(text, start);
  if (called !== undefined) return token('function', called);
  const word = match(nameText, text, start);
  if (word !== undefined && keywords.has(word)) return token('keyword', word);
  const name = nameAt(text, start, known);
  if (name !== undefined) return token('name', name);
  const number = match(numberText, text, start);
  if (number !== undefined) return token('number', number);
  const string = match(stringText, text, start);
  if (string !== undefined) return token('string', string);
  const symbol = match(symbolText, text, start);
  if (symbol !== undefined) return token('symbol', symbol);
  return unreadable(text, start);
}

/** Splits a condition into words. Gives what could not be read, with its place, as the failure. */
export function tokenise(
  text: string,
  known: KnownNames | undefined,
):
  | { readonly ok: true; readonly tokens: readonly Token[] }
  | { readonly ok: false; readonly failure: TokenFailure } {
  const tokens: Token[] = [];
  let position = 0;
  for (;;) {
    position += match(space, text, position)?.length ?? 0;
    if (position >= text.length) break;
    const token = readToken(text, position, known);
    if (!('kind' in token)) return { ok: false, failure: token };
    tokens.push(token);
    position = token.at.end;
  }
  tokens.push({ kind: 'end', text: '', at: { start: text.length, end: text.length } });
  return { ok: true, tokens };
}
