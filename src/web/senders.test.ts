import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fastify, type FastifyInstance } from 'fastify';
import { boundArrivals } from './arriving.ts';
import { limitRate, senderOf } from './senders.ts';

suite('one sender', () => {
  const cases = [
    ['192.0.2.1', '192.0.2.1', true],
    ['192.0.2.1', '192.0.2.2', false],
    ['192.0.2.1', '::ffff:192.0.2.1', true],
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
  ] as const;
  for (const [one, other, same] of cases) {
    test(`${one} and ${other}: ${same ? 'one' : 'two'}`, () =>
      assert.equal(senderOf({ ip: one }) === senderOf({ ip: other }), same));
  }
});

async function limited(perMinute: number): Promise<FastifyInstance> {
  const app = fastify();
  await limitRate(app, perMinute);
  app.setNotFoundHandler(async (_request, reply) => reply.code(404).send('missing'));
  // As Kommons answers what no route takes: unread, before its usual way.
  app.addHook('onRequest', async (request, reply) =>
    request.is404 && request.method === 'POST' ? reply.code(404).send('missing') : undefined,
  );
  app.get('/there', async () => 'there');
  app.get('/health/live', async () => 'alive');
  return app;
}

type Asked = Readonly<{ method?: 'GET' | 'POST'; url: string; remoteAddress?: string }>;

async function statusesOf(app: FastifyInstance, asked: readonly Asked[]): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (const { method = 'GET', ...one } of asked) {
    const sent = method === 'GET' ? {} : { payload: { a: 'b' } };
    statuses.push((await app.inject({ method, ...one, ...sent })).statusCode);
  }
  await app.close();
  return statuses;
}

test('what is not there counts, with a body and without', async () => {
  const asked = [
    { method: 'POST', url: '/gone' },
    { url: '/gone' },
    { method: 'POST', url: '/gone' },
    { url: '/there' },
    { url: '/health/live' },
  ] as const;
  assert.deepEqual(await statusesOf(await limited(2), asked), [404, 404, 429, 429, 200]);
});

test('a network of IPv6 is one sender, another network another', async () => {
  const asked = ['2001:db8::1', '2001:db8::2', '2001:db8::3', '2001:db8:0:1::1'].map((remoteAddress) => ({
    url: '/there',
    remoteAddress,
  }));
  assert.deepEqual(await statusesOf(await limited(2), asked), [200, 200, 429, 200]);
});

test('0 is no limit', async () => {
  const asked = Array.from({ length: 5 }, () => ({ url: '/there' }));
  assert.deepEqual(await statusesOf(await limited(0), asked), [200, 200, 200, 200, 200]);
});

test('bodies under way from one network of IPv6 are bounded together', async () => {
  const app = fastify();
  boundArrivals(app, { fromOne: 2, inAll: 10, milliseconds: 5000, rate: 1 });
  const work = Promise.withResolvers<string>();
  const both = Promise.withResolvers<void>();
  let waiting = 0;
  // The body is under way for as long as nobody has read it.
  app.addHook('onRequest', async ({ ip }) => {
    if (ip === '2001:db8:0:1::1') return;
    waiting += 1;
    if (waiting === 2) both.resolve();
    await work.promise;
  });
  app.post('/', async () => 'done');
  const send = async (remoteAddress: string): Promise<number> =>
    (await app.inject({ method: 'POST', url: '/', payload: { a: 'b' }, remoteAddress })).statusCode;
  const first = [send('2001:db8::1'), send('2001:db8::2')];
  await both.promise;
  assert.deepEqual([await send('2001:db8::3'), await send('2001:db8:0:1::1')], [503, 200]);
  work.resolve('done');
  assert.deepEqual(await Promise.all(first), [200, 200]);
  await app.close();
});
