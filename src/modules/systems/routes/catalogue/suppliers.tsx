import { z } from 'zod';
import { link, missing, open, route, see, type AnyRoute } from '../../../../platform/http/index.ts';
import * as addresses from '../../addresses.ts';
import { cluster, clusters, standsFor, type Catalogue } from '../../catalogue/catalogue.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import { perPage, supplierOf } from '../../catalogue/search.ts';
import { wordsOf } from '../../catalogue/spelling.ts';
import type { Supplier } from '../../catalogue/record.ts';
import { headOf } from '../../sheets/heads.ts';
import { sheetReply, type SheetColumn, type SheetFormat } from '../../sheets/write.ts';
import { connectionTexts } from '../../texts/connections.ts';
import { fileOf, Format } from '../connections/save-as.ts';
import { SupplierPage, SuppliersPage } from '../../pages/catalogue/suppliers.tsx';
import { catalogueTexts } from '../../texts/catalogue.ts';
import { findKeeper } from '../../supplying/records.ts';
import { changeAt, otherNames } from './record-view.ts';

const frame = { kind: 'work', area: 'systems' } as const;
const at = addresses.openCatalogue;

type SupplierHit = {
  readonly supplier: Supplier;
  /** Its own first. */
  readonly names: readonly string[];
  readonly products: number;
};

/** Suppliers that have a word of each that is asked for, in Swedish order. */
function findSuppliers(catalogue: Catalogue, question: string): readonly SupplierHit[] {
  const counts = productCounts(catalogue);
  const asked = wordsOf(question);
  return [...clusters(catalogue.suppliers)]
    .flatMap(([id, entries]) => {
      const [entry] = entries;
      if (entry === undefined || entry.withdrawn) return [];
      const names = [entry.record.name, ...otherNames(entry.record, entries).aliases];
      const former = entries.flatMap(({ record }) => record.formerNames);
      const written = wordsOf([...names, ...former].join(' '));
      const met = asked.every((word) => written.some((one) => one.startsWith(word)));
      return met ? [{ supplier: entry.record, names, products: counts.get(id) ?? 0 }] : [];
    })
    .toSorted((a, b) => a.supplier.name.localeCompare(b.supplier.name, 'sv'));
}

const Question = z.object({ q: z.string().trim().max(200).default('') });

const saveSuppliers = route({
  method: 'GET',
  path: fileOf(at.suppliers),
  access: open,
  query: Question.extend(Format),
  handle: async ({ tx, language }, { query: { q, format } }) => {
    const { heads } = connectionTexts(language).lists;
    const columns: readonly SheetColumn<SupplierHit>[] = [
      { id: 'id', title: 'Id', value: ({ supplier }) => supplier.id },
      { id: 'name', title: headOf('supplier', language), value: ({ supplier }) => supplier.name },
      { id: 'names', title: heads.names, value: ({ names }) => names.slice(1) },
      { id: 'web', title: 'Web', value: ({ supplier }) => supplier.web ?? null },
      { id: 'products', title: heads.products, value: ({ products }) => products },
    ];
    return sheetReply(format, columns, findSuppliers(await readCatalogue(tx), q), 'leverantorer');
  },
});

const showSuppliers = route({
  method: 'GET',
  path: at.suppliers.path,
  access: open,
  query: Question.extend({
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  handle: async (context, { query: { q, page } }) => {
    const { tx, language } = context;
    const all = findSuppliers(await readCatalogue(tx), q);
    const words = catalogueTexts(language);
    const kept = { q: q === '' ? undefined : q };
    const view = {
      language,
      q,
      rows: all.slice((page - 1) * perPage, page * perPage),
      page,
      pages: Math.max(1, Math.ceil(all.length / perPage)),
      action: link(at.suppliers, {}),
      at: (to: number) => link(at.suppliers, {}, { ...kept, page: to }),
      sheet: (format: SheetFormat) => link({ path: fileOf(at.suppliers) }, {}, { ...kept, format }),
      supplier: (supplier: string) => link(at.supplier, { supplier }),
      trail: [{ title: words.open.title, to: link(at.search, {}) }, { title: words.supplier.title }],
    };
    return { kind: 'page', title: words.supplier.title, frame, content: <SuppliersPage view={view} /> };
  },
});

function productCounts(catalogue: Catalogue): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { record, mergedInto, withdrawn } of catalogue.products.values()) {
    const supplier = mergedInto === null && !withdrawn ? supplierOf(catalogue, record) : null;
    if (supplier !== null) counts.set(supplier.id, (counts.get(supplier.id) ?? 0) + 1);
  }
  return counts;
}

const showSupplier = route({
  method: 'GET',
  path: at.supplier.path,
  access: open,
  handle: async (context, { params: { supplier: id } }) => {
    const { tx, language } = context;
    const catalogue = await readCatalogue(tx);
    const entry = catalogue.suppliers.get(id);
    if (entry === undefined || entry.withdrawn) return missing;
    const head = standsFor(catalogue.suppliers, id);
    if (head !== id) return see(link(at.supplier, { supplier: head }));
    const words = catalogueTexts(language);
    const products = [...catalogue.products.values()]
      .filter(({ record, mergedInto, withdrawn }) =>
        mergedInto === null && !withdrawn ? supplierOf(catalogue, record)?.id === id : false,
      )
      .map(({ record }) => record)
      .toSorted((a, b) => a.name.localeCompare(b.name, 'sv'));
    const view = {
      language,
      supplier: entry.record,
      ...otherNames(entry.record, cluster(catalogue.suppliers, id)),
      products,
      product: (product: string) => link(at.product, { product }),
      change: await changeAt(context, 'supplier', id),
      kept: (await findKeeper(tx, id)) !== null,
      trail: [
        { title: words.open.title, to: link(at.search, {}) },
        { title: words.supplier.title, to: link(at.suppliers, {}) },
        { title: entry.record.name },
      ],
    };
    return { kind: 'page', title: entry.record.name, frame, content: <SupplierPage view={view} /> };
  },
});

export const supplierRoutes: readonly AnyRoute[] = [showSuppliers, saveSuppliers, showSupplier];
