import { z } from 'zod';
import type { Context, Page, Reply } from '../../../platform/http/index.ts';
import { getOrganisation, link, missing, open, route, see } from '../../../platform/http/index.ts';
import { pageAfter, pageBefore, pageOf, textOf } from '../definition/index.ts';
import type { WayPage } from '../definition/index.ts';
import { beginDraft } from '../drafts/begin.ts';
import { fromName } from '../drafts/form.ts';
import type { Opened, Opening } from '../drafts/open-draft.ts';
import { openDraft, usesFiles } from '../drafts/open-draft.ts';
import { mayOpen } from '../drafts/progress.ts';
import type { PageSaved } from '../drafts/save-page.ts';
import { savePage, settlePage } from '../drafts/save-page.ts';
import type { Go } from '../drafts/form.ts';
import { CheckPage } from '../pages/check-page.tsx';
import { StalePage } from '../pages/stale-page.tsx';
import { StepPage } from '../pages/step-page.tsx';
import { findService } from '../running.ts';
import { texts } from '../texts/index.ts';
import { at, signInAddress } from './addresses.ts';
import { checkView } from './check-view.ts';
import { staleView } from './stale-view.ts';
import { stepView } from './step-view.ts';
import { draftAddress, resumeAddress, stepAddress } from './wayfinding.ts';

/**
 * What is answered where a draft cannot be used: sign in, see the receipt, or nothing is there. `back` is
 * where to come after sign-in, for what cannot be asked for with GET.
 */
function elsewhere(ctx: Context, opening: Exclude<Opening, { kind: 'open' }>, back = ctx.address): Reply {
  switch (opening.kind) {
    case 'sign-in':
      return see(signInAddress(back, ctx.language));
    case 'missing':
      return missing;
    case 'submitted':
      return see(draftAddress(at.receipt, { organisation: getOrganisation(ctx), key: opening.key }));
  }
}

/** Leads on from wherever a draft is: to its next page, or to its receipt. */
const continueAddress = (params: { readonly organisation: string; readonly draft: string }): string =>
  draftAddress(at.receipt, { organisation: params.organisation, key: params.draft });

const publicPage = (
  title: string,
  content: Page['content'],
  more: Pick<Page, 'failed' | 'tasks'> = {},
): Reply => ({ kind: 'page', title, frame: { kind: 'public' }, content, ...more });

const begin = route({
  method: 'POST',
  path: at.begin.path,
  access: open,
  handle: async (ctx, { params }) => {
    const service = await findService(ctx, params.service);
    if (service === null) return missing;
    const begun = await beginDraft(ctx, service);
    if (begun.kind === 'sign-in') return see(signInAddress(link(at.service, params), ctx.language));
    return see(resumeAddress({ organisation: getOrganisation(ctx), work: service.work, key: begun.key }));
  },
});

/** Takes a person to where they left off. */
const resume = route({
  method: 'GET',
  path: at.draft.path,
  access: open,
  handle: async (ctx, { params }) => {
    const opening = await openDraft(ctx, params.draft, 'read');
    return opening.kind === 'open'
      ? see(stepAddress(opening, opening.progress.firstOpen))
      : elsewhere(ctx, opening);
  },
});

const StepQuery = z.object({ fran: z.string().max(20).default('') });

const showStep = route({
  method: 'GET',
  path: at.step.path,
  access: open,
  query: StepQuery,
  handle: async (ctx, { params, query }) => {
    const opening = await openDraft(ctx, params.draft, 'read');
    if (opening.kind !== 'open') return elsewhere(ctx, opening);
    const page = pageOf(opening.progress.way, params.page);
    if (page === undefined || !mayOpen(opening.progress, params.page)) {
      return see(stepAddress(opening, opening.progress.firstOpen));
    }
    return stepPage(ctx, opening, { page, from: query.fran });
  },
});

/** Its questions, itself, and the form that it belongs to. */
const tasksOf = ({ service: { work } }: Opened, { page, fields }: WayPage): readonly string[] => [
  ...fields.map(({ field }) => `form:${work}/${field.id}`),
  `form:${work}/${page.id}`,
  `form:${work}`,
];

function stepPage(ctx: Context, opened: Opened, { page, from }: { page: WayPage; from: string }): Reply {
  const title = textOf(page.page.title, ctx.language);
  const pending = opened.draft.content.pages[page.page.id]?.pending ?? null;
  if (pending !== null) {
    return publicPage(
      texts(ctx.language).stale.title,
      <StalePage {...staleView(ctx, opened, { page, pending })} />,
    );
  }
  const tasks = tasksOf(opened, page);
  if (page.page.type === 'check')
    return publicPage(title, <CheckPage {...checkView(ctx, opened, page)} />, { tasks });
  const view = stepView(ctx, opened, page, from);
  return publicPage(title, <StepPage {...view} />, { failed: view.problems.length > 0, tasks });
}

const AnyForm = z.record(z.string(), z.unknown());

const saveStep = route({
  method: 'POST',
  path: at.step.path,
  access: open,
  body: AnyForm,
  takesFiles: usesFiles,
  handle: async (ctx, { params, body, files }) => {
    const opening = await openDraft(ctx, params.draft, 'lock');
    if (opening.kind !== 'open') return elsewhere(ctx, opening);
    const page = pageOf(opening.progress.way, params.page);
    if (page === undefined || page.page.type === 'check' || !mayOpen(opening.progress, params.page)) {
      return see(stepAddress(opening, opening.progress.firstOpen));
    }
    const saved = await savePage(ctx, opening, { page, fields: body, uploads: files });
    return see(nextAddress(opening, { page, saved, fromCheck: body[fromName] === 'granska' }));
  },
});

type Moved = {
  readonly page: WayPage;
  readonly saved: PageSaved & { readonly go: Go };
  readonly fromCheck: boolean;
};

/** Where a saved page leads: on, back, or to itself when something is left to do on it. */
function nextAddress(opened: Opened, { page, saved, fromCheck }: Moved): string {
  const { id } = page.page;
  const { go, progress } = saved;
  const query = fromCheck ? { fran: 'granska' } : {};
  const here = stepAddress(opened, id, query);
  switch (go.kind) {
    case 'next': {
      if (saved.kind !== 'read') return here;
      const after = fromCheck && progress.ready ? undefined : pageAfter(progress.way, id);
      return stepAddress(opened, after?.page.id ?? progress.firstOpen);
    }
    case 'back':
      return saved.kind === 'stale' ? here : stepAddress(opened, pageBefore(progress.way, id)?.page.id ?? id);
    case 'leave':
      return draftAddress(at.left, { organisation: opened.draft.organisation, key: opened.key });
    case 'upload':
    case 'remove-file':
      return `${here}#${encodeURIComponent(go.input)}`;
    case 'add-row':
    case 'remove-row':
      return `${here}#${encodeURIComponent(go.group)}`;
  }
}

const Choice = z.object({ take: z.enum(['sent', 'saved']) });

const settle = route({
  method: 'POST',
  path: at.settle.path,
  access: open,
  body: Choice,
  handle: async (ctx, { params, body }) => {
    const opening = await openDraft(ctx, params.draft, 'lock');
    if (opening.kind !== 'open') return elsewhere(ctx, opening, continueAddress(params));
    await settlePage(ctx, opening, { page: params.page, take: body.take });
    return see(stepAddress(opening, params.page));
  },
});

export { continueAddress, elsewhere, publicPage };

export const stepRoutes = [begin, resume, showStep, saveStep, settle] as const;
