import type { Context, Reply } from '../../../platform/http/index.ts';
import { getOrganisation, link, open, route, see } from '../../../platform/http/index.ts';
import { formatDate, formatShortDate, formatTime } from '../../../platform/text/index.ts';
import { addresses as caseAddresses } from '../../cases/index.ts';
import { textOf } from '../definition/index.ts';
import type { Draft, Receipt } from '../drafts/draft.ts';
import type { Opened, Opening } from '../drafts/open-draft.ts';
import { openDraft } from '../drafts/open-draft.ts';
import { submitDraft } from '../drafts/submit.ts';
import { deleteDraft } from '../drafts/store.ts';
import { filled } from '../filled.ts';
import { LeftPage, RemovePage } from '../pages/draft-pages.tsx';
import { ReceiptPage } from '../pages/receipt-page.tsx';
import type { ReceiptView } from '../pages/receipt-page.tsx';
import type { Service } from '../running.ts';
import { texts } from '../texts/index.ts';
import { at, signInAddress } from './addresses.ts';
import { continueAddress, elsewhere, publicPage } from './drafts.tsx';
import { draftAddress, resumeAddress, stepAddress } from './wayfinding.ts';

const placeOf = (opened: Opened) => ({ organisation: opened.draft.organisation, key: opened.key });

const resumeOf = (opened: Opened): string =>
  resumeAddress({ organisation: opened.draft.organisation, work: opened.draft.work, key: opened.key });

const titleOf = (ctx: Context, service: Service): string => textOf(service.definition.task, ctx.language);

const showLeft = route({
  method: 'GET',
  path: at.left.path,
  access: open,
  handle: async (ctx, { params }) => {
    const opening = await openDraft(ctx, params.draft, 'read');
    if (opening.kind !== 'open') return elsewhere(ctx, opening);
    const words = texts(ctx.language);
    return publicPage(
      words.draft.left.title,
      <LeftPage
        words={words}
        service={titleOf(ctx, opening.service)}
        kept={formatShortDate(opening.draft.keptUntil, ctx.language)}
        address={opening.draft.holder.kind === 'bearer' ? `${ctx.origin}${resumeOf(opening)}` : null}
        resumeTo={resumeOf(opening)}
        removeTo={draftAddress(at.remove, placeOf(opening))}
      />,
    );
  },
});

const askToRemove = route({
  method: 'GET',
  path: at.remove.path,
  access: open,
  handle: async (ctx, { params }) => {
    const opening = await openDraft(ctx, params.draft, 'read');
    if (opening.kind !== 'open') return elsewhere(ctx, opening);
    const words = texts(ctx.language);
    return publicPage(
      words.draft.remove.title,
      <RemovePage
        words={words}
        service={titleOf(ctx, opening.service)}
        action={draftAddress(at.remove, placeOf(opening))}
        keepTo={resumeOf(opening)}
      />,
    );
  },
});

const remove = route({
  method: 'POST',
  path: at.remove.path,
  access: open,
  handle: async (ctx, { params }) => {
    const opening = await openDraft(ctx, params.draft, 'lock');
    if (opening.kind !== 'open') return elsewhere(ctx, opening);
    const { organisation, work, id } = opening.draft;
    await deleteDraft(ctx.tx, organisation, id);
    return see(link(at.service, { organisation, service: work }));
  },
});

const send = route({
  method: 'POST',
  path: at.send.path,
  access: open,
  handle: async (ctx, { params }) => {
    const submission = await submitDraft(ctx, params.draft);
    switch (submission.kind) {
      case 'submitted':
        return see(draftAddress(at.receipt, { organisation: getOrganisation(ctx), key: submission.key }));
      case 'unfinished':
        return see(stepAddress(submission.opened, submission.opened.progress.firstOpen));
      case 'sign-in':
      case 'missing':
        return elsewhere(ctx, submission, continueAddress(params));
    }
  },
});

const showReceipt = route({
  method: 'GET',
  path: at.receipt.path,
  access: open,
  handle: async (ctx, { params }) => {
    const opening = await openDraft(ctx, params.draft, 'read');
    return receiptOf(ctx, opening);
  },
});

function receiptOf(ctx: Context, opening: Opening): Reply {
  switch (opening.kind) {
    case 'open':
      return see(resumeOf(opening));
    case 'sign-in':
      return see(signInAddress(ctx.address, ctx.language));
    case 'missing':
      return elsewhere(ctx, opening);
    case 'submitted': {
      const { state } = opening.draft;
      if (state.kind !== 'submitted') return elsewhere(ctx, { kind: 'missing' });
      const view = receiptView(ctx, opening, { at: state.at, receipt: state.receipt });
      return publicPage(view.words.receipt.title, <ReceiptPage {...view} />);
    }
  }
}

function receiptView(
  ctx: Context,
  { draft, service }: { readonly draft: Draft; readonly service: Service },
  { at: sentAt, receipt }: { readonly at: Date; readonly receipt: Receipt },
): ReceiptView {
  const { language } = ctx;
  const words = texts(language);
  const { organisation } = draft;
  const own = { organisation, case: receipt.caseId };
  const text = service.definition.receipt;
  const signedIn = draft.holder.kind === 'person';
  return {
    words,
    service: titleOf(ctx, service),
    number: receipt.caseNumber,
    facts: [
      { term: words.receipt.when, value: `${formatDate(sentAt, language)} ${formatTime(sentAt, language)}` },
      ...(receipt.answerBy === null
        ? []
        : [{ term: words.receipt.answerBy, value: formatDate(new Date(receipt.answerBy), language) }]),
      { term: words.receipt.version, value: String(receipt.versionNumber) },
    ],
    next: text === null ? null : filled(service, text.text, language),
    followTo: signedIn ? link(caseAddresses.ownCase, own) : null,
    pdfTo: signedIn ? link(caseAddresses.ownReceipt, own) : null,
    homeTo: link(at.start, { organisation }),
  };
}

export const endingRoutes = [showLeft, askToRemove, remove, send, showReceipt] as const;
