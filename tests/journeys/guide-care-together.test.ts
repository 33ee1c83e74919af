import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { reviewsReminded } from '../../src/modules/guides/index.ts';
import type { Tx } from '../../src/platform/db/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { smallGuide } from '../support/small-guide.ts';
import { waitFor } from '../support/wait.ts';
import { designer } from '../world/works.ts';

/*
 * Several care for the same guide at once, and the nightly reminders besides: nobody's words are lost, and nothing is
 * written over unseen. Each test goes on from the one before.
 */

const work = 'journalforing';
const own = `/arbete/skara/guider/${work}/skotsel`;

let kommons: TestApp;

type Row = { readonly name: string | null; readonly day: string; readonly reminded: number | null };

const inSkara = <T>(query: (tx: Tx) => Promise<T>): Promise<T> =>
  kommons.database.db.transaction({ organisation: 'skara', person: null }, query);

async function saved(): Promise<Row | undefined> {
  const { rows } = await inSkara((tx) =>
    sql<Row>`select owner_name as name, review_on::text as day, reminded from guides.care
      where work_id = ${work}`.execute(tx),
  );
  return rows[0];
}

const lead = () => kommons.visitor('training-lead@skara');
const other = () => kommons.visitor('designer@skara');

const night = (now: Date) =>
  reviewsReminded({
    db: kommons.database.db,
    clock: () => now,
    newId: kommons.ground.newId,
    origin: kommons.ground.settings.origin,
    organisations: () => ['skara'],
  });

before(async () => {
  kommons = await testApp({ work: true });
  const skara = designer(kommons.client, 'skara');
  await skara.create(smallGuide, 'Första versionen.');
  await skara.fill(work, { 'support-phone': '08-465 004 21' });
  await skara.use(work);
  await waitFor(async () => (await saved()) !== undefined, 10_000);
});
after(() => kommons.close());

const day = (of: string) => {
  const [year = '', month = '', date = ''] = of.split('-');
  return { 'granskas.day': date, 'granskas.month': month, 'granskas.year': year };
};

test('two who care for the same guide: the second keeps what they typed and reads what stands now', async () => {
  const first = await lead().open(own);
  const second = await other().open(own);
  const right = { ansvarig: 'Inger Ask', epost: 'inger.ask@skara.example', ...day('2027-03-01') };
  assert.match((await lead().send(first, '/skotsel', right)).text, /Sparat\./);
  const wrong = await other().send(second, '/skotsel', { ansvarig: 'Olle Ek', epost: 'olle' });
  assert.equal(wrong.status, 422, 'what is wrong is told first');
  const late = await other().send(wrong, '/skotsel', { epost: 'olle.ek@skara.example' });
  assert.equal(late.status, 409, 'also where a mistake was put right in between');
  assert.match(late.text, /Någon annan hann ändra Inger Ask \(inger\.ask@skara\.example\) ansvarar nu/);
  assert.match(late.text, /ses över senast 1 mars 2027/);
  assert.match(late.html, /value="Olle Ek"/);
  assert.equal((await saved())?.name, 'Inger Ask');
  assert.match((await other().send(late, '/skotsel')).text, /Sparat\./, 'they may still have it so');
  assert.equal((await saved())?.name, 'Olle Ek');
});

test('two who save in the same moment: one of them is told', async () => {
  const pages = [await lead().open(own), await other().open(own)] as const;
  const answers = await Promise.all([
    lead().send(pages[0], '/skotsel', { ansvarig: 'Ada Alm', ...day('2027-03-01') }),
    other().send(pages[1], '/skotsel', { ansvarig: 'Bo Berg', ...day('2027-03-01') }),
  ]);
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409],
  );
  const won = answers[0].status === 200 ? 'Ada Alm' : 'Bo Berg';
  assert.equal((await saved())?.name, won);
});

test('a guide is not marked as looked over where another day was set meanwhile', async () => {
  const stale = await other().open(own);
  await lead().send(await lead().open(own), '/skotsel', { ansvarig: 'Cia Dal', ...day('2027-02-15') });
  const late = await other().send(stale, '/granskad');
  assert.equal(late.status, 409);
  assert.match(late.text, /Cia Dal .* ansvarar nu, och guiden ska ses över senast 15 februari 2027/);
  assert.equal((await saved())?.day, '2027-02-15');
});

test('an owner who is saved while the night sends its reminders is kept', async () => {
  const before = await lead().open(own);
  let going: Promise<unknown> = Promise.resolve();
  await inSkara(async (tx) => {
    // A carer's change is on its way when the night has read the row and goes to mark it.
    await sql`update guides.care set owner_name = 'Dan Eng', review_on = '2027-06-01'
      where work_id = ${work}`.execute(tx);
    going = night(new Date('2027-02-10T02:17:00Z')).run({});
    await waitFor(async () => {
      const { rows } = await sql<{ waits: boolean }>`select exists (select from pg_locks
        where not granted) as waits`.execute(tx);
      return rows[0]?.waits === true;
    }, 10_000);
  });
  await going;
  assert.deepEqual(await saved(), { name: 'Dan Eng', day: '2027-06-01', reminded: null });
  const late = await lead().send(before, '/skotsel', { ansvarig: 'Cia Dal', ...day('2027-02-15') });
  assert.equal(late.status, 409);
});

test('a guide that is late can be given an owner, and a day that has been is not a new one', async () => {
  await inSkara((tx) =>
    sql`update guides.care set review_on = '2026-11-01' where work_id = ${work}`.execute(tx),
  );
  const named = await lead().send(await lead().open(own), '/skotsel', {
    ansvarig: 'Eva Falk',
    epost: 'eva.falk@skara.example',
  });
  assert.match(named.text, /Sparat\./);
  assert.deepEqual(await saved(), { name: 'Eva Falk', day: '2026-11-01', reminded: null });
  const past = await lead().send(named, '/skotsel', day('2026-11-02'));
  assert.equal(past.status, 422);
  assert.match(past.text, /Dagen har redan varit/);
});

const letters = () =>
  inSkara(async (tx) => {
    const { rows } = await sql<{ subject: string; body: string }>`
      select subject, text as body from platform.demo_mailbox
      where to_address = 'eva.falk@skara.example'`.execute(tx);
    return rows;
  });

test('a reminder that comes after the day says which day it was', async () => {
  await night(new Date('2026-11-24T02:17:00Z')).run({});
  await waitFor(async () => (await letters()).length === 1, 10_000);
  const [letter] = await letters();
  assert.match(letter?.subject ?? '', /^Föra journal skulle ha setts över 1\snovember 2026$/u);
  assert.match(letter?.body ?? '', /skulle ha setts över senast 1\snovember 2026\./u);
});
