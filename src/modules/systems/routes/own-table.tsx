import { z } from 'zod';
import { link, route, see, type Reply } from '../../../platform/http/index.ts';
import { Link } from '../../../ui/index.ts';
import { own as at } from '../addresses.ts';
import { registrars } from '../everybody/reader.ts';
import { byName, ownRows, type Row } from '../landscape/row.ts';
import {
  Body,
  decideEdit,
  factsOpened,
  onlyFields,
  readAllTyped,
  type Typed,
  type TypedValue,
} from '../landscape/typed.ts';
import { fieldOf, type Facts, type FieldId } from '../model/fields.ts';
import { SheetPage, type SheetColumn, type TableView } from '../pages/own/table-page.tsx';
import { readDay } from '../sheets/days.ts';
import { groupWords, optionsOf, wordsOf } from '../texts/fields.ts';
import { changeUsages, type Act } from '../usages/actions.ts';
import { columnIds, findColumns, mostColumns, saveColumns } from '../usages/columns.ts';
import { lockUsages } from '../usages/store.ts';
import { doingOf, frame, lookupOf, pageOf, readGround, trailOf, usageTo, type Ground } from './own-ground.ts';
import { inWords, sayFault, shownIn } from './own-inputs.ts';

const between = '; ';

/** Several in one cell, with semicolons between. */
const inCell = (typed: TypedValue): string =>
  typeof typed === 'string' ? typed.replaceAll('\n', between) : typed.join(between);

const isList = (id: FieldId): boolean => ['names', 'texts'].includes(fieldOf(id).type);

const fromCell = (id: FieldId, text: string): TypedValue =>
  isList(id)
    ? text
        .split(';')
        .map((one) => one.trim())
        .filter(Boolean)
    : fieldOf(id).type === 'day'
      ? (readDay(text) ?? text.trim())
      : text.trim();

function shownInCell(ground: Ground, id: FieldId, facts: Facts): string {
  const field = fieldOf(id);
  if (field.type === 'names') return inWords(ground, id, facts).join(between);
  return inCell(shownIn(ground, id, facts));
}

const cellName = (usage: string, id: FieldId): string => `${usage}.${id}`;
const openedName = (usage: string): string => `${usage}.fore`;

type Asked = {
  readonly page: number;
  readonly columns: readonly FieldId[];
  /** As they stand now, for rows where something was sent. */
  readonly now: ReadonlyMap<string, Facts>;
  readonly typed: Body;
  readonly errors: ReadonlyMap<string, string>;
  readonly columnsError?: string;
  readonly saved?: string;
  readonly batch?: string;
};

const start = { now: new Map<string, Facts>(), typed: {}, errors: new Map<string, string>() } as const;

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

function tableView(ground: Ground, asked: Asked): TableView {
  const { words, organisation, landscape, units, context } = ground;
  const { table } = words;
  const all = ownRows(landscape);
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
    to: link(at.table, { organisation }, { sida: asked.page }),
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
    pageTo: (page) => link(at.table, { organisation }, { sida: page }),
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

function tablePage(ground: Ground, asked: Asked): Reply {
  const failed = asked.errors.size > 0 || asked.columnsError !== undefined;
  return {
    kind: 'page',
    ...(failed ? { status: 422, failed } : {}),
    title: ground.words.table.title,
    frame,
    content: <SheetPage {...tableView(ground, asked)} />,
  };
}

const page = z.coerce.number().int().min(1).max(1000).catch(1);
const text = z.string().max(60).default('');

const showTable = route({
  method: 'GET',
  path: at.table.path,
  access: registrars,
  query: z.object({ sida: page, sparat: text, antal: z.coerce.number().int().min(0).catch(0) }),
  handle: async (context, { query }) => {
    const ground = await readGround(context);
    const { table } = ground.words;
    const saved =
      query.sparat === ''
        ? {}
        : query.sparat === 'inget'
          ? { saved: table.unchanged }
          : { saved: table.saved(query.antal), batch: query.sparat };
    const columns = await findColumns(context.tx, ground.organisation);
    return tablePage(ground, { ...start, page: query.sida, columns, ...saved });
  },
});

type ReadRow = { readonly act: Act | null; readonly errors: readonly (readonly [string, string])[] };

/** What one row of the sheet changes, against what stood there when the page was opened. */
function readRow(
  ground: Ground,
  row: Row,
  {
    columns,
    body,
    now,
    revision,
  }: {
    readonly columns: readonly FieldId[];
    readonly body: Body;
    readonly now: Facts;
    readonly revision: number;
  },
): ReadRow {
  const given = columns.flatMap((id) => {
    const cell = body[cellName(row.id, id)];
    return typeof cell === 'string' ? [[id, fromCell(id, cell)] as const] : [];
  });
  const typed: Typed = Object.fromEntries(given);
  const opened = body[openedName(row.id)];
  const was = factsOpened(typeof opened === 'string' ? opened : '');
  const { values, faults } = readAllTyped(typed, lookupOf(ground));
  const { changes, conflicts } = decideEdit({ was, now, values });
  const errors = [
    ...[...faults].map(([id, fault]) => [cellName(row.id, id), sayFault(ground.words, fault)] as const),
    ...conflicts.map((id) => {
      const stands = inWords(ground, id, now).join(', ');
      return [cellName(row.id, id), ground.words.form.conflict(stands)] as const;
    }),
  ];
  const act: Act = { kind: 'change', id: row.id, changes, revision };
  return { act: Object.keys(changes).length === 0 ? null : act, errors };
}

const saveTable = route({
  method: 'POST',
  path: at.table.path,
  access: registrars,
  query: z.object({ sida: page }),
  body: Body,
  handle: async (context, { params: { organisation }, query: { sida }, body }) => {
    const ground = await readGround(context);
    const columns = await findColumns(context.tx, organisation);
    const sent = ownRows(ground.landscape).filter(({ id }) => body[openedName(id)] !== undefined);
    const states = await lockUsages(
      context.tx,
      organisation,
      sent.map(({ id }) => id),
    );
    const read = sent.flatMap((row) => {
      const state = states.get(row.id);
      if (state === undefined || state.removed) return [];
      return [readRow(ground, row, { columns, body, now: state.facts, revision: state.revision })];
    });
    const errors = new Map(read.flatMap((one) => one.errors));
    if (errors.size > 0) {
      const now = new Map([...states].map(([id, { facts }]) => [id, facts]));
      return tablePage(ground, { page: sida, columns, now, typed: body, errors });
    }
    const acts = read.flatMap(({ act }) => act ?? []);
    const back = (saved: string): Reply =>
      see(link(at.table, { organisation }, { sida, sparat: saved, antal: acts.length }));
    if (acts.length === 0) return back('inget');
    const doing = doingOf(context);
    const done = await changeUsages(doing, acts);
    if (!done.ok) throw new Error('rows that were locked were refused');
    return back(doing.batch.id);
  },
});

const Chosen = z.object({
  kolumn: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((given) => (given === undefined ? [] : typeof given === 'string' ? [given] : given)),
});

const chooseColumns = route({
  method: 'POST',
  path: at.columns.path,
  access: registrars,
  body: Chosen,
  handle: async (context, { params: { organisation }, body }) => {
    const columns = columnIds.filter((id) => body.kolumn.includes(id));
    const ground = await readGround(context);
    const { table } = ground.words;
    const columnsError =
      columns.length === 0
        ? table.someColumns
        : columns.length > mostColumns
          ? table.mostColumns(mostColumns)
          : undefined;
    if (columnsError !== undefined) return tablePage(ground, { ...start, page: 1, columns, columnsError });
    await saveColumns(context.tx, organisation, { columns, at: context.now });
    return see(link(at.table, { organisation }));
  },
});

export const tableRoutes = [showTable, saveTable, chooseColumns] as const;
