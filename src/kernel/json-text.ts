/** Why a text is not JSON that can be trusted to mean one thing. */
export type JsonFault = {
  readonly kind:
    | 'empty'
    | 'unexpected'
    | 'unfinished'
    | 'bad-text'
    | 'bad-number'
    | 'duplicate-key'
    | 'too-deep'
    | 'after-end';
  /** From 1. */
  readonly line: number;
  /** In characters (UTF-16 code units), from 1. */
  readonly column: number;
  /** The offending sign or name. */
  readonly found: string;
};

export type ParsedText =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly failure: JsonFault };

const MOST_DEPTH = 500;

/**
 * Parses JSON (RFC 8259) and says where it is wrong. Stricter than `JSON.parse` in one thing: a name given
 * twice in an object is a fault, since readers disagree about which of the two counts.
 */
export function parseJsonText(text: string): ParsedText {
  const fault = findFault(text);
  if (fault === undefined)
    return { ok: true, value: JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text) };
  return { ok: false, failure: { ...locate(text, fault.at), kind: fault.kind, found: fault.found } };
}

function locate(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

type Fault = { readonly kind: JsonFault['kind']; readonly at: number; readonly found: string };

/** A position to go on from, or what is wrong; `done` is the end of the whole value. */
type Step = { readonly at: number } | { readonly fault: Fault } | 'done';

const SPACE = /[ \t\n\r]*/y;
const TEXT = /"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const TEXT_BEGINNING = /"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/uy;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])/y;
const WORD = /(?:true|false|null)(?!\w)/y;

/** For an open object the names seen so far; for an open list nothing. */
type Open = Set<string> | undefined;
type Reader = { readonly text: string; readonly open: Open[] };

function findFault(text: string): Fault | undefined {
  const reader: Reader = { text, open: [] };
  let at = skip(text, text.startsWith('\ufeff') ? 1 : 0);
  if (at === text.length) return { kind: 'empty', at: 0, found: '' };
  for (;;) {
    const step = readValue(reader, at);
    if (step === 'done') return undefined;
    if ('fault' in step) return step.fault;
    at = step.at;
  }
}

/** Reads one plain value, or the beginning of an object or list, up to where the next value begins. */
function readValue(reader: Reader, at: number): Step {
  const { text, open } = reader;
  const sign = text[at];
  if (sign === '{' || sign === '[') {
    if (open.length >= MOST_DEPTH) return fault('too-deep', at, sign);
    const inner = skip(text, at + 1);
    open.push(sign === '{' ? new Set() : undefined);
    if (text[inner] === (sign === '{' ? '}' : ']')) return readAfter(reader, inner);
    return sign === '{' ? readName(reader, inner) : { at: inner };
  }
  const end = match(text, at, sign === '"' ? TEXT : sign !== undefined && /[-\d]/.test(sign) ? NUMBER : WORD);
  if (end !== undefined) return readAfter(reader, skip(text, end));
  if (sign === '"') return badText(text, at);
  if (sign !== undefined && /[-\d]/.test(sign)) return fault('bad-number', at, sign);
  return unexpected(text, at);
}

/** Reads what may come after a value: ends of what is open, and a comma. */
function readAfter({ text, open }: Reader, start: number): Step {
  let at = start;
  while (open.length > 0) {
    const names = open.at(-1);
    if (text[at] === ',') {
      const next = skip(text, at + 1);
      return names === undefined ? { at: next } : readName({ text, open }, next);
    }
    if (text[at] !== (names === undefined ? ']' : '}')) return unexpected(text, at);
    open.pop();
    at = skip(text, at + 1);
  }
  return at === text.length ? 'done' : fault('after-end', at, text[at] ?? '');
}

function readName({ text, open }: Reader, at: number): Step {
  if (text[at] !== '"') return unexpected(text, at);
  const end = match(text, at, TEXT);
  if (end === undefined) return badText(text, at);
  const name = String(JSON.parse(text.slice(at, end)));
  const names = open.at(-1);
  if (names?.has(name)) return fault('duplicate-key', at, name);
  names?.add(name);
  const colon = skip(text, end);
  return text[colon] === ':' ? { at: skip(text, colon + 1) } : unexpected(text, colon);
}

/** Points at the sign that a quoted text cannot have there, or at the end of a text that is not closed. */
function badText(text: string, start: number): Step {
  const at = match(text, start, TEXT_BEGINNING) ?? start;
  return at >= text.length ? fault('unfinished', at, '') : fault('bad-text', at, text[at] ?? '');
}

function match(text: string, at: number, pattern: RegExp): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function skip(text: string, at: number): number {
  return match(text, at, SPACE) ?? at;
}

function unexpected(text: string, at: number): Step {
  return at >= text.length
    ? fault('unfinished', at, '')
    : fault('unexpected', at, String.fromCodePoint(text.codePointAt(at) ?? 0));
}

function fault(kind: Fault['kind'], at: number, found: string): Step {
  return { fault: { kind, at, found } };
}
