import { z } from 'zod';
import { json, missing, route, type AnyRoute, type Reply } from '../../../../platform/http/index.ts';
import { addRecord, changeRecord, mergeRecords, setApart, undo } from '../../catalogue/actions.ts';
import { longestPubliccode, readPubliccode } from '../../catalogue/publiccode.ts';
import { Product, Supplier } from '../../catalogue/record.ts';
import { registrars } from '../../everybody/reader.ts';
import { deedOf } from './deed.ts';

const tag = 'Systems';

const base = '/api/v1/organisations/:organisation';
const Anyway = z.object({
  anyway: z
    .enum(['yes'])
    .optional()
    .meta({ description: 'adds it also where something by that name is there already' }),
});
const Made = z.object({ id: z.string() });
const Done = z.object({ done: z.literal(true) });
type Failure = { readonly kind: string };

const notFound: ReadonlySet<string> = new Set(['missing']);
const wrong: ReadonlySet<string> = new Set(['invalid', 'unanswered', 'no-choice', 'one-record']);

/** 404 for what is not there or not theirs to change, 422 for what cannot be read, 409 for the rest. */
function refused(failure: Failure): Reply {
  if (notFound.has(failure.kind) || failure.kind === 'forbidden') return missing;
  return json({ failure }, wrong.has(failure.kind) ? 422 : 409);
}

const NewProduct = Product.omit({ id: true, example: true });
const NewSupplier = Supplier.omit({ id: true, example: true });

/** What is not said stays; null empties. Nothing is put in place of what is not said. */
const ProductPatch = NewProduct.extend({
  standards: Product.shape.standards.unwrap(),
  interfaces: Product.shape.interfaces.unwrap(),
  versions: Product.shape.versions.unwrap(),
  supplier: Product.shape.supplier.nullable(),
  publiccode: Product.shape.publiccode.nullable(),
  cpe: Product.shape.cpe.nullable(),
  spdx: Product.shape.spdx.nullable(),
  web: Product.shape.web.nullable(),
}).partial();
const SupplierPatch = NewSupplier.extend({
  organisationNumber: Supplier.shape.organisationNumber.nullable(),
  web: Supplier.shape.web.nullable(),
}).partial();

const addProductApi = route({
  method: 'POST',
  path: `${base}/products`,
  access: registrars,
  query: Anyway,
  body: NewProduct,
  operation: { summary: 'Adds a product to the catalogue', tag, response: Made },
  handle: async (context, { body: record, query: { anyway } }) => {
    const deed = await deedOf(context);
    const added = await addRecord(deed, { of: 'product', record, anyway: anyway !== undefined });
    return added.ok ? json({ id: added.id }, 201) : refused(added.failure);
  },
});

const addSupplierApi = route({
  method: 'POST',
  path: `${base}/suppliers`,
  access: registrars,
  query: Anyway,
  body: NewSupplier,
  operation: { summary: 'Adds a supplier to the catalogue', tag, response: Made },
  handle: async (context, { body: record, query: { anyway } }) => {
    const deed = await deedOf(context);
    const added = await addRecord(deed, { of: 'supplier', record, anyway: anyway !== undefined });
    return added.ok ? json({ id: added.id }, 201) : refused(added.failure);
  },
});

const changeProductApi = route({
  method: 'PUT',
  path: `${base}/products/:product`,
  access: registrars,
  body: ProductPatch,
  operation: { summary: 'Changes the given fields of a product', tag, response: Done },
  handle: async (context, { params: { product: id }, body: changes }) => {
    const changed = await changeRecord(await deedOf(context), { of: 'product', id, changes });
    return changed.ok ? json({ done: true }) : refused(changed.failure);
  },
});

const changeSupplierApi = route({
  method: 'PUT',
  path: `${base}/suppliers/:supplier`,
  access: registrars,
  body: SupplierPatch,
  operation: { summary: 'Changes the given fields of a supplier', tag, response: Done },
  handle: async (context, { params: { supplier: id }, body: changes }) => {
    const changed = await changeRecord(await deedOf(context), { of: 'supplier', id, changes });
    return changed.ok ? json({ done: true }) : refused(changed.failure);
  },
});

const RecordKind = z.enum(['supplier', 'product']);
const Ids = z.array(z.string().max(100)).min(1).max(12);

const mergeApi = route({
  method: 'POST',
  path: `${base}/catalogue/merges`,
  access: registrars,
  body: z.object({
    of: RecordKind,
    into: z.string().max(100),
    from: Ids,
    take: z
      .record(z.string(), z.string())
      .default({})
      .meta({ description: 'by field, the id whose value holds; * for lists together' }),
  }),
  operation: {
    summary: 'Merges records, as a curator; the number undoes it',
    tag,
    response: z.object({ number: z.number() }),
  },
  handle: async (context, { body }) => {
    const merged = await mergeRecords(await deedOf(context), body);
    return merged.ok ? json({ number: merged.number }, 201) : refused(merged.failure);
  },
});

const apartApi = route({
  method: 'POST',
  path: `${base}/catalogue/different`,
  access: registrars,
  body: z.object({ of: RecordKind, ids: Ids }),
  operation: { summary: 'Says that records are not the same, as a curator', tag, response: Done },
  handle: async (context, { body }) => {
    const said = await setApart(await deedOf(context), body);
    return said.ok ? json({ done: true }) : refused(said.failure);
  },
});

const SinceShape = z.object({
  of: RecordKind,
  id: z.string(),
  field: z.string(),
  was: z.unknown(),
  now: z.unknown(),
  stays: z.boolean(),
});

const undoApi = route({
  method: 'POST',
  path: `${base}/catalogue/undo`,
  access: registrars,
  body: z.object({ number: z.number().int().min(1).max(2_000_000_000) }),
  operation: {
    summary: 'Undoes a line of the log, and tells what has changed since',
    tag,
    response: z.object({ number: z.number(), since: z.array(SinceShape) }),
  },
  handle: async (context, { body: { number } }) => {
    const undone = await undo(await deedOf(context), number);
    return undone.ok ? json({ number: undone.number, since: undone.since }) : refused(undone.failure);
  },
});

const publiccodeApi = route({
  method: 'POST',
  path: `${base}/products/from-publiccode`,
  access: registrars,
  body: z.object({ text: z.string().max(longestPubliccode) }),
  operation: {
    summary: 'Reads publiccode.yml as a product to look over; nothing is added',
    tag,
    response: z.object({
      product: Product.omit({ id: true, supplier: true }),
      publisher: z.string().nullable(),
      lost: z.array(z.string()),
    }),
  },
  handle: async (_, { body: { text } }) => {
    const read = readPubliccode(text);
    if (!read.ok) return json({ failure: { kind: read.failure } }, 422);
    const { product, publisher, lost } = read;
    return json({ product, publisher, lost });
  },
});

export const changingApi: readonly AnyRoute[] = [
  addProductApi,
  publiccodeApi,
  changeProductApi,
  addSupplierApi,
  changeSupplierApi,
  mergeApi,
  apartApi,
  undoApi,
];
