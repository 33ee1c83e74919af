import { z } from 'zod';
import type { Product, RecordKind, Supplier } from './record.ts';
import type { Write } from './write.ts';

/** Fields with new values; null empties a field. */
type ChangesOf<R> = { readonly [Field in Exclude<keyof R, 'id'>]?: R[Field] | null | undefined };
export type ProductChanges = ChangesOf<Product>;
export type SupplierChanges = ChangesOf<Supplier>;

/** Takes the values of all together, where a field is a list. */
export const all = '*';

/** Which record's value stands, by field: an id, or `all`. */
export type Take = Readonly<Record<string, string>>;

/** What is done to the catalogue. */
export type Operation =
  | {
      readonly kind: 'add';
      readonly of: 'product';
      readonly record: Product;
      readonly madeBy: string | null;
    }
  | {
      readonly kind: 'add';
      readonly of: 'supplier';
      readonly record: Supplier;
      readonly madeBy: string | null;
    }
  | {
      readonly kind: 'change';
      readonly of: 'product';
      readonly id: string;
      readonly changes: ProductChanges;
    }
  | {
      readonly kind: 'change';
      readonly of: 'supplier';
      readonly id: string;
      readonly changes: SupplierChanges;
    }
  | {
      readonly kind: 'merge';
      readonly of: RecordKind;
      readonly into: string;
      readonly from: readonly string[];
      readonly take: Take;
    }
  | {
      readonly kind: 'undo';
      readonly undone: Stored;
      /** Every operation that has touched what it touches, in any order, itself too. */
      readonly history: readonly Stored[];
    };

export const operationKinds = ['add', 'change', 'merge', 'undo'] as const;
export type OperationKind = (typeof operationKinds)[number];

const StoredWrite = z.object({
  of: z.enum(['supplier', 'product']),
  id: z.string(),
  field: z.string(),
  was: z.unknown(),
  became: z.unknown(),
});

/** An operation as the log keeps it: what it is about, and all that it replaced. */
export const StoredOperation = z.object({
  kind: z.enum(operationKinds),
  of: z.enum(['supplier', 'product']),
  /** The record that it is about; for a merge the one that stands for the others. */
  id: z.string(),
  /** "product/lifecare" for every record that it reads or writes. */
  touches: z.array(z.string()),
  writes: z.array(StoredWrite),
});
export type StoredOperation = {
  readonly kind: OperationKind;
  readonly of: RecordKind;
  readonly id: string;
  readonly touches: readonly string[];
  readonly writes: readonly Write[];
};

/** With its place in the log. */
export type Stored = StoredOperation & { readonly n: number; readonly undoes: number | null };

export type OperationFailure =
  | { readonly kind: 'missing'; readonly id: string }
  | { readonly kind: 'exists'; readonly id: string }
  /** Merged into another, which stands for it: that one is changed instead. */
  | { readonly kind: 'merged'; readonly id: string; readonly into: string }
  | { readonly kind: 'one-record' }
  /** Fields that differ in the records and have not been chosen between. */
  | { readonly kind: 'unanswered'; readonly fields: readonly string[] }
  | { readonly kind: 'no-choice'; readonly field: string }
  | { readonly kind: 'ring'; readonly id: string }
  /** Others are merged into it, or are supplied by it. */
  | { readonly kind: 'in-use'; readonly id: string; readonly by: readonly string[] }
  | { readonly kind: 'already-undone' }
  | { readonly kind: 'invalid'; readonly id: string; readonly fields: readonly string[] };

/** What has come after an operation that is undone, field by field. */
export type Since = {
  readonly of: RecordKind;
  readonly id: string;
  readonly field: string;
  /** Right after the operation, and when it is undone. */
  readonly was: unknown;
  readonly now: unknown;
  /** The operation wrote the field too, and what came later stays instead of what stood there before. */
  readonly stays: boolean;
};

export const touchOf = (of: RecordKind, id: string): string => `${of}/${id}`;
