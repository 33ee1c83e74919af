import { handle, type Task } from '../jobs/index.ts';
import type { Clock } from '../clock.ts';
import type { Db, Scope, Tx } from '../db/index.ts';
import { kommonsItself } from '../log/index.ts';
import { deliveryTask, type Occurrence, type Subscription } from './event.ts';

/** After so many failures an event is set aside, and the next of its subject goes on. */
const attempts = 10;

type Waiting = {
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
  readonly at: Date;
  readonly attempts: number;
};

type DeadEvent = {
  readonly id: string;
  readonly name: string;
  readonly subject: string;
  readonly failure: string;
  readonly at: Date;
};

export type DeliveryOptions = {
  readonly db: Db;
  readonly subscriptions: readonly Subscription[];
  readonly clock: Clock;
};

/**
 * The task that delivers events: each at least once, in order within a subject. An event that fails
 * holds back its own subject only, until it succeeds or is set aside.
 */
export function deliverEvents(options: DeliveryOptions): Task {
  return handle(deliveryTask, async ({ organisation, subject }) => {
    const scope: Scope = { organisation, person: null };
    for (;;) {
      const waiting = await options.db.transaction(scope, (tx) => findNext(tx, organisation, subject));
      if (waiting === undefined) return;
      await deliverOne(options, organisation, waiting);
    }
  });
}

async function deliverOne(options: DeliveryOptions, organisation: string, waiting: Waiting): Promise<void> {
  const { db, subscriptions, clock } = options;
  const occurrence: Occurrence = {
    id: waiting.id,
    at: waiting.at,
    organisation: organisation === kommonsItself ? null : organisation,
  };
  const save = (change: Change): Promise<void> =>
    db.transaction({ organisation, person: null }, (tx) => saveOutcome(tx, organisation, waiting.id, change));
  try {
    for (const subscription of subscriptions.filter((one) => one.event === waiting.name)) {
      await subscription.deliver(waiting.payload, occurrence, db);
    }
  } catch (error) {
    const failure = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : 'unknown';
    const dead = waiting.attempts + 1 >= attempts;
    await save({ attempts: waiting.attempts + 1, failure, ...(dead ? { failed_at: clock() } : {}) });
    if (dead) return;
    // The queue tries again later, with growing pauses.
    throw error;
  }
  await save({ delivered_at: clock() });
}

/** Events that were given up, newest first: `kommons verify` lists them. */
export async function findDeadEvents(tx: Tx, organisation: string | null): Promise<readonly DeadEvent[]> {
  const rows = await tx
    .selectFrom('platform.outbox')
    .select(['id', 'name', 'subject', 'failure', 'at'])
    .where('organisation_id', '=', organisation ?? kommonsItself)
    .where('failed_at', 'is not', null)
    .orderBy('at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({ ...row, failure: row.failure ?? '' }));
}

function findNext(tx: Tx, organisation: string, subject: string): Promise<Waiting | undefined> {
  return tx
    .selectFrom('platform.outbox')
    .select(['id', 'name', 'payload', 'at', 'attempts'])
    .where('organisation_id', '=', organisation)
    .where('subject', '=', subject)
    .where('delivered_at', 'is', null)
    .where('failed_at', 'is', null)
    .orderBy('n')
    .limit(1)
    .executeTakeFirst();
}

type Change = {
  readonly attempts?: number;
  readonly failure?: string;
  readonly failed_at?: Date;
  readonly delivered_at?: Date;
};

async function saveOutcome(tx: Tx, organisation: string, id: string, change: Change): Promise<void> {
  await tx
    .updateTable('platform.outbox')
    .set(change)
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
    .execute();
}
