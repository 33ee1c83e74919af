import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { plansCarriedOut } from '../../src/modules/commons/index.ts';
import { grantMandate } from '../../src/modules/identity/index.ts';
import { findDemoPerson } from '../../src/modules/identity/demo/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { smallGuide } from '../support/small-guide.ts';
import { designer } from '../world/works.ts';

/* How a version goes into use: by somebody else than who wrote it, and on a day that was set. */

const work = 'journalforing';
const variant = `/arbete/skara/verk/${work}`;
const page = `${variant}/ta-i-bruk`;

let kommons: TestApp;

const night = () =>
  plansCarriedOut({
    db: kommons.database.db,
    clock: () => kommons.clock.now,
    newId: kommons.ground.newId,
    organisations: () => ['skara'],
  }).run({});

const runs = async (): Promise<string> => (await kommons.visitor('designer@skara').open(variant)).text;

before(async () => {
  kommons = await testApp();
  kommons.clock.now = new Date('2026-11-22T09:00:00Z');
  const skara = designer(kommons.client, 'skara');
  await skara.create(smallGuide, 'Första versionen.');
  await skara.fill(work, { 'support-phone': '08-465 004 20' });
  const colleague = findDemoPerson('admin@skara');
  assert.ok(colleague);
  await kommons.database.db.transaction({ organisation: 'skara', person: null }, (tx) =>
    grantMandate(tx, {
      organisation: 'skara',
      person: colleague.id,
      role: 'designer',
      unit: null,
      label: 'E-tjänstdesigner, Skara',
      from: kommons.clock.now,
      until: null,
    }),
  );
});
after(() => kommons.close());

test('where four eyes are asked for, whoever wrote the version cannot take it in use, and a colleague can', async () => {
  const author = kommons.visitor('designer@skara');
  const own = await author.raw('POST', `${page}/fyra-ogon`, { 'fyra-ogon': '' });
  assert.equal(own.status, 404, 'the rule is the administrator’s');
  const admin = kommons.visitor('admin@skara');
  const set = await admin.send(await admin.open(page), '/fyra-ogon', { 'fyra-ogon': 'ja' });
  assert.match(set.text, /Sparat/);
  const mine = await author.open(page);
  assert.match(mine.text, /Du har skrivit versionen/);
  assert.doesNotMatch(mine.html, /Ta i bruk version 1 nu/);
  const refused = await author.raw('POST', page);
  assert.equal(refused.status, 409);
  assert.match(refused.body, /Någon annan ska läsa den/);
  const byApi = await kommons.client
    .as('designer@skara')
    .ask('POST', `/api/v1/organisations/skara/works/${work}/in-use`);
  assert.equal(byApi.status, 409);
  const colleague = kommons.visitor('admin@skara');
  await colleague.send(await colleague.open(page), '/ta-i-bruk');
  assert.match(await runs(), /I bruk: er version 1 sedan/);
});

test('a version goes into use in the night before its day, in the name of whoever set it', async () => {
  const skara = designer(kommons.client, 'skara');
  await skara.edit(work, [{ do: 'set', path: 'title/sv', value: 'Föra journal i Skara' }], 'Eget namn.');
  const colleague = kommons.visitor('admin@skara');
  const wrong = await colleague.send(await colleague.open(page), '/dag', {
    'dag.day': '31',
    'dag.month': '2',
    'dag.year': '2027',
  });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Skriv en dag som finns/);
  assert.match(wrong.html, /value="31"/);
  const past = await colleague.send(wrong, '/dag', {
    'dag.day': '22',
    'dag.month': '11',
    'dag.year': '2026',
  });
  assert.match(past.text, /från och med i morgon/);
  const set = await colleague.send(past, '/dag', { 'dag.day': '1', 'dag.month': '12', 'dag.year': '2026' });
  assert.match(set.text, /Er version 2 tas i bruk 1 december 2026/);
  kommons.clock.now = new Date('2026-11-30T02:17:00Z');
  await night();
  assert.match((await colleague.open(page)).text, /Er version 2 tas i bruk 1 december 2026/);
  kommons.clock.now = new Date('2026-12-01T02:17:00Z');
  await night();
  await night();
  const shown = await colleague.open(page);
  assert.match(shown.text, /Er version 2 är redan i bruk/);
  assert.doesNotMatch(shown.text, /tas i bruk 1 december/);
});

test('a plan that cannot be carried out says so, and one that is taken away is not', async () => {
  const skara = designer(kommons.client, 'skara');
  const colleague = kommons.visitor('admin@skara');
  await skara.edit(work, [{ do: 'set', path: 'title/sv', value: 'Föra journal' }], 'Tillbaka.');
  const day = { 'dag.day': '10', 'dag.month': '12', 'dag.year': '2026' };
  await colleague.send(await colleague.open(page), '/dag', day);
  const dropped = await colleague.send(await colleague.open(page), '/ingen-dag');
  assert.doesNotMatch(dropped.text, /tas i bruk 10 december/);
  await colleague.send(await colleague.open(page), '/fyra-ogon', {}, ['fyra-ogon']);
  const author = kommons.visitor('designer@skara');
  await author.send(await author.open(page), '/dag', day);
  await colleague.send(await colleague.open(page), '/fyra-ogon', { 'fyra-ogon': 'ja' });
  kommons.clock.now = new Date('2026-12-10T02:17:00Z');
  await night();
  assert.match(
    (await colleague.open(page)).text,
    /skulle ha tagits i bruk 10 december 2026, men det gick inte/,
  );
});

test('a plan is forgotten when something else goes into use, or the work is taken out of use', async () => {
  const skara = designer(kommons.client, 'skara');
  const admin = kommons.visitor('admin@skara');
  await admin.send(await admin.open(page), '/fyra-ogon', {}, ['fyra-ogon']);
  const author = kommons.visitor('designer@skara');
  const day = { 'dag.day': '20', 'dag.month': '12', 'dag.year': '2026' };
  await skara.edit(work, [{ do: 'set', path: 'title/sv', value: 'Fjärde namnet' }], 'Fjärde.');
  await author.send(await author.open(page), '/dag', day);
  await skara.edit(work, [{ do: 'set', path: 'title/sv', value: 'Femte namnet' }], 'Femte.');
  await skara.use(work);
  kommons.clock.now = new Date('2026-12-20T02:17:00Z');
  await night();
  assert.match(await runs(), /I bruk: er version 5 sedan 10 december 2026/);
  await skara.edit(work, [{ do: 'set', path: 'title/sv', value: 'Sjätte namnet' }], 'Sjätte.');
  await author.send(await author.open(page), '/dag', { ...day, 'dag.day': '24' });
  await author.send(await author.open(variant), '/ta-ur-bruk', { reason: 'Olaglig.' });
  kommons.clock.now = new Date('2026-12-24T02:17:00Z');
  await night();
  assert.doesNotMatch(await runs(), /I bruk:/);
});

test('an update that is taken does not go into use without four eyes, and whoever took it cannot lift the rule', async () => {
  const network = designer(kommons.client, 'gvs12');
  const shared = { ...smallGuide, id: 'gemensam-journal' };
  await network.create(shared, 'Första versionen.');
  await network.publish('gemensam-journal', { kind: 'everyone' }, 'Första versionen.');
  const skara = designer(kommons.client, 'skara');
  await skara.adopt('gemensam-journal', 'gvs12');
  await skara.fill('gemensam-journal', { 'support-phone': '08-465 004 20' });
  await skara.use('gemensam-journal');
  const admin = kommons.visitor('admin@skara');
  const at = '/arbete/skara/verk/gemensam-journal/ta-i-bruk';
  await admin.send(await admin.open(at), '/fyra-ogon', { 'fyra-ogon': 'ja' });
  await network.edit('gemensam-journal', [{ do: 'set', path: 'title/sv', value: 'Journal' }], 'Kortare.');
  await network.publish('gemensam-journal', { kind: 'everyone' }, 'Kortare.');
  const base = '/api/v1/organisations/skara/works/gemensam-journal';
  const applied = await kommons.client
    .as('admin@skara')
    .ask('POST', `${base}/update/apply`, { takeInUse: true });
  assert.equal(applied.status, 200);
  assert.match(JSON.stringify(applied.body), /own-version/);
  assert.match((await admin.open(at)).text, /Du har skrivit versionen/);
  const lifted = await admin.raw('POST', `${at}/fyra-ogon`, {});
  assert.equal(lifted.status, 409);
  await skara.use('gemensam-journal');
});

test('a colleague is told of what waits for their eyes, and the author sees whom it waits for', async () => {
  const skara = designer(kommons.client, 'skara');
  const read = 'granskas';
  const own = `/arbete/skara/verk/${read}`;
  await skara.create({ ...smallGuide, id: read }, 'Första versionen.');
  await skara.fill(read, { 'support-phone': '08-465 004 20' });
  await skara.use(read);
  const colleague = kommons.visitor('admin@skara');
  await colleague.send(await colleague.open(`${own}/ta-i-bruk`), '/fyra-ogon', { 'fyra-ogon': 'ja' });
  const works = '/arbete/skara/verk';
  const notices = '/arbete/skara/aviseringar';
  await skara.edit(read, [{ do: 'set', path: 'summary/sv', value: 'Så för du journal.' }], 'Kortare.');
  await skara.edit(read, [{ do: 'set', path: 'summary/sv', value: 'Så för vi journal.' }], 'Vi.');
  const author = kommons.visitor('designer@skara');
  const mine = await author.open(own);
  assert.match(mine.text, /Väntar på granskning av .*Skara/);
  assert.match(mine.text, /Du har skrivit er version 3\./);
  assert.doesNotMatch(mine.html, /<form[^>]+action="[^"]*ta-i-bruk"/);
  assert.match((await author.open(works)).text, /Er version 3 väntar på en kollegas granskning/);
  assert.match((await colleague.open(works)).text, /Att göra .*Granska er version 3/);
  const told = await colleague.open(notices);
  assert.match(
    told.text,
    /Olästa .*er version 3 väntar på granskning.*Lästa .*er version 2 väntar på granskning/,
  );
  const asked = await colleague.open(own);
  assert.match(asked.text, /Granska er version 3/);
  assert.match(asked.html, /jamfor\?fran=1&amp;till=3/);
  await colleague.send(await colleague.open(`${own}/ta-i-bruk`), '/ta-i-bruk');
  assert.doesNotMatch((await colleague.open(notices)).text, /Olästa/);
  assert.doesNotMatch((await colleague.open(works)).text, /Granska er version/);
});
