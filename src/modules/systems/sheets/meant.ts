import type { Recognised } from '../catalogue/recognise.ts';
import type { Usage } from '../model/usage.ts';
import type { Column } from './columns.ts';
import type { Target } from './heads.ts';
import type { Answers, Ground, Meant, RowFault } from './planned.ts';
import { cleanCell, type SheetRow } from './sheet.ts';
import { bare } from './words.ts';

/** What product a row means, by its words. */
const keyOf = (name: string, supplier: string): string => `${bare(name)}|${bare(supplier)}`;

/** What is known while a sheet is gone through, row by row. */
export type State = {
  readonly ground: Ground;
  readonly answers: Answers;
  readonly columns: ReadonlyMap<Target, Column>;
  /** Systems that are registered, with the row that each stands on. */
  readonly taken: Map<string, number>;
  /** New ones, so. */
  readonly made: Map<string, number>;
  readonly doubts: Map<
    string,
    { name: string; supplier: string; rows: number[]; choices: readonly Recognised[] }
  >;
  readonly left: { n: number; name: string; fault: RowFault }[];
  readonly byId: ReadonlyMap<string, Usage>;
  readonly byProduct: ReadonlyMap<string, readonly Usage[]>;
  readonly byName: ReadonlyMap<string, readonly Usage[]>;
};

export function begin(columns: readonly Column[], ground: Ground, answers: Answers): State {
  const { usages, standsFor } = ground;
  const placed = columns.flatMap((column) =>
    column.target === null ? [] : [[column.target, column] as const],
  );
  return {
    ground,
    answers,
    columns: new Map(placed),
    taken: new Map(),
    made: new Map(),
    doubts: new Map(),
    left: [],
    byId: new Map(usages.map((usage) => [usage.id, usage])),
    byProduct: Map.groupBy(usages, ({ product }) => standsFor(product)),
    byName: Map.groupBy(usages, ({ facts }) => bare(facts.localName ?? '')),
  };
}

export const said = ({ columns }: State, row: SheetRow, target: Target): string => {
  const column = columns.get(target);
  return column === undefined ? '' : cleanCell(row.cells[column.at] ?? '');
};

export type Found =
  | {
      readonly kind: 'doubtful';
      readonly key: string;
      readonly doubt: { name: string; supplier: string; choices: readonly Recognised[] };
    }
  | { readonly kind: 'skip' }
  | { readonly kind: 'usage'; readonly usage: Usage }
  | { readonly kind: 'meant'; readonly meant: Meant; readonly local: string | null };

/** Which product a row means: by one's own name for a system, by the catalogue, or by what has been answered. */
export function findMeant(state: State, row: SheetRow, name: string): Found {
  const { ground, answers } = state;
  const supplier = said(state, row, 'supplier');
  const key = keyOf(name, supplier);
  const choices = ground.recognise(name);
  const [first, second] = choices;
  if (
    first !== undefined &&
    first.score >= ground.sure &&
    (second === undefined || second.score < first.score)
  )
    return { kind: 'meant', meant: { kind: 'product', id: first.id }, local: null };
  const [ours, ...more] = state.byName.get(bare(name)) ?? [];
  if (ours !== undefined && more.length === 0) return { kind: 'usage', usage: ours };
  const answer = answers.products.get(key);
  switch (answer?.kind) {
    case 'product':
      // What people call it is no name of the product: it is kept as their own.
      return { kind: 'meant', meant: { kind: 'product', id: answer.id }, local: name };
    case 'new':
      return {
        kind: 'meant',
        meant: { kind: 'new', name, supplier: supplier === '' ? null : supplier },
        local: null,
      };
    case 'skip':
      return { kind: 'skip' };
    case undefined: {
      const withSupplier = supplier === '' ? [] : ground.recognise(`${supplier} ${name}`);
      const [both] = withSupplier;
      if (both !== undefined && both.score >= ground.sure)
        return { kind: 'meant', meant: { kind: 'product', id: both.id }, local: null };
      return { kind: 'doubtful', key, doubt: { name, supplier, choices } };
    }
  }
}

export const meantKey = (meant: Meant): string =>
  meant.kind === 'product' ? meant.id : `new ${keyOf(meant.name, meant.supplier ?? '')}`;

/** The system that is registered already, if the row means one. */
export function matchUsage(
  state: State,
  row: SheetRow,
  { meant, name }: { readonly meant: Meant; readonly name: string },
): Usage | 'several' | null {
  if (meant.kind === 'new') return null;
  const all = state.byProduct.get(meant.id) ?? [];
  const wanted = bare(said(state, row, 'localName') || name);
  const named = all.filter(({ facts }) => facts.localName !== undefined && bare(facts.localName) === wanted);
  if (named[0] !== undefined) return named.length === 1 ? named[0] : 'several';
  const unnamed = all.filter(({ facts }) => facts.localName === undefined);
  // A name is given to the one that has none, once; what is named otherwise is another.
  if (said(state, row, 'localName') !== '') {
    const [only] = unnamed;
    return all.length === 1 && only !== undefined && !state.taken.has(only.id) ? only : null;
  }
  if (all.length === 1) return all[0] ?? null;
  if (all.length === 0) return null;
  return unnamed.length === 1 ? (unnamed[0] ?? null) : 'several';
}
