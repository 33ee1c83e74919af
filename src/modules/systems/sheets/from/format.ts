import type { Target } from '../heads.ts';
import type { Columns } from '../columns.ts';
import { bare } from '../words.ts';
import { kitos } from './kitos.ts';
import { softwarecatalogus } from './softwarecatalogus.ts';

/** Why a column of another register has no place here. */
export type NoPlace =
  /** Kommons keeps no such thing. */
  | 'not-kept'
  /** It is about the record there: who changed it, and when. */
  | 'about-the-record'
  /** It belongs to the product and stands in the catalogue. */
  | 'in-the-catalogue'
  /** It follows another country's taxonomy. */
  | 'other-taxonomy'
  /** It leads to another list there, which is taken in by itself. */
  | 'other-list';

/** The sheets of another register: what its columns are here, and its words for ours. */
export type ForeignFormat = {
  readonly id: 'kitos' | 'softwarecatalogus';
  readonly name: string;
  readonly columns: Readonly<Record<string, Target | { readonly none: NoPlace }>>;
  /** By field: what stands there, bare, and what it says here, as one would write it in a cell. */
  readonly values: { readonly [T in Target]?: Readonly<Record<string, string>> };
};

const formats: readonly ForeignFormat[] = [kitos, softwarecatalogus];

/** So many heads of a format are no chance. */
const fewest = 4;

/** The register that a sheet comes from, by its heads; null for any other. */
export function detectFormat(heads: readonly string[]): ForeignFormat | null {
  const words = new Set(heads.map(bare));
  const counted = formats.map((format) => ({
    format,
    count: Object.keys(format.columns).filter((head) => words.has(bare(head))).length,
  }));
  const best = counted.toSorted((a, b) => b.count - a.count)[0];
  return best !== undefined && best.count >= fewest ? best.format : null;
}

export const headsOf = ({ columns }: ForeignFormat): ReadonlyMap<string, Target | null> =>
  new Map(Object.entries(columns).map(([head, to]) => [bare(head), typeof to === 'string' ? to : null]));

/** A word of the other register that became one of ours, in how many rows. */
export type Translated = {
  readonly head: string;
  readonly from: string;
  readonly to: string;
  readonly rows: number;
};

/** What becomes of a sheet of another register: nothing goes without being told. */
export type Loss = {
  readonly taken: readonly { readonly head: string; readonly target: Target }[];
  readonly left: readonly { readonly head: string; readonly why: NoPlace | null }[];
  readonly translated: readonly Translated[];
};

/** The rows in our words, with what was taken, left and changed on the way. */
export function translate(
  format: ForeignFormat | null,
  { columns, rows }: Columns,
): Columns & { readonly loss: Loss } {
  const words = new Map(
    columns.flatMap(({ at, target }) => {
      const values = target === null || format === null ? undefined : format.values[target];
      return values === undefined
        ? []
        : ([[at, new Map(Object.entries(values).map(([from, to]) => [bare(from) || from, to]))]] as const);
    }),
  );
  const counts = new Map<string, Translated>();
  const told = (at: number, from: string, to: string): string => {
    const head = columns.find((column) => column.at === at)?.head ?? '';
    const key = `${at} ${from}`;
    counts.set(key, { head, from, to, rows: (counts.get(key)?.rows ?? 0) + 1 });
    return to;
  };
  const changed =
    words.size === 0
      ? rows
      : rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell, at) => {
            const to = words.get(at)?.get(bare(cell) || cell);
            return to === undefined || cell === '' ? cell : told(at, cell, to);
          }),
        }));
  const whys = new Map(
    Object.entries(format?.columns ?? {}).flatMap(([head, to]) =>
      typeof to === 'string' ? [] : [[bare(head), to.none] as const],
    ),
  );
  return {
    columns,
    rows: changed,
    loss: {
      taken: columns.flatMap(({ head, target }) => (target === null ? [] : [{ head, target }])),
      left: columns
        .filter(({ target, sample }) => target === null && sample.length > 0)
        .map(({ head }) => ({ head, why: whys.get(bare(head)) ?? null })),
      translated: [...counts.values()],
    },
  };
}
