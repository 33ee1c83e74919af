import type { SheetsRead } from './sheet.ts';
import { decodeText, readTable } from './text.ts';
import { readWorkbook } from './workbook.ts';

export type SheetFile = {
  readonly bytes: Uint8Array;
  /** What a table without sheets is called. */
  readonly name: string;
};

const begins = (bytes: Uint8Array, ...signs: readonly number[]): boolean =>
  signs.every((sign, at) => bytes[at] === sign);

/** Any spreadsheet as text, by what it holds and not by its name. May take seconds; to be run beside the event loop. */
export function readSheets({ bytes, name }: SheetFile): SheetsRead {
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    try {
      return readWorkbook(bytes);
    } catch {
      // The library throws whatever it likes at what it cannot read.
      return { ok: false, failure: 'damaged' };
    }
  }
  if (begins(bytes, 0x50, 0x4b)) return { ok: false, failure: 'damaged' };
  // Workbooks of before 2007, and newer ones behind a password.
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { ok: false, failure: 'old-format' };
  const text = decodeText(bytes);
  if (text === null || /^\s*(?:<[!?a-z]|%PDF|\{\\rtf)/iu.test(text.slice(0, 1000)))
    return { ok: false, failure: 'no-sheet' };
  return readTable(text, name);
}
