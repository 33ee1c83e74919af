import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { z } from 'zod';
import { testApp, type TestApp } from '../support/app.ts';
import { smallGuide } from '../support/small-guide.ts';
import { upload } from '../support/upload.ts';
import type { Shown, Visitor } from '../support/visitor.ts';
import { designer, type Audience } from '../world/works.ts';

/*
 * Skara fetches blocks of Hjo's guide, with their picture, into one of its own; Hjo changes the text, and Skara takes
 * the new one. Each test goes on from the one before.
 */

const source = 'hjo-rutin';
const own = 'var-rutin';
const at = `/arbete/skara/verk/${own}/anpassa`;

let kommons: TestApp;
let skara: Visitor;

const both = (sv: string, en: string) => ({ sv, en });
const guide = (id: string, sections: readonly object[], more: object = {}) => ({
  ...smallGuide,
  id,
  title: both(`Guiden ${id}`, `The guide ${id}`),
  parameters: [],
  sections,
  ...more,
});

const everyone: Audience = { kind: 'everyone' };

before(async () => {
  kommons = await testApp();
  skara = kommons.visitor('designer@skara');
  const step = { id: 'ring', title: both('Ring först', 'Call first'), blocks: [] };
  const hjo = designer(kommons.client, 'hjo');
  const blocks = [
    {
      id: 'ring-text',
      type: 'text',
      text: both('Ring {vaxel}. Säg vem du är.', 'Call {vaxel}. Say who you are.'),
    },
    { id: 'ring-gor', type: 'actions', items: [{ id: 'ring-1', text: both('Slå numret.', 'Dial.') }] },
    { id: 'ring-gomt', type: 'text', hidden: true, text: both('Gömt.', 'Hidden.') },
  ];
  const vaxel = { id: 'vaxel', type: 'phone', label: both('Växeln', 'The switchboard') };
  await hjo.create(
    guide(source, [{ id: 'start', title: both('Start', 'Start'), steps: [{ ...step, blocks }] }], {
      parameters: [vaxel],
    }),
    'Första versionen.',
  );
  await designer(kommons.client, 'skara').create(
    guide(own, [
      {
        id: 'vart',
        title: both('Vårt avsnitt', 'Our section'),
        steps: [{ id: 'vart-steg', title: both('Vårt steg', 'Our step') }],
      },
    ]),
    'Första versionen.',
  );
  await designer(kommons.client, 'skara').create(guide('en-annan', smallGuide.sections), 'Första versionen.');
  await addPicture();
  await hjo.publish(source, everyone, 'Version 1.');
});
after(() => kommons.close());

/** Hjo puts a picture in its guide, as its author does. */
async function addPicture(): Promise<void> {
  const visitor = kommons.visitor('designer@hjo');
  const editor = `/arbete/hjo/verk/${source}/anpassa`;
  await visitor.send(await visitor.open(`${editor}?element=ring`), '/anpassa', {
    'new:blocks': 'Telefonen på väggen',
    'starter:blocks': 'picture',
    do: 'add:blocks',
  });
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#123' } })
    .png()
    .toBuffer();
  const page = await visitor.open(`${editor}?element=telefonen-pa-vaggen`);
  const sent = await upload(kommons, 'designer@hjo', page, {
    action: '/anpassa',
    answers: { do: 'save' },
    files: [{ field: 'file:media', name: 'telefon.png', bytes }],
  });
  assert.equal(sent.statusCode, 303, sent.body.slice(0, 300));
  await visitor.send(await visitor.open(editor), '/anpassa/version', { message: 'Med bild.' });
}

const Drafted = z.object({ definition: z.record(z.string(), z.json()) });

async function draftText(): Promise<string> {
  const answer = await kommons.client
    .as('designer@skara')
    .get(`/api/v1/organisations/skara/works/${own}/draft`);
  return JSON.stringify(Drafted.parse(answer).definition);
}

let pick: Shown;

test('the way to it stands in the editor, and knows the step that one came from', async () => {
  assert.match(
    (await skara.open(at)).html,
    new RegExp(`<a[^>]*href="${at}/hamta"[^>]*>Hämta från en annan guide`),
  );
  const step = await skara.open(`${at}?element=vart-steg`);
  assert.match(step.html, new RegExp(`href="${at}/hamta\\?till=vart-steg"`));
});

test('own guides and those of the library are searched; the guide itself is not among them', async () => {
  const ours = await skara.open(`${at}/hamta?till=vart-steg`);
  assert.match(ours.text, /Guiden en-annan Skara, version 1/);
  assert.doesNotMatch(ours.html, new RegExp(`fran=skara%2F${own}`));
  const library = await skara.open(`${at}/hamta?till=vart-steg&hos=biblioteket`);
  assert.match(library.text, /Guiden hjo-rutin Hjo, version 1/);
  assert.match((await skara.open(`${at}/hamta?hos=oss&sok=annan`)).text, /Guiden en-annan/);
  assert.match((await skara.open(`${at}/hamta?hos=oss&sok=xyz`)).text, /Ingen guide innehåller ”xyz”/);
});

test('its steps and blocks are shown to tick, without what is hidden', async () => {
  pick = await skara.open(`${at}/hamta?till=vart-steg&hos=biblioteket&fran=hjo%2F${source}`);
  assert.match(pick.text, /Ring först Hela steget Ring \{vaxel\}/);
  assert.match(pick.text, /Telefonen på väggen Bild/);
  assert.doesNotMatch(pick.text, /Gömt/);
  assert.match(pick.html, /<option value="vart-steg" selected/);
});

test('nothing ticked, and no place chosen, is asked about', async () => {
  const refused = await skara.send(pick, '/hamta', { till: '' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Kryssa i minst en sak att hämta/);
  assert.match(refused.text, /Välj var det ska stå/);
});

test('what was ticked stands in the step, with its picture, its local fact and where it is from', async () => {
  const done = await skara.send(pick, '/hamta', { del: ['ring-text', 'telefonen-pa-vaggen'] });
  assert.match(done.address, /\/anpassa\?element=vart-steg&sparat=ja/);
  assert.match(done.text, /Ring \{vaxel\}.*Telefonen på väggen/s);
  assert.doesNotMatch(done.text, /Slå numret/);
  const outline = await skara.open(at);
  assert.match(outline.text, /Växeln/);
  assert.doesNotMatch(outline.text, /att rätta/);
  const [, block = ''] = /element=(ring-text-[0-9a-f]{6})/.exec(done.html) ?? [];
  assert.match(
    (await skara.open(`${at}?element=${block}`)).text,
    /Hämtat från ”Guiden hjo-rutin” \(Hjo, version 1\)\./,
  );
  const [, picture = ''] = /element=(telefonen-pa-vaggen-[0-9a-f]{6})/.exec(done.html) ?? [];
  const [, src = ''] = /<img src="([^"]+)"/.exec((await skara.open(`${at}?element=${picture}`)).html) ?? [];
  assert.equal((await skara.raw('GET', src)).status, 200);
});

test('a draft that somebody saved in meanwhile is looked at again', async () => {
  const anew = await skara.open(pick.address);
  const late = await skara.send(anew, '/hamta', { del: 'steg:ring', revision: '9' });
  assert.equal(late.status, 409);
  assert.match(late.text, /Någon sparade i utkastet alldeles nyss/);
});

/** The address of the block that was fetched, as its author opens it. */
async function findBlock(): Promise<string> {
  const [, id = ''] = /element=(ring-text-[0-9a-f]{6})/.exec((await skara.open(at)).html) ?? [];
  assert.notEqual(id, '');
  return id;
}

async function publish(text: string, number: number): Promise<void> {
  const hjo = designer(kommons.client, 'hjo');
  const path = 'sections/start/steps/ring/blocks/ring-text/text/sv';
  await hjo.edit(source, [{ do: 'set', path, value: text }], `Version ${number}.`);
  assert.equal(await hjo.publish(source, everyone, `Version ${number}.`), number);
}

test('until the source changes there is nothing to take', async () => {
  const page = await skara.open(`${at}/hamtat?element=${await findBlock()}`);
  assert.match(page.text, /Det finns inget nytt att ta in/);
});

test('when the source has changed it is marked, and the change is taken beside our own', async () => {
  const id = await findBlock();
  const block = await skara.open(`${at}?element=${id}`);
  await skara.send(block, '/anpassa', { 'f:text/sv': 'Ring {vaxel}. Säg vad du heter.', do: 'save' });
  await publish('Ring alltid {vaxel}. Säg vem du är.', 2);
  assert.match((await skara.open(at)).text, /Källan har ändrats/);
  const opened = await skara.open(`${at}?element=${id}`);
  assert.match(opened.html, new RegExp(`href="${at}/hamtat\\?element=${id}"`));
  const change = await skara.open(`${at}/hamtat?element=${id}`);
  assert.match(change.text, /ändrat i källan, till version 2.*alltid/s);
  assert.match(change.text, /Det ni själva har ändrat står kvar/);
  await skara.send(change, '/hamtat', { gor: 'ta' });
  assert.match(await draftText(), /Ring alltid \{vaxel\}\. Säg vad du heter\./);
  assert.doesNotMatch((await skara.open(at)).text, /Källan har ändrats/);
});

test('where both have changed the same sentence one of the two is chosen', async () => {
  const id = await findBlock();
  await publish('Ring alltid {vaxel}. Säg var du är.', 3);
  const change = await skara.open(`${at}/hamtat?element=${id}`);
  assert.match(change.text, /Ni och källan har ändrat på samma ställe/);
  const stale = await skara.send(change, '/hamtat', { gor: 'ta' });
  assert.equal(stale.status, 409);
  await skara.send(change, '/hamtat', { gor: 'behall' });
  assert.match(await draftText(), /Säg vad du heter/);
  assert.doesNotMatch((await skara.open(at)).text, /Källan har ändrats/);
  await publish('Ring alltid {vaxel}. Säg var du är nu.', 4);
  const again = await skara.open(`${at}/hamtat?element=${id}`);
  await skara.send(again, '/hamtat', { gor: 'kallans' });
  assert.match(await draftText(), /Säg var du är nu/);
});

test('a version of what was fetched names its source, and goes into use like any other', async () => {
  const saved = await skara.send(await skara.open(at), '/anpassa/version', { message: 'Med Hjos text.' });
  assert.equal(saved.status, 200);
  assert.match((await skara.open(`/arbete/skara/verk/${own}/prova`)).text, /Säg var du är nu/);
});

test('who may not read the source sees neither it nor its name', async () => {
  const hjo = designer(kommons.client, 'hjo');
  await hjo.create(
    guide('hemlig-rutin', smallGuide.sections, { parameters: smallGuide.parameters }),
    'Första.',
  );
  assert.equal((await skara.raw('GET', `${at}/hamta?fran=hjo%2Fhemlig-rutin`)).status, 404);
  await hjo.publish('hemlig-rutin', { kind: 'organisations', of: ['tibro'] }, 'För Tibro.');
  assert.equal((await skara.raw('GET', `${at}/hamta?fran=hjo%2Fhemlig-rutin`)).status, 404);
  assert.equal((await kommons.visitor('case-worker@skara').raw('GET', `${at}/hamta`)).status, 404);
  assert.equal((await kommons.visitor('designer@hjo').raw('GET', `${at}/hamta`)).status, 404);
});

test('what was shown to some is not passed on to all', async () => {
  const hjo = designer(kommons.client, 'hjo');
  const narrow: Audience = { kind: 'organisations', of: ['skara'] };
  const few = { ...smallGuide, id: 'for-nagra' };
  await hjo.create(few, 'Första.');
  await hjo.publish('for-nagra', narrow, 'För Skara.');
  const page = await skara.open(`${at}/hamta?till=vart&hos=biblioteket&fran=hjo%2Ffor-nagra`);
  const done = await skara.send(page, '/hamta', { del: 'in-text' });
  assert.match(done.address, /element=vart&sparat=ja/);
  assert.match(done.text, /Logga in/);
  await skara.send(await skara.open(at), '/anpassa/version', { message: 'Med det hemliga.' });
  const mine = designer(kommons.client, 'skara');
  await assert.rejects(mine.publish(own, everyone, 'Till alla.'), /audience-wider/);
  assert.equal(await mine.publish(own, narrow, 'Till oss.'), 1);
});
