import { sql } from 'kysely';
import { z } from 'zod';
import { isHash, type Hash } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Author } from '../model/work.ts';
import { toAuthor, type AuthorColumns } from './rows.ts';

const Record = z.object({
  element: z.string(),
  property: z.string(),
  hash: z.union([z.literal('gone'), z.custom<Hash>(isHash)]),
});

/** A change of upstream's that was declined, with what the kernel needs to keep it out. */
export type StoredDeclined = {
  readonly work: string;
  readonly path: string;
  readonly record: Readonly<z.infer<typeof Record>>;
  readonly sentence: string;
  readonly reason: string;
  readonly by: Author;
  readonly at: Date;
  /** Upstream's publication that it came with. */
  readonly number: number;
};

type Row = AuthorColumns & {
  readonly work_id: string;
  readonly path: string;
  readonly record: unknown;
  readonly sentence: string;
  readonly reason: string;
  readonly at: Date;
  readonly number: number;
};

export async function listDeclines(
  tx: Tx,
  organisation: string,
  works: readonly string[],
): Promise<readonly StoredDeclined[]> {
  const { rows } = await sql<Row>`
    select work_id, path, record, sentence, reason, author_id, author_name, at, number from commons.declines
    where organisation_id = ${organisation} and work_id = any(${works}) order by at desc, path`.execute(tx);
  return rows.map((row) => ({
    work: row.work_id,
    path: row.path,
    record: Record.parse(row.record),
    sentence: row.sentence,
    reason: row.reason,
    by: toAuthor(row),
    at: row.at,
    number: row.number,
  }));
}

export async function countDeclines(
  tx: Tx,
  organisation: string,
  works: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ work_id: string; count: number }>`
    select work_id, count(*)::int as count from commons.declines
    where organisation_id = ${organisation} and work_id = any(${works}) group by work_id`.execute(tx);
  return new Map(rows.map((row) => [row.work_id, row.count]));
}

export async function saveDeclines(
  tx: Tx,
  organisation: string,
  declines: readonly StoredDeclined[],
): Promise<void> {
  for (const one of declines) {
    await sql`
      insert into commons.declines (organisation_id, work_id, path, record, sentence, reason, author_id,
        author_name, at, number)
      values (${organisation}, ${one.work}, ${one.path}, ${JSON.stringify(one.record)}, ${one.sentence},
        ${one.reason}, ${one.by.person}, ${one.by.name}, ${one.at}, ${one.number})
      on conflict (organisation_id, work_id, path) do update set record = excluded.record,
        sentence = excluded.sentence, reason = excluded.reason, author_id = excluded.author_id,
        author_name = excluded.author_name, at = excluded.at, number = excluded.number`.execute(tx);
  }
}

export async function deleteDeclines(
  tx: Tx,
  organisation: string,
  of: { readonly work: string; readonly path?: string; readonly number?: number },
): Promise<void> {
  await sql`delete from commons.declines where organisation_id = ${organisation} and work_id = ${of.work}
    and path = coalesce(${of.path ?? null}::text, path) and number = coalesce(${of.number ?? null}::int, number)`.execute(
    tx,
  );
}
