import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../tests/support/database.ts';
import {
  adopt,
  answerContribution,
  applyUpdate,
  changeSharing,
  findContribution,
  findDifferences,
  findVariant,
  listNotices,
  listOwnChanges,
  propose,
  publish,
  refollow,
  showFleet,
  type Audience,
} from './index.ts';
import { actsOn, audience as everyone, put, sharing } from './testing/acts.ts';
import { setStage } from './testing/stage.ts';

/*
 * Sundsvall owns the work. Timrå has added a note of its own, and shows that to some. Härnösand takes Timrå's, follows
 * Sundsvall again and contributes there.
 */

const database = await testDatabase();
after(() => database.close());
const { as, done, refused } = await setStage(database.db);
const { begin, change } = actsOn({ as, done });

const only = (...of: string[]): Audience => ({ kind: 'organisations', of });
const reason = 'Därför';
const note = (id: string, sv: string) =>
  ({ do: 'add', list: 'chapters/b/notes', after: 'b2', element: { id, text: { sv } } }) as const;

/** Härnösand follows Sundsvall, with a note of Timrå's and one of its own on top of Sundsvall's first version. */
async function stand(work: string, shown: Audience): Promise<void> {
  await begin(work);
  for (const place of ['harnosand', 'timra']) await done(place, (a) => adopt(a, { work, sharing }));
  await change('timra', work, [note('deras', 'Timrås hemlighet.'), put('title/en', 'Timrå’s title')]);
  await done('timra', (a) => publish(a, { work, audience: shown, message: 'För några' }));
  await done('harnosand', (a) => refollow(a, { work, organisation: 'timra', reason }));
  await done('harnosand', (a) => applyUpdate(a, { work }));
  await done('harnosand', (a) => refollow(a, { work, organisation: 'sundsvall', reason }));
  await change('harnosand', work, [note('egen', 'Härnösands egen.'), put('chapters/a/text/sv', 'Vårt ord.')]);
}

async function send(work: string, wanted: (path: string) => boolean) {
  const own = await as('harnosand', (a) => listOwnChanges(a, work));
  const changes = own.flatMap(({ id, path }) => (wanted(path) ? [id] : []));
  assert.ok(changes.length > 0, JSON.stringify(own));
  return { work, changes, message: 'Bra' };
}

test('what another shows to some does not reach who is not among them through a contribution', async () => {
  const work = 'hemlig';
  await stand(work, only('harnosand'));
  for (const wanted of [(path: string) => path.endsWith('/deras'), (path: string) => path === 'title/en']) {
    const proposal = await send(work, wanted);
    assert.deepEqual(await refused('harnosand', (a) => propose(a, proposal)), {
      kind: 'audience-wider',
      audience: only('harnosand'),
    });
  }
  assert.equal((await as('sundsvall', (a) => listNotices(a, 1))).total, 0);
});

test('what is one’s own is contributed, and shows nothing but what was changed', async () => {
  const work = 'hemlig';
  const proposal = await send(work, (path) => path.endsWith('/egen') || path.startsWith('chapters/a'));
  const sent = await done('harnosand', (a) => propose(a, proposal));
  assert.deepEqual(
    sent.items.map(({ builtOn }) => builtOn),
    [[], []],
  );
  const seen = await as('sundsvall', async (a) => [
    await findContribution(a, sent.id),
    (await listNotices(a, 1)).notices,
  ]);
  assert.match(JSON.stringify(seen), /hemlig/);
  assert.doesNotMatch(JSON.stringify(seen), /Timrå|hemlighet/);
});

test('what the owner may see goes along, and binds the owner as what it takes itself', async () => {
  const work = 'delvis';
  const some = only('harnosand', 'sundsvall');
  await stand(work, some);
  const proposal = await send(work, (path) => path.endsWith('/deras') || path.endsWith('/egen'));
  const sent = await done('harnosand', (a) => propose(a, proposal));
  const accept = (path: string) => sent.items.flatMap((item) => (item.path.endsWith(path) ? [item.id] : []));
  const answer = { accept: accept('/deras'), decline: [], answers: {}, message: 'Tack' };
  await done('sundsvall', (a) => answerContribution(a, { contribution: sent.id, answer }));
  const failure = await refused('sundsvall', (a) => publish(a, { work, audience: everyone, message: 'Ut' }));
  assert.deepEqual(failure, { kind: 'audience-wider', audience: some });
  const published = await done('sundsvall', (a) => publish(a, { work, audience: some, message: 'Ut' }));
  assert.deepEqual(published.credit.toSorted(), ['harnosand', 'timra']);
});

test('nor by sharing one’s changes with whom one follows', async () => {
  const work = 'hemlig';
  const read = async () => JSON.stringify(await done('sundsvall', (a) => showFleet(a, work)));
  assert.equal((await as('harnosand', (a) => findVariant(a, work)))?.sharing.changes, false);
  assert.doesNotMatch(await read(), /deras/);
  const failure = await refused('harnosand', (a) => changeSharing(a, { work, sharing }));
  assert.deepEqual(failure, { kind: 'audience-wider', audience: only('harnosand') });
  await change('timra', work, [put('title/en', 'Timrå’s other title')]);
  await done('timra', (a) => publish(a, { work, audience: only('harnosand'), message: 'Nästa' }));
  await done('timra', (a) => publish(a, { work, number: 2, audience: everyone, message: 'Öppen' }));
  await done('harnosand', (a) => changeSharing(a, { work, sharing }));
  assert.match(await read(), /deras/);
});

test('nor by accepting what those whom one follows may not see', async () => {
  const work = 'tredje';
  const some = only('harnosand', 'kramfors');
  await begin(work);
  for (const place of ['harnosand', 'timra']) await done(place, (a) => adopt(a, { work, sharing }));
  await change('timra', work, [note('deras', 'Timrås hemlighet.')]);
  await done('timra', (a) => publish(a, { work, audience: some, message: 'För några' }));
  await done('harnosand', (a) => publish(a, { work, audience: everyone, message: 'Vidare' }));
  await done('kramfors', (a) => adopt(a, { work, from: 'timra', sharing }));
  await done('kramfors', (a) => refollow(a, { work, organisation: 'harnosand', reason, reanchoring: [] }));
  const own = await as('kramfors', (a) => listOwnChanges(a, work));
  const changes = own.map(({ id }) => id);
  const sent = await done('kramfors', (a) => propose(a, { work, changes, message: 'Bra' }));
  const answer = { accept: changes, decline: [], answers: {}, message: 'Tack' };
  await done('harnosand', (a) => answerContribution(a, { contribution: sent.id, answer }));
  assert.equal((await as('harnosand', (a) => findVariant(a, work)))?.sharing.changes, false);
  assert.doesNotMatch(JSON.stringify(await done('sundsvall', (a) => showFleet(a, work))), /deras/);
  const passed = await send(work, (path) => path.endsWith('/deras'));
  assert.equal((await refused('harnosand', (a) => propose(a, passed))).kind, 'audience-wider');
  assert.deepEqual(await as('harnosand', (a) => findDifferences(a.tx, 'harnosand')), []);
});
