/** A row that says something, with its number in the sheet, counted from 1. */
export type SheetRow = { readonly n: number; readonly cells: readonly string[] };

/** What stands in a sheet, as text. Rows without content are left out. */
export type Sheet = { readonly name: string; readonly rows: readonly SheetRow[] };

export type SheetRefusal =
  | 'no-sheet'
  | 'old-format'
  | 'locked'
  | 'damaged'
  | 'too-large'
  | 'too-long'
  | 'too-wide'
  | 'too-many-sheets'
  | 'empty';

export type SheetsRead =
  | { readonly ok: true; readonly sheets: readonly Sheet[] }
  | { readonly ok: false; readonly failure: SheetRefusal };

/** What is read of one file. More is refused in words, never cut. */
export const bounds = {
  rows: 100_000,
  columns: 200,
  cells: 1_000_000,
  sheets: 100,
  letters: 30_000_000,
} as const;

/** As much as a cell of Excel holds. No field takes more than a part of it, so a longer text is a fault anyway. */
const longestCell = 32_767;

/** Most cells are as they should be, and there are many. */
const plain = /^(?:[!-~\u00A1-\u00FF](?:[ -~\u00A1-\u00FF]*[!-~\u00A1-\u00FF])?)?$/u;

/** Text that can be kept and compared: no control characters, no half letters, one kind of line break, trimmed. */
export function cleanCell(text: string): string {
  if (text.length < 1000 && plain.test(text)) return text;
  return text
    .slice(0, longestCell)
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replaceAll(/[\p{Cc}--[\n\t]]|[\u200B\uFEFF\uFFFE\uFFFF]/gv, '')
    .trim();
}

type Raw = { readonly n: number; readonly cells: readonly string[] };

/** Cells cleaned, rows without content gone, within bounds. */
export function sheetOf(
  name: string,
  raw: Iterable<Raw>,
): { readonly ok: true; readonly sheet: Sheet } | { readonly ok: false; readonly failure: SheetRefusal } {
  const rows: SheetRow[] = [];
  let letters = 0;
  let filled = 0;
  for (const { n, cells } of raw) {
    const cleaned = cells.map(cleanCell);
    const last = cleaned.findLastIndex((cell) => cell !== '');
    if (last < 0) continue;
    if (last >= bounds.columns) return { ok: false, failure: 'too-wide' };
    if (rows.length >= bounds.rows) return { ok: false, failure: 'too-long' };
    const kept = cleaned.slice(0, last + 1);
    filled += kept.length;
    letters += kept.reduce((sum, cell) => sum + cell.length, 0);
    if (filled > bounds.cells * 4 || letters > bounds.letters) return { ok: false, failure: 'too-large' };
    rows.push({ n, cells: kept });
  }
  return { ok: true, sheet: { name: cleanCell(name).slice(0, 100), rows } };
}
