import { mayRun } from './formula.ts';
import { sheetOf, type SheetsRead } from './sheet.ts';

/* Tables as text: CSV (RFC 4180) with comma, semicolon or tab, and what is pasted from a spreadsheet. */

/** Little of it may be signs that no text has. */
const mostOdd = 0.01;

/** The text of bytes in UTF-8, UTF-16 or Windows-1252, with or without a mark of order; null for what is no text. */
export function decodeText(bytes: Uint8Array): string | null {
  const text = decoderOf(bytes).decode(bytes);
  const odd = text.match(/[\p{Cc}--[\n\r\t\f\0]]|\uFFFD/gv)?.length ?? 0;
  return odd > 8 + text.length * mostOdd ? null : text;
}

function decoderOf(bytes: Uint8Array): TextDecoder {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le');
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be');
  const sample = bytes.subarray(0, 4096);
  const zeros = (from: number): number => sample.filter((byte, at) => at % 2 === from && byte === 0).length;
  const [even, uneven] = [zeros(0), zeros(1)];
  // Letters of Swedish have a byte of zero in UTF-16.
  const many = sample.length / 5;
  if (uneven > many && even < many / 4) return new TextDecoder('utf-16le');
  if (even > many && uneven < many / 4) return new TextDecoder('utf-16be');
  return isUtf8(bytes) ? new TextDecoder('utf-8') : new TextDecoder('windows-1252');
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const separators = ['\t', ';', ',', '|'] as const;
type Separator = (typeof separators)[number];

type Row = { readonly n: number; readonly cells: readonly string[] };

/** How far the text is read to find out what parts its cells. */
const sampled = 50_000;

/** What most rows agree on, and parts them in most cells. */
function separatorOf(text: string): Separator {
  const sample =
    text.length <= sampled ? text : text.slice(0, text.lastIndexOf('\n', sampled) + 1 || sampled);
  const scored = separators.map((separator) => {
    const counts = new Map<number, number>();
    let rows = 0;
    for (const { cells } of split(sample, separator)) {
      if (cells.length === 1 && cells[0] === '') continue;
      rows += 1;
      counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
    }
    const [columns = 1, agreeing = 0] = [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? [];
    return { separator, columns, share: columns === 1 ? 0 : agreeing / Math.max(rows, 1) };
  });
  const best = scored.toSorted((a, b) => b.share - a.share || b.columns - a.columns)[0];
  return best === undefined || best.share === 0 ? '\t' : best.separator;
}

/**
 * Rows as they come, numbered as a spreadsheet numbers them. From a quotation mark that is never closed on, such marks
 * are letters.
 */
function* split(text: string, separator: string): Generator<Row> {
  let cells: string[] = [];
  let quotes = true;
  let n = 1;
  for (let at = 0; at <= text.length;) {
    const closed = quotes && text[at] === '"' ? quoted(text, at, separator) : null;
    if (closed === null && text[at] === '"') quotes = false;
    const { cell, end } = closed ?? plain(text, at, separator);
    cells.push(cell);
    at = end + 1;
    if (text[end] === separator) continue;
    yield { n, cells };
    cells = [];
    n += 1;
    if (text[end] === '\r' && text[end + 1] === '\n') at += 1;
    if (at >= text.length) return;
  }
}

type Cell = { readonly cell: string; readonly end: number };

function plain(text: string, at: number, separator: string): Cell {
  let end = at;
  for (; end < text.length; end += 1) {
    const letter = text[end];
    if (letter === separator || letter === '\n' || letter === '\r') break;
  }
  return { cell: text.slice(at, end), end };
}

function quoted(text: string, at: number, separator: string): Cell | null {
  let end = text.indexOf('"', at + 1);
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  if (end < 0) return null;
  const rest = plain(text, end + 1, separator);
  return { cell: text.slice(at + 1, end).replaceAll('""', '"') + rest.cell, end: rest.end };
}

/** An apostrophe that keeps a cell from being a formula is no part of what it says. */
const unprotected = (cell: string): string =>
  cell.startsWith("'") && mayRun.test(cell) ? cell.slice(1) : cell;

/** A table that is text, such as CSV or what is pasted. */
export function readTable(given: string, name: string): SheetsRead {
  const marked = given.replace(/^\uFEFF/u, '');
  const said = /^sep=([\t;,|])\r?\n/u.exec(marked);
  const text = said === null ? marked : marked.slice(said[0].length);
  const before = said === null ? 0 : 1;
  const separator = said?.[1] ?? separatorOf(text);
  const rows = split(text, separator).map(({ n, cells }) => ({
    n: n + before,
    cells: cells.map(unprotected),
  }));
  const read = sheetOf(name, rows);
  if (!read.ok) return read;
  return read.sheet.rows.length === 0 ? { ok: false, failure: 'empty' } : { ok: true, sheets: [read.sheet] };
}
