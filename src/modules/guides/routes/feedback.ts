import { z } from 'zod';
import {
  everybodyAtWork,
  getOrganisation,
  missing,
  open,
  route,
  see,
  type Context,
  type Reply,
} from '../../../platform/http/index.ts';
import { findStep } from '../reading/fingerprint.ts';
import { saveAnswer } from '../store/answers.ts';
import { saveNote } from '../store/notes.ts';
import { open as openAt, work as workAt, type Site } from './addresses.ts';
import { personOf } from './reader.ts';
import { openGuide, siteIn, type SiteKind } from './site-pages.tsx';

type At = { readonly work: string; readonly step: string };

const back = (site: Site, { work, step }: At, said: string): Reply =>
  see(`${site.step(work, step)}?sagt=${said}#sagt`);

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
  return back(asked.site, at, at.hjalpte);
}

const Written = z.object({
  om: z.string().max(100).default(''),
  text: z.string().trim().max(4000).default(''),
  namn: z.string().trim().max(100).default(''),
});

async function write(context: Context, kind: SiteKind, at: At & z.infer<typeof Written>): Promise<Reply> {
  const asked = await findAsked(context, kind, at);
  if (asked === null) return missing;
  const { site, found } = asked;
  if (at.text === '') return back(site, at, 'tomt');
  const { actor } = context;
  const known = kind === 'work' && actor.kind === 'person' ? actor.name : at.namn;
  await saveNote(context.tx, site.organisation, {
    id: context.newId(),
    work: at.work,
    step: at.step,
    element: found.blocks.some((block) => block.id === at.om) ? at.om : at.step,
    text: at.text,
    authorName: known === '' ? null : known,
    authorPerson: personOf(context, site),
    from: null,
    fromNote: null,
    at: context.now,
  });
  return back(site, at, 'skrivet');
}

const answerAtWork = route({
  method: 'POST',
  path: workAt.helped.path,
  access: everybodyAtWork,
  body: Helped,
  handle: (context, { params, body }) => answer(context, 'work', { ...params, ...body }),
});

const answerOpen = route({
  method: 'POST',
  path: openAt.helped.path,
  access: open,
  body: Helped,
  handle: (context, { params, body }) => answer(context, 'open', { ...params, ...body }),
});

const writeAtWork = route({
  method: 'POST',
  path: workAt.note.path,
  access: everybodyAtWork,
  body: Written,
  handle: (context, { params, body }) => write(context, 'work', { ...params, ...body }),
});

const writeOpen = route({
  method: 'POST',
  path: openAt.note.path,
  access: open,
  body: Written,
  handle: (context, { params, body }) => write(context, 'open', { ...params, ...body }),
});

export const feedbackRoutes = [answerAtWork, answerOpen, writeAtWork, writeOpen] as const;
