import type { VNode } from 'preact';
import type { Language } from '../../../../platform/http/index.ts';
import { formatDate } from '../../../../platform/text/index.ts';
import { pickText } from '../../../../kernel/index.ts';
import {
  Chips,
  EmptyState,
  Lines,
  Link,
  PageHead,
  Pagination,
  SearchField,
  Table,
  Tag,
  type Chip,
} from '../../../../ui/index.ts';
import { getKind, listKinds } from '../../model/kind.ts';
import {
  librarySorts,
  pageSize,
  type Facet,
  type LibraryHit,
  type LibraryPage,
  type LibraryQuery,
} from '../../model/library.ts';
import { libraryTexts } from '../../texts/library.ts';
import { Opening, type OpeningView } from './opening.tsx';

export type LibraryView = {
  readonly query: LibraryQuery;
  readonly found: LibraryPage;
  /** What stands out before anything is asked for; null where that is not shown. */
  readonly opening: OpeningView | null;
  readonly language: Language;
  /** Short names of owners and networks, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** The networks that the reader may filter by. */
  readonly networks: readonly string[];
  readonly signedIn: boolean;
  readonly at: (change: Partial<Record<keyof LibraryQuery, string | number | undefined>>) => string;
  readonly workAddress: (work: string) => string;
};

type ChipMaker = {
  readonly field: 'kind' | 'subject' | 'owner' | 'network';
  readonly all: string;
  readonly facets: readonly Facet[];
  readonly nameOf: (id: string) => string;
};

/** A filter that says its present value: chosen with a cross, or a menu of what would remain. */
function filterChip(view: LibraryView, { field, all, facets, nameOf }: ChipMaker): readonly Chip[] {
  const chosen = view.query[field];
  if (chosen !== undefined) {
    return [{ id: field, title: nameOf(chosen), clear: view.at({ [field]: undefined, page: undefined }) }];
  }
  if (facets.length < 2) return [];
  const options = facets.map(({ id, count }) => ({
    title: count === 0 ? nameOf(id) : `${nameOf(id)} (${count})`,
    to: view.at({ [field]: id, page: undefined }),
  }));
  return [{ id: field, title: all, options }];
}

function chipsOf(view: LibraryView): readonly Chip[] {
  const words = libraryTexts(view.language);
  const name = (id: string) => view.names.get(id) ?? id;
  const kindNames = new Map(listKinds().map((kind) => [kind.id, kind.names[view.language].many]));
  const { facets } = view.found;
  const sort = view.query.sort ?? (view.query.q === '' ? 'title' : 'relevance');
  const sorts = librarySorts.filter((one) => one !== 'relevance' || view.query.q !== '');
  return [
    ...filterChip(view, {
      field: 'kind',
      all: words.allKinds,
      facets: facets.kinds,
      nameOf: (id) => kindNames.get(id) ?? id,
    }),
    ...filterChip(view, {
      field: 'subject',
      all: words.allSubjects,
      facets: facets.subjects,
      nameOf: (id) => words.subjects[id] ?? id,
    }),
    ...filterChip(view, { field: 'owner', all: words.allOwners, facets: facets.owners, nameOf: name }),
    ...filterChip(view, {
      field: 'network',
      all: words.allNetworks,
      facets: view.networks.map((id) => ({ id, count: 0 })),
      nameOf: name,
    }),
    {
      id: 'sort',
      title: words.sorted[sort],
      options: sorts.map((one) => ({
        title: words.sorted[one],
        to: view.at({ sort: one, page: undefined }),
        current: one === sort,
      })),
    },
  ];
}

function Nothing({ view }: { readonly view: LibraryView }): VNode {
  const words = libraryTexts(view.language);
  const { q } = view.query;
  const meant = view.found.didYouMean;
  const filtered = chipsOf(view).some((chip) => chip.clear !== undefined);
  if (q === '' && !filtered) return <EmptyState title={words.empty}>{words.emptyWhat}</EmptyState>;
  const all = { kind: undefined, subject: undefined, owner: undefined, network: undefined, page: undefined };
  const title = q === '' ? words.noneFiltered : filtered ? words.noneOfFiltered(q) : words.none(q);
  return (
    <EmptyState title={title}>
      {q !== '' && filtered && (
        <p>
          <Link to={view.at(all)}>{words.searchAll(q)}</Link>
        </p>
      )}
      {meant !== null && (
        <p>
          {words.didYouMean} <Link to={view.at({ q: meant, page: undefined })}>{meant}</Link>?
        </p>
      )}
      <p>
        <Link to={view.at({ ...all, q: undefined })}>{words.showAll}</Link>
      </p>
    </EmptyState>
  );
}

function Hits({ view }: { readonly view: LibraryView }): VNode {
  const words = libraryTexts(view.language);
  const { language } = view;
  return (
    <Table<LibraryHit>
      caption={words.title}
      rows={view.found.hits}
      rowKey={(hit) => `${hit.organisation}/${hit.work}`}
      paper
      columns={[
        {
          id: 'work',
          title: words.columns.work,
          cell: (hit) => (
            <Lines strong note={pickText(hit.summary ?? {}, language)}>
              <Link to={view.workAddress(hit.work)}>{pickText(hit.title, language)}</Link>{' '}
              {hit.ours && <Tag tone="local">{words.ours}</Tag>}
            </Lines>
          ),
        },
        {
          id: 'owner',
          title: words.columns.owner,
          cell: (hit) => (
            <Lines note={getKind(hit.kind).names[language].one}>
              {view.names.get(hit.organisation) ?? hit.organisation}
            </Lines>
          ),
        },
        {
          id: 'version',
          title: words.columns.version,
          cell: (hit) => (
            <Lines note={formatDate(hit.publishedAt, language)}>
              {words.work.version(view.names.get(hit.organisation) ?? hit.organisation, hit.number)}
            </Lines>
          ),
        },
        { id: 'users', title: words.columns.users, cell: (hit) => words.users(hit.users) },
      ]}
    />
  );
}

/** How much there is, from how many, and of what. */
function factsOf({ found, language }: LibraryView): readonly string[] {
  const words = libraryTexts(language).opening;
  const kinds = found.facets.kinds.map(({ id, count }) => {
    const { one, many } = getKind(id).names[language];
    return `${count} ${count === 1 ? one : many}`;
  });
  return [words.works(found.total), words.sharedBy(found.facets.owners.length), ...kinds];
}

/** What the municipalities share: search, filters that the address holds, 25 a page. */
export function LibraryListPage({ view }: { readonly view: LibraryView }): VNode {
  const words = libraryTexts(view.language);
  const { found, query, opening, language } = view;
  const [example] = query.q === '' ? found.hits : [];
  const first = (found.page - 1) * pageSize + 1;
  const hidden = {
    kind: query.kind,
    subject: query.subject,
    owner: query.owner,
    network: query.network,
    sort: query.sort,
  };
  const kept = Object.fromEntries(
    Object.entries(hidden).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return (
    <>
      <PageHead
        title={words.title}
        summary={words.summary}
        {...(opening === null ? {} : { facts: factsOf(view) })}
      />
      <SearchField
        action={view.at({ q: undefined, page: undefined }).split('?')[0] ?? ''}
        label={words.search}
        value={query.q}
        {...(example === undefined ? {} : { help: words.searchHelp(pickText(example.title, view.language)) })}
        hidden={kept}
      />
      {opening !== null && (
        <>
          <Opening
            {...{ opening, language }}
            nameOf={(id) => view.names.get(id) ?? id}
            workAddress={view.workAddress}
          />
          <h2>{words.opening.all}</h2>
        </>
      )}
      <Chips
        chips={chipsOf(view)}
        {...(found.total > 0
          ? { count: words.range(first, Math.min(first + pageSize - 1, found.total), found.total) }
          : {})}
      />
      {found.total === 0 ? <Nothing view={view} /> : <Hits view={view} />}
      {found.total > 0 && found.didYouMean !== null && (
        <p>
          {words.didYouMean}{' '}
          <Link to={view.at({ q: found.didYouMean, page: undefined })}>{found.didYouMean}</Link>?
        </p>
      )}
      {!view.signedIn && <p class="k-meta">{words.moreSignedIn}</p>}
      <Pagination page={found.page} pages={found.pages} to={(page) => view.at({ page })} />
    </>
  );
}
