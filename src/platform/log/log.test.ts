import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../tests/support/database.ts';
import { asOwner } from '../db/index.ts';
import { appendLog, findLog, logDigest, verifyLog, type LogEntry } from './index.ts';

const database = await testDatabase();
after(() => database.close());
const { db } = database;
const scope = { organisation: 'harnosand', person: null };
const at = new Date('2026-11-23T10:00:00.123Z');

const entry = (subject: string, kind: string): LogEntry => ({
  organisation: 'harnosand',
  subject,
  kind,
  actor: 'p1',
  at,
  data: { version: 'abc', count: 2 },
});
const append = (one: LogEntry): Promise<number> => db.transaction(scope, (tx) => appendLog(tx, one));
const verify = () => db.transaction(scope, (tx) => verifyLog(tx, 'harnosand'));
const asMaintainer = (statement: string): Promise<unknown> =>
  asOwner(database.ownerUrl, (client) => client.query(statement));

test('entries of a subject are numbered in order and form a whole chain', async () => {
  for (const kind of ['received', 'read', 'decided']) await append(entry('cases.case:1', kind));
  const found = await db.transaction(scope, (tx) =>
    findLog(tx, { organisation: 'harnosand', subject: 'cases.case:1' }),
  );
  assert.deepEqual(
    found.map((one) => [one.n, one.kind, one.at]),
    [
      [1, 'received', at],
      [2, 'read', at],
      [3, 'decided', at],
    ],
  );
  assert.deepEqual(found[0]?.data, { version: 'abc', count: 2 });
  assert.deepEqual(await verify(), { ok: true, entries: 3 });
});

test('thirty at once on one subject get thirty numbers without gaps', async () => {
  const numbers = await Promise.all(
    Array.from({ length: 30 }, () => append(entry('cases.case:race', 'read'))),
  );
  assert.deepEqual(
    numbers.toSorted((a, b) => a - b),
    Array.from({ length: 30 }, (_, n) => n + 1),
  );
  assert.equal((await verify()).ok, true);
});

test('the application can neither change nor remove what is logged', async () => {
  for (const attempt of [
    (): Promise<unknown> =>
      db.transaction(scope, (tx) => tx.updateTable('platform.log').set({ kind: 'x' }).execute()),
    (): Promise<unknown> => db.transaction(scope, (tx) => tx.deleteFrom('platform.log').execute()),
  ]) {
    await assert.rejects(attempt(), /permission denied/);
  }
});

test('another organisation neither sees nor writes these entries', async () => {
  const other = { organisation: 'timra', person: null };
  const where = { organisation: 'harnosand', subject: 'cases.case:1' };
  assert.deepEqual(await db.transaction(other, (tx) => findLog(tx, where)), []);
  await assert.rejects(
    db.transaction(other, (tx) => appendLog(tx, entry('cases.case:1', 'forged'))),
    /row-level security/,
  );
});

test('what belongs to no organisation is logged under Kommons itself', async () => {
  const nobody = { organisation: null, person: null };
  await db.transaction(nobody, (tx) =>
    appendLog(tx, { ...entry('identity.person:1', 'signed-in'), organisation: null }),
  );
  assert.deepEqual(await db.transaction(nobody, (tx) => verifyLog(tx, null)), { ok: true, entries: 1 });
});

const tamperings: readonly (readonly [string, string, number])[] = [
  ['a changed entry', `update platform.log set kind = 'other' where subject = 's' and n = 2`, 2],
  [
    'a changed time',
    `update platform.log set at = at + interval '1 microsecond' where subject = 's' and n = 3`,
    3,
  ],
  ['a removed entry', `delete from platform.log where subject = 's' and n = 2`, 3],
  ['a removed first entry', `delete from platform.log where subject = 's' and n = 1`, 2],
  [
    'two entries that changed places',
    `update platform.log a set kind = b.kind, data = b.data, hash = b.hash, previous = b.previous
     from platform.log b where a.subject = 's' and b.subject = 's' and a.n + b.n = 5 and a.n in (2, 3)`,
    2,
  ],
];
for (const [name, statement, place] of tamperings) {
  test(`found: ${name}`, async (t) => {
    for (const kind of ['a', 'b', 'c', 'd']) await append(entry('s', kind));
    await asMaintainer(statement);
    t.after(() => asMaintainer(`delete from platform.log where subject = 's'`));
    assert.deepEqual(await verify(), { ok: false, failure: { kind: 'broken', subject: 's', n: place } });
  });
}

const digest = (): Promise<string> => db.transaction(scope, (tx) => logDigest(tx, 'harnosand'));

test('a tail cut off shows against a digest kept elsewhere', async () => {
  for (const kind of ['a', 'b']) await append(entry('tail', kind));
  const before = await digest();
  assert.equal(await digest(), before);
  await asMaintainer(`delete from platform.log where subject = 'tail' and n = 2`);
  assert.equal((await verify()).ok, true);
  assert.notEqual(await digest(), before);
});
