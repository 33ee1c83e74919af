import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testApp, type TestApp } from '../support/app.ts';
import { waitFor } from '../support/wait.ts';
import { apply, schoolTransport } from '../world/citizens.ts';
import { localFacts } from '../world/story.ts';
import { designer, readContent } from '../world/works.ts';

/*
 * Somebody applies in English at a municipality that works in Swedish: each reads in their own language what the
 * service says, and what a person wrote stays as it was written. Each test goes on from the one before.
 */

const work = 'skolskjuts';
const written = 'The road has no pavement.';

let kommons: TestApp;
let sent: { readonly id: string; readonly number: string };

before(async () => {
  kommons = await testApp({ work: true });
  const owner = designer(kommons.client, 'sundsvall');
  await owner.create(await readContent(work), 'Första versionen.');
  await owner.fill(work, localFacts.sundsvall);
  await owner.use(work);
  const trip = { child: 'Alva', school: 'Ålands skola', year: 3, kilometres: 2.4, from: '2027-01-11' };
  sent = await apply(
    kommons.client,
    { citizen: 'citizen@sundsvall', organisation: 'sundsvall', work, language: 'en' },
    schoolTransport({ ...trip, traffic: written }),
  );
});
after(() => kommons.close());

const atWork = (language: '' | '/en' = ''): string => `${language}/arbete/sundsvall/arenden/${sent.id}`;
const own = (language: '' | '/en' = ''): string => `${language}/k/sundsvall/mina-arenden/${sent.id}`;

test('the case worker reads questions and options in Swedish, and what was written as it was', async () => {
  const worker = kommons.visitor('case-worker@sundsvall');
  const page = await worker.open(atWork());
  assert.match(page.text, /Skolskjuts: grundskola/);
  assert.match(
    page.html,
    /<nav class="ds-breadcrumbs"[^>]*><ol><li><a[^>]*href="\/arbete\/sundsvall\/arenden"/,
  );
  assert.match(page.text, /Hur lång är vägen till skolan\? 2,4.kilometer/);
  assert.match(page.text, /Bor barnet växelvis.*? Nej/);
  assert.ok(page.text.includes(written));
  assert.doesNotMatch(page.text, /How long is the way|Compulsory school/);
  assert.match(page.text, /Språk Engelska, också i brev och beslut/);
  const english = await worker.open(atWork('/en'));
  assert.match(english.text, /How long is the way to school\? 2\.4.kilometres/);
  assert.match((await worker.open('/arbete/sundsvall/arenden?vy=all')).text, /Skolskjuts: grundskola/);
  assert.match(
    (await worker.open('/arbete/sundsvall/arenden?vy=all&q=compulsory')).text,
    /Skolskjuts: grund/,
  );
});

test('the applicant reads in the language of the page', async () => {
  const citizen = kommons.visitor('citizen@sundsvall');
  assert.match((await citizen.open(own('/en'))).text, /How long is the way to school\? 2\.4.kilometres/);
  assert.match((await citizen.open(own())).text, /Hur lång är vägen till skolan\? 2,4.kilometer/);
});

test('receipt and decision are in the language that was applied in, whoever opens them', async () => {
  for (const [who, address] of [
    ['citizen@sundsvall', `${own()}/kvittens.pdf`],
    ['case-worker@sundsvall', `${atWork()}/kvittens.pdf`],
  ] as const) {
    const paper = await kommons.visitor(who).raw('GET', address);
    assert.equal(paper.status, 200);
    assert.match(paper.body, /\/Lang ?\(en/, `${who} gets an English receipt`);
  }
  const worker = kommons.client.as('case-worker@sundsvall');
  const at = `/api/v1/organisations/sundsvall/cases/${sent.id}`;
  await worker.post(`${at}/step`, { state: 'utredning' });
  await worker.post(`${at}/decision`, { choice: 'bevilja', reasons: '' });
  const paper = await kommons.visitor('case-worker@sundsvall').raw('GET', `${atWork()}/beslut.pdf`);
  assert.match(paper.body, /\/Lang ?\(en/);
});

test('the history names steps and decisions in the language of the page', async () => {
  const citizen = kommons.visitor('citizen@sundsvall');
  assert.match((await citizen.open(own('/en'))).text, /New step: Investigation/);
  assert.match((await citizen.open(own())).text, /Nytt steg: Utredning/);
  const worker = kommons.visitor('case-worker@sundsvall');
  assert.match((await worker.open(atWork('/en'))).text, /Decision: Grant|Decided: Grant/);
  assert.match((await worker.open(atWork())).text, /Bevilja/);
});

const letters = async (): Promise<string> => (await kommons.visitor(null).open('/brevlada')).text;

test('letters are in the language that was applied in', async () => {
  await waitFor(async () => /has been decided/.test(await letters()));
  const text = await letters();
  assert.match(text, new RegExp(`We have received your case: School transport, ${sent.number}, Sundsvall`));
  assert.doesNotMatch(text, /Vi har tagit emot|ärende är beslutat/);
});
