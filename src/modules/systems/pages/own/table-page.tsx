import type { VNode } from 'preact';
import {
  Button,
  Checkboxes,
  Details,
  EmptyState,
  FootBar,
  Form,
  Link,
  Pagination,
  type Option,
} from '../../../../ui/index.ts';
import type { Field } from '../../model/field.ts';
import type { FieldId } from '../../model/fields.ts';
import { tableScript } from '../../island/index.ts';
import type { OwnTexts } from '../../texts/own.ts';
import { OwnPage, type Shell } from './shell.tsx';

export type Cell = {
  readonly name: string;
  readonly label: string;
  readonly typed: string;
  readonly error: string | undefined;
};

export type SheetRow = {
  readonly id: string;
  readonly name: string;
  readonly to: string;
  /** What stood in the row when the page was opened. */
  readonly opened: string;
  readonly cells: readonly Cell[];
};

export type SheetColumn = {
  readonly id: FieldId;
  readonly title: string;
  readonly field: Field;
  readonly options: readonly Option[];
};

export type TableView = {
  readonly shell: Shell;
  readonly to: string;
  readonly columnsTo: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  readonly choosable: readonly Option[];
  readonly columnsError: string | undefined;
  readonly suppliers: readonly string[];
  readonly units: readonly string[];
  readonly status: string;
  readonly page: number;
  readonly pages: number;
  readonly pageTo: (page: number) => string;
};

/** A sheet of what is in use: a row for each system, a cell for each fact, everything saved at once. */
export function SheetPage(view: TableView): VNode {
  const { table } = view.shell.words;
  return (
    <OwnPage shell={view.shell}>
      <Details summary={table.columns} open={view.columnsError !== undefined}>
        <Form action={view.columnsTo}>
          <Checkboxes
            name="kolumn"
            label={table.columns}
            hiddenLabel
            help={table.columnsText}
            options={view.choosable}
            values={view.columns.map(({ id }) => id)}
            error={view.columnsError}
          />
          <Button kind="secondary">{table.saveColumns}</Button>
        </Form>
      </Details>
      {view.rows.length === 0 ? <EmptyState title={table.empty} /> : <Sheet view={view} />}
      <Pagination page={view.page} pages={view.pages} to={view.pageTo} />
    </OwnPage>
  );
}

const lists = { supplier: 'lista-leverantorer', unit: 'lista-enheter' } as const;

/** What the script says, with {n} for how many. */
const toldBy = (told: OwnTexts['table']['told']) =>
  Object.fromEntries(Object.entries(told).map(([what, text]) => [`data-${what}`, text]));

/** How one goes about in the table: with the keys of a form, or with a script as in a spreadsheet. */
function Keys({ table }: { readonly table: OwnTexts['table'] }): VNode {
  return (
    <>
      <p class="k-help" data-without-script>
        {table.plainKeys}
      </p>
      <p class="k-help" id="tabell-tangenter" data-with-script hidden>
        {table.keys}
      </p>
      <script type="module" src={tableScript.path} />
    </>
  );
}

function Sheet({ view }: { readonly view: TableView }): VNode {
  const { table } = view.shell.words;
  return (
    <Form action={view.to} class="systems-sheet-form">
      <Keys table={table} />
      <div class="k-scroll systems-sheet" role="region" aria-label={table.caption} tabindex={0}>
        <table>
          <caption class="k-hidden">{table.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{view.shell.words.list.system}</th>
              {view.columns.map((column) => (
                <th key={column.id} scope="col">
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Link to={row.to}>{row.name}</Link>
                  <input type="hidden" name={`${row.id}.fore`} value={row.opened} />
                </th>
                {row.cells.map((cell, at) => (
                  <CellInput key={cell.name} cell={cell} column={view.columns[at]} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <datalist id={lists.supplier}>
        {view.suppliers.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <datalist id={lists.unit}>
        {view.units.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <FootBar
        status={
          <>
            {view.status} <span role="status" data-status {...toldBy(table.told)} />
          </>
        }
      >
        <Button>{table.save}</Button>
      </FootBar>
    </Form>
  );
}

function CellInput({
  cell,
  column,
}: {
  readonly cell: Cell;
  readonly column: SheetColumn | undefined;
}): VNode {
  return (
    <td data-invalid={cell.error === undefined ? undefined : true}>
      {column === undefined ? null : <Control cell={cell} column={column} />}
      {cell.error === undefined ? null : (
        <p class="systems-sheet-error" id={`${cell.name}-error`}>
          {cell.error}
        </p>
      )}
    </td>
  );
}

function Control({ cell, column }: { readonly cell: Cell; readonly column: SheetColumn }): VNode {
  const { field, options } = column;
  const shared = {
    id: cell.name,
    name: cell.name,
    'aria-label': cell.label,
    'aria-invalid': cell.error === undefined ? undefined : ('true' as const),
    'aria-describedby': cell.error === undefined ? undefined : `${cell.name}-error`,
    class: 'systems-cell',
    'data-type': field.type,
  };
  switch (field.type) {
    case 'choice':
      return (
        <select {...shared}>
          <option value="" />
          {options.map(({ value, label }) => (
            <option key={value} value={value} selected={value === cell.typed}>
              {label}
            </option>
          ))}
        </select>
      );
    case 'day':
      return <input {...shared} type="text" autocomplete="off" maxlength={20} value={cell.typed} />;
    case 'whole':
      return <input {...shared} type="text" inputmode="numeric" autocomplete="off" value={cell.typed} />;
    case 'name':
    case 'names':
      return (
        <input
          {...shared}
          type="text"
          autocomplete="off"
          value={cell.typed}
          {...(field.of === 'component' ? {} : { list: lists[field.of] })}
        />
      );
    case 'text':
    case 'texts':
    case 'choices':
      return <input {...shared} type="text" autocomplete="off" value={cell.typed} />;
  }
}
