import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { testDatabase, type TestDatabase } from '../../../../tests/support/database.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { createIds, secureBytes } from '../../../platform/ids.ts';
import { cluster } from './catalogue.ts';
import { findDuplicates } from './duplicates.ts';
import { readCatalogue } from './reading.ts';
import { recognise, recogniseSupplier } from './recognise.ts';
import { Product, Supplier } from './record.ts';
import { searchProducts } from './search.ts';
import { seedCatalogue, seedRecords } from './seed.ts';
import type { Shipped } from './shipped.ts';
import { changeCatalogue, undoOperation, type CatalogueDoing } from './store.ts';

const at = new Date('2026-11-23T09:00:00Z');
const newId = createIds(() => new Date(), secureBytes);
const product = (record: object): Product =>
  Product.parse({
    aliases: [],
    formerNames: [],
    components: [],
    what: { sv: '', en: '' },
    hosting: [],
    licence: 'proprietary',
    ...record,
  });
const supplier = (record: object): Supplier => Supplier.parse({ aliases: [], formerNames: [], ...record });

let database: TestDatabase;
const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.db.transaction({ organisation: null, person: null }, work);
const doing = (tx: Tx, organisation = 'hjo'): CatalogueDoing => ({ tx, at, newId, organisation, actor: 'x' });

before(async () => {
  database = await testDatabase();
});
after(() => database.close());

const first: Shipped = {
  suppliers: [supplier({ id: 'tietoevry', name: 'Tietoevry', formerNames: ['Tieto'] })],
  products: [
    product({
      id: 'lifecare',
      name: 'Lifecare',
      supplier: 'tietoevry',
      aliases: ['LifeCare'],
      components: ['verksamhetssystem-socialtjanst'],
      what: { sv: 'Handläggning inom socialtjänst.', en: 'Casework in social services.' },
    }),
  ],
};

describe('what ships', () => {
  it('comes once, however often it is seeded', async () => {
    await inTx((tx) => seedRecords(tx, { at, newId, shipped: first }));
    await inTx((tx) => seedRecords(tx, { at, newId, shipped: first }));
    const { rows } = await countLog();
    assert.deepEqual(rows, [{ kind: 'add', n: 2 }]);
  });

  it('brings what a release has changed, and leaves what somebody has changed since', async () => {
    const changed = await inTx((tx) =>
      changeCatalogue(doing(tx), () => [
        {
          kind: 'change',
          of: 'product',
          id: 'lifecare',
          changes: { what: { sv: 'Vår text.', en: 'Our text.' }, aliases: ['LifeCare', 'Life-Care'] },
        },
      ]),
    );
    assert.ok(changed.ok);
    const [lifecare] = first.products;
    assert.ok(lifecare);
    const next: Shipped = {
      ...first,
      products: [
        product({
          ...lifecare,
          aliases: ['Lifecare VoO'],
          what: { sv: 'Ny text.', en: 'New text.' },
          web: 'https://example.com/',
        }),
      ],
    };
    await inTx((tx) => seedRecords(tx, { at, newId, shipped: next }));
    const record = (await inTx(readCatalogue)).products.get('lifecare')?.record;
    assert.deepEqual(record?.what, { sv: 'Vår text.', en: 'Our text.' });
    assert.deepEqual(record?.aliases, ['Life-Care', 'Lifecare VoO']);
    assert.equal(record?.web, 'https://example.com/');
  });

  it('as it stands in content/register is found in Swedish', async () => {
    await inTx((tx) => seedCatalogue(tx, { at, newId, demo: true }));
    const before = await countLog();
    await inTx((tx) => seedCatalogue(tx, { at, newId, demo: true }));
    assert.deepEqual((await countLog()).rows, before.rows);
    const found = await inTx((tx) => searchProducts(tx, 'skolskjutsar', { page: 1 }));
    assert.ok(found.total > 0);
    const wrong = await inTx((tx) => searchProducts(tx, 'lifcare', { page: 1 }));
    assert.deepEqual([wrong.total, wrong.didYouMean], [0, 'lifecare']);
    const all = await inTx((tx) => searchProducts(tx, '', { page: 2 }));
    assert.equal(all.hits.length, 25);
    const past = await inTx((tx) => searchProducts(tx, '', { page: 900 }));
    assert.deepEqual([past.hits.length, past.total], [0, all.total]);
  });
});

async function countLog(): Promise<{ readonly rows: readonly { kind: string; n: number }[] }> {
  return inTx((tx) =>
    sql<{ kind: string; n: number }>`
      select operation ->> 'kind' as kind, count(*)::int as n from systems.catalogue_log
      group by 1 order by 1`.execute(tx),
  );
}

describe('one supplier in four spellings from four municipalities', () => {
  const spellings = ['Sagoverket Omsorg', 'Sagoverket Omsorg AB', 'SAGOVERKET-OMSORG', 'Omsorg Sagoverket'];
  const ids = spellings.map((_, index) => `sago-${index}`);

  it('is one proposal, becomes one with all names, is found by each, and is four again when undone', async () => {
    for (const [index, name] of spellings.entries()) {
      const added = await inTx((tx) =>
        changeCatalogue(doing(tx, ['hjo', 'skara', 'tibro', 'karlsborg'][index]), () => [
          {
            kind: 'add',
            of: 'supplier',
            record: supplier({ id: ids[index] ?? '', name }),
            madeBy: 'hjo',
          },
        ]),
      );
      assert.ok(added.ok);
    }
    const catalogue = await inTx(readCatalogue);
    const proposals = findDuplicates(catalogue).filter((one) => one.ids.some((id) => ids.includes(id)));
    assert.deepEqual(
      proposals.map((one) => one.ids.toSorted()),
      [ids],
    );

    const merged = await inTx((tx) =>
      changeCatalogue(doing(tx), () => [
        { kind: 'merge', of: 'supplier', into: 'sago-0', from: ids.slice(1), take: { name: 'sago-0' } },
      ]),
    );
    assert.ok(merged.ok);
    const after = await inTx(readCatalogue);
    assert.deepEqual(
      cluster(after.suppliers, 'sago-0').map(({ record }) => record.name),
      spellings,
    );
    for (const name of spellings) assert.equal(recogniseSupplier(after, name)[0]?.id, 'sago-0');
    const stands = await inTx((tx) =>
      tx.selectFrom('systems.suppliers').select('stands_for').where('id', 'in', ids).execute(),
    );
    assert.deepEqual([...new Set(stands.map((row) => row.stands_for))], ['sago-0']);

    const [number = 0] = merged.numbers;
    const undone = await inTx((tx) => undoOperation(doing(tx), number));
    assert.ok(undone.ok);
    assert.deepEqual(undone.since, []);
    assert.deepEqual((await inTx(readCatalogue)).suppliers, catalogue.suppliers);
    const again = await inTx((tx) => undoOperation(doing(tx), number));
    assert.deepEqual(again, { ok: false, failure: { kind: 'already-undone' } });
  });
});

describe('a merged product', () => {
  it('is found by its old name as what stands for it', async () => {
    const made = await inTx((tx) =>
      changeCatalogue(doing(tx), () => [
        {
          kind: 'add',
          of: 'product',
          record: product({ id: 'kvastkoll', name: 'Kvastkollen' }),
          madeBy: 'hjo',
        },
        { kind: 'merge', of: 'product', into: 'lifecare', from: ['kvastkoll'], take: { name: 'lifecare' } },
      ]),
    );
    assert.ok(made.ok);
    const found = await inTx((tx) => searchProducts(tx, 'kvastkollen', { page: 1 }));
    assert.deepEqual(
      found.hits.map((hit) => hit.product.id),
      ['lifecare'],
    );
    assert.equal(recognise(made.catalogue, 'kvastkollen')[0]?.id, 'lifecare');
  });
});

describe('two who merge each into the other at once', () => {
  it('do it one after the other, and the later is told', async () => {
    await inTx((tx) =>
      changeCatalogue(doing(tx), () => [
        { kind: 'add', of: 'product', record: product({ id: 'vante', name: 'Vante' }), madeBy: 'hjo' },
        { kind: 'add', of: 'product', record: product({ id: 'socka', name: 'Socka' }), madeBy: 'hjo' },
      ]),
    );
    const merge = (into: string, from: string) =>
      inTx((tx) =>
        changeCatalogue(doing(tx), () => [
          { kind: 'merge', of: 'product', into, from: [from], take: { name: into } },
        ]),
      );
    const both = await Promise.all([merge('vante', 'socka'), merge('socka', 'vante')]);
    assert.equal(both.filter(({ ok }) => ok).length, 1);
    const refused = both.find(({ ok }) => !ok);
    assert.equal(refused?.ok === false && refused.failure.kind, 'merged');
  });

  it('and what is rolled back is not remembered', async () => {
    const thrown = inTx(async (tx) => {
      await changeCatalogue(doing(tx), () => [
        { kind: 'add', of: 'product', record: product({ id: 'borta', name: 'Borta' }), madeBy: 'hjo' },
      ]);
      assert.ok((await readCatalogue(tx)).products.has('borta'));
      throw new Error('thought better of it');
    });
    await assert.rejects(thrown, /thought better/);
    assert.ok(!(await inTx(readCatalogue)).products.has('borta'));
  });
});
