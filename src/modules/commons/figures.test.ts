import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../tests/support/database.ts';
import {
  adopt,
  changeSharing,
  figuresCounted,
  publish,
  refollow,
  registerKind,
  showFleet,
  takeOver,
  undoAdopt,
  createWork,
} from './index.ts';
import { actsOn, audience } from './testing/acts.ts';
import { leaflet, leafletKind } from './testing/leaflet.ts';
import { setStage } from './testing/stage.ts';

const database = await testDatabase();
after(() => database.close());
const { db } = database;

/** A leaflet that is counted: how many were fetched where, and how many liked it. */
const fetched = new Map<string, number>();
registerKind({
  ...leafletKind,
  id: 'counted-leaflet',
  figures: {
    measures: [
      { id: 'fetched', topic: 'use', unit: 'count', name: { sv: 'Hämtade', en: 'Fetched' } },
      { id: 'liked', topic: 'results', unit: 'percent', name: { sv: 'Gillar', en: 'Like it' } },
    ],
    // The count runs as the adopter and sees its rows only.
    count: async ({ tx, organisation, works }) => {
      const { rows } = await sql<{ work: string }>`select work_id as work from commons.variants`.execute(tx);
      const of = fetched.get(organisation) ?? 0;
      return new Map(
        rows
          .filter(({ work }) => works.includes(work))
          .map(({ work }) => [work, { fetched: { value: of, of }, liked: { value: 80, of } }]),
      );
    },
  },
});
const { as, done, now } = await setStage(db);
const { begin } = actsOn({ as, done });
const counted = { kind: 'counted-leaflet' };
const share = (use: boolean, results: boolean) => ({ changes: false, use, results });
const work = 'raknad';

const figuresAt = async (owner: string, of = work) =>
  new Map((await done(owner, (a) => showFleet(a, of))).rows.map((row) => [row.organisation, row.figures]));
const rowsSeenBy = async (organisation: string | null): Promise<readonly string[]> => {
  const { rows } = await db.transaction({ organisation, person: null }, (tx) =>
    sql<{ of: string }>`select organisation_id as of from commons.shared_figures order by 1`.execute(tx),
  );
  return rows.map(({ of }) => of);
};
const night = figuresCounted({ db, clock: now });

test('the owner sees the figures of those who have agreed, and of nobody else', async () => {
  fetched.set('timra', 40).set('ange', 4).set('kramfors', 9);
  await done('sundsvall', (a) => createWork(a, { definition: leaflet(work, counted), message: 'Ny' }));
  await done('sundsvall', (a) => publish(a, { work, audience, message: 'Ut' }));
  await done('timra', (a) => adopt(a, { work, sharing: share(true, true) }));
  await done('ange', (a) => adopt(a, { work, sharing: share(false, true) }));
  await done('kramfors', (a) => adopt(a, { work, sharing: share(false, false) }));
  const figures = await figuresAt('sundsvall');
  assert.deepEqual(figures.get('timra')?.use, { fetched: 40 });
  assert.deepEqual(figures.get('timra')?.results, { liked: 80 });
  assert.equal(figures.get('ange')?.use, null);
  assert.deepEqual(figures.get('ange')?.results, { liked: null }, 'four are too few');
  assert.equal(figures.get('kramfors'), null);
});

test('by night they are counted anew', async () => {
  fetched.set('timra', 41).set('ange', 5);
  await night.run({});
  const figures = await figuresAt('sundsvall');
  assert.deepEqual(figures.get('timra')?.use, { fetched: 41 });
  assert.deepEqual(figures.get('ange')?.results, { liked: 80 });
});

test('whoever is not the upstream sees nothing, not even another owner of the same work', async () => {
  assert.deepEqual(await rowsSeenBy('sundsvall'), ['ange', 'timra']);
  assert.deepEqual(await rowsSeenBy('timra'), ['timra']);
  assert.deepEqual(await rowsSeenBy('lund'), []);
  assert.deepEqual(await rowsSeenBy(null), []);
  await done('kramfors', (a) => publish(a, { work, audience, message: 'Vår' }));
  assert.deepEqual([...(await figuresAt('kramfors')).values()], []);
});

test('the upstream cannot write what an adopter shows', async () => {
  const { numAffectedRows } = await as('sundsvall', ({ tx }) =>
    sql`update commons.shared_figures set use = '{"fetched": 1}' where organisation_id = 'timra'`.execute(tx),
  );
  assert.equal(numAffectedRows, 0n);
});

test('what is no longer agreed is gone at once', async () => {
  await done('timra', (a) => changeSharing(a, { work, sharing: share(false, true) }));
  assert.equal((await figuresAt('sundsvall')).get('timra')?.use, null);
  await done('timra', (a) => changeSharing(a, { work, sharing: share(false, false) }));
  assert.deepEqual(await rowsSeenBy('sundsvall'), ['ange']);
  await night.run({});
  assert.deepEqual(await rowsSeenBy('sundsvall'), ['ange'], 'and stays so');
  await done('timra', (a) => changeSharing(a, { work, sharing: share(true, false) }));
  assert.deepEqual((await figuresAt('sundsvall')).get('timra')?.use, { fetched: 41 });
});

test('who follows another shows it to that one, and who follows nobody to nobody', async () => {
  await done('timra', (a) => refollow(a, { work, organisation: 'kramfors', reason: 'Närmare' }));
  assert.deepEqual(await rowsSeenBy('sundsvall'), ['ange']);
  assert.deepEqual((await figuresAt('kramfors')).get('timra')?.use, { fetched: 41 });
  await done('timra', (a) => takeOver(a, { work, reason: 'Själva' }));
  assert.deepEqual(await rowsSeenBy('kramfors'), []);
  await done('ange', (a) => undoAdopt(a, { work, reason: 'Fel' }));
  assert.deepEqual(await rowsSeenBy('sundsvall'), []);
});

test('a kind that counts nothing shows nothing', async () => {
  await begin('oraknad');
  await done('timra', (a) => adopt(a, { work: 'oraknad', sharing: share(true, true) }));
  const fleet = await done('sundsvall', (a) => showFleet(a, 'oraknad'));
  assert.deepEqual(fleet.measures, []);
  assert.equal(fleet.rows[0]?.figures, null);
});
