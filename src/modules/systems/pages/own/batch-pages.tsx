import type { VNode } from 'preact';
import { Alert, Button, EmptyState, Form, Lines, Link, Pagination, Table } from '../../../../ui/index.ts';
import { OwnPage, type Shell } from './shell.tsx';

export type BatchLine = {
  readonly id: string;
  readonly what: string;
  readonly to: string;
  readonly when: string;
  readonly who: string;
};

export type BatchListView = {
  readonly shell: Shell;
  readonly rows: readonly BatchLine[];
  readonly page: number;
  readonly pages: number;
  readonly pageTo: (page: number) => string;
};

/** What was done, batch by batch. */
export function BatchListPage(view: BatchListView): VNode {
  const { batches } = view.shell.words;
  return (
    <OwnPage shell={view.shell}>
      {view.rows.length === 0 ? (
        <EmptyState title={batches.empty} />
      ) : (
        <Table<BatchLine>
          caption={batches.caption}
          rows={view.rows}
          rowKey={({ id }) => id}
          paper
          columns={[
            { id: 'what', title: batches.what, cell: ({ what, to }) => <Link to={to}>{what}</Link> },
            { id: 'when', title: batches.when, cell: ({ when }) => when },
            { id: 'who', title: batches.who, cell: ({ who }) => who },
          ]}
        />
      )}
      <Pagination page={view.page} pages={view.pages} to={view.pageTo} />
    </OwnPage>
  );
}

export type BatchRow = {
  readonly key: string;
  readonly system: string;
  readonly to: string | null;
  readonly field: string;
  readonly was: string;
  readonly became: string;
};

export type BatchView = {
  readonly shell: Shell;
  readonly rows: readonly BatchRow[];
  readonly page: number;
  readonly pages: number;
  readonly pageTo: (page: number) => string;
  readonly stays: readonly { readonly key: string; readonly text: string }[];
  readonly undoTo: string | null;
  readonly nothing: boolean;
};

/** One batch: what was what, and the way back. */
export function BatchPage(view: BatchView): VNode {
  const { batches } = view.shell.words;
  return (
    <OwnPage shell={view.shell}>
      {view.undoTo === null ? null : view.nothing ? (
        <p>{batches.nothing}</p>
      ) : (
        <Form action={view.undoTo}>
          <Button kind="secondary">{batches.undo}</Button>
          <p class="k-meta">{batches.undoText}</p>
        </Form>
      )}
      {view.stays.length === 0 ? null : (
        <Alert tone="info" title={batches.stays}>
          <ul class="systems-stays">
            {view.stays.map(({ key, text }) => (
              <li key={key}>{text}</li>
            ))}
          </ul>
        </Alert>
      )}
      <Table<BatchRow>
        caption={batches.one}
        rows={view.rows}
        rowKey={({ key }) => key}
        paper
        columns={[
          {
            id: 'system',
            title: batches.system,
            cell: ({ system, to }) => (to === null ? system : <Link to={to}>{system}</Link>),
          },
          { id: 'field', title: batches.field, cell: ({ field }) => field },
          { id: 'was', title: batches.was, labelled: true, cell: ({ was }) => was },
          { id: 'became', title: batches.became, labelled: true, cell: ({ became }) => became },
        ]}
      />
      <Pagination page={view.page} pages={view.pages} to={view.pageTo} />
    </OwnPage>
  );
}

export type RemovedLine = {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly when: string;
  readonly restoreTo: string | null;
};

export type RemovedView = {
  readonly shell: Shell;
  readonly rows: readonly RemovedLine[];
  readonly page: number;
  readonly pages: number;
  readonly pageTo: (page: number) => string;
};

/** Systems that are removed, each with the way back. */
export function RemovedPage(view: RemovedView): VNode {
  const { removed, list } = view.shell.words;
  return (
    <OwnPage shell={view.shell}>
      {view.rows.length === 0 ? (
        <EmptyState title={removed.empty} />
      ) : (
        <Table<RemovedLine>
          caption={removed.caption}
          rows={view.rows}
          rowKey={({ id }) => id}
          paper
          columns={[
            { id: 'name', title: list.system, cell: ({ name, note }) => <Lines note={note}>{name}</Lines> },
            { id: 'when', title: removed.when, cell: ({ when }) => when },
            {
              id: 'restore',
              title: removed.restore,
              hiddenTitle: true,
              narrow: true,
              cell: ({ name, restoreTo }) =>
                restoreTo === null ? null : (
                  <Form action={restoreTo} class="k-form-inline">
                    <Button kind="tertiary" label={removed.restoreName(name)}>
                      {removed.restore}
                    </Button>
                  </Form>
                ),
            },
          ]}
        />
      )}
      <Pagination page={view.page} pages={view.pages} to={view.pageTo} />
    </OwnPage>
  );
}
