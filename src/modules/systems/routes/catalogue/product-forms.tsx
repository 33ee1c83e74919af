import {
  getOrganisation,
  link,
  route,
  suppliesAt,
  type AnyRoute,
  type Context,
  type Reply,
} from '../../../../platform/http/index.ts';
import * as addresses from '../../addresses.ts';
import { addRecord, changeRecord, type Deed } from '../../catalogue/actions.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import {
  asChanges,
  interfaceLines,
  ProductForm,
  readProductForm,
  versionLines,
  type TypedProduct,
  type TypedSupplier,
} from '../../catalogue/product-form.ts';
import { Product } from '../../catalogue/record.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import { supplierOf } from '../../catalogue/search.ts';
import { changedFields } from '../../catalogue/write.ts';
import { keepers } from '../../supplying/access.ts';
import { ProductFormPage } from '../../pages/catalogue/product-form.tsx';
import { ownRecords } from '../../supplying/records.ts';
import { readTaxonomy } from '../../taxonomy/store.ts';
import { productAt, type Said } from './form-frame.tsx';
import { addTyped, changeTyped, formOf, shownForm, type RecordFlow } from './record-flow.tsx';

const at = addresses.catalogue;

/** The supplier that was typed, added where it is new. */
async function supplierIdOf(deed: Deed, typed: TypedSupplier): Promise<{ readonly supplier?: string }> {
  switch (typed.kind) {
    case 'none':
      return {};
    case 'known':
      return { supplier: typed.id };
    case 'new': {
      const record = { name: typed.name, aliases: [], formerNames: [] };
      const added = await addRecord(deed, { of: 'supplier', record, anyway: true });
      if (!added.ok) throw new Error(`the supplier could not be added: ${added.failure.kind}`);
      return { supplier: added.id };
    }
  }
}

/** A supplier's products are supplied by itself. */
const onlyOwn = { ok: false, failure: { kind: 'forbidden' } } as const;

/** A new supplier is added only when the product is: what looks alike is asked about before that. */
const addProduct: RecordFlow<Product, ProductForm, TypedProduct>['add'] = async (
  deed,
  { record, supplier },
  anyway,
) => {
  if (deed.supplies && supplier.kind !== 'known') return onlyOwn;
  const known = supplier.kind === 'known' ? { supplier: supplier.id } : {};
  const added = await addRecord(deed, { of: 'product', record: { ...record, ...known }, anyway });
  if (!added.ok || supplier.kind !== 'new') return added;
  const changes = await supplierIdOf(deed, supplier);
  const changed = await changeRecord(deed, { of: 'product', id: added.id, changes });
  if (!changed.ok) throw new Error(`the supplier was not put in: ${changed.failure.kind}`);
  return added;
};

const changeProduct: RecordFlow<Product, ProductForm, TypedProduct>['change'] = async (
  deed,
  catalogue,
  { before, read },
) => {
  if (deed.supplies && read.supplier.kind !== 'known') return onlyOwn;
  const supplier = await supplierIdOf(deed, read.supplier);
  // A supplier that the typed one stands for is the same: the record keeps the one it names.
  const same =
    supplier.supplier === supplierOf(catalogue, before)?.id ? { supplier: before.supplier } : supplier;
  // What others say of standards is not a supplier's to change: it answers for itself, beside.
  const said = deed.supplies ? { standards: before.standards } : {};
  const changes = asChanges({ ...read.record, ...same, ...said }, changedFields.product);
  return changeRecord(deed, { of: 'product', id: before.id, changes });
};

function typedProduct({ language }: Context, catalogue: Catalogue, product: Product) {
  return ProductForm.parse({
    name: product.name,
    supplier: supplierOf(catalogue, product)?.name ?? '',
    aliases: product.aliases.join('\n'),
    formerNames: product.formerNames.join('\n'),
    whatSv: product.what.sv,
    whatEn: product.what.en,
    components: product.components,
    hosting: product.hosting,
    licence: product.licence,
    standards: product.standards.map(({ standard }) => standard),
    ...Object.fromEntries(
      product.standards.map(({ standard, evidence = '' }) => [`evidence-${standard}`, evidence]),
    ),
    interfaces: interfaceLines(product, language),
    versions: versionLines(product),
    publiccode: product.publiccode ?? '',
    cpe: product.cpe ?? '',
    spdx: product.spdx ?? '',
    web: product.web ?? '',
  });
}

const flow: RecordFlow<Product, ProductForm, TypedProduct> = {
  of: 'product',
  schema: Product,
  form: ProductForm,
  part: 'add-product',
  addTo: at.addProduct,
  changeTo: (organisation, product) => link(at.changeProduct, { organisation, product }),
  recordAt: productAt,
  entries: ({ products }) => products,
  read: readProductForm,
  typedOf: typedProduct,
  recordOf: ({ record, supplier }) => ({
    ...record,
    supplier: supplier.kind === 'known' ? supplier.id : supplier.kind === 'new' ? supplier.name : undefined,
  }),
  add: addProduct,
  change: changeProduct,
  title: (words) => words.addTitle,
  page: async (context, view) => {
    const { suppliers } = await readCatalogue(context.tx);
    const taxonomy = await readTaxonomy(context.tx, getOrganisation(context));
    const supplierName = (id: string): string => suppliers.get(id)?.record.name ?? id;
    const answersItself = suppliesAt(context.actor, getOrganisation(context));
    return <ProductFormPage view={{ ...view, taxonomy, supplierName, answersItself }} />;
  },
};

/** A supplier's own name, which its new products have; empty for others. */
async function ownName(context: Context): Promise<string> {
  const organisation = getOrganisation(context);
  if (!suppliesAt(context.actor, organisation)) return '';
  const catalogue = await readCatalogue(context.tx);
  const [own] = (await ownRecords(context.tx, organisation, catalogue)).suppliers;
  return own === undefined ? '' : (catalogue.suppliers.get(own)?.record.name ?? '');
}

/** The form of a product, as the catalogue and what reads files into it show it. */
export const productPage = (context: Context, typed: ProductForm, said: Said): Promise<Reply> =>
  shownForm(flow, context, typed, said);

export const productFormRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: at.addProduct.path,
    access: keepers,
    handle: async (context) =>
      productPage(context, ProductForm.parse({ supplier: await ownName(context) }), { changing: null }),
  }),
  route({
    method: 'POST',
    path: at.addProduct.path,
    access: keepers,
    body: ProductForm,
    handle: (context, { body }) => addTyped(flow, context, body),
  }),
  route({
    method: 'GET',
    path: at.changeProduct.path,
    access: keepers,
    handle: (context, { params }) => formOf(flow, context, params.product),
  }),
  route({
    method: 'POST',
    path: at.changeProduct.path,
    access: keepers,
    body: ProductForm,
    handle: (context, { params, body }) => changeTyped(flow, context, { id: params.product, body }),
  }),
];
