import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { z } from 'zod';
import { testDatabase } from '../../../tests/support/database.ts';
import { waitFor } from '../../../tests/support/wait.ts';
import { systemClock } from '../clock.ts';
import { asOwner } from '../db/index.ts';
import { startWorkers } from '../jobs/index.ts';
import { defineEvent, deliverEvents, emit, findDeadEvents, on } from './index.ts';

const database = await testDatabase();
const { db } = database;
const scope = { organisation: 'harnosand', person: null };
const published = defineEvent('test.published', z.object({ work: z.string(), number: z.number() }));
const seen: string[] = [];
const broken = new Set<string>();

const workers = await startWorkers({
  url: database.jobsUrl,
  tasks: [
    deliverEvents({
      db,
      clock: systemClock,
      subscriptions: [
        on(published, async ({ work, number }, occurrence) => {
          if (broken.has(`${work} ${number}`)) throw new Error('the reader stumbles');
          seen.push(`${occurrence.organisation} ${work} ${number}`);
        }),
      ],
    }),
  ],
  say: () => undefined,
});
after(async () => {
  await workers.stop();
  await database.close();
});

function tell(work: string, number: number, organisation: string | null = 'harnosand'): Promise<void> {
  return db.transaction({ organisation, person: null }, (tx) =>
    emit(tx, published, { work, number }, { id: randomUUID(), at: new Date(), organisation, subject: work }),
  );
}

/** A fault is followed by growing pauses; the test does not wait for them. */
async function hurry(): Promise<void> {
  await asOwner(database.ownerUrl, async (client) => {
    await client.query('update graphile_worker._private_jobs set run_at = now() where locked_at is null');
    await client.query(`select pg_notify('jobs:insert', '{"count":1}')`);
  });
}

const of = (work: string): readonly string[] => seen.filter((line) => line.includes(` ${work} `));

test('events of one subject arrive once each and in order', async () => {
  for (let number = 1; number <= 20; number += 1) await tell('skolskjuts', number);
  await waitFor(() => of('skolskjuts').length >= 20);
  assert.deepEqual(
    of('skolskjuts'),
    Array.from({ length: 20 }, (_, n) => `harnosand skolskjuts ${n + 1}`),
  );
});

test('an event of a transaction that is undone is never told', async () => {
  const undone = db.transaction(scope, async (tx) => {
    const emission = { id: randomUUID(), at: new Date(), organisation: 'harnosand', subject: 'undone' };
    await emit(tx, published, { work: 'undone', number: 1 }, emission);
    throw new Error('no');
  });
  await assert.rejects(undone, /no/);
  await tell('after', 1);
  await waitFor(() => of('after').length === 1);
  assert.equal(of('undone').length, 0);
});

test('what happens in no organisation is told too', async () => {
  await tell('national', 1, null);
  await waitFor(() => seen.includes('null national 1'));
});

test('a failing event holds back its own subject only, and goes first when it is mended', async () => {
  broken.add('stuck 1');
  await tell('stuck', 1);
  await tell('stuck', 2);
  const asked = performance.now();
  await tell('free', 1);
  await waitFor(() => of('free').length === 1);
  assert.ok(performance.now() - asked < 1000);
  assert.equal(of('stuck').length, 0);
  broken.delete('stuck 1');
  await waitFor(async () => {
    await hurry();
    return of('stuck').length === 2;
  });
  assert.deepEqual(of('stuck'), ['harnosand stuck 1', 'harnosand stuck 2']);
});

test('an event that never succeeds is set aside where it is seen, and the next goes on', async () => {
  broken.add('poison 1');
  await tell('poison', 1);
  await tell('poison', 2);
  await waitFor(async () => {
    await hurry();
    return of('poison').length === 1;
  }, 10_000);
  const dead = await db.transaction(scope, (tx) => findDeadEvents(tx, 'harnosand'));
  assert.deepEqual(
    dead.map(({ subject, failure }) => ({ subject, failure })),
    [{ subject: 'poison', failure: 'Error: the reader stumbles' }],
  );
});
