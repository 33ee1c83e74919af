import type { Localised } from '../../../kernel/index.ts';
import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import type { Language } from '../../../platform/http/index.ts';
import { didYouMean, toQuery } from '../../../platform/search/index.ts';
import {
  findWorkRow,
  listEntryRows,
  listPublicationRows,
  listSpreadRows,
  listUseRows,
  listWords,
  searchEntries,
  type EntryRow,
  type FacetRow,
} from '../library/door.ts';
import { loadPublished, toHead, type PublicationHead } from '../library/publications.ts';
import type { Reader } from '../model/audience.ts';
import { describeDifferences, type DescribedChange } from '../model/described.ts';
import { isSlug } from '../model/input.ts';
import { getKind, type LegalBasis } from '../model/kind.ts';
import {
  pageSize,
  type Facet,
  type LibraryHit,
  type LibraryPage,
  type LibraryQuery,
} from '../model/library.ts';
import type { Publication } from '../model/work.ts';

const Title = z.record(z.string(), z.string());

/** Searches what the reader may see. A question without hits is tried again for any of its words. */
export async function searchLibrary(tx: Tx, reader: Reader, query: LibraryQuery): Promise<LibraryPage> {
  const strict = await searchOnce(tx, reader, { query, text: toQuery(query.q) });
  const wide =
    strict.total > 0 || query.q === ''
      ? strict
      : await searchOnce(tx, reader, { query, text: toQuery(query.q, 'any') });
  const meant =
    strict.total > 0 || query.q === '' ? null : didYouMean(query.q, new Set(await listWords(tx, reader)));
  return { ...wide, didYouMean: meant };
}

type Asked = { readonly query: LibraryQuery; readonly text: string };

/** What the reader may see that is used the most, and what is newest. */
export async function showOpening(
  tx: Tx,
  reader: Reader,
  most: number,
): Promise<Readonly<Record<'mostUsed' | 'newest', readonly LibraryHit[]>>> {
  const first = async (sort: 'most-used' | 'newest'): Promise<readonly LibraryHit[]> =>
    (await searchOnce(tx, reader, { query: { q: '', sort, page: 1 }, text: '' })).hits.slice(0, most);
  return { mostUsed: await first('most-used'), newest: await first('newest') };
}

async function searchOnce(
  tx: Tx,
  reader: Reader,
  { query, text }: Asked,
): Promise<Omit<LibraryPage, 'didYouMean'>> {
  const { hits, facets } = await searchEntries(tx, reader, {
    query: text,
    kind: query.kind ?? null,
    subject: query.subject ?? null,
    owner: query.owner ?? null,
    network: query.network ?? null,
    sort: query.sort ?? (query.q === '' ? 'title' : 'relevance'),
    limit: pageSize,
    offset: (query.page - 1) * pageSize,
  });
  const total = hits[0]?.total ?? 0;
  return {
    hits: hits.map((row) => ({ ...toHit(row), users: row.users, ours: row.ours })),
    total,
    page: query.page,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    facets: { kinds: only(facets, 'kind'), subjects: only(facets, 'subject'), owners: only(facets, 'owner') },
  };
}

const only = (rows: readonly FacetRow[], facet: FacetRow['facet']): readonly Facet[] =>
  rows.filter((row) => row.facet === facet).map(({ id, count }) => ({ id, count }));

function toHit(row: EntryRow): Omit<LibraryHit, 'users' | 'ours'> {
  return {
    work: row.work_id,
    organisation: row.organisation_id,
    kind: row.kind,
    subject: row.subject,
    title: Title.parse(row.title),
    summary: row.summary === null ? null : Title.parse(row.summary),
    number: row.number,
    publishedAt: row.published_at,
    withdrawn: row.withdrawn_at !== null,
  };
}

export type WorkUser = {
  readonly organisation: string;
  /** Whose variant it follows, and the version taken. */
  readonly follows: string;
  readonly number: number;
  readonly inUse: boolean;
  readonly since: Date;
};

export type Spread = { readonly organisation: string; readonly shares: number; readonly uses: number };

/** Who shares and who uses what the reader may see: the whole library as one map. */
export async function showSpread(tx: Tx, reader: Reader): Promise<readonly Spread[]> {
  const rows = await listSpreadRows(tx, reader);
  return rows.map(({ organisation_id: organisation, shares, uses }) => ({ organisation, shares, uses }));
}

/** A work in the library, as the reader may see it. */
export type WorkPage = {
  readonly work: string;
  readonly kind: string;
  readonly owner: string;
  /** Whose variant is shown. */
  readonly organisation: string;
  readonly title: Localised;
  readonly summary: Localised | null;
  readonly subject: string | null;
  /** The newest that is offered and not recalled, else the newest. */
  readonly latest: Publication;
  readonly publications: readonly PublicationHead[];
  readonly variants: readonly Omit<LibraryHit, 'users' | 'ours'>[];
  readonly users: readonly WorkUser[];
  readonly legalBasis: readonly LegalBasis[];
  readonly withdrawn: { readonly at: Date; readonly reason: string } | null;
};

export type WorkAsked = { readonly work: string; readonly organisation?: string; readonly now: Date };

/** Null both for what is not there and for what the reader may not see. */
export async function findWork(
  tx: Tx,
  reader: Reader,
  { work, organisation, now }: WorkAsked,
): Promise<WorkPage | null> {
  if (!isSlug(work)) return null;
  const entries = await listEntryRows(tx, reader, work);
  const entry =
    organisation === undefined ? entries[0] : entries.find((row) => row.organisation_id === organisation);
  const row = await findWorkRow(tx, work);
  if (entry === undefined || row === null) return null;
  const heads = (await listPublicationRows(tx, reader, { work, organisation: entry.organisation_id })).map(
    toHead,
  );
  const head = heads.find((one) => one.recalled === null && one.offeredFrom <= now) ?? heads[0];
  if (head === undefined) return null;
  const latest = await withDefinition(tx, reader, head);
  if (latest === null) return null;
  const users = await listUseRows(tx, reader, { work });
  const { withdrawn_at: at, withdraw_reason: reason } = entry;
  return {
    ...toHit(entry),
    owner: row.owner_organisation_id,
    latest,
    publications: heads,
    variants: entries.map(toHit),
    users: users.map((use) => ({
      organisation: use.organisation_id,
      follows: use.upstream_organisation_id,
      number: use.base_number,
      inUse: use.in_use,
      since: use.since,
    })),
    legalBasis: getKind(entry.kind).legalBasisOf?.(latest.definition) ?? [],
    withdrawn: at === null || reason === null ? null : { at, reason },
  };
}

async function withDefinition(tx: Tx, reader: Reader, head: PublicationHead): Promise<Publication | null> {
  const definition = (await loadPublished(tx, reader, [head])).get(head.definitionHash);
  return definition === undefined ? null : { ...head, definition };
}

export type PublicationAsked = {
  readonly work: string;
  readonly organisation: string;
  readonly number: number;
};

export async function findPublication(
  tx: Tx,
  reader: Reader,
  of: PublicationAsked,
): Promise<Publication | null> {
  if (!isSlug(of.work) || !isSlug(of.organisation)) return null;
  const rows = await listPublicationRows(tx, reader, of);
  const row = rows.find((one) => one.number === of.number);
  return row === undefined ? null : withDefinition(tx, reader, toHead(row));
}

export type Comparison = {
  readonly work: string;
  readonly organisation: string;
  readonly from: number;
  readonly to: number;
  readonly language: Language;
};

/** Readable differences between two published versions of a variant. */
export async function comparePublications(
  tx: Tx,
  reader: Reader,
  { work, organisation, from, to, language }: Comparison,
): Promise<readonly DescribedChange[] | null> {
  const before = await findPublication(tx, reader, { work, organisation, number: from });
  const after = await findPublication(tx, reader, { work, organisation, number: to });
  if (before === null || after === null) return null;
  return describeDifferences(before.definition, after.definition, { kind: getKind(after.kind), language });
}
