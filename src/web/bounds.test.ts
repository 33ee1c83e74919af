import assert from 'node:assert/strict';
import test from 'node:test';
import { fastify } from 'fastify';
import { keepWithin } from './bounds.ts';

test('when too many are under way the next is turned away at once; when they are gone it is let in', async () => {
  const app = fastify();
  keepWithin({ requests: 2, bodyBytes: 1000, streams: 2 }, app);
  const work = Promise.withResolvers<string>();
  const both = Promise.withResolvers<void>();
  let atWork = 0;
  const slowly = async (): Promise<string> => {
    atWork += 1;
    if (atWork === 2) both.resolve();
    return work.promise;
  };
  app.get('/slow', slowly);
  app.post('/slow', slowly);
  app.get('/quick', async () => 'done');
  app.get('/health/live', async () => 'alive');
  const statusOf = async (url: string): Promise<number> => (await app.inject(url)).statusCode;

  const body = { method: 'POST', url: '/slow', payload: { some: 'thing' } } as const;
  const slow = [statusOf('/slow'), app.inject(body).then(({ statusCode }) => statusCode)];
  await both.promise;
  assert.deepEqual([await statusOf('/quick'), await statusOf('/health/live')], [503, 200]);
  work.resolve('done');
  assert.deepEqual(await Promise.all(slow), [200, 200]);
  assert.equal(await statusOf('/quick'), 200);
  await app.close();
});
