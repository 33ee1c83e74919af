import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import { hashSecret } from '../keys.ts';
import type { Language } from '../../../platform/http/index.ts';
import type { Secrets } from './method.ts';

/** Where a sign-in goes on that was begun under a municipality's own host. */
export type HandOver = {
  readonly host: string;
  /** SHA-256 of the secret that the browser keeps at that host. */
  readonly binding: Buffer;
};

export type Attempt = {
  readonly method: string;
  readonly secrets: Secrets;
  /** Null where the person has not said. */
  readonly returnTo: string | null;
  readonly language: Language;
  /** Null for a sign-in at Kommons's own host. */
  readonly handOver: HandOver | null;
};

/** How long somebody may take at the provider, in milliseconds. */
export const attemptLife = 15 * 60_000;

const secretsSchema = z.record(z.string(), z.string());

export async function saveAttempt(
  tx: Tx,
  { cookie, at, ...attempt }: Attempt & { readonly cookie: string; readonly at: Date },
): Promise<void> {
  const { method, secrets, returnTo, language, handOver } = attempt;
  await sql`
    insert into identity.attempts (cookie_hash, method, secrets, return_to, language, begun_at, host, binding)
    values (${hashSecret(cookie)}, ${method}, ${JSON.stringify(secrets)}::jsonb, ${returnTo}, ${language}, ${at},
      ${handOver?.host ?? null}, ${handOver?.binding ?? null})`.execute(tx);
}

type AttemptRow = Omit<Attempt, 'secrets' | 'handOver'> & {
  readonly secrets: unknown;
  readonly begunAt: Date;
  readonly host: string | null;
  readonly binding: Buffer | null;
};

/** Takes a sign-in under way out of the table, so that an answer is read once. Null when used or too old. */
export async function takeAttempt(tx: Tx, cookie: string, now: Date): Promise<Attempt | null> {
  const taken = await sql<AttemptRow>`
    delete from identity.attempts where cookie_hash = ${hashSecret(cookie)}
    returning method, secrets, return_to as "returnTo", language, begun_at as "begunAt", host, binding`.execute(
    tx,
  );
  const row = taken.rows[0];
  if (row === undefined || now.getTime() - row.begunAt.getTime() >= attemptLife) return null;
  const { method, returnTo, language, host, binding } = row;
  const handOver = host === null || binding === null ? null : { host, binding };
  return { method, secrets: secretsSchema.parse(row.secrets), returnTo, language, handOver };
}

type Audit = { readonly id: string; readonly at: Date; readonly method: string };

export async function auditSignIn(tx: Tx, audit: Audit & { readonly person: string }): Promise<void> {
  const { id, at, method, person } = audit;
  await sql`
    insert into identity.sign_ins (id, at, method, outcome, person_id)
    values (${id}, ${at}, ${method}, 'signed-in', ${person})`.execute(tx);
}

export async function auditRefusal(tx: Tx, audit: Audit & { readonly reason: string }): Promise<void> {
  const { id, at, method, reason } = audit;
  await sql`
    insert into identity.sign_ins (id, at, method, outcome, reason)
    values (${id}, ${at}, ${method}, 'refused', ${reason})`.execute(tx);
}
