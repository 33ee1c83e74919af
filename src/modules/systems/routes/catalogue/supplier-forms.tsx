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
import { asChanges, readSupplierForm, SupplierForm } from '../../catalogue/product-form.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import { recordFields } from '../../catalogue/write.ts';
import { lastChange } from '../../catalogue/store.ts';
import { registrars } from '../../everybody/reader.ts';
import { SupplierFormPage } from '../../pages/catalogue/forms.tsx';
import { catalogueTexts } from '../../texts/catalogue.ts';
import { deedOf } from './deed.ts';
import { formPage, isOpenTo, notDone, supplierAt, type Said } from './form-frame.tsx';

const at = addresses.catalogue;
const frame = { kind: 'work', area: 'systems' } as const;

function supplierPage(context: Context, typed: SupplierForm, said: Said): Reply {
  const { language } = context;
  const organisation = getOrganisation(context);
  const { changing } = said;
  const words = catalogueTexts(language).form;
  const view = {
    language,
    typed,
    action:
      changing === null
        ? link(at.addSupplier, { organisation })
        : link(at.changeSupplier, { organisation, supplier: changing.id }),
    changing: changing?.name ?? null,
    problems: said.problems ?? [],
    message: said.message ?? null,
    alike: said.alike ?? [],
  };
  const title = changing === null ? words.addSupplierTitle : words.changeTitle(changing.name);
  const content = <SupplierFormPage view={view} />;
  return formPage(context, said, changing === null ? 'add-supplier' : 'none', {
    kind: 'page',
    title,
    frame,
    content,
  });
}

const showAddSupplier = route({
  method: 'GET',
  path: at.addSupplier.path,
  access: registrars,
  handle: async (context) => supplierPage(context, SupplierForm.parse({}), { changing: null }),
});

const addSupplier = route({
  method: 'POST',
  path: at.addSupplier.path,
  access: registrars,
  body: SupplierForm,
  handle: async (context, { body }) => {
    const read = readSupplierForm(body, null);
    if (!read.ok) return supplierPage(context, body, { changing: null, problems: read.problems });
    const deed = await deedOf(context);
    const anyway = body.anyway !== undefined;
    const added = await addRecord(deed, { of: 'supplier', record: read.record, anyway });
    if (added.ok) return see(supplierAt(added.id));
    const { suppliers } = await readCatalogue(context.tx);
    return supplierPage(context, body, {
      changing: null,
      ...notDone(context, added.failure, suppliers, supplierAt),
    });
  },
});

async function changeSupplierPage(context: Context, id: string, message: string | null): Promise<Reply> {
  const catalogue = await readCatalogue(context.tx);
  const may = await isOpenTo(context, catalogue, 'supplier', id);
  const supplier = catalogue.suppliers.get(id)?.record;
  if (!may || supplier === undefined) return missing;
  const typed = SupplierForm.parse({
    name: supplier.name,
    organisationNumber: supplier.organisationNumber ?? '',
    web: supplier.web ?? '',
    aliases: supplier.aliases.join('\n'),
    formerNames: supplier.formerNames.join('\n'),
    seen: await lastChange(context.tx, 'supplier', id),
  });
  return supplierPage(context, typed, { changing: supplier, message });
}

const showChangeSupplier = route({
  method: 'GET',
  path: at.changeSupplier.path,
  access: registrars,
  handle: (context, { params }) => changeSupplierPage(context, params.supplier, null),
});

const changeSupplier = route({
  method: 'POST',
  path: at.changeSupplier.path,
  access: registrars,
  body: SupplierForm,
  handle: async (context, { params: { supplier: id }, body }) => {
    const catalogue = await readCatalogue(context.tx);
    const may = await isOpenTo(context, catalogue, 'supplier', id);
    const supplier = catalogue.suppliers.get(id)?.record;
    if (!may || supplier === undefined) return missing;
    const read = readSupplierForm(body, supplier);
    if (!read.ok) return supplierPage(context, body, { changing: supplier, problems: read.problems });
    const changes = asChanges(
      read.record,
      recordFields.supplier.filter((field) => field !== 'example'),
    );
    const changed = await changeRecord(await deedOf(context), {
      of: 'supplier',
      id,
      changes,
      seen: body.seen,
    });
    if (changed.ok) return see(supplierAt(id));
    const words = catalogueTexts(context.language);
    return changed.failure.kind === 'changed-since'
      ? changeSupplierPage(context, id, words.form.changedSince)
      : supplierPage(context, body, { changing: supplier, message: words.failure[changed.failure.kind] });
  },
});

export const supplierFormRoutes: readonly AnyRoute[] = [
  showAddSupplier,
  addSupplier,
  showChangeSupplier,
  changeSupplier,
];
