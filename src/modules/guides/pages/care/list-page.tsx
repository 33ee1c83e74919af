import type { VNode } from 'preact';
import {
  Chips,
  EmptyState,
  Lines,
  Link,
  PageHead,
  Pagination,
  Table,
  Tag,
  type Chip,
  type Crumb,
} from '../../../../ui/index.ts';
import type { CareTexts } from '../../texts/care.ts';

export type CareLine = {
  readonly work: string;
  readonly title: string;
  readonly to: string;
  readonly review: string;
  readonly state: 'late' | 'soon' | 'later';
  readonly owner: string | null;
  readonly helped: string;
  readonly notes: string;
  /** What upstream has published since. */
  readonly update: { readonly title: string; readonly to: string } | null;
};

export type CareListView = {
  readonly words: CareTexts;
  readonly trail: readonly Crumb[];
  readonly chips: readonly Chip[];
  readonly notes: { readonly title: string; readonly to: string };
  readonly rows: readonly CareLine[];
  readonly page: number;
  readonly pages: number;
  readonly pageTo: (page: number) => string;
};

/** The guides in use by when they must be looked over, with what readers say of them. */
export function CareListPage(view: CareListView): VNode {
  const { words } = view;
  const { columns } = words.list;
  return (
    <div class="guides-list">
      <PageHead
        title={words.title}
        trail={view.trail}
        summary={words.lede}
        aside={<Link to={view.notes.to}>{view.notes.title}</Link>}
      />
      <Chips chips={view.chips} label={words.list.filter} />
      {view.rows.length === 0 ? (
        <EmptyState title={words.list.empty} />
      ) : (
        <Table<CareLine>
          caption={words.list.caption}
          rows={view.rows}
          rowKey={(row) => row.work}
          late={(row) => row.state === 'late'}
          paper
          columns={[
            {
              id: 'guide',
              title: columns.guide,
              cell: (row) => (
                <Lines
                  strong
                  note={row.update === null ? undefined : <Link to={row.update.to}>{row.update.title}</Link>}
                >
                  <Link to={row.to}>{row.title}</Link>
                </Lines>
              ),
            },
            {
              id: 'review',
              title: columns.review,
              labelled: true,
              cell: (row) => <Review row={row} words={words} />,
            },
            {
              id: 'owner',
              title: columns.owner,
              labelled: true,
              cell: (row) => row.owner ?? words.list.nobody,
            },
            { id: 'helped', title: columns.helped, labelled: true, cell: (row) => row.helped },
            { id: 'notes', title: columns.notes, labelled: true, cell: (row) => row.notes },
          ]}
        />
      )}
      <Pagination page={view.page} pages={view.pages} to={view.pageTo} />
    </div>
  );
}

function Review({ row, words }: { readonly row: CareLine; readonly words: CareTexts }): VNode {
  return (
    <>
      {row.review}{' '}
      {row.state === 'later' ? null : (
        <Tag tone={row.state === 'late' ? 'wrong' : 'warning'}>
          {row.state === 'late' ? words.list.late : words.list.soon}
        </Tag>
      )}
    </>
  );
}
