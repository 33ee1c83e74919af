import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import type { Command } from '../../src/modules/commons/index.ts';
import { smallService } from '../proofs/small-service.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { smallGuide } from '../support/small-guide.ts';
import type { Visitor } from '../support/visitor.ts';
import { waitFor } from '../support/wait.ts';
import { designer } from '../world/works.ts';

/* Help in the midst of a task: in one's own municipality's version, on the page where the task is done. */

const work = 'journalforing';
const system = 'system:verksamhetssystem/anteckna';

let kommons: TestApp;

const fillSlot = (text: string): Command => ({
  do: 'add',
  list: 'sections/skriva/steps/anteckna/blocks/anteckna-hos-oss/blocks',
  after: null,
  element: { id: 'hos-oss', type: 'text', text: { sv: text, en: text } },
});

const forCitizens = {
  kommons: 'definition/1',
  kind: 'guide',
  id: 'anmal-ratt',
  languages: ['sv'],
  title: { sv: 'Anmäl rätt' },
  readers: 'everyone',
  sections: [
    {
      id: 'anmal',
      title: { sv: 'Anmäl' },
      steps: [
        {
          id: 'beskriv',
          title: { sv: 'Beskriv felet' },
          blocks: [
            { id: 'vad', type: 'text', text: { sv: 'Skriv vad som är trasigt.' }, tasks: ['form:prov/vad'] },
            { id: 'annat', type: 'text', text: { sv: 'Något annat.' } },
          ],
        },
      ],
    },
  ],
};

/** The small guide, where writing a note helps with the list of works and with another system. */
const withTasks = {
  ...smallGuide,
  sections: smallGuide.sections.map((section) => ({
    ...section,
    steps: section.steps.map((step) =>
      step.id === 'anteckna' ? { ...step, tasks: ['page:/arbete/:organisation/verk', system] } : step,
    ),
  })),
};

async function delivered(): Promise<void> {
  for (const organisation of ['skara', 'hjo', 'gvs12']) {
    const waiting = () =>
      kommons.database.db.transaction({ organisation, person: null }, (tx) =>
        tx.selectFrom('platform.outbox').select('id').where('delivered_at', 'is', null).execute(),
      );
    await waitFor(async () => (await waiting()).length === 0, 10_000);
  }
}

before(async () => {
  kommons = await testApp({ work: true });
  const { client } = kommons;
  const network = designer(client, 'gvs12');
  await network.create(withTasks, 'Första versionen.');
  await network.publish(work, { kind: 'everyone' }, 'Första versionen.');
  for (const [organisation, text] of [
    ['skara', 'Enhetschefen i Skara läser.'],
    ['hjo', 'Metodhandledaren i Hjo läser.'],
  ] as const) {
    const own = designer(client, organisation);
    await own.adopt(work, 'gvs12');
    await own.fill(work, { 'support-phone': '08-465 004 21' });
    await own.edit(work, [fillSlot(text)], 'Vem som läser.');
    await own.use(work);
  }
  const skara = designer(client, 'skara');
  await skara.create(forCitizens, 'Första versionen.');
  await skara.use('anmal-ratt');
  await skara.create(smallService({ id: 'prov', prefix: 'PRV' }), 'Första versionen.');
  await skara.fill('prov', { namnd: 'Provnämnden' });
  await skara.use('prov');
  await delivered();
});
after(() => kommons.close());

/** The address of the panel that a page offers, or null. */
async function offered(visitor: Visitor, address: string): Promise<string | null> {
  const { html, status } = await visitor.open(address);
  assert.equal(status, 200);
  const found = /<iframe src="([^"]+)" title="Så gör vi"/.exec(html)?.[1] ?? null;
  return found === null ? null : found.replaceAll('&amp;', '&');
}

test('a page offers help in the municipality’s own version', async () => {
  for (const [organisation, own, others] of [
    ['skara', /Enhetschefen i Skara läser/, /Hjo läser/],
    ['hjo', /Metodhandledaren i Hjo läser/, /Skara läser/],
  ] as const) {
    const visitor = kommons.visitor(`designer@${organisation}`);
    const to = await offered(visitor, `/arbete/${organisation}/verk`);
    assert.ok(to);
    const panel = await visitor.open(to);
    assert.match(panel.text, /Skriv en anteckning/);
    assert.match(panel.text, own);
    assert.doesNotMatch(panel.text, others);
    assert.match(panel.html, /<base target="_blank"/);
    assert.doesNotMatch(panel.html, /<iframe/, 'a panel offers no panel');
  }
});

test('whoever has no version of their own gets Kommons’s manual, and the way to take it in', async () => {
  const visitor = kommons.visitor('designer@timra');
  const to = await offered(visitor, '/arbete/timra/verk');
  assert.ok(to);
  const panel = await visitor.open(to);
  assert.match(panel.text, /Se organisationens verk/);
  assert.match(panel.text, /Er kommun har ingen egen version/);
  assert.match(panel.text, /Inför den hos er/);
  assert.doesNotMatch(panel.text, /\{[a-z-]+\}/, 'a fact that is not filled in is named');
});

test('a citizen’s question offers the block that helps with it, and no other', async () => {
  const anybody = kommons.visitor(null);
  const { draft } = z
    .object({ draft: z.string() })
    .parse(
      await kommons.client.as('citizen:1@skara').post('/api/v1/organisations/skara/services/prov/drafts'),
    );
  const citizen = kommons.visitor('citizen:1@skara');
  const to = await offered(citizen, `/k/skara/tjanster/prov/utkast/${draft}/anmalan`);
  assert.ok(to);
  const panel = await anybody.open(to);
  assert.match(panel.text, /Beskriv felet Skriv vad som är trasigt\./);
  assert.doesNotMatch(panel.text, /Något annat/);
});

test('what is for staff is not read outside, and what is for everyone may stand in any page', async () => {
  const anybody = kommons.visitor(null);
  const query = `?uppgift=${encodeURIComponent(system)}`;
  const atWork = await anybody.raw('GET', `/arbete/skara/sa-gor-vi${query}`);
  assert.equal(atWork.status, 303);
  const open = await anybody.raw('GET', `/k/skara/sa-gor-vi${query}`);
  assert.match(open.body, /Här finns ingen hjälp/);
  assert.match(String(open.headers['content-security-policy']), /frame-ancestors \*/);
  assert.equal(open.headers['x-frame-options'], undefined);
  const own = await kommons.visitor('case-worker@skara').raw('GET', `/arbete/skara/sa-gor-vi${query}`);
  assert.match(own.body, /Enhetschefen i Skara läser/);
  assert.match(String(own.headers['content-security-policy']), /frame-ancestors 'self'/);
  const page = await anybody.raw('GET', '/k/skara');
  assert.match(String(page.headers['content-security-policy']), /frame-ancestors 'none'/);
});

test('another system asks the API by its own tasks', async () => {
  const address = `/api/v1/organisations/skara/support?tasks=${encodeURIComponent(system)}`;
  const Helps = z.object({
    helps: z.array(
      z.looseObject({ step: z.string(), blocks: z.array(z.looseObject({ origin: z.string() })) }),
    ),
  });
  const staff = Helps.parse(await kommons.client.as('case-worker@skara').get(address));
  assert.deepEqual(
    staff.helps.map(({ step, blocks }) => [step, blocks.map(({ origin }) => origin)]),
    [['anteckna', ['shared', 'adapted']]],
  );
  const citizen = Helps.parse(await kommons.client.as('citizen:1@skara').get(address));
  assert.deepEqual(citizen.helps, []);
});

test('a step that is hidden offers nothing, not even the manual’s', async () => {
  const hjo = designer(kommons.client, 'hjo');
  const hide: Command = { do: 'set', path: 'sections/skriva/steps/anteckna/hidden', value: true };
  await hjo.edit(work, [hide], 'Vi skriver inte här.');
  await hjo.use(work);
  await delivered();
  kommons.clock.now = new Date(kommons.clock.now.getTime() + 20_000);
  const visitor = kommons.visitor('designer@hjo');
  const to = await offered(visitor, '/arbete/hjo/verk');
  assert.ok(to, 'the manual helps, since the page is Kommons’s own');
  assert.doesNotMatch((await visitor.open(to)).text, /Skriv en anteckning/);
});
