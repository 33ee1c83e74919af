import { sql } from 'kysely';
import { z } from 'zod';
import type { Db, Tx } from '../db/index.ts';
import { kommonsItself } from '../log/index.ts';
import { defineTask } from '../jobs/index.ts';

/** A kind of thing that happens in one module and that others want to know of. */
export type EventKind<T> = { readonly name: string; readonly schema: z.ZodType<T> };

export type Occurrence = {
  readonly id: string;
  readonly at: Date;
  /** Null when it happened in no organisation. */
  readonly organisation: string | null;
};

export type Emission = Occurrence & {
  /** Events of one subject arrive in order; the name of the event unless given. */
  readonly subject?: string;
};

/** Who wants to know. The handler may be called twice with the same id, and must bear that. */
export type Subscription = {
  readonly event: string;
  readonly deliver: (payload: unknown, occurrence: Occurrence, db: Db) => Promise<void>;
};

/** The work of delivering what waits under one subject of one organisation. */
export const deliveryTask = defineTask(
  'platform.deliver-events',
  z.object({ organisation: z.string(), subject: z.string() }),
);

export function defineEvent<T>(name: string, schema: z.ZodType<T>): EventKind<T> {
  return { name, schema };
}

/** Writes the event beside the change it tells of: both are kept or neither. */
export async function emit<T>(tx: Tx, event: EventKind<T>, payload: T, emission: Emission): Promise<void> {
  const organisation = emission.organisation ?? kommonsItself;
  const subject = emission.subject ?? event.name;
  const queue = `${deliveryTask.name} ${organisation} ${subject}`;
  await sql`with written as (
      insert into platform.outbox (organisation_id, id, subject, name, payload, at)
      values (${organisation}, ${emission.id}, ${subject}, ${event.name}, ${JSON.stringify(payload)}::jsonb, ${emission.at})
      returning 1)
    select jobs.enqueue(${deliveryTask.name}, ${JSON.stringify({ organisation, subject })}::json,
      ${queue}::text, null, ${queue}::text, null) from written`.execute(tx);
}

/** Connects an event to what another module does about it; main.ts holds the list. */
export function on<T>(
  event: EventKind<T>,
  deliver: (payload: T, occurrence: Occurrence, db: Db) => Promise<void>,
): Subscription {
  return {
    event: event.name,
    deliver: async (payload, occurrence, db) => deliver(event.schema.parse(payload), occurrence, db),
  };
}
