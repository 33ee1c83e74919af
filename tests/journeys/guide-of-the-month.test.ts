import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { helpCounted } from '../../src/modules/guides/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { smallGuide } from '../support/small-guide.ts';
import { waitFor } from '../support/wait.ts';
import { designer } from '../world/works.ts';

/* The guide of the month in a network: nominated by help at others, voted for by the members. */

const work = 'journalforing';
const month = (organisation: string) => `/arbete/${organisation}/guider/manadens`;

let kommons: TestApp;

async function delivered(): Promise<void> {
  for (const organisation of ['skara', 'hjo', 'gvs12']) {
    const waiting = () =>
      kommons.database.db.transaction({ organisation, person: null }, (tx) =>
        tx.selectFrom('platform.outbox').select('id').where('delivered_at', 'is', null).execute(),
      );
    await waitFor(async () => (await waiting()).length === 0, 10_000);
  }
}

const night = () =>
  helpCounted({
    db: kommons.database.db,
    clock: () => kommons.clock.now,
    organisations: () => ['skara', 'hjo', 'gvs12'],
  }).run({});

async function helped(organisation: string, who: 'case-worker' | 'designer'): Promise<void> {
  const reader = kommons.visitor(`${who}@${organisation}`);
  const step = await reader.open(`/arbete/${organisation}/guider/${work}/steg/logga-in`);
  await reader.send(step, '/hjalpte', { hjalpte: 'ja' });
}

before(async () => {
  kommons = await testApp({ work: true });
  kommons.clock.now = new Date('2026-10-20T09:00:00Z');
  const skara = designer(kommons.client, 'skara');
  await skara.create(smallGuide, 'Första versionen.');
  await skara.create({ ...smallGuide, id: 'bara-var' }, 'Första versionen.');
  for (const id of [work, 'bara-var']) {
    await skara.fill(id, { 'support-phone': '08-465 004 20' });
    await skara.publish(id, { kind: 'everyone' }, 'Första versionen.');
    await skara.use(id);
  }
  const hjo = designer(kommons.client, 'hjo');
  await hjo.adopt(work, 'skara');
  await hjo.fill(work, { 'support-phone': '08-465 004 22' });
  await hjo.use(work);
  await delivered();
  await helped('skara', 'designer');
  await helped('hjo', 'designer');
  await helped('hjo', 'case-worker');
  await night();
});
after(() => kommons.close());

test('what has helped others is nominated in the month after, with how much; what nobody else uses is not', async () => {
  kommons.clock.now = new Date('2026-11-02T09:00:00Z');
  // Who says the same again takes nothing from the month that is voted about.
  await helped('hjo', 'designer');
  await night();
  const page = await kommons.visitor('training-lead@hjo').open(month('hjo'));
  assert.match(page.text, /GVS12: rösta på oktobers guide/);
  assert.match(page.text, /Föra journal från Skara .*2 läsare .*1 kommun .*0/);
  assert.doesNotMatch(page.html, /bara-var/);
});

test('a network sets the prize and who gets it; what is wrong is told', async () => {
  const network = kommons.visitor('training-lead@gvs12');
  const wrong = await network.send(await network.open(month('gvs12')), '/pris', {
    kronor: 'mycket',
    mottagare: '',
  });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Skriv ett helt antal kronor/);
  assert.match(wrong.html, /value="mycket"/);
  await network.send(wrong, '/pris', { kronor: '2 000', mottagare: 'kommunen som skrev guiden' });
  const page = await kommons.visitor('training-lead@hjo').open(month('hjo'));
  assert.match(page.text, /Priset är 2.000 kronor till kommunen som skrev guiden/);
  const member = kommons.visitor('training-lead@hjo');
  const refused = await member.raw('POST', `${month('hjo')}/pris`, { kronor: '1', mottagare: 'oss' });
  assert.equal(refused.status, 303);
  assert.doesNotMatch((await member.open(month('hjo'))).text, /till oss/);
});

test('each member has one vote, and others have none', async () => {
  const hjo = kommons.visitor('training-lead@hjo');
  const voted = await hjo.send(await hjo.open(month('hjo')), '/rost', { guide: work });
  assert.match(voted.text, /Er röst är sparad/);
  assert.match(voted.text, /2 läsare .*1 kommun .*1 Er röst/);
  const again = await hjo.raw('POST', `${month('hjo')}/gvs12/rost`, { guide: work });
  assert.equal(again.status, 303);
  const skara = kommons.visitor('designer@skara');
  assert.match(
    (await skara.send(await skara.open(month('skara')), '/rost', { guide: work })).text,
    /2 Er röst/,
  );
  for (const [who, address] of [
    ['training-lead@timra', '/arbete/timra/guider/manadens/gvs12/rost'],
    ['training-lead@gvs12', '/arbete/gvs12/guider/manadens/gvs12/rost'],
    ['case-worker@hjo', `${month('hjo')}/gvs12/rost`],
  ] as const) {
    await kommons.visitor(who).raw('POST', address, { guide: work });
  }
  await hjo.raw('POST', `${month('hjo')}/gvs12/rost`, { guide: 'bara-var' });
  const votes = await hjo.open(month('hjo'));
  assert.match(votes.text, /2 läsare .*1 kommun .*2 Er röst/);
  assert.doesNotMatch(votes.html, /bara-var/);
});

test('when the month is over the winner is shown where guides are listed', async () => {
  kommons.clock.now = new Date('2026-12-01T09:00:00Z');
  await night();
  const list = await kommons.visitor('case-worker@hjo').open('/arbete/hjo/guider');
  assert.match(list.text, /Månadens guide Föra journal Oktobers vinnare i GVS12/);
  const page = await kommons.visitor('case-worker@hjo').open(month('hjo'));
  assert.match(page.text, /Tidigare vinnare Föra journal, från Skara vinnare i oktober 2026/);
});
