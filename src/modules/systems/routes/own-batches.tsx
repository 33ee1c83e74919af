import { z } from 'zod';
import { link, missing, route, see } from '../../../platform/http/index.ts';
import { formatDate, formatTime } from '../../../platform/text/index.ts';
import { own as at } from '../addresses.ts';
import { landscapeAccess, registrars } from '../everybody/reader.ts';
import { rowOf } from '../landscape/row.ts';
import { sayStored } from '../landscape/say.ts';
import { decideUndo, type Stays, type UndoPlan } from '../landscape/undo.ts';
import { BatchListPage, BatchPage, RemovedPage, type BatchRow } from '../pages/own/batch-pages.tsx';
import { changeUsages } from '../usages/actions.ts';
import { changeFlows } from '../usages/flow-actions.ts';
import { listFlows } from '../usages/flows.ts';
import {
  listBatch,
  listBatches,
  listRemoved,
  type BatchSummary,
  type HistoryLine,
} from '../usages/history.ts';
import { findUsages, lockUsages } from '../usages/store.ts';
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
import { fieldName, historyWords, type HistoryWords } from './own-history.ts';

const page = z.coerce.number().int().min(1).max(1000).catch(1);

const whenOf = ({ context }: Ground, day: Date): string =>
  `${formatDate(day, context.language)} ${formatTime(day, context.language)}`;

function whatOf(
  { words }: Ground,
  { kinds, usages, flows }: Pick<BatchSummary, 'kinds' | 'usages' | 'flows'>,
): string {
  const [kind] = kinds;
  const { kinds: said } = words.batches;
  if (flows) return said.flows;
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

const linesPerPage = 100;

function rowsOf(ground: Ground, line: HistoryLine, says: HistoryWords): readonly BatchRow[] {
  const { history } = ground.words;
  const known = ground.landscape.rows.some(({ id }) => id === line.usage);
  const shared = { system: says.nameOf(line.usage), to: known ? usageTo(ground, line.usage) : null };
  const key = `${line.usage} ${line.n}`;
  if (line.kind !== 'changed') return [{ ...shared, key, field: history[line.kind], was: '', became: '' }];
  return says.facts(line).map((fact) => ({ ...shared, ...fact, key: `${key} ${fact.key}` }));
}

type Found = {
  readonly lines: readonly HistoryLine[];
  readonly plan: UndoPlan;
  readonly says: HistoryWords;
};

/** What a batch did, and what undoes it as things stand; `take` keeps them so until the transaction ends. */
async function findBatch(
  ground: Ground,
  batch: string,
  take: typeof findUsages = findUsages,
): Promise<Found | null> {
  const { context, organisation } = ground;
  const lines = await listBatch(context.tx, organisation, batch);
  if (lines.length === 0) return null;
  const states = await take(context.tx, organisation, [...new Set(lines.map(({ usage }) => usage))]);
  const standing = new Set((await listFlows(context.tx, organisation)).map(({ id }) => id));
  return { lines, plan: decideUndo(states, lines, standing), says: await historyWords(ground, lines) };
}

function staysText(ground: Ground, { says }: Found, { usage, field, now }: Stays): string {
  const { context, names, words } = ground;
  const said = sayStored(field, now, { language: context.language, names }) ?? words.history.empty;
  return words.table.fault(says.nameOf(usage), fieldName(ground, field), said);
}

const isNothing = ({ acts, flows }: UndoPlan): boolean => acts.length === 0 && flows.length === 0;

const showBatch = route({
  method: 'GET',
  path: at.batch.path,
  access: landscapeAccess,
  query: z.object({
    gjort: z.enum(['', 'sparat', 'tillagt', 'angrat']).catch(''),
    kvar: z.coerce.number().int().min(0).catch(0),
    sida: page,
  }),
  handle: async (context, { params, query }) => {
    const ground = await readGround(context);
    const found = await findBatch(ground, params.batch);
    const [first] = found?.lines ?? [];
    if (found === null || first === undefined) return missing;
    const { words, organisation, canChange } = ground;
    const { says } = found;
    const kinds = [...new Set(found.lines.map(({ kind }) => kind))];
    const usages = new Set(found.lines.map(({ usage }) => usage)).size;
    const flows = found.lines.every(({ became }) => Object.hasOwn(became, 'flow'));
    const title = whatOf(ground, { kinds, usages, flows });
    // A flow stands once, though both its ends have a line.
    const lines = flows ? found.lines.slice(0, Math.ceil(found.lines.length / 2)) : found.lines;
    const rows = lines.flatMap((line) => rowsOf(ground, line, says));
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
          summary: `${whenOf(ground, first.at)}, ${says.actor(first.actor)}.`,
        },
        ...(query.gjort === '' ? {} : { saved: { text: query.gjort === 'angrat' ? undone : words.saved } }),
      },
      rows: rows.slice((query.sida - 1) * linesPerPage, query.sida * linesPerPage),
      page: query.sida,
      pages: Math.max(1, Math.ceil(rows.length / linesPerPage)),
      pageTo: (sida: number) => link(at.batch, { organisation, batch: params.batch }, { sida }),
      stays: found.plan.stays.map((one) => ({
        key: `${one.usage} ${one.field}`,
        text: staysText(ground, found, one),
      })),
      undoTo: canChange ? link(at.undo, { organisation, batch: params.batch }) : null,
      nothing: isNothing(found.plan),
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
    const found = await findBatch(ground, batch, lockUsages);
    if (found === null) return missing;
    if (isNothing(found.plan)) return see(link(at.batch, { organisation, batch }));
    const doing = doingOf(context);
    const done = await changeUsages(doing, found.plan.acts);
    if (!done.ok) throw new Error('rows that were locked were refused');
    await changeFlows(doing, found.plan.flows);
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
    const states = await findUsages(context.tx, organisation, ids);
    const known = new Map([...states].map(([id, state]) => [id, rowOf(landscape, state)]));
    const gone = states.get(bort)?.removed === true ? known.get(bort) : undefined;
    const view = {
      shell: {
        words,
        views: ground.views,
        nav: navOf(ground, 'removed'),
        head: { title: words.removed.title, summary: words.removed.lede },
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
