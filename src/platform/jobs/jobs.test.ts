import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { z } from 'zod';
import { testDatabase } from '../../../tests/support/database.ts';
import { waitFor } from '../../../tests/support/wait.ts';
import { asOwner, DatabaseUnavailable } from '../db/index.ts';
import { silence } from './lease.ts';
import { QueuePool } from './queue-pool.ts';
import { defineTask, enqueue, handle, startWorkers, sweep } from './index.ts';

const database = await testDatabase();
const { db } = database;
const nobody = { organisation: null, person: null };
const greet = defineTask('test.greet', z.object({ name: z.string() }));
const done: string[] = [];
const faults: string[] = [];
const failing = new Set<string>();

const workers = await startWorkers({
  url: database.jobsUrl,
  tasks: [
    handle(greet, async ({ name }) => {
      if (failing.delete(name)) throw new Error(`not yet, ${name}`);
      done.push(name);
    }),
  ],
  nightly: ['test.greet'],
  say: (line) => faults.push(line),
});
after(async () => {
  await workers.stop();
  await database.close();
});

test('work is done soon after its transaction commits, and its payload is checked', async () => {
  await db.transaction(nobody, (tx) => enqueue(tx, greet, { name: 'Alva' }));
  await waitFor(() => done.includes('Alva'));
});

test('work of a transaction that is undone is never done', async () => {
  const undone = db.transaction(nobody, async (tx) => {
    await enqueue(tx, greet, { name: 'Björn' });
    throw new Error('changed my mind');
  });
  await assert.rejects(undone, /changed my mind/);
  await db.transaction(nobody, (tx) => enqueue(tx, greet, { name: 'Cecilia' }));
  await waitFor(() => done.includes('Cecilia'));
  assert.ok(!done.includes('Björn'));
});

test('waiting work with the same key is replaced', async () => {
  const runAt = new Date(Date.now() + 400);
  for (const name of ['David', 'Ebba', 'Fatima']) {
    await db.transaction(nobody, (tx) => enqueue(tx, greet, { name }, { key: 'one', runAt }));
  }
  await waitFor(() => done.includes('Fatima'));
  assert.ok(!done.includes('David') && !done.includes('Ebba'));
});

test('work that fails is told of and tried again', async () => {
  failing.add('Gustav');
  await db.transaction(nobody, (tx) => enqueue(tx, greet, { name: 'Gustav' }));
  await waitFor(() => done.includes('Gustav'), 6000);
  assert.ok(faults.some((line) => line.includes('not yet, Gustav')));
});

test('work goes on by itself when every connection was cut in the middle of it', async () => {
  failing.add('Ivar');
  await db.transaction(nobody, (tx) => enqueue(tx, greet, { name: 'Ivar' }));
  await asOwner(database.ownerUrl, (client) =>
    client.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where usename = 'kommons_jobs' and datname = current_database()`),
  );
  await db.transaction(nobody, (tx) => enqueue(tx, greet, { name: 'Johanna' }));
  // A worker that took a job and lost the connection before it knew keeps it until its lease ends.
  await waitFor(() => done.includes('Johanna') && done.includes('Ivar'), (silence + 15) * 1000);
});

test('workers that cannot look for work at first are replaced by others that can', async (t) => {
  const hide = (name: string, as: string): Promise<unknown> =>
    asOwner(database.ownerUrl, (client) =>
      client.query(`alter table graphile_worker.${name} rename to ${as}`),
    );
  await hide('_private_tasks', 'away');
  const late = defineTask('test.late', z.object({}));
  let isDone = false;
  const others = await startWorkers({
    url: database.jobsUrl,
    tasks: [handle(late, async () => void (isDone = true))],
    say: () => undefined,
  });
  t.after(() => others.stop());
  await sleep(300);
  await hide('away', '_private_tasks');
  await db.transaction(nobody, (tx) => enqueue(tx, late, {}));
  await waitFor(() => isDone, 8000);
});

test('a connection of the queue that is given back twice is taken back once', async () => {
  const pool = new QueuePool({ connectionString: database.jobsUrl, max: 1 });
  await new Promise<void>((resolve, reject) => {
    pool.connect((error, _client, release) => {
      release();
      release();
      if (error === undefined) resolve();
      else reject(error);
    });
  });
  assert.equal((await pool.query('select 1')).rowCount, 1);
  assert.deepEqual([pool.totalCount, pool.idleCount], [1, 1]);
  await pool.end();
});

test('whoever asks a pool that has ended for a connection may give back what it never got', async () => {
  const pool = new QueuePool({ connectionString: database.jobsUrl, max: 1 });
  await pool.end();
  const failed = await new Promise<Error | undefined>((resolve) => {
    pool.connect((error, _client, release) => {
      release();
      resolve(error);
    });
  });
  assert.match(failed?.message ?? '', /after calling end/);
});

const queues = () =>
  asOwner(database.ownerUrl, (client) => client.query('select from graphile_worker._private_job_queues'));

test('names of queues that are empty are forgotten at night', async () => {
  await db.transaction(nobody, (tx) => enqueue(tx, greet, { name: 'Hanna' }, { queue: 'hanna' }));
  await waitFor(() => done.includes('Hanna'));
  assert.equal((await queues()).rowCount, 1);
  await db.transaction(nobody, (tx) => enqueue(tx, defineTask('platform.tidy-queues', z.object({})), {}));
  await waitFor(async () => (await queues()).rowCount === 0);
});

/** A job in the hands of a worker, some seconds ago. */
const inTheHandsOf = async (name: string, seconds: number): Promise<void> => {
  const runAt = new Date(Date.now() + 60 * 60 * 1000);
  await db.transaction(nobody, (tx) => enqueue(tx, greet, { name }, { key: name, runAt, queue: name }));
  await asOwner(database.ownerUrl, (client) =>
    client.query(
      `with job as (update graphile_worker._private_jobs set locked_by = 'pool-gone', run_at = now(),
           locked_at = now() - make_interval(secs => $2) where key = $1 returning job_queue_id)
         update graphile_worker._private_job_queues q set locked_by = 'pool-gone',
           locked_at = now() - make_interval(secs => $2) from job where q.id = job.job_queue_id`,
      [name, seconds],
    ),
  );
};

test('work of a worker that is gone is taken over, that of one who lives is not', async () => {
  await inTheHandsOf('Karin', 60);
  await inTheHandsOf('Lars', 1);
  await waitFor(() => done.includes('Karin'), 12_000);
  assert.ok(!done.includes('Lars'));
});

test('work that failed since the database was away is due at once, what failed by itself waits', async () => {
  const later = new Date(Date.now() + 6 * 60 * 60 * 1000);
  for (const [name, error] of [
    ['Maria', new DatabaseUnavailable('nothing-done', null).message],
    ['Nils', 'not yet, Nils'],
  ] as const) {
    await db.transaction(nobody, (tx) => enqueue(tx, greet, { name }, { key: name, runAt: later }));
    await asOwner(database.ownerUrl, (client) =>
      client.query(
        `update graphile_worker._private_jobs set attempts = max_attempts, last_error = $2 where key = $1`,
        [name, error],
      ),
    );
  }
  await waitFor(() => done.includes('Maria'), 12_000);
  assert.ok(!done.includes('Nils'));
});

test('the application reaches the queue through the one door only', async () => {
  const tables = ['graphile_worker._private_jobs', 'graphile_worker.jobs'];
  for (const table of tables) {
    await assert.rejects(
      db.transaction(nobody, (tx) => sql`select * from ${sql.table(table)}`.execute(tx)),
      /permission denied/,
    );
  }
});

test('the sweep removes what is old in every organisation, and nothing else', async () => {
  const now = new Date('2026-11-23T02:17:00Z');
  const days = (count: number): Date => new Date(now.getTime() - count * 24 * 60 * 60 * 1000);
  for (const [organisation, age] of [
    ['harnosand', 31],
    ['timra', 31],
    ['timra', 29],
  ] as const) {
    await db.transaction({ organisation, person: null }, (tx) =>
      tx
        .insertInto('platform.receipts')
        .values({
          organisation_id: organisation,
          person_id: '',
          key: `k${age}`,
          route: 'r',
          body_hash: '',
          reply: '{}',
          at: days(age),
        })
        .execute(),
    );
  }
  assert.equal(await sweep(database.ownerUrl, now), 2);
  const left = await asOwner(database.ownerUrl, (client) =>
    client.query('select key from platform.receipts'),
  );
  assert.deepEqual(left.rows, [{ key: 'k29' }]);
});
