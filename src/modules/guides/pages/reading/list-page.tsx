import type { VNode } from 'preact';
import {
  ButtonLink,
  Chips,
  EmptyState,
  Lines,
  Link,
  LinkList,
  PageHead,
  Pagination,
  SearchField,
  Section,
  Table,
  Tag,
  type Chip,
  type Column,
} from '../../../../ui/index.ts';
import type { ReadingTexts } from '../../texts/reading.ts';
import { ReadTiles, type ReadTilesView } from './read-tiles.tsx';

export type GuideRow = {
  readonly work: string;
  readonly title: string;
  readonly summary: string;
  readonly to: string;
  readonly read: ReadTilesView | null;
  readonly changed: string | null;
};

export type ListView = {
  readonly words: ReadingTexts;
  readonly open: boolean;
  readonly searchTo: string;
  readonly chips: readonly Chip[];
  /** Leads to those with something new to the reader. */
  readonly changed: { readonly title: string; readonly to: string } | null;
  readonly range: string | null;
  readonly filtered: boolean;
  readonly allTo: string;
  /** The start page of the public site. */
  readonly startTo: string;
  readonly libraryTo: string | null;
  readonly mayAdopt: boolean;
  /** Where those who answer for guides keep them alive; null for others. */
  /** Guides of the month in our networks, and where they are voted for; none on the public site. */
  readonly month: readonly {
    readonly id: string;
    readonly title: string;
    readonly to: string;
    readonly note: string;
  }[];
  readonly care: { readonly title: string; readonly to: string } | null;
  readonly resume: readonly {
    readonly id: string;
    readonly title: string;
    readonly to: string;
    readonly note: string;
  }[];
  readonly rows: readonly GuideRow[];
  readonly page: number;
  readonly pages: number;
  readonly pageTo: (page: number) => string;
};

/** The guides of an organisation: what one was reading first, then all, with what one has read of each. */
export function ListPage(view: ListView): VNode {
  const { words } = view;
  const nothing = view.rows.length === 0 && !view.filtered;
  return (
    <div class="guides-list">
      <PageHead
        title={words.title}
        summary={view.open ? words.list.openSummary : words.list.summary}
        {...(view.care === null ? {} : { aside: <Link to={view.care.to}>{view.care.title}</Link> })}
      />
      {nothing ? null : <SearchField action={view.searchTo} name="sok" label={words.list.search} />}
      {view.month.length === 0 ? null : (
        <Section title={words.list.month}>
          <LinkList items={view.month} />
        </Section>
      )}
      {view.resume.length === 0 ? null : (
        <Section title={words.list.resume}>
          <LinkList items={view.resume} />
        </Section>
      )}
      {nothing ? (
        <Empty {...view} />
      ) : (
        <>
          <Chips
            chips={view.chips}
            label={words.list.subject}
            {...(view.range === null ? {} : { count: view.range })}
          />
          {view.changed === null ? null : (
            <p>
              <Link to={view.changed.to}>{view.changed.title}</Link>
            </p>
          )}
          {view.rows.length === 0 ? (
            <EmptyState
              title={words.list.emptyFilter}
              actions={<Link to={view.allTo}>{words.list.showAll}</Link>}
            />
          ) : (
            <Rows {...view} />
          )}
        </>
      )}
      <Pagination page={view.page} pages={view.pages} to={view.pageTo} />
    </div>
  );
}

function Empty({ words, open, startTo, libraryTo, mayAdopt }: ListView): VNode {
  if (open) {
    return (
      <EmptyState title={words.list.emptyOpen} actions={<Link to={startTo}>{words.list.toStart}</Link>}>
        <p>{words.list.emptyOpenWhat}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={words.list.empty}
      actions={libraryTo === null ? undefined : <ButtonLink to={libraryTo}>{words.list.find}</ButtonLink>}
    >
      <p>{mayAdopt ? words.list.emptyWhat : words.list.emptyLook}</p>
    </EmptyState>
  );
}

function Rows({ words, rows, open }: ListView): VNode {
  if (open) {
    return (
      <LinkList
        ruled
        items={rows.map((row) => ({ id: row.work, title: row.title, to: row.to, note: row.summary }))}
      />
    );
  }
  const news: Column<GuideRow> = {
    id: 'news',
    title: words.list.columns.news,
    cell: (row) => (row.changed === null ? '' : <Tag tone="shared">{row.changed}</Tag>),
  };
  return (
    <Table<GuideRow>
      caption={words.list.caption}
      rows={rows}
      rowKey={(row) => row.work}
      paper
      columns={[
        {
          id: 'guide',
          title: words.list.columns.guide,
          cell: (row) => (
            <Lines strong note={row.summary}>
              <Link to={row.to}>{row.title}</Link>
            </Lines>
          ),
        },
        {
          id: 'read',
          title: words.list.columns.read,
          cell: (row) => (row.read === null ? '' : <ReadTiles {...row.read} />),
        },
        ...(rows.every((row) => row.changed === null) ? [] : [news]),
      ]}
    />
  );
}
