import type { Step } from '../../../ui/index.ts';
import { link } from '../../../platform/http/index.ts';
import type { Context } from '../../../platform/http/index.ts';
import { formatShortDate, formatTime, isoDay } from '../../../platform/text/index.ts';
import { textOf } from '../definition/index.ts';
import type { Opened } from '../drafts/open-draft.ts';
import { mayOpen } from '../drafts/progress.ts';
import type { StepFrame } from '../pages/step-page.tsx';
import { texts } from '../texts/index.ts';
import { at } from './addresses.ts';

/** The address of one page of a draft. */
export const stepAddress = (opened: Opened, page: string, query: { readonly fran?: string } = {}): string =>
  link(
    at.step,
    { organisation: opened.draft.organisation, service: opened.draft.work, draft: opened.key, page },
    query,
  );

/** The address of something done with a draft as a whole. */
export const draftAddress = (
  target: typeof at.left | typeof at.remove | typeof at.send | typeof at.receipt,
  place: { readonly organisation: string; readonly key: string },
): string => link(target, { organisation: place.organisation, draft: place.key });

/** The address where a person goes on with a draft. */
export const resumeAddress = (place: { organisation: string; work: string; key: string }): string =>
  link(at.draft, { organisation: place.organisation, service: place.work, draft: place.key });

/** "Sparat klockan 14.32." on the day itself, else with the day. */
function savedWords(ctx: Context, savedAt: Date): string {
  const words = texts(ctx.language);
  const time = formatTime(savedAt, ctx.language);
  return isoDay(savedAt) === isoDay(ctx.now)
    ? words.draft.saved(time)
    : words.draft.savedOn(formatShortDate(savedAt, ctx.language), time);
}

/** What stands around a step: where on the way, what is saved and for how long. */
export function stepFrame(ctx: Context, opened: Opened, current: string): StepFrame {
  const words = texts(ctx.language);
  const { draft, progress, service } = opened;
  const kept = formatShortDate(draft.keptUntil, ctx.language);
  const bearer = draft.holder.kind === 'bearer' ? ` ${words.draft.anonymousKeep}` : '';
  const begun = Object.keys(draft.content.pages).length > 0;
  return {
    words,
    service: textOf(service.definition.task, ctx.language),
    steps: progress.steps.map(({ page, state }): Step => {
      const { id } = page.page;
      const open = mayOpen(progress, id);
      return {
        id,
        title: textOf(page.page.title, ctx.language),
        state: id === current ? 'now' : state === 'done' ? 'done' : 'ahead',
        ...(open ? { to: stepAddress(opened, id) } : {}),
      };
    }),
    saved: begun ? savedWords(ctx, draft.savedAt) : null,
    kept: `${begun ? words.draft.canContinue(kept) : words.draft.notSaved(kept)}${bearer}`,
  };
}
