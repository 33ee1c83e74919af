import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { hashSecret } from '../keys.ts';
import { findActing, type Person } from '../people/store.ts';
import { ticketLife } from '../sign-in/tickets.ts';
import { limits } from './model.ts';

export type NewSession = {
  readonly id: string;
  /** The cookie's value. Only its hash is kept. */
  readonly secret: string;
  readonly person: string;
  readonly method: string;
  readonly acr: string | null;
  readonly workingFor: string | null;
  readonly at: Date;
};

export async function saveSession(tx: Tx, session: NewSession): Promise<void> {
  const { id, secret, person, method, acr, workingFor, at } = session;
  await sql`
    insert into identity.sessions (secret_hash, id, person_id, created_at, last_seen_at, working_for, method, acr)
    values (${hashSecret(secret)}, ${id}, ${person}, ${at}, ${at}, ${workingFor}, ${method}, ${acr})`.execute(
    tx,
  );
}

export type FoundSession = {
  readonly id: string;
  readonly person: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly workingFor: string | null;
};

/** Finds the session of a cookie, and lets the transaction act for its person. */
const entering = (secret: string): RawBuilder<FoundSession> => sql<FoundSession>`
  select id, person_id as person, created_at as "createdAt", last_seen_at as "lastSeenAt",
    working_for as "workingFor", set_config('kommons.person', person_id::text, true)
  from identity.sessions where secret_hash = ${hashSecret(secret)}`;

/**
 * The session of a cookie, whatever its age. From here on the transaction acts for its person: row
 * security shows that person's own rows.
 */
export async function enterSession(tx: Tx, secret: string): Promise<FoundSession | null> {
  const found = await entering(secret).execute(tx);
  return found.rows[0] ?? null;
}

/** As `enterSession`, with its person in the same statement. */
export async function enterWithPerson(
  tx: Tx,
  secret: string,
  now: Date,
): Promise<{ readonly session: FoundSession; readonly person: Person } | null> {
  const found = await findActing(tx, entering(secret), now);
  return found === null || found.person === null ? null : { session: found.acting, person: found.person };
}

export async function noteSeen(tx: Tx, session: string, at: Date): Promise<void> {
  await sql`
    update identity.sessions set last_seen_at = greatest(last_seen_at, ${at}) where id = ${session}`.execute(
    tx,
  );
}

/** The caller has made sure of the person's mandate there. */
export async function chooseOrganisation(tx: Tx, session: string, organisation: string): Promise<void> {
  await sql`update identity.sessions set working_for = ${organisation} where id = ${session}`.execute(tx);
}

/** Ends the session of a cookie. Ending it twice is harmless. */
export async function endSession(tx: Tx, secret: string): Promise<void> {
  await sql`delete from identity.sessions where secret_hash = ${hashSecret(secret)}`.execute(tx);
}

/** Ends every session of a person, on every device and host; how many there were. */
export async function endAllSessions(tx: Tx, person: string): Promise<number> {
  await sql`delete from identity.tickets where person_id = ${person}`.execute(tx);
  const ended = await sql`delete from identity.sessions where person_id = ${person}`.execute(tx);
  return Number(ended.numAffectedRows ?? 0n);
}

export type SessionRow = {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly method: string;
};

/** A person's sessions that may still be alive, the latest first. */
export async function listSessions(tx: Tx, person: string, now: Date): Promise<readonly SessionRow[]> {
  const found = await sql<SessionRow>`
    select id, created_at as "createdAt", last_seen_at as "lastSeenAt", method
    from identity.sessions
    where person_id = ${person}
      and last_seen_at > ${new Date(now.getTime() - limits.staff.idle)}
      and created_at > ${new Date(now.getTime() - limits.staff.absolute)}
    order by last_seen_at desc, id`.execute(tx);
  return found.rows;
}

/** Forgets sessions that are over and sign-ins that were never finished. A job runs it now and then. */
export async function forgetExpired(tx: Tx, now: Date): Promise<void> {
  const before = (milliseconds: number): Date => new Date(now.getTime() - milliseconds);
  await sql`
    delete from identity.sessions
    where last_seen_at <= ${before(limits.staff.idle)} or created_at <= ${before(limits.staff.absolute)}`.execute(
    tx,
  );
  await sql`delete from identity.attempts where begun_at <= ${before(60 * 60_000)}`.execute(tx);
  await sql`delete from identity.tickets where made_at <= ${before(ticketLife)}`.execute(tx);
}
