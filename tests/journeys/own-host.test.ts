import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { composeApp } from '../../src/main-app.ts';
import { demoSignIn } from '../../src/main-sign-in.ts';
import { openCase } from '../../src/modules/cases/index.ts';
import { findDemoPerson } from '../../src/modules/identity/demo/index.ts';
import { sessionCookie } from '../../src/modules/identity/index.ts';
import { saveHost } from '../../src/modules/organisations/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { actAs, exampleCase } from '../support/cases.ts';
import { hostBrowser, type HostBrowser } from '../support/host-browser.ts';
import { listen } from '../support/sign-in-site.ts';

/*
 * Signing in under a municipality's own host name, through the whole application and its real local provider. Each
 * host has its own cookies, as in a browser.
 */

const own = 'e.harnosand.test';
const others = 'e.timra.test';

let kommons: TestApp;
let main: string;
let port: number;
/** The same path under a host's own name. */
let at: (host: string, path: string) => string;
const closing: (() => Promise<void>)[] = [];

before(async () => {
  kommons = await testApp({ now: new Date() });
  const { ground, database } = kommons;
  await database.db.transaction({ organisation: null, person: null }, async (tx) => {
    await saveHost(tx, 'harnosand', own);
    await saveHost(tx, 'timra', others);
  });
  const site = await listen();
  main = site.origin;
  port = Number(new URL(main).port);
  at = (host, path) => `http://${host}:${String(port)}${path}`;
  const signing = await demoSignIn({ origin: main }, ground.keys, ground.newSecret);
  const app = await composeApp({ ...ground, ...signing, settings: { ...ground.settings, origin: main } });
  await app.ready();
  site.serve((request, response) => app.routing(request, response));
  closing.push(site.close, () => app.close(), kommons.close);
});
after(async () => {
  for (const close of closing) await close();
});
beforeEach(() => {
  kommons.clock.now = new Date();
});

async function rowsOf(table: 'tickets' | 'attempts' | 'sessions'): Promise<number> {
  const { db } = kommons.database;
  const found = await db.transaction({ organisation: null, person: null }, (tx) =>
    tx.selectFrom(`identity.${table}`).selectAll().execute(),
  );
  return found.length;
}

async function lastRefusal(): Promise<string | null> {
  const { db } = kommons.database;
  const last = await db.transaction({ organisation: null, person: null }, (tx) =>
    tx.selectFrom('identity.sign_ins').select('reason').orderBy('id', 'desc').executeTakeFirst(),
  );
  return last?.reason ?? null;
}

/** Follows redirects until a page, or an address that `stop` knows. */
async function follow(browser: HostBrowser, address: string, stop: RegExp): Promise<string> {
  let next = address;
  for (let steps = 0; steps < 20; steps += 1) {
    if (stop.test(next)) return next;
    const reply = await browser.request(next);
    if (reply.location === null) return next;
    next = reply.location;
  }
  throw new Error(`went round in circles at ${next}`);
}

/** From the municipality's host to the provider, and as far back as the address with the ticket. */
async function fetchTicket(browser: HostBrowser, begin: string, who: string): Promise<string> {
  const chooser = await follow(browser, begin, /\/legitimering\/val\//);
  const chosen = await browser.request(chooser, { person: who });
  return follow(browser, chosen.location ?? '', /\/logga-in\/klar/);
}

async function signIn(browser: HostBrowser, begin: string, who = 'citizen@harnosand') {
  return browser.request(await fetchTicket(browser, begin, who));
}

/** Where a sign-in at Kommons's own host leads. */
async function landing(who: string, query = ''): Promise<string> {
  const browser = hostBrowser(port);
  const chooser = await follow(browser, `${main}/logga-in${query}`, /\/legitimering\/val\//);
  const chosen = await browser.request(chooser, { person: who });
  const after = await follow(browser, chosen.location ?? '', /^(?!.*(logga-in|legitimering))/);
  return after.replace(main, '');
}

/** Whether the host's session opens what asks for one. */
async function isIn(browser: HostBrowser, host: string): Promise<boolean> {
  return (await browser.request(at(host, '/konto'))).status === 200;
}

test('begun at a municipality’s host, a sign-in ends there, with the session there and nowhere else', async () => {
  const browser = hostBrowser(port);
  const begun = await browser.request(at(own, '/logga-in?till=/k/harnosand/tjanster'));
  assert.equal(begun.status, 303);
  assert.match(
    begun.location ?? '',
    new RegExp(`^${main}/logga-in\\?vard=e\\.harnosand\\.test&bindning=[\\w-]{43}&`),
  );
  const arrived = await signIn(browser, begun.location ?? '');
  assert.deepEqual([arrived.status, arrived.location], [303, at(own, '/k/harnosand/tjanster')]);
  assert.equal(await isIn(browser, own), true);
  assert.equal(browser.cookiesOf('127.0.0.1').has(sessionCookie), false);
  assert.equal((await browser.request(`${main}/konto`)).status, 303, 'nobody at Kommons’s own host');
  assert.deepEqual([await rowsOf('tickets'), await rowsOf('attempts')], [0, 0]);
  assert.deepEqual([...browser.cookiesOf(own).keys()], [sessionCookie]);
});

test('a page that asks for a sign-in leads the whole way back to itself, in its language', async () => {
  const browser = hostBrowser(port);
  const asked = await browser.request(at(own, '/en/mina-arenden'));
  assert.equal(asked.status, 303);
  const arrived = await signIn(browser, asked.location ?? '');
  assert.equal(arrived.location, at(own, '/en/k/harnosand/mina-arenden'));
  assert.match((await browser.request(arrived.location ?? '')).body, /<html lang="en"/);
});

const wishes: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['another host', '?till=//evil.example/'],
  ['another scheme', '?till=https://evil.example/'],
  ['a backslash', '?till=/%5Cevil.example'],
  ['the start page', '?till=/'],
  ['the sign-in again', '?till=/logga-in'],
];
for (const [name, query] of wishes) {
  test(`who wishes for ${name} comes to the municipality’s own cases, staff too`, async () => {
    for (const who of ['citizen@harnosand', 'case-worker@harnosand']) {
      const arrived = await signIn(hostBrowser(port), at(own, `/logga-in${query}`), who);
      assert.equal(arrived.location, at(own, '/k/harnosand/mina-arenden'));
    }
  });
}

test('a ticket is used once, however often and however fast it is sent', async () => {
  const browser = hostBrowser(port);
  const before = await rowsOf('sessions');
  const address = await fetchTicket(browser, at(own, '/logga-in'), 'citizen@harnosand');
  const replies = await Promise.all([1, 2, 3].map(() => browser.request(address)));
  assert.deepEqual(
    replies.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 400, 400],
  );
  assert.equal((await browser.request(address)).status, 400);
  assert.equal(await rowsOf('sessions'), before + 1);
  assert.equal(await lastRefusal(), 'ticket-unknown');
});

test('a link that somebody else made gives nobody a session', async () => {
  const attacker = hostBrowser(port);
  const victim = hostBrowser(port);
  const pushed = await fetchTicket(attacker, at(own, '/logga-in'), 'citizen:2@harnosand');
  const reply = await victim.request(pushed);
  assert.equal(reply.status, 400);
  assert.match(reply.body, /Försök igen|Logga in/);
  assert.equal(await lastRefusal(), 'ticket-of-another-browser');
  assert.equal(await isIn(victim, own), false);
  assert.equal((await attacker.request(pushed)).status, 400, 'and the ticket is gone');

  const again = await fetchTicket(attacker, at(own, '/logga-in'), 'citizen:2@harnosand');
  await victim.request(at(own, '/logga-in'));
  assert.equal((await victim.request(again)).status, 400, 'also for one who is signing in');
  assert.equal(await isIn(victim, own), false);
});

test('whoever makes another sign in gets nothing of it', async () => {
  const attacker = hostBrowser(port);
  const victim = hostBrowser(port);
  const begun = await attacker.request(at(own, '/logga-in'));
  const ticket = await fetchTicket(victim, begun.location ?? '', 'citizen@harnosand');
  assert.equal((await victim.request(ticket)).status, 400);
  assert.equal(await isIn(victim, own), false);
  assert.equal((await attacker.request(ticket)).status, 400, 'it was used up');
});

test('a ticket to one host is nothing at another', async () => {
  const browser = hostBrowser(port);
  const address = await fetchTicket(browser, at(own, '/logga-in'), 'citizen@harnosand');
  for (const [name, value] of browser.cookiesOf(own)) browser.cookiesOf(others).set(name, value);
  assert.equal((await browser.request(address.replace(own, others))).status, 400);
  assert.equal(await lastRefusal(), 'ticket-of-another-host');
  assert.equal(await isIn(browser, others), false);
  const home = await fetchTicket(browser, at(own, '/logga-in'), 'citizen@harnosand');
  assert.equal((await browser.request(home.replace(`${own}:`, '127.0.0.1:'))).status, 404);
});

test('a ticket lasts a minute', async () => {
  for (const [seconds, status] of [
    [59, 303],
    [60, 400],
  ] as const) {
    kommons.clock.now = new Date();
    const browser = hostBrowser(port);
    const address = await fetchTicket(browser, at(own, '/logga-in'), 'citizen@harnosand');
    kommons.clock.now = new Date(kommons.clock.now.getTime() + seconds * 1000);
    assert.equal((await browser.request(address)).status, status, `${String(seconds)} seconds`);
  }
  assert.equal(await lastRefusal(), 'ticket-too-old');
});

test('a host that nobody has is led home, and gets no ticket', async () => {
  const browser = hostBrowser(port);
  const led = await browser.request(at('evil.example', '/logga-in?till=/konto'));
  assert.deepEqual([led.status, led.location], [303, `${main}/logga-in?till=/konto`]);
  assert.equal(browser.cookiesOf('evil.example').size, 0);
  const binding = 'a'.repeat(43);
  const before = await rowsOf('attempts');
  for (const query of [
    `vard=evil.example&bindning=${binding}`,
    `vard=${own}`,
    `vard=${own}&bindning=short`,
    `vard=${own}@evil.example&bindning=${binding}`,
    `vard=127.0.0.1&bindning=${binding}`,
    `bindning=${binding}`,
  ]) {
    assert.equal((await browser.request(`${main}/logga-in?${query}`)).status, 404, query);
  }
  assert.equal(await rowsOf('attempts'), before);
  assert.equal((await browser.request(`${main}/logga-in/klar?biljett=x`)).status, 404);
  assert.equal((await browser.request(at(own, '/logga-in/svar?code=x'))).status, 404);
});

test('who turns back at the provider is told at the municipality’s host, and can begin again', async () => {
  const browser = hostBrowser(port);
  const before = await rowsOf('tickets');
  const begin = at(own, '/en/logga-in?till=/k/harnosand/kontakt');
  const chooser = await follow(browser, begin, /\/legitimering\/val\//);
  const turned = await browser.request(chooser, { avbryt: 'ja' });
  const told = await browser.request(await follow(browser, turned.location ?? '', /\/logga-in\/klar/));
  assert.equal(told.status, 200);
  assert.match(told.body, /<html lang="en"[\s\S]*You cancelled the sign-in/);
  assert.match(told.body, /href="\/en\/logga-in\?till=%2Fk%2Fharnosand%2Fkontakt"/);
  assert.equal(await rowsOf('tickets'), before);
});

test('signing out ends the session of that host; signing out everywhere ends all, and tickets too', async () => {
  const browser = hostBrowser(port);
  for (const host of [own, others]) await signIn(browser, at(host, '/logga-in'));
  const secret = browser.cookiesOf(own).get(sessionCookie) ?? '';
  const left = await browser.request(at(own, '/logga-ut'), {});
  assert.deepEqual([left.status, left.location], [303, at(own, '/')]);
  browser.cookiesOf(own).set(sessionCookie, secret);
  assert.equal(await isIn(browser, own), false, 'dead on the server');
  assert.equal(await isIn(browser, others), true);

  await signIn(browser, at(own, '/logga-in'));
  const waiting = hostBrowser(port);
  const ticket = await fetchTicket(waiting, at(own, '/logga-in'), 'citizen@harnosand');
  await browser.request(at(others, '/konto/logga-ut-overallt'), {});
  assert.deepEqual([await isIn(browser, own), await isIn(browser, others)], [false, false]);
  assert.equal((await waiting.request(ticket)).status, 400);
});

test('a disabled person is not let in by a ticket that was on its way', async () => {
  const browser = hostBrowser(port);
  const ticket = await fetchTicket(browser, at(own, '/logga-in'), 'citizen:2@timra');
  const { db } = kommons.database;
  const [row] = await db.transaction({ organisation: null, person: null }, (tx) =>
    tx.selectFrom('identity.tickets').select('person_id').orderBy('made_at', 'desc').execute(),
  );
  const person = row?.person_id ?? '';
  await db.transaction({ organisation: null, person }, (tx) =>
    tx.updateTable('identity.people').set({ disabled_at: new Date() }).where('id', '=', person).execute(),
  );
  assert.equal((await browser.request(ticket)).status, 403);
  assert.equal(await isIn(browser, own), false);
});

test('a form of somebody whose session has ended asks to sign in, and leads nowhere by itself', async () => {
  const browser = hostBrowser(port);
  const form = { fritext: 'Färjan går inte på söndagar.' };
  const draft = '0192f0c1-0000-7000-8000-000000000001';
  const sent = await browser.request(at(own, `/k/harnosand/tjanster/skolskjuts/utkast/${draft}/resan`), form);
  assert.deepEqual([sent.status, sent.location], [401, null]);
  assert.match(sent.body, /value="Färjan går inte på söndagar\."/);
  assert.match(sent.body, /href="\/logga-in/);
});

test('a page under the municipality’s host has its styles, fonts and icon', async () => {
  const browser = hostBrowser(port);
  const { body } = await browser.request(at(own, '/'));
  const links = [...body.matchAll(/<link[^>]*href="([^"]+)"/g)].map(([, address = '']) => address);
  assert.ok(links.length >= 3);
  for (const address of links) {
    assert.equal((await browser.request(at(own, address))).status, 200, address);
  }
});

test('work and the library are at Kommons’s own host', async () => {
  const browser = hostBrowser(port);
  for (const path of ['/arbete/harnosand/idag', '/en/bibliotek?q=x', '/kommuner']) {
    const led = await browser.request(at(own, path));
    assert.deepEqual([led.status, led.location], [303, `${main}${path}`]);
  }
  assert.equal((await browser.request(at(own, '/tjanster'))).status, 200);
});

test('at Kommons’s own host one who has not said comes to work, or to where the latest case is', async () => {
  assert.equal(await landing('case-worker@harnosand'), '/arbete/harnosand');
  assert.equal(await landing('case-worker@harnosand', '?till=/bibliotek'), '/bibliotek');
  assert.equal(await landing('citizen:2@harnosand'), '/k/harnosand/mina-arenden');
  assert.equal(await landing('citizen:2@harnosand', '?till=/en'), '/k/harnosand/mina-arenden');
  const person = findDemoPerson('citizen:2@harnosand')?.id ?? '';
  await actAs(kommons.database, { person, organisation: 'timra', citizen: true }, (context) =>
    openCase(context, exampleCase({ organisation: 'timra', person })),
  );
  assert.equal(await landing('citizen:2@harnosand'), '/k/timra/mina-arenden');
});
