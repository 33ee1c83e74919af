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
  discuss,
  findContribution,
  findDifferences,
  findVariant,
  listNotices,
  listOwnChanges,
  markNoticesRead,
  propose,
  showFleet,
} from './index.ts';
import { actsOn, sharing } from './testing/acts.ts';
import { setStage } from './testing/stage.ts';

const database = await testDatabase();
const folder = await mkdtemp(path.join(tmpdir(), 'kommons-restore-'));
after(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});
const { as, done, now } = await setStage(database.db);
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
