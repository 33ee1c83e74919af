import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../tests/support/database.ts';
import { verifyLog } from '../../platform/log/index.ts';
import { saveProfile } from '../organisations/index.ts';
import {
  adopt,
  applyUpdate,
  changeAutoUpdate,
  changeSharing,
  commit,
  createWork,
  dueSubscription,
  dueUpdates,
  editDraft,
  findVariant,
  findWork,
  letterSubscriptions,
  listNotices,
  listVariants,
  loadWork,
  markNoticesRead,
  prepareUpdate,
  publish,
  readerFor,
  recall,
  refollow,
  saveSettings,
  showChecklist,
  showFleet,
  takeInUse,
  takeOver,
  updateAll,
  withdraw,
} from './index.ts';
import { listSharedWithUs } from './store/shared.ts';
import { actsOn, audience, put, sharing } from './testing/acts.ts';
import { leaflet } from './testing/leaflet.ts';
import { setStage } from './testing/stage.ts';

const database = await testDatabase();
after(() => database.close());
const { db } = database;
const { as, done, refused, now, pass, newId } = await setStage(db);
const { begin, change, textOf } = actsOn({ as, done });

test('a version with a day to come is offered on that day, and taken then where that was chosen', async () => {
  await begin('lag');
  await done('timra', (a) => adopt(a, { work: 'lag', sharing, autoUpdate: 'clean' }));
  await done('ange', (a) => adopt(a, { work: 'lag', sharing }));
  await done('timra', (a) =>
    saveSettings(a, { work: 'lag', number: 1, values: { kontakt: 'a@timra.example' } }),
  );
  await done('timra', (a) => takeInUse(a, { work: 'lag' }));
  const draft = await done('sundsvall', (a) =>
    editDraft(a, { work: 'lag', revision: null, commands: [put('chapters/c/text/sv', 'Ny lag.')] }),
  );
  await done('sundsvall', (a) => commit(a, { work: 'lag', revision: draft.revision, message: 'Ny lag' }));
  const offeredFrom = new Date(now().getTime() + 10 * 24 * 60 * 60 * 1000);
  await done('sundsvall', (a) => publish(a, { work: 'lag', audience, message: 'Ny lag', offeredFrom }));
  assert.equal((await refused('timra', (a) => prepareUpdate(a, { work: 'lag' }))).kind, 'up-to-date');
  const due = dueUpdates({ db, clock: now, newId });
  await due.run({});
  assert.equal((await as('timra', (a) => findVariant(a, 'lag')))?.running?.number, 1);
  pass(11);
  await due.run({});
  const timra = await as('timra', (a) => findVariant(a, 'lag'));
  assert.deepEqual([timra?.running?.number, timra?.base?.number], [2, 2]);
  assert.equal((await as('ange', (a) => findVariant(a, 'lag')))?.base?.number, 1);
  await done('ange', (a) => changeAutoUpdate(a, { work: 'lag', autoUpdate: 'clean' }));
  const subscription = dueSubscription({ db, clock: now, newId });
  const payload = {
    organisation: 'sundsvall',
    work: 'lag',
    title: { sv: 'L' },
    number: 2,
    versionId: 'v',
    offeredFrom: now().toISOString(),
    message: '',
    receivers: ['ange'],
  };
  await subscription.deliver(payload, { id: newId(), at: now(), organisation: 'sundsvall' }, db);
  await subscription.deliver(payload, { id: newId(), at: now(), organisation: 'sundsvall' }, db);
  assert.equal((await as('ange', (a) => findVariant(a, 'lag')))?.head.number, 2);
});

test('a recalled version is offered to nobody, and its reason reaches every adopter, in the app and by letter once', async () => {
  await as('timra', ({ tx }) =>
    saveProfile(tx, 'timra', {
      colour: null,
      phone: null,
      email: 'it@timra.example',
      example: true,
      at: now(),
    }),
  );
  await done('sundsvall', (a) => recall(a, { work: 'lag', number: 2, reason: 'Lagen drogs tillbaka' }));
  assert.equal(
    (await refused('sundsvall', (a) => recall(a, { work: 'lag', number: 2, reason: 'x' }))).kind,
    'already-recalled',
  );
  assert.equal(
    (await refused('sundsvall', (a) => recall(a, { work: 'lag', number: 9, reason: 'x' }))).kind,
    'not-published',
  );
  const notices = await as('timra', (a) => listNotices(a, 1));
  assert.deepEqual(notices.notices[0]?.kind, 'recalled');
  assert.equal(notices.notices[0].text, 'Lagen drogs tillbaka');
  const failure = await refused('kramfors', (a) => adopt(a, { work: 'lag', number: 2, sharing }));
  assert.deepEqual(failure, { kind: 'recalled', reason: 'Lagen drogs tillbaka' });
  assert.equal((await done('kramfors', (a) => adopt(a, { work: 'lag', sharing }))).base?.number, 1);

  const event = await as('sundsvall', async ({ tx }) => {
    const { rows } = await sql<{ id: string; payload: unknown; at: Date }>`
      select id, payload, at from platform.outbox where name = 'commons.recalled'`.execute(tx);
    return rows[0];
  });
  assert.ok(event !== undefined);
  const letters = letterSubscriptions({ origin: 'https://kommons.example' }).find(
    (one) => one.event === 'commons.recalled',
  );
  for (const _ of [1, 2])
    await letters?.deliver(event.payload, { id: event.id, at: event.at, organisation: 'sundsvall' }, db);
  const mails = await as('timra', async ({ tx }) => {
    const { rows } = await sql<{
      to_address: string;
      text: string;
    }>`select to_address, text from platform.mails`.execute(tx);
    return rows;
  });
  assert.equal(mails.length, 1);
  assert.equal(mails[0]?.to_address, 'it@timra.example');
  assert.match(
    mails[0]?.text ?? '',
    /Lagen drogs tillbaka[\s\S]*https:\/\/kommons\.example\/arbete\/timra\/verk\/lag/,
  );
  await as('timra', (a) => markNoticesRead(a, 'all'));
  assert.equal((await as('timra', (a) => listNotices(a, 1))).unread, 0);
});

test('a withdrawn upstream keeps its adopters running; they follow another variant, or take over', async () => {
  await begin('kedja');
  await done('esamverkan', (a) => adopt(a, { work: 'kedja', sharing }));
  await change('esamverkan', 'kedja', [put('chapters/b/text/sv', 'Ring nätverket.')], 'Nätverkets');
  await done('timra', (a) => adopt(a, { work: 'kedja', sharing }));
  await done('ange', (a) => adopt(a, { work: 'kedja', sharing }));
  await change('timra', 'kedja', [
    put('chapters/a/text/sv', 'Det är gratis hos oss. Du får svar inom en månad.'),
  ]);
  await done('sundsvall', (a) => withdraw(a, { work: 'kedja', reason: 'Vi slutar' }));
  assert.equal(
    (await refused('kramfors', (a) => adopt(a, { work: 'kedja', from: 'sundsvall', sharing }))).kind,
    'withdrawn',
  );
  assert.equal((await as('timra', (a) => listNotices(a, 1))).notices[0]?.kind, 'withdrawn');

  const followed = await done('timra', (a) =>
    refollow(a, { work: 'kedja', organisation: 'esamverkan', reason: 'De fortsätter' }),
  );
  assert.equal(followed.base?.organisation, 'esamverkan');
  const seenBy = async (upstream: string) =>
    (await as(upstream, (a) => listSharedWithUs(a, 'kedja'))).map(({ organisation }) => organisation);
  assert.deepEqual(await seenBy('sundsvall'), ['ange', 'esamverkan'], 'an earlier upstream sees no more');
  assert.deepEqual(await seenBy('esamverkan'), ['timra']);
  const view = await done('timra', (a) => prepareUpdate(a, { work: 'kedja' }));
  assert.equal(view.left, 0);
  await done('timra', (a) => applyUpdate(a, { work: 'kedja' }));
  assert.match(await textOf('timra', 'kedja'), /gratis hos oss[\s\S]*Ring nätverket/);

  await done('ange', (a) => takeOver(a, { work: 'kedja', reason: 'Vi sköter den' }));
  assert.equal((await refused('ange', (a) => prepareUpdate(a, { work: 'kedja' }))).kind, 'not-following');
  const page = await as('kramfors', async (a) =>
    findWork(a.tx, await readerFor(a), { work: 'kedja', organisation: 'esamverkan', now: now() }),
  );
  assert.deepEqual(
    page?.users.map((user) => [user.organisation, user.follows]),
    [
      ['esamverkan', 'sundsvall'],
      ['timra', 'esamverkan'],
    ],
  );
  const published = await as('kramfors', async (a) =>
    findWork(a.tx, await readerFor(a), { work: 'kedja', now: now() }),
  );
  assert.equal(published?.withdrawn?.reason, 'Vi slutar');
});

test('values that an upstream offers are there, and what it locks is not the adopter’s', async () => {
  await done('sundsvall', (a) => createWork(a, { definition: leaflet('varden'), message: 'Ny' }));
  const bad = await refused('sundsvall', (a) =>
    publish(a, { work: 'varden', audience, message: 'Ut', lockedParameters: ['kontakt'] }),
  );
  assert.deepEqual(bad, { kind: 'values', problems: [{ parameter: 'kontakt', problem: 'no-value' }] });
  const offered = { kontakt: 'gemensam@esamverkan.example', avgift: 50 };
  await done('sundsvall', (a) =>
    publish(a, { work: 'varden', audience, message: 'Ut', offered, lockedParameters: ['avgift'] }),
  );
  await done('timra', (a) => adopt(a, { work: 'varden', sharing }));
  const checklist = await as('timra', (a) => showChecklist(a, 'varden'));
  assert.deepEqual(
    checklist?.items.map((item) => [item.id, item.value, item.origin, item.from]),
    [
      ['kontakt', 'gemensam@esamverkan.example', 'offered', 'sundsvall'],
      ['avgift', 50, 'locked', 'sundsvall'],
    ],
  );
  const failure = await refused('timra', (a) =>
    saveSettings(a, { work: 'varden', number: 1, values: { avgift: 10 } }),
  );
  assert.deepEqual(failure, { kind: 'values', problems: [{ parameter: 'avgift', problem: 'locked' }] });
  await done('timra', (a) => takeInUse(a, { work: 'varden' }));
});

test('what runs is never left without a value that it needs', async () => {
  await done('timra', (a) =>
    saveSettings(a, { work: 'lag', number: 2, values: { avgift: 75 }, reason: 'Ny taxa' }),
  );
  const failure = await refused('timra', (a) =>
    saveSettings(a, { work: 'lag', number: 3, values: { kontakt: null } }),
  );
  assert.equal(failure.kind, 'incomplete');
  assert.equal(
    (await refused('timra', (a) => saveSettings(a, { work: 'lag', number: 3, values: { okänd: 1 } }))).kind,
    'values',
  );
});

test('sharing can be taken back, and what was shown goes with it', async () => {
  await change('timra', 'varden', [put('title/sv', 'Timrås broschyr')]);
  assert.equal((await done('sundsvall', (a) => showFleet(a, 'varden'))).rows[0]?.changes, 1);
  await done('timra', (a) =>
    changeSharing(a, { work: 'varden', sharing: { changes: false, use: false, results: false } }),
  );
  const fleet = await done('sundsvall', (a) => showFleet(a, 'varden'));
  assert.equal(fleet.rows[0]?.changes, null);
  const shown = await as('sundsvall', ({ tx }) =>
    sql`select from commons.shared_variants where work_id = 'varden'`.execute(tx),
  );
  assert.equal(shown.rows.length, 0);
});

test('many updates at once: the clean are taken, the others say what is left', async () => {
  for (const work of ['bunt-1', 'bunt-2', 'bunt-3']) {
    await begin(work);
    await done('timra', (a) => adopt(a, { work, sharing }));
  }
  await change('timra', 'bunt-2', [put('chapters/a/text/sv', 'Vår text. Du får svar inom en månad.')]);
  for (const work of ['bunt-1', 'bunt-2']) {
    await change(
      'sundsvall',
      work,
      [put('chapters/a/text/sv', 'Deras text. Du får svar inom en månad.')],
      'Nytt',
    );
  }
  const rows = await as('timra', (a) => updateAll(a, { works: ['bunt-1', 'bunt-2', 'bunt-3'] }));
  assert.deepEqual(
    rows.map((row) => [row.work, row.outcome, row.clean, row.conflicts]),
    [
      ['bunt-1', 'updated', 1, 0],
      ['bunt-2', 'needs-answers', 0, 1],
      ['bunt-3', 'up-to-date', 0, 0],
    ],
  );
  const mine = await as('timra', (a) => listVariants(a));
  assert.deepEqual(
    mine
      .filter((one) => one.behind > 0 && one.work.startsWith('bunt'))
      .map((one) => [one.work, one.updateAvailable]),
    [['bunt-2', 2]],
  );
});

test('loading a work again changes nothing; a changed one becomes its next version', async () => {
  const load = { definition: leaflet('laddad'), message: 'Laddad', publish: { audience, message: 'Laddad' } };
  const first = await done('sundsvall', (a) => loadWork(a, load));
  const again = await done('sundsvall', (a) => loadWork(a, load));
  assert.deepEqual([first.head, first.published], [again.head, again.published]);
  const changed = { ...load, definition: leaflet('laddad', { subject: 'omsorg' }) };
  const next = await done('sundsvall', (a) => loadWork(a, changed));
  assert.deepEqual([next.head.number, next.published], [2, 2]);
});

test('the log of all this holds together', async () => {
  for (const organisation of ['sundsvall', 'timra', 'ange', 'esamverkan']) {
    const verdict = await as(organisation, ({ tx }) => verifyLog(tx, organisation));
    assert.equal(verdict.ok, true);
  }
});
