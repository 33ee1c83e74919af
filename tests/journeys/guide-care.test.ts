import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { reviewsReminded } from '../../src/modules/guides/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { smallGuide } from '../support/small-guide.ts';
import { waitFor } from '../support/wait.ts';
import { designer } from '../world/works.ts';

/*
 * A guide is kept alive: readers say what helps and what is wrong, those who answer for it answer, what is common is
 * sent on to whoever wrote it, and it is looked over in time. Each test goes on from the one before.
 */

const work = 'journalforing';
const step = `/arbete/skara/guider/${work}/steg/logga-in`;
const own = `/arbete/skara/guider/${work}/skotsel`;

let kommons: TestApp;

async function delivered(): Promise<void> {
  for (const organisation of ['skara', 'gvs12']) {
    const waiting = () =>
      kommons.database.db.transaction({ organisation, person: null }, (tx) =>
        tx.selectFrom('platform.outbox').select('id').where('delivered_at', 'is', null).execute(),
      );
    await waitFor(async () => (await waiting()).length === 0, 10_000);
  }
}

before(async () => {
  kommons = await testApp({ work: true });
  const network = designer(kommons.client, 'gvs12');
  await network.create(smallGuide, 'Första versionen.');
  await network.fill(work, { 'support-phone': '08-465 004 20' });
  await network.publish(work, { kind: 'everyone' }, 'Första versionen.');
  await network.use(work);
  const skara = designer(kommons.client, 'skara');
  await skara.adopt(work, 'gvs12');
  await skara.fill(work, { 'support-phone': '08-465 004 21' });
  await skara.use(work);
  await delivered();
});
after(() => kommons.close());

test('a reader says whether a step helped, once, and may change their mind', async () => {
  const reader = kommons.visitor('case-worker@skara');
  const said = await reader.send(await reader.open(step), '/hjalpte', { hjalpte: 'ja' });
  assert.match(said.text, /Tack för svaret/);
  await reader.send(await reader.open(step), '/hjalpte', { hjalpte: 'nej' });
  const other = kommons.visitor('designer@skara');
  await other.send(await other.open(step), '/hjalpte', { hjalpte: 'ja' });
  const page = await kommons.visitor('training-lead@skara').open(own);
  assert.match(page.text, /Logga in 50 % (?:Svar:? )?2/);
});

test('a note about a block reaches those who answer for the guide, with where it stands', async () => {
  const reader = kommons.visitor('case-worker@skara');
  const empty = await reader.send(await reader.open(step), '/anteckning', { om: 'in-hjalp', text: ' ' });
  assert.match(empty.text, /Skriv vad som är fel eller saknas\./);
  const said = await reader.send(await reader.open(step), '/anteckning', {
    om: 'in-hjalp',
    text: 'Numret går till växeln <b>nu</b>.',
  });
  assert.match(said.text, /De som sköter guiden ser det du skrev/);
  assert.match(said.text, /Du skrev .* Numret går till växeln/);
  const lead = kommons.visitor('training-lead@skara');
  assert.match((await lead.open('/arbete/skara/guider/skotsel')).text, /1 anteckning att svara på/);
  const notes = await lead.open('/arbete/skara/guider/skotsel/anteckningar');
  assert.match(notes.text, /Logga in, i Föra journal Numret går till växeln <b>nu<\/b>\./);
  assert.match(notes.html, /steg\/logga-in#in-hjalp/);
});

test('a note on what is common is sent on, answered there, and the answer comes back to the reader', async () => {
  const lead = kommons.visitor('training-lead@skara');
  const notes = await lead.open('/arbete/skara/guider/skotsel/anteckningar');
  const sent = await lead.send(notes, '/vidare');
  assert.match(sent.text, /Skickad vidare till GVS12/);
  await delivered();
  const network = kommons.visitor('designer@gvs12');
  const theirs = await network.open('/arbete/gvs12/guider/skotsel/anteckningar');
  assert.match(theirs.text, /Numret går till växeln .* Skickad vidare av Skara/);
  const unanswered = await network.send(theirs, '/svar', { svar: '' });
  assert.equal(unanswered.status, 409);
  assert.match(unanswered.text, /Skriv ett svar/);
  await network.send(await network.open('/arbete/gvs12/guider/skotsel/anteckningar'), '/svar', {
    svar: 'Tack, rättat i version 2.',
  });
  await delivered();
  const reader = kommons.visitor('case-worker@skara');
  assert.match((await reader.open(step)).text, /Svar: Tack, rättat i version 2\./);
  assert.match((await lead.open('/arbete/skara/guider/skotsel/anteckningar')).text, /Inget att svara på/);
});

test('two who answer the same note: the second is told, and the first answer stands', async () => {
  const reader = kommons.visitor('case-worker@skara');
  await reader.send(await reader.open(step), '/anteckning', { om: '', text: 'Kortet fastnar.' });
  const [first, second] = ['designer@skara', 'training-lead@skara'] as const;
  const pages = {
    first: await kommons.visitor(first).open('/arbete/skara/guider/skotsel/anteckningar'),
    second: await kommons.visitor(second).open('/arbete/skara/guider/skotsel/anteckningar'),
  };
  await kommons.visitor(first).send(pages.first, '/svar', { svar: 'Beställ ett nytt.' });
  const late = await kommons.visitor(second).send(pages.second, '/svar', { svar: 'Blås på det.' });
  assert.equal(late.status, 409);
  assert.match(late.text, /redan besvarad/);
  assert.match((await reader.open(step)).text, /Svar: Beställ ett nytt\./);
});

test('an owner and a day are set, with what is wrong told and nothing lost', async () => {
  const lead = kommons.visitor('training-lead@skara');
  const typed = {
    ansvarig: 'Inger Ask',
    epost: 'inger',
    'granskas.day': '31',
    'granskas.month': '2',
    'granskas.year': '2027',
  };
  const wrong = await lead.send(await lead.open(own), '/skotsel', typed);
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Skriv en e-postadress/);
  assert.match(wrong.text, /Skriv en dag som finns/);
  assert.match(wrong.html, /value="Inger Ask"/);
  const right = { ...typed, epost: 'inger.ask@skara.example', 'granskas.day': '1', 'granskas.month': '3' };
  assert.match((await lead.send(wrong, '/skotsel', right)).text, /Sparat\./);
  assert.match((await lead.open(`/arbete/skara/guider/${work}`)).text, /Granskas senast 1 mars 2027/);
});

test('the owner is reminded 90, 60, 30 and 7 days ahead and on the day, once each', async () => {
  const { ground, database } = kommons;
  let now = new Date('2026-11-20T02:17:00Z');
  const night = reviewsReminded({
    db: database.db,
    clock: () => now,
    newId: ground.newId,
    origin: ground.settings.origin,
    organisations: () => ['skara'],
  });
  const sent: string[] = [];
  const letters = () =>
    database.db.transaction({ organisation: 'skara', person: null }, async (tx) => {
      const { rows } = await sql<{ subject: string; to_address: string }>`
        select subject, to_address from platform.demo_mailbox where to_address = 'inger.ask@skara.example'
        order by at`.execute(tx);
      return rows;
    });
  for (let day = 0; day < 110; day += 1) {
    now = new Date(Date.parse('2026-11-20T02:17:00Z') + day * 24 * 60 * 60 * 1000);
    const before = sent.length;
    await night.run({});
    await night.run({});
    const { rows } = await database.db.transaction({ organisation: 'skara', person: null }, (tx) =>
      sql<{ reminded: number | null }>`select reminded from guides.care where work_id = ${work}`.execute(tx),
    );
    const reminded = rows[0]?.reminded ?? null;
    if (reminded !== null && !sent.includes(`${reminded}`)) sent.push(`${reminded}`);
    assert.ok(sent.length - before <= 1);
  }
  assert.deepEqual(sent, ['90', '60', '30', '7', '0']);
  await waitFor(async () => (await letters()).length === 5, 10_000);
  assert.match((await letters())[0]?.subject ?? '', /^Föra journal ska ses över inom 90\sdagar/u);
});

test('a guide that is late is listed first, and is in time again when it was looked over', async () => {
  kommons.clock.now = new Date('2027-03-05T09:00:00Z');
  const lead = kommons.visitor('training-lead@skara');
  assert.match((await lead.open('/arbete/skara/guider')).text, /1 guide behöver ses över/);
  const late = await lead.open('/arbete/skara/guider/skotsel?visa=forsenade');
  assert.match(late.text, /Föra journal .*1 mars 2027 Försenad/);
  await lead.send(await lead.open(own), '/granskad');
  assert.match(
    (await lead.open('/arbete/skara/guider/skotsel?visa=forsenade')).text,
    /Ingen guide att se över/,
  );
  assert.match((await lead.open(own)).text, /Senast granskad 5 mars 2027 av /);
  assert.match((await lead.open('/arbete/skara/guider/skotsel')).text, /5 mars 2028/);
});

test('readers do not see the care, and notes of one municipality are nobody else’s', async () => {
  const reader = await kommons.visitor('case-worker@skara').raw('GET', '/arbete/skara/guider/skotsel');
  assert.equal(reader.status, 404);
  const wrong = await kommons
    .visitor('training-lead@skara')
    .raw('POST', '/arbete/skara/guider/skotsel/anteckningar/inget/svar', { svar: 'x' });
  assert.equal(wrong.status, 404);
});
