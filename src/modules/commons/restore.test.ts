import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { testDatabase } from '../../../tests/support/database.ts';
import { asOwner, backup, restore } from '../../platform/db/index.ts';
import {
  adopt,
  answerContribution,
  applyUpdate,
  createWork,
  discuss,
  findContribution,
  findDifferences,
  findVariant,
  listNotices,
  listOwnChanges,
  markNoticesRead,
  propose,
  publish,
  recall,
  showFleet,
  undoAdopt,
} from './index.ts';
import { actsOn, audience, sharing } from './testing/acts.ts';
import { leaflet } from './testing/leaflet.ts';
import { setStage } from './testing/stage.ts';

const database = await testDatabase();
const folder = await mkdtemp(path.join(tmpdir(), 'kommons-restore-'));
after(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});
const { as, done, refused, now } = await setStage(database.db);
const { begin, change } = actsOn({ as, done });
const work = 'mellan-tva';

const place = { ownerUrl: database.ownerUrl, files: path.join(folder, 'files') };
const save = (organisation: string): Promise<string> => {
  const target = path.join(folder, `${organisation}.tar`);
  return backup({ ...place, target, organisation, now: now() }).then(() => target);
};
const putBack = (organisation: string, source: string) =>
  restore({ ...place, source, organisation, replace: true });

const note = {
  do: 'add',
  list: 'chapters/b/notes',
  after: 'b2',
  element: { id: 'ny', text: { sv: 'Noten.', en: 'The note.' } },
} as const;

async function send(): Promise<{ readonly id: string; readonly items: readonly string[] }> {
  const own = await as('harnosand', (a) => listOwnChanges(a, work));
  const changes = own.map((one) => one.id);
  const { id, items } = await done('harnosand', (a) => propose(a, { work, changes, message: 'En not' }));
  return { id, items: items.map((item) => item.id) };
}

test('a restore of one organisation leaves what another has answered, and what others see follows it', async () => {
  await begin(work);
  await done('harnosand', (a) => adopt(a, { work, sharing }));
  await change('harnosand', work, [note]);
  const sent = await send();
  const source = await save('harnosand');

  const message = 'Tack, den tar vi in';
  await done('sundsvall', (a) => discuss(a, { contribution: sent.id, text: message }));
  const answer = { accept: sent.items, decline: [], answers: {}, message };
  await done('sundsvall', (a) => answerContribution(a, { contribution: sent.id, answer }));
  await change('sundsvall', work, [{ do: 'set', path: 'title/en', value: 'Ours' }], 'Ny version');
  await as('sundsvall', (a) => markNoticesRead(a, 'all'));
  await done('harnosand', (a) => applyUpdate(a, { work }));
  await change('harnosand', work, [{ do: 'set', path: 'title/en', value: 'Härnösand’s' }]);
  const later = await send();

  const seen = await as('sundsvall', async (a) => [
    await findContribution(a, sent.id),
    await findContribution(a, later.id),
    await listNotices(a, 1),
  ]);
  assert.equal((await as('harnosand', (a) => findVariant(a, work)))?.base?.number, 2);
  const report = await putBack('harnosand', source);
  assert.ok(report.ok && report.stayed > 0);

  assert.deepEqual(
    await as('sundsvall', async (a) => [
      await findContribution(a, sent.id),
      await findContribution(a, later.id),
      await listNotices(a, 1),
    ]),
    seen,
  );
  assert.equal((await as('harnosand', (a) => findContribution(a, sent.id)))?.state, 'accepted');
  assert.equal((await as('harnosand', (a) => findVariant(a, work)))?.base?.number, 1);
  const fleet = await done('sundsvall', (a) => showFleet(a, work));
  assert.deepEqual(
    fleet.rows.map(({ organisation, takenNumber }) => [organisation, takenNumber]),
    [['harnosand', 1]],
  );
  assert.deepEqual(await as('harnosand', (a) => findDifferences(a.tx, 'harnosand')), []);
});

test('what was lost between two comes back', async () => {
  const source = await save('harnosand');
  const before = await as('sundsvall', (a) => listNotices(a, 1));
  await asOwner(database.ownerUrl, (client) =>
    client.query(`begin; set local kommons.maintenance = 'on';
      delete from commons.notices where organisation_id = 'harnosand'; commit`),
  );
  assert.notDeepEqual(await as('sundsvall', (a) => listNotices(a, 1)), before);
  assert.ok((await putBack('harnosand', source)).ok);
  assert.deepEqual(await as('sundsvall', (a) => listNotices(a, 1)), before);
});

test('what others see of a variant is compared with the variant', async () => {
  for (const [table, column] of [
    ['library_uses', 'base_number'],
    ['shared_variants', 'number'],
  ] as const) {
    const shift = (by: number) =>
      asOwner(database.ownerUrl, (client) =>
        client.query(`begin; set local kommons.maintenance = 'on';
          update commons.${table} set ${column} = ${column} + ${by} where organisation_id = 'harnosand'; commit`),
      );
    await shift(1);
    assert.deepEqual(await as('harnosand', (a) => findDifferences(a.tx, 'harnosand')), [{ work, table }]);
    await shift(-1);
    assert.deepEqual(await as('harnosand', (a) => findDifferences(a.tx, 'harnosand')), []);
  }
});

const release = (name: string) =>
  done('sundsvall', (a) => publish(a, { work: name, audience, message: 'Ut' }));
const publishedOf = async (name: string) =>
  (await as('sundsvall', (a) => findVariant(a, name)))?.published ?? null;

test('whoever is restored to before a publication has published it still, and numbers on from it', async () => {
  await begin('raknat');
  const source = await save('sundsvall');
  await change('sundsvall', 'raknat', [{ do: 'set', path: 'title/en', value: 'Second' }], 'Ny version');
  assert.ok((await putBack('sundsvall', source)).ok);
  assert.equal(await publishedOf('raknat'), 2);
  await done('sundsvall', (a) => recall(a, { work: 'raknat', number: 2, reason: 'Fel' }));
  assert.equal((await release('raknat')).number, 3);
  assert.equal(await publishedOf('raknat'), 3);
});

test('what was made before its first publication is not taken away while the library has it', async () => {
  await done('sundsvall', (a) => createWork(a, { definition: leaflet('forst'), message: 'Ny' }));
  const source = await save('sundsvall');
  await release('forst');
  assert.ok((await putBack('sundsvall', source)).ok);
  const gone = await refused('sundsvall', (a) => undoAdopt(a, { work: 'forst', reason: 'Bort' }));
  assert.equal(gone.kind, 'has-publications');
});

test('a work that is lost but published is made anew by its owner alone', async () => {
  const source = await save('sundsvall');
  await begin('forlorat');
  assert.ok((await putBack('sundsvall', source)).ok);
  assert.equal(await as('sundsvall', (a) => findVariant(a, 'forlorat')), null);
  const make = { definition: leaflet('forlorat'), message: 'Om igen' };
  const taken = await refused('harnosand', (a) => createWork(a, make));
  assert.deepEqual(taken, { kind: 'work-taken', owner: 'sundsvall' });
  await done('sundsvall', (a) => createWork(a, make));
  assert.equal(await publishedOf('forlorat'), 1);
  assert.equal((await release('forlorat')).number, 2);
  const again = await refused('sundsvall', (a) => createWork(a, make));
  assert.equal(again.kind, 'work-taken');
});
