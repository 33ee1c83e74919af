import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { sql } from 'kysely';
import { municipalities } from '../../src/modules/organisations/index.ts';
import { claimCustomer } from '../../src/modules/systems/supplying/claims/actions.ts';
import { mostADay } from '../../src/modules/systems/pace.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { putInUse } from '../support/in-use.ts';
import type { Visitor } from '../support/visitor.ts';
import { waitFor } from '../support/wait.ts';

/* A supplier says who its customers are. They say yes, no or nothing, and the supplier can tell a yes from the rest alone. */

let kommons: TestApp;
const supplier = 'supplier@mallsta-digital';
const own = '/arbete/mallsta-digital/leverantor/kunder';
const as = (who: string | null): Visitor => kommons.visitor(who);
const claimsAt = (organisation: string): string => `/arbete/${organisation}/system/leverantorer-sager`;

before(async () => {
  kommons = await testApp({ work: true });
});
after(() => kommons.close());

const claim = async (customer: string, produkt = 'mallsta-robotrad') =>
  as(supplier).send(await as(supplier).open(`${own}/ny`), '/kunder/ny', { namn: customer, produkt });

const received = (organisation: string) => as(`strategist@${organisation}`).open(claimsAt(organisation));

/** The address of the first claim that the customer's list leads to. */
async function claimAddress(organisation: string): Promise<string> {
  const { html } = await received(organisation);
  return /href="([^"]*leverantorer-sager\/[\da-f-]{36})"/.exec(html)?.[1] ?? '';
}

async function say(organisation: string, svar: string, system = ''): Promise<void> {
  const who = as(`strategist@${organisation}`);
  const address = await claimAddress(organisation);
  const sent = await who.send(await who.open(address), address.slice(-36), { svar, system });
  assert.match(sent.text, /Ert svar är sparat/);
}

const states = async (): Promise<ReadonlyMap<string, string>> => {
  const { html } = await as(supplier).open(own);
  return new Map(
    html
      .split('<tr')
      .slice(2)
      .map((row) => {
        const text = row.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
        const name = /> ?(\S+(?: \S+)?) Mallsta/.exec(text)?.[1] ?? text;
        return [name, /Bekräftad av kunden|Inte bekräftad/.exec(text)?.[0] ?? ''];
      }),
  );
};

const noticesOf = async (organisation: string): Promise<number> => {
  const { html } = await as(`designer@${organisation}`).open(`/arbete/${organisation}/aviseringar`);
  return html.match(/Mallsta Digital säger att ni är kund/g)?.length ?? 0;
};

suite('a customer is named', () => {
  test('the customer hears of it once, however much is said on a day', async () => {
    assert.match((await claim('Härnösand')).text, /Kunden är angiven/);
    await claim('Härnösand', 'mallsta-floderi');
    await waitFor(async () => (await noticesOf('harnosand')) > 0);
    await claim('Härnösand', 'mallsta-etjanst');
    await claim('Timrå');
    await waitFor(async () => (await noticesOf('timra')) > 0);
    assert.equal(await noticesOf('harnosand'), 1);
    const list = await received('harnosand');
    assert.match(list.text, /Mallsta Digital Mallsta Robotrad/);
    assert.match(list.text, /Inget än/);
  });

  test('what cannot be is said: nobody by that name, no product of theirs, a day to come, the same again', async () => {
    const form = async () => as(supplier).open(`${own}/ny`);
    const wrong = await as(supplier).send(await form(), '/kunder/ny', {
      namn: 'Ankeborg',
      produkt: 'provkoping-turplan',
      'sedan.day': '1',
      'sedan.month': '1',
      'sedan.year': '2031',
    });
    assert.equal(wrong.status, 422);
    for (const said of [/heter Ankeborg/, /Välj en av era produkter/, /Skriv en dag som finns/])
      assert.match(wrong.text, said);
    assert.match((await claim('Provköping System')).text, /Det finns ingen kommun/);
    assert.match((await claim('Härnösand')).text, /Ni har redan angett kunden/);
  });

  test('a form that is sent twice is one claim', async () => {
    const page = await as(supplier).open(`${own}/ny`);
    const answers = { namn: 'Kramfors', produkt: 'mallsta-robotrad' };
    await as(supplier).send(page, '/kunder/ny', answers);
    await as(supplier).send(page, '/kunder/ny', answers);
    assert.equal((await received('kramfors')).html.match(/leverantorer-sager\/[\da-f-]{36}/g)?.length, 1);
  });

  test('only those who speak for the customer answer, and only for their own', async () => {
    const address = await claimAddress('harnosand');
    for (const who of ['case-worker@harnosand', 'supplier@harnosand', 'strategist@timra', supplier]) {
      assert.equal((await as(who).raw('GET', address)).status, 404, who);
      assert.equal((await as(who).raw('POST', address, { svar: 'confirmed' })).status, 404, who);
    }
    const elsewhere = address.replace('harnosand', 'timra');
    assert.equal((await as('strategist@timra').raw('POST', elsewhere, { svar: 'confirmed' })).status, 404);
    const mine = address.replace('harnosand', 'mallsta-digital');
    assert.equal((await as(supplier).raw('POST', mine, { svar: 'confirmed' })).status, 404);
    const unanswered = await as('strategist@harnosand').raw('POST', address, {});
    assert.equal(unanswered.status, 422);
    const notTheirs = { svar: 'confirmed', system: '018f0000-0000-7000-8000-000000000000' };
    assert.equal((await as('strategist@harnosand').raw('POST', address, notTheirs)).status, 422);
    assert.equal((await states()).get('Härnösand'), 'Inte bekräftad');
  });
});

const seenAt = async (reader: string, organisation: string): Promise<boolean> => {
  const at = `/arbete/${reader}/allas-system?kommun=${organisation}&produkt=mallsta-robotrad`;
  return /Bekräftad av kunden/.test((await as(`strategist@${reader}`).open(at)).text);
};

suite('what the customer says', () => {
  test('yes puts it into use, tells the supplier and shows at the system in use', async () => {
    await say('timra', 'confirmed', 'nytt');
    const list = await as('strategist@timra').open('/arbete/timra/system');
    assert.match(list.text, /Mallsta Robotrad/);
    assert.equal((await states()).get('Timrå'), 'Bekräftad av kunden');
    assert.ok(await seenAt('hjo', 'timra'));
  });

  test('yes is bound to the system that is there', async () => {
    const [usage = ''] = await putInUse(kommons, 'kramfors', [{ product: 'mallsta-robotrad' }]);
    assert.ok(!(await seenAt('hjo', 'kramfors')));
    const who = as('strategist@kramfors');
    const page = await who.open(await claimAddress('kramfors'));
    assert.match(page.html, new RegExp(`value="${usage}" selected`));
    await say('kramfors', 'confirmed', usage);
    assert.ok(await seenAt('hjo', 'kramfors'));
    assert.match((await who.open(`/arbete/kramfors/system`)).text, /1 system/);
  });

  test('it is withdrawn whenever the customer likes; what is in use stays', async () => {
    await say('kramfors', 'unanswered');
    assert.equal((await states()).get('Kramfors'), 'Inte bekräftad');
    assert.ok(!(await seenAt('hjo', 'kramfors')));
    assert.match((await as('strategist@kramfors').open('/arbete/kramfors/system')).text, /Mallsta Robotrad/);
  });

  test('no, silence, shut out and never looked are the same to the supplier', async () => {
    for (const customer of ['Hjo', 'Skara', 'Vara', 'Ale']) await claim(customer);
    await say('hjo', 'not-ours');
    await say('skara', 'unanswered');
    const who = as('strategist@vara');
    const shut = await who.send(await received('vara'), '/tyst', { tyst: 'ja' });
    assert.match(shut.text, /Ni tar inte emot uppgifter/);
    const all = await states();
    for (const customer of ['Hjo', 'Skara', 'Vara', 'Ale'])
      assert.equal(all.get(customer), 'Inte bekräftad', customer);
    const names = [...all.keys()];
    assert.deepEqual(
      names.filter((one) => ['Hjo', 'Skara', 'Vara', 'Ale'].includes(one)),
      ['Ale', 'Hjo', 'Skara', 'Vara'],
    );
  });

  test('who has shut out claims hears of none, and takes them again', async () => {
    assert.match((await claim('Vara', 'mallsta-floderi')).text, /Kunden är angiven/);
    await claim('Ale', 'mallsta-floderi');
    await waitFor(async () => (await noticesOf('ale')) > 0);
    await waitFor(async () => {
      const { rows } = await kommons.database.db.transaction(
        { organisation: 'mallsta-digital', person: null },
        (tx) => sql`select from platform.outbox where delivered_at is null`.execute(tx),
      );
      return rows.length === 0;
    });
    assert.equal(await noticesOf('vara'), 1);
    assert.equal(await claimAddress('vara'), '');
    const back = await as('strategist@vara').send(await received('vara'), '/tyst');
    assert.match(back.text, /Mallsta Flöderi/);
  });

  test('no supplier’s transaction sees what a customer has answered', async () => {
    const seen = await kommons.database.db.transaction(
      { organisation: 'mallsta-digital', person: null },
      async (tx) => ({
        answers: (await sql`select * from systems.claim_answers`.execute(tx)).rows.length,
        silence: (await sql`select * from systems.claim_silence`.execute(tx)).rows.length,
        confirmed: (await sql`select * from systems.claim_confirmations`.execute(tx)).rows.length,
      }),
    );
    assert.deepEqual(seen, { answers: 0, silence: 0, confirmed: 1 });
  });
});

suite('what the supplier does with it', () => {
  test('it takes it back, and what was confirmed is gone with it', async () => {
    const page = await as(supplier).open(`${own}?q=timr`);
    const sent = await as(supplier).send(page, '/ta-tillbaka');
    assert.match(sent.text, /Det är tillbakataget/);
    assert.equal((await states()).has('Timrå'), false);
    const at = '/arbete/hjo/allas-system?kommun=timra';
    await waitFor(async () => !/Bekräftad av kunden/.test((await as('strategist@hjo').open(at)).text));
    assert.match((await received('timra')).text, /Ingen leverantör har sagt/);
    const action = /action="([^"]*\/ta-tillbaka)"/.exec(page.html)?.[1] ?? '';
    assert.equal((await as(supplier).raw('POST', action, {})).status, 404);
    const others = action.replace('mallsta-digital', 'provkoping-system');
    assert.equal((await as('supplier@provkoping-system').raw('POST', others, {})).status, 404);
  });

  test('there is a bound to a day, also for many at once', async () => {
    kommons.clock.now = new Date('2026-11-30T10:00:00Z');
    const { db } = kommons.database;
    const organisation = 'provkoping-system';
    const customers = municipalities.slice(0, mostADay.claims + 6).map(({ id }) => id);
    const person = '018f0000-0000-7000-8000-000000000001';
    const made = await Promise.all(
      customers.map((customer) =>
        db.transaction({ organisation, person: null }, (tx) =>
          claimCustomer(
            { tx, organisation, person, at: kommons.clock.now, newId: kommons.ground.newId },
            { customer, product: 'provkoping-turplan', since: null },
          ),
        ),
      ),
    );
    assert.equal(made.filter(({ ok }) => ok).length, mostADay.claims);
    const other = as('supplier@provkoping-system');
    const form = await other.open('/arbete/provkoping-system/leverantor/kunder/ny');
    const answers = { namn: 'Hjo', produkt: 'provkoping-turplan' };
    assert.match((await other.send(form, '/kunder/ny', answers)).text, /högst 20 kunder på en dag/);
    kommons.clock.now = new Date('2026-12-01T10:00:00Z');
    const next = await other.open('/arbete/provkoping-system/leverantor/kunder/ny');
    assert.match((await other.send(next, '/kunder/ny', answers)).text, /Kunden är angiven/);
  });

  test('answered and taken back at once, it is gone', async () => {
    await claim('Ånge');
    const address = await claimAddress('ange');
    const page = await as(supplier).open(`${own}?q=ånge`);
    await Promise.all([
      as('strategist@ange').raw('POST', address, { svar: 'confirmed', system: 'nytt' }),
      as(supplier).send(page, '/ta-tillbaka'),
    ]);
    assert.equal((await states()).has('Ånge'), false);
    await waitFor(async () => {
      const { rows } = await kommons.database.db.transaction({ organisation: 'ange', person: null }, (tx) =>
        sql`select from systems.claim_answers`.execute(tx),
      );
      return rows.length === 0;
    });
  });
});
