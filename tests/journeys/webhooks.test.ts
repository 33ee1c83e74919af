import assert from 'node:assert/strict';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { after, before, beforeEach, suite, test } from 'node:test';
import { sql } from 'kysely';
import { z } from 'zod';
import { composeTasks } from '../../src/main-app.ts';
import { pauses } from '../../src/modules/systems/connections/webhooks/webhook.ts';
import { testApp, type TestApp } from '../support/app.ts';
import type { Shown } from '../support/visitor.ts';
import { waitFor } from '../support/wait.ts';

/* A receiver of the organisation's own is told of what happens, signed, and never with facts. */

type Received = { readonly headers: IncomingHttpHeaders; readonly body: string };

let kommons: TestApp;
let server: Server;
let address: string;
const received: Received[] = [];
/** What the receiver answers. */
const answer = { status: 204 };

const page = '/arbete/skara/system/kopplingar';
const strategist = () => kommons.visitor('strategist@skara');

before(async () => {
  server = createServer((request, reply) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString('utf8')));
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      reply.writeHead(answer.status).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());
  const origin = `http://127.0.0.1:${port}`;
  address = `${origin}/in`;
  kommons = await testApp({ work: true, outboundAlso: [origin] });
  const visitor = strategist();
  await visitor.raw('POST', '/arbete/skara/system/lagg-till', { produkt: 'lifecare' });
});
after(async () => {
  await kommons.close();
  server.close();
});
beforeEach(() => {
  received.length = 0;
  answer.status = 204;
});

const Content = z.object({
  type: z.string(),
  timestamp: z.iso.datetime(),
  data: z.looseObject({ organisation: z.string(), fetch: z.string() }),
});
const contentOf = ({ body }: Received) => Content.parse(JSON.parse(body));

/** As a receiver does it, by the standard: any of the signatures may be right. */
function isSigned({ headers, body }: Received, secret: string): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const right = createHmac('sha256', key).update(signed).digest();
  return String(headers['webhook-signature'])
    .split(' ')
    .some((one) => {
      const [version, text = ''] = one.split(',');
      const given = Buffer.from(text, 'base64');
      return version === 'v1' && given.length === right.length && timingSafeEqual(given, right);
    });
}

const all = ['usages', 'catalogue', 'notice', 'talk'] as const;

async function addWebhook(kinds: readonly string[] = all): Promise<string> {
  const visitor = strategist();
  const form = await visitor.open(`${page}/webhooks/ny`);
  const sent = await visitor.send(form, '/webhooks/ny', { adress: address, om: kinds });
  assert.match(sent.text, /Webhooken är tillagd/);
  return /webhooks\/([\da-f-]{36})/u.exec(sent.address)?.[1] ?? '';
}

const hookAt = (webhook: string): string => `${page}/webhooks/${webhook}`;

async function press(webhook: string, what: string): Promise<Shown> {
  const visitor = strategist();
  return visitor.send(await visitor.open(hookAt(webhook)), `/${what}`);
}

const secretIn = ({ text }: Shown): string => /whsec_[\w+/=]+/u.exec(text)?.[0] ?? '';

async function removeAll(): Promise<void> {
  await kommons.database.db.transaction({ organisation: 'skara', person: null }, (tx) =>
    sql`delete from systems.webhooks where organisation_id = 'skara'`.execute(tx),
  );
}

const arrived = (n: number): Promise<void> => waitFor(async () => received.length >= n, 10_000);

suite('a webhook', () => {
  test('is added with an address that may be reached, and shows its secret once', async () => {
    const visitor = strategist();
    const form = await visitor.open(`${page}/webhooks/ny`);
    for (const [adress, wrong] of [
      ['http://exempel.se/', /behöver börja med https/],
      ['https://127.0.0.1/', /inte ett IP-nummer/],
      ['https://intranat/', /fullständigt namn/],
      ['https://exempel.se:22/', /port 443 eller 8443/],
      ['nonsens', /Skriv en hel adress/],
    ] as const) {
      const again = await visitor.send(form, '/webhooks/ny', { adress, om: ['usages'] });
      assert.equal(again.status, 422);
      assert.match(again.text, wrong);
    }
    const nothing = await visitor.send(form, '/webhooks/ny', { adress: address, om: [] });
    assert.match(nothing.text, /Välj minst en sak/);
    const webhook = await addWebhook();
    const shown = await press(webhook, 'visa');
    assert.match(secretIn(shown), /^whsec_[\w+/]{43}=$/u);
    const again = await visitor.raw('POST', `${hookAt(webhook)}/visa`);
    assert.match(again.location, /gjort=redan/);
    assert.equal(secretIn(await visitor.open(again.location)), '');
    assert.doesNotMatch((await visitor.open(hookAt(webhook))).html, /whsec_/u);
    await removeAll();
  });

  test('sent twice is added once', async () => {
    const visitor = strategist();
    const form = await visitor.open(`${page}/webhooks/ny`);
    const key = /name="_key" value="([^"]+)"/u.exec(form.html)?.[1] ?? '';
    const fields = { adress: address, om: 'usages', _key: key };
    const places = await Promise.all([1, 2].map(() => visitor.raw('POST', `${page}/webhooks/ny`, fields)));
    assert.equal(places[0]?.location, places[1]?.location);
    await removeAll();
  });

  test('is for those who answer for the systems, at their own organisation', async () => {
    const webhook = await addWebhook();
    const reader = await kommons.visitor('case-worker@skara').open(page);
    assert.match(reader.text, /Den som ansvarar för era system kan lägga till webhooks/);
    assert.doesNotMatch(reader.text, /127\.0\.0\.1:/);
    for (const who of ['case-worker@skara', 'strategist@hjo', 'supplier@skara', 'citizen:1@skara']) {
      const organisation = who === 'strategist@hjo' ? 'hjo' : 'skara';
      const at = hookAt(webhook).replace('skara', organisation);
      assert.equal((await kommons.visitor(who).raw('GET', at)).status, 404, who);
      for (const what of ['visa', 'hemlighet', 'prov', 'vack', 'ta-bort', 'andra'])
        assert.equal((await kommons.visitor(who).raw('POST', `${at}/${what}`)).status, 404, `${who} ${what}`);
    }
    await removeAll();
  });

  test('no more than ten are kept, however many press at once', async () => {
    const visitor = strategist();
    const presses = Array.from({ length: 14 }, () =>
      visitor.raw('POST', `${page}/webhooks/ny`, { adress: address, om: 'usages' }),
    );
    const statuses = (await Promise.all(presses)).map(({ status }) => status);
    assert.equal(statuses.filter((status) => status === 303).length, 10);
    assert.equal(statuses.filter((status) => status === 422).length, 4);
    await removeAll();
  });
});

suite('a message', () => {
  test('of a test is signed, and is in the log by its digest', async () => {
    const webhook = await addWebhook();
    const secret = secretIn(await press(webhook, 'visa'));
    await press(webhook, 'prov');
    await arrived(1);
    const [message] = received;
    assert.ok(message);
    assert.ok(isSigned(message, secret));
    assert.ok(!isSigned({ ...message, body: `${message.body} ` }, secret));
    assert.equal(contentOf(message).type, 'test');
    const hash = createHash('sha256').update(message.body).digest('hex');
    await waitFor(
      async () => (await strategist().open(hookAt(webhook))).text.includes('Kom fram (204)'),
      5000,
    );
    assert.match((await strategist().open(hookAt(webhook))).text, new RegExp(hash, 'u'));
    await removeAll();
  });

  test('is signed with both secrets for a day after a new one is made', async () => {
    const webhook = await addWebhook();
    const first = secretIn(await press(webhook, 'visa'));
    const renewed = await press(webhook, 'hemlighet');
    assert.match(renewed.text, /Den gamla gäller också till/);
    const second = secretIn(await press(webhook, 'visa'));
    assert.notEqual(first, second);
    await press(webhook, 'prov');
    await arrived(1);
    const [message] = received;
    assert.ok(message && isSigned(message, first) && isSigned(message, second));
    const now = kommons.clock.now;
    kommons.clock.now = new Date(now.getTime() + 25 * 60 * 60 * 1000);
    await press(webhook, 'prov');
    await arrived(2);
    kommons.clock.now = now;
    const later = received[1];
    assert.ok(later && !isSigned(later, first) && isSigned(later, second));
    await removeAll();
  });

  test('tells of own systems, the catalogue, questions and calls, each by ids alone', async () => {
    await addWebhook();
    const secret = 'Ordet som ingen annan får läsa';
    const skara = kommons.client.as('strategist@skara');
    const added = z.object({ id: z.string() }).parse(
      await skara.post('/api/v1/organisations/skara/usages', {
        product: 'raindance',
        facts: { risks: secret, contact: secret, contactEmail: 'fraga@skara.example' },
      }),
    );
    await arrived(1);
    const own = contentOf(received[0] ?? assert.fail());
    assert.equal(own.type, 'usages.changed');
    assert.deepEqual(own.data['usages'], [added.id]);
    assert.equal(own.data.fetch, 'http://kommons.test/api/v1/organisations/skara/usages/changes');

    const curator = kommons.client.as('strategist@goteborgsregionen');
    await kommons.database.db.transaction({ organisation: null, person: null }, (tx) =>
      sql`insert into systems.curators (organisation_id, since) values ('goteborgsregionen', now()) on conflict do nothing`.execute(
        tx,
      ),
    );
    await curator.put('/api/v1/organisations/goteborgsregionen/products/raindance', {
      aliases: ['Raindance Ekonomi', secret],
    });
    await curator.put('/api/v1/organisations/goteborgsregionen/products/platina', { aliases: ['Platinum'] });
    await arrived(2);
    const product = contentOf(received[1] ?? assert.fail());
    assert.deepEqual([product.type, product.data['product']], ['product.changed', 'raindance']);
    assert.equal(product.data.fetch, 'http://kommons.test/api/v1/products/raindance');

    const hjo = kommons.visitor('strategist@hjo');
    const form = await hjo.open(`/arbete/hjo/systemfragor/ny?usage=${added.id}&produkt=raindance&till=skara`);
    await hjo.send(form, '/systemfragor/ny', { text: secret });
    await arrived(3);
    const question = contentOf(received[2] ?? assert.fail());
    assert.equal(question.type, 'question.received');
    assert.match(question.data.fetch, /^http:\/\/kommons\.test\/arbete\/skara\/systemfragor\/[\da-f-]{36}$/u);

    for (const { body } of received) assert.doesNotMatch(body, /Ordet som ingen/u);
    assert.equal(received.length, 3, 'a product that is not used is not told of');
    await removeAll();
  });

  test('of a contract to give notice comes with the nightly reminders', async () => {
    await addWebhook(['notice']);
    const day = new Date(kommons.clock.now.getTime() + 89 * 86_400_000).toISOString().slice(0, 10);
    const usage = z.object({ id: z.string() }).parse(
      await kommons.client.as('strategist@skara').post('/api/v1/organisations/skara/usages', {
        product: 'platina',
        facts: { contractEnds: day, noticeMonths: 0 },
      }),
    );
    const tasks = composeTasks(kommons.ground, kommons.database.ownerUrl);
    const nightly = tasks.find(({ name }) => name === 'systems.remind');
    await nightly?.run({});
    await arrived(1);
    const notice = contentOf(received[0] ?? assert.fail());
    assert.deepEqual([notice.type, notice.data['usage']], ['notice.coming', usage.id]);
    assert.doesNotMatch(received[0]?.body ?? '', new RegExp(day, 'u'));
    await removeAll();
  });
});

/** Everything that waits, tried now. */
async function tryAgain(): Promise<void> {
  const tasks = composeTasks(kommons.ground, kommons.database.ownerUrl);
  const send = tasks.find(({ name }) => name === 'systems.send-webhook');
  const { rows } = await kommons.database.db.transaction({ organisation: 'skara', person: null }, (tx) =>
    sql<{ id: string }>`select id from systems.webhook_deliveries where state = 'waiting'`.execute(tx),
  );
  for (const { id } of rows) await send?.run({ organisation: 'skara', delivery: id });
}

suite('a receiver that does not answer', () => {
  test('is tried for three days, then rests with a letter, and is woken', async () => {
    assert.ok(pauses.every((pause, at) => pause > (pauses[at - 1] ?? 0)));
    assert.ok(pauses.reduce((sum, one) => sum + one, 0) <= 3 * 86_400_000);
    const webhook = await addWebhook();
    answer.status = 500;
    await press(webhook, 'prov');
    await waitFor(
      async () => (await strategist().open(hookAt(webhook))).text.includes('Mottagaren svarade 500'),
      5000,
    );
    assert.match((await strategist().open(hookAt(webhook))).text, /Försöker igen/);
    for (let n = 1; n < pauses.length; n += 1) await tryAgain();
    assert.doesNotMatch((await strategist().open(hookAt(webhook))).text, /Webhooken vilar/);
    await tryAgain();
    const resting = await strategist().open(hookAt(webhook));
    assert.match(resting.text, /Webhooken vilar/);
    assert.doesNotMatch(resting.text, /Skicka en provsignal/, 'nothing is sent while it rests');
    assert.match(resting.text, new RegExp(`Gavs upp efter ${pauses.length + 1} försök`, 'u'));
    assert.equal(received.length, pauses.length + 1);
    const ids = new Set(received.map(({ headers }) => headers['webhook-id']));
    assert.equal(ids.size, 1, 'the same message has the same id each time');
    const mailed = async () => {
      const { rows } = await kommons.database.db.transaction({ organisation: 'skara', person: null }, (tx) =>
        sql<{
          subject: string;
        }>`select subject from platform.demo_mailbox where organisation_id = 'skara'`.execute(tx),
      );
      return rows.filter(({ subject }) => /^Webhooken till 127\.0\.0\.1:\d+ vilar$/u.test(subject)).length;
    };
    await waitFor(async () => (await mailed()) === 1, 5000);
    await kommons.client
      .as('strategist@skara')
      .post('/api/v1/organisations/skara/usages', { product: 'platina' });
    assert.match((await strategist().open(page)).text, /Vilar/);
    answer.status = 200;
    const woken = await press(webhook, 'vack');
    assert.match(woken.text, /Webhooken skickar igen/);
    await waitFor(
      async () => (await strategist().open(hookAt(webhook))).text.includes('Kom fram (200)'),
      5000,
    );
    assert.equal(received.length, pauses.length + 2, 'what happened meanwhile is read in the feed');
    assert.equal(await mailed(), 1);
    await removeAll();
  });

  test('that says it is gone is left alone at once', async () => {
    const webhook = await addWebhook();
    answer.status = 410;
    await press(webhook, 'prov');
    await waitFor(
      async () => (await strategist().open(hookAt(webhook))).text.includes('Webhooken vilar'),
      5000,
    );
    await removeAll();
  });

  test('that sends on to somewhere else is not followed', async () => {
    const webhook = await addWebhook();
    answer.status = 302;
    await press(webhook, 'prov');
    await waitFor(
      async () => (await strategist().open(hookAt(webhook))).text.includes('Mottagaren svarade 302'),
      5000,
    );
    assert.equal(received.length, 1);
    await removeAll();
  });
});

test('the page names the addresses, the feeds and the files, in both languages', async () => {
  const visitor = strategist();
  const shown = await visitor.open(page);
  assert.match(shown.text, /\/api\/v1\/organisations\/skara\/usages\/changes/);
  assert.match(shown.html, /curl --header &quot;Authorization: Bearer \$KEY&quot;/);
  for (const to of ['export.ods', 'archimate.xml', '/system/dcat.rdf', '/system/lista?format=ods'])
    assert.ok(shown.html.includes(to), to);
  const file = await visitor.raw('GET', `${page}/archimate.xml`);
  assert.match(String(file.headers['content-type']), /application\/xml/u);
  assert.match((await visitor.open(`/en${page}`)).text, /Follow changes/);
});
