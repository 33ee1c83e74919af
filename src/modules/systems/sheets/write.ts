import { utils, write } from '@e965/xlsx';
import { json, type Reply } from '../../../platform/http/index.ts';
import { mayRun } from './formula.ts';

export const sheetFormats = ['csv', 'xlsx', 'ods', 'json'] as const;
export type SheetFormat = (typeof sheetFormats)[number];

export type Cell = string | number | null;

/** A column: its head for people, its name for machines, and what a row has in it. */
export type SheetColumn<Row> = {
  readonly id: string;
  readonly title: string;
  /** A list is written with semicolons between in sheets, and as a list in JSON. */
  readonly value: (row: Row) => Cell | readonly string[];
};

/** As a cell of CSV, where all is text: what may run has an apostrophe before it. */
export const csvText = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = mayRun.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const plainCell = (value: Cell | readonly string[]): Cell =>
  typeof value === 'object' && value !== null ? value.join('; ') : value;

/** RFC 4180 with semicolons and a byte order mark, as a Swedish Excel reads it by itself. */
export function toCsv<Row>(columns: readonly SheetColumn<Row>[], rows: Iterable<Row>): string {
  const lines = [columns.map(({ title }) => csvText(title)).join(';')];
  for (const row of rows) lines.push(columns.map(({ value }) => csvText(plainCell(value(row)))).join(';'));
  return `\u{FEFF}${lines.join('\r\n')}\r\n`;
}

const longestCell = 32_767;

/** What would be read as the code of a character is not (ISO/IEC 29500-1, 22.9.2.19). */
const escaped = (text: string): string => text.replaceAll(/_(?=x[\da-f]{4}_)/giu, '_x005F_');

const typedCell = (value: Cell) =>
  typeof value === 'number'
    ? { t: 'n' as const, v: value }
    : {
        t: 's' as const,
        v: escaped(value ?? '')
          .slice(0, longestCell)
          .toWellFormed(),
        z: '@',
      };

/** A workbook of one sheet. Every text is typed as text, so that none is a formula. */
export function toWorkbook<Row>(
  bookType: 'xlsx' | 'ods',
  {
    columns,
    rows,
    name,
  }: {
    readonly columns: readonly SheetColumn<Row>[];
    readonly rows: Iterable<Row>;
    readonly name: string;
  },
): Uint8Array {
  const cells = [
    columns.map(({ title }) => typedCell(title)),
    ...Array.from(rows, (row) => columns.map(({ value }) => typedCell(plainCell(value(row))))),
  ];
  const sheet = utils.aoa_to_sheet(cells);
  sheet['!cols'] = columns.map(({ title }) => ({ wch: Math.max(12, title.length + 2) }));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, name.replaceAll(/[[\]*?/\\:]/gu, ' ').slice(0, 31));
  const bytes: unknown = write(book, { type: 'buffer', bookType, compression: true });
  if (!(bytes instanceof Uint8Array)) throw new Error('the workbook was not written as bytes');
  return bytes;
}

const workbookTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
} as const;

/** The rows as a file to save, or as JSON by the columns' ids. `name` is the file's, without its ending. */
export function sheetReply<Row>(
  format: SheetFormat,
  columns: readonly SheetColumn<Row>[],
  rows: Iterable<Row>,
  name: string,
): Reply {
  switch (format) {
    case 'csv':
      return {
        kind: 'file',
        name: `${name}.csv`,
        type: 'text/csv; charset=utf-8',
        bytes: new TextEncoder().encode(toCsv(columns, rows)),
      };
    case 'xlsx':
    case 'ods':
      return {
        kind: 'file',
        name: `${name}.${format}`,
        type: workbookTypes[format],
        bytes: toWorkbook(format, { columns, rows, name }),
      };
    case 'json':
      return json({
        rows: Array.from(rows, (row) => Object.fromEntries(columns.map(({ id, value }) => [id, value(row)]))),
      });
  }
}
