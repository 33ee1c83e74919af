import type { Context } from '../../../platform/http/index.ts';
import { getOrganisation } from '../../../platform/http/index.ts';
import { isoDay } from '../../../platform/text/index.ts';
import { decisionDue, openCase } from '../../cases/index.ts';
import { situationOf } from '../running.ts';
import { caseOf } from './case-of.ts';
import type { Receipt } from './draft.ts';
import type { Opened } from './open-draft.ts';
import { openDraft } from './open-draft.ts';
import { saveSubmitted } from './store.ts';
import { countSent } from './usage.ts';

export type Submission =
  | { readonly kind: 'submitted'; readonly key: string; readonly receipt: Receipt }
  /** Something is left to answer; nothing was sent. */
  | { readonly kind: 'unfinished'; readonly opened: Opened }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'missing' };

/**
 * Sends a draft: the relevant answers become a case in the same transaction. The draft's id is the key,
 * so however many times and at once it is sent, there is one case and one receipt.
 */
export async function submitDraft(ctx: Context, part: string): Promise<Submission> {
  const opening = await openDraft(ctx, part, 'lock');
  switch (opening.kind) {
    case 'sign-in':
    case 'missing':
      return { kind: opening.kind };
    case 'submitted':
      return opening.draft.state.kind === 'submitted'
        ? { kind: 'submitted', key: opening.key, receipt: opening.draft.state.receipt }
        : { kind: 'missing' };
    case 'open':
      return opening.progress.ready ? send(ctx, opening) : { kind: 'unfinished', opened: opening };
  }
}

async function send(ctx: Context, opened: Opened): Promise<Submission> {
  const { draft, service, progress } = opened;
  const situation = situationOf(ctx, service);
  const application = caseOf(ctx, { draft, service, answers: progress.way.answers, situation });
  const opening = await openCase(ctx, application);
  const receipt: Receipt = {
    caseId: opening.id,
    caseNumber: opening.number,
    versionNumber: service.versionNumber,
    answerBy: decisionDue(application.process, { opened: isoDay(ctx.now), paused: 0 }),
  };
  await saveSubmitted(ctx.tx, draft, { at: ctx.now, receipt });
  await countSent(ctx.tx, {
    organisation: getOrganisation(ctx),
    work: service.work,
    begun: isoDay(draft.begunAt),
    sent: isoDay(ctx.now),
  });
  return { kind: 'submitted', key: opened.key, receipt };
}
