import { sql } from 'kysely';
import { readCatalogue } from '../../../src/modules/systems/catalogue/reading.ts';
import { seenBy } from '../../../src/modules/systems/everybody/door.ts';
import { ownRecords } from '../../../src/modules/systems/supplying/records.ts';
import { everybodysTaxonomy } from '../../../src/modules/systems/taxonomy/reading.ts';
import { fields } from '../../../src/modules/systems/model/fields.ts';
import { readerFor } from '../../../src/modules/systems/everybody/reader.ts';
import { listSeenOf } from '../../../src/modules/systems/everybody/seen.ts';
import { showUsages } from '../../../src/modules/systems/everybody/show.ts';
import { findPolicy, listUsages } from '../../../src/modules/systems/usages/store.ts';
import { asOwner } from '../../../src/platform/db/index.ts';
import {
  everybodyAtWork,
  getOrganisation,
  json,
  route,
  suppliersOnly,
  type AnyRoute,
  type Context,
} from '../../../src/platform/http/index.ts';
import type { TestApp } from '../../support/app.ts';
import { owners } from './stage.ts';

/** Mistakes that somebody could make, each of which the proof must notice. */
export type Planting = {
  readonly name: string;
  readonly plant: (app: TestApp) => Promise<{
    /** Addresses that have it. */
    readonly routes?: readonly AnyRoute[];
    /** Done again whenever something was written. */
    readonly spoil?: () => Promise<void>;
    readonly mend?: () => Promise<void>;
  }>;
};

const planted = (name: string, answer: (context: Context) => Promise<unknown>): Planting => ({
  name,
  plant: async () => ({
    routes: [
      route({
        method: 'GET',
        path: '/arbete/:organisation/planterat',
        access: everybodyAtWork,
        handle: async (context) => json(await answer(context)),
      }),
    ],
  }),
});

const rowsOf = async (context: Context, query: ReturnType<typeof sql>): Promise<unknown> =>
  (await query.execute(context.tx)).rows;

async function showAnew({ database, clock }: TestApp): Promise<void> {
  for (const { organisation } of owners)
    await database.db.transaction({ organisation, person: null }, async (tx) => {
      const usages = await listUsages(tx, organisation);
      const changed = usages.map(({ id }) => id);
      await showUsages(tx, organisation, {
        changed,
        usages,
        policy: await findPolicy(tx, organisation),
        at: clock.now,
      });
    });
}

/** As if the field's line in the table were another. */
const misjudged = (id: 'price' | 'version' | 'contractEnds'): Planting => ({
  name: `a wrong ceiling: ${id} for all of the public sector`,
  plant: async (app) => {
    const field: { ceiling: string; audience: string } = fields[id];
    const { ceiling, audience } = field;
    Object.assign(field, { ceiling: 'public-sector', audience: 'public-sector' });
    return {
      spoil: () => showAnew(app),
      mend: async () => {
        Object.assign(field, { ceiling, audience });
        await showAnew(app);
      },
    };
  },
});

/** As if the door did not ask which rows are the reader's. */
const openDoor: Planting = {
  name: 'the door without its condition: the row of the nearest is everybody’s',
  plant: async (app) => ({
    spoil: () =>
      asOwner(app.database.ownerUrl, async (client) => {
        await client.query(`set session_replication_role = replica`);
        await client.query(
          `delete from systems.shown_usages where gone or not 'municipality-near' = any(readers)`,
        );
        await client.query(`update systems.shown_usages
          set readers = '{sector,sector-near,municipality,municipality-near}'`);
        await client.query(`update systems.shown_stamps set n = n + 1`);
      }),
    mend: async () => {
      await asOwner(app.database.ownerUrl, async (client) => {
        await client.query(`set session_replication_role = replica`);
        await client.query(`delete from systems.shown_usages`);
      });
      await showAnew(app);
    },
  }),
};

/** As `planted`, at a supplier's own side. */
const plantedAtSuppliers = (
  name: string,
  answer: (context: Context, products: readonly string[]) => Promise<unknown>,
): Planting => ({
  name,
  plant: async () => ({
    routes: [
      route({
        method: 'GET',
        path: '/arbete/:organisation/leverantor/planterat',
        access: suppliersOnly,
        handle: async (context) => {
          const { tx } = context;
          const own = await ownRecords(tx, getOrganisation(context), await readCatalogue(tx));
          return json(
            await answer(
              context,
              own.products.map(({ record }) => record.id),
            ),
          );
        },
      }),
    ],
  }),
});

const everybodyInTheSector = {
  organisation: '',
  municipality: false,
  near: [],
  taxonomy: everybodysTaxonomy(),
};

/** As if a feed told of every change of a usage, whether its reader sees it or not. */
const chattyFeed: Planting = {
  name: 'a feed that tells that something hidden has changed',
  plant: async (app) => ({
    spoil: () =>
      asOwner(app.database.ownerUrl, async (client) => {
        await client.query(`set kommons.maintenance = 'on'`);
        await client.query(`update systems.shown_changes set shown = md5(shown) where shown is not null`);
      }),
    mend: () => showAnew(app),
  }),
};

/** As if what never was shown, and what is gone, were told of as gone. */
const tellsOfGone: Planting = {
  name: 'a feed that tells of what was never shown as gone',
  plant: async (app) => ({
    spoil: () =>
      asOwner(app.database.ownerUrl, async (client) => {
        await client.query(`set kommons.maintenance = 'on'`);
        await client.query(`
          insert into systems.shown_changes (organisation_id, usage_id, user_id, reader, shown, changed_at)
          select u.organisation_id, u.id, u.organisation_id, r, null, now() from systems.usages u,
            unnest('{sector,sector-near,municipality,municipality-near}'::text[]) r
          where u.secret and u.removed_at is not null
          on conflict (organisation_id, usage_id, user_id, reader) do update set shown = null`);
      }),
    mend: () =>
      asOwner(app.database.ownerUrl, async (client) => {
        await client.query(`set kommons.maintenance = 'on'`);
        await client.query(`delete from systems.shown_changes c using systems.usages u
          where u.organisation_id = c.organisation_id and u.id = c.usage_id and u.secret`);
      }),
  }),
};

export const plantings: readonly Planting[] = [
  chattyFeed,
  tellsOfGone,
  planted('a feed past the door', (context) =>
    rowsOf(
      context,
      sql`select usage_id, shown from systems.shown_changes order by usage_id, user_id, reader`,
    ),
  ),
  plantedAtSuppliers('a count without floor and month', (context, products) =>
    rowsOf(
      context,
      sql`select count(distinct s.user_id) as n from ${seenBy(everybodyInTheSector)} s
      where s.product_id = any(${products}::text[])`,
    ),
  ),
  plantedAtSuppliers('a count in steps, that is made whenever somebody asks', (context, products) =>
    rowsOf(
      context,
      sql`select count(distinct s.user_id) / 5 * 5 as n from ${seenBy(everybodyInTheSector)} s
      where s.product_id = any(${products}::text[])`,
    ),
  ),
  misjudged('price'),
  misjudged('version'),
  misjudged('contractEnds'),
  planted('a list past the door', (context) =>
    rowsOf(
      context,
      sql`select facts from systems.shown_usages where not gone order by usage_id, user_id, readers`,
    ),
  ),
  planted('an export that reads the own table of another', async (context) => {
    await sql`select set_config('kommons.organisation', 'sundsvall', true)`.execute(context.tx);
    return rowsOf(context, sql`select facts from systems.usages order by id`);
  }),
  planted('an order by a hidden price', (context) =>
    rowsOf(
      context,
      sql`select user_id, product_id from systems.shown_usages
      where not gone and 'sector' = any(readers) order by (select max(p.price) from systems.shown_usages p
        where p.usage_id = shown_usages.usage_id), user_id, product_id`,
    ),
  ),
  planted('a count of what is hidden', (context) =>
    rowsOf(context, sql`select count(*) as n from systems.shown_usages where contract_ends < '2030-01-01'`),
  ),
  planted('a search in all projections', (context) =>
    rowsOf(
      context,
      sql`select distinct user_id from systems.shown_usages
      where facts ->> 'owner' like '%ett%' order by user_id`,
    ),
  ),
  planted('a list that lets suppliers in', async (context) =>
    listSeenOf(context.tx, await readerFor(context.tx, getOrganisation(context)), { users: ['sundsvall'] }),
  ),
  openDoor,
];
