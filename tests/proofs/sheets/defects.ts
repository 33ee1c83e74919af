import { readFile } from 'node:fs/promises';
import { utils, write } from '@e965/xlsx';
import { readSheets } from '../../../src/modules/systems/sheets/read.ts';
import type { SheetReading } from '../../../src/modules/systems/sheets/reading.ts';
import type { Row, SheetsPlan } from './prove.ts';

/* What the proof would have to see, planted one at a time. */

export type Defect = {
  readonly name: string;
  readonly plan: Pick<SheetsPlan, 'read' | 'write'>;
  readonly count: number;
  readonly noticed: RegExp;
};

const sheetWith = (cells: readonly string[]): SheetReading => ({
  ok: true,
  sheets: [{ name: '', rows: [{ n: 1, cells }] }],
});

const everyObject: object = Object.prototype;

function reckoning(bookType: 'xlsx' | 'ods', rows: readonly Row[]): Uint8Array {
  const cells = rows.map((row) => row.map((v) => (v.startsWith('=') ? { t: 's', v, f: v.slice(1) } : v)));
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells), 'Blad');
  const bytes: unknown = write(book, { type: 'buffer', bookType });
  return bytes instanceof Uint8Array ? bytes : new Uint8Array();
}

/** Held for as long as the proof goes on. */
const held: Buffer[] = [];

export const defects: readonly Defect[] = [
  {
    name: 'CSV is written as it is',
    count: 60,
    plan: {
      write: {
        csv: (_, rows) => new TextEncoder().encode(rows.map((cells) => cells.join(';')).join('\r\n')),
      },
    },
    noticed: /a live formula in CSV/u,
  },
  {
    name: 'an apostrophe is put before the plain signs only',
    count: 200,
    plan: {
      write: {
        csv: (_, rows) =>
          new TextEncoder().encode(
            rows
              .map((cells) => cells.map((cell) => (/^[=+@]/u.test(cell) ? `'${cell}` : cell)).join(';'))
              .join('\r\n'),
          ),
      },
    },
    noticed: /a live formula in CSV: "-/u,
  },
  {
    name: 'a workbook takes texts for formulas',
    count: 60,
    plan: {
      write: {
        xlsx: (_, rows) => reckoning('xlsx', rows),
      },
    },
    noticed: /a live workbook: .* holds a formula/u,
  },
  {
    name: 'a workbook of OpenDocument takes texts for formulas',
    count: 60,
    plan: { write: { ods: (_, rows) => reckoning('ods', rows) } },
    noticed: /a live ODS: .* holds a formula/u,
  },
  {
    name: 'what is damaged is thrown',
    count: 100,
    plan: {
      read: async (bytes) => {
        const read = readSheets({ bytes, name: '' });
        if (!read.ok && read.failure === 'damaged') throw new Error('Cannot read properties of undefined');
        return read;
      },
    },
    noticed: /failed: Cannot read/u,
  },
  {
    name: 'entities of XML are fetched',
    count: 200,
    plan: {
      read: async (bytes, file) =>
        Buffer.from(bytes).includes(`file://${file}`)
          ? sheetWith([await readFile(file, 'utf8')])
          : readSheets({ bytes, name: '' }),
    },
    noticed: /a workbook reached out/u,
  },
  {
    name: 'columns have no bound',
    count: 200,
    plan: {
      read: async (bytes) => {
        const read = readSheets({ bytes, name: '' });
        return !read.ok && read.failure === 'too-wide'
          ? sheetWith(Array.from({ length: 500 }, () => 'a'))
          : read;
      },
    },
    noticed: /500 columns were let in/u,
  },
  {
    name: 'cells are not cleaned',
    count: 100,
    plan: {
      read: async (bytes) => {
        const read = readSheets({ bytes, name: '' });
        return read.ok ? sheetWith([Buffer.from(bytes).toString('latin1').slice(0, 2000)]) : read;
      },
    },
    noticed: /a cell cannot be kept/u,
  },
  {
    name: 'names of columns change all objects',
    count: 60,
    plan: {
      read: async (bytes) => {
        if (Buffer.from(bytes).includes('förorenad'))
          Reflect.defineProperty(everyObject, 'förorenad', {
            value: true,
            configurable: true,
            enumerable: false,
          });
        return readSheets({ bytes, name: '' });
      },
    },
    noticed: /all objects were changed/u,
  },
  {
    name: 'memory: what is read is never let go',
    count: 40,
    plan: {
      read: async (bytes) => {
        if (held.length < 12) held.push(Buffer.alloc(150_000_000, 1));
        return readSheets({ bytes, name: '' });
      },
    },
    noticed: /the process grew by/u,
  },
];

/** Lets go what a planted defect has kept or changed. */
export function cleanUp(): void {
  held.length = 0;
  Reflect.deleteProperty(everyObject, 'förorenad');
}
