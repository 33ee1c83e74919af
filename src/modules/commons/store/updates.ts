import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import { Answer } from '../model/update.ts';

const Stamp = { by: z.object({ person: z.string().nullable(), name: z.string() }), at: z.coerce.date() };

const StoredAnswer = z.object({ answer: Answer, conflict: z.string(), ...Stamp });
/** `conflict` is the hash of the conflict that was answered: when it changes, the answer no longer counts. */
export type StoredAnswer = Readonly<z.infer<typeof StoredAnswer>>;

const StoredDecline = z.object({ reason: z.string(), ...Stamp });
export type StoredDecline = Readonly<z.infer<typeof StoredDecline>>;

/** Answers so far to one update, by the ids of its conflicts and changes. */
export type UpdateInProgress = {
  readonly toVersionId: string;
  readonly revision: number;
  readonly answers: Readonly<Record<string, StoredAnswer>>;
  readonly declines: Readonly<Record<string, StoredDecline>>;
};

export async function findUpdate(
  tx: Tx,
  organisation: string,
  work: string,
): Promise<UpdateInProgress | null> {
  const { rows } = await sql<{
    to_version_id: string;
    revision: number;
    answers: unknown;
    declines: unknown;
  }>`
    select to_version_id, revision, answers, declines from commons.updates
    where organisation_id = ${organisation} and work_id = ${work}`.execute(tx);
  const [row] = rows;
  if (row === undefined) return null;
  return {
    toVersionId: row.to_version_id,
    revision: row.revision,
    answers: z.record(z.string(), StoredAnswer).parse(row.answers),
    declines: z.record(z.string(), StoredDecline).parse(row.declines),
  };
}

type Saving = { readonly work: string; readonly update: UpdateInProgress; readonly at: Date };

export async function saveUpdate(tx: Tx, organisation: string, { work, update, at }: Saving): Promise<void> {
  await sql`
    insert into commons.updates (organisation_id, work_id, to_version_id, revision, answers, declines, at)
    values (${organisation}, ${work}, ${update.toVersionId}, ${update.revision}, ${JSON.stringify(update.answers)},
      ${JSON.stringify(update.declines)}, ${at})
    on conflict (organisation_id, work_id) do update set to_version_id = excluded.to_version_id,
      revision = excluded.revision, answers = excluded.answers, declines = excluded.declines,
      at = excluded.at`.execute(tx);
}

export async function deleteUpdates(tx: Tx, organisation: string, works: readonly string[]): Promise<void> {
  await sql`delete from commons.updates where organisation_id = ${organisation} and work_id = any(${works})`.execute(
    tx,
  );
}
