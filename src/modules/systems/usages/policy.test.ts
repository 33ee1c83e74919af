import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { createIds, secureBytes } from '../../../platform/ids.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { testDatabase, type TestDatabase } from '../../../../tests/support/database.ts';
import { seedCatalogue } from '../catalogue/seed.ts';
import { seedFacts } from '../../organisations/index.ts';
import { changeUsages, type Act } from './actions.ts';
import { changePolicy, showAnew, shownAnew } from './policy.ts';

/* More usages than are shown anew within a request: what others saw is gone at once, what they see follows by a job. */

const at = new Date('2026-11-23T09:00:00Z');
const newId = createIds(() => at, secureBytes);
const scope = { organisation: 'skara', person: null };
const count = 501;

let database: TestDatabase;
const inSkara = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.db.transaction(scope, work);

async function pricesShown(): Promise<{ readonly rows: number; readonly prices: number }> {
  const { rows } = await inSkara((tx) =>
    sql<{ rows: number; prices: number }>`
      select count(*) filter (where not gone)::int as rows, count(*) filter (where facts ? 'price')::int as prices
      from systems.shown_usages where organisation_id = 'skara' and 'municipality' = any(readers)`.execute(
      tx,
    ),
  );
  return rows[0] ?? { rows: -1, prices: -1 };
}

before(async () => {
  database = await testDatabase();
  await database.db.transaction({ organisation: null, person: null }, async (tx) => {
    await seedFacts(tx);
    await seedCatalogue(tx, { at, newId, demo: false });
  });
  const acts = Array.from(
    { length: count },
    () =>
      ({
        kind: 'make',
        id: newId(),
        product: 'lifecare',
        facts: { price: 1000, owner: 'IT-chefen' },
        secret: false,
        members: [],
        example: true,
      }) as const,
  );
  const batch = { id: newId(), at, actor: 'test' };
  const made = await inSkara((tx) => changeUsages({ tx, organisation: 'skara', batch }, acts));
  assert.deepEqual(made, { ok: true });
});
after(() => database.close());

test('a narrower policy hides at once, and the job shows the rest batch by batch', async () => {
  assert.deepEqual(await pricesShown(), { rows: count, prices: count });
  await inSkara((tx) => changePolicy(tx, 'skara', { policy: { price: 'own' }, at }));
  assert.deepEqual(await pricesShown(), { rows: 0, prices: 0 });
  const job = shownAnew({ db: database.db, clock: () => at });
  const { rows: ids } = await inSkara((tx) =>
    sql<{ id: string }>`select id from systems.usages order by id`.execute(tx),
  );
  assert.equal(job.name, showAnew.name);
  for (const last of ['', ids[199]?.id ?? '', ids[399]?.id ?? '']) {
    await job.run({ organisation: 'skara', after: last });
  }
  assert.deepEqual(await pricesShown(), { rows: count, prices: 0 });
});

const inHjo = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.db.transaction({ organisation: 'hjo', person: null }, work);

/** Does one thing and holds on to it until another has begun; what both came to. */
async function meanwhile(first: (tx: Tx) => Promise<unknown>, second: (tx: Tx) => Promise<unknown>) {
  const done = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  const held = inHjo(async (tx) => {
    await first(tx);
    done.resolve();
    await go.promise;
  });
  await done.promise;
  const other = inHjo(second);
  await setTimeout(100);
  go.resolve();
  await Promise.all([held, other]);
}

const act = (one: Act) => (tx: Tx) =>
  changeUsages({ tx, organisation: 'hjo', batch: { id: newId(), at, actor: 'test' } }, [one]);

async function madeOne(): Promise<string> {
  const id = newId();
  const facts = { owner: 'IT-chefen' };
  await inHjo(
    act({ kind: 'make', id, product: 'lifecare', facts, secret: false, members: [], example: true }),
  );
  return id;
}

async function shownOf(usage: string): Promise<readonly unknown[]> {
  const { rows } = await inHjo((tx) =>
    sql<{ facts: unknown }>`select facts from systems.shown_usages
      where usage_id = ${usage} and not gone and 'municipality' = any(readers)`.execute(tx),
  );
  return rows.map(({ facts }) => facts);
}

test('what is hidden or removed while somebody decides who sees what stays hidden', async () => {
  for (const one of ['secret', 'removed'] as const) {
    const id = await madeOne();
    assert.equal((await shownOf(id)).length, 1);
    await meanwhile(
      act(one === 'secret' ? { kind: 'change', id, changes: {}, secret: true } : { kind: 'remove', id }),
      (tx) => changePolicy(tx, 'hjo', { policy: {}, at }),
    );
    assert.deepEqual(await shownOf(id), [], one);
  }
});

test('what is written while somebody decides who sees what is shown as was decided', async () => {
  const id = await madeOne();
  await inHjo((tx) => changePolicy(tx, 'hjo', { policy: {}, at }));
  await meanwhile(
    (tx) => changePolicy(tx, 'hjo', { policy: { price: 'own' }, at }),
    act({ kind: 'change', id, changes: { price: 2000 } }),
  );
  assert.deepEqual(await shownOf(id), [{ owner: 'IT-chefen' }]);
});
