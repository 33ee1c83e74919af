import { z } from 'zod';
import {
  getOrganisation,
  missing,
  route,
  see,
  type Context,
  type Reply,
} from '../../../platform/http/index.ts';
import { findStep } from '../reading/fingerprint.ts';
import { saveAnswer } from '../store/answers.ts';
import { saveNote } from '../store/notes.ts';
import type { Site } from './addresses.ts';
import { personOf } from './reader.ts';
import { openGuide, siteIn, type SiteKind } from './site-pages.tsx';
import { sites } from './sites.ts';

type At = { readonly work: string; readonly step: string };

/** Back to the step with what was said, and what it was about where it is not done. */
function back(site: Site, { work, step }: At, said: Readonly<Record<string, string>>): Reply {
  return see(`${site.step(work, step)}?${new URLSearchParams(said)}#sagt`);
}

async function findAsked(context: Context, kind: SiteKind, { work, step }: At) {
  const site = siteIn(context, kind);
  const shown = await openGuide(context, site, work);
  const found = shown === null ? null : findStep(shown.guide, step);
  return found === null ? null : { site, found };
}

const Helped = z.object({ hjalpte: z.enum(['ja', 'nej']) });

async function answer(context: Context, kind: SiteKind, at: At & z.infer<typeof Helped>): Promise<Reply> {
  const asked = await findAsked(context, kind, at);
  if (asked === null) return missing;
  await saveAnswer(context.tx, {
    id: context.newId(),
    organisation: getOrganisation(context),
    work: at.work,
    step: at.step,
    person: personOf(context, asked.site),
    helped: at.hjalpte === 'ja',
    at: context.now,
  });
  return back(asked.site, at, { sagt: at.hjalpte });
}

const Written = z.object({
  om: z.string().max(100).default(''),
  text: z.string().trim().max(4000).default(''),
});

async function write(context: Context, kind: SiteKind, at: At & z.infer<typeof Written>): Promise<Reply> {
  const asked = await findAsked(context, kind, at);
  if (asked === null) return missing;
  const { site, found } = asked;
  const element = found.blocks.some((block) => block.id === at.om) ? at.om : at.step;
  if (at.text === '') return back(site, at, { sagt: 'tomt', om: element });
  const { actor } = context;
  await saveNote(context.tx, site.organisation, {
    id: context.newId(),
    work: at.work,
    step: at.step,
    element,
    text: at.text,
    authorName: kind === 'work' && actor.kind === 'person' ? actor.name : null,
    authorPerson: personOf(context, site),
    from: null,
    fromNote: null,
    at: context.now,
  });
  return back(site, at, { sagt: 'skrivet' });
}

/** Whether a step helped, and notes to its author, at work and on the public site. */
export const feedbackRoutes = sites.flatMap(({ kind, at, access }) => [
  route({
    method: 'POST',
    path: at.helped.path,
    access,
    body: Helped,
    handle: (context, { params, body }) => answer(context, kind, { ...params, ...body }),
  }),
  route({
    method: 'POST',
    path: at.note.path,
    access,
    body: Written,
    handle: (context, { params, body }) => write(context, kind, { ...params, ...body }),
  }),
]);
