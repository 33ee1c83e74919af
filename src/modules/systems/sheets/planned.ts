import type { Recognised } from '../catalogue/recognise.ts';
import type { FactChanges } from '../model/change.ts';
import type { Facts, FieldId } from '../model/fields.ts';
import type { Usage } from '../model/usage.ts';
import type { CellFault, Names } from './cells.ts';
import type { Column } from './columns.ts';

/** What is wrong with a row, and where: no field where the whole row is meant. */
export type RowFault = {
  readonly column: Column | null;
  readonly field: FieldId | null;
  readonly cell: string;
  readonly fault:
    | CellFault
    | { readonly kind: 'no-product' }
    /** The same system stands on another row already. */
    | { readonly kind: 'twice'; readonly row: number }
    /** The row's id is of nothing that is registered here. */
    | { readonly kind: 'unknown-id' }
    /** Several of the product are registered, and the row does not say which. */
    | { readonly kind: 'several' };
};

/** What a row is about: a product of the catalogue, or one that is to be added to it. */
export type Meant =
  | { readonly kind: 'product'; readonly id: string }
  | { readonly kind: 'new'; readonly name: string; readonly supplier: string | null };

type Changing = {
  readonly usage: string;
  readonly revision: number;
  readonly product: Meant | null;
  readonly secret: boolean | null;
  readonly changes: FactChanges;
};

export type PlannedRow = { readonly n: number; readonly name: string } & (
  | { readonly kind: 'new'; readonly meant: Meant; readonly facts: Facts; readonly secret: boolean }
  | ({ readonly kind: 'changed' } & Changing)
  /** It was changed here since the sheet was taken out: whoever takes it in chooses. */
  | ({ readonly kind: 'stale'; readonly since: number } & Changing)
  | { readonly kind: 'same'; readonly usage: string }
  | { readonly kind: 'doubtful'; readonly key: string }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'faulty'; readonly faults: readonly RowFault[] }
);

/** A name that somebody has to say what it means: once for all rows that have it. */
export type Doubt = {
  readonly key: string;
  readonly name: string;
  readonly supplier: string;
  readonly rows: readonly number[];
  readonly choices: readonly Recognised[];
};

export type Plan = {
  readonly rows: readonly PlannedRow[];
  readonly doubts: readonly Doubt[];
  /** Cells that were left out because they are faulty and that was chosen. */
  readonly left: readonly { readonly n: number; readonly name: string; readonly fault: RowFault }[];
  /** What is registered and stands on no row. It stays as it is. */
  readonly gone: readonly Usage[];
};

/** What somebody has answered: a product's id, that it is new, or that the rows are left out. */
export type ProductAnswer =
  | { readonly kind: 'product'; readonly id: string }
  | { readonly kind: 'new' | 'skip' };

export type Answers = {
  readonly products: ReadonlyMap<string, ProductAnswer>;
  /** Rows changed here since, whose sheet is to hold: by usage. */
  readonly overrule: ReadonlySet<string>;
  /** Rows are taken without the cells that do not fit. */
  readonly withoutFaults: boolean;
};

export type Ground = {
  readonly usages: readonly Usage[];
  readonly recognise: (name: string) => readonly Recognised[];
  /** From what score on nobody needs to be asked. */
  readonly sure: number;
  /** The product that stands for one that may be merged. */
  readonly standsFor: (product: string) => string;
  readonly nameOf: (product: string) => string;
  readonly names: Names;
};
