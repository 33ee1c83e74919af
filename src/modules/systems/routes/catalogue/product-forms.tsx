import {
  getOrganisation,
  link,
  missing,
  route,
  see,
  type AnyRoute,
  type Context,
  type Reply,
} from '../../../../platform/http/index.ts';
import * as addresses from '../../addresses.ts';
import { addRecord, changeRecord } from '../../catalogue/actions.ts';
import { type Catalogue } from '../../catalogue/catalogue.ts';
import {
  asChanges,
  interfaceLines,
  ProductForm,
  readProductForm,
  versionLines,
  type TypedSupplier,
} from '../../catalogue/product-form.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import { recordFields } from '../../catalogue/write.ts';
import type { Product } from '../../catalogue/record.ts';
import { supplierOf } from '../../catalogue/search.ts';
import { lastChange } from '../../catalogue/store.ts';
import { registrars } from '../../everybody/reader.ts';
import { ProductFormPage } from '../../pages/catalogue/product-form.tsx';
import { readTaxonomy } from '../../taxonomy/store.ts';
import { catalogueTexts } from '../../texts/catalogue.ts';
import { deedOf } from './deed.ts';
import { formPage, isOpenTo, notDone, productAt, type Said } from './form-frame.tsx';

const at = addresses.catalogue;
const frame = { kind: 'work', area: 'systems' } as const;

export async function productPage(context: Context, typed: ProductForm, said: Said): Promise<Reply> {
  const { tx, language } = context;
  const organisation = getOrganisation(context);
  const { suppliers } = await readCatalogue(tx);
  const { changing } = said;
  const words = catalogueTexts(language).form;
  const view = {
    language,
    typed,
    taxonomy: await readTaxonomy(tx, organisation),
    action:
      changing === null
        ? link(at.addProduct, { organisation })
        : link(at.changeProduct, { organisation, product: changing.id }),
    changing: changing?.name ?? null,
    problems: said.problems ?? [],
    message: said.message ?? said.read ?? null,
    alike: said.alike ?? [],
    supplierName: (id: string) => suppliers.get(id)?.record.name ?? id,
  };
  const title = changing === null ? words.addTitle : words.changeTitle(changing.name);
  const content = <ProductFormPage view={view} />;
  return formPage(context, said, changing === null ? 'add-product' : 'none', {
    kind: 'page',
    title,
    frame,
    content,
  });
}

const showAddProduct = route({
  method: 'GET',
  path: at.addProduct.path,
  access: registrars,
  handle: (context) => productPage(context, ProductForm.parse({}), { changing: null }),
});

/** The supplier that was typed, added where it is new. */
async function supplierIdOf(context: Context, typed: TypedSupplier): Promise<{ readonly supplier?: string }> {
  switch (typed.kind) {
    case 'none':
      return {};
    case 'known':
      return { supplier: typed.id };
    case 'new': {
      const record = { name: typed.name, aliases: [], formerNames: [] };
      const added = await addRecord(await deedOf(context), { of: 'supplier', record, anyway: true });
      if (!added.ok) throw new Error(`the supplier could not be added: ${added.failure.kind}`);
      return { supplier: added.id };
    }
  }
}

const addProduct = route({
  method: 'POST',
  path: at.addProduct.path,
  access: registrars,
  body: ProductForm,
  handle: async (context, { body }) => {
    const catalogue = await readCatalogue(context.tx);
    const read = readProductForm(catalogue, body, null);
    if (!read.ok) return productPage(context, body, { changing: null, problems: read.problems });
    const { record, supplier } = read.record;
    const deed = await deedOf(context);
    const anyway = body.anyway !== undefined;
    // A new supplier is added only when the product is: what looks alike is asked about before that.
    const known = supplier.kind === 'known' ? { supplier: supplier.id } : {};
    const added = await addRecord(deed, { of: 'product', record: { ...record, ...known }, anyway });
    if (!added.ok) {
      const said = notDone(context, added.failure, catalogue.products, productAt);
      return productPage(context, body, { changing: null, ...said });
    }
    if (supplier.kind === 'new') {
      const changes = await supplierIdOf(context, supplier);
      const changed = await changeRecord(deed, { of: 'product', id: added.id, changes });
      if (!changed.ok) throw new Error(`the supplier was not put in: ${changed.failure.kind}`);
    }
    return see(productAt(added.id));
  },
});

function typedProduct(
  catalogue: Catalogue,
  product: Product,
  seen: number,
  language: 'sv' | 'en',
): ProductForm {
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
    web: product.web ?? '',
    seen,
  });
}

async function changeProductPage(context: Context, id: string, message: string | null): Promise<Reply> {
  const catalogue = await readCatalogue(context.tx);
  const may = await isOpenTo(context, catalogue, 'product', id);
  const product = catalogue.products.get(id)?.record;
  if (!may || product === undefined) return missing;
  const seen = await lastChange(context.tx, 'product', id);
  const typed = typedProduct(catalogue, product, seen, context.language);
  return productPage(context, typed, { changing: product, message });
}

const showChangeProduct = route({
  method: 'GET',
  path: at.changeProduct.path,
  access: registrars,
  handle: (context, { params }) => changeProductPage(context, params.product, null),
});

const changeProduct = route({
  method: 'POST',
  path: at.changeProduct.path,
  access: registrars,
  body: ProductForm,
  handle: async (context, { params: { product: id }, body }) => {
    const catalogue = await readCatalogue(context.tx);
    const may = await isOpenTo(context, catalogue, 'product', id);
    const product = catalogue.products.get(id)?.record;
    if (!may || product === undefined) return missing;
    const read = readProductForm(catalogue, body, product);
    if (!read.ok) return productPage(context, body, { changing: product, problems: read.problems });
    const supplier = await supplierIdOf(context, read.record.supplier);
    // A supplier that the typed one stands for is the same: the record keeps the one it names.
    const same =
      supplier.supplier === supplierOf(catalogue, product)?.id ? { supplier: product.supplier } : supplier;
    const record = { ...read.record.record, ...same };
    const changes = asChanges(
      record,
      recordFields.product.filter((field) => field !== 'example'),
    );
    const changed = await changeRecord(await deedOf(context), {
      of: 'product',
      id,
      changes,
      seen: body.seen,
    });
    if (changed.ok) return see(productAt(id));
    const words = catalogueTexts(context.language);
    return changed.failure.kind === 'changed-since'
      ? changeProductPage(context, id, words.form.changedSince)
      : productPage(context, body, { changing: product, message: words.failure[changed.failure.kind] });
  },
});

export const productFormRoutes: readonly AnyRoute[] = [
  showAddProduct,
  addProduct,
  showChangeProduct,
  changeProduct,
];
