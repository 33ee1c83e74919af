import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { after, before, test } from 'node:test';
import { render } from 'preact-render-to-string';
import { testDatabase } from '../../../../tests/support/database.ts';
import {
  browser,
  doorListener,
  keys,
  listen,
  newSecret,
  type Browser,
} from '../../../../tests/support/sign-in-site.ts';
import type { Actor } from '../../../platform/http/index.ts';
import { seedFacts, seedNetworks } from '../../organisations/index.ts';
import { actorOf, endAllSessions, grantMandate, oidcMethod, sessionCookie } from '../index.ts';
import { demoOidcSettings, demoProvider, findDemoPerson, seedDemoPeople } from './index.ts';

const database = await testDatabase();
const site = await listen();
after(async () => {
  await site.close();
  await database.close();
});

const { db } = database;
const { origin } = site;
const nobody = { organisation: null, person: null };
const minute = 60_000;
let later = 0;
const now = (): Date => new Date(Date.now() + later);

before(async () => {
  await db.transaction(nobody, async (tx) => {
    await seedFacts(tx);
    await seedNetworks(tx, now());
  });
  await seedDemoPeople(db, { keys, newSecret, at: new Date(0) });
  const clientSecret = newSecret();
  const method = oidcMethod(demoOidcSettings({ origin, clientSecret }));
  const doors = doorListener({ db, origin, method, now });
  const provider = await demoProvider({
    origin,
    clientSecret,
    cookieSecret: newSecret(),
    now: () => new Date(),
    render: ({ title, content }) => `<title>${title}</title>${render(content)}`,
  });
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!(await doors(request, response))) await provider(request, response);
  };
  site.serve((request, response) => void serve(request, response));
});

/** Follows redirects while they stay with signing in. */
async function follow(visitor: Browser, address: string | null) {
  let reply = await visitor.request(address ?? '/');
  while (reply.location !== null && /\/(logga-in|legitimering)/.test(reply.location)) {
    reply = await visitor.request(reply.location);
  }
  return reply;
}

async function chooserOf(visitor: Browser, till: string): Promise<string> {
  let address = `/logga-in?till=${encodeURIComponent(till)}`;
  for (;;) {
    const reply = await visitor.request(address);
    if (reply.location === null) {
      assert.match(reply.body, /Vem vill du vara\?/);
      return address;
    }
    address = reply.location;
  }
}

async function signIn(visitor: Browser, key: string, till = '/konto') {
  const chooser = await chooserOf(visitor, till);
  const chosen = await visitor.request(chooser, { person: key });
  return follow(visitor, chosen.location);
}

async function actor(visitor: Browser): Promise<Actor> {
  const credentials = { cookie: visitor.cookies.get(sessionCookie), bearer: undefined };
  return db.transaction(nobody, async (tx) =>
    actorOf(tx, credentials, { now: now(), keys, newSecret, readToken: null }),
  );
}

async function personOf(visitor: Browser) {
  const found = await actor(visitor);
  assert.equal(found.kind, 'person');
  return found;
}

test('a case worker signs in through the provider and comes back to the page', async () => {
  const visitor = browser(origin);
  const reply = await signIn(visitor, 'case-worker@harnosand', '/arbete/harnosand/idag?vy=alla');
  assert.deepEqual([reply.status, reply.location], [303, '/arbete/harnosand/idag?vy=alla']);
  assert.deepEqual(await personOf(visitor), {
    kind: 'person',
    person: findDemoPerson('case-worker@harnosand')?.id,
    name: 'Handläggare, Härnösand',
    mandates: [{ organisation: 'harnosand', unit: null, role: 'case-worker' }],
    workingFor: 'harnosand',
    via: 'session',
  });
});

test('who has not said where to go comes to work, or to choose a municipality', async () => {
  for (const [key, till, expected] of [
    ['case-worker@harnosand', '', '/arbete/harnosand'],
    ['supplier@timra', '/', '/arbete/timra'],
    ['citizen:2@harnosand', '', '/kommuner'],
    ['citizen:2@harnosand', '//evil.example', '/kommuner'],
    ['citizen:2@harnosand', '/en', '/kommuner'],
  ] as const) {
    const reply = await signIn(browser(origin), key, till);
    assert.deepEqual([reply.status, reply.location], [303, expected], `${key} ${till}`);
  }
});

test('a citizen is known by personal number and has no role', async () => {
  const visitor = browser(origin);
  await signIn(visitor, 'citizen:2@harnosand');
  const found = await personOf(visitor);
  assert.equal(found.person, findDemoPerson('citizen:2@harnosand')?.id);
  assert.deepEqual([found.mandates, found.workingFor], [[], null]);
});

test('one may turn back, and is told that nothing happened', async () => {
  const visitor = browser(origin);
  const chooser = await chooserOf(visitor, '/konto');
  const reply = await follow(visitor, (await visitor.request(chooser, { avbryt: 'ja' })).location);
  assert.equal(reply.status, 200);
  assert.match(reply.body, /Du avbröt inloggningen/);
  assert.equal((await actor(visitor)).kind, 'anonymous');
});

test('a new secret at every sign-in; the old one is dead', async () => {
  const visitor = browser(origin);
  await signIn(visitor, 'designer@sundsvall');
  const first = visitor.cookies.get(sessionCookie);
  await signIn(visitor, 'admin@sundsvall');
  const second = visitor.cookies.get(sessionCookie);
  assert.notEqual(first, second);
  visitor.cookies.set(sessionCookie, first ?? '');
  assert.equal((await actor(visitor)).kind, 'anonymous');
});

test('a secret that somebody else chose is not taken over', async () => {
  const visitor = browser(origin);
  visitor.cookies.set(sessionCookie, 'planted');
  await signIn(visitor, 'designer@sundsvall');
  assert.notEqual(visitor.cookies.get(sessionCookie), 'planted');
});

test('signing out ends the session on the server, twice at once too', async () => {
  const visitor = browser(origin);
  await signIn(visitor, 'designer@sundsvall');
  const secret = visitor.cookies.get(sessionCookie) ?? '';
  const replies = await Promise.all([visitor.request('/logga-ut', {}), visitor.request('/logga-ut', {})]);
  assert.deepEqual(
    replies.map(({ status, location }) => [status, location]),
    [
      [303, '/'],
      [303, '/'],
    ],
  );
  assert.equal(visitor.cookies.has(sessionCookie), false);
  visitor.cookies.set(sessionCookie, secret);
  assert.equal((await actor(visitor)).kind, 'anonymous');
});

test('signing out everywhere ends every session of the person, and nobody else’s', async () => {
  const [one, two, other] = [browser(origin), browser(origin), browser(origin)];
  for (const visitor of [one, two]) await signIn(visitor, 'strategist@timra');
  await signIn(other, 'admin@timra');
  const { person } = await personOf(one);
  assert.equal(await db.transaction(nobody, async (tx) => endAllSessions(tx, person)), 2);
  assert.deepEqual(
    [(await actor(one)).kind, (await actor(two)).kind, (await actor(other)).kind],
    ['anonymous', 'anonymous', 'person'],
  );
});

test('a session ends when it has been idle, and at the absolute limit although in use', async () => {
  const visitor = browser(origin);
  await signIn(visitor, 'citizen@timra');
  later = 29 * minute;
  assert.equal((await actor(visitor)).kind, 'person');
  later = 29 * minute + 30 * minute + 1000;
  assert.equal((await actor(visitor)).kind, 'anonymous');
  later = 0;
  await signIn(visitor, 'case-worker@timra');
  for (later = 0; later < 12 * 60 * minute; later += 50 * minute) {
    assert.equal((await actor(visitor)).kind, 'person', `after ${String(later / minute)} minutes`);
  }
  later = 12 * 60 * minute + 1000;
  assert.equal((await actor(visitor)).kind, 'anonymous');
  later = 0;
});

test('a person changes organisation without signing in again, only to one with a role', async () => {
  const visitor = browser(origin);
  await signIn(visitor, 'designer@kramfors');
  const { person } = await personOf(visitor);
  await db.transaction({ organisation: 'solleftea', person: null }, async (tx) =>
    grantMandate(tx, {
      organisation: 'solleftea',
      person,
      role: 'designer',
      unit: null,
      label: 'E-tjänstdesigner, Sollefteå',
      from: new Date(0),
      until: new Date(Date.now() + 10 * minute),
    }),
  );
  const changed = await visitor.request('/byt-organisation', { organisation: 'solleftea' });
  assert.deepEqual([changed.status, changed.location], [303, '/arbete/solleftea']);
  assert.equal((await personOf(visitor)).workingFor, 'solleftea');
  assert.equal((await visitor.request('/byt-organisation', { organisation: 'sundsvall' })).status, 404);
  assert.equal((await visitor.request('/byt-organisation', {})).status, 404);
  assert.equal(
    (await browser(origin).request('/byt-organisation', { organisation: 'solleftea' })).status,
    404,
  );
  later = 11 * minute;
  assert.equal((await personOf(visitor)).workingFor, 'kramfors', 'the role has ended');
  later = 0;
});

test('a disabled person is out at once and is not let in', async () => {
  const visitor = browser(origin);
  await signIn(visitor, 'supplier@ange');
  const { person } = await personOf(visitor);
  await db.transaction({ organisation: null, person }, async (tx) =>
    tx.updateTable('identity.people').set({ disabled_at: now() }).where('id', '=', person).execute(),
  );
  assert.equal((await actor(visitor)).kind, 'anonymous');
  const reply = await signIn(visitor, 'supplier@ange');
  assert.equal(reply.status, 403);
  assert.equal((await actor(visitor)).kind, 'anonymous');
});

test('the answer of the provider is read once, by the browser that asked', async () => {
  const visitor = browser(origin);
  const chooser = await chooserOf(visitor, '/konto');
  let reply = await visitor.request(chooser, { person: 'admin@ange' });
  while (reply.location?.includes('/legitimering/') === true) reply = await visitor.request(reply.location);
  const callback = reply.location ?? '';
  assert.match(callback, /\/logga-in\/svar\?/);
  const stranger = browser(origin);
  assert.equal((await stranger.request(callback)).status, 400);
  assert.equal((await actor(stranger)).kind, 'anonymous');
  const replies = await Promise.all([visitor.request(callback), visitor.request(callback)]);
  assert.deepEqual(
    replies.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 400],
  );
});

test('two first sign-ins at once make one person', async () => {
  const numbers = Array.from({ length: 6 }, () => browser(origin));
  await Promise.all(numbers.map(async (visitor) => signIn(visitor, 'citizen:2@umea')));
  const people = await Promise.all(numbers.map(async (visitor) => (await personOf(visitor)).person));
  assert.equal(new Set(people).size, 1);
});

test('the list is searched', async () => {
  const visitor = browser(origin);
  const chooser = await chooserOf(visitor, '/');
  const found = await visitor.request(`${chooser}?sok=${encodeURIComponent('nämndledamot öckerö')}`);
  assert.match(found.body, /value="board-member@ockero"/);
  assert.doesNotMatch(found.body, /@harnosand/);
  assert.match((await visitor.request(`${chooser}?sok=atlantis`)).body, /Ingen matchar/);
  assert.equal((await visitor.request(chooser, { person: 'emperor@harnosand' })).status, 200, 'asks again');
});
