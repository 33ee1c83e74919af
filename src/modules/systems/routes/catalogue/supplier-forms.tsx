import { link, route, type AnyRoute } from '../../../../platform/http/index.ts';
import * as addresses from '../../addresses.ts';
import { addRecord, changeRecord } from '../../catalogue/actions.ts';
import { asChanges, readSupplierForm, SupplierForm } from '../../catalogue/product-form.ts';
import { Supplier } from '../../catalogue/record.ts';
import { changedFields } from '../../catalogue/write.ts';
import { registrars } from '../../everybody/reader.ts';
import { keepers } from '../../supplying/access.ts';
import { SupplierFormPage } from '../../pages/catalogue/forms.tsx';
import { supplierAt } from './form-frame.tsx';
import { addTyped, changeTyped, formOf, shownForm, type RecordFlow } from './record-flow.tsx';

const at = addresses.catalogue;

const flow: RecordFlow<Supplier, SupplierForm, Omit<Supplier, 'id'>> = {
  of: 'supplier',
  schema: Supplier,
  form: SupplierForm,
  part: 'add-supplier',
  addTo: at.addSupplier,
  changeTo: (organisation, supplier) => link(at.changeSupplier, { organisation, supplier }),
  recordAt: supplierAt,
  entries: ({ suppliers }) => suppliers,
  read: (_, typed, before) => readSupplierForm(typed, before),
  typedOf: (_, __, { name, organisationNumber = '', web = '', aliases, formerNames }) => ({
    name,
    organisationNumber,
    web,
    aliases: aliases.join('\n'),
    formerNames: formerNames.join('\n'),
  }),
  recordOf: (read) => read,
  add: (deed, record, anyway) => addRecord(deed, { of: 'supplier', record, anyway }),
  change: (deed, _, { before: { id }, read }) =>
    changeRecord(deed, { of: 'supplier', id, changes: asChanges(read, changedFields.supplier) }),
  title: (words) => words.addSupplierTitle,
  page: (_, view) => <SupplierFormPage view={view} />,
};

export const supplierFormRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: at.addSupplier.path,
    access: registrars,
    handle: (context) => shownForm(flow, context, SupplierForm.parse({}), { changing: null }),
  }),
  route({
    method: 'POST',
    path: at.addSupplier.path,
    access: registrars,
    body: SupplierForm,
    handle: (context, { body }) => addTyped(flow, context, body),
  }),
  route({
    method: 'GET',
    path: at.changeSupplier.path,
    access: keepers,
    handle: (context, { params }) => formOf(flow, context, params.supplier),
  }),
  route({
    method: 'POST',
    path: at.changeSupplier.path,
    access: keepers,
    body: SupplierForm,
    handle: (context, { params, body }) => changeTyped(flow, context, { id: params.supplier, body }),
  }),
];
