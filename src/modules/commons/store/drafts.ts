import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { Author } from '../model/work.ts';
import { toAuthor, type AuthorColumns } from './rows.ts';

export type DraftRevision = {
  readonly work: string;
  readonly revision: number;
  readonly fromNumber: number;
  readonly definitionHash: string;
  readonly by: Author;
  readonly at: Date;
};

type Row = AuthorColumns & {
  readonly work_id: string;
  readonly revision: number;
  readonly from_number: number;
  readonly definition_hash: string;
  readonly at: Date;
};

/** The latest revision, or the one asked for. */
export async function findRevision(
  tx: Tx,
  organisation: string,
  of: { readonly work: string; readonly revision?: number },
): Promise<DraftRevision | null> {
  const { rows } = await sql<Row>`
    select * from commons.draft_revisions where organisation_id = ${organisation} and work_id = ${of.work}
      and revision = coalesce(${of.revision ?? null}::int, revision)
    order by revision desc limit 1`.execute(tx);
  const [row] = rows;
  if (row === undefined) return null;
  const { work_id: work, revision, from_number: fromNumber, definition_hash: definitionHash, at } = row;
  return { work, revision, fromNumber, definitionHash, by: toAuthor(row), at };
}

export async function insertRevision(tx: Tx, organisation: string, draft: DraftRevision): Promise<void> {
  await sql`
    insert into commons.draft_revisions (organisation_id, work_id, revision, from_number, definition_hash,
      author_id, author_name, at)
    values (${organisation}, ${draft.work}, ${draft.revision}, ${draft.fromNumber}, ${draft.definitionHash},
      ${draft.by.person}, ${draft.by.name}, ${draft.at})`.execute(tx);
}

/** Removes the draft and gives the hashes that it used. */
export async function deleteDraft(tx: Tx, organisation: string, work: string): Promise<readonly string[]> {
  const { rows } = await sql<{ definition_hash: string }>`
    delete from commons.draft_revisions where organisation_id = ${organisation} and work_id = ${work}
    returning definition_hash`.execute(tx);
  return rows.map((row) => row.definition_hash);
}
