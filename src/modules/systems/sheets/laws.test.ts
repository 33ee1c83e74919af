import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { emptyCatalogue, type Catalogue } from '../catalogue/catalogue.ts';
import { recognise, sure } from '../catalogue/recognise.ts';
import { Product, Supplier } from '../catalogue/record.ts';
import { fieldIds, fieldOf, type Facts, type FieldId } from '../model/fields.ts';
import { readFacts } from '../model/read-value.ts';
import type { Usage } from '../model/usage.ts';
import { allComponents } from '../taxonomy/editions.ts';
import { readColumns } from './columns.ts';
import { namesFor } from './names.ts';
import { ownColumns } from './own-sheet.ts';
import { planning } from './plan.ts';
import type { Answers, Ground } from './planned.ts';
import { readSheets } from './read.ts';
import { toCsv, toWorkbook } from './write.ts';

/* A sheet of ours that is taken in as it is changes nothing; with one row edited it changes that and nothing else. */

const product = (id: string, name: string) =>
  [
    id,
    {
      record: Product.parse({ id, name, supplier: 'acme', aliases: [], formerNames: [], components: [], what: { sv: '', en: '' }, hosting: [], licence: 'proprietary' }),
      mergedInto: null,
      madeBy: null,
      withdrawn: false,
    },
  ] as const; // prettier-ignore
const supplier = (id: string, name: string) =>
  [id, { record: Supplier.parse({ id, name, aliases: [], formerNames: [] }), mergedInto: null, madeBy: null, withdrawn: false }] as const; // prettier-ignore

const catalogue: Catalogue = {
  ...emptyCatalogue,
  products: new Map([product('aa', 'Alfa'), product('bb', 'Beta'), product('cc', 'Beta')]),
  suppliers: new Map([supplier('acme', 'Acme AB'), supplier('other', 'Other')]),
};
const units = [{ id: 'skolan', name: 'Skolförvaltningen' }];

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
  fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }).filter((one) => one.isWellFormed() && !one.includes('\0')),
  fc.constantFrom('=1+1', "'=1", "''@x", '-', '+46 70', '@a', '\t=a', 'a;b', 'a\r\nb', '"x"', ' x ', '#REF!', '2027-01-01', '007', '_x0041_', 'sep=;', '＝1', 'okänt', '1e5'),
); // prettier-ignore

function valueFor(id: FieldId): fc.Arbitrary<unknown> {
  const field = fieldOf(id);
  switch (field.type) {
    case 'text':
      return text;
    case 'day':
      return fc.constantFrom('2026-01-31', '2028-02-29', '2031-12-01');
    case 'whole':
      return fc.integer({ min: field.least, max: Math.min(field.most, field.least + 5000) });
    case 'choice':
      return fc.constantFrom(...field.options);
    case 'choices':
      return fc.subarray([...field.options], { minLength: 1 });
    case 'texts':
      return fc.uniqueArray(text, { minLength: 1, maxLength: 3 });
    case 'name':
      return fc.oneof(fc.constantFrom('acme', 'other', 'gone'), text);
    case 'names':
      return fc.uniqueArray(
        fc.oneof(fc.constantFrom('skolan', ...[...allComponents().keys()].slice(0, 5)), text),
        { minLength: 1, maxLength: 3 },
      );
  }
}

const facts: fc.Arbitrary<Facts> = fc
  .subarray([...fieldIds])
  .chain((ids) => fc.tuple(...ids.map((id) => valueFor(id).map((value) => [id, value] as const))))
  .map((entries) => readFacts(Object.fromEntries(entries)).facts);

const registered: fc.Arbitrary<readonly Usage[]> = fc.array(fc.tuple(facts, fc.constantFrom('aa', 'bb', 'cc'), fc.boolean()), { minLength: 1, maxLength: 4 }).map((all) =>
  all.map(([of, used, secret], at): Usage => ({
    id: `0190a000-0000-7000-8000-00000000000${at}`,
    product: used,
    facts: of,
    secret,
    members: [],
    example: false,
    revision: at + 1,
    confirmedAt: new Date(0),
    confirmedBy: '',
    changedAt: new Date(0),
  })),
); // prettier-ignore

const nothing: Answers = { products: new Map(), overrule: new Set(), withoutFaults: false };

const ground = (usages: readonly Usage[]): Ground => ({
  usages,
  recognise: (name) => recognise(catalogue, name),
  sure,
  standsFor: (id) => id,
  nameOf: (id) => catalogue.products.get(id)?.record.name ?? id,
  names: namesFor(catalogue, units),
});

const speaking = (language: 'sv' | 'en') => ({ catalogue, language, names: namesFor(catalogue, units) });

const written = {
  csv: (usages: readonly Usage[], language: 'sv' | 'en') => new TextEncoder().encode(toCsv(ownColumns(speaking(language)), usages)),
  xlsx: (usages: readonly Usage[], language: 'sv' | 'en') => toWorkbook('xlsx', { columns: ownColumns(speaking(language)), rows: usages, name: 'System' }),
  ods: (usages: readonly Usage[], language: 'sv' | 'en') => toWorkbook('ods', { columns: ownColumns(speaking(language)), rows: usages, name: 'System' }),
}; // prettier-ignore

/** Without its pauses. */
function whole<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function planOf(bytes: Uint8Array, usages: readonly Usage[]) {
  const read = readSheets({ bytes, name: '' });
  assert.ok(read.ok, JSON.stringify(read));
  const [sheet] = read.sheets;
  assert.ok(sheet);
  const columns = readColumns(sheet, { isProduct: () => false, remembered: new Map() });
  return whole(planning(columns, ground(usages), nothing));
}

for (const format of ['csv', 'xlsx', 'ods'] as const) {
  suite(`our own sheet as ${format}`, () => {
    test('as it is, it changes nothing', () => {
      fc.assert(
        fc.property(registered, fc.constantFrom('sv', 'en'), (usages, language) => {
          const plan = planOf(written[format](usages, language), usages);
          assert.deepEqual(
            plan.rows.map(({ kind }) => kind),
            usages.map(() => 'same'),
          );
          assert.deepEqual([plan.gone, plan.doubts], [[], []]);
        }),
        { numRuns: format === 'csv' ? 150 : 60 },
      );
    });

    test('with one row edited, it changes exactly that', () => {
      fc.assert(
        fc.property(registered, facts, (usages, other) => {
          const [first, ...more] = usages;
          assert.ok(first);
          const edited = [{ ...first, facts: { ...first.facts, owner: 'Skolchefen', price: 4711 } }, ...more];
          const plan = planOf(written[format](edited, 'sv'), usages);
          const [row, ...rest] = plan.rows;
          assert.ok(row?.kind === 'changed', JSON.stringify(row));
          assert.deepEqual(row.changes, {
            ...(first.facts.owner === 'Skolchefen' ? {} : { owner: 'Skolchefen' }),
            ...(first.facts.price === 4711 ? {} : { price: 4711 }),
          });
          assert.ok(rest.every(({ kind }) => kind === 'same'));
          assert.ok(other !== null);
        }),
        { numRuns: 60 },
      );
    });
  });
}
