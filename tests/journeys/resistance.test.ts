import assert from 'node:assert/strict';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { findDemoPerson, mintToken } from '../../src/modules/identity/demo/index.ts';
import { smallService } from '../proofs/small-service.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { designer } from '../world/works.ts';

/*
 * Large bodies and many requests at once, over real connections: what may be sent is kept within bounds, what may
 * not be sent is not kept at all.
 */

const kilobyte = 1024;
const arrival = { fromOne: 8, inAll: 12, milliseconds: 1000, rate: 64 * kilobyte };
const bounds = { requests: 4, bodyBytes: 4000 * kilobyte, streams: 2, arrival };

let kommons: TestApp;
let port: number;
let origin: string;
let citizen: string;
let draft: string;

const Listening = z.object({ port: z.number() }) satisfies z.ZodType<Pick<AddressInfo, 'port'>>;

before(async () => {
  kommons = await testApp({ bounds });
  const owner = designer(kommons.client, 'harnosand');
  await owner.create(smallService({ id: 'prov', prefix: 'PRV' }), 'Första versionen.');
  await owner.fill('prov', { namnd: 'Provnämnden' });
  await owner.use('prov');
  await kommons.app.listen({ port: 0, host: '127.0.0.1' });
  port = Listening.parse(kommons.app.server.address()).port;
  origin = `http://127.0.0.1:${port}`;
  const person = findDemoPerson('citizen:1@harnosand');
  assert.ok(person !== null);
  citizen = `Bearer ${await mintToken(person, kommons.ground.keys, kommons.clock.now)}`;
  const begun = z.object({ draft: z.string() });
  draft = begun.parse(
    await kommons.client
      .as('citizen:1@harnosand')
      .post('/api/v1/organisations/harnosand/services/prov/drafts'),
  ).draft;
});
after(() => kommons.close());

const step = (): string => `/k/harnosand/tjanster/prov/utkast/${draft}/anmalan`;

type Who = { readonly authorization?: string };

/** A form with what was typed first and last, and a file of a size between. */
async function sendForm(address: string, kilobytes: number, who: Who = {}): Promise<Response> {
  const form = new FormData();
  form.set('vad', 'En lampa är trasig');
  form.set('_go', 'next');
  form.set('bilaga', new File(['x'.repeat(kilobytes * kilobyte)], 'lampa.txt', { type: 'text/plain' }));
  form.set('epost', 'alva@example.se');
  const headers = { origin, ...who };
  return fetch(`${origin}${address}`, { method: 'POST', headers, body: form, redirect: 'manual' });
}

test('whoever has to sign in keeps what was typed, and the files are not taken in', async () => {
  const away = await sendForm(
    '/k/harnosand/mina-arenden/01980000-0000-7000-8000-000000000001/meddelande',
    5000,
  );
  assert.equal(away.status, 401);
  const page = await away.text();
  assert.match(page, /name="vad" value="En lampa är trasig"/);
  assert.match(page, /name="epost" value="alva@example.se"/);
  // A personal draft has an open address, and is still nobody else's.
  const others = await sendForm(step(), 5000);
  assert.equal(others.status, 401);
  assert.match(await others.text(), /name="vad" value="En lampa är trasig"/);
});

test('a route that takes no files does not keep them', async () => {
  const begun = await sendForm('/k/harnosand/tjanster/prov/utkast', 5000, { authorization: citizen });
  assert.equal(begun.status, 303);
});

test('what is typed has its own limit', async () => {
  const form = new FormData();
  for (let index = 0; index < 3; index += 1) form.append('vad', 'x'.repeat(1000 * kilobyte));
  const address = `${origin}/k/harnosand/mina-arenden/01980000-0000-7000-8000-000000000001/meddelande`;
  const sent = await fetch(address, { method: 'POST', headers: { origin }, body: form });
  assert.equal(sent.status, 413);
});

test('files that are too many at once are refused with when to come back, and leave nothing behind', async () => {
  const busy = await sendForm(step(), 5000, { authorization: citizen });
  assert.deepEqual([busy.status, busy.headers.get('retry-after')], [503, '5']);
  assert.match(await busy.text(), /Det är många som använder tjänsten just nu/);
  for (let round = 0; round < 6; round += 1) {
    const saved = await sendForm(step(), 900, { authorization: citizen });
    assert.equal(saved.status, 303, `round ${round}`);
  }
  const json = await fetch(`${origin}/api/v1/organisations/harnosand/drafts/${draft}/pages/anmalan`, {
    method: 'PUT',
    headers: { authorization: citizen, 'content-type': 'application/json' },
    body: JSON.stringify({ answers: { vad: 'x'.repeat(7000 * kilobyte) } }),
  });
  assert.equal(json.status, 503);
  assert.match(json.headers.get('content-type') ?? '', /application\/problem\+json/);
  assert.equal(json.headers.get('retry-after'), '5');
});

/** Sends a text over a connection of its own; `answer` is the first line that comes back. */
async function talk(text: string): Promise<{ readonly socket: Socket; readonly answer: Promise<string> }> {
  const socket = connect(port, '127.0.0.1');
  const answer = new Promise<string>((resolve) => {
    socket.once('data', (bytes: Buffer) => resolve(bytes.toString().split('\r\n')[0] ?? ''));
    socket.once('error', () => resolve('reset'));
    socket.once('close', () => resolve('closed'));
  });
  await new Promise((resolve) => void socket.write(text, resolve));
  return { socket, answer };
}

const beginning = (path: string, headers: readonly string[]): string =>
  ['POST', path, 'HTTP/1.1\r\nHost: x\r\n'].join(' ') + `${headers.join('\r\n')}\r\n\r\n`;

test('a system that must be signed in is told so before its body has come', async () => {
  const headers = [
    'Authorization: Bearer nobody',
    'Content-Type: application/json',
    'Content-Length: 5000000',
  ];
  const { socket, answer } = await talk(beginning('/api/v1/organisations/harnosand/works', headers));
  assert.equal(await answer, 'HTTP/1.1 401 Unauthorized');
  socket.destroy();
});

const begunForm = (path: string, length: number, more: readonly string[] = []): string =>
  beginning(path, [
    `Origin: ${origin}`,
    'Content-Type: multipart/form-data; boundary=b',
    `Content-Length: ${length}`,
    ...more,
  ]) + '--b\r\nContent-Disposition: form-data; name="vad"\r\n\r\nEn ';

/** As many as one address may have, and more than there are places for work. */
async function stalled(text: string): Promise<readonly Awaited<ReturnType<typeof talk>>[]> {
  const all: Awaited<ReturnType<typeof talk>>[] = [];
  for (let index = 0; index < arrival.fromOne; index += 1) {
    all.push(await talk(text));
    // A moment to be asked who it is.
    await pause(25);
  }
  return all;
}

test('senders that stand still take no place from others, and are cut off', async () => {
  await pause(arrival.milliseconds);
  const system = beginning('/api/v1/organisations/harnosand/drafts', [
    'Content-Type: application/json',
    'Content-Length: 1000',
  ]);
  for (const text of [
    begunForm(step(), 1000, [`Authorization: ${citizen}`]),
    system.replace('/drafts', '/services/prov/drafts'),
  ]) {
    const slow = await stalled(text);
    await pause(100);
    assert.equal((await fetch(`${origin}/bibliotek`)).status, 200);
    // One address has its fill; a body more from it is not taken in.
    const more = await sendForm(step(), 1, { authorization: citizen });
    assert.deepEqual([more.status, more.headers.get('retry-after')], [503, '5']);
    const answers = await Promise.all(slow.map((one) => one.answer));
    assert.deepEqual(
      answers,
      answers.map(() => 'HTTP/1.1 408 Request Timeout'),
    );
    await pause(200);
    const saved = await sendForm(step(), 1, { authorization: citizen });
    assert.equal(saved.status, 303);
  }
});

test('a large body that comes steadily is let take its time', async () => {
  const { socket, answer } = await talk(begunForm(step(), 400 * kilobyte, [`Authorization: ${citizen}`]));
  for (let round = 0; round < 10; round += 1) {
    await pause(200);
    socket.write('x'.repeat(20 * kilobyte));
  }
  // It has been under way for three times as long as a small body may be.
  assert.equal(await Promise.race([answer, pause(100).then(() => 'waited for')]), 'waited for');
  assert.equal(await answer, 'HTTP/1.1 408 Request Timeout');
});

test('an address that nobody has does not wait for a body', async () => {
  const { socket, answer } = await talk(
    beginning('/finns-inte', ['Content-Type: application/json', 'Content-Length: 1000']),
  );
  const first = await Promise.race([answer, pause(arrival.milliseconds / 2).then(() => 'waited')]);
  assert.equal(first, 'HTTP/1.1 404 Not Found');
  socket.destroy();
});
