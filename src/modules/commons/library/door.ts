import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { Reader } from '../model/audience.ts';

/*
 * The one door to the library's tables, which stand outside row security. Every reading function takes the
 * reader and applies the audience; no other file names these tables (an architecture test sees to it).
 */

/** The rule of `mayRead`, in SQL, for the row that `alias` names. */
function readable(reader: Reader, alias: string): RawBuilder<boolean> {
  const row = (column: string): RawBuilder<unknown> => sql.ref(`${alias}.${column}`);
  return sql<boolean>`(${row('organisation_id')} = any(${reader.organisations}::text[])
    or ${row('audience')} = 'everyone'
    or (${row('audience')} = 'public-sector' and ${reader.employee}::boolean)
    or (${row('audience')} in ('networks', 'organisations') and ${row('audience_of')} && ${reader.circles}::text[]))`;
}

export type WorkRow = {
  readonly work_id: string;
  readonly kind: string;
  readonly owner_organisation_id: string;
};

/** Only who owns it and of which kind; whoever asks has a variant of it or has found it in the library. */
export async function findWorkRow(tx: Tx, work: string): Promise<WorkRow | null> {
  const { rows } = await sql<WorkRow>`
    select work_id, kind, owner_organisation_id from commons.works where work_id = ${work}`.execute(tx);
  return rows[0] ?? null;
}

export type PublicationRow = {
  readonly organisation_id: string;
  readonly work_id: string;
  readonly number: number;
  readonly version_id: string;
  readonly definition_hash: string;
  readonly kind: string;
  readonly audience: string;
  readonly audience_of: readonly string[];
  readonly licence: string;
  readonly credit: readonly string[];
  readonly message: string;
  readonly published_at: Date;
  readonly offered_from: Date;
  readonly offered: unknown;
  readonly locked_parameters: readonly string[];
  readonly base: unknown;
  readonly recalled_at: Date | null;
  readonly recall_reason: string | null;
};

const publicationColumns = sql`p.organisation_id, p.work_id, p.number, p.version_id, p.definition_hash, p.kind,
  p.audience, p.audience_of, p.licence, p.credit, p.message, p.published_at, p.offered_from, p.offered,
  p.locked_parameters, p.base, p.recalled_at, p.recall_reason`;

/** Everything published of a work that the reader may see, newest first, without content. */
export async function listPublicationRows(
  tx: Tx,
  reader: Reader,
  of: { readonly work: string; readonly organisation?: string; readonly after?: number },
): Promise<readonly PublicationRow[]> {
  const { rows } = await sql<PublicationRow>`
    select ${publicationColumns} from commons.library_publications p
    where p.work_id = ${of.work} and p.organisation_id = coalesce(${of.organisation ?? null}::text, p.organisation_id)
      and p.number > ${of.after ?? 0} and ${readable(reader, 'p')}
    order by p.published_at desc, p.organisation_id, p.number desc`.execute(tx);
  return rows;
}

/** Those of the files (SHA-256, hexadecimal) that stand in what others have published to the reader. */
export async function listFilesInLibrary(
  tx: Tx,
  reader: Reader,
  { hashes, without }: { readonly hashes: readonly string[]; readonly without: string },
): Promise<readonly string[]> {
  const { rows } = await sql<{ hash: string }>`
    select asked.hash from unnest(${[...hashes]}::text[]) as asked (hash)
    where exists (
      select from commons.library_publications p
      where commons.files_in(p.definition) @> array[asked.hash] and p.organisation_id <> ${without}
        and ${readable(reader, 'p')})`.execute(tx);
  return rows.map(({ hash }) => hash);
}

export type TermRow = Pick<
  PublicationRow,
  'organisation_id' | 'version_id' | 'audience' | 'audience_of' | 'licence' | 'credit'
>;

/**
 * On which terms versions were published, whoever reads: they bind those who once took them, also when they
 * may no longer see them. Whoever asks has taken the versions.
 */
export async function listTermRows(
  tx: Tx,
  of: { readonly work: string; readonly versions: readonly string[] },
): Promise<readonly TermRow[]> {
  const { rows } = await sql<TermRow>`
    select p.organisation_id, p.version_id, p.audience, p.audience_of, p.licence, p.credit
    from commons.library_publications p
    where p.work_id = ${of.work} and p.version_id = any(${of.versions}::text[])
    order by p.published_at, p.organisation_id, p.number`.execute(tx);
  return rows;
}

export type Wanted = { readonly work: string; readonly organisation: string; readonly number: number };

/** Content of published versions, for those not read before. */
export async function getPublishedDefinitions(
  tx: Tx,
  reader: Reader,
  wanted: readonly Wanted[],
): Promise<readonly { readonly definition_hash: string; readonly definition: unknown }[]> {
  if (wanted.length === 0) return [];
  const { rows } = await sql<{ definition_hash: string; definition: unknown }>`
    select p.definition_hash, p.definition from commons.library_publications p
    join unnest(${wanted.map((one) => one.organisation)}::text[], ${wanted.map((one) => one.work)}::text[],
      ${wanted.map((one) => one.number)}::int[]) as w (organisation, work, number)
      on p.organisation_id = w.organisation and p.work_id = w.work and p.number = w.number
    where ${readable(reader, 'p')}`.execute(tx);
  return rows;
}

/**
 * The newest version offered to each variant after the one it has taken: published to the reader, its day
 * come, and not recalled. `behind` counts all such.
 */
export async function listOfferRows(
  tx: Tx,
  reader: Reader,
  of: { readonly taken: readonly Wanted[]; readonly now: Date },
): Promise<readonly (PublicationRow & { readonly behind: number })[]> {
  if (of.taken.length === 0) return [];
  const { rows } = await sql<PublicationRow & { behind: number }>`
    select distinct on (p.work_id) ${publicationColumns},
      count(*) over (partition by p.work_id)::int as behind
    from commons.library_publications p
    join unnest(${of.taken.map((one) => one.organisation)}::text[], ${of.taken.map((one) => one.work)}::text[],
      ${of.taken.map((one) => one.number)}::int[]) as t (organisation, work, number)
      on p.organisation_id = t.organisation and p.work_id = t.work and p.number > t.number
    join commons.library_entries e on e.organisation_id = p.organisation_id and e.work_id = p.work_id
      and e.withdrawn_at is null
    where p.offered_from <= ${of.now} and p.recalled_at is null and ${readable(reader, 'p')}
    order by p.work_id, p.number desc`.execute(tx);
  return rows;
}

export type EndedRow = {
  readonly organisation_id: string;
  readonly work_id: string;
  readonly number: number;
  readonly recalled_at: Date | null;
  readonly recall_reason: string | null;
  readonly withdrawn_at: Date | null;
  readonly withdraw_reason: string | null;
};

/** Those of the versions that are recalled, or whose variant is withdrawn. */
export async function listEndedRows(
  tx: Tx,
  reader: Reader,
  wanted: readonly Wanted[],
): Promise<readonly EndedRow[]> {
  const { rows } = await sql<EndedRow>`
    select w.organisation as organisation_id, w.work as work_id, w.number, p.recalled_at, p.recall_reason,
      e.withdrawn_at, e.withdraw_reason
    from unnest(${wanted.map((one) => one.organisation)}::text[], ${wanted.map((one) => one.work)}::text[],
      ${wanted.map((one) => one.number)}::int[]) as w (organisation, work, number)
    left join commons.library_publications p on p.organisation_id = w.organisation and p.work_id = w.work
      and p.number = w.number and ${readable(reader, 'p')}
    left join commons.library_entries e on e.organisation_id = w.organisation and e.work_id = w.work
      and ${readable(reader, 'e')}
    where p.recalled_at is not null or e.withdrawn_at is not null`.execute(tx);
  return rows;
}

export type EntryRow = {
  readonly organisation_id: string;
  readonly work_id: string;
  readonly original: boolean;
  readonly kind: string;
  readonly subject: string | null;
  readonly title: unknown;
  readonly summary: unknown;
  readonly number: number;
  readonly published_at: Date;
  readonly audience: string;
  readonly audience_of: readonly string[];
  readonly licence: string;
  readonly credit: readonly string[];
  readonly withdrawn_at: Date | null;
  readonly withdraw_reason: string | null;
};

const entryColumns = sql`e.organisation_id, e.work_id, e.original, e.kind, e.subject, e.title, e.summary, e.number,
  e.published_at, e.audience, e.audience_of, e.licence, e.credit, e.withdrawn_at, e.withdraw_reason`;

/** The published variants of a work, the owner's first. */
export async function listEntryRows(tx: Tx, reader: Reader, work: string): Promise<readonly EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select ${entryColumns} from commons.library_entries e
    where e.work_id = ${work} and ${readable(reader, 'e')}
    order by e.original desc, e.published_at`.execute(tx);
  return rows;
}

export type UseRow = {
  readonly organisation_id: string;
  readonly work_id: string;
  readonly upstream_organisation_id: string;
  readonly base_number: number;
  readonly in_use: boolean;
  readonly since: Date;
  readonly sharing: unknown;
  readonly debt: unknown;
};

/** Who uses a work, seen by those who may see what they follow. With `upstream`, its own adopters only. */
export async function listUseRows(
  tx: Tx,
  reader: Reader,
  of: { readonly work: string; readonly upstream?: string },
): Promise<readonly UseRow[]> {
  const { rows } = await sql<UseRow>`
    select u.* from commons.library_uses u
    join commons.library_entries e on e.organisation_id = u.upstream_organisation_id and e.work_id = u.work_id
    where u.work_id = ${of.work}
      and u.upstream_organisation_id = coalesce(${of.upstream ?? null}::text, u.upstream_organisation_id)
      and (u.organisation_id = any(${reader.organisations}::text[]) or ${readable(reader, 'e')})
    order by u.since, u.organisation_id`.execute(tx);
  return rows;
}

/**
 * Whether an organisation follows another, itself or through others. Waits for whoever is about to follow
 * somebody in the work, so that two never close a circle between them.
 */
export async function isFollowing(
  tx: Tx,
  of: { readonly work: string; readonly organisation: string; readonly whom: string },
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`commons.follows ${of.work}`}, 0))`.execute(tx);
  const { rows } = await sql<{ follows: boolean }>`
    with recursive chain (organisation) as (
      select ${of.organisation}::text
      union
      select u.upstream_organisation_id from commons.library_uses u
      join chain on chain.organisation = u.organisation_id where u.work_id = ${of.work}
    )
    select exists (select from chain where organisation = ${of.whom}) as follows`.execute(tx);
  return rows[0]?.follows ?? false;
}

export type SpreadRow = { readonly organisation_id: string; readonly shares: number; readonly uses: number };

/** How many of the works that the reader may see each organisation shares, and has in use from another. */
export async function listSpreadRows(tx: Tx, reader: Reader): Promise<readonly SpreadRow[]> {
  const { rows } = await sql<SpreadRow>`
    select organisation_id, sum(shares)::int as shares, sum(uses)::int as uses from (
      select e.organisation_id, 1 as shares, 0 as uses from commons.library_entries e
      where e.withdrawn_at is null and ${readable(reader, 'e')}
      union all
      select u.organisation_id, 0, 1 from commons.library_uses u
      join commons.library_entries e on e.organisation_id = u.upstream_organisation_id and e.work_id = u.work_id
      where u.in_use and ${readable(reader, 'e')}
    ) counted
    group by organisation_id order by organisation_id`.execute(tx);
  return rows;
}

export type EntryFilter = {
  /** Text form of a tsquery; empty asks for everything. */
  readonly query: string;
  readonly kind: string | null;
  readonly subject: string | null;
  readonly owner: string | null;
  readonly network: string | null;
};

/** What a question finds and the reader may see, every variant of it; each text is read and ranked once. */
function finding(reader: Reader, query: string): RawBuilder<unknown> {
  return sql`
    select ${entryColumns}, e.title_sv,
      case when ${query} = '' then 0 else ts_rank('{0.1, 0.3, 0.5, 1}', e.vector, ${query}::tsquery) end as rank
    from commons.library_entries e
    where e.withdrawn_at is null and ${readable(reader, 'e')}
      and (${query} = '' or e.vector @@ ${query}::tsquery)`;
}

/** What the filters leave of `found`: one a work, the owner's before others' variants. */
function leaving({ kind, subject, owner, network }: EntryFilter): RawBuilder<unknown> {
  return sql`
    select distinct on (e.work_id) e.* from found e
    where (${kind}::text is null or e.kind = ${kind})
      and (${subject}::text is null or e.subject = ${subject})
      and (${owner}::text is null or e.organisation_id = ${owner})
      and (${network}::text is null or e.organisation_id = ${network} or ${network} = any(e.audience_of))
    order by e.work_id, e.original desc, e.published_at`;
}

const orders = {
  relevance: sql`m.rank desc, m.users desc, m.title_sv`,
  title: sql`m.title_sv, m.work_id`,
  'most-used': sql`m.users desc, m.title_sv`,
  newest: sql`m.published_at desc, m.title_sv`,
} as const;

export type HitRow = EntryRow & { readonly users: number; readonly ours: boolean; readonly total: number };

export type FacetRow = {
  readonly facet: 'kind' | 'subject' | 'owner';
  readonly id: string;
  readonly count: number;
};

type SearchRow = (HitRow | { readonly work_id: null }) & { readonly facets: readonly FacetRow[] | null };

export type EntriesAsked = EntryFilter & {
  readonly sort: keyof typeof orders;
  readonly limit: number;
  readonly offset: number;
};

/**
 * One page of entries with how many use each work; every row carries the total. With it, how many works each
 * filter would leave, over everything that the question finds.
 */
export async function searchEntries(
  tx: Tx,
  reader: Reader,
  ask: EntriesAsked,
): Promise<{ readonly hits: readonly HitRow[]; readonly facets: readonly FacetRow[] }> {
  const everything = { query: ask.query, kind: null, subject: null, owner: null, network: null };
  const { rows } = await sql<SearchRow>`
    with found as materialized (${finding(reader, ask.query)}),
    facets as (
      select f.facet, f.id, count(*)::int as count
      from (${leaving(everything)}) m cross join lateral
        (values ('kind', m.kind), ('subject', m.subject), ('owner', m.organisation_id)) as f (facet, id)
      where f.id is not null group by f.facet, f.id
    ),
    m as (${leaving(ask)}),
    used as (
      select u.work_id, count(*)::int as users, bool_or(u.organisation_id = any(${reader.organisations}::text[])) as ours
      from commons.library_uses u group by u.work_id
    ),
    hits as (
      select m.*, coalesce(used.users, 0) as users,
        coalesce(used.ours, false) or m.organisation_id = any(${reader.organisations}::text[]) as ours,
        count(*) over ()::int as total
      from m left join used on used.work_id = m.work_id
    ),
    page as (
      select m.*, row_number() over (order by ${orders[ask.sort]})::int as place
      from hits m order by place limit ${ask.limit} offset ${ask.offset}
    )
    select page.*, case when page.place is null or page.place = ${ask.offset + 1} then
      (select json_agg(json_build_object('facet', facet, 'id', id, 'count', count) order by count desc, id) from facets)
      end as facets
    from (select) always left join page on true order by page.place`.execute(tx);
  return {
    hits: rows.flatMap((row) => (row.work_id === null ? [] : [row])),
    facets: rows[0]?.facets ?? [],
  };
}

/** Words of what the reader may see, for putting a misspelt question right. */
export async function listWords(tx: Tx, reader: Reader): Promise<readonly string[]> {
  const { rows } = await sql<{ word: string }>`
    select distinct word from commons.library_entries e cross join unnest(e.words) as word
    where e.withdrawn_at is null and ${readable(reader, 'e')}`.execute(tx);
  return rows.map((row) => row.word);
}

/** Organisations that follow somebody's work, for work that is done for each. */
export async function listUsingOrganisations(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ organisation_id: string }>`
    select distinct organisation_id from commons.library_uses order by organisation_id`.execute(tx);
  return rows.map((row) => row.organisation_id);
}
