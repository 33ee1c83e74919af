import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Reply } from '../platform/http/index.ts';
import type { Tx } from '../platform/db/index.ts';

/** One intended change: who, where, which key, and what was sent. */
export type Attempt = {
  /** The tenant, or `kommons` where the path names none. */
  readonly organisation: string;
  /** The person's id, or the empty text. */
  readonly person: string;
  readonly key: string;
  readonly route: string;
  readonly content: string;
  readonly at: Date;
};

export type Claim =
  | { readonly kind: 'first' }
  | { readonly kind: 'repeat'; readonly reply: Reply }
  | { readonly kind: 'other-content' };

const Kept = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('see'), to: z.string() }),
  z.object({ kind: z.literal('json'), status: z.number(), body: z.unknown() }),
]);

const Row = z.object({ body_hash: z.string(), reply: Kept.nullable() });

const hashOf = (attempt: Attempt): string =>
  createHash('sha256').update(attempt.route).update('\0').update(attempt.content).digest('hex');

/**
 * Claims the key inside the request's transaction. A second request with the same key waits here for
 * the first to commit, and then gets its reply.
 */
export async function claim(tx: Tx, attempt: Attempt): Promise<Claim> {
  const inserted = await sql`
    insert into platform.receipts (organisation_id, person_id, key, route, body_hash, reply, at)
    values (${attempt.organisation}, ${attempt.person}, ${attempt.key}, ${attempt.route}, ${hashOf(attempt)},
      'null'::jsonb, ${attempt.at})
    on conflict do nothing`.execute(tx);
  if (inserted.numAffectedRows === 1n) return { kind: 'first' };
  const found = await sql`
    select body_hash, reply from platform.receipts
    where organisation_id = ${attempt.organisation} and person_id = ${attempt.person} and key = ${attempt.key}`.execute(
    tx,
  );
  const row = Row.parse(found.rows[0]);
  if (row.body_hash !== hashOf(attempt) || row.reply === null) return { kind: 'other-content' };
  return { kind: 'repeat', reply: row.reply };
}

/** Keeps the reply of a change that went through; frees the key when nothing was changed. */
export async function settle(tx: Tx, attempt: Attempt, reply: Reply): Promise<void> {
  const kept = Kept.safeParse(reply);
  const went = kept.success && (kept.data.kind === 'see' || kept.data.status < 400);
  if (went) {
    await sql`
      update platform.receipts set reply = ${JSON.stringify(kept.data)}::jsonb
      where organisation_id = ${attempt.organisation} and person_id = ${attempt.person} and key = ${attempt.key}`.execute(
      tx,
    );
    return;
  }
  await sql`
    delete from platform.receipts
    where organisation_id = ${attempt.organisation} and person_id = ${attempt.person} and key = ${attempt.key}`.execute(
    tx,
  );
}
