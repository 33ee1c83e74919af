import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { emptyDatabase } from '../../../tests/support/database.ts';
import { decidePlan, migrate, readMigrations, type Applied, type Migration } from './migrations.ts';
import { asOwner } from './setup.ts';

const known = (name: string, checksum = 'same'): Migration => ({ name, checksum, sql: '', breaking: false });
const ran = (name: string, marks: Partial<Applied> = {}): Applied => ({
  name,
  checksum: 'same',
  breaking: false,
  ...marks,
});

const plans: readonly (readonly [string, readonly Migration[], readonly Applied[], unknown])[] = [
  [
    'an empty database gets all',
    [known('1'), known('2')],
    [],
    { kind: 'run', missing: [known('1'), known('2')] },
  ],
  ['a database of today gets none', [known('1')], [ran('1')], { kind: 'run', missing: [] }],
  [
    'an older one gets the rest',
    [known('1'), known('2')],
    [ran('1')],
    { kind: 'run', missing: [known('2')] },
  ],
  ['an edited file is refused', [known('1', 'other')], [ran('1')], { kind: 'edited', name: '1' }],
  ['a newer schema is borne', [known('1')], [ran('1'), ran('2')], { kind: 'run', missing: [] }],
  [
    'a newer schema that breaks us is refused',
    [known('1')],
    [ran('1'), ran('2', { breaking: true }), ran('3')],
    { kind: 'too-new', names: ['2'] },
  ],
  [
    'a breaking one that we know is ours',
    [known('1'), known('2')],
    [ran('1'), ran('2', { breaking: true })],
    { kind: 'run', missing: [] },
  ],
  ['a latecomer is refused', [known('1'), known('2')], [ran('2')], { kind: 'out-of-order', name: '1' }],
];
for (const [name, mine, applied, expected] of plans) {
  test(name, () => assert.deepEqual(decidePlan(mine, applied), expected));
}

const folder = await mkdtemp(join(tmpdir(), 'kommons-migrations-'));
const database = await emptyDatabase();
after(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});
const write = (name: string, sql: string): Promise<void> => writeFile(join(folder, name), sql);
const run = async (): Promise<readonly string[]> => {
  const found = await readMigrations(folder);
  return asOwner(database.ownerUrl, (client) => migrate(client, found));
};

test('a migration that fails leaves nothing of itself, and says which it was', async () => {
  await write('0001_first.sql', 'create table public.first (id int);');
  await write('0002_second.sql', 'create table public.second (id int); select 1 / 0;');
  await assert.rejects(run(), /0002_second failed: division by zero/);
  await write('0002_second.sql', 'create table public.second (id int);');
  assert.deepEqual(await run(), ['0002_second']);
  assert.deepEqual(await run(), []);
});

test('line ends of another system do not make a file another', async () => {
  await write('0001_first.sql', 'create table public.first (id int);\r\n');
  await assert.rejects(run(), /0001_first was changed/);
  await write('0001_first.sql', 'create table public.first (id int);');
  await write('0003_third.sql', 'select 1;\nselect 2;\n');
  await run();
  await write('0003_third.sql', 'select 1;\r\nselect 2;\r\n');
  assert.deepEqual(await run(), []);
});

test('an old process refuses a schema that a newer one broke', async () => {
  await write('0004_fourth.sql', '-- breaking: the column is gone\nalter table public.first drop column id;');
  await run();
  await rm(join(folder, '0004_fourth.sql'));
  await assert.rejects(run(), /newer Kommons \(0004_fourth\).*Start the newer release/s);
});

test('a file with another kind of name is refused', async (t) => {
  await write('notes.sql', '');
  t.after(() => rm(join(folder, 'notes.sql')));
  await assert.rejects(readMigrations(folder), /notes\.sql is no name/);
});
