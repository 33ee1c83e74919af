import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Client } from 'pg';
import { emptyDatabase } from '../../../../tests/support/database.ts';
import { openFiles, type Files } from '../../files/index.ts';
import { migrationsFolder } from '../migrations.ts';
import { connect, visitDatabase } from '../index.ts';
import { deriveAddresses } from '../roles.ts';
import { asOwner, setUp } from '../setup.ts';
import { readLayout } from './layout.ts';
import {
  backup,
  inspectBackup,
  restore,
  type Amount,
  type RestoreOptions,
  type RestoreReport,
} from './index.ts';

/** Tables with every kind of difficulty: odd types, a circle, a reference to itself, own numbers. */
const difficult = `
create schema odd;
create table odd.things (
  organisation_id text not null, id int not null, n bigint not null generated always as identity,
  bytes bytea, amount numeric(30,10), ratio double precision, moment timestamptz, day date, tags text[],
  about jsonb, note text, parent int, "Odd Name" text default 'x', double_id int generated always as (id * 2) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, parent) references odd.things
);
create table odd.pairs (
  organisation_id text not null, id int not null, thing int,
  primary key (organisation_id, id), foreign key (organisation_id, thing) references odd.things
);
alter table odd.things add column pair int;
alter table odd.things add foreign key (organisation_id, pair) references odd.pairs;
call platform.tenant_table('odd.things');
call platform.tenant_table('odd.pairs');
create table odd.public_list (
  organisation_id text not null, id int primary key, thing int,
  foreign key (organisation_id, thing) references odd.things on delete cascade
);
call platform.open_table('odd.public_list', 'select', 'test');`;

type World = { readonly ownerUrl: string; readonly folder: string; readonly files: Files };

const root = await mkdtemp(join(tmpdir(), 'kommons-backup-'));
const migrations = join(root, 'migrations');
const whole = join(root, 'whole.kommons');
const single = join(root, 'timra.kommons');
const closing: (() => Promise<unknown>)[] = [];
const now = new Date('2026-11-23T10:00:00Z');
let source: World;
let saved: Amount;
let timrasFile = '';

before(async () => {
  await cp(migrationsFolder, migrations, { recursive: true });
  await writeFile(join(migrations, '0990_odd.sql'), difficult);
  source = await makeWorld('source');
  timrasFile = await source.files.save(Buffer.from('Intyg till Timrå'));
  await source.files.save(Buffer.from('Intyg till Ånge'));
  await asOwner(source.ownerUrl, (client) => fillWorld(client));
  saved = await backup({ ownerUrl: source.ownerUrl, files: source.folder, target: whole, now });
  await backup({
    ownerUrl: source.ownerUrl,
    files: source.folder,
    target: single,
    organisation: 'timra',
    now,
  });
});
after(async () => {
  for (const close of closing) await close();
  await rm(root, { recursive: true });
});

async function makeWorld(name: string): Promise<World> {
  const database = await emptyDatabase();
  closing.push(database.close);
  await setUp({ addresses: deriveAddresses(database.ownerUrl), makeRoles: true, migrations });
  const folder = join(root, name);
  return { ownerUrl: database.ownerUrl, folder, files: await openFiles(folder) };
}

async function fillWorld(client: Client): Promise<void> {
  for (const organisation of ['timra', 'ange']) {
    await client.query(
      `insert into odd.things (organisation_id, id, bytes, amount, ratio, moment, day, tags, about, note, parent)
       select $1, n, decode('00ff0a5c', 'hex'), 12345678901234567890.0123456789, 0.1 + n, '2026-03-29 02:30:00.123456+01',
         '0044-03-15 BC', array['å,"', null, ''], case n when 1 then 'null'::jsonb when 2 then null else '{"a":[1e400,"\\u00e5"]}' end,
         E'rad\\nnästa\\t\\\\ "citat" ' || $2, nullif(n + 1, 4) from generate_series(1, 3) as n`,
      [organisation, organisation === 'timra' ? timrasFile : ''],
    );
    await client.query(`insert into odd.pairs values ($1, 1, 2)`, [organisation]);
    await client.query(`update odd.things set pair = 1 where organisation_id = $1 and id = 1`, [
      organisation,
    ]);
    await client.query(`select platform.append_log($1, 'odd.thing:1', 'made', 'a', now(), '{"n": 1}')`, [
      organisation,
    ]);
    const payload = JSON.stringify({ organisation, id: 'x' });
    await client.query(`select jobs.enqueue('test.job', $1::json, $2, '2027-01-01', null, 5)`, [
      payload,
      `key ${organisation}`,
    ]);
  }
  await client.query(`insert into odd.public_list values ('timra', 1, 1), ('ange', 2, 1)`);
}

/** Everything a person could see, as text: tables, queue. `organisation` narrows to tenants' rows. */
async function picture(world: World, keep: (organisation: string) => boolean = () => true): Promise<string> {
  return asOwner(world.ownerUrl, async (client) => {
    const { tables } = await readLayout(client);
    const lines: string[] = [];
    // A restore begins a new epoch, so that whoever follows what changes begins anew.
    for (const { name, tenant } of tables.filter((table) => table.name !== 'systems.feed_epochs')) {
      const { rows } = await client.query<{ line: string; owner: string }>(
        `select t::text as line, ${tenant ? 'organisation_id' : `''`} as owner from ${name} as t`,
      );
      lines.push(...rows.filter((row) => keep(row.owner)).map((row) => `${name} ${row.line}`));
    }
    const { rows } = await client.query<{ line: string; owner: string }>(
      `select j::text as line, payload ->> 'organisation' as owner from jobs.waiting() as j`,
    );
    return [...lines, ...rows.filter((row) => keep(row.owner)).map((row) => row.line)].toSorted().join('\n');
  });
}

function restoreInto(world: World, options: Partial<RestoreOptions> = {}): Promise<RestoreReport> {
  const { ownerUrl, folder: files } = world;
  return restore({ ownerUrl, files, source: whole, migrations, replace: true, ...options });
}

test('everything comes back in another place exactly as it was, and work goes on from there', async () => {
  const other = await makeWorld('other');
  await asOwner(other.ownerUrl, (client) =>
    client.query(`insert into odd.things (organisation_id, id) values ('gone', 1)`),
  );
  const report = await restoreInto(other);
  assert.ok(report.ok);
  assert.equal(report.files, 2);
  assert.deepEqual(report.restored, { rows: saved.rows, tables: saved.tables });
  assert.equal(await picture(other), await picture(source));
  assert.equal((await other.files.get(timrasFile)).toString(), 'Intyg till Timrå');
  const next = await asOwner(other.ownerUrl, (client) =>
    client.query<{ n: string }>(
      `insert into odd.things (organisation_id, id) values ('timra', 9) returning n`,
    ),
  );
  assert.ok(Number(next.rows[0]?.n) > 6);
});

test('a backup is for its owner only, and ordinary tools can open it', async () => {
  assert.equal((await stat(whole)).mode & 0o777, 0o600);
  const listed = execFileSync('tar', ['-tf', whole], { encoding: 'utf8' });
  assert.match(listed, /^tables\/odd\.things\/000001\.jsonl\.gz$/m);
  assert.match(listed, /^manifest\.json\nSHA256$/m);
});

test('a backup of an older release is brought to the schema of today', async (t) => {
  const other = await makeWorld('newer');
  const later = join(migrations, '0991_later.sql');
  t.after(() => rm(later));
  await writeFile(later, `alter table odd.pairs add column weight int not null default 7;`);
  assert.ok((await restoreInto(other)).ok);
  const { rows } = await asOwner(other.ownerUrl, (client) => client.query('select weight from odd.pairs'));
  assert.deepEqual(rows, [{ weight: 7 }, { weight: 7 }]);
});

const timras = (organisation: string): boolean => organisation === 'timra';

for (const [name, archive] of [
  ['a backup of everything', whole],
  ['a backup of its own', single],
] as const) {
  test(`one organisation comes back from ${name}, and no other is touched`, async () => {
    const other = await makeWorld(`one-${name.length}`);
    await asOwner(other.ownerUrl, async (client) => {
      await fillWorld(client);
      await client.query(`update odd.things set note = 'changed since'`);
      await client.query(`insert into odd.things (organisation_id, id) values ('timra', 77)`);
      await client.query(`select jobs.remove('timra')`);
    });
    const others = await picture(other, (organisation) => organisation !== 'timra');
    const report = await restoreInto(other, { source: archive, organisation: 'timra' });
    assert.ok(report.ok);
    assert.equal(report.files, 1);
    assert.equal(await picture(other, (organisation) => organisation !== 'timra'), others);
    assert.equal(await picture(other, timras), await picture(source, timras));
  });
}

test('a backup of one organisation holds nothing of another', async () => {
  const bytes = execFileSync('sh', ['-c', `tar -xOf "$0" --wildcards 'tables/*' 'jobs*' | gunzip`, single], {
    encoding: 'utf8',
  });
  assert.match(bytes, /timra/);
  assert.doesNotMatch(bytes, /ange"/);
});

test('one byte changed in any of 100 places is found before anything is touched', async () => {
  const untouched = await picture(source);
  const good = await readFile(whole);
  const damaged = join(root, 'damaged.kommons');
  // A linear congruential generator: the same places at every run.
  let seed = 20_261_122;
  const places = Array.from({ length: 100 }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed % good.length;
  });
  const ends = [0, 100, 148, good.length - 1, good.length - 1500, good.length - 2048, good.length - 1024];
  for (const place of [...places, ...ends]) {
    const changed = Buffer.from(good);
    changed[place] = (changed[place] ?? 0) ^ (1 << (place % 8));
    await writeFile(damaged, changed);
    const report = await restoreInto(source, { source: damaged });
    assert.ok(!report.ok && report.failure.kind === 'damaged', `byte ${place} went unnoticed`);
    assert.doesNotMatch(report.failure.reason, /damaged/, 'the word is said once, by whoever tells it');
  }
  for (const size of [0, 511, 2048, good.length - 512]) {
    await writeFile(damaged, good);
    await truncate(damaged, size);
    const report = await restoreInto(source, { source: damaged });
    assert.ok(!report.ok && report.failure.kind === 'damaged', `cut at ${size} went unnoticed`);
  }
  assert.equal(await picture(source), untouched);
});

test('what does not fit is refused with its reason, and nothing is touched', async (t) => {
  const other = await makeWorld('refusing');
  const before = await picture(other);
  const failureOf = async (options: Partial<RestoreOptions>): Promise<unknown> => {
    const report = await restoreInto(other, options);
    return report.ok ? null : report.failure;
  };
  assert.deepEqual(await failureOf({ source: single, organisation: 'ange' }), {
    kind: 'not-in-it',
    organisation: 'ange',
  });
  const app = connect({ url: deriveAddresses(other.ownerUrl).app, random: Math.random });
  await app.transaction({ organisation: null, person: null }, (tx) =>
    tx.selectFrom('platform.log').select('n').execute(),
  );
  assert.deepEqual(await failureOf({}), { kind: 'in-use', connections: 1 });
  await app.close();
  const odd = join(migrations, '0990_odd.sql');
  await writeFile(odd, `${difficult} -- edited`);
  t.after(() => writeFile(odd, difficult));
  const failure = { kind: 'other-schema', migrations: ['0990_odd'] };
  assert.deepEqual(await failureOf({}), failure);
  assert.deepEqual(await inspectBackup(whole, migrations), { ok: false, failure });
  assert.equal(await picture(other), before);
});

test('what is there is replaced only when that is asked for, and told before', async () => {
  const other = await makeWorld('asking');
  const only = { source: single, organisation: 'timra', replace: false };
  assert.ok((await restoreInto(other, { replace: false })).ok, 'an empty place is filled');
  await asOwner(other.ownerUrl, (client) => client.query(`update odd.things set note = 'changed since'`));
  const before = await picture(other);
  for (const [options, organisation] of [
    [only, 'timra'],
    [{ replace: false }, null],
  ] as const) {
    const report = await restoreInto(other, options);
    assert.ok(!report.ok && report.failure.kind === 'would-replace');
    assert.equal(report.failure.organisation, organisation);
    const { latest, ...amount } = report.failure.there;
    assert.ok(latest !== null && amount.rows > 0 && amount.tables > 0);
    assert.deepEqual(amount, report.failure.held);
  }
  assert.equal(await picture(other), before);
  assert.ok((await restoreInto(other, { ...only, replace: true })).ok);
  assert.ok((await restoreInto(other, { ...only, organisation: 'timra', replace: true })).ok, 'again');
});

test('a command that opens the database for itself restores everything', async () => {
  const other = await makeWorld('command');
  const place = { kind: 'server', url: other.ownerUrl } as const;
  const report = await visitDatabase({ place, random: Math.random, scratch: true }, ({ owner }) =>
    restoreInto({ ...other, ownerUrl: owner }),
  );
  assert.ok(report.ok);
  assert.equal(await picture(other), await picture(source));
});

test('rows that break a constraint undo the whole restore', async () => {
  const other = await makeWorld('constraint');
  await asOwner(other.ownerUrl, (client) =>
    client.query(`insert into odd.things (organisation_id, id) values ('timra', 5);
    insert into odd.public_list values ('timra', 5, 5)`),
  );
  const before = await picture(other);
  // The public list names a thing that the backup of the organisation does not have.
  await assert.rejects(restoreInto(other, { source: single }), /foreign key/);
  assert.equal(await picture(other), before);
});

test('a backup that cannot be finished leaves nothing behind', async () => {
  const target = join(root, 'unfinished.kommons');
  const nowhere = source.ownerUrl.replace(/\/[^/?]+\?/, '/no_such_database?');
  await assert.rejects(backup({ ownerUrl: nowhere, files: source.folder, target, now }), /does not exist/);
  await assert.rejects(stat(target), /ENOENT/);
  await assert.rejects(stat(`${target}.unfinished`), /ENOENT/);
});
