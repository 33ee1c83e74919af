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

/** What conditions may name: ordinary words, and ids with other characters in them, longest first. */
export type KnownNames = { readonly words: ReadonlySet<string>; readonly others: readonly string[] };

function isWord(name: string): boolean {
  return match(nameText, name, 0) === name;
}

export function knownNames(names: Iterable<string>): KnownNames {
  const all = [...names].filter((name) => name !== '');
  return {
    words: new Set(all.filter((name) => isWord(name))),
    others: all.filter((name) => !isWord(name)).toSorted((a, b) => b.length - a.length),
  };
}

function functionAt(text: string, position: number): string | undefined {
  return functionNames.find((name) => {
    if (!text.startsWith(name, position)) return false;
    const after = match(space, text, position + name.length) ?? '';
    return text[position + name.length + after.length] === '(';
  });
}

/** The most hyphens that a word may have and still be tried as a subtraction. */
const mostHyphens = 30;

/**
 * The part of a word before a hyphen that is a minus: the longest known name, where everything after is known names
 * and whole numbers. Undefined where the word cannot be read so.
 */
function minuend(word: string, known: KnownNames): string | undefined {
  const pieces = word.split('-');
  if (pieces.length > mostHyphens) return undefined;
  /** Whether the pieces from each place on are names and numbers with a minus between them. */
  const readable = new Set([pieces.length]);
  for (let start = pieces.length - 1; start > 0; start -= 1) {
    const isTerm = (end: number): boolean => {
      const term = pieces.slice(start, end).join('-');
      return known.words.has(term) || /^\d+$/u.test(term);
    };
    const ends = pieces.map((_, index) => index + 1).filter((end) => end > start && readable.has(end));
    if (ends.some((end) => isTerm(end))) readable.add(start);
  }
  const firsts = pieces.map((_, index) => pieces.slice(0, index).join('-'));
  return firsts.findLast((first, index) => index > 0 && readable.has(index) && known.words.has(first));
}

/**
 * Ids hold hyphens, so `a-b` is first of all one name. It is a subtraction only where no such name is known
 * and every piece of it is.
 */
function nameAt(text: string, position: number, known: KnownNames | undefined): string | undefined {
  const word = match(nameText, text, position);
  if (known === undefined) return word;
  const other = known.others.find(
    (name) => text.startsWith(name, position) && endsCleanly(text, position + name.length),
  );
  if (other !== undefined && other.length >= (word?.length ?? 0)) return other;
  if (word === undefined || known.words.has(word)) return word;
  return minuend(word, known) ?? word;
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

/** After these stands an operator: `/` there divides, elsewhere it may begin an id. */
function isOperand(token: Token | undefined): boolean {
  if (token === undefined) return false;
  const ends = token.kind === 'symbol' && [')', ']'].includes(token.text);
  const words = token.kind === 'keyword' && ['true', 'false', 'null'].includes(token.text);
  return ends || words || ['name', 'number', 'string'].includes(token.kind);
}

type Place = { readonly text: string; readonly start: number; readonly before: Token | undefined };

function readToken({ text, start, before }: Place, known: KnownNames | undefined): Token | TokenFailure {
  const token = (kind: Token['kind'], value: string): Token => ({
    kind,
    text: value,
    at: { start, end: start + value.length },
  });
  const called = functionAt(text, start);
  if (called !== undefined) return token('function', called);
  const word = match(nameText, text, start);
  if (word !== undefined && keywords.has(word)) return token('keyword', word);
  const name = isOperand(before) && text[start] === '/' ? undefined : nameAt(text, start, known);
  const number = match(numberText, text, start);
  if (name !== undefined && name.length > (number?.length ?? 0)) return token('name', name);
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
    const token = readToken({ text, start: position, before: tokens.at(-1) }, known);
    if (!('kind' in token)) return { ok: false, failure: token };
    tokens.push(token);
    position = token.at.end;
  }
  tokens.push({ kind: 'end', text: '', at: { start: text.length, end: text.length } });
  return { ok: true, tokens };
}
