import assert from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { after, test } from 'node:test';
import { openThread, TookTooLong, TooManyWait } from './index.ts';

const entry = new URL('./testing/counting.ts', import.meta.url);
const thread = openThread<number, number>(entry);
after(() => thread.close());

test('work is done beside the event loop, in turn', async () => {
  await thread.run(1);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const long = 2_000_000_000;
  assert.deepEqual(await Promise.all([long, 2, 3].map((to) => thread.run(to))), [long, 2, 3]);
  delay.disable();
  assert.ok(delay.count > 5, 'the loop went round meanwhile');
});

test('what the work throws reaches whoever asked, and the next is served', async () => {
  await assert.rejects(thread.run(-1), /below nothing/);
  assert.equal(await thread.run(4), 4);
});

test('whoever comes while too many wait is sent away, and what waits when it closes is not done', async () => {
  const short = openThread<number, number>(entry, { most: 2 });
  const asked = [400_000_000, 2, 3].map((to) => short.run(to));
  const [, , third] = asked;
  assert.ok(third);
  await assert.rejects(third, TooManyWait);
  const left = Promise.allSettled(asked.slice(0, 2));
  await short.close();
  assert.deepEqual(
    (await left).map(({ status }) => status),
    ['rejected', 'rejected'],
  );
  await assert.rejects(short.run(1), /closed/);
});

test('what takes too long is given up, and the next is served', async () => {
  const hasty = openThread<number, number>(entry, { limit: 1500 });
  const [endless, next] = await Promise.allSettled([hasty.run(0.5), hasty.run(5)]);
  assert.ok(endless.status === 'rejected' && endless.reason instanceof TookTooLong);
  assert.deepEqual(next, { status: 'fulfilled', value: 5 });
  await hasty.close();
});

test('an asker has one piece at a time, and others are not kept out by it', async () => {
  const fair = openThread<number, number>(entry);
  const first = fair.run(1, 'a');
  await assert.rejects(fair.run(1, 'a'), TooManyWait);
  await Promise.all([first, fair.run(1, 'b'), fair.run(1)]);
  await fair.run(1, 'a');
  await fair.close();
});
