import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { appendLog } from '../../../platform/log/index.ts';
import type { Happening, Sender } from '../model/case.ts';
import type { CaseRef } from './parts.ts';

export type Happened = {
  readonly kind: Happening;
  readonly at: Date;
  readonly actor: Sender;
  /** The id of the person who did it; null for somebody who never signed in. */
  readonly actorId: string | null;
  readonly name: string;
  /** For readers: the name of a step or of a colleague. */
  readonly detail?: string;
  /** For the log: ids and hashes that prove what it was. */
  readonly proof?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
};

export const caseSubject = (id: string): string => `cases.case:${id}`;

/** Writes what happened, for readers and for the log. The case is locked by the caller. */
export async function saveHistory(tx: Tx, ref: CaseRef, happened: Happened): Promise<void> {
  const { kind, at, actor, actorId, name, detail, proof } = happened;
  await sql`
    insert into cases.history (organisation_id, case_id, n, person_id, kind, at, actor_kind, actor_name, detail)
    select ${ref.organisation}, ${ref.id}, coalesce(max(n), 0) + 1, ${ref.person}::uuid, ${kind}, ${at}, ${actor},
      ${name}, ${detail ?? null}::text
    from cases.history where organisation_id = ${ref.organisation} and case_id = ${ref.id}`.execute(tx);
  await appendLog(tx, {
    organisation: ref.organisation,
    subject: caseSubject(ref.id),
    kind,
    actor: actorId ?? actor,
    at,
    data: proof ?? {},
  });
}
