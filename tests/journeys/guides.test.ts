import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import { findDemoPerson } from '../../src/modules/identity/demo/index.ts';
import { grantMandate, sessionCookie } from '../../src/modules/identity/index.ts';
import { saveSession } from '../../src/modules/identity/sessions/store.ts';
import type { Command } from '../../src/modules/commons/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { smallGuide } from '../support/small-guide.ts';
import type { Visitor } from '../support/visitor.ts';
import { waitFor } from '../support/wait.ts';
import { designer } from '../world/works.ts';

/*
 * A guide that a network has written and two municipalities have adapted, read without scripts. A member of staff
 * reads it in Skara, moves to Hjo, and is told of the three things that differ. Each test goes on from the one before.
 */

const work = 'journalforing';
const inSkara = `/arbete/skara/guider/${work}`;
const inHjo = `/arbete/hjo/guider/${work}`;

let kommons: TestApp;
let mover: Visitor;

const fillSlot = (text: string, id: string): Command => ({
  do: 'add',
  list: 'sections/skriva/steps/anteckna/blocks/anteckna-hos-oss/blocks',
  after: null,
  element: { id, type: 'text', text: { sv: text, en: text } },
});

const ownStep: Command = {
  do: 'add',
  list: 'sections/grunder/steps',
  after: 'sekretess',
  element: {
    id: 'hjo-reservrutin',
    title: { sv: 'När systemet ligger nere', en: 'When the system is down' },
    blocks: [
      {
        id: 'hjo-reserv-text',
        type: 'text',
        text: { sv: 'Skriv på blanketten i pärmen.', en: 'Write on the form in the binder.' },
      },
    ],
  },
};

/** Everything that runs has come to lists and search. */
async function settled(): Promise<void> {
  for (const organisation of ['skara', 'hjo', 'gvs12']) {
    const waiting = () =>
      kommons.database.db.transaction({ organisation, person: null }, (tx) =>
        tx.selectFrom('platform.outbox').select('id').where('delivered_at', 'is', null).execute(),
      );
    await waitFor(async () => (await waiting()).length === 0, 10_000);
  }
}

async function moverWithSession(): Promise<Visitor> {
  const person = findDemoPerson('case-worker@skara');
  assert.ok(person);
  const secret = kommons.ground.newSecret();
  const at = kommons.clock.now;
  const { db } = kommons.database;
  await db.transaction({ organisation: 'hjo', person: null }, (tx) =>
    grantMandate(tx, {
      organisation: 'hjo',
      person: person.id,
      role: 'case-worker',
      unit: null,
      label: 'Handläggare, Hjo',
      from: at,
      until: null,
    }),
  );
  await db.transaction({ organisation: null, person: person.id }, (tx) =>
    saveSession(tx, {
      id: kommons.ground.newId(),
      secret,
      person: person.id,
      method: 'none',
      acr: null,
      workingFor: 'skara',
      at,
    }),
  );
  return kommons.visitor({ cookie: `${sessionCookie}=${secret}` });
}

before(async () => {
  kommons = await testApp({ work: true });
  const { client } = kommons;
  const network = designer(client, 'gvs12');
  await network.create(smallGuide, 'Första versionen.');
  await network.publish(work, { kind: 'everyone' }, 'Första versionen.');
  for (const organisation of ['skara', 'hjo']) {
    await designer(client, organisation).adopt(work, 'gvs12');
  }
  const skara = designer(client, 'skara');
  await skara.fill(work, { 'support-phone': '08-465 004 21' });
  await skara.edit(work, [fillSlot('Enhetschefen läser.', 'skara-laser')], 'Skrev in vem som läser.');
  await skara.use(work);
  const hjo = designer(client, 'hjo');
  await hjo.fill(work, { 'support-phone': '08-465 004 22' });
  await hjo.edit(work, [fillSlot('Metodhandledaren läser.', 'hjo-laser'), ownStep], 'Vår rutin.');
  await hjo.use(work);
  await settled();
  mover = await moverWithSession();
});
after(() => kommons.close());

test('the guides of the municipality are listed, unread', async () => {
  const list = await mover.open('/arbete/skara/guider');
  assert.equal(list.status, 200);
  assert.match(list.text, /Föra journal/);
  assert.match(list.text, /0 av 5 steg lästa/);
  assert.match(list.html, /aria-current="page"[^>]*>Guider/);
});

test('a guide begins with what it holds: sections and steps, and where to begin', async () => {
  const guide = await mover.open(inSkara);
  assert.match(guide.text, /Så dokumenterar vi i akten\./);
  assert.match(
    guide.text,
    /Grunder 1 Logga in \(inte läst\) 2 Sekretess \(inte läst\) Skriva 1 Skriv en anteckning/,
  );
  assert.match(guide.text, /GVS12[^.]*, version 1/);
  assert.match(guide.html, /Börja: Logga in/);
  assert.doesNotMatch(guide.text, /om kortet är spärrat/, 'the text stands in the steps');
});

test('on one page it reads as one text, with the municipality’s own fact and slot in it', async () => {
  const guide = await mover.open(`${inSkara}/utskrift`);
  assert.match(guide.text, /Ring 08-465 004 21 om kortet är spärrat/);
  assert.match(guide.text, /Lokalt, Skara Så gör vi hos oss Enhetschefen läser\./);
  assert.doesNotMatch(guide.text, /Skriv vem som läser anteckningen/, 'the prompt is for those who write');
});

test('going on marks each step as read, and leads to the next by its name', async () => {
  let page = await mover.open(`${inSkara}/steg/logga-in`);
  assert.match(page.text, /Grunder, steg 1 av 2, 5 minuter Logga in/);
  assert.match(page.text, /Nästa: Sekretess/);
  page = await mover.send(page, '/steg/logga-in');
  assert.match(page.text, /Grunder, steg 2 av 2 Sekretess/);
  assert.match(page.text, /Logga in \(läst\)/);
  page = await mover.send(page, '/steg/sekretess');
  assert.match(page.text, /Skriv en anteckning/);
  await mover.send(page, '/steg/anteckna');
});

test('the last place is remembered', async () => {
  await mover.open(`${inSkara}/steg/ratta`);
  assert.match((await mover.open(inSkara)).text, /Fortsätt där du var: Rätta ett fel/);
  assert.match(
    (await mover.open('/arbete/skara/guider')).text,
    /Fortsätt där du var Rätta ett fel i Föra journal/,
  );
});

test('what is read through is begun anew, and not gone on with', async () => {
  const page = await mover.send(await mover.open(`${inSkara}/steg/ratta`), '/steg/ratta');
  const done = await mover.send(page, '/steg/prova-dig');
  assert.equal(done.address, inSkara);
  assert.match(done.text, /Allt läst/);
  assert.match(done.text, /Läs igen: Logga in/);
  assert.doesNotMatch((await mover.open('/arbete/skara/guider')).text, /Fortsätt där du var/);
});

test('a quiz that is borrowed leads to where it is taken', async () => {
  const skara = designer(kommons.client, 'skara');
  const title = { sv: 'Lånat', en: 'Borrowed' };
  const blocks = [{ id: 'lanat-prov', type: 'reuse', work, block: 'prov' }];
  const sections = [{ id: 'lanat', title, steps: [{ id: 'lanat-steg', title, blocks }] }];
  await skara.create({ ...smallGuide, id: 'lanad', title, parameters: [], sections }, 'Första versionen.');
  await skara.use('lanad');
  const step = await mover.open('/arbete/skara/guider/lanad/steg/lanat-steg');
  assert.match(step.html, new RegExp(`href="${inSkara}/steg/prova-dig#prov"`, 'u'));
  assert.doesNotMatch(step.html, /action="[^"]*\/prov\//u);
});

test('what was changed while it was read is shown before it counts as read', async () => {
  const step = '/arbete/skara/guider/lanad/steg/lanat-steg';
  const page = await mover.open(step);
  const early = page.html.replace(/name="met" value="[^"]*"/u, 'name="met" value="0123456789abcdef"');
  const again = await mover.send({ ...page, html: early }, '/steg/lanat-steg');
  assert.match(again.text, /Texten har ändrats medan du läste/u);
  const list = await mover.open('/arbete/skara/guider/lanad');
  assert.match(list.text, /Lånat \(inte läst\)/u);
  assert.equal((await mover.send(again, '/steg/lanat-steg')).address, '/arbete/skara/guider/lanad');
});

test('a question is answered with feedback, and nothing is kept', async () => {
  const wrong = await mover.open(`${inSkara}/steg/sekretess?s.sekretess-fraga=ja`);
  assert.match(wrong.text, /Inte riktigt\. Nej, bara om du arbetar med ärendet/);
  assert.match((await mover.open(`${inSkara}/steg/sekretess?s.sekretess-fraga=nej`)).text, /Rätt\. Just det/);
  assert.doesNotMatch((await mover.open(`${inSkara}/steg/sekretess`)).text, /Just det/);
});

test('a quiz is passed with enough right answers, and only that is kept', async () => {
  const step = await mover.open(`${inSkara}/steg/prova-dig`);
  const failed = await mover.send(step, '/prov/prov#prov', {
    's.prov-1': 'prov-1-a',
    's.prov-2': 'prov-2-a',
  });
  assert.match(failed.text, /1 av 2 rätt\. Det behövs 2 rätt/);
  assert.doesNotMatch(failed.address, /prov-1-a/);
  assert.doesNotMatch((await mover.open(`${inSkara}/steg/prova-dig`)).text, /Godkänd/);
  const again = await mover.open(`${inSkara}/steg/prova-dig`);
  const passed = await mover.send(again, '/prov/prov#prov', {
    's.prov-1': 'prov-1-a',
    's.prov-2': 'prov-2-b',
  });
  assert.match(passed.text, /2 av 2 rätt\. Du är godkänd/);
  assert.match((await mover.open(`${inSkara}/steg/prova-dig`)).text, /Godkänd 23 november 2026/);
});

test('whoever moves to Hjo finds the same basics ticked off, and the three things that differ', async () => {
  const list = await mover.open('/arbete/hjo/guider');
  assert.match(list.text, /5 av 6 steg lästa/);
  assert.match(list.text, /2 steg ändrade/);
  const guide = await mover.open(inHjo);
  assert.match(guide.text, /Tre saker skiljer Hjo från Skara/);
  assert.match(guide.text, /Telefon till supporten: 08-465 004 22 i Logga in annan uppgift/);
  assert.match(guide.text, /När systemet ligger nere eget steg/);
  assert.match(guide.text, /Så gör vi hos oss i Skriv en anteckning ändrat/);
  for (const step of ['Logga in', 'Sekretess', 'Skriv en anteckning', 'Rätta ett fel', 'Pröva dig själv']) {
    assert.match(guide.text, new RegExp(`${step} \\(läst\\)`));
  }
  assert.match(guide.text, /När systemet ligger nere \(inte läst\)/);
  const step = await mover.open(`${inHjo}/steg/anteckna`);
  assert.match(step.text, /Ändrat sedan du läste Så gör vi hos oss Metodhandledaren läser/);
});

test('what has been read again in Hjo no longer differs', async () => {
  for (const step of ['logga-in', 'hjo-reservrutin', 'anteckna']) {
    await mover.send(await mover.open(`${inHjo}/steg/${step}`), `/steg/${step}`);
  }
  const guide = await mover.open(inHjo);
  assert.doesNotMatch(guide.text, /skiljer Hjo från/);
  assert.match(guide.text, /Allt läst/);
});

test('a colleague in Hjo has read nothing, and sees nothing of what others have read', async () => {
  const colleague = kommons.visitor('training-lead@hjo');
  const guide = await colleague.open(inHjo);
  assert.match(guide.text, /0 av 6 steg lästa/);
  assert.doesNotMatch(guide.text, /skiljer/);
});

test('when the network changes a text, those who have read it are told, and those who had not are not', async () => {
  const network = designer(kommons.client, 'gvs12');
  const path = 'sections/skriva/steps/ratta/blocks/ratta-text/text/sv';
  await network.edit(
    work,
    [{ do: 'set', path, value: 'Stryk aldrig över. Gör en ny anteckning samma dag.' }],
    'Tydligare.',
  );
  await network.publish(work, { kind: 'everyone' }, 'Tydligare.');
  await designer(kommons.client, 'hjo').update(work, { takeInUse: true });
  await settled();
  const guide = await mover.open(inHjo);
  assert.match(guide.text, /Ändrat sedan du läste: en sak/);
  assert.match(guide.text, /Rätta ett fel \(ändrat sedan du läste\)/);
  const chosen = await mover.open('/arbete/hjo/guider?visa=andrade');
  assert.match(chosen.text, /Föra journal/);
  assert.match(chosen.text, /1 steg ändrat/);
});

test('a search lands on the block, with the words marked', async () => {
  const found = await mover.open('/arbete/hjo/guider?sok=metodhandledarna');
  assert.match(found.html, /steg\/anteckna#anteckna-hos-oss/);
  assert.match(found.html, /<mark>Metodhandledaren<\/mark>/);
  const other = await mover.open('/arbete/hjo/guider?sok=enhetschefen');
  assert.match(
    other.text,
    /Ingen guide säger något om ”enhetschefen”/,
    'what Skara has written is not Hjo’s',
  );
  assert.match((await mover.open('/arbete/hjo/guider?sok=journla')).text, /Menade du journal/);
});

test('only those who write see an empty slot, with the way to fill it', async () => {
  const network = kommons.visitor('designer@gvs12');
  await designer(kommons.client, 'gvs12').fill(work, { 'support-phone': '08-465 004 20' });
  await designer(kommons.client, 'gvs12').use(work);
  const page = await network.open(`/arbete/gvs12/guider/${work}/steg/anteckna`);
  assert.match(page.text, /Skriv vem som läser anteckningen/);
  assert.match(page.html, /verk\/journalforing\/anpassa\?element=anteckna-hos-oss/);
  const reader = await kommons
    .visitor('case-worker@gvs12')
    .open(`/arbete/gvs12/guider/${work}/steg/anteckna`);
  assert.doesNotMatch(reader.text, /Skriv vem som läser/);
});

test('a guide for staff is not there for others', async () => {
  const anybody = kommons.visitor(null);
  for (const address of [`/k/hjo/guider/${work}`, `/k/hjo/guider/${work}/steg/logga-in`]) {
    assert.equal((await anybody.open(address)).status, 404);
  }
  assert.doesNotMatch((await anybody.open('/k/hjo')).text, /Guider/);
  const none = await anybody.open('/k/hjo/guider');
  assert.match(none.text, /Vi har inga öppna guider än.*Till startsidan/);
  assert.doesNotMatch(none.html, /name="sok"/);
  assert.equal((await mover.open(`/arbete/lidkoping/guider/${work}`)).status, 404);
});

test('a guide for everyone is read on the public site without signing in, in English too', async () => {
  const network = designer(kommons.client, 'gvs12');
  await network.edit(work, [{ do: 'set', path: 'readers', value: 'everyone' }], 'Öppen.');
  await network.publish(work, { kind: 'everyone' }, 'Öppen för alla.');
  await designer(kommons.client, 'hjo').update(work, { takeInUse: true });
  await settled();
  const anybody = kommons.visitor(null);
  // Visitors may see what the place was two seconds ago.
  kommons.clock.now = new Date(kommons.clock.now.getTime() + 3000);
  assert.match((await anybody.open('/k/hjo')).html, /href="\/k\/hjo\/guider"/);
  assert.match((await anybody.open('/k/hjo/guider')).text, /Föra journal/);
  const step = await anybody.open(`/en/k/hjo/guider/${work}/steg/logga-in`);
  assert.match(step.text, /Basics, step 1 of 3, 5 minutes Sign in/);
  assert.match(step.html, /href="\/en\/k\/hjo\/guider\/journalforing\/steg\/sekretess"[^>]*>Next: Secrecy/);
  const quiz = await anybody.open(
    `/k/hjo/guider/${work}/steg/prova-dig?prov=prov&s.prov-1=prov-1-a&s.prov-2=prov-2-b`,
  );
  assert.match(quiz.text, /Du är godkänd/);
  assert.match(
    (await anybody.open('/k/hjo/guider?sok=tjänstekort')).html,
    /\/k\/hjo\/guider\/journalforing\/steg\/logga-in#in-text/,
  );
  assert.doesNotMatch((await anybody.open(`/k/hjo/guider/${work}/steg/anteckna`)).html, /anpassa/);
});

test('the same by the API: the guide with whose each block is, the search, what one has read', async () => {
  const Details = z.object({
    upstream: z.object({ organisation: z.string(), number: z.number() }).nullable(),
    sections: z.array(
      z.object({
        steps: z.array(
          z.object({
            id: z.string(),
            origin: z.string(),
            blocks: z.array(z.looseObject({ id: z.string(), origin: z.string() })),
          }),
        ),
      }),
    ),
  });
  const Reading = z.object({
    place: z.string().nullable(),
    steps: z.array(z.object({ id: z.string(), state: z.string(), readIn: z.string().nullable() })),
  });
  const at = '/api/v1/organisations/hjo/guides';
  const worker = kommons.client.as('case-worker@hjo');
  const guide = Details.parse(await worker.get(`${at}/${work}`));
  assert.deepEqual(guide.upstream, { organisation: 'gvs12', number: 3 });
  const steps = guide.sections.flatMap((section) => section.steps);
  const origins = new Map(steps.flatMap((step) => step.blocks.map((block) => [block.id, block.origin])));
  assert.equal(origins.get('in-text'), 'shared');
  assert.equal(origins.get('anteckna-hos-oss'), 'adapted');
  assert.equal(origins.get('hjo-reserv-text'), 'local');
  assert.match(JSON.stringify(steps[0]?.blocks), /Ring 08-465 004 22 om/);

  const before = Reading.parse(await worker.get(`${at}/${work}/reading`));
  assert.ok(before.steps.every((step) => step.state === 'unread'));
  const once = Reading.parse(await worker.put(`${at}/${work}/reading/ratta`, {}));
  const twice = Reading.parse(await worker.put(`${at}/${work}/reading/ratta`, {}));
  for (const { steps: read } of [once, twice]) {
    assert.deepEqual(
      read.filter((step) => step.state === 'read'),
      [{ id: 'ratta', state: 'read', readIn: 'hjo' }],
    );
  }
  assert.equal((await worker.ask('PUT', `${at}/${work}/reading/finns-inte`, {})).status, 404);
  assert.equal(
    (await worker.ask('PUT', `/api/v1/organisations/skara/guides/${work}/reading/ratta`, {})).status,
    404,
  );

  const citizen = kommons.client.as('citizen@hjo');
  const Found = z.object({ total: z.number(), finds: z.array(z.object({ address: z.string() })) });
  const found = Found.parse(await citizen.get('/api/v1/organisations/hjo/guide-search?q=tjänstekort'));
  assert.deepEqual(found, { total: 1, finds: [{ address: `/k/hjo/guider/${work}/steg/logga-in#in-text` }] });
  const closed = Found.parse(await citizen.get('/api/v1/organisations/skara/guide-search?q=tjänstekort'));
  assert.equal(closed.total, 0, 'Skara still has the version for staff');
  assert.equal((await citizen.ask('GET', `/api/v1/organisations/skara/guides/${work}`)).status, 404);
});
