import { z } from 'zod';
import { link, route, see, type Reply } from '../../../platform/http/index.ts';
import { own as at } from '../addresses.ts';
import { registrars } from '../everybody/reader.ts';
import { fromCell } from '../landscape/cell.ts';
import { ownRows, type Row } from '../landscape/row.ts';
import { Body, decideEdit, factsOpened, meantOf, readAllTyped, type Typed } from '../landscape/typed.ts';
import type { Facts, FieldId } from '../model/fields.ts';
import { SheetPage } from '../pages/own/table-page.tsx';
import { changeUsages, type Act } from '../usages/actions.ts';
import { columnIds, findColumns, mostColumns, saveColumns } from '../usages/columns.ts';
import { lockUsages } from '../usages/store.ts';
import { doingOf, frame, lookupOf, readGround, type Ground } from './own-ground.ts';
import { inWords, sayFault } from './own-inputs.ts';
import { cellName, openedName, start, tableView, type Asked } from './own-table-view.tsx';

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
const order = z.enum(['namn', 'brister']).catch('namn');
const text = z.string().max(60).default('');

const showTable = route({
  method: 'GET',
  path: at.table.path,
  access: registrars,
  query: z.object({
    sida: page,
    ordning: order,
    sparat: text,
    antal: z.coerce.number().int().min(0).catch(0),
  }),
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
    return tablePage(ground, { ...start, page: query.sida, order: query.ordning, columns, ...saved });
  },
});

type ReadRow = {
  readonly act: Act | null;
  readonly errors: readonly (readonly [string, string])[];
  /** The cells that stay as they were typed where the table is shown again. */
  readonly meant: readonly (readonly [string, string])[];
};

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
  const read = readAllTyped(typed, lookupOf(ground));
  const { changes, conflicts } = decideEdit({ was, now, values: read.values });
  const errors = [
    ...[...read.faults].map(([id, fault]) => [cellName(row.id, id), sayFault(ground.words, fault)] as const),
    ...conflicts.map((id) => {
      const stands = inWords(ground, id, now).join(', ');
      return [cellName(row.id, id), ground.words.form.conflict(stands)] as const;
    }),
  ];
  const act: Act = { kind: 'change', id: row.id, changes, revision };
  const kept = meantOf(typed, { was, read });
  const meant = columns.flatMap((id) => {
    const cell = body[cellName(row.id, id)];
    return kept[id] !== undefined && typeof cell === 'string' ? [[cellName(row.id, id), cell] as const] : [];
  });
  return { act: Object.keys(changes).length === 0 ? null : act, errors, meant };
}

const saveTable = route({
  method: 'POST',
  path: at.table.path,
  access: registrars,
  query: z.object({ sida: page, ordning: order }),
  body: Body,
  handle: async (context, { params: { organisation }, query: { sida, ordning }, body }) => {
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
      return tablePage(ground, {
        page: sida,
        order: ordning,
        columns,
        now,
        typed: Object.fromEntries(read.flatMap(({ meant }) => meant)),
        errors,
      });
    }
    const acts = read.flatMap(({ act }) => act ?? []);
    const back = (saved: string): Reply =>
      see(
        link(
          at.table,
          { organisation },
          { sida, ordning: ordning === 'namn' ? undefined : ordning, sparat: saved, antal: acts.length },
        ),
      );
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
    if (columnsError !== undefined)
      return tablePage(ground, { ...start, page: 1, order: 'namn', columns, columnsError });
    await saveColumns(context.tx, organisation, { columns, at: context.now });
    return see(link(at.table, { organisation }));
  },
});

export const tableRoutes = [showTable, saveTable, chooseColumns] as const;
