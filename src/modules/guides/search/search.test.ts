import assert from 'node:assert/strict';
import { glob, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, suite, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../tests/support/database.ts';
import { smallGuide } from '../../../../tests/support/small-guide.ts';
import { getDefinition } from '../../../kernel/index.ts';
import { backup, restore } from '../../../platform/db/index.ts';
import { toVector } from '../../../platform/search/index.ts';
import { readGuide } from '../definition/index.ts';
import { showUnadopted } from '../reading/shown.ts';
import { saveShelfRow } from '../store/shelf.ts';
import { replaceEntries, searchGuides } from './door.ts';
import { entriesOf, type SearchEntry } from './entries.ts';
import { plain } from './texts.ts';

const database = await testDatabase();
after(() => database.close());

const as = <T>(organisation: string, act: Parameters<typeof database.db.transaction<T>>[1]): Promise<T> =>
  database.db.transaction({ organisation, person: null }, act);

const entry = (organisation: string, step: string, element: string, text: string): SearchEntry => ({
  element,
  step,
  title: { sv: `Steg ${step}` },
  text: { sv: text },
  vector: toVector([{ text, weight: 'C' }], organisation),
});

async function put(organisation: string, readers: 'everyone' | 'staff', entries: readonly SearchEntry[]) {
  await as(organisation, async (tx) => {
    await saveShelfRow(tx, organisation, {
      work: 'guide',
      versionId: 'v',
      settingsNumber: 1,
      readers,
      subject: null,
      title: { sv: 'Guiden' },
      sortTitle: 'Guiden',
      summary: null,
      outline: [],
      since: new Date('2026-11-23T09:00:00Z'),
    });
    await replaceEntries(tx, { organisation, work: 'guide', readers }, entries);
  });
}

const ask = (organisation: string, question: string, open = false) =>
  as(organisation, (tx) => searchGuides(tx, { organisation, question, open, limit: 25, offset: 0 }));

await put('hjo', 'staff', [
  entry('hjo', 'a', 'a1', 'Reservrutinen finns i pärmen'),
  entry('hjo', 'a', 'a2', 'Pärmen, alltid pärmen'),
  entry('hjo', 'b', 'b1', 'Ring systemförvaltaren om bygglovet'),
]);
await put('skara', 'everyone', [entry('skara', 'a', 'a1', 'Pärmen står i Skara')]);

suite('a search', () => {
  test('gives each step once, by its best block', async () => {
    const { finds, total } = await ask('hjo', 'pärm');
    assert.deepEqual([total, finds.map(({ step, element }) => [step, element])], [1, [['a', 'a2']]]);
  });

  test('finds through stems and parts of compounds', async () => {
    for (const question of ['bygglov', 'reservrutin', 'parm', 'systemförvaltare']) {
      assert.equal((await ask('hjo', question)).total, 1, question);
    }
  });

  test('never meets the words of another organisation', async () => {
    assert.deepEqual((await ask('hjo', 'skara')).finds, []);
    assert.equal((await ask('skara', 'pärm')).total, 1);
  });

  test('finds nothing of another even where the organisation is not asked for', async () => {
    const { rows } = await as('hjo', (tx) =>
      sql<{ organisation_id: string }>`select organisation_id from guides.search_rows
        where vector @@ ${"'hjo/pärm'"}::tsquery`.execute(tx),
    );
    assert.deepEqual(new Set(rows.map((row) => row.organisation_id)), new Set(['hjo']));
  });

  test('for everyone finds only what is open', async () => {
    assert.equal((await ask('hjo', 'pärm', true)).total, 0);
    assert.equal((await ask('skara', 'pärm', true)).total, 1);
  });

  test('finds nothing of what has been replaced', async () => {
    await put('hjo', 'staff', [entry('hjo', 'c', 'c1', 'Något annat')]);
    assert.equal((await ask('hjo', 'pärm')).total, 0);
    assert.equal((await ask('hjo', 'annat')).total, 1);
  });

  test('asks for nothing where the question has no words', async () => {
    assert.deepEqual(await ask('hjo', ' ?!'), { finds: [], total: 0, more: false });
  });
});

test('what bears a word in its name comes first, however much else mentions it', async () => {
  const read = readGuide(getDefinition(smallGuide));
  assert.ok(read.ok);
  const mentions = Array.from({ length: 1100 }, (_, n) =>
    entry('hjo', `s${n}`, `b${n}`, 'Tänk på sekretess och sekretess'),
  );
  const own = entriesOf(showUnadopted('hjo', { work: 'guide', guide: read.value }));
  await put('hjo', 'staff', [...mentions, ...own]);
  const { finds, more } = await ask('hjo', 'sekretessen');
  assert.deepEqual([finds[0]?.step, finds[0]?.element, more], ['sekretess', 'sekretess', true]);
  assert.equal((await ask('hjo', 'tjänstekort')).more, false);
});

test('after a restore of one organisation a search finds what it found, and nothing that came later', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'kommons-restore-'));
  after(() => rm(folder, { recursive: true }));
  const place = { ownerUrl: database.ownerUrl, files: path.join(folder, 'files') };
  const now = new Date('2026-11-23T09:00:00Z');
  await put('hjo', 'staff', [entry('hjo', 'a', 'a1', 'Reservrutinen finns i pärmen')]);
  await put('skara', 'everyone', [entry('skara', 'a', 'a1', 'Pärmen står i Skara')]);
  const [own, whole] = ['hjo.tar', 'whole.tar'].map((name) => path.join(folder, name));
  assert.ok(own !== undefined && whole !== undefined);
  await backup({ ...place, target: own, organisation: 'hjo', now });
  await backup({ ...place, target: whole, now });
  await put('skara', 'everyone', [entry('skara', 'a', 'a1', 'Lokalen i Skara')]);
  for (const source of [own, whole]) {
    await put('hjo', 'everyone', [entry('hjo', 'b', 'b1', 'Ring systemförvaltaren')]);
    assert.ok((await restore({ ...place, source, organisation: 'hjo', replace: true })).ok);
    const found = async (organisation: string, question: string) =>
      (await ask(organisation, question)).finds.map(({ text }) => text['sv']);
    assert.deepEqual(await found('hjo', 'reservrutin'), ['Reservrutinen finns i pärmen']);
    assert.deepEqual(await found('hjo', 'systemförvaltare'), []);
    assert.equal((await ask('hjo', 'pärm', true)).total, 0, 'still for staff only');
    assert.deepEqual(
      [await found('skara', 'pärm'), await found('skara', 'lokalen')],
      [[], ['Lokalen i Skara']],
    );
  }
});

const putFor = (writer: string, organisation: string) =>
  as(writer, (tx) =>
    replaceEntries(tx, { organisation, work: 'x', readers: 'staff' }, [entry(organisation, 'a', 'a', 'ord')]),
  );

test('nobody writes the words of another', async () => {
  await assert.rejects(putFor('skara', 'hjo'), /only the organisation itself writes/);
});

test('the words are read and written through one door', async () => {
  const root = new URL('../../../../', import.meta.url);
  const naming: string[] = [];
  for await (const file of glob('src/**/*.{ts,tsx}', { cwd: root.pathname })) {
    const text = await readFile(new URL(file, root), 'utf8');
    if (/\bsearch_rows\b/.test(text) && !file.endsWith('.test.ts')) naming.push(file);
  }
  assert.deepEqual(naming.toSorted(), ['src/modules/guides/search/door.ts', 'src/platform/db/tables.ts']);
});

suite('the words of Markdown', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['**Viktigt** att *veta*', 'Viktigt att veta'],
    ['Läs [rutinen](https://a.example/b_c)', 'Läs rutinen'],
    ['- ett\n- två\n\n1. tre', 'ett två tre'],
  ];
  for (const [markdown, expected] of cases) test(expected, () => assert.equal(plain(markdown), expected));
});
