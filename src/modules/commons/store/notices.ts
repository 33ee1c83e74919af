import { sql } from 'kysely';
import { z } from 'zod';
import type { Localised } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Language } from '../../../platform/http/index.ts';
import type { Acting } from '../acting.ts';
import type { Notice, NoticeKind } from '../model/debt.ts';

export type NewNotice = {
  readonly to: readonly string[];
  readonly work: string;
  readonly workTitle: Localised;
  readonly kind: NoticeKind;
  readonly number?: number;
  readonly contribution?: string;
  /** What the sender wrote: the message of the version, the reason of a recall. */
  readonly text: string;
};

/** Tells other organisations something about a work, in the same transaction as the thing itself. */
export async function sendNotices(a: Acting, notice: NewNotice): Promise<void> {
  if (notice.to.length === 0) return;
  await sql`
    insert into commons.notices (organisation_id, id, to_organisation_id, work_id, work_title, kind, number,
      contribution_id, text, at)
    select ${a.organisation}, r.id, r.receiver, ${notice.work}, ${JSON.stringify(notice.workTitle)}::jsonb,
      ${notice.kind}, ${notice.number ?? null}::int, ${notice.contribution ?? null}::uuid, ${notice.text}, ${a.now}
    from unnest(${notice.to.map(() => a.newId())}::uuid[], ${notice.to}::text[]) as r (id, receiver)`.execute(
    a.tx,
  );
}

type Row = {
  readonly id: string;
  readonly kind: string;
  readonly work_id: string;
  readonly work_title: unknown;
  readonly organisation_id: string;
  readonly number: number | null;
  readonly contribution_id: string | null;
  readonly path: string | null;
  readonly text: string;
  readonly at: Date;
  readonly read_at: Date | null;
  readonly total: number;
  readonly unread: number;
};

const Kind = z.enum([
  'update',
  'recalled',
  'withdrawn',
  'contribution',
  'contribution-answered',
  'review',
  'elsewhere',
]);
const Title = z.record(z.string(), z.string());

const titleIn = (title: unknown, language: Language): string => {
  const texts = Title.parse(title);
  return texts[language] ?? Object.values(texts)[0] ?? '';
};

export type Notices = {
  readonly notices: readonly Notice[];
  readonly total: number;
  readonly unread: number;
};

/** What others have told the organisation, unread first, then newest first, 25 a page. */
export async function listReceived(a: Acting, page: number): Promise<Notices> {
  const { rows } = await sql<Row>`
    select *, count(*) over ()::int as total, count(*) filter (where read_at is null) over ()::int as unread
    from commons.notices where to_organisation_id = ${a.organisation}
    order by (read_at is null) desc, at desc, id desc limit 25 offset ${(page - 1) * 25}`.execute(a.tx);
  const notices = rows.map((row) => ({
    id: row.id,
    kind: Kind.parse(row.kind),
    work: row.work_id,
    workTitle: titleIn(row.work_title, a.language),
    from: row.organisation_id,
    number: row.number,
    contribution: row.contribution_id,
    path: row.path,
    text: row.text,
    at: row.at,
    readAt: row.read_at,
  }));
  return { notices, total: rows[0]?.total ?? 0, unread: rows[0]?.unread ?? 0 };
}

export type Taken = { readonly work: string; readonly from: string; readonly number: number };

/** What told of versions up to those that are now taken is read. */
export async function saveTaken(a: Acting, taken: readonly Taken[]): Promise<void> {
  await sql`update commons.notices n set read_at = ${a.now}
    from jsonb_to_recordset(${JSON.stringify(taken)}::jsonb) as t (work text, "from" text, number int)
    where n.to_organisation_id = ${a.organisation} and n.read_at is null and n.kind = 'update'
      and n.work_id = t.work and n.organisation_id = t."from" and n.number <= t.number`.execute(a.tx);
}

/**
 * How many notices an organisation has not read. The transaction acts for the organisation from here on, so this is
 * asked last in it, for somebody who works there.
 */
export async function countUnread(tx: Tx, organisation: string): Promise<number> {
  const { rows } = await sql<{ unread: number }>`
    select told.unread
    from (select set_config('kommons.organisation', ${organisation}, true) as id offset 0) as own
    cross join lateral (
      select count(*)::int as unread from commons.notices
      where to_organisation_id = own.id and read_at is null) as told`.execute(tx);
  return rows[0]?.unread ?? 0;
}

/** What a notice leads to: how a work stands, or a contribution. */
export type Seen = { readonly work: string } | { readonly contribution: string };

/** Whoever has seen what a notice leads to has read it. That there is a new version is read when that is taken. */
export async function saveSeen(a: Acting, seen: Seen): Promise<void> {
  const about =
    'work' in seen
      ? sql`work_id = ${seen.work} and kind in ('recalled', 'withdrawn')`
      : sql`contribution_id = ${seen.contribution}::uuid and kind in ('contribution', 'contribution-answered')`;
  await sql`update commons.notices set read_at = ${a.now}
    where to_organisation_id = ${a.organisation} and read_at is null and ${about}`.execute(a.tx);
}

/** That a version waits for another's eyes is read when it runs, or when there is a newer one. */
export async function saveReviewed(a: Acting, work: string): Promise<void> {
  await sql`update commons.notices set read_at = ${a.now}
    where to_organisation_id = ${a.organisation} and read_at is null and work_id = ${work} and kind = 'review'`.execute(
    a.tx,
  );
}

export type Elsewhere = {
  readonly organisation: string;
  readonly to: readonly string[];
  readonly title: Localised;
  readonly text: string;
  /** Below the receiver's place of work: `upprop/…`. */
  readonly path: string;
  readonly at: Date;
  readonly newId: () => string;
};

/** Tells other organisations something that is about no work, in the same transaction as the thing itself. */
export async function tellElsewhere(tx: Tx, told: Elsewhere): Promise<void> {
  if (told.to.length === 0) return;
  await sql`
    insert into commons.notices (organisation_id, id, to_organisation_id, work_id, work_title, kind, path, text, at)
    select ${told.organisation}, r.id, r.receiver, '', ${JSON.stringify(told.title)}::jsonb, 'elsewhere', ${told.path},
      ${told.text}, ${told.at}
    from unnest(${told.to.map(() => told.newId())}::uuid[], ${told.to}::text[]) as r (id, receiver)`.execute(
    tx,
  );
}

/** Whoever has read what another part of Kommons told has read its notices. */
export async function saveReadElsewhere(
  tx: Tx,
  read: { readonly organisation: string; readonly path: string; readonly at: Date },
): Promise<void> {
  await sql`update commons.notices set read_at = ${read.at}
    where to_organisation_id = ${read.organisation} and read_at is null and path = ${read.path}`.execute(tx);
}

/** Marks notices as read; all of them without ids. */
export async function saveRead(a: Acting, ids: readonly string[] | 'all'): Promise<void> {
  const only = ids === 'all' ? sql`` : sql`and id = any(${ids}::uuid[])`;
  await sql`update commons.notices set read_at = ${a.now}
    where to_organisation_id = ${a.organisation} and read_at is null ${only}`.execute(a.tx);
}
