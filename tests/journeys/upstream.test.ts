import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testApp, type TestApp } from '../support/app.ts';
import type { Visitor } from '../support/visitor.ts';
import { apply, schoolTransport } from '../world/citizens.ts';
import { localFacts, sundsvallVersion2 } from '../world/story.ts';
import { designer, readContent } from '../world/works.ts';

/*
 * What an adopter and its upstream see of each other: figures that were agreed, a page as an update makes it, a
 * recalled version, a withdrawn work. Each test goes on from the one before.
 */

const work = 'skolskjuts';
const esamverkan = { kind: 'networks', of: ['esamverkan'] } as const;
const at = `/arbete/harnosand/verk/${work}`;
const fleet = `/arbete/sundsvall/verk/${work}/spridning`;

let kommons: TestApp;
let harnosand: Visitor;
let sundsvall: Visitor;

before(async () => {
  kommons = await testApp();
  harnosand = kommons.visitor('designer@harnosand');
  sundsvall = kommons.visitor('designer@sundsvall');
  const owner = designer(kommons.client, 'sundsvall');
  await owner.create(await readContent(work), 'Första versionen.');
  await owner.fill(work, localFacts.sundsvall);
  await owner.use(work);
  await owner.publish(work, esamverkan, 'Första versionen.');
  const adopter = designer(kommons.client, 'harnosand');
  await adopter.adopt(work, 'sundsvall');
  await adopter.fill(work, localFacts.harnosand);
  await adopter.use(work);
});
after(() => kommons.close());

async function applyAndDecide(citizen: string): Promise<void> {
  const trip = { child: 'Barn', school: 'Exempelskolan', year: 2, kilometres: 4, from: '2027-01-11' };
  const who = { citizen, organisation: 'harnosand', work };
  const { id } = await apply(kommons.client, who, schoolTransport(trip));
  const worker = kommons.client.as('case-worker@harnosand');
  const cases = '/api/v1/organisations/harnosand/cases';
  await worker.post(`${cases}/${id}/take`);
  const decision = { choice: 'bevilja', reasons: 'Vägen är längre än gränsen.' };
  await worker.post(`${cases}/${id}/decision`, decision);
}

const share = async (...topics: readonly string[]) =>
  harnosand.send(await harnosand.open(`${at}/foljer`), '/foljer/delning', { share: topics });
const shownToOwner = async (): Promise<string> => (await sundsvall.open(fleet)).text;

test('nothing is counted for the owner before it is agreed', async () => {
  for (const n of [1, 2, 3, 1]) await applyAndDecide(`citizen:${String(n)}@harnosand`);
  const following = await harnosand.open(`${at}/foljer`);
  assert.match(following.text, /Påbörjade och inskickade, de senaste tolv månaderna/);
  assert.match(following.text, /dagar till beslut \(median\) och beslut/);
  assert.match(await shownToOwner(), /Ingen av dem som använder verket har valt att visa siffror/);
});

test('what is agreed is seen at once, results from five', async () => {
  await share('use', 'results');
  const four = await shownToOwner();
  assert.match(four, /Härnösand 4 4 För få att visa För få att visa För få att visa/);
  await applyAndDecide('citizen:2@harnosand');
  await kommons.client
    .as('citizen@harnosand')
    .post(`/api/v1/organisations/harnosand/services/${work}/drafts`);
  await share('use', 'results');
  assert.match(await shownToOwner(), /Härnösand 6 5 83 % 0 Bifall 5/);
  const answered = await sundsvall.open(fleet);
  assert.match(answered.text, /Räknat 23 november 2026/);
});

test('a topic that is not agreed is not seen, and nobody else sees any', async () => {
  await share('results');
  assert.match(await shownToOwner(), /Härnösand Delas inte Delas inte 83 % 0 Bifall 5/);
  for (const who of ['designer@timra', 'designer@harnosand']) {
    const { status } = await kommons.client
      .as(who)
      .ask('GET', `/api/v1/organisations/sundsvall/works/${work}/fleet`);
    assert.equal(status, 404, who);
  }
  await share();
  assert.match(await shownToOwner(), /Ingen av dem som använder verket har valt att visa siffror/);
});

test('adopting by the page agrees to what it says and no more', async () => {
  const timra = kommons.visitor('designer@timra');
  await timra.send(await timra.open(`/bibliotek/${work}`), '/infor');
  const { body } = await kommons.client.as('designer@timra').ask('GET', '/api/v1/organisations/timra/works');
  assert.match(JSON.stringify(body), /"sharing":\{"changes":true,"use":false,"results":false\}/);
});

test('the page as it becomes is shown from the update, filled in with one’s own', async () => {
  const owner = designer(kommons.client, 'sundsvall');
  await owner.edit(work, sundsvallVersion2, 'Åt båda håll.');
  await owner.publish(work, esamverkan, 'Åt båda håll.');
  const update = await harnosand.open(`${at}/uppdatera?del=pages%2Fresan`);
  const to = /href="([^"]*)"[^>]*>Visa sidan som den blir</.exec(update.html)?.[1] ?? '';
  const page = await harnosand.open(to);
  assert.match(page.text, /Resan till skolan som den blir med Sundsvalls version 2/);
  assert.match(page.text, /Behövs skolskjutsen både till och från skolan/);
  assert.match(page.text, /minst 2 kilometer till och med årskurs 3/);
  assert.doesNotMatch(page.html, /id="prova-vem"/);
  const other = await harnosand.open(`${at}/uppdatera?del=examples`);
  assert.equal(other.status, 200);
  assert.doesNotMatch(other.text, /Visa sidan som den blir/);
  assert.equal((await harnosand.raw('GET', `${at}/uppdatera/prova?del=pages%2Ffinns-inte`)).status, 404);
  assert.match((await harnosand.open(`${at}/uppdatera/prova`)).html, /id="prova-vem"/);
});

test('two versions are compared without saying which, and what cannot be read is said plainly', async () => {
  const reader = kommons.visitor('designer@timra');
  assert.match((await reader.open(`/bibliotek/${work}/jamfor`)).text, /version 1.*version 2/);
  const wrong = await reader.open(`/bibliotek/${work}/jamfor?fran=gammal`);
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /fran Skriv ett tal med siffror, till exempel 2/);
  const alone = await harnosand.raw('GET', `${at}/jamfor`);
  assert.deepEqual([alone.status, alone.location], [303, at]);
});

test('a recalled version is said first where it runs, with the reason and the way on', async () => {
  await sundsvall.send(await sundsvall.open(fleet), '/aterkalla', {
    number: '1',
    reason: 'Fel gräns i årskurs 4.',
  });
  const page = await harnosand.open(at);
  assert.match(
    page.text,
    /Sundsvalls version 1, som ni har i bruk, är återkallad Skälet, 23 november 2026: Fel gräns i årskurs 4\. Ta in Sundsvalls version 2/,
  );
  assert.ok(page.html.indexOf('är återkallad') < page.html.indexOf('Det som är lokalt hos er'));
  assert.match(
    (await harnosand.open('/arbete/harnosand/verk')).text,
    /Att göra.*Sundsvalls version 1 är återkallad/,
  );
  await designer(kommons.client, 'harnosand').update(work, { takeInUse: true });
  assert.doesNotMatch((await harnosand.open(at)).text, /är återkallad/);
});

test('without a newer version the ways on are one’s own', async () => {
  await sundsvall.send(await sundsvall.open(fleet), '/aterkalla', { number: '2', reason: 'Ännu ett fel.' });
  const page = await harnosand.open(at);
  assert.match(
    page.text,
    /Sundsvalls version 2, som ni har i bruk, är återkallad.*ingen nyare version att ta in/,
  );
  assert.doesNotMatch(page.text, /Allt är på plats/);
});

test('a withdrawn work is said first with those who follow it, until they follow nobody', async () => {
  await sundsvall.send(await sundsvall.open(fleet), '/dra-tillbaka', { reason: 'Vi slutar.' });
  const page = await harnosand.open(at);
  assert.match(page.text, /Sundsvall har dragit tillbaka verket Skälet, 23 november 2026: Vi slutar\./);
  assert.match(page.html, new RegExp(`href="${at}/foljer"[^>]*>Följ en annan variant eller ta över verket`));
  assert.match((await harnosand.open('/arbete/harnosand/verk')).text, /Sundsvall har dragit tillbaka verket/);
  const listed = await kommons.client.as('designer@harnosand').get('/api/v1/organisations/harnosand/works');
  assert.match(JSON.stringify(listed), /"withdrawn":\{"organisation":"sundsvall"/);
  await harnosand.send(await harnosand.open(`${at}/foljer`), '/ta-over', { reason: 'Vi sköter den.' });
  assert.doesNotMatch((await harnosand.open(at)).text, /har dragit tillbaka verket/);
});

test('a resident finds who has read about them from the municipality’s site', async () => {
  const linked = /href="\/konto"[^>]*>Ditt konto och vem som har läst om dig</;
  const resident = await kommons.visitor('citizen@harnosand').open('/k/harnosand');
  assert.match(resident.html, linked);
  assert.doesNotMatch((await kommons.visitor(null).open('/k/harnosand')).html, linked);
});
