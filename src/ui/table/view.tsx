import type { ComponentChildren, VNode } from 'preact';

export type Column<Row> = {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Numbers that are added up or compared stand at the right. */
  readonly numbers?: boolean;
  /** The head is read aloud only, such as above a row of check boxes. */
  readonly hiddenTitle?: boolean;
  readonly narrow?: boolean;
  /** On a narrow screen the title is written before the value: "Version 2". */
  readonly labelled?: boolean;
};

export type RowGroup<Row> = {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly rows: readonly Row[];
};

export type TableProps<Row> = {
  /** Says what the table holds. Read aloud; shown when `captionShown`. */
  readonly caption: string;
  readonly captionShown?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows?: readonly Row[];
  readonly groups?: readonly RowGroup<Row>[];
  readonly rowKey: (row: Row) => string;
  /** A red edge on rows that are late. */
  readonly late?: (row: Row) => boolean;
  /** The id of the column that heads each row; the first when left out. */
  readonly head?: string;
  /** On paper with a frame, as a list to work from. Otherwise lines on the page. */
  readonly paper?: boolean;
  /** A comparison keeps its table on a narrow screen and scrolls; other tables become paragraphs. */
  readonly comparison?: boolean;
};

export function Table<Row>(props: TableProps<Row>): VNode {
  const head = props.head ?? props.columns[0]?.id;
  const bodies = props.groups ?? [{ id: 'rows', title: '', rows: props.rows ?? [] }];
  const table = (
    <table
      class={props.paper === true ? 'k-table k-table-paper' : 'k-table'}
      data-comparison={flag(props.comparison)}
    >
      <caption class={props.captionShown === true ? 'k-table-caption' : 'k-hidden'}>{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              data-numbers={flag(column.numbers)}
              data-narrow={flag(column.narrow)}
            >
              {column.hiddenTitle === true ? <span class="k-hidden">{column.title}</span> : column.title}
            </th>
          ))}
        </tr>
      </thead>
      {bodies.map((group) => (
        <tbody key={group.id}>
          {group.title === '' ? null : (
            <tr class="k-table-group">
              <th scope="rowgroup" colspan={props.columns.length}>
                <span class="k-serif">{group.title}</span>
                {group.note === undefined ? null : <span class="k-meta"> {group.note}</span>}
              </th>
            </tr>
          )}
          {group.rows.map((row) => (
            <tr key={props.rowKey(row)} data-late={flag(props.late?.(row))}>
              {props.columns.map((column) => cell(column, row, column.id === head))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
  return props.comparison === true ? (
    <div class="k-scroll" role="region" aria-label={props.caption} tabindex={0}>
      {table}
    </div>
  ) : (
    table
  );
}

/** Preact writes a false data attribute as "false", which a style sheet would take for there. */
const flag = (on: boolean | undefined): true | undefined => (on === true ? true : undefined);

function cell<Row>(column: Column<Row>, row: Row, isHead: boolean): VNode {
  const content = column.cell(row);
  const marks = {
    'data-numbers': flag(column.numbers),
    'data-narrow': flag(column.narrow),
    'data-labelled': flag(column.labelled),
    'data-title': column.labelled === true ? column.title : undefined,
  };
  return isHead ? (
    <th key={column.id} scope="row" {...marks}>
      {content}
    </th>
  ) : (
    <td key={column.id} {...marks}>
      {content}
    </td>
  );
}

/** A cell of two lines: what it is, and a quieter line below. */
export function Lines(props: {
  readonly children: ComponentChildren;
  readonly note?: ComponentChildren;
  readonly strong?: boolean;
  readonly late?: boolean;
}): VNode {
  return (
    <div class="k-lines" data-strong={flag(props.strong)}>
      <div>{props.children}</div>
      {props.note === undefined ? null : (
        <div class={props.late === true ? 'k-meta k-late' : 'k-meta'}>{props.note}</div>
      )}
    </div>
  );
}

export type SelectRowProps = {
  readonly name: string;
  readonly value: string;
  /** What is chosen: the row's name. Read aloud. */
  readonly label: string;
  readonly form?: string;
};

/** A box that chooses a row; the whole cell is its target. */
export function SelectRow(props: SelectRowProps): VNode {
  return (
    <label class="k-select">
      <span class="k-hidden">{props.label}</span>
      <input
        class="ds-input"
        type="checkbox"
        name={props.name}
        value={props.value}
        {...(props.form === undefined ? {} : { form: props.form })}
      />
    </label>
  );
}
