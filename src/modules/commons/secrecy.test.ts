import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import * as fc from 'fast-check';
import { testDatabase } from '../../../tests/support/database.ts';
import {
  adopt,
  commit,
  createWork,
  discuss,
  editDraft,
  findContribution,
  findWork,
  listOwnChanges,
  mayRead,
  prepareUpdate,
  propose,
  publish,
  readerFor,
  saveSettings,
  searchLibrary,
  showFleet,
  withdrawContribution,
  answerContribution,
  anonymousReader,
  type Audience,
  type Reader,
} from './index.ts';
import { LibraryQuery } from './model/library.ts';
import { leaflet } from './testing/leaflet.ts';
import { setStage } from './testing/stage.ts';

const database = await testDatabase();
after(() => database.close());
const { as, done, refused, now } = await setStage(database.db);
const canary = 'KANARIEFÅGEL';
const sharing = { changes: false, use: false, results: false };

async function tablesWithCanary(organisation: string, tables: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of tables) {
    const { rows } = await as(organisation, ({ tx }) => sql`select * from ${sql.raw(name)}`.execute(tx));
    const text = JSON.stringify(rows);
    if (text.includes(canary) || text.includes('kanarie@')) found.push(name);
  }
  return found;
}

test('nothing that an organisation keeps to itself reaches another', async () => {
  await done('sundsvall', (a) => createWork(a, { definition: leaflet('hemlig'), message: canary }));
  await done('sundsvall', (a) =>
    editDraft(a, {
      work: 'hemlig',
      revision: null,
      commands: [{ do: 'set', path: 'title/sv', value: canary }],
    }),
  );
  await done('sundsvall', (a) =>
    saveSettings(a, { work: 'hemlig', number: 1, values: { kontakt: 'kanarie@sundsvall.example' } }),
  );
  const tables = await as('harnosand', async ({ tx }) => {
    const { rows } = await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'commons'`.execute(
      tx,
    );
    return rows.map((row) => row.name);
  });
  assert.ok(tables.length >= 15);
  assert.deepEqual(await tablesWithCanary('harnosand', tables), []);
  // The organisation itself finds it, so the search can fail.
  assert.ok((await tablesWithCanary('sundsvall', tables)).length >= 4);
});

test('the library’s tables take rows of the organisation itself only, and what was published stays', async () => {
  await done('sundsvall', (a) => commit(a, { work: 'hemlig', revision: 1, message: 'Nu' }));
  await done('sundsvall', (a) =>
    publish(a, { work: 'hemlig', audience: { kind: 'everyone' }, message: 'Nu' }),
  );
  const attacks = [
    sql`update commons.library_entries set title_sv = 'Stulen' where work_id = 'hemlig'`,
    sql`update commons.library_publications set recalled_at = now(), recall_reason = 'x' where work_id = 'hemlig'`,
    sql`insert into commons.library_uses values ('timra', 'hemlig', 'sundsvall', 1, true, now(), '{}', '{}')`,
    sql`update commons.library_publications set message = 'Annat' where work_id = 'hemlig'`,
    sql`delete from commons.library_publications`,
  ];
  for (const attack of attacks) {
    await assert.rejects(
      as('harnosand', ({ tx }) => attack.execute(tx)),
      /only the organisation itself|permission denied/,
    );
  }
  const own = sql`update commons.library_publications set definition = '{}' where work_id = 'hemlig'`;
  await assert.rejects(
    as('sundsvall', ({ tx }) => own.execute(tx)),
    /permission denied/,
  );
});

const audiences: readonly Audience[] = [
  { kind: 'everyone' },
  { kind: 'public-sector' },
  { kind: 'networks', of: ['esamverkan'] },
  { kind: 'organisations', of: ['kiruna', 'timra'] },
];

test('each work is seen by those it is for, in search and on its page, as the rule says', async () => {
  for (const [index, audience] of audiences.entries()) {
    const work = `for-${index}`;
    await done('sundsvall', (a) => createWork(a, { definition: leaflet(work), message: 'Ny' }));
    await done('sundsvall', (a) => publish(a, { work, audience, message: 'Ut' }));
  }
  const readers: readonly Reader[] = [
    anonymousReader,
    ...(await Promise.all(
      ['sundsvall', 'timra', 'kiruna', 'lund', 'esamverkan'].map((id) => as(id, readerFor)),
    )),
  ];
  for (const reader of readers) {
    const page = await as('lund', ({ tx }) =>
      searchLibrary(tx, reader, LibraryQuery.parse({ q: 'broschyr' })),
    );
    const found = new Set(page.hits.map((hit) => hit.work));
    for (const [index, audience] of audiences.entries()) {
      const expected = mayRead(reader, 'sundsvall', audience);
      const about = `${JSON.stringify(reader)} ${audience.kind}`;
      assert.equal(found.has(`for-${index}`), expected, about);
      const shown = await as('lund', ({ tx }) => findWork(tx, reader, { work: `for-${index}`, now: now() }));
      assert.equal(shown !== null, expected, about);
    }
  }
});

test('what is not for an organisation cannot be adopted, and is not told of as a wish of spelling', async () => {
  const failure = await refused('lund', (a) => adopt(a, { work: 'for-2', sharing }));
  assert.deepEqual(failure, { kind: 'not-found' });
  await done('sundsvall', (a) => createWork(a, { definition: leaflet('zebrafink'), message: 'Ny' }));
  await done('sundsvall', (a) =>
    publish(a, { work: 'zebrafink', audience: { kind: 'organisations', of: ['kiruna'] }, message: 'Ut' }),
  );
  const ask = LibraryQuery.parse({ q: 'zebrafinkk' });
  const page = await as('lund', ({ tx }) => searchLibrary(tx, anonymousReader, ask));
  assert.equal(page.didYouMean, null);
  const theirs = await as('kiruna', async (a) =>
    searchLibrary(a.tx, await readerFor(a), LibraryQuery.parse({ q: 'zebrafnik' })),
  );
  assert.equal(theirs.didYouMean, 'zebrafink');
});

test('an adopter that does not share shows version and debt, and nothing else', async () => {
  await done('kiruna', (a) => adopt(a, { work: 'for-3', sharing }));
  const draft = await done('kiruna', (a) =>
    editDraft(a, {
      work: 'for-3',
      revision: null,
      commands: [{ do: 'set', path: 'title/sv', value: canary }],
    }),
  );
  await done('kiruna', (a) => commit(a, { work: 'for-3', revision: draft.revision, message: canary }));
  const fleet = await done('sundsvall', (a) => showFleet(a, 'for-3'));
  assert.equal(fleet.rows.length, 1);
  assert.equal(fleet.rows[0]?.changes, null);
  assert.ok(!JSON.stringify(fleet).includes(canary));
});

test('a contribution is seen by its two sides only, and each may do only its own part', async () => {
  const [change] = await as('kiruna', (a) => listOwnChanges(a, 'for-3'));
  const sent = await done('kiruna', (a) =>
    propose(a, { work: 'for-3', changes: [change?.id ?? ''], message: canary }),
  );
  const { id } = sent;
  assert.equal((await as('sundsvall', (a) => findContribution(a, id)))?.message, canary);
  assert.equal(await as('timra', (a) => findContribution(a, id)), null);
  assert.equal(
    (await refused('timra', (a) => discuss(a, { contribution: id, text: 'Hej' }))).kind,
    'not-found',
  );
  assert.equal(
    (await refused('sundsvall', (a) => withdrawContribution(a, { contribution: id }))).kind,
    'not-found',
  );
  const answer = { accept: [], decline: [], answers: {}, message: 'Nej' };
  assert.equal(
    (await refused('kiruna', (a) => answerContribution(a, { contribution: id, answer }))).kind,
    'not-found',
  );
  assert.equal(
    (await refused('timra', (a) => answerContribution(a, { contribution: id, answer }))).kind,
    'not-found',
  );
  await done('sundsvall', (a) => discuss(a, { contribution: id, text: 'Varför?' }));
  const seen = await as('kiruna', (a) => findContribution(a, id));
  assert.deepEqual(
    seen?.discussion.map((one) => [one.organisation, one.text]),
    [['sundsvall', 'Varför?']],
  );
  const forged = sql`insert into commons.contribution_messages values
    ('kiruna', ${id}, gen_random_uuid(), 'sundsvall', 'kiruna', null, 'Kiruna', 'Förfalskat', now())`;
  await assert.rejects(
    as('sundsvall', ({ tx }) => forged.execute(tx)),
    /written by the organisation/,
  );
  await assert.rejects(
    as('timra', ({ tx }) => forged.execute(tx)),
    /row-level security|written by/,
  );
});

test('names that nothing can have are nobody’s, whatever they hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 30 }), async (name) => {
      const result = await as('lund', (a) => prepareUpdate(a, { work: name }));
      assert.ok(!result.ok);
      assert.equal(await as('lund', (a) => findContribution(a, name)), null);
      assert.equal(
        await as('lund', ({ tx }) => findWork(tx, anonymousReader, { work: name, now: now() })),
        null,
      );
    }),
    { numRuns: 30 },
  );
});

test('what an upstream shows to some, an adopter does not show to all', async () => {
  const some: Audience = { kind: 'organisations', of: ['harnosand', 'timra'] };
  await done('sundsvall', (a) => createWork(a, { definition: leaflet('for-nagra'), message: 'Första.' }));
  await done('sundsvall', (a) => publish(a, { work: 'for-nagra', audience: some, message: 'För er.' }));
  await done('harnosand', (a) => adopt(a, { work: 'for-nagra', from: 'sundsvall', sharing }));
  const wider: readonly Audience[] = [
    { kind: 'everyone' },
    { kind: 'public-sector' },
    { kind: 'networks', of: ['esamverkan'] },
    { kind: 'organisations', of: ['timra', 'lulea'] },
  ];
  for (const audience of wider) {
    const failure = await refused('harnosand', (a) =>
      publish(a, { work: 'for-nagra', audience, message: 'Vidare.' }),
    );
    assert.equal(failure.kind, 'audience-wider', JSON.stringify(audience));
  }
  await done('harnosand', (a) =>
    publish(a, { work: 'for-nagra', audience: { kind: 'organisations', of: ['timra'] }, message: 'Vidare.' }),
  );
});
