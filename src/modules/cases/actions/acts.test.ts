import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { testDatabase } from '../../../../tests/support/database.ts';
import { listReadsOfCase } from '../../identity/index.ts';
import { findWorkDossier } from '../store/dossier.ts';
import { countViews, listCases } from '../store/list.ts';
import {
  actAs,
  anna,
  applicant,
  bo,
  monday,
  openExample,
  settle,
  stranger,
} from '../../../../tests/support/cases.ts';
import { decideCase, decideNow, saveDecisionDraft } from './decision.ts';
import { assignCase, closeCase, listColleagues, noteCase, takeCase, takeNextCase } from './handle.ts';
import { readCase } from './read-case.ts';
import { answerCompletion, requestCompletion, writeToApplicant, writeToMunicipality } from './talk.ts';

const database = await testDatabase();
after(() => database.close());
before(() => settle(database));

const asAnna = { person: anna };
const asBo = { person: bo };
const asApplicant = { person: applicant, citizen: true };
const own = (id: string, person = applicant) => ({ organisation: 'harnosand', id, person });
const pdf = { field: 'files', name: 'intyg.pdf', bytes: new TextEncoder().encode('%PDF-1.7\n%âãÏÓ\n') };

const dossierOf = (id: string) =>
  database.db.transaction({ organisation: 'harnosand', person: anna }, (tx) =>
    findWorkDossier(tx, { organisation: 'harnosand', id }),
  );

const kindsOf = async (id: string) => (await dossierOf(id)).history.map(({ kind }) => kind).toReversed();

test('the way of a case: taken, completed, answered, decided, closed', async () => {
  const { id } = await openExample(database);
  assert.ok((await actAs(database, asAnna, (context) => takeCase(context, id))).ok);
  const asked = await actAs(database, asAnna, (context) =>
    requestCompletion(context, id, { text: 'Skicka vårens schema.', due: '2026-12-07' }),
  );
  assert.ok(asked.ok && asked.value.life.status.kind === 'waiting');
  const [completion] = (await dossierOf(id)).completions;
  const answered = await actAs(database, asApplicant, (context) =>
    answerCompletion(context, { ...own(id), completion: completion?.id ?? '' }, { text: '', files: [pdf] }),
  );
  assert.ok(answered.ok && answered.value.life.status.kind === 'working');
  await actAs(database, asApplicant, (context) =>
    writeToMunicipality(context, own(id), { text: 'Hur går det?', files: [] }),
  );
  await actAs(database, asAnna, (context) =>
    writeToApplicant(context, id, { text: 'Snart klart.', files: [] }),
  );
  await actAs(database, asAnna, (context) => noteCase(context, id, 'Vägen är mätt på kartan.'));
  const choice = { choice: 'avsla', reasons: 'Vägen är 1,2 kilometer.' };
  assert.ok((await actAs(database, asAnna, (context) => decideNow(context, id, choice))).ok);
  assert.ok((await actAs(database, asAnna, (context) => closeCase(context, id))).ok);

  const dossier = await dossierOf(id);
  assert.equal(dossier.decision?.outcome, 'rejected');
  assert.equal(dossier.decision?.reasons, 'Vägen är 1,2 kilometer.');
  assert.equal(dossier.decision?.appeal?.['sv'], 'Skriv till oss inom **tre veckor**.');
  assert.equal(dossier.draft, null);
  assert.deepEqual(
    dossier.files.map(({ name, type }) => ({ name, type })),
    [{ name: 'intyg.pdf', type: 'application/pdf' }],
  );
  assert.deepEqual(await kindsOf(id), [
    'opened',
    'taken',
    'completion-requested',
    'completed',
    'message-from-applicant',
    'message-from-staff',
    'note',
    'decided',
    'closed',
  ]);
});

test('two who decide at once make one decision, and the other is told', async () => {
  for (let round = 0; round < 50; round += 1) {
    const { id } = await openExample(database);
    await actAs(database, asAnna, (context) => takeCase(context, id));
    const outcomes = await Promise.all([
      actAs(database, asAnna, (context) => decideNow(context, id, { choice: 'bevilja', reasons: '' })),
      actAs(database, asBo, (context) => decideNow(context, id, { choice: 'avsla', reasons: 'För kort.' })),
    ]);
    assert.equal(outcomes.filter(({ ok }) => ok).length, 1);
    assert.deepEqual(
      outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.failure.kind])),
      ['already-decided'],
    );
    assert.equal((await kindsOf(id)).filter((kind) => kind === 'decided').length, 1);
  }
});

test('the key of the table refuses a second decision even where the code would not', async () => {
  const { id } = await openExample(database);
  await actAs(database, asAnna, (context) => decideNow(context, id, { choice: 'bevilja', reasons: '' }));
  const again = database.db.transaction({ organisation: 'harnosand', person: anna }, (tx) =>
    tx
      .insertInto('cases.decisions')
      .values({
        organisation_id: 'harnosand',
        case_id: id,
        id: randomUUID(),
        choice_id: 'avsla',
        outcome: 'rejected',
        label: '{}',
        text: '{}',
        reasons: '',
        decided_at: monday,
        decided_by: anna,
        decided_by_name: 'Anna',
      })
      .execute(),
  );
  await assert.rejects(again, /decisions_pkey/);
});

test('two who take the next case at once get one each, and then there is none', async () => {
  const ids = new Set([(await openExample(database)).id, (await openExample(database)).id]);
  const taken = await Promise.all([
    actAs(database, asAnna, takeNextCase),
    actAs(database, asBo, takeNextCase),
  ]);
  assert.deepEqual(new Set(taken.map((one) => (one?.ok === true ? one.value.id : null))), ids);
  assert.equal(await actAs(database, asAnna, takeNextCase), null);
});

test('a draft that somebody saved meanwhile is not written over, and is not sent unread', async () => {
  const { id } = await openExample(database);
  const draft = { choice: 'avsla', reasons: 'Första.', revision: 0 };
  assert.ok((await actAs(database, asAnna, (context) => saveDecisionDraft(context, id, draft))).ok);
  const stale = await actAs(database, asBo, (context) =>
    saveDecisionDraft(context, id, { ...draft, reasons: 'Andra.' }),
  );
  assert.ok(!stale.ok && stale.failure.kind === 'stale-draft');
  assert.equal((await dossierOf(id)).draft?.reasons, 'Första.');
  const unread = await actAs(database, asBo, (context) => decideCase(context, id, 0));
  assert.ok(!unread.ok && unread.failure.kind === 'stale-draft');
  assert.equal((await dossierOf(id)).decision, null);
  assert.ok((await actAs(database, asBo, (context) => decideCase(context, id, 1))).ok);
});

test('what is refused leaves the case as it was', async () => {
  const { id } = await openExample(database);
  const exe = { field: 'files', name: 'foto.jpg', bytes: new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]) };
  const refused = [
    await actAs(database, asAnna, (context) =>
      writeToApplicant(context, id, { text: 'Se bilagan.', files: [exe] }),
    ),
    await actAs(database, asAnna, (context) => writeToApplicant(context, id, { text: '  ', files: [] })),
    await actAs(database, asAnna, (context) =>
      requestCompletion(context, id, { text: 'x', due: '2026-02-30' }),
    ),
    await actAs(database, asAnna, (context) =>
      requestCompletion(context, id, { text: 'x', due: '2026-11-23' }),
    ),
    await actAs(database, asAnna, (context) => decideNow(context, id, { choice: 'avsla', reasons: '' })),
    await actAs(database, asAnna, (context) => assignCase(context, id, stranger)),
    await actAs(database, asAnna, (context) => closeCase(context, id)),
  ];
  assert.deepEqual(
    refused.map((outcome) => (outcome.ok ? 'done' : outcome.failure.kind)),
    ['files', 'text-missing', 'several', 'several', 'reasons-missing', 'not-a-colleague', 'not-decided'],
  );
  assert.deepEqual(await kindsOf(id), ['opened']);
});

test('nobody acts on a case that is not theirs', async () => {
  const { id } = await openExample(database);
  const written = { text: 'Hej', files: [] };
  const others = [
    await actAs(database, { person: stranger, citizen: true }, (context) =>
      writeToMunicipality(context, own(id, stranger), written),
    ),
    await actAs(database, { person: anna, organisation: 'sundsvall' }, (context) => takeCase(context, id)),
    await actAs(database, asAnna, (context) => takeCase(context, randomUUID())),
  ];
  for (const outcome of others) assert.deepEqual(outcome, { ok: false, failure: { kind: 'missing' } });
});

test('a completion is answered once', async () => {
  const { id } = await openExample(database);
  await actAs(database, asAnna, (context) =>
    requestCompletion(context, id, { text: 'Mer.', due: '2026-12-07' }),
  );
  const [completion] = (await dossierOf(id)).completions;
  const answer = () =>
    actAs(database, asApplicant, (context) =>
      answerCompletion(
        context,
        { ...own(id), completion: completion?.id ?? '' },
        { text: 'Här.', files: [] },
      ),
    );
  const outcomes = await Promise.all([answer(), answer(), answer()]);
  assert.equal(outcomes.filter(({ ok }) => ok).length, 1);
  assert.equal((await kindsOf(id)).filter((kind) => kind === 'completed').length, 1);
});

test('every read of a case is logged, and no log means no read', async () => {
  const { id } = await openExample(database);
  assert.equal((await actAs(database, asAnna, (context) => readCase(context, id, 'read-case')))?.id, id);
  const reads = await database.db.transaction({ organisation: 'harnosand', person: anna }, (tx) =>
    listReadsOfCase(tx, 'harnosand', id),
  );
  assert.deepEqual(
    reads.map(({ act, reader }) => ({ act, reader })),
    [{ act: 'read-case', reader: 'Anna, Härnösand' }],
  );
  const unlogged = actAs(database, asAnna, (context) =>
    readCase({ ...context, newId: () => 'no id that the log can take' }, id, 'read-case'),
  );
  await assert.rejects(unlogged);
  assert.equal(
    await actAs(database, asAnna, (context) => readCase(context, "' or true --", 'read-case')),
    null,
  );
});

test('saved views hold what they say, and search finds number, title and whom a case concerns', async () => {
  const view = await testDatabase();
  after(() => view.close());
  await settle(view);
  const late = await openExample(view, {}, new Date('2026-11-02T09:00:00Z'));
  const waiting = await openExample(view);
  await openExample(view, {
    title: { sv: 'Modersmål, 100 % polska', en: 'Mother tongue, 100 % Polish' },
    concerns: [
      {
        id: 'sprak',
        label: { sv: 'Språk', en: 'Language' },
        value: { sv: 'Polska på Kastellet', en: 'Polish at Kastellet' },
        kind: 'choice',
      },
    ],
  });
  for (const { id } of [late, waiting]) await actAs(view, asAnna, (context) => takeCase(context, id));
  await actAs(view, asAnna, (context) =>
    requestCompletion(context, waiting.id, { text: 'Mer.', due: '2026-12-07' }),
  );

  const who = { organisation: 'harnosand', worker: anna, today: '2026-11-23' };
  const all = { view: 'all', work: null, step: null, order: 'due' } as const;
  const base = { ...who, ...all, search: '', concerns: '', page: 1 } as const;
  await view.db.transaction({ organisation: 'harnosand', person: anna }, async (tx) => {
    const counts = await countViews(tx, who);
    assert.deepEqual(
      { ...counts },
      {
        'to-do': 1,
        waiting: 1,
        'done-today': 0,
        free: 1,
        open: 3,
        soon: 2,
        all: 3,
        late: 1,
        messages: 0,
        allLate: 1,
        allMessages: 0,
      },
    );
    const found = async (search: string) =>
      (await listCases(tx, { ...base, search })).rows.map(({ number }) => number);
    assert.deepEqual(await found('100 %'), ['SKJ 2026-0003']);
    assert.deepEqual(await found('_'), []);
    assert.deepEqual(await found('2026-0002'), ['SKJ 2026-0002']);
    const concerning = async (concerns: string) => (await listCases(tx, { ...base, concerns })).total;
    assert.deepEqual(await found('kastellet'), ['SKJ 2026-0003']);
    const counted = await Promise.all(['alva', 'Polish', '2026', '_', 'choice'].map(concerning));
    assert.deepEqual(counted, [2, 1, 0, 0, 0], 'what was answered, in any language, and nothing else');
    const order = await listCases(tx, base);
    assert.deepEqual(
      order.rows.map(({ number }) => number),
      ['SKJ 2026-0001', 'SKJ 2026-0003', 'SKJ 2026-0002'],
    );
    assert.equal((await listCases(tx, { ...base, view: 'waiting', page: 2 })).rows.length, 0);
  });
  const late2 = await view.db.transaction({ organisation: 'harnosand', person: anna }, (tx) =>
    countViews(tx, { ...who, today: '2026-12-08' }),
  );
  assert.equal(late2['to-do'], 2, 'an answer that did not come in time is something to do');
  assert.deepEqual([late2.late, late2.allLate], [2, 3], 'one is late that nobody has taken');
});

test('a case can be given to a colleague', async () => {
  const { id } = await openExample(database);
  const colleagues = await actAs(database, asAnna, listColleagues);
  assert.deepEqual(
    colleagues.map(({ label }) => label),
    ['Anna, Härnösand', 'Bo, Härnösand'],
  );
  const given = await actAs(database, asAnna, (context) => assignCase(context, id, bo));
  assert.ok(given.ok && given.value.life.handler?.person === bo);
});
