import type { Context } from '../../../platform/http/index.ts';
import { pageBefore, presentAnswers, textOf } from '../definition/index.ts';
import type { WayPage } from '../definition/index.ts';
import type { Opened } from '../drafts/open-draft.ts';
import type { CheckView } from '../pages/check-page.tsx';
import { situationOf } from '../running.ts';
import { at } from './addresses.ts';
import { draftAddress, stepAddress, stepFrame } from './wayfinding.ts';

/** The page that a section is changed on: its own, or the one that has the group whose row it is. */
const pageOfSection = (opened: Opened, section: string): string =>
  opened.progress.way.pages.find(
    ({ page, fields }) =>
      page.id === section || fields.some(({ rows }) => rows.some((row) => row.id === section)),
  )?.page.id ?? opened.progress.firstOpen;

/** Everything that was answered, as the case will have it. */
export function checkView(ctx: Context, opened: Opened, page: WayPage): CheckView {
  const { service, draft, progress, key } = opened;
  const situation = situationOf(ctx, service);
  const sections = presentAnswers(service.definition, progress.way.answers, {
    language: ctx.language,
    situation,
  });
  const before = pageBefore(progress.way, page.page.id);
  const place = { organisation: draft.organisation, key };
  return {
    ...stepFrame(ctx, opened, page.page.id),
    title: textOf(page.page.title, ctx.language),
    text: page.page.text === null ? null : textOf(page.page.text, ctx.language),
    sections: sections.map((section) => {
      const change = stepAddress(opened, pageOfSection(opened, section.id), {
        fran: 'granska',
      });
      return {
        id: section.id,
        title: section.title,
        rows: section.rows.map(({ id, label, value }) => ({
          id,
          label,
          value,
          to: `${change}#${encodeURIComponent(id)}`,
        })),
      };
    }),
    sendTo: draftAddress(at.send, place),
    backTo: before === undefined ? null : stepAddress(opened, before.page.id),
    leaveTo: draftAddress(at.left, place),
  };
}
