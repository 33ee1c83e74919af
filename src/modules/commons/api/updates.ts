import { z } from 'zod';
import { json, route, type AnyRoute } from '../../../platform/http/index.ts';
import { acting } from '../acting.ts';
import { applyUpdate, updateAll } from '../actions/apply-update.ts';
import { finishTask, showDebt } from '../actions/debt.ts';
import { takeDeclined, undoUpdate } from '../actions/undo.ts';
import { answerConflict, declineChange, prepareUpdate, undoAnswer, undoDecline } from '../actions/update.ts';
import { Key, Slug, Words } from '../model/input.ts';
import { Answer, type UpdateView } from '../model/update.ts';
import { runOf } from '../model/update-window.ts';
import { answer, base, found, makers, nothing, readers, tag } from './present.ts';
import { Nothing, VersionShape } from './shapes.ts';
import { DebtShape } from './together-shapes.ts';
import { AppliedShape, BulkShape, UpdateShape } from './update-shapes.ts';

const path = `${base}/:work/update` as const;

/** Changes told in full in one reply; few updates have more. */
const usualRun = 200;
const firstRun = { window: runOf(0, usualRun) };

/** Which changes are told in full, in the order of `tiles`. */
const Run = z.object({
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(usualRun).default(usualRun),
});

const showRun =
  (offset = 0, limit = usualRun) =>
  (update: UpdateView): unknown => ({
    ...update,
    next: offset + limit < update.total ? offset + limit : null,
  });

const apiUpdate = route({
  method: 'GET',
  path,
  access: readers,
  query: Run,
  operation: { summary: 'The update that is offered, with what has been chosen', tag, response: UpdateShape },
  handle: async (context, { params, query: { offset, limit } }) =>
    answer(
      await prepareUpdate(acting(context), { work: params.work, window: runOf(offset, limit) }),
      showRun(offset, limit),
    ),
});

const apiAnswer = route({
  method: 'POST',
  path: `${path}/answers`,
  access: makers,
  body: z.object({ id: Key, answer: Answer }),
  operation: { summary: 'Answer a conflict', tag, response: UpdateShape },
  handle: async (context, { params, body }) =>
    answer(await answerConflict(acting(context), { work: params.work, ...body, ...firstRun }), showRun()),
});

const apiUndoAnswer = route({
  method: 'POST',
  path: `${path}/answers/undo`,
  access: makers,
  body: z.object({ id: Key }),
  operation: { summary: 'Take an answer back', tag, response: UpdateShape },
  handle: async (context, { params, body }) =>
    answer(await undoAnswer(acting(context), { work: params.work, ...body, ...firstRun }), showRun()),
});

const apiDecline = route({
  method: 'POST',
  path: `${path}/declines`,
  access: makers,
  body: z.object({ id: Key, reason: Words }),
  operation: { summary: 'Decline a clean change', tag, response: UpdateShape },
  handle: async (context, { params, body }) =>
    answer(await declineChange(acting(context), { work: params.work, ...body, ...firstRun }), showRun()),
});

const apiUndoDecline = route({
  method: 'POST',
  path: `${path}/declines/undo`,
  access: makers,
  body: z.object({ id: Key }),
  operation: { summary: 'Take a declined change after all', tag, response: UpdateShape },
  handle: async (context, { params, body }) =>
    answer(await undoDecline(acting(context), { work: params.work, ...body, ...firstRun }), showRun()),
});

const apiApply = route({
  method: 'POST',
  path: `${path}/apply`,
  access: makers,
  body: z.object({
    message: Words.optional(),
    answers: z.record(Key, Answer).default({}),
    declines: z.record(Key, Words).default({}),
    takeInUse: z.boolean().optional(),
  }),
  operation: {
    summary: 'Take the update, with answers saved before or sent along',
    tag,
    response: AppliedShape,
  },
  handle: async (context, { params, body: { message, takeInUse, ...given } }) =>
    answer(
      await applyUpdate(acting(context), {
        work: params.work,
        ...given,
        ...(message === undefined ? {} : { message }),
        ...(takeInUse === undefined ? {} : { takeInUse }),
      }),
    ),
});

const apiUndoUpdate = route({
  method: 'POST',
  path: `${path}/undo`,
  access: makers,
  body: z.object({ reason: Words }),
  operation: { summary: 'Undo the update that made the newest version', tag, response: VersionShape },
  handle: async (context, { params, body }) =>
    answer(await undoUpdate(acting(context), { work: params.work, ...body })),
});

const apiTakeDeclined = route({
  method: 'POST',
  path: `${base}/:work/declined/take`,
  access: makers,
  body: z.object({ path: Key, reason: Words }),
  operation: { summary: 'Take what an earlier update declined', tag, response: VersionShape },
  handle: async (context, { params, body }) =>
    answer(await takeDeclined(acting(context), { work: params.work, ...body })),
});

const apiUpdateAll = route({
  method: 'POST',
  path: '/api/v1/organisations/:organisation/updates',
  access: makers,
  body: z.object({ works: z.array(Slug).max(10_000).optional() }),
  operation: { summary: 'Take every update that leaves nothing to decide', tag, response: BulkShape },
  handle: async (context, { body: { works } }) =>
    json({ rows: await updateAll(acting(context), works === undefined ? {} : { works }) }),
});

const apiDebt = route({
  method: 'GET',
  path: `${base}/:work/debt`,
  access: readers,
  operation: { summary: 'What the variant has not taken', tag, response: DebtShape },
  handle: async (context, { params }) => found(await showDebt(acting(context), params.work)),
});

const apiFinishTask = route({
  method: 'POST',
  path: `${base}/:work/debt/tasks/done`,
  access: makers,
  body: z.object({ kind: z.enum(['translation', 'wording']), path: Key, language: z.string().max(35) }),
  operation: { summary: 'Say that a text is right as it is', tag, response: Nothing },
  handle: async (context, { params, body }) =>
    answer(await finishTask(acting(context), { work: params.work, ...body }), nothing),
});

export const updateRoutes: readonly AnyRoute[] = [
  apiUpdate,
  apiAnswer,
  apiUndoAnswer,
  apiDecline,
  apiUndoDecline,
  apiApply,
  apiUndoUpdate,
  apiTakeDeclined,
  apiUpdateAll,
  apiDebt,
  apiFinishTask,
];
