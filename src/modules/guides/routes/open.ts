import { open, route } from '../../../platform/http/index.ts';
import { open as at } from './addresses.ts';
import { AnswerFields, ListFields } from './fields.ts';
import { guideReply, listReply, showMedia, stepReply } from './site-pages.tsx';

const listOpen = route({
  method: 'GET',
  path: at.list.path,
  access: open,
  query: ListFields,
  handle: (context, { query }) => listReply(context, 'open', query),
});

const showOpen = route({
  method: 'GET',
  path: at.guide.path,
  access: open,
  handle: (context, { params }) => guideReply(context, 'open', params.work),
});

const showOpenStep = route({
  method: 'GET',
  path: at.step.path,
  access: open,
  query: AnswerFields,
  handle: (context, { params, query }) => stepReply(context, 'open', { ...params, fields: query }),
});

const showOpenMedia = route({
  method: 'GET',
  path: at.media.path,
  access: open,
  handle: (context, { params }) => showMedia(context, 'open', params),
});

export const openRoutes = [listOpen, showOpen, showOpenStep, showOpenMedia] as const;
