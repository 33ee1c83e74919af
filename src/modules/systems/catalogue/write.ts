import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { Catalogue, Entry } from './catalogue.ts';
import { Product, Supplier, type RecordKind } from './record.ts';

/** One value of one record: what stood there and what came instead; null is empty. */
export type Write = {
  readonly of: RecordKind;
  readonly id: string;
  /** A field of the record, or `mergedInto`, `madeBy`, `withdrawn`. */
  readonly field: string;
  readonly was: unknown;
  readonly became: unknown;
};

const without = (fields: readonly string[]): readonly string[] => fields.filter((field) => field !== 'id');

/** The fields of a record that can be given a value, in the order of its form. */
export const recordFields: Readonly<Record<RecordKind, readonly string[]>> = {
  supplier: without(Object.keys(Supplier.shape)),
  product: without(Object.keys(Product.shape)),
};

/** The fields that a form gives a value: whether a record is an example is not for it to say. */
export const changedFields: Readonly<Record<RecordKind, readonly string[]>> = {
  supplier: recordFields.supplier.filter((field) => field !== 'example'),
  product: recordFields.product.filter((field) => field !== 'example'),
};

/** Whether two values say the same; the order of an object's keys does not matter. */
export const same = (a: unknown, b: unknown): boolean => isDeepStrictEqual(a ?? null, b ?? null);

/** What a field holds; null for empty. A record that is not there is as one that is withdrawn and empty. */
export function valueOf(entry: Entry<Product | Supplier> | undefined, field: string): unknown {
  if (entry === undefined) return field === 'withdrawn' ? true : null;
  switch (field) {
    case 'mergedInto':
      return entry.mergedInto;
    case 'madeBy':
      return entry.madeBy;
    case 'withdrawn':
      return entry.withdrawn;
    default:
      return new Map(Object.entries(entry.record)).get(field) ?? null;
  }
}

/** A write that says something new; none where the value stands there. */
export function writeOf(
  catalogue: Catalogue,
  of: RecordKind,
  { id, field, became }: { readonly id: string; readonly field: string; readonly became: unknown },
): readonly Write[] {
  const entries = of === 'product' ? catalogue.products : catalogue.suppliers;
  const was = valueOf(entries.get(id), field);
  return same(was, became) ? [] : [{ of, id, field, was, became: became ?? null }];
}

/** A catalogue that can be written in; seen from outside it is as any other. */
export type Draft = {
  readonly products: Map<string, Entry<Product>>;
  readonly suppliers: Map<string, Entry<Supplier>>;
};

export const draftOf = ({ products, suppliers }: Catalogue): Draft => ({
  products: new Map(products),
  suppliers: new Map(suppliers),
});

/** A record does not fit its schema: the fields that are wrong. */
export type Unfit = { readonly id: string; readonly fields: readonly string[] };

/** Writes into the draft. What does not fit is told and left unwritten. */
export function write(draft: Draft, writes: readonly Write[]): readonly Unfit[] {
  const faults = new Set<Unfit>();
  for (const [of, written] of Map.groupBy(writes, (one) => one.of)) {
    for (const [id, own] of Map.groupBy(written, (one) => one.id)) {
      const fault =
        of === 'product'
          ? put(draft.products, Product, { id, writes: own })
          : put(draft.suppliers, Supplier, { id, writes: own });
      if (fault !== null) faults.add(fault);
    }
  }
  return [...faults];
}

function put<R extends Product | Supplier>(
  entries: Map<string, Entry<R>>,
  schema: z.ZodType<R>,
  { id, writes }: { readonly id: string; readonly writes: readonly Write[] },
): Unfit | null {
  const before = entries.get(id);
  const values = new Map<string, unknown>(Object.entries(before?.record ?? {}));
  values.set('id', id);
  const state = {
    mergedInto: before?.mergedInto ?? null,
    madeBy: before?.madeBy ?? null,
    withdrawn: before?.withdrawn ?? false,
  };
  for (const { field, became } of writes) {
    if (field === 'mergedInto') state.mergedInto = textOrNull(became);
    else if (field === 'madeBy') state.madeBy = textOrNull(became);
    else if (field === 'withdrawn') state.withdrawn = became === true;
    else if (became === null || became === undefined) values.delete(field);
    else values.set(field, became);
  }
  const read = schema.safeParse(Object.fromEntries(values));
  if (!read.success) {
    return { id, fields: [...new Set(read.error.issues.map(({ path }) => String(path[0] ?? '')))] };
  }
  entries.set(id, { record: read.data, ...state });
  return null;
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
