import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../tests/support/database.ts';
import {
  adopt,
  createWork,
  publish,
  refollow,
  saveDraft,
  commit,
  takeOver,
  undoUpdate,
  applyUpdate,
  type Audience,
} from './index.ts';
import type { Licence } from './model/work.ts';
import { actsOn, put, sharing } from './testing/acts.ts';
import { leaflet } from './testing/leaflet.ts';
import { setStage } from './testing/stage.ts';

const database = await testDatabase();
after(() => database.close());
const { as, done, refused } = await setStage(database.db);
const { change } = actsOn({ as, done });

const everyone: Audience = { kind: 'everyone' };
const only = (...of: string[]): Audience => ({ kind: 'organisations', of });
const reason = 'Därför';
const retitle = [put('title/sv', 'Ny titel')];

async function start(work: string, audience: Audience, licence?: Licence): Promise<void> {
  await done('sundsvall', (a) => createWork(a, { definition: leaflet(work), message: 'Ny' }));
  const named = licence === undefined ? {} : { licence };
  await done('sundsvall', (a) => publish(a, { work, audience, message: 'Ut', ...named }));
}

const take = (organisation: string, work: string, from = 'sundsvall') =>
  done(organisation, (a) => adopt(a, { work, from, sharing }));

const show = (organisation: string, work: string, audience: Audience, licence?: Licence) =>
  done(organisation, (a) =>
    publish(a, { work, audience, message: 'Ut', ...(licence === undefined ? {} : { licence }) }),
  );

const failToShow = (organisation: string, work: string, audience: Audience, licence?: Licence) =>
  refused(organisation, (a) =>
    publish(a, { work, audience, message: 'Ut', ...(licence === undefined ? {} : { licence }) }),
  );

test('what was shown to some is not shown to all by whoever takes it over', async () => {
  const some = only('harnosand', 'timra');
  await start('tagen', some);
  await take('harnosand', 'tagen');
  await done('harnosand', (a) => takeOver(a, { work: 'tagen', reason }));
  await change('harnosand', 'tagen', retitle);
  assert.deepEqual(await failToShow('harnosand', 'tagen', everyone), {
    kind: 'audience-wider',
    audience: some,
  });
  await show('harnosand', 'tagen', only('timra'));
  // The owner opens the very version that was taken: then all may see what was made of it.
  await change('sundsvall', 'tagen', retitle);
  await show('sundsvall', 'tagen', some);
  await done('sundsvall', (a) =>
    publish(a, { work: 'tagen', number: 1, audience: everyone, message: 'Öppen' }),
  );
  await change('harnosand', 'tagen', [put('title/sv', 'Vår titel')]);
  await show('harnosand', 'tagen', everyone);
});

test('what was shown to some is not shown to all by whoever goes on to follow another', async () => {
  const some = only('harnosand', 'kramfors');
  await start('vidare', some);
  await take('harnosand', 'vidare');
  await take('kramfors', 'vidare');
  await show('harnosand', 'vidare', only('kramfors'));
  const followed = await done('kramfors', (a) =>
    refollow(a, { work: 'vidare', organisation: 'harnosand', reason }),
  );
  assert.deepEqual([followed.base?.organisation, followed.base?.number], ['harnosand', 0]);
  await change('kramfors', 'vidare', retitle);
  assert.equal((await failToShow('kramfors', 'vidare', everyone)).kind, 'audience-wider');
  await done('kramfors', (a) => applyUpdate(a, { work: 'vidare' }));
  const failure = await failToShow('kramfors', 'vidare', only('harnosand'));
  assert.deepEqual(failure, { kind: 'audience-wider', audience: only('kramfors') });
  await show('kramfors', 'vidare', only('kramfors'));
});

test('the licence and the credit of what a version builds on go along, also when it is taken over', async () => {
  await start('licens', everyone, 'EUPL-1.2');
  await take('harnosand', 'licens');
  assert.deepEqual(await failToShow('harnosand', 'licens', everyone, 'CC0-1.0'), {
    kind: 'licence-differs',
    licence: 'EUPL-1.2',
  });
  const passed = await show('harnosand', 'licens', everyone);
  assert.deepEqual([passed.licence, passed.credit], ['EUPL-1.2', ['sundsvall']]);
  await take('kramfors', 'licens', 'harnosand');
  await done('kramfors', (a) => takeOver(a, { work: 'licens', reason }));
  await change('kramfors', 'licens', retitle);
  assert.equal((await failToShow('kramfors', 'licens', everyone, 'CC-BY-4.0')).kind, 'licence-differs');
  const taken = await show('kramfors', 'licens', everyone);
  assert.deepEqual([taken.licence, taken.credit], ['EUPL-1.2', ['harnosand', 'sundsvall']]);
});

test('what is free may be passed on under any licence, and its owner may change it', async () => {
  await start('fri', everyone);
  await take('timra', 'fri');
  const passed = await show('timra', 'fri', everyone, 'CC-BY-4.0');
  assert.deepEqual([passed.licence, passed.credit], ['CC-BY-4.0', ['sundsvall']]);
  await change('sundsvall', 'fri', retitle);
  assert.equal((await show('sundsvall', 'fri', everyone, 'EUPL-1.2')).licence, 'EUPL-1.2');
  await done('timra', (a) => applyUpdate(a, { work: 'fri' }));
  assert.equal(
    (await show('timra', 'fri', everyone)).licence,
    'EUPL-1.2',
    'the strictest that it came under',
  );
});

const follow = (organisation: string) => ({ work: 'ring', organisation, reason, reanchoring: [] });

test('nobody follows in a circle, however long', async () => {
  await start('ring', everyone);
  await take('harnosand', 'ring');
  await show('harnosand', 'ring', everyone);
  assert.deepEqual(await refused('sundsvall', (a) => refollow(a, follow('harnosand'))), { kind: 'circle' });
  await take('kramfors', 'ring', 'harnosand');
  await show('kramfors', 'ring', everyone);
  assert.deepEqual(await refused('sundsvall', (a) => refollow(a, follow('kramfors'))), { kind: 'circle' });
  assert.deepEqual(await refused('harnosand', (a) => refollow(a, follow('kramfors'))), { kind: 'circle' });
  await done('kramfors', (a) => refollow(a, follow('sundsvall')));
  await done('harnosand', (a) => refollow(a, follow('kramfors')));
});

test('an update undone does not close a circle', async () => {
  await start('angrad', everyone);
  await take('kramfors', 'angrad');
  await take('harnosand', 'angrad');
  await change('harnosand', 'angrad', retitle, 'Vår');
  const work = 'angrad';
  await done('kramfors', (a) => refollow(a, { work, organisation: 'harnosand', reason }));
  await done('kramfors', (a) => applyUpdate(a, { work }));
  await show('kramfors', work, everyone);
  await done('harnosand', (a) => takeOver(a, { work, reason }));
  await done('sundsvall', (a) => refollow(a, { work, organisation: 'kramfors', reason, reanchoring: [] }));
  assert.deepEqual(await refused('kramfors', (a) => undoUpdate(a, { work, reason })), { kind: 'circle' });
  await done('kramfors', (a) => takeOver(a, { work, reason }));
  assert.deepEqual(await refused('kramfors', (a) => undoUpdate(a, { work, reason })), {
    kind: 'has-later-versions',
  });
});

test('two who begin to follow each other at once do not both succeed', async () => {
  const work = 'samtidigt';
  await start(work, everyone);
  for (const organisation of ['harnosand', 'kramfors']) {
    await take(organisation, work);
    await show(organisation, work, everyone);
  }
  const [one, other] = await Promise.all([
    as('harnosand', (a) => refollow(a, { work, organisation: 'kramfors', reason })),
    as('kramfors', (a) => refollow(a, { work, organisation: 'harnosand', reason })),
  ]);
  assert.equal([one, other].filter(({ ok }) => ok).length, 1);
  const failed = [one, other].find(({ ok }) => !ok);
  assert.deepEqual(failed, { ok: false, failure: { kind: 'circle' } });
});

test('who rebuilt the work does not follow where a locked part is missing', async () => {
  const work = 'ombyggd';
  await start(work, everyone);
  await take('ange', work);
  await done('ange', (a) => takeOver(a, { work, reason }));
  await change('ange', work, retitle, 'Ånges');
  await take('kiruna', work);
  await done('kiruna', (a) => takeOver(a, { work, reason }));
  const definition = leaflet(work, { chapters: [{ id: 'ny', title: { sv: 'Ny', en: 'New' } }] });
  await done('kiruna', (a) => saveDraft(a, { work, revision: null, definition }));
  await done('kiruna', (a) => commit(a, { work, revision: 1, message: 'Ombyggd' }));
  const failure = await refused('kiruna', (a) =>
    refollow(a, { work, organisation: 'ange', reason, reanchoring: [] }),
  );
  assert.ok(failure.kind === 'not-allowed', failure.kind);
  assert.deepEqual(
    failure.violations.map(({ path }) => path),
    ['chapters/c'],
  );
});
