import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import { testApp, type TestApp } from '../support/app.ts';
import { apply, schoolTransport } from '../world/citizens.ts';
import { localFacts } from '../world/story.ts';
import { designer, readContent } from '../world/works.ts';

/* School transport as those meet it who apply, who decide, and who look it through before it is in use. */

let kommons: TestApp;
const service = '/k/harnosand/tjanster/skolskjuts';
const work = '/arbete/harnosand/verk/skolskjuts';
const visitor = (who: string) => kommons.visitor(who);

before(async () => {
  kommons = await testApp();
  const owner = designer(kommons.client, 'harnosand');
  await owner.create(await readContent('skolskjuts'), 'Första versionen.');
});
after(() => kommons.close());

test('before the facts are filled in, the preview names what is missing and leads back', async () => {
  const preview = await visitor('designer@harnosand').open(`${work}/prova?utkast=ja`);
  assert.equal(preview.status, 404, 'there is no draft yet');
  const { text, html } = await visitor('designer@harnosand').open(`${work}/prova`);
  assert.match(text, /ansök senast \[Sista dag att ansöka inför höstterminen: inte ifyllt\]/);
  assert.match(text, /minst 2 kilometer till och med årskurs 3/);
  assert.match(text, /\[Länk till kommunens regler: inte ifyllt\]/);
  assert.doesNotMatch(text, /\{|Läs kommunens regler/);
  assert.match(html, new RegExp(`href="${work}"`));
});

test('what is filled in is shown as the applicant reads it, and a time with what it leads to', async () => {
  const owner = designer(kommons.client, 'harnosand');
  const rules = 'https://example.se/regler';
  await owner.fill('skolskjuts', { ...localFacts.harnosand, handlaggningstid: 28, regler: rules });
  await owner.use('skolskjuts');
  const { html } = await visitor('designer@harnosand').open(`${work}/prova`);
  assert.match(html, new RegExp(`<a href="${rules}">Läs kommunens regler för skolskjuts</a>`));
  const said = /”Högst 33 dagar”: 5 dagar i ”Inkommen” och 28 dagar i ”Utredning”/;
  assert.match((await visitor('designer@harnosand').open(work)).text, said);
  assert.match((await visitor('citizen@harnosand').open(service)).text, /Högst 33 dagar/);
});

test('from a draft the preview leads back to the draft, for whoever may change it', async () => {
  const editor = visitor('designer@harnosand');
  const commands = [{ do: 'set', path: 'pages/resan/title/sv', value: 'Vägen till skolan' }];
  await kommons.client
    .as('designer@harnosand')
    .post('/api/v1/organisations/harnosand/works/skolskjuts/draft', { revision: null, commands });
  const preview = await editor.open(`${work}/prova?utkast=ja`);
  assert.match(preview.text, /Vägen till skolan/);
  assert.match(preview.html, new RegExp(`href="${work}/anpassa"`));
  const reader = await visitor('case-worker@harnosand').open(`${work}/prova?utkast=ja`);
  assert.doesNotMatch(reader.html, new RegExp(`href="${work}/anpassa"`));
});

test('who may not apply is told where it is answered, before all else is filled in', async () => {
  const citizen = visitor('citizen@harnosand');
  const first = await citizen.send(await citizen.open(service), '/utkast');
  assert.match(first.text, /Är du barnets vårdnadshavare\?/);
  const told = await citizen.send(first, '/vem', { vardnadshavare: 'false', _go: 'next' });
  assert.match(told.text, /Be barnets vårdnadshavare logga in och ansöka/);
  assert.match(told.html, /href="#vardnadshavare"/);
  const after = await citizen.send(told, '/vem', { vardnadshavare: 'true', _go: 'next' });
  assert.doesNotMatch(after.text, /Be barnets vårdnadshavare/);
  assert.match(after.text, /Skriv barnets namn|Svara på ”Barnets namn”/);
});

test('a text that an answer leads to is read before the next page', async () => {
  const citizen = visitor('citizen:2@harnosand');
  const begun = await citizen.send(await citizen.open(service), '/utkast');
  const draft = begun.address.replace(/\/vem$/u, '');
  const trip = { child: 'Barn', school: 'Exempelskolan', year: 2, kilometres: 4, from: '2027-01-11' };
  const id = draft.split('/').at(-1) ?? '';
  const { vem, skola, resan } = schoolTransport(trip);
  for (const [page, answers] of Object.entries({ vem, skola, resan })) {
    await kommons.client
      .as('citizen:2@harnosand')
      .put(`/api/v1/organisations/harnosand/drafts/${id}/pages/${page}`, { answers });
  }
  const home = { 'andra-adressen.street': 'Byvägen 2', 'andra-adressen.postalCode': '872 31' };
  const answers = {
    vaxelvis: 'true',
    ...home,
    'andra-adressen.town': 'Kramfors',
    'samma-kommun': 'false',
    boendeschema: 'Varannan vecka.',
    _go: 'next',
  };
  const asked = await citizen.send(await citizen.open(`${draft}/boende`), '/boende', {
    vaxelvis: 'true',
    _go: 'next',
  });
  assert.match(asked.text, /Ditt svar gav tre frågor till/);
  const told = await citizen.send(asked, '/boende', answers);
  assert.match(told.text, /Ditt svar gav något att läsa innan du fortsätter/);
  assert.match(told.text, /Vi prövar därför resorna från hemmet i vår kommun/);
  assert.match(told.html, /href="#utanfor-text"[\s\S]*id="utanfor-text"/);
  const next = await citizen.send(told, '/boende', { _go: 'next' });
  assert.match(next.address, /\/skal$/);
});

const Listed = z.object({
  total: z.number(),
  cases: z.array(z.object({ concerns: z.array(z.object({ id: z.string(), value: z.unknown() })) })),
});

test('cases are found by whom they concern, on the page and by the API', async () => {
  for (const [n, child] of ['Ett Exempel', 'Två Exempel'].entries()) {
    const trip = { child, school: 'Exempelskolan', year: 2, kilometres: 4, from: '2027-01-11' };
    const who = {
      citizen: `citizen:${String(n + 1)}@harnosand`,
      organisation: 'harnosand',
      work: 'skolskjuts',
    };
    await apply(kommons.client, who, schoolTransport(trip));
  }
  const worker = kommons.client.as('case-worker@harnosand');
  const found = async (query: string) =>
    Listed.parse(await worker.get(`/api/v1/organisations/harnosand/cases?${query}`));
  assert.equal((await found('concerns=exempel')).total, 2);
  assert.equal((await found('concerns=skj')).total, 0);
  const { total, cases } = await found('search=tv%C3%A5+ex');
  assert.equal(total, 1);
  assert.deepEqual(
    cases[0]?.concerns.map(({ value }) => value),
    ['Två Exempel'],
  );
  const page = await visitor('case-worker@harnosand').open('/arbete/harnosand/arenden?q=ett+ex');
  assert.match(page.text, /Ett Exempel/);
  assert.doesNotMatch(page.text, /Två Exempel/);
});

/** The decision on an application for a child that got its place in a way, as the applicant reads it. */
async function refused(citizen: string, skolval: string): Promise<string> {
  const trip = { child: 'Barn Exempel', school: 'Exempelskolan', year: 2, kilometres: 1, from: '2027-01-11' };
  const pages = schoolTransport(trip);
  const who = { citizen: `${citizen}@harnosand`, organisation: 'harnosand', work: 'skolskjuts' };
  const { id } = await apply(kommons.client, who, { ...pages, skola: { ...pages['skola'], skolval } });
  const worker = kommons.client.as('case-worker@harnosand');
  const at = `/api/v1/organisations/harnosand/cases/${id}`;
  await worker.post(`${at}/take`);
  await worker.post(`${at}/decision`, { choice: 'avsla', reasons: 'Vägen är kort.' });
  return (await visitor(`${citizen}@harnosand`).open(`/k/harnosand/mina-arenden/${id}`)).text;
}

test('a decision tells of the one way to appeal that there is from it', async () => {
  const placed = await refused('citizen:3', 'placerad');
  assert.match(placed, /Du kan överklaga beslutet till förvaltningsrätten/);
  assert.doesNotMatch(placed, /laglighetsprövning/);
  const chosen = await refused('citizen:4', 'fristaende');
  assert.match(chosen, /begära laglighetsprövning/);
  assert.doesNotMatch(chosen, /Skicka överklagandet till/);
});
