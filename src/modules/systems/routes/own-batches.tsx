import { z } from 'zod';
import { link, missing, route, see } from '../../../platform/http/index.ts';
import { formatDate, formatTime } from '../../../platform/text/index.ts';
import { own as at } from '../addresses.ts';
import { landscapeAccess, registrars } from '../everybody/reader.ts';
import { rowOf, type Row } from '../landscape/row.ts';
import { sayStored } from '../landscape/say.ts';
import { decideUndo, type Stays } from '../landscape/undo.ts';
import { fieldIds } from '../model/fields.ts';
import { BatchListPage, BatchPage, RemovedPage, type BatchRow } from '../pages/own/batch-pages.tsx';
import { changeUsages } from '../usages/actions.ts';
import {
  listBatch,
  listBatches,
  listRemoved,
  type BatchSummary,
  type HistoryLine,
} from '../usages/history.ts';
import { lockUsages } from '../usages/store.ts';
import {
  actorNames,
  doingOf,
  frame,
  isUuid,
  navOf,
  perPage,
  readGround,
  trailOf,
  usageTo,
  type Ground,
} from './own-ground.ts';
import { fieldName } from './own-usage-view.ts';

const page = z.coerce.number().int().min(1).max(1000).catch(1);

const whenOf = ({ context }: Ground, day: Date): string =>
  `${formatDate(day, context.language)} ${formatTime(day, context.language)}`;

function whatOf({ words }: Ground, { kinds, usages }: Pick<BatchSummary, 'kinds' | 'usages'>): string {
  const [kind] = kinds;
  const { kinds: said } = words.batches;
  return kind === undefined || kinds.length > 1 ? said.several(usages) : said[kind](usages);
}

const showBatches = route({
  method: 'GET',
  path: at.batches.path,
  access: landscapeAccess,
  query: z.object({ sida: page }),
  handle: async (context, { query: { sida } }) => {
    const ground = await readGround(context);
    const { organisation, words } = ground;
    const offset = (sida - 1) * perPage;
    const { batches, total } = await listBatches(context.tx, organisation, { limit: perPage, offset });
    const actor = await actorNames(
      ground,
      batches.map((one) => one.actor),
    );
    const view = {
      shell: {
        words,
        views: ground.views,
        nav: navOf(ground, 'batches'),
        head: { title: words.batches.title, summary: words.batches.lede },
      },
      rows: batches.map((one) => ({
        id: one.batch,
        what: whatOf(ground, one),
        to: link(at.batch, { organisation, batch: one.batch }),
        when: whenOf(ground, one.at),
        who: actor(one.actor),
      })),
      page: sida,
      pages: Math.max(1, Math.ceil(total / perPage)),
      pageTo: (next: number) => link(at.batches, { organisation }, { sida: next }),
    };
    return { kind: 'page', title: words.batches.title, frame, content: <BatchListPage {...view} /> };
  },
});

/** More lines than anybody reads on one page. */
const mostLines = 300;

function rowsOf(ground: Ground, line: HistoryLine, name: string): readonly BatchRow[] {
  const { words, context, names } = ground;
  const { history } = words;
  const on = { language: context.language, names };
  const known = ground.landscape.rows.some(({ id }) => id === line.usage);
  const shared = { system: name, to: known ? usageTo(ground, line.usage) : null };
  if (line.kind !== 'changed') {
    return [{ ...shared, key: `${line.usage} ${line.n}`, field: history[line.kind], was: '', became: '' }];
  }
  const keys = Object.keys(line.became);
  const ordered = [
    ...fieldIds.filter((id) => keys.includes(id)),
    ...keys.filter((key) => key in history.other),
  ];
  return ordered.map((key) => ({
    ...shared,
    key: `${line.usage} ${line.n} ${key}`,
    field: fieldName(ground, key),
    was: sayStored(key, line.was[key], on) ?? history.empty,
    became: sayStored(key, line.became[key], on) ?? history.empty,
  }));
}

type Found = {
  readonly lines: readonly HistoryLine[];
  readonly plan: ReturnType<typeof decideUndo>;
  readonly nameOf: (usage: string) => string;
};

async function findBatch(ground: Ground, batch: string): Promise<Found | null> {
  const { context, organisation, landscape } = ground;
  const lines = await listBatch(context.tx, organisation, batch);
  if (lines.length === 0) return null;
  const states = await lockUsages(context.tx, organisation, [...new Set(lines.map(({ usage }) => usage))]);
  const rows = new Map<string, Row>([...states].map(([id, state]) => [id, rowOf(landscape, state)]));
  return { lines, plan: decideUndo(states, lines), nameOf: (usage) => rows.get(usage)?.name ?? usage };
}

function staysText(ground: Ground, { nameOf }: Found, { usage, field, now }: Stays): string {
  const { context, names, words } = ground;
  const said = sayStored(field, now, { language: context.language, names }) ?? words.history.empty;
  return words.table.fault(nameOf(usage), fieldName(ground, field), said);
}

const showBatch = route({
  method: 'GET',
  path: at.batch.path,
  access: landscapeAccess,
  query: z.object({
    gjort: z.enum(['', 'sparat', 'tillagt', 'angrat']).catch(''),
    kvar: z.coerce.number().int().min(0).catch(0),
  }),
  handle: async (context, { params, query }) => {
    const ground = await readGround(context);
    const found = await findBatch(ground, params.batch);
    const [first] = found?.lines ?? [];
    if (found === null || first === undefined) return missing;
    const { words, organisation, canChange } = ground;
    const actor = await actorNames(ground, [first.actor]);
    const kinds = [...new Set(found.lines.map(({ kind }) => kind))];
    const usages = new Set(found.lines.map(({ usage }) => usage)).size;
    const title = whatOf(ground, { kinds, usages });
    const rows = found.lines.flatMap((line) => rowsOf(ground, line, found.nameOf(line.usage)));
    const undone = query.kvar === 0 ? words.batches.undone : words.batches.undoneBut(query.kvar);
    const view = {
      shell: {
        words,
        views: ground.views,
        head: {
          title,
          trail: [
            ...trailOf(ground).slice(0, 1),
            { title: words.batches.title, to: link(at.batches, { organisation }) },
            { title },
          ],
          summary: `${whenOf(ground, first.at)}, ${actor(first.actor)}.`,
        },
        ...(query.gjort === '' ? {} : { saved: { text: query.gjort === 'angrat' ? undone : words.saved } }),
      },
      rows: rows.slice(0, mostLines),
      more: rows.length > mostLines ? words.batches.allOf(mostLines, rows.length) : null,
      stays: found.plan.stays.map((one) => ({
        key: `${one.usage} ${one.field}`,
        text: staysText(ground, found, one),
      })),
      undoTo: canChange ? link(at.undo, { organisation, batch: params.batch }) : null,
      nothing: found.plan.acts.length === 0,
    };
    return { kind: 'page', title, frame, content: <BatchPage {...view} /> };
  },
});

const undo = route({
  method: 'POST',
  path: at.undo.path,
  access: registrars,
  handle: async (context, { params: { organisation, batch } }) => {
    const ground = await readGround(context);
    const found = await findBatch(ground, batch);
    if (found === null) return missing;
    if (found.plan.acts.length === 0) return see(link(at.batch, { organisation, batch }));
    const doing = doingOf(context);
    const done = await changeUsages(doing, found.plan.acts);
    if (!done.ok) throw new Error('rows that were locked were refused');
    const kvar = found.plan.stays.length;
    return see(link(at.batch, { organisation, batch: doing.batch.id }, { gjort: 'angrat', kvar }));
  },
});

const showRemoved = route({
  method: 'GET',
  path: at.removed.path,
  access: landscapeAccess,
  query: z.object({ sida: page, bort: z.string().max(60).default('') }),
  handle: async (context, { query: { sida, bort } }) => {
    const ground = await readGround(context);
    const { organisation, words, landscape, canChange } = ground;
    const offset = (sida - 1) * perPage;
    const removed = await listRemoved(context.tx, organisation, { limit: perPage, offset });
    const ids = [...removed.rows.map(({ id }) => id), ...(isUuid(bort) ? [bort] : [])];
    const states = await lockUsages(context.tx, organisation, ids);
    const known = new Map([...states].map(([id, state]) => [id, rowOf(landscape, state)]));
    const gone = states.get(bort)?.removed === true ? known.get(bort) : undefined;
    const view = {
      shell: {
        words,
        views: ground.views,
        nav: navOf(ground, 'removed'),
        head: { title: words.removed.title },
        ...(gone === undefined ? {} : { saved: { text: words.one.removed(gone.name) } }),
      },
      rows: removed.rows.map(({ id, removedAt }) => ({
        id,
        name: known.get(id)?.name ?? id,
        note: known.get(id)?.supplier?.name ?? '',
        when: formatDate(removedAt, context.language),
        restoreTo: canChange ? link(at.restore, { organisation, usage: id }) : null,
      })),
      page: sida,
      pages: Math.max(1, Math.ceil(removed.total / perPage)),
      pageTo: (next: number) => link(at.removed, { organisation }, { sida: next }),
    };
    return { kind: 'page', title: words.removed.title, frame, content: <RemovedPage {...view} /> };
  },
});

export const batchRoutes = [showBatches, showBatch, undo, showRemoved] as const;
