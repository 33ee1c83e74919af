import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../tests/support/database.ts';
import { inspectCatalogue } from './catalogue.ts';
import { asOwner } from './setup.ts';

const database = await testDatabase();
after(() => database.close());

test('every table, view, policy and function of the schema keeps the rules of row security', async () => {
  assert.deepEqual(await asOwner(database.ownerUrl, inspectCatalogue), []);
});

test('three functions work with the rights of their maker, one of them for the application', async () => {
  const { rows } = await asOwner(database.ownerUrl, (client) =>
    client.query<{ name: string; callable: boolean }>(
      `select oid::regprocedure::text as name, has_function_privilege('kommons_app', oid, 'execute') as callable
       from pg_proc where prosecdef order by name`,
    ),
  );
  assert.deepEqual(
    rows.map(({ name, callable }) => [name, callable]),
    [
      ['jobs.enqueue(text,json,text,timestamp with time zone,text,integer)', true],
      ['jobs.remove(text)', false],
      ['jobs.waiting()', false],
    ],
  );
});

const tenant = 'organisation_id text not null, id uuid not null, primary key (organisation_id, id)';

/** Each is a mistake that somebody could make in a migration, and what must be said of it. */
const planted: readonly (readonly [string, string, RegExp])[] = [
  ['a table that was forgotten', `create table t.a (id int primary key)`, /neither a tenant table nor/],
  [
    'row security that the owner escapes',
    `create table t.a (${tenant}); alter table t.a enable row level security`,
    /not forced/,
  ],
  [
    'a policy that lets everything through',
    `create table t.a (${tenant}); call platform.tenant_table('t.a'); create policy wide on t.a using (true)`,
    /no bare equality: true/,
  ],
  [
    'a policy that asks a subquery for each row',
    `create table t.a (${tenant}); call platform.tenant_table('t.a');
     create policy slow on t.a using (organisation_id in (select name from platform.open_tables))`,
    /no bare equality/,
  ],
  [
    'a table between two that nobody has decided on for a restore',
    `create table t.a (${tenant}, to_organisation_id text not null); call platform.tenant_table('t.a');
     create policy other on t.a for select using (to_organisation_id = platform.current_organisation())`,
    /no rule for a restore/,
  ],
  [
    'an open table of own rows that nobody has decided on for a restore',
    `create table t.a (${tenant}); call platform.open_table('t.a', 'select', 'test');
     create trigger only_own_rows before insert on t.a for each row execute function platform.only_own_rows()`,
    /stands open .* no rule for a restore/,
  ],
  [
    'a policy that adds an "or"',
    `create table t.a (${tenant}); call platform.tenant_table('t.a');
     create policy loose on t.a using (organisation_id = platform.current_organisation() or organisation_id is null)`,
    /no bare equality/,
  ],
  [
    'maintenance by the application',
    `create table t.a (${tenant}); call platform.tenant_table('t.a');
     create policy sweep on t.a to kommons_app using (current_setting('kommons.maintenance', true) = 'on')`,
    /lets others than the owner/,
  ],
  [
    'a unique key across organisations',
    `create table t.a (${tenant}); call platform.tenant_table('t.a'); create unique index on t.a (id)`,
    /unique key that does not begin/,
  ],
  [
    'a table without a primary key',
    `create table t.a (x int); call platform.open_table('t.a', 'select', 'test')`,
    /no primary key/,
  ],
  [
    "a view with its owner's eyes",
    `create table t.a (${tenant}); call platform.tenant_table('t.a'); create view t.v as select * from t.a`,
    /rights of its owner/,
  ],
  [
    "a copy of tenants' rows",
    `create table t.a (${tenant}); call platform.tenant_table('t.a'); create materialized view t.m as select * from t.a`,
    /rights of its owner/,
  ],
  [
    "a function with its maker's rights",
    `create function t.f() returns int language sql security definer as 'select 1'`,
    /rights of its maker and is not on the list/,
  ],
  [
    'a fourth door to the queue, under the name of the first',
    `set local role kommons_jobs;
     create function jobs.enqueue(text) returns int language sql security definer set search_path = pg_catalog as 'select 1';
     reset role`,
    /jobs\.enqueue\(text\) works with the rights of its maker and is not on the list/,
  ],
  [
    "a function of the queue's library with its maker's rights",
    `set local role kommons_jobs;
     create function graphile_worker.f() returns int language sql security definer set search_path = pg_catalog as 'select 1';
     reset role`,
    /graphile_worker\.f\(\) works with the rights of its maker and is not on the list/,
  ],
  [
    "a table of the application's own",
    `create table t.a (${tenant}); call platform.tenant_table('t.a'); alter table t.a owner to kommons_app`,
    /belongs to the application/,
  ],
  ['a schema where the application may create', `grant create on schema t to kommons_app`, /may create in/],
  [
    'a door of the owner that the application may use',
    `set local role kommons_jobs; grant execute on function jobs.remove(text) to kommons_app; reset role`,
    /may be called by the application/,
  ],
  [
    'a table that a backup would miss',
    `create table t.a (id int primary key); call platform.open_table('t.a', 'select', 'test');
     alter table t.a enable row level security; alter table t.a force row level security`,
    /a backup would miss/,
  ],
  [
    'more rights than were registered',
    `create table t.a (id int primary key); call platform.open_table('t.a', 'select', 'test'); grant delete on t.a to kommons_app`,
    /right that was not registered/,
  ],
  ['a log that can be emptied', `grant truncate on platform.log to kommons_app`, /can be emptied/],
  [
    'a table for everybody on the server',
    `create table t.a (${tenant}); call platform.tenant_table('t.a'); grant select on t.a to public`,
    /open to everybody/,
  ],
];
for (const [name, statement, expected] of planted) {
  test(`caught: ${name}`, async () => {
    const findings = await asOwner(database.ownerUrl, async (client) => {
      await client.query(`begin; create schema t; ${statement}`);
      const found = await inspectCatalogue(client);
      await client.query('rollback');
      return found;
    });
    assert.match(findings.map((finding) => `${finding.object} ${finding.problem}`).join('\n'), expected);
  });
}

const refused: readonly (readonly [string, string, RegExp])[] = [
  ['no organisation', `create table t.a (id int primary key)`, /no column "organisation_id/],
  ['no key', `create table t.a (organisation_id text not null)`, /no primary key/],
  [
    'another key first',
    `create table t.a (organisation_id text not null, id int primary key)`,
    /does not begin/,
  ],
];
for (const [name, statement, expected] of refused) {
  test(`a tenant table is refused at once: ${name}`, async () => {
    await assert.rejects(
      asOwner(database.ownerUrl, (client) =>
        client.query(`begin; create schema t; ${statement}; call platform.tenant_table('t.a'); commit`),
      ),
      expected,
    );
  });
}
