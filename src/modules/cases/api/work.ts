import { z } from 'zod';
import {
  type Context,
  getOrganisation,
  getPerson,
  json,
  missing,
  type Reply,
  route,
  staff,
} from '../../../platform/http/index.ts';
import { isoDay } from '../../../platform/text/index.ts';
import type { Outcome } from '../actions/acting.ts';
import { decideNow } from '../actions/decision.ts';
import { advanceCase, closeCase, noteCase, takeCase } from '../actions/handle.ts';
import { isId, readCase } from '../actions/read-case.ts';
import { requestCompletion, writeToApplicant } from '../actions/talk.ts';
import { type Filter, orders, views } from '../model/listing.ts';
import { stateKinds } from '../model/process.ts';
import { findWorkDossier, listHistory } from '../store/dossier.ts';
import { countViews, listCases } from '../store/list.ts';
import { listedShape, problem, uploadsOf, workShape } from './present.ts';
import { CaseListShape, HistoryShape, SentFiles, WorkCaseShape } from './shapes.ts';

const access = staff('case-worker');
const base = '/api/v1/organisations/:organisation/cases';
const tag = 'cases';
const text = z.string().max(100_000);

export const apiCases = route({
  method: 'GET',
  path: base,
  access,
  query: z.object({
    view: z.enum(views).default('open'),
    work: z.string().max(100).nullable().default(null),
    step: z.enum(stateKinds).nullable().default(null),
    order: z.enum(orders).default('due'),
    search: z
      .string()
      .trim()
      .max(200)
      .default('')
      .meta({ description: 'Part of the number, the title or what the case concerns' }),
    concerns: z
      .string()
      .trim()
      .max(200)
      .default('')
      .meta({ description: 'Part of an answer that says whom or what the case concerns' }),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
  }),
  operation: { summary: 'Cases of the organisation, 25 a page', tag, response: CaseListShape },
  handle: async (context, { query }) => {
    const filter: Filter = {
      ...query,
      organisation: getOrganisation(context),
      worker: getPerson(context).person,
      today: isoDay(context.now),
    };
    const { rows, total } = await listCases(context.tx, filter);
    const counts = await countViews(context.tx, filter);
    return json({ cases: rows.map(listedShape), total, page: query.page, counts });
  },
});

async function caseReply(context: Context, id: string): Promise<Reply> {
  const about = await readCase(context, id, 'read-case');
  if (about === null) return missing;
  return json(workShape(about, await findWorkDossier(context.tx, about)));
}

export const apiCase = route({
  method: 'GET',
  path: `${base}/:case`,
  access,
  operation: { summary: 'A case; the read is logged', tag, response: WorkCaseShape },
  handle: (context, { params }) => caseReply(context, params.case),
});

export const apiHistory = route({
  method: 'GET',
  path: `${base}/:case/history`,
  access,
  operation: { summary: 'What has happened in a case, the latest first', tag, response: HistoryShape },
  handle: async (context, { params }) => {
    const about = await readCase(context, params.case, 'read-history');
    if (about === null) return missing;
    const history = await listHistory(context.tx, about);
    return json({ history: history.map((entry) => ({ ...entry, at: entry.at.toISOString() })) });
  },
});

/** Acts, and answers with the case as it stands after. */
async function actOn(context: Context, id: string, act: () => Promise<Outcome<unknown>>): Promise<Reply> {
  if (!isId(id)) return missing;
  const outcome = await act();
  return outcome.ok ? caseReply(context, id) : problem(outcome.failure, context.language);
}

const operation = (summary: string) => ({ summary, tag, response: WorkCaseShape });

export const apiTake = route({
  method: 'POST',
  path: `${base}/:case/take`,
  access,
  operation: operation('Take a case that nobody has'),
  handle: (context, { params }) => actOn(context, params.case, () => takeCase(context, params.case)),
});

export const apiAdvance = route({
  method: 'POST',
  path: `${base}/:case/step`,
  access,
  body: z.object({ state: z.string().max(200) }),
  operation: operation('Move a case to a step of work'),
  handle: (context, { params, body }) =>
    actOn(context, params.case, () => advanceCase(context, params.case, body.state)),
});

export const apiNote = route({
  method: 'POST',
  path: `${base}/:case/notes`,
  access,
  body: z.object({ text }),
  operation: operation('Write a note that the municipality keeps for itself'),
  handle: (context, { params, body }) =>
    actOn(context, params.case, () => noteCase(context, params.case, body.text)),
});

export const apiMessage = route({
  method: 'POST',
  path: `${base}/:case/messages`,
  access,
  body: z.object({ text, files: SentFiles }),
  operation: operation('Write to the applicant'),
  handle: (context, { params, body }) =>
    actOn(context, params.case, () =>
      writeToApplicant(context, params.case, { text: body.text, files: uploadsOf(body.files) }),
    ),
});

export const apiAsk = route({
  method: 'POST',
  path: `${base}/:case/completions`,
  access,
  body: z.object({ text, due: z.iso.date() }),
  operation: operation('Ask the applicant to complete what was sent'),
  handle: (context, { params, body }) =>
    actOn(context, params.case, () => requestCompletion(context, params.case, body)),
});

export const apiDecide = route({
  method: 'POST',
  path: `${base}/:case/decision`,
  access,
  body: z.object({ choice: z.string().max(200), reasons: text.default('') }),
  operation: operation('Decide a case, once'),
  handle: (context, { params, body }) =>
    actOn(context, params.case, () => decideNow(context, params.case, body)),
});

export const apiClose = route({
  method: 'POST',
  path: `${base}/:case/close`,
  access,
  operation: operation('Close a decided case'),
  handle: (context, { params }) => actOn(context, params.case, () => closeCase(context, params.case)),
});
