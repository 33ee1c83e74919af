import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testApp, type TestApp } from '../support/app.ts';
import { smallGuide } from '../support/small-guide.ts';
import { designer, readContent } from '../world/works.ts';

/* Whoever leads the training makes, adopts and cares for guides, and nothing else of what the organisation has. */

const who = 'training-lead@skara';
const works = '/arbete/skara/verk';
const everyone = { kind: 'everyone' } as const;

let kommons: TestApp;

before(async () => {
  kommons = await testApp();
  const skara = designer(kommons.client, 'skara');
  await skara.create(await readContent('skolskjuts'), 'Första versionen.');
  const network = designer(kommons.client, 'gvs12');
  await network.create({ ...smallGuide, id: 'delad' }, 'Första versionen.');
  await network.publish('delad', everyone, 'Första versionen.');
  const sundsvall = designer(kommons.client, 'sundsvall');
  await sundsvall.create(await readContent('felanmalan'), 'Första versionen.');
  await sundsvall.publish('felanmalan', everyone, 'Första versionen.');
});
after(() => kommons.close());

test('a guide is begun from the page, written, and taken in use', async () => {
  const lead = kommons.visitor(who);
  const page = await lead.open('/arbete/skara/nytt-verk');
  assert.match(page.text, /Guide/);
  assert.doesNotMatch(page.text, /E-tjänst \(|XGov/);
  const begun = await lead.send(page, '/nytt-verk', { kind: 'guide', name: 'Vår rutin' });
  assert.match(begun.address, /\/verk\/var-rutin\/anpassa/);
  const at = `${works}/var-rutin`;
  assert.equal((await lead.open(`${at}/anpassa?element=.`)).status, 200);
  assert.match((await lead.open(at)).html, /href="[^"]*anpassa"/);
  assert.match((await lead.open(works)).text, /Skapa ett nytt verk/);
});

test('one that is shared is adopted, filled in, read, changed and proposed', async () => {
  const lead = kommons.visitor(who);
  const shared = await lead.open('/bibliotek/delad');
  await lead.send(shared, '/infor', {});
  const client = kommons.client.as(who);
  const base = '/api/v1/organisations/skara/works/delad';
  const got = await client.ask('PUT', `${base}/settings`, {
    number: 1,
    values: { 'support-phone': '08-465 004 20' },
  });
  assert.equal(got.status, 200, JSON.stringify(got.body));
  const use = await lead.send(await lead.open(`${works}/delad`), '/ta-i-bruk');
  assert.match(use.text, /I bruk: er version 1/);
  const edited = await client.ask('POST', `${base}/draft`, {
    revision: null,
    commands: [{ do: 'set', path: 'summary/sv', value: 'Så gör vi här.' }],
  });
  assert.equal(edited.status, 200);
  assert.match((await lead.open('/arbete/skara/guider/delad')).html, /\/verk\/delad\/anpassa/);
});

const shut: readonly (readonly ['GET' | 'POST', string, Readonly<Record<string, string>>?])[] = [
  ['GET', `${works}/skolskjuts/anpassa`],
  ['POST', `${works}/skolskjuts/anpassa`, { element: '.', revision: '' }],
  ['POST', `${works}/skolskjuts/ta-i-bruk`],
  ['POST', `${works}/skolskjuts/uppgifter`],
  ['GET', `${works}/skolskjuts/publicera`],
  ['POST', `${works}/skolskjuts/publicera`],
  ['POST', `${works}/felanmalan/infor`],
  ['GET', `${works}/finns-inte/anpassa`],
  ['POST', '/arbete/skara/aviseringar/lasta', { id: 'alla' }],
  ['GET', `${works}/skolskjuts/anpassa/word`],
];
for (const [method, address, body] of shut) {
  test(`${method} ${address} is not there`, async () => {
    assert.equal((await kommons.visitor(who).raw(method, address, body)).status, 404);
  });
}

test('of other kinds nothing is begun, by page or by API, and what there is to do with them is a colleague’s', async () => {
  const lead = kommons.visitor(who);
  const page = await lead.open('/arbete/skara/nytt-verk');
  const refused = await lead.send(page, '/nytt-verk', { kind: 'e-service', name: 'En tjänst' });
  assert.equal(refused.status, 422);
  const definition = { ...JSON.parse(JSON.stringify(await readContent('felanmalan'))), id: 'en-tjanst' };
  const base = '/api/v1/organisations/skara/works';
  const client = kommons.client.as(who);
  assert.equal((await client.ask('POST', base, { definition, message: 'A' })).status, 404);
  const fromFile = await lead.raw('POST', '/arbete/skara/nytt-verk', {
    definition: JSON.stringify(definition),
    id: 'en-tjanst',
  });
  assert.equal(fromFile.status, 422);
  assert.match(fromFile.body, /gör en kollega/);
  for (const [method, path, body] of [
    ['POST', 'skolskjuts/in-use', {}],
    ['POST', 'skolskjuts/draft', { revision: null, commands: [] }],
    ['GET', 'skolskjuts/draft', undefined],
    ['POST', 'felanmalan/adoption', { from: 'sundsvall', number: 1 }],
  ] as const)
    assert.equal((await client.ask(method, `${base}/${path}`, body)).status, 404, path);
  const variant = await lead.open(`${works}/skolskjuts`);
  assert.doesNotMatch(variant.html, /href="[^"]*\/(?:anpassa|publicera|ta-i-bruk)"/);
  assert.match((await lead.open(works)).text, /Väntar på en kollega .*[Ss]kolskjuts/);
  assert.doesNotMatch((await lead.open('/bibliotek/felanmalan')).html, /\/infor"/);
});
