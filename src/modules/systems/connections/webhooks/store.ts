import { sql } from 'kysely';
import type { Tx } from '../../../../platform/db/index.ts';
import { enqueue } from '../../../../platform/jobs/index.ts';
import { laneOf, sendWebhook, type Content } from './tell.ts';
import type { Kind, Outcome, Webhook } from './webhook.ts';

/** Of `systems.webhooks w`. */
const columns = sql.raw(`w.id, w.address, w.kinds, w.generation, w.previous_until as "previousUntil", w.shown,
  w.made_at as "madeAt", w.resting_since as "restingSince"`);

export async function listWebhooks(tx: Tx, organisation: string): Promise<readonly Webhook[]> {
  const { rows } = await sql<Webhook>`
    select ${columns} from systems.webhooks w where w.organisation_id = ${organisation}
    order by w.made_at, w.id`.execute(tx);
  return rows;
}

export async function findWebhook(tx: Tx, organisation: string, id: string): Promise<Webhook | null> {
  const { rows } = await sql<Webhook>`
    select ${columns} from systems.webhooks w
    where w.organisation_id = ${organisation} and w.id::text = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

/** False where there are as many as there may be. */
export async function saveWebhook(
  tx: Tx,
  organisation: string,
  webhook: Pick<Webhook, 'id' | 'address' | 'kinds' | 'madeAt'> & {
    readonly by: string;
    readonly most: number;
  },
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`systems.webhooks ${organisation}`}, 0))`.execute(
    tx,
  );
  const { numAffectedRows } = await sql`
    insert into systems.webhooks (organisation_id, id, address, kinds, generation, catalogue_seen, made_at, made_by)
    select ${organisation}, ${webhook.id}, ${webhook.address}, ${webhook.kinds}::text[], 1,
      (select coalesce(max(n), 0) from systems.catalogue_log), ${webhook.madeAt}, ${webhook.by}
    where (select count(*) from systems.webhooks where organisation_id = ${organisation}) < ${webhook.most}`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}

export async function changeWebhook(
  tx: Tx,
  organisation: string,
  { id, address, kinds }: Pick<Webhook, 'id' | 'address'> & { readonly kinds: readonly Kind[] },
): Promise<void> {
  await sql`
    update systems.webhooks set address = ${address}, kinds = ${kinds}::text[]
    where organisation_id = ${organisation} and id = ${id}`.execute(tx);
}

/** A new secret; the one before holds until a time. Returns the generation that signs from now on. */
export async function renewSecret(
  tx: Tx,
  organisation: string,
  { id, previousUntil }: { readonly id: string; readonly previousUntil: Date },
): Promise<number> {
  const { rows } = await sql<{ generation: number }>`
    update systems.webhooks set generation = generation + 1, previous_until = ${previousUntil}
    where organisation_id = ${organisation} and id = ${id} returning generation`.execute(tx);
  return rows[0]?.generation ?? 1;
}

/** True where the secret that signs now has not been shown before. */
export async function markShown(tx: Tx, organisation: string, { id }: Pick<Webhook, 'id'>): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update systems.webhooks set shown = generation
    where organisation_id = ${organisation} and id = ${id} and shown < generation`.execute(tx);
  return numAffectedRows === 1n;
}

export async function removeWebhook(tx: Tx, organisation: string, id: string): Promise<void> {
  await sql`delete from systems.webhooks where organisation_id = ${organisation} and id = ${id}`.execute(tx);
}

/** Sends again what waits and what was given up, from the first pause. */
export async function wakeWebhook(tx: Tx, organisation: string, id: string): Promise<void> {
  await sql`
    update systems.webhooks set resting_since = null
    where organisation_id = ${organisation} and id = ${id}`.execute(tx);
  const { rows } = await sql<{ delivery: string }>`
    update systems.webhook_deliveries set state = 'waiting', attempts = 0, next_at = null
    where organisation_id = ${organisation} and webhook_id = ${id} and state <> 'arrived'
    returning id as delivery`.execute(tx);
  for (const { delivery } of rows)
    await enqueue(tx, sendWebhook, { organisation, delivery }, { queue: laneOf(id) });
}

export type DeliveryState = 'waiting' | 'arrived' | 'given-up';

export type Delivery = {
  readonly id: string;
  readonly kind: string;
  readonly bodyHash: string | null;
  readonly at: Date;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly status: number | null;
  readonly failure: string | null;
  readonly triedAt: Date | null;
  readonly nextAt: Date | null;
};

/** What was sent to a webhook, newest first. */
export async function listDeliveries(
  tx: Tx,
  organisation: string,
  asked: { readonly webhook: string; readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly Delivery[]; readonly total: number }> {
  const { rows } = await sql<Delivery & { total: number }>`
    select d.id, d.kind, d.body_hash as "bodyHash", d.at, d.state, d.attempts, d.status, d.failure,
      d.tried_at as "triedAt", d.next_at as "nextAt", count(*) over ()::int as total
    from systems.webhook_deliveries d
    where d.organisation_id = ${organisation} and d.webhook_id = ${asked.webhook}
    order by d.at desc, d.id limit ${asked.limit} offset ${asked.offset}`.execute(tx);
  return { rows, total: rows[0]?.total ?? 0 };
}

export type Waiting = {
  readonly id: string;
  readonly content: unknown;
  readonly attempts: number;
  readonly webhook: Webhook;
};

type WaitingRow = Omit<Webhook, 'id'> & {
  readonly id: string;
  readonly webhook: string;
  readonly content: Content;
  readonly attempts: number;
};

/** A message that is to be sent now; null where it has arrived, was given up, or its webhook rests. */
export async function findWaiting(tx: Tx, organisation: string, delivery: string): Promise<Waiting | null> {
  const { rows } = await sql<WaitingRow>`
    select ${columns}, w.id as webhook, d.id, d.content, d.attempts
    from systems.webhook_deliveries d
      join systems.webhooks w on w.organisation_id = d.organisation_id and w.id = d.webhook_id
    where d.organisation_id = ${organisation} and d.id::text = ${delivery} and d.state = 'waiting'
      and w.resting_since is null`.execute(tx);
  const [row] = rows;
  if (row === undefined) return null;
  const { id, content, attempts, webhook, ...rest } = row;
  return { id, content, attempts, webhook: { ...rest, id: webhook } };
}

/** True where the webhook rests by this, and did not before. */
export async function saveAttempt(
  tx: Tx,
  organisation: string,
  tried: {
    readonly delivery: string;
    readonly webhook: string;
    readonly outcome: Outcome;
    readonly answer: { readonly status: number } | { readonly failure: string };
    readonly bodyHash: string;
    readonly at: Date;
  },
): Promise<boolean> {
  const { outcome, answer, at } = tried;
  const state = outcome.kind === 'again' ? 'waiting' : outcome.kind;
  const nextAt = outcome.kind === 'again' ? new Date(at.getTime() + outcome.after) : null;
  const { numAffectedRows } = await sql`
    update systems.webhook_deliveries set state = ${state}, attempts = attempts + 1,
      status = ${'status' in answer ? answer.status : null}, failure = ${'failure' in answer ? answer.failure : null},
      body_hash = ${tried.bodyHash}, tried_at = ${at}, next_at = ${nextAt},
      content = case when ${state} = 'arrived' then null else content end
    where organisation_id = ${organisation} and id = ${tried.delivery} and state = 'waiting'`.execute(tx);
  if (numAffectedRows !== 1n) return false;
  if (nextAt !== null)
    await enqueue(
      tx,
      sendWebhook,
      { organisation, delivery: tried.delivery },
      { runAt: nextAt, queue: laneOf(tried.webhook) },
    );
  if (outcome.kind !== 'given-up') return false;
  const rested = await sql`
    update systems.webhooks set resting_since = ${at}
    where organisation_id = ${organisation} and id = ${tried.webhook} and resting_since is null`.execute(tx);
  return rested.numAffectedRows === 1n;
}

const keptDays = 30;
const day = 24 * 60 * 60 * 1000;

/** The log of what was sent is kept for thirty days. */
export async function deleteOldDeliveries(tx: Tx, organisation: string, now: Date): Promise<void> {
  await sql`
    delete from systems.webhook_deliveries
    where organisation_id = ${organisation} and state <> 'waiting'
      and at < ${new Date(now.getTime() - keptDays * day)}`.execute(tx);
}
