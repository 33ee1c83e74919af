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
    <table class={props.paper === true ? 'k-table k-table-paper' : 'k-table'} data-comparison={props.comparison}>
      <caption class={props.captionShown === true ? 'k-table-caption' : 'k-hidden'}>{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th key={column.id} scope="col" data-numbers={column.numbers} data-narrow={column.narrow}>
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
            <tr key={props.rowKey(row)} data-late={props.late?.(row) === true ? true : undefined}>
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

function cell<Row>(column: Column<Row>, row: Row, isHead: boolean): VNode {
  const content = column.cell(row);
  return isHead ? (
    <th key={column.id} scope="row" data-numbers={column.numbers} data-title={column.title}>
      {content}
    </th>
  ) : (
    <td key={column.id} data-numbers={column.numbers} data-narrow={column.narrow} data-title={column.title}>
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
    <div class="k-lines" data-strong={props.strong}>
      <div>{props.children}</div>
      {props.note === undefined ? null : (
        <div class={props.late === true ? 'k-meta k-late' : 'k-meta'}>{props.note}</div>
      )}
    </div>
  );
}
