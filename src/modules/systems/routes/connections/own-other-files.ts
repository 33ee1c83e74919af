import { z } from 'zod';
import { route, type AnyRoute } from '../../../../platform/http/index.ts';
import { isoDay } from '../../../../platform/text/index.ts';
import { own as at } from '../../addresses.ts';
import { landscapeAccess } from '../../everybody/reader.ts';
import { rowOf } from '../../landscape/row.ts';
import type { Flow } from '../../model/usage.ts';
import { sheetReply, type SheetColumn } from '../../sheets/write.ts';
import { listFlows } from '../../usages/flows.ts';
import { listBatches, listRemoved, type BatchSummary } from '../../usages/history.ts';
import { lockUsages } from '../../usages/store.ts';
import { actorNames, readGround } from '../own-ground.ts';
import { systemColumns, wordsIn, type Line } from './own-lines.ts';
import { fileOf, Format } from './save-as.ts';

const flows = route({
  method: 'GET',
  path: fileOf(at.flows),
  access: landscapeAccess,
  query: z.object(Format),
  handle: async (context, { params: { organisation }, query: { format } }) => {
    const ground = await readGround(context);
    const { heads, files } = wordsIn(ground);
    const names = new Map(ground.landscape.rows.map(({ id, name }) => [id, name]));
    const columns: readonly SheetColumn<Flow>[] = [
      { id: 'from', title: heads.from, value: ({ from }) => names.get(from) ?? from },
      { id: 'to', title: heads.to, value: ({ to }) => names.get(to) ?? to },
      { id: 'what', title: heads.what, value: ({ what }) => what },
      { id: 'often', title: heads.often, value: ({ frequency }) => ground.words.frequencies[frequency] },
    ];
    return sheetReply(format, columns, await listFlows(context.tx, organisation), files.flows);
  },
});

const everything = { limit: 10_000, offset: 0 } as const;

const batches = route({
  method: 'GET',
  path: fileOf(at.batches),
  access: landscapeAccess,
  query: z.object(Format),
  handle: async (context, { params: { organisation }, query: { format } }) => {
    const ground = await readGround(context);
    const { heads, files } = wordsIn(ground);
    const all = await listBatches(context.tx, organisation, everything);
    const actor = await actorNames(
      ground,
      all.batches.map((one) => one.actor),
    );
    const columns: readonly SheetColumn<BatchSummary>[] = [
      { id: 'at', title: heads.day, value: ({ at: moment }) => moment.toISOString() },
      { id: 'who', title: heads.who, value: (one) => actor(one.actor) },
      { id: 'what', title: heads.what, value: ({ kinds }) => kinds },
      { id: 'systems', title: heads.systems, value: ({ usages }) => usages },
    ];
    return sheetReply(format, columns, all.batches, files.batches);
  },
});

const removed = route({
  method: 'GET',
  path: fileOf(at.removed),
  access: landscapeAccess,
  query: z.object(Format),
  handle: async (context, { params: { organisation }, query: { format } }) => {
    const ground = await readGround(context);
    const { heads, files } = wordsIn(ground);
    const { rows } = await listRemoved(context.tx, organisation, everything);
    const states = await lockUsages(
      context.tx,
      organisation,
      rows.map(({ id }) => id),
    );
    const known = new Map([...states].map(([id, state]) => [id, rowOf(ground.landscape, state)]));
    const lines = rows.flatMap(({ id, removedAt }): readonly Line[] => {
      const row = known.get(id);
      return row === undefined ? [] : [{ under: '', day: isoDay(removedAt), row }];
    });
    const columns = [
      { id: 'day', title: heads.day, value: ({ day }: Line) => day ?? null },
      ...systemColumns(ground),
    ];
    return sheetReply(format, columns, lines, files.removed);
  },
});

/** Lists that are not of systems as they stand now. */
export const otherOwnFiles: readonly AnyRoute[] = [flows, batches, removed];
