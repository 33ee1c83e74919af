import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../tests/support/database.ts';
import { countBegun, countSent, listPopular } from './drafts/usage.ts';
import { serviceFigures } from './figures.ts';

const database = await testDatabase();
after(() => database.close());

const work = 'skolskjuts';
const organisation = 'harnosand';
const now = new Date('2026-11-30T12:00:00Z');

const within = <T>(place: string, run: Parameters<typeof database.db.transaction<T>>[1]): Promise<T> =>
  database.db.transaction({ organisation: place, person: null }, run);
const countAt = (place: string) =>
  within(place, (tx) => serviceFigures.count({ tx, organisation: place, works: [work, 'annat'], now }));

test('what is begun and sent is counted by month, and how many finish by the month when they began', async () => {
  const of = { organisation, work };
  await within(organisation, async (tx) => {
    for (const begun of ['2025-11-30', '2025-12-01', '2026-10-31', '2026-11-01']) {
      await countBegun(tx, { ...of, begun });
    }
    await countSent(tx, { ...of, begun: '2025-11-30', sent: '2025-12-02' });
    await countSent(tx, { ...of, begun: '2026-10-31', sent: '2026-11-02' });
  });
  const counted = (await countAt(organisation)).get(work);
  assert.deepEqual(counted?.['begun'], { value: 3, of: 3 }, 'twelve months, this one with them');
  assert.deepEqual(counted?.['sent'], { value: 2, of: 2 });
  assert.deepEqual(counted?.['finished'], { value: 33, of: 3 });
});

test('a draft that was never counted is sent all the same', async () => {
  const other = { organisation: 'timra', work };
  await within('timra', (tx) => countSent(tx, { ...other, begun: '2026-11-01', sent: '2026-11-02' }));
  assert.equal((await countAt('timra')).get(work)?.['sent']?.value, 1);
});

test('what many do is what they have sent, not what they have begun', async () => {
  const popular = () => within('ange', (tx) => listPopular(tx, 'ange', { since: '2026-11-01', most: 3 }));
  const of = { organisation: 'ange', work, begun: '2026-11-02' };
  await within('ange', (tx) => countBegun(tx, of));
  assert.deepEqual(await popular(), []);
  await within('ange', (tx) => countSent(tx, { ...of, sent: '2026-11-03' }));
  assert.deepEqual(await popular(), [work]);
});

test('only the organisation itself is counted', async () => {
  assert.deepEqual((await countAt('kramfors')).get(work), {});
  assert.deepEqual((await countAt(organisation)).get('annat'), {});
});
