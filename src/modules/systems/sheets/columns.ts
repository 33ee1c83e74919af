import { readDay } from './days.ts';
import { headIndex, hints, type Target } from './heads.ts';
import type { Sheet, SheetRow } from './sheet.ts';
import { bare } from './words.ts';

/** How a column came to mean what it does: what somebody has answered, its head, or what stands in it. */
export type ColumnWhy = 'answered' | 'remembered' | 'head' | 'hint' | 'content' | 'none';

export type Column = {
  /** Its place in the rows, from 0. */
  readonly at: number;
  readonly head: string;
  /** Null where it is left out. */
  readonly target: Target | null;
  readonly why: ColumnWhy;
  /** Nobody has said so, and it is not plain: it has to be asked. */
  readonly doubtful: boolean;
  /** Some of what stands in it, for whoever is asked. */
  readonly sample: readonly string[];
};

export type Columns = {
  readonly columns: readonly Column[];
  /** The rows below the head. */
  readonly rows: readonly SheetRow[];
};

export type Known = {
  /** Whether a text is the name of a product. */
  readonly isProduct: (text: string) => boolean;
  /** What the organisation has said of heads before, bare; null for a column that is left out. */
  readonly remembered: ReadonlyMap<string, Target | null>;
  /** Heads of the format that the sheet is in, bare, before our own. */
  readonly format?: ReadonlyMap<string, Target | null>;
  /** What is answered now, by the column's place. */
  readonly answered?: ReadonlyMap<number, Target | null>;
};

/** How far down a head is looked for, below titles and notes. */
const deepestHead = 20;
const sampled = 50;
const longestHead = 300;
const longestEmail = 320;

type Read = { readonly target: Target | null; readonly why: ColumnWhy; readonly rank: number };

const unread: Read = { target: null, why: 'none', rank: 0 };

/** What a head means by itself, with and without what stands in brackets. */
function readHead(head: string, known: Known): Read {
  // What is longer than a head names nothing by itself.
  const named = head.slice(0, longestHead);
  const word = bare(head);
  for (const one of [word, bare(named.replaceAll(/\([^)]*\)/gu, ' '))]) {
    const remembered = known.remembered.get(one);
    if (remembered !== undefined) return { target: remembered, why: 'remembered', rank: 0 };
    const foreign = known.format?.get(one);
    if (foreign !== undefined) return { target: foreign, why: 'head', rank: 0 };
    const found = headIndex.get(one);
    if (found !== undefined) return { ...found, why: 'head' };
  }
  const hinted =
    word === '' || word.length > longestHead ? undefined : hints.find(([sign]) => sign.test(word));
  return hinted === undefined ? unread : { target: hinted[1], why: 'hint', rank: 99 };
}

const recognised = (row: SheetRow, known: Known): number =>
  row.cells.filter((cell) => cell.length <= 80 && ['head', 'remembered'].includes(readHead(cell, known).why))
    .length;

/** Which of the first rows is the head: the one whose cells are heads; null where there is none. */
function findHead(rows: readonly SheetRow[], known: Known): number | null {
  const first = rows.slice(0, deepestHead);
  const counts = first.map((row) => recognised(row, known));
  const most = Math.max(0, ...counts);
  const wide = Math.max(0, ...first.map(({ cells }) => cells.length));
  if (most > 0 && (most > 1 || wide === 1 || !startsWithProduct(first, known))) return counts.indexOf(most);
  if (wide === 1 || startsWithProduct(first, known)) return null;
  // Nothing is known of it: the first row that is as full as the others.
  return first.findIndex(({ cells }) => cells.filter((cell) => cell !== '').length > wide / 2);
}

const startsWithProduct = ([row]: readonly SheetRow[], { isProduct }: Known): boolean =>
  row?.cells.some(isProduct) === true;

/** What stands in most cells of a column. */
function readContent(cells: readonly string[], { isProduct }: Known): Read {
  const share = (is: (cell: string) => boolean): number =>
    cells.filter(is).length / Math.max(cells.length, 1);
  if (cells.length === 0) return unread;
  if (share(isProduct) >= 0.4) return { target: 'product', why: 'content', rank: 99 };
  if (cells.length < 2) return unread;
  if (share((cell) => cell.length <= longestEmail && /^\S+@\S+\.\p{L}{2,}$/u.test(cell)) >= 0.8)
    return { target: 'contactEmail', why: 'content', rank: 99 };
  const future = share((cell) => (readDay(cell) ?? '') > '2020-01-01');
  return future >= 0.8 ? { target: 'contractEnds', why: 'content', rank: 99 } : unread;
}

/** A single name that means the product where it is alone, and one's own name for it where the product stands too. */
function asLocalName(reads: readonly Read[]): readonly Read[] {
  const products = reads.filter(({ target, why }) => target === 'product' && why === 'head');
  const best = Math.min(...products.map(({ rank }) => rank));
  const named = reads.some(({ target }) => target === 'localName');
  if (products.length !== 2 || best > 5 || named) return reads;
  return reads.map((read) =>
    read.target === 'product' && read.why === 'head' && read.rank > 9
      ? { ...read, target: 'localName' as const }
      : read,
  );
}

const surest: readonly ColumnWhy[] = ['answered', 'remembered', 'head', 'hint', 'content', 'none'];

/** One column for each thing: the surest, then the one that comes first. The others are doubtful. */
function onceEach(reads: readonly Read[]): readonly (Read & { readonly lost: boolean })[] {
  const order = (read: Read): number => surest.indexOf(read.why) * 1000 + read.rank;
  const winners = new Map<Target, Read>();
  for (const read of reads) {
    if (read.target === null) continue;
    const before = winners.get(read.target);
    if (before === undefined || order(read) < order(before)) winners.set(read.target, read);
  }
  return reads.map((read) => ({ ...read, lost: read.target !== null && winners.get(read.target) !== read }));
}

/** Which column is what, with what has to be asked. */
export function readColumns(sheet: Sheet, known: Known): Columns {
  const head = findHead(sheet.rows, known);
  const rows = head === null ? sheet.rows : sheet.rows.slice(head + 1);
  const heads = head === null ? [] : (sheet.rows[head]?.cells ?? []);
  const width = Math.max(heads.length, ...rows.slice(0, 1000).map(({ cells }) => cells.length));
  const contents = Array.from({ length: width }, (_, at) => contentOf(rows, at));
  const reads = contents.map((cells, at): Read => {
    const answered = known.answered?.get(at);
    if (answered !== undefined) return { target: answered, why: 'answered', rank: 0 };
    const read = readHead(heads[at] ?? '', known);
    return read.why === 'none' ? readContent(cells, known) : read;
  });
  const placed = onceEach(asLocalName(reads));
  const columns = placed.map(({ target, why, lost }, at): Column => {
    const cells = contents[at] ?? [];
    const doubtful =
      cells.length > 0 && (why === 'hint' || (why === 'content' && !lost && !isPlain(target, heads[at])));
    return {
      at,
      head: heads[at] ?? '',
      target: lost || (why === 'hint' && cells.length === 0) ? null : target,
      why: lost ? 'none' : why,
      doubtful: doubtful && !lost,
      sample: [...new Set(cells)].slice(0, 3),
    };
  });
  return { columns: columns.filter(({ head: word, sample }) => word !== '' || sample.length > 0), rows };
}

/** What needs no question though the head says nothing: names of systems in a list without heads. */
const isPlain = (target: Target | null, head: string | undefined): boolean =>
  target === 'product' && (head ?? '') === '';

function contentOf(rows: readonly SheetRow[], at: number): readonly string[] {
  const found: string[] = [];
  for (const { cells } of rows) {
    const cell = cells[at] ?? '';
    if (cell !== '') found.push(cell);
    if (found.length >= sampled) break;
  }
  return found;
}

/** A list of names alone has no head: its one column is the products. */
export function withProduct({ columns, rows }: Columns): Columns {
  const [only, ...more] = columns;
  if (only === undefined || more.length > 0 || only.target !== null || only.why === 'answered')
    return { columns, rows };
  return { columns: [{ ...only, target: 'product', why: 'content', doubtful: false }], rows };
}

/** Whether a page of questions has to be shown. */
export const mustAsk = ({ columns }: Columns): boolean =>
  columns.some(({ doubtful }) => doubtful) ||
  !columns.some(({ target }) => target === 'product' || target === 'localName' || target === 'id');
