import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import { addDays } from '../../../kernel/dates/index.ts';
import {
  type Filter,
  type ListedCase,
  perPage,
  type View,
  type ViewCounts,
  type WorkCount,
} from '../model/listing.ts';
import { AnswerRow } from '../model/new-case.ts';
import { nextActs } from '../model/next-step.ts';
import { Localised, stateKinds } from '../model/process.ts';

type Who = Pick<Filter, 'organisation' | 'worker' | 'today'>;

/** "Within five days" of the saved view, calendar days. */
const soonDays = 5;

function inView(view: View, { worker, today }: Who): RawBuilder<boolean> {
  const open = sql<boolean>`c.state_kind <> 'closed'`;
  const mine = sql<boolean>`c.handler_id = ${worker}::uuid`;
  // What the applicant is to do waits until the day has passed.
  const withOthers = sql<boolean>`(c.next_act = 'await' and c.next_on >= ${today}::date)`;
  switch (view) {
    case 'to-do':
      return sql`${mine} and ${open} and not ${withOthers}`;
    case 'waiting':
      return sql`${mine} and ${open} and ${withOthers}`;
    case 'done-today':
      return sql`${mine} and (c.decided_on = ${today}::date or c.closed_on = ${today}::date)`;
    case 'free':
      return sql`c.handler_id is null and ${open}`;
    case 'open':
      return open;
    case 'soon':
      return sql`${open} and c.next_on <= ${addDays(today, soonDays)}::date`;
    case 'all':
      return sql`true`;
  }
}

const likeText = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

/** Some answer of those that say whom or what the case concerns, in any language that it is told in. */
const concerning = (like: string): RawBuilder<boolean> => sql<boolean>`exists (
  select from jsonb_path_query(c.concerns, '$[*].value.** ? (@.type() == "string")') as said
  where said #>> '{}' ilike ${like})`;

function matching(filter: Filter): RawBuilder<boolean> {
  const parts = [sql<boolean>`c.organisation_id = ${filter.organisation}`, inView(filter.view, filter)];
  if (filter.work !== null) parts.push(sql`c.work_id = ${filter.work}`);
  if (filter.step !== null) parts.push(sql`c.state_kind = ${filter.step}`);
  if (filter.search !== '') {
    const like = likeText(filter.search);
    const titled = sql`exists (select from jsonb_each_text(c.title) as told where told.value ilike ${like})`;
    parts.push(sql`(c.number ilike ${like} or ${titled} or ${concerning(like)})`);
  }
  if (filter.concerns !== '') parts.push(concerning(likeText(filter.concerns)));
  return sql`${sql.join(parts, sql` and `)}`;
}

const orderOf = {
  due: sql`c.next_on asc nulls last, c.opened_at, c.id`,
  newest: sql`c.opened_at desc, c.id desc`,
  oldest: sql`c.opened_at, c.id`,
} as const;

const Row = z
  .object({
    id: z.string(),
    number: z.string(),
    title: Localised,
    concerns: z.array(AnswerRow),
    state_kind: z.enum(stateKinds),
    state_title: Localised,
    handler_name: z.string().nullable(),
    next_act: z.enum(nextActs),
    next_on: z.string().nullable(),
    next_since: z.string(),
    step_now: z.number(),
    step_count: z.number(),
  })
  .transform((row): ListedCase => ({
    id: row.id,
    number: row.number,
    title: row.title,
    concerns: row.concerns,
    state: row.state_kind,
    stateTitle: row.state_title,
    handler: row.handler_name,
    act: row.next_act,
    on: row.next_on,
    since: row.next_since,
    step: { now: row.step_now, of: row.step_count },
  }));
const Rows = z.array(Row);

export type Listed = { readonly rows: readonly ListedCase[]; readonly total: number };

/** A page of the cases that the filter finds, with how many there are. */
export async function listCases(tx: Tx, filter: Filter): Promise<Listed> {
  const where = matching(filter);
  const counted = await sql<{
    total: number;
  }>`select count(*) as total from cases.cases c where ${where}`.execute(tx);
  const found = await sql`
    select c.id, c.number, c.title, c.concerns, c.state_kind, c.state_title, c.handler_name, c.next_act, c.next_on, c.next_since,
      c.step_now, c.step_count
    from cases.cases c where ${where}
    order by ${orderOf[filter.order]} limit ${perPage} offset ${(filter.page - 1) * perPage}`.execute(tx);
  return { rows: Rows.parse(found.rows), total: counted.rows[0]?.total ?? 0 };
}

/** How many cases each saved view holds. */
export async function countViews(tx: Tx, who: Who): Promise<ViewCounts> {
  const count = (view: View) => sql<number>`count(*) filter (where ${inView(view, who)})`;
  const toDo = inView('to-do', who);
  const open = inView('open', who);
  // As `isLate` says of one case.
  const late = sql<boolean>`c.next_on < ${who.today}::date`;
  // What has come in from the applicant and waits: a message, or a completion to go through.
  const written = sql<boolean>`(c.unanswered_on is not null or c.completed_on is not null)`;
  const { rows } = await sql<ViewCounts>`
    select ${count('to-do')} as "to-do", ${count('waiting')} as "waiting", ${count('done-today')} as "done-today",
      ${count('free')} as "free", ${count('open')} as "open", ${count('soon')} as "soon", ${count('all')} as "all",
      count(*) filter (where ${toDo} and ${late}) as "late",
      count(*) filter (where ${toDo} and ${written}) as "messages",
      count(*) filter (where ${open} and ${late}) as "allLate",
      count(*) filter (where ${open} and ${written}) as "allMessages"
    from cases.cases c where c.organisation_id = ${who.organisation}`.execute(tx);
  const [counts] = rows;
  if (counts === undefined) throw new Error('a count gives one row');
  return counts;
}

/** Types of case with open cases, the most first. */
export async function countWorks(tx: Tx, organisation: string): Promise<readonly WorkCount[]> {
  const { rows } = await sql<{ work: string; title: unknown; count: number }>`
    select work_id as work, count(*) as count,
      (array_agg(work_title order by opened_at desc))[1] as title
    from cases.cases where organisation_id = ${organisation} and state_kind <> 'closed'
    group by work_id order by count(*) desc, work_id limit 12`.execute(tx);
  return rows.map(({ title, ...row }) => ({ ...row, title: Localised.parse(title) }));
}
