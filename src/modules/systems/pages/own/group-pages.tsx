import type { VNode } from 'preact';
import { EmptyState, Lines, Link, Section, Table, Tag, type Column } from '../../../../ui/index.ts';
import { OwnPage, type Shell } from './shell.tsx';

export type GroupedRow = {
  readonly key: string;
  readonly name: string;
  readonly to: string;
  readonly note: string;
  readonly cells: readonly string[];
  readonly mark: string | null;
};

export type GroupedView = {
  readonly shell: Shell;
  readonly caption: string;
  /** Heads of the cells after the system's name. */
  readonly columns: readonly string[];
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly note: string;
    readonly rows: readonly GroupedRow[];
  }[];
  readonly empty: string;
  /** What has none, in words. */
  readonly missing: { readonly title: string; readonly names: readonly string[] } | null;
};

/** Systems under headings: areas, or units. */
export function GroupedPage(view: GroupedView): VNode {
  const { words } = view.shell;
  return (
    <OwnPage shell={view.shell}>
      {view.groups.length === 0 ? (
        <EmptyState title={view.empty} />
      ) : (
        <Table<GroupedRow>
          caption={view.caption}
          groups={view.groups}
          rowKey={({ key }) => key}
          paper
          columns={[
            { id: 'name', title: words.list.system, cell: (row) => <Name row={row} /> },
            ...view.columns.map((title, at): Column<GroupedRow> => ({
              id: title,
              title,
              labelled: true,
              cell: ({ cells }) => (cells[at] ?? '') || null,
            })),
          ]}
        />
      )}
      {view.missing === null ? null : (
        <Section title={view.missing.title} plain>
          <p class="k-meta">{view.missing.names.join(', ')}</p>
        </Section>
      )}
    </OwnPage>
  );
}

function Name({ row }: { readonly row: GroupedRow }): VNode {
  return (
    <Lines note={row.note}>
      <Link to={row.to}>{row.name}</Link>
      {row.mark === null ? null : (
        <>
          {' '}
          <Tag>{row.mark}</Tag>
        </>
      )}
    </Lines>
  );
}

export type SupplierLine = {
  readonly id: string;
  readonly name: string;
  readonly to: string | null;
  readonly systems: readonly { readonly id: string; readonly name: string; readonly to: string }[];
  readonly critical: string;
  readonly next: string;
  readonly nextNote: string;
  readonly late: boolean;
  readonly price: string;
  readonly priceNote: string;
};

export type SuppliersView = {
  readonly shell: Shell;
  readonly rows: readonly SupplierLine[];
};

/** Those that the contracts are with, and what depends on them. */
export function SuppliersPage(view: SuppliersView): VNode {
  const { words } = view.shell;
  return (
    <OwnPage shell={view.shell}>
      {view.rows.length === 0 ? <EmptyState title={words.list.empty} /> : <SupplierTable view={view} />}
    </OwnPage>
  );
}

function SupplierTable({ view }: { readonly view: SuppliersView }): VNode {
  const { suppliers } = view.shell.views;
  return (
    <Table<SupplierLine>
      caption={suppliers.caption}
      rows={view.rows}
      rowKey={({ id }) => id}
      paper
      columns={[
        {
          id: 'name',
          title: view.shell.views.supplier,
          cell: ({ name, to }) => (to === null ? name : <Link to={to}>{name}</Link>),
        },
        {
          id: 'systems',
          title: suppliers.systems,
          cell: ({ systems }) => (
            <ul class="systems-names-list">
              {systems.map((one) => (
                <li key={one.id}>
                  <Link to={one.to}>{one.name}</Link>
                </li>
              ))}
            </ul>
          ),
        },
        {
          id: 'critical',
          title: suppliers.critical,
          labelled: true,
          cell: ({ critical }) => critical || null,
        },
        {
          id: 'next',
          title: suppliers.next,
          labelled: true,
          cell: ({ next, nextNote, late }) =>
            next === '' ? null : (
              <Lines late={late} {...(nextNote === '' ? {} : { note: nextNote })}>
                {next}
              </Lines>
            ),
        },
        {
          id: 'price',
          title: suppliers.price,
          labelled: true,
          numbers: true,
          narrow: true,
          cell: ({ price, priceNote }) =>
            price === '' ? null : <Lines {...(priceNote === '' ? {} : { note: priceNote })}>{price}</Lines>,
        },
      ]}
    />
  );
}
