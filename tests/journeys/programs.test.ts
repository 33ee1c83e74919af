import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import { testApp, type TestApp } from '../support/app.ts';
import { formsOf, type Shown } from '../support/visitor.ts';
import { smallService } from '../proofs/small-service.ts';
import { designer } from '../world/works.ts';

/* A program gets a key, asks with it, and is shut out again. */

let kommons: TestApp;
const settings = '/arbete/skara/installningar/program';
const own = '/api/v1/organisations/skara/usages';
const admin = () => kommons.visitor('admin@skara');

before(async () => {
  kommons = await testApp();
});
after(() => kommons.close());

type Typed = { readonly name: string; readonly role?: string; readonly may?: string; readonly days?: string };

/** Fills the form as an administrator. */
async function fill({ name, role = 'strategist', may = 'write', days = '365' }: Typed): Promise<Shown> {
  const visitor = admin();
  return visitor.send(await visitor.open(settings), settings, { name, role, may, days });
}

async function keyFor(typed: Typed): Promise<string> {
  const page = await fill(typed);
  const key = /kommons_[\w-]{43}/u.exec(page.html)?.[0];
  assert.ok(key !== undefined, page.html);
  return key;
}

async function ask(key: string, method: 'GET' | 'POST', address: string, payload?: object) {
  const reply = await kommons.app.inject({
    method,
    url: address,
    headers: { authorization: `Bearer ${key}`, accept: 'application/json' },
    ...(payload === undefined ? {} : { payload }),
  });
  return {
    status: reply.statusCode,
    body: reply.headers['content-type']?.includes('json') ? reply.json() : null,
  };
}

const Problem = z.object({ title: z.string() });
const titleOf = (body: unknown): string => Problem.parse(body).title;
const newUsage = { product: 'lifecare', facts: { status: 'in-use' } };

test('a program reads and changes with its key, and stands in the history by its name', async () => {
  const key = await keyFor({ name: 'Ekonomisystemet' });
  const me = await ask(key, 'GET', '/api/v1/me');
  assert.equal(me.status, 200);
  assert.deepEqual(z.looseObject({ mandates: z.unknown() }).parse(me.body).mandates, [
    { organisation: 'skara', unit: null, role: 'strategist' },
  ]);
  const made = await ask(key, 'POST', own, newUsage);
  assert.equal(made.status, 201);
  const { id } = z.looseObject({ id: z.string() }).parse(made.body);
  const seen = await kommons.visitor('strategist@skara').open(`/arbete/skara/system/${id}`);
  assert.match(seen.text, /Ekonomisystemet/u);
  const listed = await admin().open(settings);
  assert.match(listed.text, /Ekonomisystemet.*23 november 2026/su, 'used today');
  assert.doesNotMatch(listed.html, new RegExp(key, 'u'), 'the key is shown once');
});

test('the page with the key names where the program begins, and all of it answers', async () => {
  for (const role of ['designer', 'training-lead', 'strategist']) {
    const page = await fill({ name: `Program för ${role}`, role, may: 'read' });
    const key = /kommons_[\w-]{43}/u.exec(page.html)?.[0] ?? '';
    const begins = page.html.match(/\/api\/v1\/organisations\/skara\/[\w/-]+/gu) ?? [];
    assert.ok(begins.length > 0, role);
    for (const address of begins) assert.equal((await ask(key, 'GET', address)).status, 200, address);
    assert.match(page.html, /href="[^"]*\/api\/v1\/openapi\.json"/u);
    assert.equal(page.html.includes('/arbete/skara/system/kopplingar'), role === 'strategist');
  }
});

test('a key for reading changes nothing, and none opens a page or another organisation', async () => {
  const key = await keyFor({ name: 'Uppföljningen', may: 'read' });
  assert.equal((await ask(key, 'GET', own)).status, 200);
  const refused = await ask(key, 'POST', own, newUsage);
  assert.equal(refused.status, 403);
  assert.equal(titleOf(refused.body), 'Nyckeln får bara läsa');
  for (const address of [
    '/arbete/skara/system',
    '/konto',
    '/api/v1/organisations/hjo/usages',
    '/api/v1/my-cases',
  ])
    assert.equal(
      (await ask(key, 'GET', address)).status,
      address === '/api/v1/my-cases' ? 200 : 404,
      address,
    );
});

test('a program is no citizen, and no second pair of eyes', async () => {
  const key = await keyFor({ name: 'Verken', role: 'designer' });
  assert.equal((await ask(key, 'POST', '/api/v1/organisations/hjo/services/prov/drafts')).status, 404);
  const works = designer(kommons.client, 'skara');
  await works.create(smallService({ id: 'prov', prefix: 'PRO' }), 'Första.');
  await works.fill('prov', { namnd: 'Provnämnden' });
  await admin().raw('POST', '/arbete/skara/verk/prov/ta-i-bruk/fyra-ogon', { 'fyra-ogon': 'ja' });
  const inUse = await ask(key, 'POST', `${works.base}/prov/in-use`, {});
  assert.equal(inUse.status, 409);
  assert.match(JSON.stringify(inUse.body), /own-version/u);
});

test('a role that the key does not have is refused', async () => {
  const key = await keyFor({ name: 'Guiderna', role: 'training-lead' });
  assert.equal((await ask(key, 'POST', own, newUsage)).status, 404);
});

test('what has ended, is too old or was never a key is told so', async () => {
  const key = await keyFor({ name: 'Den gamla', days: '90' });
  const ending = formsOf((await admin().open(settings)).html).find(({ fields }) => 'id' in fields);
  const id = String(ending?.fields['id']);
  const started = kommons.clock.now;
  kommons.clock.now = new Date(started.getTime() + 91 * 24 * 60 * 60_000);
  assert.equal((await ask(key, 'GET', own)).status, 401, 'too old');
  kommons.clock.now = started;
  assert.equal((await ask(key, 'GET', own)).status, 200);
  await kommons.visitor('admin@hjo').raw('POST', '/arbete/hjo/installningar/program/avsluta', { id });
  assert.equal((await ask(key, 'GET', own)).status, 200, 'another organisation ends nothing here');
  const end = async (): Promise<Shown> => {
    const sent = await admin().raw('POST', `${settings}/avsluta`, { id });
    return admin().open(sent.location);
  };
  assert.match((await end()).text, /Nyckeln för Den gamla är avslutad/u);
  for (const wrong of [key, 'kommons_', `kommons_${'A'.repeat(43)}`, 'annat']) {
    const refused = await ask(wrong, 'GET', own);
    assert.equal(refused.status, 401, wrong);
    assert.equal(titleOf(refused.body), 'Nyckeln gäller inte', wrong);
    assert.equal((await ask(wrong, 'GET', '/api/v1/library')).status, 401, 'no answer as to everybody');
  }
  assert.match((await end()).text, /redan avslutad/u);
});

test('faults are told beside the fields, and what was typed stays', async () => {
  const empty = await fill({ name: '', role: '' });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Skriv vad programmet heter.*Välj vems uppgifter/su);
  await keyFor({ name: 'Två gånger' });
  const twice = await fill({ name: 'två gånger' });
  assert.equal(twice.status, 422);
  assert.match(twice.text, /Ett program heter redan så/u);
  assert.match(twice.html, /value="två gånger"/u);
});

test('only an administrator of the organisation sees programs', async () => {
  for (const who of ['strategist@skara', 'admin@hjo'])
    assert.equal((await kommons.visitor(who).open(settings)).status, 404, who);
});
