import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../tests/support/database.ts';
import {
  adopt,
  answerContribution,
  applyUpdate,
  commit,
  createWork,
  editDraft,
  findDefinition,
  findDraft,
  listNotices,
  listOwnChanges,
  listVersions,
  prepareUpdate,
  propose,
  publish,
  refollow,
  saveDraft,
  showFleet,
  showReview,
  takeOver,
  withdrawContribution,
  type Command,
} from './index.ts';
import { conflictKey } from '../../kernel/index.ts';
import { actsOn, audience, sharing } from './testing/acts.ts';
import { chapter, leaflet } from './testing/leaflet.ts';
import { setStage } from './testing/stage.ts';

const database = await testDatabase();
after(() => database.close());
const { as, done, refused } = await setStage(database.db);
const { change: changeWork } = actsOn({ as, done });
const work = 'gemensam';

const change = (organisation: string, commands: readonly Command[]): Promise<void> =>
  changeWork(organisation, work, commands);

const note = (id: string): Command => ({
  do: 'add',
  list: 'chapters/b/notes',
  after: 'b2',
  element: { id, text: { sv: `Noten ${id}.`, en: `Note ${id}.` } },
});

await done('sundsvall', (a) => createWork(a, { definition: leaflet(work), message: 'Ny' }));
await done('sundsvall', (a) => publish(a, { work, audience, message: 'Ut' }));
for (const place of ['harnosand', 'timra']) await done(place, (a) => adopt(a, { work, sharing }));

test('who has nothing of its own has nothing to propose', async () => {
  assert.deepEqual(await as('timra', (a) => listOwnChanges(a, work)), []);
  assert.equal(
    (await refused('timra', (a) => propose(a, { work, changes: [], message: 'x' }))).kind,
    'no-such-change',
  );
  assert.equal(
    (await refused('sundsvall', (a) => propose(a, { work, changes: ['x'], message: 'x' }))).kind,
    'not-following',
  );
});

test('hiding is a choice of one’s own, and is not proposed', async () => {
  await change('harnosand', [
    { do: 'hide', path: 'chapters/b/notes/b1' },
    note('en'),
    note('tva'),
    { do: 'set', path: 'chapters/a/text/sv', value: 'Det kostar lite. Du får svar inom en månad.' },
  ]);
  const own = await as('harnosand', (a) => listOwnChanges(a, work));
  assert.deepEqual(own.map((one) => one.path).toSorted(), [
    'chapters/a/text/sv',
    'chapters/b/notes/en',
    'chapters/b/notes/tva',
  ]);
});

test('some is accepted and some declined with a reason; a draft of the owner’s goes on', async () => {
  await done('sundsvall', (a) =>
    editDraft(a, { work, revision: null, commands: [{ do: 'set', path: 'title/en', value: 'Our leaflet' }] }),
  );
  const own = await as('harnosand', (a) => listOwnChanges(a, work));
  const ids = own.filter((one) => one.path.includes('notes')).map((one) => one.id);
  const sent = await done('harnosand', (a) => propose(a, { work, changes: ids, message: 'Två noter' }));
  const accept = sent.items.filter((item) => item.path.endsWith('/tva')).map((item) => item.id);
  const decline = sent.items
    .filter((item) => item.path.endsWith('/en'))
    .map(({ id }) => ({ id, reason: 'Bara hos er' }));
  const answer = { accept, decline, answers: {}, message: 'En av dem' };
  const closed = await done('sundsvall', (a) => answerContribution(a, { contribution: sent.id, answer }));
  assert.deepEqual(
    closed.items.map((item) => [item.path, item.verdict]),
    [
      ['chapters/b/notes/tva', { accepted: true, reason: null }],
      ['chapters/b/notes/en', { accepted: false, reason: 'Bara hos er' }],
    ],
  );
  const [head] = await as('sundsvall', (a) => listVersions(a, work));
  assert.deepEqual(
    head?.origins.map((origin) => [origin.organisation, origin.paths]),
    [['harnosand', ['chapters/b/notes/tva']]],
  );
  const text = JSON.stringify(await as('sundsvall', (a) => findDefinition(a, work, 'head')));
  assert.ok(text.includes('Noten tva') && !text.includes('Noten en'));
  const draft = await as('sundsvall', (a) => findDraft(a, work));
  const words = JSON.stringify(draft?.definition);
  assert.ok(words.includes('Our leaflet') && words.includes('Noten tva'));
  assert.equal(draft?.fromNumber, head?.number);
  const notices = await as('harnosand', (a) => listNotices(a, 1));
  assert.equal(notices.notices[0]?.kind, 'contribution-answered');
});

test('what is in conflict with the owner’s own words is asked before it is taken', async () => {
  const revision = (await as('sundsvall', (a) => findDraft(a, work)))?.revision ?? 0;
  await done('sundsvall', (a) =>
    editDraft(a, {
      work,
      revision,
      commands: [
        { do: 'set', path: 'chapters/a/text/sv', value: 'Det kostar mycket. Du får svar inom en månad.' },
      ],
    }),
  );
  await done('sundsvall', (a) => commit(a, { work, revision: revision + 1, message: 'Dyrt' }));
  const own = await as('harnosand', (a) => listOwnChanges(a, work));
  const id = own.find((one) => one.path === 'chapters/a/text/sv')?.id ?? '';
  const sent = await done('harnosand', (a) => propose(a, { work, changes: [id], message: 'Lite' }));
  const review = await as('sundsvall', (a) => showReview(a, sent.id));
  const [conflict] = review?.conflicts ?? [];
  assert.equal(conflict?.conflict.kind, 'wording');
  const answer = { accept: [id], decline: [], answers: {}, message: '' };
  assert.equal(
    (await refused('sundsvall', (a) => answerContribution(a, { contribution: sent.id, answer }))).kind,
    'unanswered',
  );
  const answers = { [conflict?.id ?? '']: { take: 'theirs' as const } };
  await done('sundsvall', (a) =>
    answerContribution(a, { contribution: sent.id, answer: { ...answer, answers } }),
  );
  const text = JSON.stringify(await as('sundsvall', (a) => findDefinition(a, work, 'head')));
  assert.match(text, /Det kostar lite/);
});

test('a contribution can be taken back until it is answered', async () => {
  const [first] = await as('harnosand', (a) => listOwnChanges(a, work));
  const sent = await done('harnosand', (a) =>
    propose(a, { work, changes: [first?.id ?? ''], message: 'Vänta' }),
  );
  await done('harnosand', (a) => withdrawContribution(a, { contribution: sent.id }));
  const answer = { accept: [], decline: [], answers: {}, message: 'Nej' };
  const failure = await refused('sundsvall', (a) => answerContribution(a, { contribution: sent.id, answer }));
  assert.deepEqual(failure, { kind: 'already-answered', state: 'withdrawn' });
});

test('changes that several have made are candidates, the equal ones first', async () => {
  await change('timra', [
    note('en'),
    { do: 'set', path: 'chapters/a/text/sv', value: 'Det kostar inget. Du får svar.' },
  ]);
  const fleet = await done('sundsvall', (a) => showFleet(a, work));
  assert.deepEqual(
    fleet.recurring.map((one) => [one.path, one.equal, one.organisations]),
    [
      ['chapters/b/notes/en', true, ['harnosand', 'timra']],
      ['chapters/a/text/sv', false, ['harnosand', 'timra']],
    ],
  );
});

test('a draft that began from an older version joins when it is made a version, or asks', async () => {
  const from = await done('timra', (a) =>
    editDraft(a, {
      work,
      revision: null,
      commands: [{ do: 'set', path: 'chapters/a/text/sv', value: 'Det kostar tid. Du får svar.' }],
    }),
  );
  // Somebody's version comes in between: the sentence is changed in both.
  await done('sundsvall', (a) => publish(a, { work, audience, message: 'Nu' }));
  const view = await done('timra', (a) => prepareUpdate(a, { work }));
  const [asked] = view.parts.flatMap((part) => part.conflicts);
  const answers = { [asked?.id ?? '']: { take: 'theirs' as const } };
  await done('timra', (a) => applyUpdate(a, { work, answers }));
  const draft = await as('timra', (a) => findDraft(a, work));
  assert.equal(draft?.revision, from.revision);
  const behind = await refused('timra', (a) => commit(a, { work, revision: from.revision, message: 'Tid' }));
  assert.ok(behind.kind === 'draft-behind');
  const keys = behind.merge.conflicts.map((one) => [conflictKey(one), { take: 'ours' as const }]);
  const version = await done('timra', (a) =>
    commit(a, { work, revision: from.revision, message: 'Tid', answers: Object.fromEntries(keys) }),
  );
  assert.equal(version.step, 'changed');
  assert.match(JSON.stringify(await as('timra', (a) => findDefinition(a, work, 'head'))), /Det kostar tid/);
});

test('who has nothing in common with another variant is asked which elements are which', async () => {
  await done('ange', (a) => adopt(a, { work, sharing }));
  await done('ange', (a) => takeOver(a, { work, reason: 'Själva' }));
  await done('ange', (a) =>
    editDraft(a, {
      work,
      revision: null,
      commands: [{ do: 'set', path: 'title/sv', value: 'Ånges broschyr' }],
    }),
  );
  await done('ange', (a) => commit(a, { work, revision: 1, message: 'Ånges' }));
  await done('ange', (a) => publish(a, { work, audience, message: 'Ånges' }));
  await done('kramfors', (a) => adopt(a, { work, from: 'sundsvall', number: 1, sharing }));
  await done('kramfors', (a) => takeOver(a, { work, reason: 'Själva' }));
  const chapters = [
    chapter('ny-a', 'Det kostar lite. Du får svar inom en månad.', {
      title: { sv: 'Kapitel a', en: 'Chapter a' },
    }),
    chapter('ny-b', 'Ring oss gärna.', { title: { sv: 'Kapitel b', en: 'Chapter b' } }),
    chapter('c', 'Till sist.', { lock: 'fixed' }),
  ];
  const rebuilt = leaflet(work, { chapters });
  await done('kramfors', (a) => saveDraft(a, { work, revision: null, definition: rebuilt }));
  await done('kramfors', (a) => commit(a, { work, revision: 1, message: 'Ombyggd' }));
  const follow = { work, organisation: 'ange', reason: 'De är många' };
  const asked = await refused('kramfors', (a) => refollow(a, follow));
  assert.ok(asked.kind === 'needs-reanchoring');
  assert.ok(asked.proposals.length >= 2, JSON.stringify(asked.proposals));
  const followed = await done('kramfors', (a) => refollow(a, { ...follow, reanchoring: asked.proposals }));
  assert.equal(followed.base?.organisation, 'ange');
  const text = JSON.stringify(await as('kramfors', (a) => findDefinition(a, work, 'head')));
  assert.ok(text.includes('"id":"a"') && !text.includes('ny-a'), text);
});
