import { link } from '../../../platform/http/index.ts';
import { Link } from '../../../ui/index.ts';
import { own as at } from '../addresses.ts';
import { between, inCell } from '../landscape/cell.ts';
import { neediest } from '../landscape/lacks.ts';
import { byName, ownRows, type Row } from '../landscape/row.ts';
import { onlyFields, type Body } from '../landscape/typed.ts';
import { fieldOf, type Facts, type FieldId } from '../model/fields.ts';
import type { SheetColumn, TableView } from '../pages/own/table-page.tsx';
import { groupWords, optionsOf, wordsOf } from '../texts/fields.ts';
import { columnIds } from '../usages/columns.ts';
import { pageOf, trailOf, usageTo, type Ground } from './own-ground.ts';
import { inWords, shownIn } from './own-inputs.ts';

function shownInCell(ground: Ground, id: FieldId, facts: Facts): string {
  const field = fieldOf(id);
  if (field.type === 'names') return inWords(ground, id, facts).join(between);
  return inCell(shownIn(ground, id, facts));
}

export const cellName = (usage: string, id: FieldId): string => `${usage}.${id}`;
export const openedName = (usage: string): string => `${usage}.fore`;

export type Order = 'namn' | 'brister';

/** What stands in the table, and what was sent. */
export type Asked = {
  readonly page: number;
  /** By name, or those that need most first. */
  readonly order: Order;
  readonly columns: readonly FieldId[];
  /** As they stand now, for rows where something was sent. */
  readonly now: ReadonlyMap<string, Facts>;
  readonly typed: Body;
  readonly errors: ReadonlyMap<string, string>;
  readonly columnsError?: string;
  readonly saved?: string;
  readonly batch?: string;
};

export const start = { now: new Map<string, Facts>(), typed: {}, errors: new Map<string, string>() } as const;

function columnOf({ context }: Ground, id: FieldId): SheetColumn {
  const { language } = context;
  return { id, title: wordsOf(language, id).name, field: fieldOf(id), options: optionsOf(language, id) };
}

function rowView(
  ground: Ground,
  row: Row,
  { columns, now, typed, errors }: Asked,
): TableView['rows'][number] {
  const facts = now.get(row.id) ?? row.facts;
  const { language } = ground.context;
  return {
    id: row.id,
    name: row.name,
    to: usageTo(ground, row.id),
    opened: JSON.stringify(onlyFields(facts, columns)),
    cells: columns.map((id) => {
      const name = cellName(row.id, id);
      const given = typed[name];
      return {
        name,
        label: ground.words.table.cell(row.name, wordsOf(language, id).name),
        typed: typeof given === 'string' ? given : shownInCell(ground, id, facts),
        error: errors.get(name),
      };
    }),
  };
}

function inOrderOf({ landscape, today, context }: Ground, order: Order): readonly Row[] {
  const all = ownRows(landscape);
  if (order === 'namn') return all;
  return [...new Set([...neediest(all, { today, now: context.now }), ...all])];
}

export function tableView(ground: Ground, asked: Asked): TableView {
  const { words, organisation, landscape, units, context } = ground;
  const { table } = words;
  const all = inOrderOf(ground, asked.order);
  const order = asked.order === 'namn' ? {} : { ordning: asked.order };
  const { rows, pages } = pageOf(all, asked.page);
  const names = groupWords(context.language);
  const suppliers = [...landscape.catalogue.suppliers.values()]
    .filter(({ mergedInto, withdrawn }) => mergedInto === null && !withdrawn)
    .map(({ record }) => record)
    .toSorted(byName);
  return {
    shell: {
      words,
      views: ground.views,
      head: { title: table.title, trail: trailOf(ground, table.title), summary: table.lede, ruled: false },
      ...(asked.saved === undefined
        ? {}
        : {
            saved: {
              text: asked.saved,
              ...(asked.batch === undefined
                ? {}
                : {
                    more: <Link to={link(at.batch, { organisation, batch: asked.batch })}>{table.undo}</Link>,
                  }),
            },
          }),
      problems: [
        ...(asked.columnsError === undefined ? [] : [{ field: 'kolumn', message: asked.columnsError }]),
        ...problemsOf(ground, rows, asked),
      ],
      example: all.some(({ example }) => example),
    },
    to: link(at.table, { organisation }, { sida: asked.page, ...order }),
    columnsTo: link(at.columns, { organisation }),
    columns: asked.columns.map((id) => columnOf(ground, id)),
    rows: rows.map((row) => rowView(ground, row, asked)),
    choosable: columnIds.map((id) => ({
      value: id,
      label: wordsOf(context.language, id).name,
      help: names[fieldOf(id).group],
    })),
    columnsError: asked.columnsError,
    suppliers: asked.columns.includes('contractSupplier') ? suppliers.map(({ name }) => name) : [],
    units: units.map(({ name }) => name),
    status: words.systems(rows.length),
    page: asked.page,
    pages,
    pageTo: (page) => link(at.table, { organisation }, { sida: page, ...order }),
  };
}

/** Every fault by row and column, with the way to its cell. */
function problemsOf(ground: Ground, rows: readonly Row[], { columns, errors }: Asked) {
  const { table } = ground.words;
  return rows.flatMap((row) =>
    columns.flatMap((id) => {
      const field = cellName(row.id, id);
      const error = errors.get(field);
      const name = wordsOf(ground.context.language, id).name;
      return error === undefined ? [] : [{ field, message: table.fault(row.name, name, error) }];
    }),
  );
}
