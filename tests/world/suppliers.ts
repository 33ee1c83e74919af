import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { findDemoPerson } from '../../src/modules/identity/demo/index.ts';
import { answerClaim } from '../../src/modules/systems/supplying/claims/actions.ts';
import { listMade, saveClaim } from '../../src/modules/systems/supplying/claims/store.ts';
import { saveAnswers, type StandardAnswer } from '../../src/modules/systems/supplying/answers.ts';
import { publishCounts } from '../../src/modules/systems/supplying/counts.ts';
import type { Db, Tx } from '../../src/platform/db/index.ts';

/*
 * What the invented suppliers of the demo world say: answers on standards, and whom they supply. Marked as examples, as
 * the suppliers are.
 */

type Said = readonly [standard: string, answer: StandardAnswer, since: string, evidence: string];

const answers: readonly {
  readonly organisation: string;
  readonly product: string;
  readonly said: readonly Said[];
}[] = [
  {
    organisation: 'mallsta-digital',
    product: 'mallsta-etjanst',
    said: [
      ['en-301-549', 'partly', '7', 'https://mallsta.example/tillganglighet'],
      ['openid-connect', 'meets', '6', ''],
      ['saml-2', 'meets', '', ''],
    ],
  },
  {
    organisation: 'provkoping-system',
    product: 'provkoping-turplan',
    said: [
      ['suti', 'meets', '3', ''],
      ['en-301-549', 'partly', '3.2', 'https://provkoping.example/tillganglighet'],
    ],
  },
];

const claims: readonly {
  readonly organisation: string;
  readonly product: string;
  readonly customers: readonly string[];
}[] = [
  {
    organisation: 'mallsta-digital',
    product: 'mallsta-etjanst',
    customers: ['harnosand', 'hudiksvall', 'solleftea'],
  },
  { organisation: 'provkoping-system', product: 'provkoping-turplan', customers: ['molndal', 'partille'] },
];

/** Those who have said yes; the others have not looked. */
const yes: ReadonlySet<string> = new Set(['hudiksvall', 'partille']);

export type SpeakingParts = { readonly db: Db; readonly now: Date };

const personOf = (who: string): string => findDemoPerson(who)?.id ?? randomUUID();

/** The system in use of the product that the customer has registered; null where it has none. */
async function usageOf(tx: Tx, organisation: string, product: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from systems.usages
    where organisation_id = ${organisation} and product_id = ${product} and removed_at is null
    order by id limit 1`.execute(tx);
  return rows[0]?.id ?? null;
}

async function claimAll({ db, now }: SpeakingParts): Promise<void> {
  for (const { organisation, product, customers } of claims) {
    const made = await db.transaction({ organisation, person: null }, async (tx) => {
      const author = personOf(`supplier@${organisation}`);
      for (const customer of customers)
        await saveClaim(tx, {
          id: randomUUID(),
          organisation,
          customer,
          product,
          since: '2023-09-01',
          author,
          at: now,
        });
      return listMade(tx, organisation, { search: '', page: 1 });
    });
    for (const { id, customer } of made.claims.filter((one) => yes.has(one.customer)))
      await db.transaction({ organisation: customer, person: null }, async (tx) => {
        const usage = await usageOf(tx, customer, product);
        const person = personOf(`strategist@${customer}`);
        await answerClaim({ tx, organisation: customer, person, at: now, newId: randomUUID }, id, {
          answer: 'confirmed',
          usage: usage === null ? { kind: 'none' } : { kind: 'known', id: usage },
        });
      });
  }
}

/** Says it all once; what was said since stays. */
export async function speakForSuppliers({ db, now }: SpeakingParts): Promise<void> {
  await db.transaction({ organisation: null, person: null }, (tx) => publishCounts(tx, now));
  const [first] = answers;
  if (first === undefined) return;
  const { organisation: asked } = first;
  const said = await db.transaction({ organisation: asked, person: null }, (tx) =>
    listMade(tx, asked, { search: '', page: 1 }),
  );
  if (said.total > 0) return;
  for (const { organisation, product, said: given } of answers)
    await db.transaction({ organisation, person: null }, (tx) =>
      saveAnswers(tx, organisation, {
        product,
        answers: given.map(([standard, answer, since, evidence]) => ({ standard, answer, since, evidence })),
        takenBack: [],
        at: now,
        by: 'Leverantör',
      }),
    );
  await claimAll({ db, now });
}
