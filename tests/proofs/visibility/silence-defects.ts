import { sql } from 'kysely';
import { seenBy } from '../../../src/modules/systems/everybody/door.ts';
import { everybodysTaxonomy } from '../../../src/modules/systems/taxonomy/reading.ts';
import { asOwner } from '../../../src/platform/db/index.ts';
import {
  getOrganisation,
  json,
  route,
  suppliersOnly,
  type AnyRoute,
  type Context,
} from '../../../src/platform/http/index.ts';
import { asItIs, customers, products, type Publish } from './silence-stage.ts';

/* Mistakes that somebody could make with what customers answer and with counts, each of which must be noticed. */

const planted = (handle: (context: Context) => Promise<unknown>): AnyRoute =>
  route({
    method: 'GET',
    path: '/arbete/:organisation/leverantor/planterat',
    access: suppliersOnly,
    handle: async (context) => json(await handle(context)),
  });

/** Reads as each customer, past row security: what a mistake with the tenant would do. */
async function asCustomers(context: Context, read: (customer: string) => Promise<unknown>): Promise<unknown> {
  const own = getOrganisation(context);
  const found: unknown[] = [];
  for (const customer of customers) {
    await sql`select set_config('kommons.organisation', ${customer}, true)`.execute(context.tx);
    found.push(await read(customer));
  }
  await sql`select set_config('kommons.organisation', ${own}, true)`.execute(context.tx);
  return found;
}

type Defect = {
  readonly name: string;
  /** Where it would be noticed: in what customers answer, or in what they use. */
  readonly about: 'answers' | 'use';
  readonly routes: readonly AnyRoute[];
};

const everybodyInTheSector = {
  organisation: '',
  municipality: false,
  near: [],
  taxonomy: everybodysTaxonomy(),
};

export const defects: readonly Defect[] = [
  {
    name: 'products in the order of how many use them',
    about: 'use',
    routes: [
      planted(
        async ({ tx }) =>
          (
            await sql`select p.id from systems.products p
              left join ${seenBy(everybodyInTheSector)} s on s.product_id = p.id
              where p.id = any(${products}::text[]) group by p.id order by count(s.user_id) desc, p.id`.execute(
              tx,
            )
          ).rows,
      ),
    ],
  },
  {
    name: 'the answer no is shown',
    about: 'answers',
    routes: [
      planted((context) =>
        asCustomers(
          context,
          async () =>
            (
              await sql`select count(*) as n from systems.claim_answers where answer = 'not-ours'`.execute(
                context.tx,
              )
            ).rows,
        ),
      ),
    ],
  },
  {
    name: 'claims in the order of when they were answered',
    about: 'answers',
    routes: [
      planted((context) =>
        asCustomers(
          context,
          async (customer) =>
            (
              await sql`select ${customer}::text as id from systems.claim_answers
                order by at limit 1`.execute(context.tx)
            ).rows,
        ),
      ),
    ],
  },
  {
    name: 'whoever hears of no claims is shown',
    about: 'answers',
    routes: [
      planted((context) =>
        asCustomers(
          context,
          async () =>
            (await sql`select since is not null as shut from systems.claim_silence`.execute(context.tx)).rows,
        ),
      ),
    ],
  },
];

/** Counts to the last one: the step is kept from showing it by a check of the table, which goes too. */
export const exactCounts: Publish = async (app) => {
  await asItIs(app);
  await asOwner(app.database.ownerUrl, async (client) => {
    await client.query(
      'alter table systems.product_counts drop constraint if exists product_counts_at_least_check',
    );
    await client.query(`update systems.product_counts c set at_least = (
      select count(distinct u.organisation_id) from systems.shown_usages u
      where u.product_id = c.product_id and not u.gone)`);
  });
};
