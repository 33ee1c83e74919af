import { read as parse } from '@e965/xlsx';
import { unzip, zip, type Entry } from '../../../platform/zip/index.ts';
import { bounds, sheetOf, type Sheet, type SheetsRead } from './sheet.ts';

/* Workbooks: XLSX (ISO/IEC 29500) and ODS (ISO/IEC 26300). Formulas are never reckoned: what they last gave is read. */

/** The cells, their texts and formats. Macros, links, pictures and what else a workbook holds are not looked into. */
const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[\w .-]{1,100}\.xml|content\.xml|styles\.xml|mimetype|META-INF\/manifest\.xml)$/i;

const megabyte = 1024 * 1024;
const zipBounds = {
  wanted: (name: string) => wanted.test(name),
  most: 64 * megabyte,
  mostInAll: 96 * megabyte,
  mostEntries: 3000,
};

/** Reads what begins as a ZIP. May take seconds, and throw at what the library cannot bear. */
export function readWorkbook(bytes: Uint8Array): SheetsRead {
  const unpacked = unzip(bytes, zipBounds);
  if (!unpacked.ok) return unpacked;
  const { entries } = unpacked;
  const has = (name: RegExp): boolean => entries.some((entry) => name.test(entry.name));
  if (!has(/^xl\/workbook\.xml$/iu) && !has(/^content\.xml$/iu)) return { ok: false, failure: 'no-sheet' };
  const listed = entries.find(({ name }) => name === contents);
  if ((listed?.bytes.byteLength ?? 0) > largestContents) return { ok: false, failure: 'damaged' };
  if (!entries.every(isPlainXml)) return { ok: false, failure: 'damaged' };
  if (entries.some(isLocked)) return { ok: false, failure: 'locked' };
  return sheetsIn(zip(whole(entries).map(withBoundedRepeats)));
}

const contents = '[Content_Types].xml';

/** A list of contents names at most as many parts as a workbook may have, in a few hundred bytes each. */
const largestContents = megabyte;

/** The library demands whatever the list of contents names, and styles in ODS. */
function whole(entries: readonly Entry[]): readonly Entry[] {
  const names = new Set(entries.map(({ name }) => `/${name}`));
  const isThere = (override: string): boolean => {
    const part = /PartName\s*=\s*["']([^"']*)["']/iu.exec(override)?.[1];
    return part === undefined || names.has(part);
  };
  const withoutMissing = (text: string): string =>
    text.replaceAll(/<Override\b[^<>]*>/giu, (override) => (isThere(override) ? override : ''));
  const listed = entries.map((entry) =>
    entry.name === contents
      ? { name: contents, bytes: Buffer.from(withoutMissing(entry.bytes.toString('utf8'))) }
      : entry,
  );
  const styles = names.has('/content.xml') && !names.has('/styles.xml');
  return styles ? [...listed, { name: 'styles.xml', bytes: Buffer.from('<styles/>') }] : listed;
}

const isXml = ({ name }: Entry): boolean => /\.(?:xml|rels)$/iu.test(name);

/** UTF-8 without a document type: nothing to expand and nothing to fetch. */
function isPlainXml(entry: Entry): boolean {
  if (!isXml(entry)) return true;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(entry.bytes);
    return !text.includes('\0') && !/<!(?:doctype|entity)/iu.test(text);
  } catch {
    return false;
  }
}

const isLocked = ({ name, bytes }: Entry): boolean =>
  /^META-INF\/manifest\.xml$/iu.test(name) && bytes.includes('encryption-data');

/** Empty cells to the end of the sheet are written as one that is repeated a million times; a full one is not. */
function withBoundedRepeats(entry: Entry): Entry {
  if (!/^content\.xml$/iu.test(entry.name)) return entry;
  const text = entry.bytes
    .toString('utf8')
    .replaceAll(
      /number-(rows|columns)-repeated\s*=\s*["'](\d+)["']/gu,
      (_, what: string, times: string) =>
        `number-${what}-repeated="${Math.min(Number(times), what === 'rows' ? 2000 : bounds.columns + 50)}"`,
    );
  return { name: entry.name, bytes: Buffer.from(text, 'utf8') };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function sheetsIn(bytes: Buffer): SheetsRead {
  const book = parse(bytes, {
    type: 'buffer',
    dense: true,
    nodim: true,
    cellFormula: false,
    cellHTML: false,
    cellText: false,
    cellNF: true,
    sheetRows: bounds.rows + 1000,
  });
  if (book.SheetNames.length > bounds.sheets) return { ok: false, failure: 'too-many-sheets' };
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  const all: (Sheet & { readonly hidden: boolean })[] = [];
  let filled = 0;
  for (const [at, name] of book.SheetNames.entries()) {
    const sheet: unknown = Object.hasOwn(book.Sheets, name) ? book.Sheets[name] : null;
    if (!isRecord(sheet)) continue;
    const grid = gridOf(sheet, from1904);
    if (grid === null) return { ok: false, failure: 'too-wide' };
    fillMerged(grid, sheet['!merges']);
    const read = sheetOf(
      name,
      grid.map((cells, row) => ({ n: row + 1, cells: [...cells] })),
    );
    if (!read.ok) return read;
    filled += read.sheet.rows.reduce((sum, { cells }) => sum + cells.length, 0);
    if (filled > bounds.cells * 4) return { ok: false, failure: 'too-large' };
    const hidden = (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0;
    if (read.sheet.rows.length > 0) all.push({ ...read.sheet, hidden });
  }
  const shown = all.filter(({ hidden }) => !hidden);
  const sheets = (shown.length > 0 ? shown : all).map(({ name, rows }) => ({ name, rows }));
  return sheets.length === 0 ? { ok: false, failure: 'empty' } : { ok: true, sheets };
}

type Grid = string[][];

/** The cells as text, row by row; null where something stands too far to the right. */
function gridOf(sheet: Readonly<Record<string, unknown>>, from1904: boolean): Grid | null {
  const grid: Grid = [];
  for (const row of listOf(sheet['!data'])) {
    const cells = listOf(row);
    if (
      cells.length > bounds.columns &&
      cells.slice(bounds.columns).some((cell) => textOf(cell, from1904) !== '')
    )
      return null;
    grid.push(cells.slice(0, bounds.columns).map((cell) => textOf(cell, from1904)));
  }
  return grid;
}

const dayLength = 86_400_000;

/** A day's number as the two systems of Excel count. */
function dayOf(serial: number, from1904: boolean): string | null {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0);
  if (days < 61 || days > 2_958_465) return null;
  return new Date(Date.UTC(1899, 11, 30) + days * dayLength).toISOString().slice(0, 10);
}

/** The longest format of a cell that Excel takes. */
const longestFormat = 255;

const isDayFormat = (format: unknown): boolean =>
  typeof format === 'string' &&
  format.length <= longestFormat &&
  /[yd]/iu.test(format.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|general/giu, ''));

/** Errors of formulas as they are seen, [MS-XLSB] 2.5.97.2. */
const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

function textOf(cell: unknown, from1904: boolean): string {
  if (!isRecord(cell)) return '';
  const { t, v, z } = cell;
  if (t === 'e') return errors[Number(v)] ?? '#VALUE!';
  if (typeof v === 'boolean') return v ? 'ja' : 'nej';
  if (typeof v === 'number') return (isDayFormat(z) ? dayOf(v, from1904) : null) ?? numberText(v);
  if (v instanceof Date) return v.toISOString().slice(0, 10);
  return typeof v === 'string' ? v : '';
}

/** As it is typed in Swedish, without the noise of binary fractions. */
const numberText = (value: number): string =>
  Number.isFinite(value) ? String(Number(value.toPrecision(15))).replace('.', ',') : '';

/** What is merged downwards holds for every row; what is merged sideways stands in the first column. */
function fillMerged(grid: Grid, merges: unknown): void {
  for (const merge of listOf(merges).slice(0, 10_000)) {
    if (!isRecord(merge) || !isRecord(merge['s']) || !isRecord(merge['e'])) continue;
    const [column, first, last] = [Number(merge['s']['c']), Number(merge['s']['r']), Number(merge['e']['r'])];
    const value = grid[first]?.[column] ?? '';
    if (value === '') continue;
    for (let at = first + 1; at <= Math.min(last, first + 1000, grid.length - 1); at += 1) {
      const row = grid[at];
      if (row?.some((cell) => cell !== '') === true && (row[column] ?? '') === '') row[column] = value;
    }
  }
}
