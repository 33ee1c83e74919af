import { z } from 'zod';
import { json, route, type AnyRoute } from '../../../platform/http/index.ts';
import { acting } from '../acting.ts';
import { discuss, listOwnChanges, propose, withdrawContribution } from '../actions/contribute.ts';
import { forecast, showFleet } from '../actions/fleet.ts';
import { listNotices, markNoticesRead } from '../actions/read.ts';
import { answerContribution, findContribution, listContributions, showReview } from '../actions/review.ts';
import { Key, MaybeWords, Words } from '../model/input.ts';
import { Answer } from '../model/update.ts';
import { answer, base, found, makers, readers, tag } from './present.ts';
import { Nothing } from './shapes.ts';
import {
  ContributionListShape,
  ContributionShape,
  FleetShape,
  ForecastShape,
  NoticesShape,
  OwnChangesShape,
  ReviewShape,
} from './together-shapes.ts';

const apiOwnChanges = route({
  method: 'GET',
  path: `${base}/:work/own-changes`,
  access: readers,
  operation: { summary: 'Own changes that can be proposed upstream', tag, response: OwnChangesShape },
  handle: async (context, { params }) =>
    json({ changes: await listOwnChanges(acting(context), params.work) }),
});

const apiPropose = route({
  method: 'POST',
  path: `${base}/:work/contributions`,
  access: makers,
  body: z.object({ changes: z.array(Key).min(1).max(1000), message: Words }),
  operation: { summary: 'Propose own changes upstream', tag, response: ContributionShape },
  handle: async (context, { params, body }) =>
    answer(await propose(acting(context), { work: params.work, ...body })),
});

const all = '/api/v1/organisations/:organisation/contributions';

const apiContributions = route({
  method: 'GET',
  path: all,
  access: readers,
  operation: {
    summary: 'Contributions sent and received, newest first',
    tag,
    response: ContributionListShape,
  },
  handle: async (context) => json({ contributions: await listContributions(acting(context)) }),
});

const apiContribution = route({
  method: 'GET',
  path: `${all}/:contribution`,
  access: readers,
  operation: { summary: 'A contribution with what was said about it', tag, response: ContributionShape },
  handle: async (context, { params }) => found(await findContribution(acting(context), params.contribution)),
});

const apiReview = route({
  method: 'GET',
  path: `${all}/:contribution/review`,
  access: readers,
  operation: {
    summary: 'A received contribution merged into our newest version',
    tag,
    response: ReviewShape,
  },
  handle: async (context, { params }) => found(await showReview(acting(context), params.contribution)),
});

const apiAnswerContribution = route({
  method: 'POST',
  path: `${all}/:contribution/answer`,
  access: makers,
  body: z.object({
    accept: z.array(Key).max(1000),
    decline: z
      .array(z.object({ id: Key, reason: Words }))
      .max(1000)
      .default([]),
    answers: z.record(Key, Answer).default({}),
    message: MaybeWords,
  }),
  operation: {
    summary: 'Accept all or some of a contribution, or decline it',
    tag,
    response: ContributionShape,
  },
  handle: async (context, { params, body }) =>
    answer(await answerContribution(acting(context), { contribution: params.contribution, answer: body })),
});

const apiDiscuss = route({
  method: 'POST',
  path: `${all}/:contribution/messages`,
  access: makers,
  body: z.object({ text: Words }),
  operation: { summary: 'Say something about a contribution', tag, response: ContributionShape },
  handle: async (context, { params, body }) =>
    answer(await discuss(acting(context), { contribution: params.contribution, ...body })),
});

const apiWithdrawContribution = route({
  method: 'POST',
  path: `${all}/:contribution/withdrawal`,
  access: makers,
  operation: { summary: 'Take an open contribution back', tag, response: ContributionShape },
  handle: async (context, { params }) =>
    answer(await withdrawContribution(acting(context), { contribution: params.contribution })),
});

const apiFleet = route({
  method: 'GET',
  path: `${base}/:work/fleet`,
  access: readers,
  operation: {
    summary: 'Who runs which version, how far behind, which changes recur, and the figures that are shared',
    tag,
    response: FleetShape,
  },
  handle: async (context, { params }) => answer(await showFleet(acting(context), params.work)),
});

const apiForecast = route({
  method: 'GET',
  path: `${base}/:work/forecast`,
  access: readers,
  query: z.object({ source: z.enum(['draft', 'head']).default('draft') }),
  operation: { summary: 'What publishing would mean for each adopter', tag, response: ForecastShape },
  handle: async (context, { params, query }) =>
    answer(await forecast(acting(context), { work: params.work, ...query })),
});

const apiNotices = route({
  method: 'GET',
  path: '/api/v1/organisations/:organisation/notices',
  access: readers,
  query: z.object({ page: z.coerce.number().int().min(1).max(100_000).default(1) }),
  operation: { summary: 'What others have told the organisation about works', tag, response: NoticesShape },
  handle: async (context, { query }) => json(await listNotices(acting(context), query.page)),
});

const apiReadNotices = route({
  method: 'POST',
  path: '/api/v1/organisations/:organisation/notices/read',
  access: makers,
  body: z.object({ ids: z.union([z.literal('all'), z.array(z.uuid()).max(1000)]) }),
  operation: { summary: 'Mark notices as read', tag, response: Nothing },
  handle: async (context, { body }) => {
    await markNoticesRead(acting(context), body.ids);
    return json({ done: true });
  },
});

export const togetherRoutes: readonly AnyRoute[] = [
  apiOwnChanges,
  apiPropose,
  apiContributions,
  apiContribution,
  apiReview,
  apiAnswerContribution,
  apiDiscuss,
  apiWithdrawContribution,
  apiFleet,
  apiForecast,
  apiNotices,
  apiReadNotices,
];
