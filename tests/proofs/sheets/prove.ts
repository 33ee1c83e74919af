import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { emptyCatalogue } from '../../../src/modules/systems/catalogue/catalogue.ts';
import { readColumns, withProduct } from '../../../src/modules/systems/sheets/columns.ts';
import { detectFormat, headsOf, translate } from '../../../src/modules/systems/sheets/from/format.ts';
import { namesFor } from '../../../src/modules/systems/sheets/names.ts';
import { planning } from '../../../src/modules/systems/sheets/plan.ts';
import type { Plan } from '../../../src/modules/systems/sheets/planned.ts';
import { readUpload, type SheetReading } from '../../../src/modules/systems/sheets/reading.ts';
import { bounds, type Sheet } from '../../../src/modules/systems/sheets/sheet.ts';
import { toCsv, toWorkbook, type SheetColumn } from '../../../src/modules/systems/sheets/write.ts';
import { pick, seeded, type Random } from '../random.ts';
import { names, secret } from './cells.ts';
import { liveInCsv, liveInOds, liveInXlsx } from './live.ts';
import { hostileTable } from './tables.ts';
import { hostileWorkbook } from './workbooks.ts';

export type SheetsReport = {
  readonly tried: number;
  readonly read: number;
  readonly rows: number;
  readonly cells: number;
  /** How often each answer was given to those that were refused. */
  readonly refused: ReadonlyMap<string, number>;
  readonly exports: number;
  /** Megabytes that the process grew by at most. */
  readonly growth: number;
  /** Milliseconds of the slowest, with everything that was done with it. */
  readonly slowest: number;
  readonly findings: readonly string[];
};

type Read = (bytes: Uint8Array) => Promise<SheetReading>;
type Write = {
  readonly csv: (columns: readonly SheetColumn<Row>[], rows: readonly Row[]) => Uint8Array;
  readonly xlsx: (columns: readonly SheetColumn<Row>[], rows: readonly Row[]) => Uint8Array;
  readonly ods: (columns: readonly SheetColumn<Row>[], rows: readonly Row[]) => Uint8Array;
};
export type Row = readonly string[];

export type SheetsPlan = {
  readonly seed: number;
  readonly count: number;
  readonly say?: (line: string) => void;
  /** Spoilt, to show that it would be seen. */
  readonly read?: (bytes: Uint8Array, file: string) => Promise<SheetReading>;
  readonly write?: Partial<Write>;
};

/** Megabytes that the process may grow by: 640 for the thread that reads, the rest for what it hands over. */
export const mostGrowth = 1400;
/** The reading itself is given up after 15 seconds. */
export const longest = 20_000;

const clean = async (): Promise<'clean'> => 'clean';
const really: Read = (bytes) => readUpload({ field: 'fil', name: 'hostile', bytes }, clean);

const writing: Write = {
  csv: (columns, rows) => new TextEncoder().encode(toCsv(columns, rows)),
  xlsx: (columns, rows) => toWorkbook('xlsx', { columns, rows, name: 'Blad' }),
  ods: (columns, rows) => toWorkbook('ods', { columns, rows, name: 'Blad' }),
};

const megabytes = (): number => process.memoryUsage().rss / 1024 / 1024;

/** What is wrong with what was read: bounds, letters, and what should never have been reached. */
function faultsIn(sheets: readonly Sheet[]): readonly string[] {
  const found: string[] = [];
  if (sheets.length > bounds.sheets) found.push(`${sheets.length} sheets were let in`);
  for (const { rows } of sheets) {
    if (rows.length > bounds.rows) found.push(`${rows.length} rows were let in`);
    for (const { cells } of rows) {
      if (cells.length > bounds.columns) found.push(`${cells.length} columns were let in`);
      for (const cell of cells) {
        if (/[\p{Cc}--[\n\t]]/v.test(cell) || !cell.isWellFormed()) found.push('a cell cannot be kept');
        if (cell.includes(secret) || cell.includes('aaaaaaaaaaaaaaaaaaaaaaaa&e0'))
          found.push('a workbook reached out');
      }
    }
  }
  if (Object.hasOwn(Object.prototype, 'förorenad')) found.push('all objects were changed');
  return found;
}

/** What taking it in would do, in a register where some of its systems stand. */
function planOf(sheet: Sheet): Plan {
  const format = detectFormat(sheet.rows[0]?.cells ?? []);
  const columns = readColumns(sheet, {
    isProduct: (text) => names.some((name) => name === text),
    remembered: new Map(),
    ...(format === null ? {} : { format: headsOf(format) }),
  });
  const steps = planning(
    translate(format, withProduct(columns)),
    {
      usages: [],
      recognise: (text) =>
        names.some((name) => name === text) ? [{ id: 'x', score: 1, why: 'name', name: text }] : [],
      sure: 0.9,
      standsFor: (id) => id,
      nameOf: (id) => id,
      names: namesFor(emptyCatalogue, []),
    },
    { products: new Map(), overrule: new Set(), withoutFaults: true },
  );
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const mostWritten = 400;

/** The same cells in every export, looked through by other code than that which wrote them. */
function exportsOf(sheet: Sheet, write: Write): readonly string[] {
  const rows = sheet.rows.slice(0, mostWritten).map(({ cells }) => cells);
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const columns = Array.from({ length: width }, (_, at): SheetColumn<Row> => ({
    id: String(at),
    title: rows[0]?.[at] ?? '',
    value: (cells) => cells[at] ?? null,
  }));
  return [
    ...liveInCsv(write.csv(columns, rows)).map(
      (cell) => `a live formula in CSV: ${JSON.stringify(cell).slice(0, 60)}`,
    ),
    ...liveInXlsx(write.xlsx(columns, rows)).map((what) => `a live workbook: ${what}`),
    ...liveInOds(write.ods(columns, rows)).map((what) => `a live ODS: ${what}`),
  ];
}

async function once(bytes: Uint8Array, read: Read, write: Write) {
  const answer = await read(bytes);
  if (!answer.ok) return { answer, findings: [] };
  const findings = answer.sheets.flatMap((sheet) => {
    const plan = planOf(sheet);
    const stray = plan.rows.some((row) => row.kind === 'new' && JSON.stringify(row.facts).includes(secret));
    return [...(stray ? ['a secret became a fact'] : []), ...exportsOf(sheet, write)];
  });
  return { answer, findings: [...faultsIn(answer.sheets), ...findings] };
}

const drawn = (random: Random, file: string): Buffer =>
  pick(random, [true, false]) ? hostileTable(random) : hostileWorkbook(random, file);

/** Reads hostile spreadsheets one by one, plans them and writes them out again. */
export async function proveSheets(plan: SheetsPlan): Promise<SheetsReport> {
  const random = seeded(plan.seed);
  const folder = await mkdtemp(path.join(tmpdir(), 'kommons-sheets-'));
  const file = path.join(folder, 'hemligt.txt');
  await writeFile(file, secret);
  const spoilt = plan.read;
  const read: Read = spoilt === undefined ? really : (bytes) => spoilt(bytes, file);
  const write = { ...writing, ...plan.write };
  const seen = { read: 0, rows: 0, cells: 0, exports: 0, slowest: 0, growth: 0 };
  const refused = new Map<string, number>();
  const findings = new Set<string>();
  const began = megabytes();
  const look = (): number => (seen.growth = Math.max(seen.growth, megabytes() - began));
  const timer = setInterval(look, 50);
  for (let n = 0; n < plan.count; n += 1) {
    const bytes = drawn(random, file);
    const start = performance.now();
    try {
      const { answer, findings: found } = await once(bytes, read, write);
      found.forEach((one) => findings.add(one));
      if (answer.ok) {
        seen.read += 1;
        seen.exports += 3 * answer.sheets.length;
        for (const { rows } of answer.sheets) {
          seen.rows += rows.length;
          seen.cells += rows.reduce((sum, { cells }) => sum + cells.length, 0);
        }
      } else refused.set(answer.failure, (refused.get(answer.failure) ?? 0) + 1);
    } catch (error) {
      findings.add(
        `sheet ${n} of seed ${plan.seed} failed: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    const took = performance.now() - start;
    if (took > longest) findings.add(`sheet ${n} of seed ${plan.seed} took ${Math.round(took)} ms`);
    seen.slowest = Math.max(seen.slowest, took);
    if ((n + 1) % 500 === 0) plan.say?.(`${n + 1} of ${plan.count}`);
    look();
  }
  clearInterval(timer);
  if (seen.growth > mostGrowth) findings.add(`the process grew by ${Math.round(seen.growth)} MB`);
  await rm(folder, { recursive: true });
  return { tried: plan.count, ...seen, refused, findings: [...findings] };
}
