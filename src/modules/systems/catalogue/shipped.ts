import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Catalogue, Entry } from './catalogue.ts';
import type { Operation } from './operation.ts';
import { Product, Supplier, type RecordKind } from './record.ts';
import { recordFields, same, valueOf } from './write.ts';

const folder = new URL('../../../../content/register/', import.meta.url);

/** As the files have them: standards by id alone. */
const ShippedProduct = Product.extend({ standards: z.array(z.string()).default([]) });

export type Shipped = { readonly suppliers: readonly Supplier[]; readonly products: readonly Product[] };

const read = <T>(name: string, schema: z.ZodType<T>): T => {
  const content: unknown = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  return schema.parse(content);
};

/** The suppliers and products that ship; the invented ones only in the demo world. */
export function readShipped(demo: boolean): Shipped {
  const suppliers = read('suppliers.json', z.array(Supplier));
  const products = read('products.json', z.array(ShippedProduct)).map((product) =>
    Product.parse({ ...product, standards: product.standards.map((standard) => ({ standard })) }),
  );
  const wanted = ({ example = false }: { readonly example?: boolean | undefined }): boolean =>
    demo || !example;
  return { suppliers: suppliers.filter(wanted), products: products.filter(wanted) };
}

/** What releases have brought before, by "product/lifecare". */
export type ShippedBefore = ReadonlyMap<string, Product | Supplier>;

type Records = Supplier | Product;

/**
 * What a release changes in the catalogue. What somebody has changed in a field since it was shipped stays, but for
 * lists, where what the release adds and takes away is done to what stands there. Records that are merged or
 * withdrawn wait: they are brought up when they stand for themselves again.
 */
export function decideShipped(
  catalogue: Catalogue,
  before: ShippedBefore,
  { suppliers, products }: Shipped,
): {
  readonly operations: readonly Exclude<Operation, { kind: 'undo' }>[];
  /** What has been brought with these, to be remembered. */
  readonly brought: readonly { readonly kind: RecordKind; readonly record: Records }[];
} {
  const news = [
    ...suppliers.map((record) => ({
      of: 'supplier' as const,
      record,
      ...standing(catalogue.suppliers, record),
    })),
    ...products.map((record) => ({
      of: 'product' as const,
      record,
      ...standing(catalogue.products, record),
    })),
  ].filter(({ waits, of, record }) => !waits && !same(before.get(`${of}/${record.id}`), record));
  const operations = news.flatMap((one): readonly Exclude<Operation, { kind: 'undo' }>[] => {
    const { entry, of, record } = one;
    if (entry !== undefined) {
      const changes = shippedChanges(of, { entry, base: before.get(`${of}/${record.id}`), record });
      if (Object.keys(changes).length === 0) return [];
      return [{ kind: 'change', of, id: record.id, changes }];
    }
    return one.of === 'product'
      ? [{ kind: 'add', of: 'product', record: one.record, madeBy: null }]
      : [{ kind: 'add', of: 'supplier', record: one.record, madeBy: null }];
  });
  return { operations, brought: news.map(({ of, record }) => ({ kind: of, record })) };
}

function standing<R extends Records>(
  entries: ReadonlyMap<string, Entry<R>>,
  { id }: Records,
): { readonly entry: Entry<R> | undefined; readonly waits: boolean } {
  const entry = entries.get(id);
  return { entry, waits: entry !== undefined && (entry.mergedInto !== null || entry.withdrawn) };
}

const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

function shippedChanges(
  of: RecordKind,
  {
    entry,
    base,
    record,
  }: {
    readonly entry: Entry<Records>;
    readonly base: Records | undefined;
    readonly record: Records;
  },
): Readonly<Record<string, unknown>> {
  const shipped: Entry<Records> = { ...entry, record };
  const last = base === undefined ? undefined : { ...entry, record: base };
  const changes = recordFields[of].flatMap((field): readonly (readonly [string, unknown])[] => {
    const theirs = valueOf(shipped, field);
    const was = valueOf(last, field);
    const ours = valueOf(entry, field);
    if (same(theirs, was) || same(theirs, ours)) return [];
    if (same(ours, was)) return [[field, theirs]];
    if (!isNames(ours) || !isNames(theirs)) return [];
    const earlier = isNames(was) ? was : [];
    const kept = ours.filter((one) => theirs.includes(one) || !earlier.includes(one));
    const added = theirs.filter((one) => !earlier.includes(one) && !kept.includes(one));
    const list = [...kept, ...added];
    return same(list, ours) ? [] : [[field, list]];
  });
  return Object.fromEntries(changes);
}
