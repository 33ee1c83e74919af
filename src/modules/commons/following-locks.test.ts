import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../tests/support/database.ts';
import { adopt, findVariant, refollow, revertTo, saveSettings, takeInUse, takeOver } from './index.ts';
import { actsOn, put, sharing } from './testing/acts.ts';
import { setStage } from './testing/stage.ts';

const database = await testDatabase();
after(() => database.close());
const { as, done, refused } = await setStage(database.db);
const { begin, change } = actsOn({ as, done });

const work = 'last';
const back = { work, organisation: 'sundsvall', reason: 'Tillbaka' };

const placesOf = async (act: Parameters<typeof refused>[1]): Promise<readonly string[]> => {
  const failure = await refused('harnosand', act);
  assert.ok(failure.kind === 'not-allowed', failure.kind);
  return failure.violations.map(({ path }) => path);
};

test('what is locked is not changed by taking over, changing and following again', async () => {
  await begin(work);
  await done('harnosand', (a) => adopt(a, { work, sharing }));
  await done('harnosand', (a) => takeOver(a, { work, reason: 'Själva' }));
  await change('harnosand', work, [
    put('chapters/c/text/sv', 'Något annat.'),
    put('chapters/a/text/sv', 'Hos oss är det gratis.'),
  ]);
  const places = await placesOf((a) => refollow(a, back));
  assert.deepEqual(places, ['chapters/c/text/sv']);
  assert.equal((await as('harnosand', (a) => findVariant(a, work)))?.base, null);
});

test('nor by letting the changed version run, or by going back to it', async () => {
  await done('harnosand', (a) =>
    saveSettings(a, { work, number: 1, values: { kontakt: 'a@harnosand.example' } }),
  );
  await done('harnosand', (a) => takeInUse(a, { work }));
  await change('harnosand', work, [put('chapters/c/text/sv', 'Till sist.')]);
  assert.deepEqual(await placesOf((a) => refollow(a, back)), ['chapters/c/text/sv'], 'it still runs');
  await done('harnosand', (a) => takeInUse(a, { work }));
  const followed = await done('harnosand', (a) => refollow(a, back));
  assert.equal(followed.base?.organisation, 'sundsvall');
  assert.deepEqual(await placesOf((a) => takeInUse(a, { work, number: 2 })), ['chapters/c/text/sv']);
  const revert = { work, number: 2, reason: 'Om igen' };
  assert.deepEqual(await placesOf((a) => revertTo(a, revert)), ['chapters/c/text/sv']);
  const version = await done('harnosand', (a) => revertTo(a, { ...revert, number: 1 }));
  assert.equal(version.step, 'reverted');
});
