import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../tests/support/database.ts';
import { connect, DatabaseUnavailable, type Scope, type Tx } from './index.ts';
import { asOwner } from './setup.ts';

const database = await testDatabase();
after(() => database.close());
const { db } = database;
const person = '01980000-0000-7000-8000-000000000001';

type Who = { readonly organisation: string | null; readonly person: string | null };
const who = async (tx: Tx): Promise<Who | undefined> => {
  const { rows } = await sql<Who>`
    select platform.current_organisation() as organisation, platform.current_person() as person`.execute(tx);
  return rows[0];
};

test('a transaction carries its scope, whatever its letters, and leaves none behind', async () => {
  const scopes: readonly Scope[] = [
    { organisation: 'harnosand', person },
    { organisation: null, person: null },
    { organisation: `o'x\\'; drop table platform.log; --`, person: null },
    { organisation: null, person },
  ];
  for (const scope of scopes) assert.deepEqual(await db.transaction(scope, who), scope);
});

test("many transactions on few connections never see each other's scope", async () => {
  const few = connect({ url: database.url, connections: 3, random: Math.random });
  const names = Array.from({ length: 300 }, (_, n) => (n % 7 === 0 ? null : `o${n}`));
  const seen = await Promise.all(
    names.map(async (organisation, n) => {
      const work = few.transaction({ organisation, person: null }, async (tx) => {
        const found = await who(tx);
        if (n % 5 === 0) throw new Error('undone');
        return found?.organisation;
      });
      return work.catch(() => organisation);
    }),
  );
  await few.close();
  assert.deepEqual(seen, names);
});

test('what a failing transaction wrote is gone', async () => {
  const scope = { organisation: 'timra', person: null };
  const undone = db.transaction(scope, async (tx) => {
    await sql`select platform.append_log('timra', 's', 'k', 'a', now(), '{}')`.execute(tx);
    throw new Error('undone');
  });
  await assert.rejects(undone, /undone/);
  const left = await db.transaction(scope, (tx) => tx.selectFrom('platform.log').select('n').execute());
  assert.deepEqual(left, []);
});

test('a serialization failure does the work again, and gives up after a few times', async () => {
  const scope = { organisation: null, person: null };
  for (const [failures, expected] of [
    [2, 'done'],
    [9, 'given up'],
  ] as const) {
    let left = failures;
    const work = db.transaction(scope, async (tx) => {
      await sql`do $$ begin if ${sql.lit(left > 0)} then raise sqlstate '40001'; end if; end $$`
        .execute(tx)
        .finally(() => (left -= 1));
      return 'done';
    });
    assert.equal(await work.catch(() => 'given up'), expected);
    assert.equal(failures - left, expected === 'done' ? 3 : 4);
  }
});

test('connections that the server ended are replaced without anybody noticing', async () => {
  await Promise.all(
    Array.from({ length: 8 }, () => db.transaction({ organisation: null, person: null }, who)),
  );
  await asOwner(database.ownerUrl, (client) =>
    client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and usename = 'kommons_app'`,
    ),
  );
  const scope = { organisation: 'timra', person: null };
  const seen = await Promise.all(Array.from({ length: 30 }, () => db.transaction(scope, who)));
  assert.ok(seen.every((one) => one?.organisation === 'timra'));
});

test('a connection lost under way is a fault with a name, and nothing was done', async () => {
  const lost = db.transaction({ organisation: null, person: null }, (tx) =>
    sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx),
  );
  await assert.rejects(
    lost,
    (error) => error instanceof DatabaseUnavailable && error.outcome === 'nothing-done',
  );
});

test('a server that is not there is waited for a while, then named', async () => {
  const nowhere = new URL(database.url);
  nowhere.searchParams.set('host', '/nonexistent');
  const gone = connect({ url: nowhere.toString(), random: Math.random, patience: 300 });
  const asked = performance.now();
  await assert.rejects(gone.transaction({ organisation: null, person: null }, who), DatabaseUnavailable);
  const waited = performance.now() - asked;
  assert.ok(waited >= 300 && waited < 4000, `waited ${waited} ms`);
  await gone.close();
});

test('values come as the types say', async () => {
  const { rows } = await db.transaction({ organisation: null, person: null }, (tx) =>
    sql`select 9007199254740991::bigint as big, date '2026-02-28' as day, count(*) as none from platform.log`.execute(
      tx,
    ),
  );
  assert.deepEqual(rows, [{ big: 9_007_199_254_740_991, day: '2026-02-28', none: 0 }]);
  const tooBig = db.transaction({ organisation: null, person: null }, (tx) =>
    sql`select 9007199254740992::bigint as big`.execute(tx),
  );
  await assert.rejects(tooBig, RangeError);
});
