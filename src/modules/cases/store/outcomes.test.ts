import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testDatabase } from '../../../../tests/support/database.ts';
import { actAs, anna, openExample, settle } from '../../../../tests/support/cases.ts';
import { decideNow } from '../actions/decision.ts';
import { takeCase } from '../actions/handle.ts';
import { countDecided } from './outcomes.ts';

const database = await testDatabase();
after(() => database.close());
before(() => settle(database));

/** Decides a case that came in on the Monday, some days later. */
async function decide(choice: string, days: number): Promise<void> {
  const { id } = await openExample(database);
  const at = new Date(Date.UTC(2026, 10, 23 + days, 9));
  const given = { choice, reasons: 'Vägen är 3,4 kilometer.' };
  assert.ok((await actAs(database, { person: anna, at }, (context) => takeCase(context, id))).ok);
  assert.ok((await actAs(database, { person: anna, at }, (context) => decideNow(context, id, given))).ok);
}

const countAt = (organisation: string, of: { readonly works: readonly string[]; readonly since: string }) =>
  database.db.transaction({ organisation, person: null }, (tx) => countDecided(tx, organisation, of));

test('decisions by kind since a day, and the days that half of them took at most', async () => {
  await decide('bevilja', 1);
  await decide('bevilja', 4);
  await decide('avsla', 7);
  await openExample(database);
  const numbers = { decided: 3, approved: 2, rejected: 1, partly: 0, closed: 0, medianDays: 4 };
  const works = ['skolskjuts', 'annat'];
  assert.deepEqual(await countAt('harnosand', { works, since: '2026-11-24' }), [
    { work: 'skolskjuts', ...numbers },
  ]);
  const [later] = await countAt('harnosand', { works, since: '2026-11-25' });
  assert.deepEqual([later?.decided, later?.medianDays], [2, 5.5]);
  assert.deepEqual(await countAt('harnosand', { works: ['annat'], since: '2026-11-24' }), []);
  assert.deepEqual(await countAt('timra', { works, since: '2026-11-24' }), []);
});
