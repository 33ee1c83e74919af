import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { listMandates } from '../../src/modules/identity/index.ts';
import { saveCurator } from '../../src/modules/systems/index.ts';
import { readCatalogue } from '../../src/modules/systems/catalogue/reading.ts';
import { listAccounts, openAccount, perPage } from '../../src/modules/systems/supplying/accounts.ts';
import { publishCounts } from '../../src/modules/systems/supplying/counts.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { putInUse } from '../support/in-use.ts';
import type { Visitor } from '../support/visitor.ts';

/* Who lets suppliers in, and how many users they are told of. */

let kommons: TestApp;
const supplier = 'supplier@mallsta-digital';
const own = '/arbete/mallsta-digital/leverantor';
const work = '/arbete/mallsta-digital/katalog';
const curator = 'strategist@goteborgsregionen';
const curators = '/arbete/goteborgsregionen/katalog';
const as = (who: string | null): Visitor => kommons.visitor(who);

before(async () => {
  kommons = await testApp();
  await kommons.database.db.transaction({ organisation: 'goteborgsregionen', person: null }, (tx) =>
    saveCurator(tx, 'goteborgsregionen', { curates: true, at: kommons.clock.now }),
  );
});
after(() => kommons.close());

const publish = (at: string) =>
  kommons.database.db.transaction({ organisation: null, person: null }, (tx) =>
    publishCounts(tx, new Date(at)),
  );
const count = async (product: string): Promise<string> => {
  const { html } = await as(supplier).open(`${own}/produkter`);
  const row = html.split('<tr').find((one) => one.includes(`/system/${product}"`)) ?? '';
  return /(minst \d+ organisationer|färre än fem organisationer|räknas nästa månad)/u.exec(row)?.[1] ?? row;
};
const users = (organisations: readonly string[]) =>
  Promise.all(organisations.map((one) => putInUse(kommons, one, [{ product: 'mallsta-floderi' }])));

suite('how many use a product', () => {
  test('it is told in whole steps of five, once a month, of what all of the sector sees', async () => {
    assert.equal(await count('mallsta-floderi'), 'räknas nästa månad');
    await users(['ale', 'alingsas', 'bollebygd', 'herrljunga']);
    await putInUse(kommons, 'lerum', [{ product: 'mallsta-floderi', secret: true }]);
    await putInUse(kommons, 'kungalv', [{ product: 'mallsta-floderi', facts: { status: 'planned' } }]);
    await publish('2026-11-01T03:00:00Z');
    assert.equal(await count('mallsta-floderi'), 'färre än fem organisationer');
    await users(['molndal', 'partille', 'stenungsund']);
    await publish('2026-11-20T03:00:00Z');
    assert.equal(await count('mallsta-floderi'), 'färre än fem organisationer');
    await publish('2026-12-01T03:00:00Z');
    assert.equal(await count('mallsta-floderi'), 'minst 5 organisationer');
    await users(['tjorn', 'ockero']);
    await publish('2027-01-01T03:00:00Z');
    assert.equal(await count('mallsta-floderi'), 'minst 5 organisationer');
    await users(['lilla-edet']);
    await publish('2027-02-01T03:00:00Z');
    assert.equal(await count('mallsta-floderi'), 'minst 10 organisationer');
  });
});

suite('accounts', () => {
  const address = `${curators}/leverantorskonton`;

  test('a curator opens one for a supplier of the catalogue, and its first person can let others in', async () => {
    const ask = async (answers: Readonly<Record<string, string>>) =>
      as(curator).send(await as(curator).open(`${address}/nytt`), '/nytt', answers);
    const nobody = await ask({ leverantor: 'Finns Inte Alls', who: 'anna' });
    assert.match(nobody.text, /Katalogen har ingen leverantör som heter Finns Inte Alls/);
    const wrong = await ask({ leverantor: 'Exempelverket', who: '19770117-2393' });
    assert.match(wrong.text, /Kontrollsiffran/);
    const answers = { leverantor: 'Exempelverket', who: 'chef-exempelverket' };
    const opened = await ask(answers);
    assert.match(opened.text, /Exempelverket sköter nu sina uppgifter/);
    const mandates = await kommons.database.db.transaction(
      { organisation: 'exempelverket', person: null },
      (tx) => listMandates(tx, 'exempelverket', kommons.clock.now),
    );
    assert.deepEqual(
      mandates.map(({ role, label }) => [role, label]),
      [['supplier', 'Leverantör, Exempelverket']],
    );
    const again = await ask(answers);
    assert.match(again.text, /Exempelverket sköter nu sina uppgifter/);
    const list = await as(curator).open(`${address}?q=exempel`);
    assert.equal(list.text.match(/Exempelverket/g)?.length, 2, list.text);
  });

  test('one that has bought another looks after both; none takes what another looks after', async () => {
    const ask = async (answers: Readonly<Record<string, string>>) =>
      as(curator).send(await as(curator).open(`${address}/nytt`), '/nytt', answers);
    const bought = { leverantor: 'Modellby Teknik', konto: 'exempelverket', who: 'chef-exempelverket' };
    assert.match((await ask(bought)).text, /Exempelverket sköter nu/);
    assert.match((await as(curator).open(address)).text, /Exempelverket, Modellby Teknik/);
    const taken = { leverantor: 'Provköping System', konto: 'exempelverket', who: 'chef-exempelverket' };
    const refused = await ask(taken);
    assert.equal(refused.status, 422);
    assert.match(refused.text, /Provköping System sköter redan den posten/);
    const municipality = { leverantor: 'Påhitt Programvara', konto: 'harnosand', who: 'chef' };
    const none = await ask(municipality);
    assert.equal(none.status, 422);
    assert.match(none.text, /Inget konto heter harnosand/);
    assert.match(none.html, /name="konto"[^>]*value="harnosand"|value="harnosand"[^>]*name="konto"/);
  });

  test('only curators open accounts; others in the register see who has one', async () => {
    const theirs = '/arbete/harnosand/katalog/leverantorskonton';
    const list = await as('strategist@harnosand').open(theirs);
    assert.match(list.text, /Mallsta Digital/);
    assert.doesNotMatch(list.html, /leverantorskonton\/nytt/);
    assert.equal((await as('strategist@harnosand').raw('GET', `${theirs}/nytt`)).status, 404);
    const form = { leverantor: 'Fiktiva Flottan', who: 'chef' };
    assert.equal((await as('strategist@harnosand').raw('POST', `${theirs}/nytt`, form)).status, 404);
    assert.equal((await as('case-worker@harnosand').raw('GET', theirs)).status, 404);
    assert.equal((await as(supplier).raw('GET', `${work}/leverantorskonton`)).status, 404);
  });

  test('an account is named also where there are more than a page of them', async () => {
    await kommons.database.db.transaction({ organisation: null, person: null }, async (tx) => {
      const { suppliers } = await readCatalogue(tx);
      const records = [...suppliers].filter(([, one]) => !one.withdrawn && one.mergedInto === null);
      const opening = { account: null, at: kommons.clock.now, actor: 'operator' };
      for (const [record] of records.slice(0, 2 * perPage)) await openAccount(tx, { ...opening, record });
    });
    const accounts = await kommons.database.db.transaction({ organisation: null, person: null }, (tx) =>
      listAccounts(tx, { search: '', page: 2 }),
    );
    const last = accounts.accounts.at(-1);
    assert.ok(last);
    const form = await as(curator).open(`${address}/nytt`);
    const bought = { leverantor: 'Påhitt Programvara', konto: last.name.toUpperCase(), who: 'chef' };
    const opened = await as(curator).send(form, '/nytt', bought);
    assert.ok(opened.text.includes(`${last.name} sköter nu sina uppgifter`), opened.text);
  });
});
