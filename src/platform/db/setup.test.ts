import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { after, test } from 'node:test';
import { emptyDatabase, testDatabase } from '../../../tests/support/database.ts';
import { assertSafe, decideUnsafe, type Facts } from './assertions.ts';
import { openPool, poolConfig } from './connect.ts';
import { deriveAddresses } from './roles.ts';
import { readMigrations } from './migrations.ts';
import { asOwner, setUp } from './setup.ts';

test('twenty processes that start at once on one empty database all succeed, and one does the work', async (t) => {
  const database = await emptyDatabase();
  t.after(() => database.close());
  const script = fileURLToPath(new URL('../../../tests/support/processes/set-up.ts', import.meta.url));
  const runs = await Promise.all(
    Array.from({ length: 20 }, () => promisify(execFile)(process.execPath, [script, database.ownerUrl])),
  );
  const ran = runs.map(({ stdout }) => JSON.parse(stdout)).filter((names) => names.length > 0);
  assert.deepEqual(ran, [(await readMigrations()).map((one) => one.name)]);
});

test('an owner that is no superuser sets up, and sees tenants only when it does maintenance', async (t) => {
  const database = await emptyDatabase();
  const name = `owner_${process.pid}`;
  const plain = new URL(database.ownerUrl);
  plain.username = name;
  t.after(async () => {
    await asOwner(database.ownerUrl, (client) =>
      client.query(`reassign owned by ${name} to kommons_owner; drop owned by ${name}; drop role ${name}`),
    );
    await database.close();
  });
  await asOwner(database.ownerUrl, (client) =>
    client.query(`create role ${name} login; alter database ${plain.pathname.slice(1)} owner to ${name}`),
  );
  await setUp({ addresses: deriveAddresses(plain.toString()), makeRoles: true });
  const counts = await asOwner(plain.toString(), async (client) => {
    await client.query(`select set_config('kommons.organisation', 'timra', false)`);
    await client.query(`select platform.append_log('timra', 's', 'k', 'a', now(), '{}')`);
    await client.query(`select set_config('kommons.organisation', '', false)`);
    const without = await client.query('select from platform.log');
    await client.query(`select set_config('kommons.maintenance', 'on', false)`);
    const withIt = await client.query('select from platform.log');
    return [without.rowCount, withIt.rowCount];
  });
  assert.deepEqual(counts, [0, 1]);
});

test('passwords of the roles follow from the owner, differ, and never equal it', () => {
  const first = deriveAddresses('postgresql://boss:hemligt%2F1@db.example.se:5433/kommons?sslmode=require');
  const again = deriveAddresses('postgresql://boss:hemligt%2F1@db.example.se:5433/kommons?sslmode=require');
  assert.deepEqual(first, again);
  const [app, jobs] = [new URL(first.app), new URL(first.jobs)];
  assert.deepEqual([app.username, jobs.username], ['kommons_app', 'kommons_jobs']);
  assert.equal(new Set([app.password, jobs.password, 'hemligt%2F1']).size, 3);
  assert.equal(app.host + app.pathname + app.search, 'db.example.se:5433/kommons?sslmode=require');
});

const good: Facts = {
  role: 'kommons_app',
  version: 150_000,
  superuser: false,
  bypasses: false,
  owns: 0,
  belongs_to_owner: false,
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  statement_timeout: '15s',
  idle_timeout: '30s',
};
const unsafe: readonly (readonly [Partial<Facts>, RegExp])[] = [
  [{ version: 140_010 }, /older than PostgreSQL 15/],
  [{ superuser: true }, /superuser/],
  [{ bypasses: true }, /bypass/],
  [{ owns: 1 }, /owns 1/],
  [{ belongs_to_owner: true }, /rights of the owner/],
  [{ fsync: 'off' }, /fsync/],
  [{ full_page_writes: 'off' }, /full_page_writes/],
  [{ synchronous_commit: 'off' }, /synchronous_commit/],
  [{ statement_timeout: '0' }, /statement_timeout/],
  [{ idle_timeout: '0' }, /idle_in_transaction/],
];
test('a good database is good', () => assert.deepEqual(decideUnsafe(good, false), []));
for (const [change, expected] of unsafe) {
  test(`boot refuses ${JSON.stringify(change)}`, () => {
    assert.match(decideUnsafe({ ...good, ...change }, false).join('\n'), expected);
  });
}

test('boot sees what the role and the server really are', async (t) => {
  const database = await testDatabase();
  t.after(() => database.close());
  const asApp = openPool(poolConfig(database.url, 1, 1000));
  const asBoss = openPool(poolConfig(database.ownerUrl, 1, 1000));
  after(() => Promise.all([asApp.end(), asBoss.end()]));
  await assertSafe(asApp, true);
  await assert.rejects(
    assertSafe(asApp, false),
    /fsync is off.*full_page_writes is off.*synchronous_commit is off/s,
  );
  await assert.rejects(assertSafe(asBoss, true), /superuser.*bypass.*owns.*rights of the owner/s);
});
