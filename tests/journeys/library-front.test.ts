import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { smallService } from '../proofs/small-service.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { designer } from '../world/works.ts';

/* What the library shows whoever comes to it and has asked for nothing: all that is for everybody, and what stands out. */

let kommons: TestApp;
const everyone = { kind: 'everyone' } as const;

async function share(organisation: string, id: string): Promise<void> {
  const owner = designer(kommons.client, organisation);
  const named = { ...smallService({ id, prefix: 'PRV' }), title: { sv: `Verk ${id}`, en: `Work ${id}` } };
  await owner.create(named, 'Första versionen.');
  await owner.fill(id, { namnd: 'Nämnden' });
  kommons.clock.now = new Date(kommons.clock.now.getTime() + 1000);
  await owner.publish(id, everyone, 'Första versionen.');
}

async function use(organisation: string, id: string): Promise<void> {
  const adopter = designer(kommons.client, organisation);
  await adopter.adopt(id, 'sundsvall');
  await adopter.fill(id, { namnd: 'Nämnden' });
  await adopter.use(id);
}

before(async () => {
  kommons = await testApp();
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) await share('sundsvall', id);
  const secret = designer(kommons.client, 'sundsvall');
  await secret.create(smallService({ id: 'hemlig', prefix: 'HEM' }), 'Första versionen.');
  await secret.fill('hemlig', { namnd: 'Nämnden' });
  await secret.publish('hemlig', { kind: 'networks', of: ['esamverkan'] }, 'Första versionen.');
});
after(() => kommons.close());

const works = (html: string): readonly string[] =>
  [...html.matchAll(/href="\/bibliotek\/([a-z0-9-]+)"/g)].map(([, work]) => work ?? '');

/** What stands under a heading of its own, in order. */
function under(html: string, heading: string): readonly string[] {
  const found = html.split(/<h2[^>]*>/).find((part) => part.startsWith(heading));
  return found === undefined ? [] : works(found);
}

const front = (who: string | null) => kommons.visitor(who).open('/bibliotek');

test('so few that all are seen at once are listed, and nothing is put before them', async () => {
  const { html } = await front(null);
  assert.deepEqual(works(html), ['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  assert.doesNotMatch(html, /Mest använda<\/h2>/);
});

test('of many, the most used and the newest stand out, with how much there is', async () => {
  for (const id of ['h', 'i']) await share('timra', id);
  for (const organisation of ['harnosand', 'timra']) await use(organisation, 'c');
  await use('harnosand', 'e');
  const { html, text } = await front(null);
  assert.match(text, /9 verk Delade av 2 organisationer 9 e-tjänster/);
  assert.deepEqual(under(html, 'Mest använda').slice(0, 2), ['c', 'e']);
  assert.deepEqual(under(html, 'Nyast'), ['i', 'h', 'g', 'f']);
  assert.deepEqual(under(html, 'Alla verk'), ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']);
  assert.doesNotMatch(html, /hemlig/, 'what is for a network is for nobody else');
});

test('whoever has asked for something, or works here, is shown the answer and nothing before it', async () => {
  for (const address of ['/bibliotek?q=verk', '/bibliotek?owner=timra', '/bibliotek?sort=newest']) {
    assert.doesNotMatch((await kommons.visitor(null).open(address)).html, /Nyast<\/h2>/, address);
  }
  assert.doesNotMatch((await front('designer@harnosand')).html, /Nyast<\/h2>/);
});
