import { sql } from 'kysely';
import type { Clock } from '../../../../platform/clock.ts';
import type { Db, Tx } from '../../../../platform/db/index.ts';
import { on, type Subscription } from '../../../../platform/events/index.ts';
import { link } from '../../../../platform/http/index.ts';
import { handle, type Task } from '../../../../platform/jobs/index.ts';
import { everybody } from '../../addresses.ts';
import { standsFor } from '../../catalogue/catalogue.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import { callBegun, questionAsked } from '../../everybody/events.ts';
import { listUsages } from '../../usages/store.ts';
import { tell, tellOfCatalogue, usagesAddress } from './tell.ts';

/** A contract of one's own must be given notice soon. */
export async function tellOfNotice(
  tx: Tx,
  organisation: string,
  { usage, id, at }: { readonly usage: string; readonly id: string; readonly at: Date },
): Promise<void> {
  const fetch = `${usagesAddress(organisation)}/${usage}`;
  await tell(tx, organisation, { kind: 'notice' }, { id, at, type: 'notice.coming', data: { usage }, fetch });
}

/** Calls and questions that reach an organisation. */
export const newsSubscriptions = (): readonly Subscription[] => [
  on(callBegun, async ({ call, invited }, { id, at }, db) => {
    for (const { organisation } of invited)
      await db.transaction({ organisation, person: null }, (tx) =>
        tell(
          tx,
          organisation,
          { kind: 'talk' },
          {
            id: `${id} ${organisation}`,
            at,
            type: 'call.received',
            data: { call },
            fetch: link(everybody.call, { organisation, call }),
          },
        ),
      );
  }),
  on(questionAsked, async ({ to: organisation, question }, { id, at }, db) =>
    db.transaction({ organisation, person: null }, (tx) =>
      tell(
        tx,
        organisation,
        { kind: 'talk' },
        {
          id,
          at,
          type: 'question.received',
          data: { question },
          fetch: link(everybody.question, { organisation, question }),
        },
      ),
    ),
  ),
];

/** Goes through every organisation, since row security shows the webhooks of one at a time. */
export function catalogueTold({
  db,
  clock,
  organisations,
}: {
  readonly db: Db;
  readonly clock: Clock;
  readonly organisations: () => Iterable<string>;
}): Task {
  return handle(tellOfCatalogue, async () => {
    for (const organisation of organisations())
      await db.transaction({ organisation, person: null }, (tx) => tellOwn(tx, organisation, clock()));
  });
}

/** One's own webhooks, each from where it was told last. */
async function tellOwn(tx: Tx, organisation: string, at: Date): Promise<void> {
  const { rows: webhooks } = await sql<{ id: string; seen: number }>`
    select w.id, w.catalogue_seen::int as seen from systems.webhooks w
    where w.organisation_id = ${organisation} and 'catalogue' = any(w.kinds) and w.resting_since is null
    for update`.execute(tx);
  if (webhooks.length === 0) return;
  const least = Math.min(...webhooks.map(({ seen }) => seen));
  const { rows: lines } = await sql<{ n: number; products: readonly string[] }>`
    select l.n::int as n, array(select distinct w ->> 'id' from jsonb_array_elements(l.operation -> 'writes') w
      where w ->> 'of' = 'product') as products
    from systems.catalogue_log l where l.n > ${least} order by l.n`.execute(tx);
  const newest = lines.at(-1)?.n;
  if (newest === undefined) return;
  const { products } = await readCatalogue(tx);
  const used = new Set(
    (await listUsages(tx, organisation)).map(({ product }) => standsFor(products, product)),
  );
  for (const { id: webhook, seen } of webhooks) {
    const changed = new Set(
      lines
        .filter(({ n }) => n > seen)
        .flatMap((line) => line.products.map((one) => standsFor(products, one))),
    );
    for (const product of changed) {
      if (!used.has(product)) continue;
      await tell(
        tx,
        organisation,
        { webhook },
        {
          id: `${newest} ${product}`,
          at,
          type: 'product.changed',
          data: { product },
          fetch: `/api/v1/products/${product}`,
        },
      );
    }
  }
  await sql`
    update systems.webhooks set catalogue_seen = ${newest}
    where organisation_id = ${organisation} and 'catalogue' = any(kinds) and resting_since is null`.execute(
    tx,
  );
}
