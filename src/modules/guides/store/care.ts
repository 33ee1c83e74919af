import { sql, type RawBuilder } from 'kysely';
import type { Localised } from '../../../kernel/index.ts';
import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import { lastDays } from '../care/review.ts';

/** Who answers for a guide, and when it is to be looked over. Dates are ISO days. */
export type Care = {
  readonly work: string;
  readonly ownerName: string | null;
  readonly ownerEmail: string | null;
  readonly reviewOn: string;
  readonly reviewedOn: string | null;
  readonly reviewedBy: string | null;
  readonly reminded: number | null;
};

const columns = sql`work_id as work, owner_name as "ownerName", owner_email as "ownerEmail",
  review_on::text as "reviewOn", reviewed_on::text as "reviewedOn", reviewed_by as "reviewedBy", reminded`;

export async function findCare(tx: Tx, organisation: string, work: string): Promise<Care | null> {
  const { rows } = await sql<Care>`select ${columns} from guides.care
    where organisation_id = ${organisation} and work_id = ${work}`.execute(tx);
  return rows[0] ?? null;
}

/** Begins the care of a guide that is taken in use; one that is cared for keeps what it has. */
export async function beginCare(
  tx: Tx,
  {
    organisation,
    work,
    reviewOn,
  }: { readonly organisation: string; readonly work: string; readonly reviewOn: string },
): Promise<void> {
  await sql`insert into guides.care (organisation_id, work_id, review_on)
    values (${organisation}, ${work}, ${reviewOn}) on conflict do nothing`.execute(tx);
}

export type CareKey = { readonly organisation: string; readonly work: string };

/** Who answers for a guide, and the last day to look it over. */
export type Owner = Pick<Care, 'ownerName' | 'ownerEmail' | 'reviewOn'>;

/**
 * Sets the owner and the day where what was seen still stands; says whether it did. Another day has reminders of its
 * own.
 */
export async function changeOwner(
  tx: Tx,
  { organisation, work }: CareKey,
  { owner, seen }: { readonly owner: Owner; readonly seen: Owner | null },
): Promise<boolean> {
  const { ownerName, ownerEmail, reviewOn } = owner;
  const { numAffectedRows } =
    seen === null
      ? await sql`insert into guides.care (organisation_id, work_id, owner_name, owner_email, review_on)
          values (${organisation}, ${work}, ${ownerName}, ${ownerEmail}, ${reviewOn})
          on conflict do nothing`.execute(tx)
      : await sql`update guides.care set owner_name = ${ownerName}, owner_email = ${ownerEmail},
            review_on = ${reviewOn}, reminded = case when review_on = ${reviewOn}::date then reminded end
          where organisation_id = ${organisation} and work_id = ${work}
            and review_on::text = ${seen.reviewOn} and owner_name is not distinct from ${seen.ownerName}
            and owner_email is not distinct from ${seen.ownerEmail}`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** Looked over on an ISO day by somebody, and next on another. */
export type Reviewing = { readonly on: string; readonly by: string; readonly next: string };

/** Marks as looked over where the day that was seen still stands; says whether it did. */
export async function markReviewed(
  tx: Tx,
  { organisation, work }: CareKey,
  { on, by, next, seen }: Reviewing & { readonly seen: string | null },
): Promise<boolean> {
  const { numAffectedRows } =
    seen === null
      ? await sql`insert into guides.care (organisation_id, work_id, review_on, reviewed_on, reviewed_by)
          values (${organisation}, ${work}, ${next}, ${on}, ${by}) on conflict do nothing`.execute(tx)
      : await sql`update guides.care set review_on = ${next}, reviewed_on = ${on}, reviewed_by = ${by},
            reminded = null
          where organisation_id = ${organisation} and work_id = ${work}
            and review_on::text = ${seen}`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

type Reminding = Pick<Care, 'work' | 'reviewOn' | 'reminded' | 'ownerEmail'> & { readonly days: number };

/** Marks that a reminder was sent, where what it was written of still stands; says whether it did. */
export async function markReminded(
  tx: Tx,
  organisation: string,
  { work, reviewOn, reminded, ownerEmail, days }: Reminding,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update guides.care set reminded = ${days}
    where organisation_id = ${organisation} and work_id = ${work} and review_on::text = ${reviewOn}
      and reminded is not distinct from ${reminded} and owner_email is not distinct from ${ownerEmail}`.execute(
    tx,
  );
  return (numAffectedRows ?? 0n) > 0n;
}

export type CareRow = Care & {
  readonly title: Localised;
  readonly helped: number;
  readonly answers: number;
  readonly notes: number;
};

export type CareFilter = {
  /** Only those that are to be looked over on this ISO day or before; null for all. */
  readonly by: string | null;
  /** Only those that nobody answers for. */
  readonly ownerless: boolean;
  /** Only these; null for all. */
  readonly works: readonly string[] | null;
};

const inUse = (organisation: string, { by, ownerless, works }: CareFilter): RawBuilder<unknown> => sql`
  from guides.care c join guides.shelf s using (organisation_id, work_id)
  where c.organisation_id = ${organisation} and (${by}::date is null or c.review_on <= ${by}::date)
    and (not ${ownerless}::boolean or c.owner_name is null)
    and (${works}::text[] is null or c.work_id = any(${works}::text[]))`;

const Title = z.record(z.string(), z.string());

/** Guides in use with how they are cared for, those that are first to be looked over first. */
export async function listCare(
  tx: Tx,
  organisation: string,
  ask: CareFilter & { readonly limit: number; readonly offset: number },
): Promise<readonly CareRow[]> {
  const { rows } = await sql<Omit<CareRow, 'title'> & { readonly title: unknown }>`
    select ${columns}, s.title,
      (select count(*)::int from guides.answers a where a.organisation_id = ${organisation}
        and a.work_id = c.work_id and a.helped) as helped,
      (select count(*)::int from guides.answers a where a.organisation_id = ${organisation}
        and a.work_id = c.work_id) as answers,
      (select count(*)::int from guides.notes n where n.organisation_id = ${organisation}
        and n.work_id = c.work_id and n.answered_at is null) as notes
    ${inUse(organisation, ask)}
    order by c.review_on, s.title_sv, c.work_id limit ${ask.limit} offset ${ask.offset}`.execute(tx);
  return rows.map((row) => ({ ...row, title: Title.parse(row.title) }));
}

export type CareCounts = {
  readonly all: number;
  readonly late: number;
  readonly soon: number;
  readonly ownerless: number;
  /** Of those that are asked for. */
  readonly offered: number;
};

/** How many guides in use there are, are late, are late or soon, lack an owner, are offered anew. */
export async function countCare(
  tx: Tx,
  organisation: string,
  { today, offered }: { readonly today: string; readonly offered: readonly string[] },
): Promise<CareCounts> {
  const { late, soon } = lastDays(today);
  const { rows } = await sql<CareCounts>`
    select count(*)::int as all, count(*) filter (where review_on <= ${late}::date)::int as late,
      count(*) filter (where review_on <= ${soon}::date)::int as soon,
      count(*) filter (where owner_name is null)::int as ownerless,
      count(*) filter (where c.work_id = any(${offered}::text[]))::int as offered
    ${inUse(organisation, { by: null, ownerless: false, works: null })}`.execute(tx);
  return rows[0] ?? { all: 0, late: 0, soon: 0, ownerless: 0, offered: 0 };
}
