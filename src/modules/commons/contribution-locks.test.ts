import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../tests/support/database.ts';
import {
  adopt,
  answerContribution,
  applyUpdate,
  findContribution,
  listOwnChanges,
  propose,
  publish,
} from './index.ts';
import { actsOn, audience, put, sharing } from './testing/acts.ts';
import { setStage } from './testing/stage.ts';

/*
 * Timrå follows Härnösand, who follows Sundsvall. Sundsvall locks what Timrå was free to change when Timrå changed it.
 */

const database = await testDatabase();
after(() => database.close());
const { as, done, refused } = await setStage(database.db);
const { begin, change, textOf } = actsOn({ as, done });
const work = 'kedja';

await begin(work);
await done('harnosand', (a) => adopt(a, { work, sharing }));
await done('harnosand', (a) => publish(a, { work, audience, message: 'Vidare' }));
await done('timra', (a) => adopt(a, { work, from: 'harnosand', sharing }));
await change('timra', work, [
  put('chapters/a/text/sv', 'Hos oss är det gratis.'),
  put('chapters/b/text/sv', 'Ring oss när du vill.'),
]);
await change('sundsvall', work, [put('chapters/a/lock', 'fixed')], 'Låst');
await done('harnosand', (a) => applyUpdate(a, { work }));

const own = await as('timra', (a) => listOwnChanges(a, work));
const sent = await done('timra', (a) =>
  propose(a, { work, changes: own.map(({ id }) => id), message: 'Två ord' }),
);
const accepting = (accept: readonly string[]) => ({
  contribution: sent.id,
  answer: { accept, decline: [], answers: {}, message: 'Tack' },
});

test('an adopter that accepts what its own upstream has locked is told which places, and nothing is taken', async () => {
  const all = accepting(sent.items.map(({ id }) => id));
  const failure = await refused('harnosand', (a) => answerContribution(a, all));
  assert.ok(failure.kind === 'not-allowed', failure.kind);
  assert.deepEqual(
    failure.violations.map(({ path, lock }) => [path, lock]),
    [['chapters/a/text/sv', 'fixed']],
  );
  assert.equal((await as('harnosand', (a) => findContribution(a, sent.id)))?.state, 'open');
  assert.doesNotMatch(await textOf('harnosand', work), /gratis|när du vill/);
});

test('what is not locked is taken without it', async () => {
  const free = sent.items.flatMap(({ id, path }) => (path.startsWith('chapters/b') ? [id] : []));
  await done('harnosand', (a) => answerContribution(a, accepting(free)));
  const text = await textOf('harnosand', work);
  assert.match(text, /när du vill/);
  assert.doesNotMatch(text, /gratis/);
});
