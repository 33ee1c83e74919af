import { sql } from 'kysely';
import { z } from 'zod';
import type { Acting } from '../acting.ts';
import { historyKinds, type HistoryKind, type HistoryStep } from '../model/debt.ts';
import { toAuthor, type AuthorColumns } from './rows.ts';

export type Happening = {
  readonly work: string;
  readonly kind: HistoryKind;
  readonly reason?: string | null;
  readonly number?: number | null;
  /** Ids, kinds and numbers only: they go to the log too. */
  readonly data?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
};

/** Writes a step in the variant's history, with person and reason, and in the log, without them. */
export const record = (a: Acting, happening: Happening): Promise<void> => recordAll(a, [happening]);

/** As `record`, for many steps at once. */
export async function recordAll(a: Acting, happenings: readonly Happening[]): Promise<void> {
  if (happenings.length === 0) return;
  const rows = happenings.map(({ work, kind, reason = null, number = null, data = {} }) => ({
    work,
    id: a.newId(),
    kind,
    reason,
    number,
    data,
    logged: { ...data, ...(number === null ? {} : { number }) },
  }));
  await sql`
    with steps as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (work text, id uuid, kind text,
        reason text, number int, data jsonb, logged jsonb)
    ), kept as (
      insert into commons.history (organisation_id, work_id, id, kind, author_id, author_name, at, reason, number, data)
      select ${a.organisation}, work, id, kind, ${a.author.person}, ${a.author.name}, ${a.now}::timestamptz, reason,
        number, data
      from steps
    )
    select platform.append_log(${a.organisation}, 'commons.variant:' || work, kind,
      ${a.author.person ?? a.author.name}, ${a.now}::timestamptz, logged)
    from (select * from steps order by id) as steps`.execute(a.tx);
}

type Row = AuthorColumns & {
  readonly id: string;
  readonly kind: string;
  readonly at: Date;
  readonly reason: string | null;
  readonly number: number | null;
  readonly data: unknown;
  readonly total: number;
};

const Data = z.record(z.string(), z.unknown());

/** Newest first, 25 a page. */
export async function listHistory(
  a: Acting,
  work: string,
  page: number,
): Promise<{ readonly steps: readonly HistoryStep[]; readonly total: number }> {
  const { rows } = await sql<Row>`
    select id, kind, author_id, author_name, at, reason, number, data, count(*) over ()::int as total
    from commons.history where organisation_id = ${a.organisation} and work_id = ${work}
    order by id desc limit 25 offset ${(page - 1) * 25}`.execute(a.tx);
  const steps = rows.map((row) => ({
    id: row.id,
    kind: z.enum(historyKinds).parse(row.kind),
    by: toAuthor(row),
    at: row.at,
    reason: row.reason,
    number: row.number,
    data: Data.parse(row.data),
  }));
  return { steps, total: rows[0]?.total ?? 0 };
}
