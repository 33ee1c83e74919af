import type { VNode } from 'preact';
import {
  Alert,
  Chips,
  EmptyState,
  ExampleNote,
  Lines,
  Link,
  Pagination,
  SearchField,
  Table,
  Tag,
  type Chip,
  type Column,
} from '../../../../ui/index.ts';
import type { EverybodyTexts } from '../../texts/everybody.ts';
import { RegisterPage, type SideNav } from '../register-page.tsx';

export type SearchLine = {
  readonly key: string;
  readonly organisation: string;
  readonly through: string | null;
  readonly organisationTo: string;
  readonly product: string;
  readonly productTo: string;
  /** What it is called there, and in which version. */
  readonly note: string;
  readonly supplier: string;
  readonly status: string;
  readonly confirmed: string;
  readonly confidence: 'confirmed' | 'ageing' | 'stale';
  readonly ends: string | null;
  readonly contact: string | null;
  readonly ask: { readonly to: string; readonly label: string } | null;
  readonly example: boolean;
  /** "Bekräftad av kunden", where what the supplier says has been confirmed. */
  readonly claimed: string | null;
};

/** What is worth a column, and what is said once for all rows instead. */
export type SearchTableProps = {
  readonly words: EverybodyTexts;
  readonly rows: readonly SearchLine[];
  readonly caption: string;
  /** Left out where all rows are of one product. */
  readonly product: boolean;
};

export type SearchView = {
  readonly words: EverybodyTexts;
  readonly nav: SideNav;
  readonly action: string;
  readonly question: string;
  /** The filters, to be kept by the next search. */
  readonly kept: Readonly<Record<string, string>>;
  readonly chips: readonly Chip[];
  readonly summary: string;
  readonly count: string;
  readonly rows: readonly SearchLine[];
  readonly meant: { readonly word: string; readonly to: string } | null;
  readonly nothing: string;
  /** Without question and filters, where there are any. */
  readonly all: string | null;
  readonly map: string | null;
  /** Why the file that was asked for did not come; null where none was. */
  readonly tooLarge: { readonly title: string; readonly what: string } | null;
  readonly page: number;
  readonly pages: number;
  readonly pageTo: (page: number) => string;
};

function Nothing({ view }: { readonly view: SearchView }): VNode {
  const { words, meant, all } = view;
  return (
    <EmptyState title={view.nothing}>
      {meant === null ? null : (
        <p>
          {words.search.meant}
          <Link to={meant.to}>{meant.word}</Link>?
        </p>
      )}
      {all === null ? (
        <p>{words.search.nothingYetWhat}</p>
      ) : (
        <p>{<Link to={all}>{words.search.clearAll}</Link>}</p>
      )}
    </EmptyState>
  );
}

/** Everything in use that may be seen, searched and narrowed; the address is the search. */
export function SearchPage(view: SearchView): VNode {
  const { words } = view;
  return (
    <RegisterPage head={{ title: words.title, summary: words.search.lede }} nav={view.nav}>
      {view.tooLarge === null ? null : (
        <Alert tone="warning" title={view.tooLarge.title}>
          <p>{view.tooLarge.what}</p>
        </Alert>
      )}
      <SearchField
        action={view.action}
        label={words.search.label}
        help={words.search.help}
        value={view.question}
        hidden={view.kept}
      />
      {view.chips.length === 0 ? null : (
        <Chips chips={view.chips} {...(view.count === '' ? {} : { count: view.count })} />
      )}
      {view.rows.length === 0 ? (
        <Nothing view={view} />
      ) : (
        <>
          <p>
            <strong>{view.summary}</strong>
            {view.map === null ? null : (
              <>
                {'. '}
                <Link to={view.map}>{words.search.onMap}</Link>
              </>
            )}
          </p>
          <SearchTable words={words} rows={view.rows} caption={words.search.caption} product />
        </>
      )}
      <Pagination page={view.page} pages={view.pages} to={view.pageTo} />
      {view.rows.some(({ example }) => example) ? <ExampleNote>{words.example}</ExampleNote> : null}
    </RegisterPage>
  );
}

const Claimed = ({ row }: { readonly row: SearchLine }): VNode | null =>
  row.claimed === null ? null : <Tag tone="good">{row.claimed}</Tag>;

/** Which product it is; or where that is said, what it is called there. */
function whatOf({ words, rows, product }: SearchTableProps): readonly Column<SearchLine>[] {
  const { columns } = words.search;
  // Where every row is made up, the note below says it for all.
  const mixed = rows.some(({ example }) => example) && rows.some(({ example }) => !example);
  if (!product) {
    const note: Column<SearchLine> = {
      id: 'note',
      title: columns.note,
      labelled: true,
      cell: (row) => row.note || null,
    };
    return rows.some((row) => row.note !== '') ? [note] : [];
  }
  return [
    {
      id: 'product',
      title: columns.product,
      cell: (row) => (
        <Lines note={[row.note, row.supplier].filter((one) => one !== '').join(', ')}>
          <Link to={row.productTo}>{row.product}</Link>{' '}
          {mixed && row.example ? <Tag>{words.exampleTag}</Tag> : null} <Claimed row={row} />
        </Lines>
      ),
    },
  ];
}

/** Rows of systems in use: who, what, how sure, until when, whom to ask. */
export function SearchTable(props: SearchTableProps): VNode {
  const { words, rows } = props;
  const { columns } = words.search;
  return (
    <Table<SearchLine>
      caption={props.caption}
      rows={rows}
      rowKey={(row) => row.key}
      paper
      columns={[
        {
          id: 'organisation',
          title: columns.organisation,
          cell: (row) => (
            <Lines strong {...(row.through === null ? {} : { note: row.through })}>
              <Link to={row.organisationTo}>{row.organisation}</Link>
            </Lines>
          ),
        },
        ...whatOf(props),
        {
          id: 'status',
          title: columns.status,
          labelled: true,
          cell: (row) => (
            <>
              {row.status} {props.product ? null : <Claimed row={row} />}
            </>
          ),
        },
        {
          id: 'record',
          title: columns.record,
          labelled: true,
          cell: (row) => <Confidence words={words} row={row} />,
        },
        {
          id: 'ends',
          title: columns.ends,
          labelled: true,
          cell: (row) => row.ends ?? <span class="k-meta">{words.notShown}</span>,
        },
        {
          id: 'ask',
          title: columns.ask,
          labelled: true,
          cell: (row) => row.contact ?? <span class="k-meta">{words.notShown}</span>,
        },
        {
          id: 'act',
          title: columns.act,
          hiddenTitle: true,
          narrow: true,
          cell: (row) =>
            row.ask === null ? null : (
              <Link to={row.ask.to} label={row.ask.label}>
                {words.search.ask}
              </Link>
            ),
        },
      ]}
    />
  );
}

function Confidence({ words, row }: { readonly words: EverybodyTexts; readonly row: SearchLine }): VNode {
  return (
    <>
      {row.confirmed}
      {row.confidence === 'confirmed' ? null : (
        <>
          {' '}
          <Tag tone="warning">{row.confidence === 'ageing' ? words.search.ageing : words.search.stale}</Tag>
        </>
      )}
    </>
  );
}
