import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { render } from 'preact-render-to-string';
import { testDatabase } from '../../../tests/support/database.ts';
import { contextOf } from '../../../tests/support/route-context.ts';
import type { Context, Reply } from '../../platform/http/index.ts';
import { findProfile, seedFacts, seedNetworks } from './index.ts';
import { apiRoutes } from './api.ts';
import { decideLooks, LooksForm } from './looks.ts';
import { showMunicipalities } from './routes.tsx';
import { saveLooks, saveUnits, showLooks, showUnits } from './settings-routes.tsx';

const database = await testDatabase();
after(() => database.close());
const nobody = { organisation: null, person: null };

before(async () => {
  await database.db.transaction(nobody, async (tx) => {
    await seedFacts(tx);
    await seedNetworks(tx, new Date('2026-11-22T10:00:00Z'));
  });
});

function htmlOf(reply: Reply): string {
  assert.equal(reply.kind, 'page');
  return reply.kind === 'page' ? render(reply.content) : '';
}

async function list(query: Readonly<Record<string, string>>, given: Partial<Context> = {}): Promise<string> {
  return database.db.transaction(nobody, async (tx) => {
    const parsed = showMunicipalities.query?.parse(query) ?? { sok: '', sida: 1 };
    return htmlOf(
      await showMunicipalities.handle(contextOf(tx, given), {
        params: {},
        query: parsed,
        body: {},
        files: [],
        large: [],
      }),
    );
  });
}

test('the list shows 25 municipalities beside a map of all', async () => {
  const html = await list({});
  assert.match(html, /290\u00A0kommuner/);
  assert.equal(html.match(/<th scope="row"/g)?.length, 25);
  assert.equal(html.match(/<rect class="k-map-tile"/g)?.length, 290);
  assert.match(html, /aria-label="Karta: 48\u00A0kommuner är med i ett nätverk."/);
  assert.match(html, /<title>Härnösand, med i ett nätverk<\/title>/);
  assert.match(html, /href="\/k\/ale"/);
  assert.match(html, /href="\/kommuner\?sida=2"/);
});

test('a network narrows the list and the map, and can be left', async () => {
  const html = await list({ natverk: 'esamverkan' });
  assert.equal(html.match(/<th scope="row"/g)?.length, 9);
  assert.equal(html.match(/<rect class="k-map-tile" data-state="owns"/g)?.length, 9);
  assert.match(html, /<title>Härnösand, i listan<\/title>/);
  assert.match(html, /<title>Umeå, inte i listan<\/title>/);
  assert.match(html, /href="\/kommuner"/);
});

test('a search that finds nothing says so, with what was searched for still there', async () => {
  const html = await list({ sok: '"><script>' });
  assert.match(html, /Ingen kommun matchar/);
  assert.match(html, /value="&quot;>&lt;script>"/);
  assert.doesNotMatch(html, /<script/);
});

const typed = (form: Readonly<Record<string, string>>) => LooksForm.parse(form);
const looks: readonly (readonly [form: Readonly<Record<string, string>>, problems: readonly string[]])[] = [
  [{ colour: '#0d5c63', phone: '0611-34 80 00', email: 'kontakt@harnosand.example' }, []],
  [{ colour: '', phone: '', email: '' }, []],
  [{ colour: '#0D5C63' }, []],
  [{ colour: 'petrol' }, ['not-a-colour']],
  [{ colour: '#0d5c6' }, ['not-a-colour']],
  [{ colour: '#ffe100' }, ['hard-to-read']],
  [{ colour: '#fff', phone: 'ring', email: 'kontakt' }, ['not-a-colour', 'not-a-phone', 'not-an-email']],
];

test('looks are taken when they can be read, else everything wrong is said at once', () => {
  for (const [form, problems] of looks) {
    const decided = decideLooks(typed(form));
    assert.deepEqual(
      decided.ok ? [] : decided.problems.map(({ kind }) => kind),
      problems,
      JSON.stringify(form),
    );
  }
});

test('the nearest tone that is proposed is taken', () => {
  const pale = decideLooks(typed({ colour: '#ffe100' }));
  const nearest = pale.ok
    ? undefined
    : pale.problems.find((problem) => problem.kind === 'hard-to-read')?.nearest;
  assert.ok(nearest !== undefined && nearest !== '#ffe100');
  const decided = decideLooks(typed({ colour: '#ffe100', nearest }));
  assert.equal(decided.ok ? decided.profile.colour : null, nearest);
});

test('an administrator saves looks; a pale colour comes back with a proposal and what was typed', async () => {
  await database.db.transaction({ organisation: 'harnosand', person: null }, async (tx) => {
    const context = contextOf(tx, { organisation: 'harnosand' });
    const post = async (form: Readonly<Record<string, string>>) =>
      saveLooks.handle(context, {
        params: { organisation: 'harnosand' },
        query: {},
        body: typed(form),
        files: [],
        large: [],
      });
    const refused = await post({ colour: '#ffe100', phone: '0611-34 80 00' });
    assert.equal(refused.kind === 'page' && refused.status, 422);
    assert.match(htmlOf(refused), /Närmaste färg som går att läsa är #/);
    assert.match(htmlOf(refused), /value="0611-34 80 00"/);
    assert.equal((await findProfile(tx, 'harnosand')).colour, null);
    const to = '/arbete/harnosand/installningar/utseende?sparat=ja';
    assert.deepEqual(await post({ colour: '#0D5C63' }), { kind: 'see', to });
    const params = { organisation: 'harnosand' };
    const shown = await showLooks.handle(context, {
      params,
      query: { sparat: 'ja' },
      body: {},
      files: [],
      large: [],
    });
    assert.match(htmlOf(shown), /Sparat/);
    assert.match(htmlOf(shown), /value="#0d5c63"/);
  });
});

test('the API gives an organisation with networks and members, and nothing for what does not exist', async () => {
  const shown = apiRoutes.find(({ path }) => path.endsWith(':organisation'));
  assert.ok(shown !== undefined);
  const ask = async (organisation: string) =>
    database.db.transaction({ organisation, person: null }, async (tx) =>
      shown.handle(contextOf(tx, { organisation }), {
        params: { organisation },
        query: {},
        body: {},
        files: [],
        large: [],
      }),
    );
  const reply = await ask('v6');
  assert.ok(reply.kind === 'json');
  assert.deepEqual(shown.operation?.response.parse(reply.body), {
    id: 'v6',
    kind: 'region-circle',
    code: null,
    name: 'V6',
    publicName: 'V6',
    county: null,
    host: null,
    networks: [],
    members: ['essunga', 'grastorp', 'gotene', 'lidkoping', 'skara', 'vara'],
  });
  assert.deepEqual(await ask('atlantis'), { kind: 'missing' });
});

test('a unit is added once, and a name that says nothing is refused', async () => {
  await database.db.transaction({ organisation: 'timra', person: null }, async (tx) => {
    const context = contextOf(tx, { organisation: 'timra' });
    const params = { organisation: 'timra' };
    const add = async (name: string) =>
      saveUnits.handle(context, { params, query: {}, body: { name }, files: [], large: [] });
    assert.deepEqual(await add(' Skolförvaltningen '), {
      kind: 'see',
      to: '/arbete/timra/installningar/enheter',
    });
    assert.match(htmlOf(await add('Skolförvaltningen')), /Enheten finns redan/);
    assert.match(htmlOf(await add(' – ')), /Skriv enhetens namn/);
    const shown = htmlOf(
      await showUnits.handle(context, { params, query: {}, body: {}, files: [], large: [] }),
    );
    assert.equal(shown.match(/<th scope="row"/g)?.length, 1);
    assert.match(shown, /aria-current="page"[^>]*>\s*<span>Enheter/);
  });
});
