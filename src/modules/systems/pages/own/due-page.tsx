import type { VNode } from 'preact';
import { Button, EmptyState, Form, Lines, Link, Table, type Column } from '../../../../ui/index.ts';
import { OwnPage, type Shell } from './shell.tsx';

export type DueRow = {
  readonly id: string;
  readonly name: string;
  readonly to: string;
  readonly last: string;
  /** What is read before it is said to be right, in the order of the heads. */
  readonly cells: readonly string[];
  readonly confirmLabel: string;
  readonly changeTo: string;
  readonly changeLabel: string;
};

export type DueView = {
  readonly shell: Shell;
  readonly to: string;
  readonly heads: readonly string[];
  readonly rows: readonly DueRow[];
  readonly all: string;
  readonly done: string | null;
};

/** The yearly look: for each that is due, "Stämmer" or "Ändra". */
export function DuePage(view: DueView): VNode {
  const { due } = view.shell.views;
  if (view.rows.length === 0) {
    return (
      <OwnPage shell={view.shell}>
        <EmptyState title={due.done}>
          <p>{view.done ?? due.doneText}</p>
        </EmptyState>
      </OwnPage>
    );
  }
  return (
    <OwnPage shell={view.shell}>
      <Table<DueRow>
        caption={due.caption}
        rows={view.rows}
        rowKey={({ id }) => id}
        paper
        columns={[
          {
            id: 'name',
            title: view.shell.words.list.system,
            cell: ({ name, to, last }) => (
              <Lines note={last}>
                <Link to={to}>{name}</Link>
              </Lines>
            ),
          },
          ...view.heads.map((title, at): Column<DueRow> => ({
            id: title,
            title,
            labelled: true,
            cell: ({ cells }) => (cells[at] ?? '') || null,
          })),
          {
            id: 'acts',
            title: due.fine,
            hiddenTitle: true,
            narrow: true,
            cell: (row) => <Acts row={row} view={view} />,
          },
        ]}
      />
      <Form action={view.to}>
        {view.rows.map(({ id }) => (
          <input key={id} type="hidden" name="val" value={id} />
        ))}
        <Button kind="secondary">{view.all}</Button>
      </Form>
    </OwnPage>
  );
}

function Acts({ row, view }: { readonly row: DueRow; readonly view: DueView }): VNode {
  const { due } = view.shell.views;
  return (
    <div class="systems-due-acts">
      <Form action={view.to} hidden={{ val: row.id }} class="k-form-inline">
        <Button kind="secondary" label={row.confirmLabel}>
          {due.fine}
        </Button>
      </Form>
      <Link to={row.changeTo} label={row.changeLabel}>
        {due.change}
      </Link>
    </div>
  );
}
