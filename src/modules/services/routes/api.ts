import { z } from 'zod';
import type { Context, Reply } from '../../../platform/http/index.ts';
import {
  getOrganisation,
  getPerson,
  json,
  missing,
  open,
  route,
  signedIn,
} from '../../../platform/http/index.ts';
import type { AnswerIssue } from '../definition/index.ts';
import { pageOf } from '../definition/index.ts';
import { beginDraft } from '../drafts/begin.ts';
import type { Opening } from '../drafts/open-draft.ts';
import { openDraft, usesFiles } from '../drafts/open-draft.ts';
import { addFiles, saveAnswers } from '../drafts/save-answers.ts';
import { submitDraft } from '../drafts/submit.ts';
import { deleteDraft, findDraftsOf } from '../drafts/store.ts';
import { findService } from '../running.ts';
import { listServices } from '../site/catalogue.ts';
import { texts } from '../texts/index.ts';
import { detailsOf, draftShown, receiptShown } from './api-presenter.ts';
import {
  DraftShown,
  FilesShown,
  OwnDrafts,
  ReceiptShown,
  ServiceDetails,
  ServiceList,
} from './api-shapes.ts';

const tag = 'services';
const words = texts('en').api;
const base = '/api/v1/organisations/:organisation';

const signInFirst = json({ failure: { kind: 'sign-in' } }, 401);

/** What the API answers where a draft is not open to the requester. */
function closed(opening: Exclude<Opening, { kind: 'open' }>): Reply {
  switch (opening.kind) {
    case 'sign-in':
      return signInFirst;
    case 'missing':
      return missing;
    case 'submitted':
      return receiptReply(opening);
  }
}

function receiptReply({ key, draft }: Extract<Opening, { kind: 'submitted' }>): Reply {
  return draft.state.kind === 'submitted' ? json(receiptShown(key, draft.state.receipt)) : missing;
}

const issuesReply = (ctx: Context, issues: readonly AnswerIssue[]): Reply =>
  json(
    {
      failure: {
        kind: 'issues',
        issues: issues.map(({ field, input, message }) => ({ field, input, message: message[ctx.language] })),
      },
    },
    422,
  );

const apiServices = route({
  method: 'GET',
  path: `${base}/services`,
  access: open,
  operation: { summary: words.list, tag, response: ServiceList },
  handle: async (ctx) => json({ services: await listServices(ctx) }),
});

const apiService = route({
  method: 'GET',
  path: `${base}/services/:service`,
  access: open,
  operation: { summary: words.show, tag, response: ServiceDetails },
  handle: async (ctx, { params }) => {
    const service = await findService(ctx, params.service);
    return service === null ? missing : json(detailsOf(service));
  },
});

const apiBegin = route({
  method: 'POST',
  path: `${base}/services/:service/drafts`,
  access: open,
  operation: { summary: words.begin, tag, response: DraftShown },
  handle: async (ctx, { params }) => {
    const service = await findService(ctx, params.service);
    if (service === null) return missing;
    const begun = await beginDraft(ctx, service);
    if (begun.kind === 'sign-in') return signInFirst;
    const opening = await openDraft(ctx, begun.key, 'read');
    return opening.kind === 'open' ? json(draftShown(opening), 201) : closed(opening);
  },
});

const apiDraft = route({
  method: 'GET',
  path: `${base}/drafts/:draft`,
  access: open,
  operation: { summary: words.read, tag, response: z.union([DraftShown, ReceiptShown]) },
  handle: async (ctx, { params }) => {
    const opening = await openDraft(ctx, params.draft, 'read');
    return opening.kind === 'open' ? json(draftShown(opening)) : closed(opening);
  },
});

const PageBody = z.object({
  answers: z.record(z.string(), z.unknown()),
  /** The page's revision that the answers were made from; a later one is refused with 409. */
  revision: z.number().int().min(0).optional(),
});

const apiSave = route({
  method: 'PUT',
  path: `${base}/drafts/:draft/pages/:page`,
  access: open,
  body: PageBody,
  operation: { summary: words.save, tag, response: DraftShown },
  handle: async (ctx, { params, body }) => {
    const opening = await openDraft(ctx, params.draft, 'lock');
    if (opening.kind !== 'open') return closed(opening);
    const page = pageOf(opening.progress.way, params.page);
    if (page === undefined || page.page.type === 'check') return missing;
    const saved = await saveAnswers(ctx, opening, {
      page,
      answers: body.answers,
      basedOn: body.revision ?? null,
    });
    switch (saved.kind) {
      case 'saved':
        return json(draftShown(saved.opened));
      case 'wrong':
        return issuesReply(ctx, saved.issues);
      case 'stale':
        return json({ failure: { kind: 'stale', revision: saved.revision } }, 409);
    }
  },
});

const apiUpload = route({
  method: 'POST',
  path: `${base}/drafts/:draft/pages/:page/files`,
  access: open,
  operation: { summary: words.upload, tag, response: FilesShown },
  takesFiles: usesFiles,
  handle: async (ctx, { params, files }) => {
    const opening = await openDraft(ctx, params.draft, 'lock');
    if (opening.kind !== 'open') return closed(opening);
    const page = pageOf(opening.progress.way, params.page);
    if (page === undefined || page.page.type === 'check') return missing;
    const added = await addFiles(ctx, opening, { page, uploads: files });
    return added.ok ? json({ files: added.files }, 201) : issuesReply(ctx, added.issues);
  },
});

const apiRemove = route({
  method: 'DELETE',
  path: `${base}/drafts/:draft`,
  access: open,
  operation: { summary: words.remove, tag, response: z.object({ removed: z.literal(true) }) },
  handle: async (ctx, { params }) => {
    const opening = await openDraft(ctx, params.draft, 'lock');
    if (opening.kind !== 'open') return closed(opening);
    await deleteDraft(ctx.tx, getOrganisation(ctx), opening.draft.id);
    return json({ removed: true });
  },
});

const apiSubmit = route({
  method: 'POST',
  path: `${base}/drafts/:draft/submit`,
  access: open,
  operation: { summary: words.submit, tag, response: ReceiptShown },
  handle: async (ctx, { params }) => {
    const submission = await submitDraft(ctx, params.draft);
    switch (submission.kind) {
      case 'submitted':
        return json(receiptShown(submission.key, submission.receipt));
      case 'unfinished':
        return json({ failure: { kind: 'unfinished', ...draftShown(submission.opened) } }, 422);
      case 'sign-in':
        return signInFirst;
      case 'missing':
        return missing;
    }
  },
});

const apiOwnDrafts = route({
  method: 'GET',
  path: '/api/v1/drafts',
  access: signedIn,
  operation: { summary: words.own, tag, response: OwnDrafts },
  handle: async (ctx) => {
    const drafts = await findDraftsOf(ctx.tx, getPerson(ctx).person, { now: ctx.now });
    return json({
      drafts: drafts.map(({ organisation, id, work, savedAt, keptUntil }) => ({
        organisation,
        draft: id,
        work,
        savedAt: savedAt.toISOString(),
        keptUntil: keptUntil.toISOString(),
      })),
    });
  },
});

export const apiRoutes = [
  apiServices,
  apiService,
  apiBegin,
  apiDraft,
  apiSave,
  apiUpload,
  apiRemove,
  apiSubmit,
  apiOwnDrafts,
] as const;
