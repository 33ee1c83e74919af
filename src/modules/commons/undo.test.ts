import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../tests/support/database.ts';
import {
  adopt,
  applyUpdate,
  declineChange,
  findVariant,
  finishTask,
  prepareUpdate,
  revertTo,
  saveSettings,
  showDebt,
  showFleet,
  takeDeclined,
  takeInUse,
  takeOutOfUse,
  undoAdopt,
  undoUpdate,
} from './index.ts';
import { actsOn, put, sharing } from './testing/acts.ts';
import { setStage } from './testing/stage.ts';

const database = await testDatabase();
after(() => database.close());
const { as, done, refused } = await setStage(database.db);
const { begin, change, textOf } = actsOn({ as, done });

test('an adoption can be undone while nothing has come of it, and made again', async () => {
  await begin('angrat');
  await done('timra', (a) => adopt(a, { work: 'angrat', sharing }));
  await done('timra', (a) =>
    saveSettings(a, { work: 'angrat', number: 1, values: { kontakt: 'a@timra.example' } }),
  );
  await done('timra', (a) => takeInUse(a, { work: 'angrat' }));
  const undo = { work: 'angrat', reason: 'Fel verk' };
  assert.deepEqual(await refused('timra', (a) => undoAdopt(a, undo)), { kind: 'in-use' });
  await done('timra', (a) => takeOutOfUse(a, { work: 'angrat', reason: 'Paus' }));
  await done('timra', (a) => undoAdopt(a, undo));
  assert.equal(await as('timra', (a) => findVariant(a, 'angrat')), null);
  assert.equal((await done('sundsvall', (a) => showFleet(a, 'angrat'))).rows.length, 0);
  await done('timra', (a) => adopt(a, { work: 'angrat', sharing }));
  assert.deepEqual(await refused('sundsvall', (a) => undoAdopt(a, undo)), { kind: 'has-publications' });
});

test('an update undone gives back the definition, the base and the offer', async () => {
  await change('sundsvall', 'angrat', [put('chapters/b/text/sv', 'Ring oss alltid.')], 'Alltid');
  const before = await as('timra', (a) => findVariant(a, 'angrat'));
  await done('timra', (a) => applyUpdate(a, { work: 'angrat' }));
  await done('timra', (a) => undoUpdate(a, { work: 'angrat', reason: 'För tidigt' }));
  const later = await as('timra', (a) => findVariant(a, 'angrat'));
  assert.equal(later?.head.definitionHash, before?.head.definitionHash);
  assert.deepEqual(later?.base, before?.base);
  assert.equal((await done('timra', (a) => prepareUpdate(a, { work: 'angrat' }))).to.number, 2);
  assert.deepEqual(await refused('timra', (a) => undoUpdate(a, { work: 'angrat', reason: 'x' })), {
    kind: 'no-update-to-undo',
  });
  await done('timra', (a) => applyUpdate(a, { work: 'angrat' }));
  await change('timra', 'angrat', [put('title/sv', 'Vår broschyr')]);
  assert.deepEqual(await refused('timra', (a) => undoUpdate(a, { work: 'angrat', reason: 'x' })), {
    kind: 'has-later-versions',
  });
});

test('going back to an old version is a new version of it', async () => {
  const version = await done('timra', (a) =>
    revertTo(a, { work: 'angrat', number: 1, reason: 'Från början' }),
  );
  assert.deepEqual([version.number, version.step], [6, 'reverted']);
  assert.equal(
    (await refused('timra', (a) => revertTo(a, { work: 'angrat', number: 1, reason: 'x' }))).kind,
    'nothing-changed',
  );
  assert.equal(
    (await refused('timra', (a) => revertTo(a, { work: 'angrat', number: 99, reason: 'x' }))).kind,
    'not-found',
  );
});

test('what was declined is asked again only when upstream changes it, and can be taken after all', async () => {
  await begin('nej');
  await done('timra', (a) => adopt(a, { work: 'nej', sharing }));
  await change('sundsvall', 'nej', [put('chapters/b/notes/b1/text/sv', 'Noten är ny.')], 'Ny not');
  const view = await done('timra', (a) => prepareUpdate(a, { work: 'nej' }));
  const [note] = view.parts.flatMap((part) => part.clean);
  assert.equal(note?.path, 'chapters/b/notes/b1/text/sv');
  const id = note?.id ?? '';
  assert.equal(
    (await refused('timra', (a) => declineChange(a, { work: 'nej', id: 'x', reason: 'Nej' }))).kind,
    'no-such-change',
  );
  await done('timra', (a) => declineChange(a, { work: 'nej', id, reason: 'Vår är bättre' }));
  await done('timra', (a) => applyUpdate(a, { work: 'nej' }));
  assert.match(await textOf('timra', 'nej'), /Första noten/);
  const debt = await as('timra', (a) => showDebt(a, 'nej'));
  assert.deepEqual(
    debt?.declined.map((one) => [one.path, one.reason]),
    [['chapters/b/notes/b1/text/sv', 'Vår är bättre']],
  );

  await change('sundsvall', 'nej', [put('chapters/a/text/sv', 'Annat. Du får svar.')], 'Annat');
  const second = await done('timra', (a) => prepareUpdate(a, { work: 'nej' }));
  assert.ok(!second.parts.flatMap((part) => part.clean).some((one) => one.id === id));
  await done('timra', (a) => applyUpdate(a, { work: 'nej' }));

  await done('timra', (a) =>
    takeDeclined(a, { work: 'nej', path: 'chapters/b/notes/b1/text/sv', reason: 'Jo' }),
  );
  assert.match(await textOf('timra', 'nej'), /Noten är ny/);
  assert.equal((await as('timra', (a) => showDebt(a, 'nej')))?.declined.length, 0);
});

const toWrite = async (organisation: string) =>
  (await as(organisation, (a) => showDebt(a, 'nej')))?.toWrite.map(({ path }) => path);

test('what upstream demands is written here is left to write until it is', async () => {
  assert.deepEqual(await toWrite('timra'), []);
  await change('sundsvall', 'nej', [put('chapters/a/ask', true)], 'Skriv själva');
  assert.deepEqual(await toWrite('sundsvall'), [], 'who owns a work owes nobody anything');
  await done('timra', (a) => applyUpdate(a, { work: 'nej' }));
  assert.deepEqual(await toWrite('timra'), ['chapters/a']);
  const element = { id: 'timra-1', text: { sv: 'Hos oss.' } };
  const note = { do: 'add', list: 'chapters/a/notes', element, after: null } as const;
  await change('timra', 'nej', [note]);
  assert.deepEqual(await toWrite('timra'), []);
});

test('a translation that its source has left behind is a task until somebody sees to it', async () => {
  const debt = await as('timra', (a) => showDebt(a, 'nej'));
  const paths = debt?.tasks.map((task) => [task.kind, task.path, task.language]);
  assert.ok(
    paths?.some(([kind, path]) => kind === 'translation' && path === 'chapters/a/text'),
    JSON.stringify(paths),
  );
  await change('timra', 'nej', [put('chapters/a/text/en', 'Something else. You get an answer.')]);
  const after_ = await as('timra', (a) => showDebt(a, 'nej'));
  assert.ok(!after_?.tasks.some((task) => task.path === 'chapters/a/text'));
  const [left] = after_?.tasks ?? [];
  if (left !== undefined) await done('timra', (a) => finishTask(a, { ...left, work: 'nej' }));
  assert.equal((await as('timra', (a) => showDebt(a, 'nej')))?.tasks.length, (after_?.tasks.length ?? 1) - 1);
});

const tasks = async (): Promise<readonly string[]> =>
  ((await as('timra', (a) => showDebt(a, 'joined')))?.tasks ?? [])
    .filter(({ kind, path }) => kind === 'translation' && path === 'chapters/a/text')
    .map(({ sourceAfter }) => sourceAfter);

test('a translation that an update brings of a text that was joined waits to be looked at', async () => {
  await begin('joined');
  await done('timra', (a) => adopt(a, { work: 'joined', sharing }));
  const [sv, en] = ['chapters/a/text/sv', 'chapters/a/text/en'];
  await change('timra', 'joined', [put(sv, 'Det kostar pengar, även på färjan. Du får svar inom en månad.')]);
  assert.equal((await tasks()).length, 1);
  const theirs = [
    put(sv, 'Det kostar ingenting. Du får svar inom en månad.'),
    put(en, 'It costs nothing. You get an answer within a month.'),
  ];
  await change('sundsvall', 'joined', theirs, 'Gratis');
  const view = await done('timra', (a) => prepareUpdate(a, { work: 'joined' }));
  const [conflict] = view.parts.flatMap((part) => part.conflicts);
  assert.ok(conflict !== undefined);
  const answers = { [conflict.id]: { take: 'suggestion' } } as const;
  await done('timra', (a) => applyUpdate(a, { work: 'joined', answers }));
  assert.match(await textOf('timra', 'joined'), /It costs nothing/);
  const [left, ...more] = await tasks();
  assert.match(left ?? '', /färjan/);
  assert.equal(more.length, 0);
});
