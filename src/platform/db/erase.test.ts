import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../tests/support/database.ts';
import { eraseEverything } from './erase.ts';
import { asOwner } from './setup.ts';

const database = await testDatabase();
after(() => database.close());
const addresses = { owner: database.ownerUrl, app: database.url, jobs: database.jobsUrl };

const execute = (statement: string) => asOwner(database.ownerUrl, (client) => client.query(statement));
const countOrganisations = async (): Promise<number | null> =>
  (await execute('select from organisations.organisations')).rowCount;

test("a database that others use too is left alone, and only Kommons' own is taken away", async () => {
  await execute(
    `insert into organisations.organisations (id, kind, name, public_name)
     values ('provet', 'project', 'Provet', 'Provet')`,
  );
  await execute('create schema payroll create table salaries (amount integer)');
  await assert.rejects(eraseEverything(addresses), /payroll/);
  assert.equal(await countOrganisations(), 1);
  await execute('drop schema payroll cascade; create table public.notes (text text)');
  await eraseEverything(addresses);
  assert.equal(await countOrganisations(), 0);
  assert.equal((await execute('select from public.notes')).rowCount, 0);
});
