import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { Localised } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { toQuery } from '../../../platform/search/index.ts';
import { titled, type SearchEntry } from './entries.ts';

/*
 * The one door to the words that guides are found by, which stand outside row security so that PostgreSQL can use
 * their index. Every function takes the organisation, every word begins with it, and what is shown of a find comes
 * from tables under row security. No other file names the table (a test sees to it).
 */

/** Puts what can be found of a guide in place of what could before. */
export async function replaceEntries(
  tx: Tx,
  of: { readonly organisation: string; readonly work: string; readonly readers: 'everyone' | 'staff' },
  entries: readonly SearchEntry[],
): Promise<void> {
  const { organisation, work, readers } = of;
  await sql`delete from guides.search_rows where organisation_id = ${organisation} and work_id = ${work}`.execute(
    tx,
  );
  await sql`delete from guides.search_texts where organisation_id = ${organisation} and work_id = ${work}`.execute(
    tx,
  );
  if (entries.length === 0) return;
  const elements = entries.map(({ element }) => element);
  await sql`
    insert into guides.search_rows (organisation_id, work_id, readers, element_id, step_id, vector)
    select ${organisation}, ${work}, ${readers}, n.element, n.step, n.vector::tsvector
    from unnest(${elements}::text[], ${entries.map(({ step }) => step)}::text[],
      ${entries.map(({ vector }) => vector)}::text[]) as n (element, step, vector)`.execute(tx);
  await sql`
    insert into guides.search_texts (organisation_id, work_id, element_id, title, text)
    select ${organisation}, ${work}, n.element, n.title, n.text
    from unnest(${elements}::text[], ${entries.map(({ title }) => JSON.stringify(title))}::jsonb[],
      ${entries.map(({ text }) => JSON.stringify(text))}::jsonb[]) as n (element, title, text)`.execute(tx);
}

export type Find = {
  readonly work: string;
  /** Empty for the guide itself. */
  readonly step: string;
  /** The block, or the step's own id. */
  readonly element: string;
  readonly guide: Localised;
  readonly title: Localised;
  readonly text: Localised;
};

export type Finds = {
  readonly finds: readonly Find[];
  readonly total: number;
  /** Whether there is more than was looked through. */
  readonly more: boolean;
};

/**
 * More than this is not looked through, of names and of all words: who finds so much asks again with more words.
 */
const mostRanked = 250;

const Text = z.record(z.string(), z.string());
const Row = z.object({
  work_id: z.string(),
  step_id: z.string(),
  element_id: z.string(),
  guide: Text,
  title: Text,
  text: Text,
  total: z.number(),
  hits: z.number(),
});

export type Question = {
  readonly organisation: string;
  readonly question: string;
  /** Only guides for everyone, as on the public site. */
  readonly open: boolean;
  readonly limit: number;
  readonly offset: number;
};

/**
 * What a query meets. The organisation is asked for in a way that no index serves: the words alone lead to its rows,
 * and a second index would only be read in vain.
 */
const meeting = (query: string, { organisation, open }: Question): RawBuilder<unknown> => sql`
  vector @@ ${query}::tsquery and organisation_id || '' = ${organisation}
  and (not ${open}::boolean or readers = 'everyone')`;

/**
 * Steps that a question in the reader's own words finds, best first, each by its best block. Guides and steps that
 * bear the words in their names are looked for by themselves, so that they are among what is ranked however much
 * else is found.
 */
export async function searchGuides(tx: Tx, ask: Question): Promise<Finds> {
  const query = toQuery(ask.question, 'all', ask.organisation);
  if (query === '') return { finds: [], total: 0, more: false };
  const named = toQuery(ask.question, 'all', titled(ask.organisation));
  const ranked = sql`work_id, step_id, element_id,
    ts_rank('{0.1, 0.3, 0.5, 1}', vector, ${query}::tsquery) as rank`;
  const { rows } = await sql`
    with hits as (
      (select true as named, ${ranked} from guides.search_rows where ${meeting(named, ask)} limit ${mostRanked})
      union all
      (select false, ${ranked} from guides.search_rows where ${meeting(query, ask)} limit ${mostRanked})
    ), best as (
      select distinct on (work_id, step_id) work_id, step_id, element_id, rank
      from hits order by work_id, step_id, rank desc, element_id
    ), page as (
      select *, count(*) over ()::int as total from best
      order by rank desc, work_id, step_id limit ${ask.limit} offset ${ask.offset}
    )
    select p.work_id, p.step_id, p.element_id, p.total, (select count(*)::int from hits where not named) as hits,
      s.title as guide, t.title, t.text
    from page p
    join guides.search_texts t on t.organisation_id = ${ask.organisation} and t.work_id = p.work_id
      and t.element_id = p.element_id
    join guides.shelf s on s.organisation_id = ${ask.organisation} and s.work_id = p.work_id
    order by p.rank desc, p.work_id, p.step_id`.execute(tx);
  const found = z.array(Row).parse(rows);
  return {
    total: found[0]?.total ?? 0,
    more: (found[0]?.hits ?? 0) >= mostRanked,
    finds: found.map((row) => ({
      work: row.work_id,
      step: row.step_id,
      element: row.element_id,
      guide: row.guide,
      title: row.title,
      text: row.text,
    })),
  };
}
