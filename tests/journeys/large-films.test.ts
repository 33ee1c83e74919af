import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { sampleWebm } from '../../src/modules/guides/media/film/samples.ts';
import { findDemoPerson, mintToken } from '../../src/modules/identity/demo/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { largeFilm, lengthOf, sendLarge } from '../support/film.ts';
import { smallGuide } from '../support/small-guide.ts';
import { formsOf } from '../support/visitor.ts';
import { designer } from '../world/works.ts';

/*
 * Films of any length, over real connections: to disk as they come and from disk as they are watched. Nothing that is
 * cut off, refused or too much leaves anything behind.
 */

const secret = '+58.3868+013.4387/';
const megabytes = 30;
const work = 'filmer';
const at = `/arbete/skara/verk/${work}/anpassa`;
const api = '/api/v1/organisations/skara/media';

let kommons: TestApp;
let origin = '';
let authorization = '';
let unfinished = '';

before(async () => {
  kommons = await testApp();
  const blocks = [
    { id: 'film', type: 'film', title: { sv: 'Filmen', en: 'The film' } },
    { id: 'bild', type: 'picture', alt: { sv: 'Bilden', en: 'The picture' } },
  ];
  const step = { id: 'titta', title: { sv: 'Titta', en: 'Look' }, blocks };
  const sections = [{ id: 'allt', title: { sv: 'Allt', en: 'All' }, steps: [step] }];
  await designer(kommons.client, 'skara').create(
    { ...smallGuide, id: work, parameters: [], sections },
    'Första versionen.',
  );
  await kommons.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = z.object({ port: z.number() }).parse(kommons.app.server.address());
  origin = `http://127.0.0.1:${port}`;
  authorization = await tokenOf('designer@skara');
  unfinished = path.join(kommons.folder, 'unfinished');
  await mkdir(unfinished, { recursive: true });
});
after(() => kommons.close());

async function tokenOf(who: string): Promise<string> {
  const person = findDemoPerson(who);
  assert.ok(person);
  return `Bearer ${await mintToken(person, kommons.ground.keys, kommons.clock.now)}`;
}

const arriving = (): Promise<readonly string[]> => readdir(unfinished);

const film = (size = megabytes) => ({ length: lengthOf(size, secret), content: largeFilm(size, secret) });

/** Sends the form of a block in the editor with a film in the field of its file. */
async function choose(element: string, sent: ReturnType<typeof film>) {
  const page = await kommons.visitor('designer@skara').open(`${at}?element=${element}`);
  const fields = formsOf(page.html).find((one) => one.action.split('?')[0] === at)?.fields ?? {};
  const typed = Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => [name, one] as const),
  );
  return sendLarge({
    origin,
    address: at,
    authorization,
    fields: typed,
    field: 'file:media',
    ...sent,
  });
}

/** Which file the block of the draft has. */
async function chosen(): Promise<string> {
  const page = await kommons.visitor('designer@skara').open(`${at}?element=film`);
  return /name="f:media" value="(sha256-[0-9a-f]{64})"/.exec(page.html)?.[1] ?? '';
}

const get = (media: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
  fetch(`${origin}${at}/media/${media}`, { method, headers: { authorization, ...headers } });

test('a film larger than other files may be is chosen in the editor, and tells nothing of its making', async () => {
  const answer = await choose('film', film());
  assert.equal(answer.status, 303, answer.text.slice(0, 500));
  const media = await chosen();
  const sent = await get(media);
  assert.equal(sent.status, 200);
  assert.equal(sent.headers.get('content-type'), 'video/mp4');
  assert.equal(sent.headers.get('content-disposition'), 'inline');
  assert.match(sent.headers.get('content-security-policy') ?? '', /sandbox/);
  assert.equal(sent.headers.get('content-length'), String(lengthOf(megabytes, secret)));
  const bytes = Buffer.from(await sent.arrayBuffer());
  assert.equal(bytes.length, lengthOf(megabytes, secret));
  assert.ok(!bytes.includes(secret) && bytes.includes('bild och ljud 29'));
  assert.equal(`sha256-${createHash('sha256').update(bytes).digest('hex')}`, media);
  assert.deepEqual(await arriving(), []);
  for (const [first, last] of [
    [20_000_000, 20_000_099],
    [262_140, 262_150],
  ] as const) {
    const part = await get(media, { range: `bytes=${first}-${last}` });
    assert.equal(part.status, 206);
    assert.equal(part.headers.get('content-range'), `bytes ${first}-${last}/${bytes.length}`);
    assert.deepEqual(Buffer.from(await part.arrayBuffer()), bytes.subarray(first, last + 1));
  }
  const head = await get(media, {}, 'HEAD');
  assert.deepEqual([head.status, head.headers.get('content-length')], [200, String(bytes.length)]);
  assert.equal((await get(media, { range: `bytes=${bytes.length}-` })).status, 416);
});

test('a connection that is cut in the middle leaves nothing, and the draft as it was', async () => {
  const was = await chosen();
  const cut = new AbortController();
  const half = async function* (): AsyncGenerator<Uint8Array> {
    let sent = 0;
    for (const piece of largeFilm(megabytes, secret)) {
      yield piece;
      sent += 1;
      if (sent !== 12) continue;
      for (let tries = 0; (await arriving()).length === 0 && tries < 100; tries += 1) await pause(20);
      assert.equal((await arriving()).length, 1, 'it was under way');
      cut.abort();
      return;
    }
  };
  await assert.rejects(
    sendLarge({
      origin,
      address: api,
      authorization,
      field: 'file',
      length: lengthOf(megabytes, secret),
      content: half(),
      signal: cut.signal,
    }),
  );
  for (let tries = 0; (await arriving()).length > 0 && tries < 100; tries += 1) await pause(20);
  assert.deepEqual(await arriving(), []);
  assert.equal(await chosen(), was);
});

test('through the API a film comes by the same rules, and a guide may name it', async () => {
  const sent = await sendLarge({
    origin,
    address: api,
    authorization,
    fields: [['use', 'film']],
    field: 'file',
    ...film(),
  });
  assert.equal(sent.status, 201, sent.text);
  const { media } = z.object({ media: z.string() }).parse(JSON.parse(sent.text));
  assert.equal(media, await chosen(), 'the same film is the same file');
});

const Failure = z.object({ failure: z.object({ kind: z.string(), message: z.object({ sv: z.string() }) }) });

const webm = sampleWebm({ secret, open: false });
const refusals: readonly (readonly [string, string, ReturnType<typeof film>, string, RegExp])[] = [
  ['a film as a picture', 'picture', film(1), 'picture', /ingen bild/],
  ['a film as captions', 'captions', film(1), 'captions', /inte text/],
  ['a film as a file', 'file', film(1), 'file', /Den sortens fil/],
  [
    'a cut film',
    'film',
    {
      length: webm.length - 3,
      content: (function* () {
        yield webm.subarray(0, -3);
      })(),
    },
    'film',
    /skadad/,
  ],
];
for (const [name, use, sent, kind, words] of refusals) {
  test(`${name} is refused in words, and leaves nothing`, async () => {
    const answer = await sendLarge({
      origin,
      address: api,
      authorization,
      fields: [['use', use]],
      field: 'file',
      ...sent,
    });
    assert.equal(answer.status, 422);
    const { failure } = Failure.parse(JSON.parse(answer.text));
    assert.equal(failure.kind, kind);
    assert.match(failure.message.sv, words);
    assert.deepEqual(await arriving(), []);
  });
}

test('one that says that it is larger than films may be is refused at once, in words', async () => {
  const length = 600 * 1024 * 1024;
  const answer = await sendLarge({
    origin,
    address: at,
    authorization,
    field: 'file:media',
    length,
    content: [],
  });
  assert.equal(answer.status, 413);
  assert.match(answer.text, /En film får vara högst 500 megabyte, och en annan fil högst 20\./);
});

test('what is no film is not larger than other files', async () => {
  const length = 22 * 1024 * 1024;
  const content = Array.from({ length: 22 }, () => Buffer.alloc(1024 * 1024, 'text '));
  const answer = await sendLarge({
    origin,
    address: api,
    authorization,
    fields: [['use', 'file']],
    field: 'file',
    length,
    content,
  });
  assert.equal(answer.status, 413);
});

test('who may not write guides sends no film, and no part of it is kept', async () => {
  for (const who of ['case-worker@skara', 'designer@hjo']) {
    const answer = await sendLarge({
      origin,
      address: api,
      authorization: await tokenOf(who),
      fields: [['use', 'film']],
      field: 'file',
      ...film(),
    });
    assert.equal(answer.status, 404, who);
  }
  assert.deepEqual(await arriving(), []);
});

/** One that begins and then waits until it is let go on. */
function waiting(until: Promise<void>) {
  const content = async function* (): AsyncGenerator<Uint8Array> {
    const all = largeFilm(2, secret);
    for (const piece of all) {
      yield piece;
      if (piece.length > 1000_000) await until;
    }
  };
  return { length: lengthOf(2, secret), content: content() };
}

test('a person has two films under way; the third is told so, and is let in when they are done', async () => {
  const go = Promise.withResolvers<void>();
  const send = (sent: ReturnType<typeof waiting> | ReturnType<typeof film>) =>
    sendLarge({ origin, address: api, authorization, fields: [['use', 'film']], field: 'file', ...sent });
  const two = [send(waiting(go.promise)), send(waiting(go.promise))];
  for (let tries = 0; (await arriving()).length < 2 && tries < 100; tries += 1) await pause(20);
  const third = await send(film(1));
  assert.equal(third.status, 503);
  assert.match(third.text, /två stora filer samtidigt/);
  const other = await sendLarge({
    origin,
    address: '/api/v1/organisations/hjo/media',
    authorization: await tokenOf('designer@hjo'),
    fields: [['use', 'film']],
    field: 'file',
    ...film(1),
  });
  assert.equal(other.status, 201, 'another person is not held up');
  go.resolve();
  assert.deepEqual(
    (await Promise.all(two)).map(({ status }) => status),
    [201, 201],
  );
  assert.equal((await send(film(1))).status, 201);
  assert.deepEqual(await arriving(), []);
});

test('a film that the disk has damaged is not shown as if it were whole, and the fault is told of', async () => {
  const media = await chosen();
  assert.equal((await get(media, { range: 'bytes=0-9' })).status, 206);
  const hash = media.replace('sha256-', '');
  const file = await open(path.join(kommons.folder, hash.slice(0, 2), hash), 'r+');
  await file.write(Buffer.from('fel'), 0, 3, 15_000_000);
  await file.close();
  const before = kommons.logged.length;
  await assert.rejects(async () => (await get(media)).arrayBuffer(), 'it ends before its end');
  for (let tries = 0; kommons.logged.length === before && tries < 50; tries += 1) await pause(20);
  assert.match(kommons.logged.slice(before).join('\n'), /was damaged on disk/);
  assert.equal((await get(media, { range: 'bytes=0-9' })).status, 500, 'from then on not at all');
});
