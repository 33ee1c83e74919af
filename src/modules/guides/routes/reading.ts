import { route } from '../../../platform/http/index.ts';
import { AnswerFields, ListFields } from './fields.ts';
import { guideReply, listReply, showMedia, stepReply } from './site-pages.tsx';
import { sites } from './sites.ts';

/** The shelf, a guide, a step and its pictures, at work and on the public site. */
export const readingRoutes = sites.flatMap(({ kind, at, access }) => [
  route({
    method: 'GET',
    path: at.list.path,
    access,
    query: ListFields,
    handle: (context, { query }) => listReply(context, kind, query),
  }),
  route({
    method: 'GET',
    path: at.guide.path,
    access,
    handle: (context, { params }) => guideReply(context, kind, params.work),
  }),
  route({
    method: 'GET',
    path: at.step.path,
    access,
    query: AnswerFields,
    handle: (context, { params, query }) => stepReply(context, kind, { ...params, fields: query }),
  }),
  route({
    method: 'GET',
    path: at.media.path,
    access,
    handle: (context, { params }) => showMedia(context, kind, params),
  }),
]);
