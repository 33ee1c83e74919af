import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../tests/support/database.ts';
import {
  adopt,
  answerContribution,
  applyUpdate,
  answerConflict,
  commit,
  createWork,
  declineChange,
  editDraft,
  findContribution,
  findDefinition,
  findRunning,
  findVariant,
  forecast,
  listNotices,
  listOwnChanges,
  listVariants,
  prepareUpdate,
  propose,
  publish,
  saveSettings,
  showChecklist,
  showFleet,
  showHistory,
  showReview,
  takeInUse,
} from './index.ts';
import { leaflet } from './testing/leaflet.ts';
import { setStage } from './testing/stage.ts';

const database = await testDatabase();
after(() => database.close());
const stage = await setStage(database.db);
const { as, done, refused } = stage;
const work = 'skolskjuts';
const sharing = { changes: true, use: true, results: false };

test('Sundsvall makes a work and publishes it for its network', async () => {
  await done('sundsvall', (a) => createWork(a, { definition: leaflet(work), message: 'Första versionen' }));
  const published = await done('sundsvall', (a) =>
    publish(a, { work, audience: { kind: 'networks', of: ['esamverkan'] }, message: 'Klar att dela' }),
  );
  assert.equal(published.number, 1);
  assert.equal(published.licence, 'CC0-1.0');
});

test('Härnösand adopts it in one action and gets a checklist', async () => {
  const variant = await done('harnosand', (a) => adopt(a, { work, sharing }));
  assert.equal(variant.base?.organisation, 'sundsvall');
  assert.equal(variant.head.number, 1);
  const checklist = await as('harnosand', (a) => showChecklist(a, work));
  assert.deepEqual(checklist?.missing, ['kontakt']);
});

test('it cannot be taken in use before the checklist is done', async () => {
  const failure = await refused('harnosand', (a) => takeInUse(a, { work }));
  assert.deepEqual(failure, { kind: 'incomplete', missing: ['kontakt'], issues: [] });
});

test('a value that does not fit is refused with its reason', async () => {
  const failure = await refused('harnosand', (a) =>
    saveSettings(a, { work, number: 1, values: { kontakt: 'ingen' } }),
  );
  assert.deepEqual(failure, {
    kind: 'values',
    problems: [{ parameter: 'kontakt', problem: 'not-an-email' }],
  });
});

test('Härnösand fills it in, changes a text, adds a note and hides one', async () => {
  const checklist = await done('harnosand', (a) =>
    saveSettings(a, { work, number: 1, values: { kontakt: 'skola@harnosand.example' } }),
  );
  assert.deepEqual(checklist.missing, []);
  const draft = await done('harnosand', (a) =>
    editDraft(a, {
      work,
      revision: null,
      commands: [
        {
          do: 'set',
          path: 'chapters/a/text/sv',
          value: 'Det kostar pengar, även på färjan. Du får svar inom en månad.',
        },
        {
          do: 'add',
          list: 'chapters/b/notes',
          after: 'b1',
          element: { id: 'farja', text: { sv: 'Ring färjan.' } },
        },
        { do: 'hide', path: 'chapters/b/notes/b2' },
      ],
    }),
  );
  const version = await done('harnosand', (a) =>
    commit(a, { work, revision: draft.revision, message: 'Färjan' }),
  );
  assert.equal(version.number, 2);
  const running = await done('harnosand', (a) => takeInUse(a, { work }));
  assert.equal(running.number, 2);
  const live = await as('harnosand', (a) => findRunning(a, work));
  assert.deepEqual(live?.values, { kontakt: 'skola@harnosand.example', avgift: 100 });
});

test('a fixed chapter is not Härnösand’s to change', async () => {
  const failure = await refused('harnosand', (a) =>
    editDraft(a, {
      work,
      revision: null,
      commands: [{ do: 'set', path: 'chapters/c/text/sv', value: 'Nej.' }],
    }),
  );
  assert.equal(failure.kind, 'not-allowed');
});

test('Timrå adopts too and changes nothing', async () => {
  await done('timra', (a) => adopt(a, { work, sharing }));
});

test('Sundsvall sees whom its draft would put in conflict before it is published', async () => {
  await done('sundsvall', (a) =>
    editDraft(a, {
      work,
      revision: null,
      commands: [
        {
          do: 'set',
          path: 'chapters/a/text/sv',
          value: 'Det kostar ingenting längre. Du får svar inom en månad.',
        },
        { do: 'set', path: 'chapters/b/text/sv', value: 'Ring oss gärna före klockan tolv.' },
        { do: 'remove', path: 'chapters/b/notes/b1' },
        { do: 'add', list: 'chapters', after: 'b', element: { id: 'ny', title: { sv: 'Nytt', en: 'New' } } },
      ],
    }),
  );
  const result = await done('sundsvall', (a) => forecast(a, { work, source: 'draft' }));
  const rows = new Map(result.rows.map((row) => [row.organisation, row]));
  assert.equal(rows.get('timra')?.conflicts.length, 0);
  assert.deepEqual(
    rows.get('harnosand')?.conflicts.map((one) => [one.kind, one.path]),
    [['wording', 'chapters/a/text/sv']],
  );
  const version = await done('sundsvall', (a) =>
    commit(a, { work, revision: 1, message: 'Avgiften är borta' }),
  );
  assert.equal(version.number, 2);
  await done('sundsvall', (a) =>
    publish(a, { work, audience: { kind: 'networks', of: ['esamverkan'] }, message: 'Avgiften är borta' }),
  );
});

test('Härnösand is told, and updates with one conflict asked and the rest clean', async () => {
  const notices = await as('harnosand', (a) => listNotices(a, 1));
  assert.deepEqual(
    notices.notices.map((notice) => [notice.kind, notice.from, notice.number]),
    [['update', 'sundsvall', 2]],
  );
  const view = await done('harnosand', (a) => prepareUpdate(a, { work }));
  assert.equal(view.left, 1);
  const conflicts = view.parts.flatMap((part) => part.conflicts);
  const [conflict] = conflicts;
  assert.equal(conflicts.length, 1);
  assert.equal(conflict?.conflict.kind, 'wording');
  assert.ok(conflict.words !== null);
  assert.equal((await refused('harnosand', (a) => applyUpdate(a, { work }))).kind, 'unanswered');
  const declined = view.parts
    .flatMap((part) => part.clean)
    .find((change) => change.path === 'chapters/b/notes/b1');
  assert.ok(declined !== undefined);
  await done('harnosand', (a) => declineChange(a, { work, id: declined.id, reason: 'Vi behöver noten' }));
  const answered = await done('harnosand', (a) =>
    answerConflict(a, {
      work,
      id: conflict.id,
      answer: { take: 'own', value: 'Det är gratis, även på färjan. Du får svar inom en månad.' },
    }),
  );
  assert.equal(answered.left, 0);
  assert.equal(answered.done, answered.total);
  const applied = await done('harnosand', (a) => applyUpdate(a, { work }));
  assert.equal(applied.version.number, 3);
  assert.equal(applied.running?.number, 3);
  const definition = JSON.stringify(await as('harnosand', (a) => findDefinition(a, work, 'head')));
  for (const part of ['gratis, även på färjan', '"b1"', '"ny"', 'före klockan tolv', '"farja"'])
    assert.ok(definition.includes(part), part);
  assert.equal((await refused('harnosand', (a) => applyUpdate(a, { work }))).kind, 'up-to-date');
  assert.equal((await as('harnosand', (a) => listNotices(a, 1))).unread, 0, 'what is taken is read');
});

test('Timrå, unchanged, updates with nothing to decide and has what Sundsvall has', async () => {
  const applied = await done('timra', (a) => applyUpdate(a, { work }));
  const theirs = await as('sundsvall', (a) => findVariant(a, work));
  assert.equal(applied.version.definitionHash, theirs?.head.definitionHash);
});

test('Härnösand contributes its note; Sundsvall takes it, credits it, and Härnösand updates without conflict', async () => {
  const own = await as('harnosand', (a) => listOwnChanges(a, work));
  const note = own.find((change) => change.path === 'chapters/b/notes/farja');
  assert.ok(note !== undefined, JSON.stringify(own));
  const proposal = await done('harnosand', (a) =>
    propose(a, { work, changes: [note.id], message: 'Fler har färja' }),
  );
  assert.equal(proposal.to, 'sundsvall');
  const waiting = async (organisation: string): Promise<readonly number[]> =>
    (await as(organisation, (a) => listVariants(a))).map((row) => row.waiting);
  assert.deepEqual([await waiting('sundsvall'), await waiting('harnosand')], [[1], [0]]);
  const review = await as('sundsvall', (a) => showReview(a, proposal.id));
  assert.deepEqual(
    review?.clean.map((one) => [one.path, one.alreadyHere]),
    [['chapters/b/notes/farja', false]],
  );
  const answer = { accept: [note.id], decline: [], answers: {}, message: 'Tack!' };
  const accepted = await done('sundsvall', (a) =>
    answerContribution(a, { contribution: proposal.id, answer }),
  );
  assert.equal(accepted.state, 'accepted');
  assert.deepEqual(await waiting('sundsvall'), [0]);
  const again = await refused('sundsvall', (a) =>
    answerContribution(a, { contribution: proposal.id, answer }),
  );
  assert.deepEqual(again, { kind: 'already-answered', state: 'accepted' });
  const published = await done('sundsvall', (a) =>
    publish(a, { work, audience: { kind: 'networks', of: ['esamverkan'] }, message: 'Med färja' }),
  );
  assert.deepEqual(published.credit, ['harnosand']);
  assert.equal(published.number, 3);
  assert.equal((await as('harnosand', (a) => findContribution(a, proposal.id)))?.state, 'accepted');
  const view = await done('harnosand', (a) => prepareUpdate(a, { work }));
  assert.equal(view.left, 0);
  await done('harnosand', (a) => applyUpdate(a, { work }));
});

test('the fleet shows who is where', async () => {
  const fleet = await done('sundsvall', (a) => showFleet(a, work));
  const rows = fleet.rows.map((row) => [
    row.organisation,
    row.takenNumber,
    row.behind,
    row.inUse,
    row.debt.declined,
  ]);
  assert.deepEqual(rows, [
    ['harnosand', 3, 0, true, 1],
    ['timra', 2, 1, false, 0],
  ]);
});

test('the history tells every step with person and reason', async () => {
  const history = await as('harnosand', (a) => showHistory(a, work, 1));
  const kinds = history.steps.map((step) => step.kind).toReversed();
  assert.deepEqual(kinds, [
    'adopted',
    'settings',
    'changed',
    'in-use',
    'updated',
    'declined',
    'in-use',
    'contribution-sent',
    'updated',
    'in-use',
  ]);
  assert.ok(history.steps.every((step) => step.by.name === 'Designer, harnosand'));
});
