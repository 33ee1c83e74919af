import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../../platform/db/index.ts';
import { defineTask } from '../../../../platform/jobs/index.ts';
import type { Kind } from './webhook.ts';

/** Sends one message, and itself again later where that fails. */
export const sendWebhook = defineTask(
  'systems.send-webhook',
  z.object({ organisation: z.string(), delivery: z.string() }),
);

/** Tells those who use products that have changed in the catalogue. Done when it has been written. */
export const tellOfCatalogue = defineTask('systems.tell-of-catalogue', z.unknown());

/** What is told: ids, and where to read of them with one's own rights. Never facts. */
export const Content = z.object({
  type: z.string(),
  timestamp: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())])),
  /** Path of the page or of the API; the whole address is written when it is sent. */
  fetch: z.string().startsWith('/'),
});
export type Content = z.infer<typeof Content>;

export type News = Omit<Content, 'timestamp'> & {
  /** The same news told twice is one message. */
  readonly id: string;
  readonly at: Date;
};

/** Two at most are sent at once, so that those who answer slowly hold up no other work. */
export const laneOf = (webhook: string): string => `webhooks ${Number.parseInt(webhook.slice(-1), 16) & 1}`;
const lane = sql.raw(`'webhooks ' || (get_byte(uuid_send(d.webhook_id), 15) & 1)`);

type Receivers = { readonly kind: Kind } | { readonly webhook: string };

/** Puts a message to every webhook that is awake and wants it in the queue; it leaves when the transaction commits. */
export async function tell(tx: Tx, organisation: string, to: Receivers, news: News): Promise<void> {
  const { id, at, type, data, fetch } = news;
  const content: Content = { type, timestamp: at.toISOString(), data, fetch };
  const wanting = 'kind' in to ? sql`${to.kind} = any(w.kinds)` : sql`w.id::text = ${to.webhook}`;
  await sql`
    with d as (
      insert into systems.webhook_deliveries (organisation_id, id, webhook_id, kind, content, at, state)
      select w.organisation_id, md5(${id}::text || w.id)::uuid, w.id, ${type}, ${JSON.stringify(content)}::jsonb, ${at}, 'waiting'
      from systems.webhooks w
      where w.organisation_id = ${organisation} and ${wanting} and w.resting_since is null
      on conflict do nothing returning id, webhook_id)
    select jobs.enqueue(${sendWebhook.name}, json_build_object('organisation', ${organisation}::text, 'delivery', d.id),
      null::text, null::timestamptz, ${lane}, null::integer) from d`.execute(tx);
}

/** As many ids as are named in one message; whoever hears of more asks the feed. */
const mostNamed = 100;

export const usagesAddress = (organisation: string): string => `/api/v1/organisations/${organisation}/usages`;

/** One's own systems have changed, in one go. */
export async function tellOfUsages(
  tx: Tx,
  organisation: string,
  { usages, batch, at }: { readonly usages: readonly string[]; readonly batch: string; readonly at: Date },
): Promise<void> {
  const [first] = usages;
  if (first === undefined) return;
  await tell(
    tx,
    organisation,
    { kind: 'usages' },
    {
      id: `${batch} ${first} ${usages.length}`,
      at,
      type: 'usages.changed',
      data: { usages: usages.slice(0, mostNamed), more: usages.length > mostNamed },
      fetch: `${usagesAddress(organisation)}/changes`,
    },
  );
}
