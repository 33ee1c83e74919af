import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../tests/support/database.ts';
import {
  adopt,
  changeSharing,
  createWork,
  fetchedIn,
  fetchedVersion,
  findFetchable,
  findFetched,
  findVariant,
  listOwnChanges,
  propose,
  publish,
  type Audience,
  type Command,
} from './index.ts';
import { actsOn, audience as everyone, sharing } from './testing/acts.ts';
import { leaflet } from './testing/leaflet.ts';
import { setStage } from './testing/stage.ts';

/*
 * Parts of other works: what is fetched into a work binds it as what it has taken does. Sundsvall owns the work,
 * Härnösand follows it, Timrå has a work of its own that it shows to some.
 */

const database = await testDatabase();
after(() => database.close());
const { as, done, refused } = await setStage(database.db);
const { begin, change } = actsOn({ as, done });

const mine = (work: string) => ({ organisation: 'harnosand', work });
const only = (...of: string[]): Audience => ({ kind: 'organisations', of });

/** Puts a note that says where it was fetched from in a work. */
async function fetchInto(
  place: string,
  work: string,
  from: { organisation: string; work: string },
): Promise<void> {
  const source = await as(place, (a) => findFetchable(a, from));
  assert.ok(source);
  const element = {
    id: `fran-${from.work}`,
    text: { sv: 'Timrås ord.' },
    source: { ...from, version: fetchedVersion(source.versionId), element: 'a' },
  };
  const command: Command = { do: 'add', list: 'chapters/b/notes', after: 'b2', element };
  await change(place, work, [command]);
}

async function timra(work: string, shown: Audience | null): Promise<{ organisation: string; work: string }> {
  await done('timra', (a) => createWork(a, { definition: leaflet(work), message: 'Ny' }));
  if (shown !== null) await done('timra', (a) => publish(a, { work, audience: shown, message: 'Ut' }));
  return { organisation: 'timra', work };
}

test('only what the organisation may read can be fetched, and stays found by its version', async () => {
  const from = await timra('for-harnosand', only('harnosand'));
  assert.equal(await as('sundsvall', (a) => findFetchable(a, from)), null);
  const source = await as('harnosand', (a) => findFetchable(a, from));
  assert.ok(source);
  const of = { ...from, version: fetchedVersion(source.versionId), element: 'a' };
  assert.equal((await as('harnosand', (a) => findFetched(a, of)))?.number, 1);
  assert.equal(await as('sundsvall', (a) => findFetched(a, of)), null);
  assert.equal((await as('timra', (a) => findFetchable(a, from)))?.number, 1);
});

test('what was shown to some is neither published to all, contributed nor shared', async () => {
  const work = 'binder';
  await begin(work);
  await done('harnosand', (a) => adopt(a, { work, sharing }));
  const from = await timra('for-nagra', only('harnosand'));
  await fetchInto('harnosand', work, from);
  const wider = { kind: 'audience-wider', audience: only('harnosand') };
  assert.deepEqual(
    await refused('harnosand', (a) => publish(a, { work, audience: everyone, message: 'Ut' })),
    wider,
  );
  const changes = (await as('harnosand', (a) => listOwnChanges(a, work))).map(({ id }) => id);
  assert.deepEqual(await refused('harnosand', (a) => propose(a, { work, changes, message: 'Bra' })), wider);
  assert.equal((await as('harnosand', (a) => findVariant(a, work)))?.sharing.changes, false);
  assert.deepEqual(await refused('harnosand', (a) => changeSharing(a, { work, sharing })), wider);
});

test('what is shown to all goes on, with credit and under the licence that it came with', async () => {
  const work = 'fritt';
  await begin(work);
  await done('harnosand', (a) => adopt(a, { work, sharing }));
  const from = await timra('for-alla', null);
  const { work: open } = from;
  await done('timra', (a) =>
    publish(a, { work: open, audience: everyone, message: 'Ut', licence: 'CC-BY-4.0' }),
  );
  await fetchInto('harnosand', work, from);
  const changes = (await as('harnosand', (a) => listOwnChanges(a, work))).map(({ id }) => id);
  await done('harnosand', (a) => propose(a, { work, changes, message: 'Bra' }));
  const publication = await done('harnosand', (a) => publish(a, { work, audience: everyone, message: 'Ut' }));
  assert.equal(publication.licence, 'CC-BY-4.0');
  assert.ok(publication.credit.includes('timra'));
});

test('what was fetched by way of a work of one’s own binds as that does; what is one’s own does not', async () => {
  const from = await timra('langre-bort', only('harnosand'));
  for (const work of ['forsta', 'andra', 'fri'])
    await done('harnosand', (a) => createWork(a, { definition: leaflet(work), message: 'Ny' }));
  await fetchInto('harnosand', 'forsta', from);
  await fetchInto('harnosand', 'andra', mine('forsta'));
  const toAll = { audience: everyone, message: 'Ut' };
  assert.equal(
    (await refused('harnosand', (a) => publish(a, { work: 'andra', ...toAll }))).kind,
    'audience-wider',
  );
  const plain = await as('harnosand', (a) => createWork(a, { definition: leaflet('egen'), message: 'Ny' }));
  assert.ok(plain.ok);
  await fetchInto('harnosand', 'fri', mine('egen'));
  await done('harnosand', (a) => publish(a, { work: 'fri', ...toAll }));
  await done('sundsvall', (a) => adopt(a, { work: 'fri', sharing }));
  await done('sundsvall', (a) => publish(a, { work: 'fri', ...toAll }));
});

test('two works that have fetched from each other bind each other once', async () => {
  for (const work of ['hit', 'dit'])
    await done('harnosand', (a) => createWork(a, { definition: leaflet(work), message: 'Ny' }));
  await fetchInto('harnosand', 'hit', { organisation: 'harnosand', work: 'dit' });
  await fetchInto('harnosand', 'dit', { organisation: 'harnosand', work: 'hit' });
  await done('harnosand', (a) => publish(a, { work: 'dit', audience: everyone, message: 'Ut' }));
});

test('a source is read where it has the right form, and counts for what lies inside', () => {
  const source = { organisation: 'timra', work: 'w', version: 'a'.repeat(64), element: 'e' };
  const wrong = [{ ...source, version: `sha256-${'a'.repeat(64)}` }, { ...source, more: 1 }, 'text', null];
  const value = {
    list: [
      { id: 'ett', source, items: [{ id: 'inne' }] },
      ...wrong.map((one, index) => ({ id: `fel-${index}`, source: one })),
    ],
  };
  assert.deepEqual([...fetchedIn(value).keys()], ['ett', 'inne']);
});
