import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import { hashSecret } from '../keys.ts';
import type { Secrets } from './method.ts';

export type Attempt = { readonly method: string; readonly secrets: Secrets; readonly returnTo: string };

/** How long somebody may take at the provider, in milliseconds. */
export const attemptLife = 15 * 60_000;

const secretsSchema = z.record(z.string(), z.string());

export async function saveAttempt(
  tx: Tx,
  { cookie, at, method, secrets, returnTo }: Attempt & { readonly cookie: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into identity.attempts (cookie_hash, method, secrets, return_to, begun_at)
    values (${hashSecret(cookie)}, ${method}, ${JSON.stringify(secrets)}::jsonb, ${returnTo}, ${at})`.execute(
    tx,
  );
}

/** Takes a sign-in under way out of the table, so that an answer is read once. Null when used or too old. */
export async function takeAttempt(tx: Tx, cookie: string, now: Date): Promise<Attempt | null> {
  const taken = await sql<{ method: string; secrets: unknown; returnTo: string; begunAt: Date }>`
    delete from identity.attempts where cookie_hash = ${hashSecret(cookie)}
    returning method, secrets, return_to as "returnTo", begun_at as "begunAt"`.execute(tx);
  const row = taken.rows[0];
  if (row === undefined || now.getTime() - row.begunAt.getTime() >= attemptLife) return null;
  return { method: row.method, secrets: secretsSchema.parse(row.secrets), returnTo: row.returnTo };
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
