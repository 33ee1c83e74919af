import type { VNode } from 'preact';
import {
  Button,
  ButtonLink,
  Chips,
  EmptyState,
  Form,
  Lines,
  Link,
  Pagination,
  SearchField,
  SelectRow,
  Table,
  Tag,
  type Chip,
  type Column,
} from '../../../../ui/index.ts';
import { OwnPage, type Shell } from './shell.tsx';

export type ListLine = {
  readonly id: string;
  readonly name: string;
  readonly to: string;
  /** The product where it is called something else, and the supplier. */
  readonly note: string;
  readonly does: string;
  readonly whom: { readonly name: string; readonly email: string | null } | null;
  readonly ends: { readonly day: string; readonly note: string | null; readonly late: boolean } | null;
  readonly confirmed: { readonly text: string; readonly old: boolean };
  readonly lacking: { readonly text: string; readonly to: string } | null;
  readonly status: string | null;
  readonly mark: string | null;
  readonly own: boolean;
};

export type ListView = {
  readonly shell: Shell;
  readonly canChange: boolean;
  /** What to fill in first, and where. */
  readonly begin: { readonly says: string; readonly to: string } | null;
  readonly isEmpty: boolean;
  readonly question: string;
  readonly searchTo: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly chips: readonly Chip[];
  readonly count: string;
  readonly rows: readonly ListLine[];
  readonly addTo: string;
  readonly severalTo: string;
  readonly clearTo: string;
  readonly page: number;
  readonly pages: number;
  readonly pageTo: (page: number) => string;
};

const severalForm = 'valda';

/** What the organisation uses: search, filters, and what is lacking in each. */
export function OwnListPage(view: ListView): VNode {
  const { list } = view.shell.words;
  if (view.isEmpty) {
    return (
      <OwnPage shell={view.shell}>
        <EmptyState
          title={list.empty}
          {...(view.canChange ? { actions: <ButtonLink to={view.addTo}>{list.add}</ButtonLink> } : {})}
        >
          <p>{list.emptyText}</p>
        </EmptyState>
      </OwnPage>
    );
  }
  return (
    <OwnPage shell={view.shell}>
      {view.begin === null ? null : (
        <p>
          {view.begin.says} <Link to={view.begin.to}>{list.beginTo}</Link>
        </p>
      )}
      <SearchField action={view.searchTo} label={list.search} value={view.question} hidden={view.hidden} />
      <Chips chips={view.chips} count={view.count} label={list.filters} />
      {view.rows.length === 0 ? (
        <EmptyState title={list.noHits} actions={<Link to={view.clearTo}>{list.clear}</Link>} />
      ) : (
        <Rows view={view} />
      )}
      <Pagination page={view.page} pages={view.pages} to={view.pageTo} />
    </OwnPage>
  );
}

function Rows({ view }: { readonly view: ListView }): VNode {
  const { list } = view.shell.words;
  const choose: Column<ListLine> = {
    id: 'choose',
    title: list.choose,
    hiddenTitle: true,
    narrow: true,
    cell: (row) =>
      row.own ? (
        <SelectRow name="val" value={row.id} label={list.chooseOne(row.name)} form={severalForm} />
      ) : null,
  };
  return (
    <>
      <Table<ListLine>
        caption={list.caption}
        rows={view.rows}
        rowKey={(row) => row.id}
        paper
        head="system"
        columns={[...(view.canChange ? [choose] : []), ...columnsOf(view)]}
      />
      {view.canChange ? (
        <Form id={severalForm} action={view.severalTo} method="get" class="systems-several">
          <Button kind="secondary">{list.chosen}</Button>
        </Form>
      ) : null}
    </>
  );
}

function columnsOf({ shell }: ListView): readonly Column<ListLine>[] {
  const { list } = shell.words;
  return [
    { id: 'system', title: list.system, cell: (row) => <Name row={row} /> },
    { id: 'does', title: list.does, cell: (row) => row.does },
    {
      id: 'whom',
      title: list.whom,
      cell: (row) =>
        row.whom === null ? (
          <span class="k-meta">{list.nobody}</span>
        ) : (
          <Lines note={row.whom.email === null ? null : <Email address={row.whom.email} />}>
            {row.whom.name}
          </Lines>
        ),
    },
    {
      id: 'ends',
      title: list.ends,
      labelled: true,
      cell: ({ ends }) =>
        ends === null ? (
          <span class="k-meta">{list.noEnd}</span>
        ) : (
          <Lines late={ends.late} {...(ends.note === null ? {} : { note: ends.note })}>
            {ends.day}
          </Lines>
        ),
    },
    {
      id: 'confirmed',
      title: list.confirmed,
      labelled: true,
      narrow: true,
      cell: (row) => (
        <Lines
          {...(row.lacking === null ? {} : { note: <Link to={row.lacking.to}>{row.lacking.text}</Link> })}
        >
          {row.confirmed.text}
        </Lines>
      ),
    },
  ];
}

/** Breaks where a reader would. */
function Email({ address }: { readonly address: string }): VNode {
  const [before = '', ...after] = address.split('@');
  return (
    <>
      {before}
      <wbr />@{after.join('@')}
    </>
  );
}

function Name({ row }: { readonly row: ListLine }): VNode {
  return (
    <Lines strong note={row.note}>
      <Link to={row.to}>{row.name}</Link>
      {row.status === null ? null : (
        <>
          {' '}
          <Tag>{row.status}</Tag>
        </>
      )}
      {row.mark === null ? null : (
        <>
          {' '}
          <Tag tone="local">{row.mark}</Tag>
        </>
      )}
    </Lines>
  );
}
