import { z } from 'zod';
import { route, type AnyRoute } from '../../../platform/http/index.ts';
import { acting } from '../acting.ts';
import { changeAutoUpdate, changeSharing, refollow, takeOver } from '../actions/chain.ts';
import { publish } from '../actions/publish.ts';
import { recall, withdraw } from '../actions/recall.ts';
import { Audience } from '../model/audience.ts';
import { Key, Slug, Words } from '../model/input.ts';
import { Values } from '../model/settings.ts';
import { Sharing } from '../model/shapes.ts';
import { licences } from '../model/work.ts';
import { answer, base, makers, nothing, tag } from './present.ts';
import { Nothing, PublicationShape, VariantShape } from './shapes.ts';

const Count = z.coerce.number().int().min(1).max(1_000_000);
const Reason = z.object({ reason: Words });

const apiPublish = route({
  method: 'POST',
  path: `${base}/:work/publications`,
  access: makers,
  body: z.object({
    audience: Audience,
    message: Words,
    number: Count.optional(),
    licence: z.enum(licences).optional(),
    offeredFrom: z.iso.datetime().optional(),
    offered: Values.optional(),
    lockedParameters: z.array(Key).max(1000).optional(),
  }),
  operation: { summary: 'Publish a version for those it is for', tag, response: PublicationShape },
  handle: async (context, { params, body: { audience, message, offeredFrom, number, ...more } }) =>
    answer(
      await publish(acting(context), {
        work: params.work,
        audience,
        message,
        offered: more.offered ?? {},
        lockedParameters: more.lockedParameters ?? [],
        ...(number === undefined ? {} : { number }),
        ...(more.licence === undefined ? {} : { licence: more.licence }),
        ...(offeredFrom === undefined ? {} : { offeredFrom: new Date(offeredFrom) }),
      }),
    ),
});

const apiRecall = route({
  method: 'POST',
  path: `${base}/:work/recall`,
  access: makers,
  body: Reason.extend({ number: Count }),
  operation: { summary: 'Recall a published version', tag, response: Nothing },
  handle: async (context, { params, body }) =>
    answer(await recall(acting(context), { work: params.work, ...body }), nothing),
});

const apiWithdraw = route({
  method: 'POST',
  path: `${base}/:work/withdrawal`,
  access: makers,
  body: Reason,
  operation: { summary: 'End the upkeep of a published variant', tag, response: Nothing },
  handle: async (context, { params, body }) =>
    answer(await withdraw(acting(context), { work: params.work, ...body }), nothing),
});

const Pair = z.object({ from: Key, to: Key });

const apiFollow = route({
  method: 'POST',
  path: `${base}/:work/upstream`,
  access: makers,
  body: Reason.extend({ organisation: Slug, reanchoring: z.array(Pair).max(10_000).optional() }),
  operation: { summary: 'Follow another variant of the same work', tag, response: VariantShape },
  handle: async (context, { params, body: { reanchoring, organisation, reason } }) => {
    const of = { work: params.work, organisation, reason };
    return answer(await refollow(acting(context), reanchoring === undefined ? of : { ...of, reanchoring }));
  },
});

const apiTakeOver = route({
  method: 'POST',
  path: `${base}/:work/take-over`,
  access: makers,
  body: Reason,
  operation: { summary: 'Follow nobody any more', tag, response: VariantShape },
  handle: async (context, { params, body }) =>
    answer(await takeOver(acting(context), { work: params.work, ...body })),
});

const apiSharing = route({
  method: 'PUT',
  path: `${base}/:work/sharing`,
  access: makers,
  body: Sharing,
  operation: { summary: 'What the upstream may see', tag, response: VariantShape },
  handle: async (context, { params, body }) =>
    answer(await changeSharing(acting(context), { work: params.work, sharing: body })),
});

const apiAutoUpdate = route({
  method: 'PUT',
  path: `${base}/:work/auto-update`,
  access: makers,
  body: z.object({ autoUpdate: z.enum(['ask', 'clean']) }),
  operation: { summary: 'Whether clean updates are taken by themselves', tag, response: VariantShape },
  handle: async (context, { params, body }) =>
    answer(await changeAutoUpdate(acting(context), { work: params.work, ...body })),
});

export const publishingRoutes: readonly AnyRoute[] = [
  apiPublish,
  apiRecall,
  apiWithdraw,
  apiFollow,
  apiTakeOver,
  apiSharing,
  apiAutoUpdate,
];
