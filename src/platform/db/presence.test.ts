import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabase } from '../../../tests/support/database.ts';
import { eraseEverything } from './erase.ts';
import { announce, keepOthersOut } from './presence.ts';
import { asOwner } from './setup.ts';

const database = await testDatabase();
after(() => database.close());
const { ownerUrl } = database;
const addresses = { owner: ownerUrl, app: database.url, jobs: database.jobsUrl };

const servers = () => asOwner(ownerUrl, keepOthersOut);

const count = async (): Promise<number | null> =>
  (await asOwner(ownerUrl, (client) => client.query('select from organisations.organisations'))).rowCount;

test('several serve one database, and nothing is taken away before the last of them has stopped', async () => {
  await asOwner(ownerUrl, (client) =>
    client.query(`insert into organisations.organisations (id, kind, name, public_name)
      values ('provet', 'project', 'Provet', 'Provet')`),
  );
  const [one, other] = [await announce(ownerUrl), await announce(ownerUrl)];
  await one.stop();
  const named = new RegExp(`kommons ${process.pid} at`);
  await assert.rejects(eraseEverything(addresses), named);
  assert.equal(await count(), 1);
  await other.stop();
  await eraseEverything(addresses);
  assert.equal(await count(), 0);
});

test('nobody begins to serve while everything is taken away', async () => {
  await asOwner(ownerUrl, async (client) => {
    assert.deepEqual(await keepOthersOut(client), []);
    await assert.rejects(announce(ownerUrl), /Start Kommons when that is done/);
  });
  await (await announce(ownerUrl)).stop();
});

test('who has lost the connection makes itself known again', async () => {
  const presence = await announce(ownerUrl);
  const cut = `select pg_terminate_backend(pid) from pg_stat_activity
    where application_name like 'kommons ${process.pid} at%' and datname = current_database()`;
  await asOwner(ownerUrl, (client) => client.query(cut));
  for (let look = 0; (await servers()).length === 0; look += 1) {
    assert.ok(look < 50, 'it never did');
    await sleep(100);
  }
  await presence.stop();
  assert.deepEqual(await servers(), []);
});
