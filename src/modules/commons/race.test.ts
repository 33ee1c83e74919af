import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../tests/support/database.ts';
import {
  adopt,
  applyUpdate,
  commit,
  createWork,
  discardDraft,
  editDraft,
  findDraft,
  findVariant,
  listVersions,
  publish,
  saveSettings,
  takeInUse,
  type Command,
  type Outcome,
} from './index.ts';
import { leaflet } from './testing/leaflet.ts';
import { setStage } from './testing/stage.ts';

const database = await testDatabase();
after(() => database.close());
const { as, done, refused } = await setStage(database.db);
const everyone = { kind: 'everyone' } as const;
const sharing = { changes: false, use: false, results: false };
const set = (path: string, value: string): Command => ({ do: 'set', path, value });

/** What became of several at once: how many went well, and why the others did not. */
async function race(
  all: readonly Promise<Outcome<unknown>>[],
): Promise<{ won: number; lost: readonly string[] }> {
  const outcomes = await Promise.all(all);
  const lost = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.failure.kind]));
  return { won: outcomes.length - lost.length, lost };
}

const four = [1, 2, 3, 4];

test('one of four makes a work of a name, wherever they are', async () => {
  const places = ['sundsvall', 'timra', 'ange', 'kramfors'];
  const result = await race(
    places.map((place) => as(place, (a) => createWork(a, { definition: leaflet('same'), message: 'Ny' }))),
  );
  assert.deepEqual(result, { won: 1, lost: ['work-taken', 'work-taken', 'work-taken'] });
});

test('one of four adopts, the others are told', async () => {
  await done('sundsvall', (a) => createWork(a, { definition: leaflet('raced'), message: 'Ny' }));
  const published = await race(
    four.map(() => as('sundsvall', (a) => publish(a, { work: 'raced', audience: everyone, message: 'Ut' }))),
  );
  assert.deepEqual(published, {
    won: 1,
    lost: ['already-published', 'already-published', 'already-published'],
  });
  const adopted = await race(four.map(() => as('harnosand', (a) => adopt(a, { work: 'raced', sharing }))));
  assert.deepEqual(adopted, { won: 1, lost: ['already-adopted', 'already-adopted', 'already-adopted'] });
});

test('two who begin a draft: the second sees both texts, and they join when it says so', async () => {
  const first = await done('harnosand', (a) =>
    editDraft(a, {
      work: 'raced',
      revision: null,
      commands: [set('chapters/a/text/sv', 'Min mening. Du får svar inom en månad.')],
    }),
  );
  const commands = [set('chapters/b/text/sv', 'Ring inte.')];
  const stale = await refused('harnosand', (a) => editDraft(a, { work: 'raced', revision: null, commands }));
  assert.ok(stale.kind === 'stale');
  assert.equal(stale.latest.revision, first.revision);
  assert.equal(stale.merge.clean, true);
  const joined = await done('harnosand', (a) =>
    editDraft(a, { work: 'raced', revision: null, commands, onto: stale.latest.revision }),
  );
  const text = JSON.stringify(joined.definition);
  assert.ok(text.includes('Min mening.') && text.includes('Ring inte.'));
});

test('two edits of one sentence are never joined by themselves', async () => {
  const draft = await as('harnosand', (a) => findDraft(a, 'raced'));
  const revision = draft?.revision ?? 0;
  const edit = (value: string, onto?: number): Promise<Outcome<unknown>> =>
    as('harnosand', (a) =>
      editDraft(a, {
        work: 'raced',
        revision,
        commands: [set('chapters/b/text/sv', value)],
        ...(onto === undefined ? {} : { onto }),
      }),
    );
  const result = await race([edit('Skriv till oss.'), edit('Kom till oss.')]);
  assert.deepEqual(result, { won: 1, lost: ['stale'] });
  const second = await refused('harnosand', (a) =>
    editDraft(a, {
      work: 'raced',
      revision,
      commands: [set('chapters/b/text/sv', 'Kom förbi.')],
      onto: revision + 1,
    }),
  );
  assert.ok(second.kind === 'stale');
  assert.deepEqual(
    second.merge.conflicts.map((one) => one.kind),
    ['wording'],
  );
});

test('of two who commit or discard one draft, one does', async () => {
  const revision = (await as('harnosand', (a) => findDraft(a, 'raced')))?.revision ?? 0;
  const result = await race([
    as('harnosand', (a) => commit(a, { work: 'raced', revision, message: 'En' })),
    as('harnosand', (a) => commit(a, { work: 'raced', revision, message: 'Två' })),
    as('harnosand', (a) => discardDraft(a, { work: 'raced', revision })),
  ]);
  assert.deepEqual(result, { won: 1, lost: ['no-draft', 'no-draft'] });
});

const values = (kontakt: string): Promise<Outcome<unknown>> =>
  as('harnosand', (a) => saveSettings(a, { work: 'raced', number: 1, values: { kontakt } }));

test('of two who save settings, the second is told', async () => {
  const result = await race([values('a@harnosand.example'), values('b@harnosand.example')]);
  assert.deepEqual(result, { won: 1, lost: ['stale-number'] });
});

test('of two who apply an update, one does; a draft follows along', async () => {
  await done('sundsvall', (a) =>
    editDraft(a, {
      work: 'raced',
      revision: null,
      commands: [set('chapters/c/text/sv', 'Till allra sist.')],
    }),
  );
  await done('sundsvall', (a) => commit(a, { work: 'raced', revision: 1, message: 'Sist' }));
  await done('sundsvall', (a) => publish(a, { work: 'raced', audience: everyone, message: 'Sist' }));
  await done('harnosand', (a) =>
    editDraft(a, { work: 'raced', revision: null, commands: [set('title/en', 'Our leaflet')] }),
  );
  const result = await race(four.map(() => as('harnosand', (a) => applyUpdate(a, { work: 'raced' }))));
  assert.deepEqual(result, { won: 1, lost: ['up-to-date', 'up-to-date', 'up-to-date'] });
  const draft = await as('harnosand', (a) => findDraft(a, 'raced'));
  const text = JSON.stringify(draft?.definition);
  assert.ok(text.includes('Our leaflet') && text.includes('Till allra sist.'));
  const variant = await as('harnosand', (a) => findVariant(a, 'raced'));
  assert.equal(draft?.fromNumber, variant?.head.number);
});

test('of two who take a version in use, one does', async () => {
  const result = await race([1, 2].map(() => as('harnosand', (a) => takeInUse(a, { work: 'raced' }))));
  assert.deepEqual(result, { won: 1, lost: ['nothing-changed'] });
});

test('versions are numbered without gaps, each after its parent', async () => {
  const versions = (await as('harnosand', (a) => listVersions(a, 'raced'))).toReversed();
  assert.deepEqual(
    versions.map((version) => version.number),
    versions.map((_, index) => index + 1),
  );
  for (const [index, version] of versions.entries()) {
    const before = versions[index - 1];
    if (before !== undefined) assert.equal(version.parents[0], before.id);
  }
});
