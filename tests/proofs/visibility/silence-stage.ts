import { sql } from 'kysely';
import { answerClaim, claimCustomer } from '../../../src/modules/systems/supplying/claims/actions.ts';
import type { ClaimAnswer } from '../../../src/modules/systems/supplying/claims/claim.ts';
import { saveSilence } from '../../../src/modules/systems/supplying/claims/store.ts';
import { publishCounts } from '../../../src/modules/systems/supplying/counts.ts';
import { asOwner } from '../../../src/platform/db/index.ts';
import type { TestApp } from '../../support/app.ts';

export const organisation = 'mallsta-digital';
export const who = `supplier@${organisation}`;
export const products = ['mallsta-robotrad', 'mallsta-floderi', 'mallsta-etjanst'] as const;
export const customers = ['harnosand', 'timra', 'kramfors', 'ange', 'hjo'] as const;
/** Says yes in every world. */
export const confirming = 'sundsvall';

export type Silence = 'never looked' | 'no' | 'no answer' | 'shut out' | 'yes, and withdrawn';
export const silences: readonly Silence[] = [
  'never looked',
  'no',
  'no answer',
  'shut out',
  'yes, and withdrawn',
];

const person = '018f0000-0000-7000-8000-000000000001';

export async function claimAll({
  database,
  ground,
  clock,
}: TestApp): Promise<ReadonlyMap<string, readonly string[]>> {
  const { newId } = ground;
  const at = clock.now;
  await database.db.transaction({ organisation, person: null }, async (tx) => {
    for (const customer of [confirming, ...customers])
      for (const product of products.slice(0, 2))
        await claimCustomer({ tx, organisation, person, at, newId }, { customer, product, since: null });
  });
  const { rows } = await database.db.transaction({ organisation, person: null }, (tx) =>
    sql<{ id: string; customer: string }>`
      select id, to_organisation_id as customer from systems.claims order by at, id`.execute(tx),
  );
  const ids = Map.groupBy(rows, ({ customer }) => customer);
  return new Map([...ids].map(([customer, all]) => [customer, all.map(({ id }) => id)]));
}

export type Stage = { readonly app: TestApp; readonly claims: ReadonlyMap<string, readonly string[]> };

export async function answer({ app, claims }: Stage, customer: string, said: ClaimAnswer): Promise<void> {
  const { newId } = app.ground;
  for (const id of claims.get(customer) ?? [])
    await app.database.db.transaction({ organisation: customer, person: null }, async (tx) => {
      const doing = { tx, organisation: customer, person, at: app.clock.now, newId };
      const done = await answerClaim(doing, id, { answer: said, usage: { kind: 'none' } });
      if (!done.ok) throw new Error(done.failure.kind);
    });
}

/** All customers but one are silent in the same way. */
export async function put(stage: Stage, silence: Silence): Promise<void> {
  const { app } = stage;
  await asOwner(app.database.ownerUrl, async (client) => {
    await client.query(`set session_replication_role = replica`);
    for (const table of ['claim_silence', 'claim_confirmations', 'claim_answers'])
      await client.query(`delete from systems.${table} where organisation_id <> $1`, [confirming]);
  });
  // In another order than they were claimed, so that an order of answers would show.
  for (const customer of customers.toReversed()) {
    switch (silence) {
      case 'never looked':
        break;
      case 'no':
        await answer(stage, customer, 'not-ours');
        break;
      case 'no answer':
        await answer(stage, customer, 'unanswered');
        break;
      case 'yes, and withdrawn':
        await answer(stage, customer, 'confirmed');
        await answer(stage, customer, 'unanswered');
        break;
      case 'shut out':
        await app.database.db.transaction({ organisation: customer, person: null }, (tx) =>
          saveSilence(tx, customer, { silent: true, at: app.clock.now }),
        );
    }
  }
}

/** Counts what is there anew, as the first night of a month does, or as a mistake would. */
export type Publish = (app: TestApp) => Promise<void>;

export const asItIs: Publish = ({ database, clock }) =>
  database.db.transaction({ organisation: null, person: null }, (tx) => publishCounts(tx, clock.now));

export const forget = ({ database }: TestApp): Promise<void> =>
  asOwner(database.ownerUrl, async (client) => {
    await client.query('delete from systems.product_counts');
  });
