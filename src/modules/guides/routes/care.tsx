import { z } from 'zod';
import { emit } from '../../../platform/events/index.ts';
import {
  getOrganisation,
  getPerson,
  link,
  missing,
  route,
  see,
  type Context,
  type Reply,
} from '../../../platform/http/index.ts';
import { isoDay, typedDay } from '../../../platform/text/index.ts';
import { noteSentOn, tellOn } from '../care/events.ts';
import { monthsOn } from '../care/review.ts';
import { CareGuidePage, type CareGuideView, type CareTyped } from '../pages/care/guide-page.tsx';
import { CareListPage } from '../pages/care/list-page.tsx';
import { NotesPage } from '../pages/care/notes-page.tsx';
import { findShownGuide, type ShownGuide } from '../reading/shown.ts';
import { findCare, saveCare, type Care } from '../store/care.ts';
import { answerNote, findNote, sendNoteOn } from '../store/notes.ts';
import { careTexts } from '../texts/care.ts';
import { care as at } from './addresses.ts';
import { careGuideView, careListView } from './care-view.ts';
import { notesView, sharedBy, type NotesAsked } from './notes-view.ts';
import { writers } from '../writers.ts';

/** Those who write and answer for guides. */
const frame = { kind: 'work', area: 'guides' } as const;
const page = z.coerce.number().int().min(1).max(1000).default(1);
const chosen = z.string().max(20).default('');

const showList = route({
  method: 'GET',
  path: at.list.path,
  access: writers,
  query: z.object({ visa: chosen, sida: page }),
  handle: async (context, { query }) => {
    const view = await careListView(context, getOrganisation(context), query);
    return { kind: 'page', title: view.words.title, frame, content: <CareListPage {...view} /> };
  },
});

const findGuide = (context: Context, work: string): Promise<ShownGuide | null> =>
  findShownGuide({ tx: context.tx, organisation: getOrganisation(context) }, work);

type Typed = Parameters<typeof careGuideView>[2];

async function guidePage(context: Context, shown: ShownGuide, typed: Typed): Promise<Reply> {
  const view = await careGuideView(context, shown, typed);
  const failed = view.problems.size > 0;
  return {
    kind: 'page',
    ...(failed ? { status: 422, failed } : {}),
    title: view.words.guide.title(view.title),
    frame,
    content: <CareGuidePage {...view} />,
  };
}

const showGuide = route({
  method: 'GET',
  path: at.guide.path,
  access: writers,
  query: z.object({ sparat: chosen }),
  handle: async (context, { params, query }) => {
    const shown = await findGuide(context, params.work);
    if (shown === null) return missing;
    return guidePage(context, shown, { typed: null, problems: new Map(), saved: query.sparat === 'ja' });
  },
});

const text = z.string().trim().max(200).default('');
const Form = z.object({
  ansvarig: text,
  epost: text,
  'granskas.day': text,
  'granskas.month': text,
  'granskas.year': text,
});

function problemsOf(typed: CareTyped, context: Context): CareGuideView['problems'] {
  const { guide } = careTexts(context.language);
  const day = typedDay(typed.review);
  const problems = new Map<'ansvarig' | 'epost' | 'granskas', string>();
  if (typed.email !== '' && !z.email().safeParse(typed.email).success)
    problems.set('epost', guide.wrongEmail);
  if (day === null) problems.set('granskas', guide.wrongDate);
  else if (day < isoDay(context.now)) problems.set('granskas', guide.pastDate);
  return problems;
}

const blank = (work: string, reviewOn: string): Care => ({
  work,
  reviewOn,
  ownerName: null,
  ownerEmail: null,
  reviewedOn: null,
  reviewedBy: null,
  reminded: null,
});

const saveGuide = route({
  method: 'POST',
  path: at.guide.path,
  access: writers,
  body: Form,
  handle: async (context, { params, body }) => {
    const shown = await findGuide(context, params.work);
    if (shown === null) return missing;
    const { 'granskas.day': day, 'granskas.month': month, 'granskas.year': year } = body;
    const typed = { name: body.ansvarig, email: body.epost, review: { day, month, year } };
    const problems = problemsOf(typed, context);
    const reviewOn = typedDay(typed.review);
    if (problems.size > 0 || reviewOn === null)
      return guidePage(context, shown, { typed, problems, saved: false });
    const { organisation, work } = shown;
    const before = (await findCare(context.tx, organisation, work)) ?? blank(work, reviewOn);
    await saveCare(context.tx, organisation, {
      ...before,
      ownerName: typed.name === '' ? null : typed.name,
      ownerEmail: typed.email === '' ? null : typed.email,
      reviewOn,
      // Another day has reminders of its own.
      reminded: reviewOn === before.reviewOn ? before.reminded : null,
    });
    return see(link(at.guide, { organisation, work }, { sparat: 'ja' }));
  },
});

const saveReviewed = route({
  method: 'POST',
  path: at.reviewed.path,
  access: writers,
  handle: async (context, { params }) => {
    const shown = await findGuide(context, params.work);
    if (shown === null) return missing;
    const { organisation, work } = shown;
    const today = isoDay(context.now);
    const reviewOn = monthsOn(today, shown.guide.reviewMonths);
    const before = (await findCare(context.tx, organisation, work)) ?? blank(work, reviewOn);
    await saveCare(context.tx, organisation, {
      ...before,
      reviewOn,
      reviewedOn: today,
      reviewedBy: getPerson(context).name,
      reminded: null,
    });
    return see(link(at.guide, { organisation, work }, { sparat: 'ja' }));
  },
});

const NotesQuery = z.object({ visa: chosen, sida: page, klart: chosen });

async function notesPage(context: Context, asked: NotesAsked): Promise<Reply> {
  const view = await notesView(context, getOrganisation(context), asked);
  return {
    kind: 'page',
    ...(asked.fel === null ? {} : { status: 409, failed: true }),
    title: view.words.notes.title,
    frame,
    content: <NotesPage {...view} />,
  };
}

const showNotes = route({
  method: 'GET',
  path: at.notes.path,
  access: writers,
  query: NotesQuery,
  handle: (context, { query }) => notesPage(context, { ...query, fel: null }),
});

const refused = (context: Context, id: string, why: string): Promise<Reply> =>
  notesPage(context, { visa: '', sida: 1, klart: '', fel: { id, text: why } });

const saveAnswer = route({
  method: 'POST',
  path: at.answer.path,
  access: writers,
  body: z.object({ svar: z.string().trim().max(4000).default('') }),
  handle: async (context, { params: { note: id }, body: { svar } }) => {
    const organisation = getOrganisation(context);
    const note = await findNote(context.tx, organisation, id);
    if (note === null) return missing;
    const words = careTexts(context.language).notes;
    if (svar === '') return refused(context, id, words.emptyAnswer);
    const { name: by } = getPerson(context);
    const answered = await answerNote(
      context.tx,
      { organisation, id },
      { answer: svar, by, at: context.now },
    );
    if (!answered) return refused(context, id, words.already);
    const { newId, now } = context;
    await tellOn(context.tx, { organisation, note: id, answer: svar, by, at: now, newId });
    return see(link(at.notes, { organisation }, { klart: 'ja' }));
  },
});

const sendOn = route({
  method: 'POST',
  path: at.sendOn.path,
  access: writers,
  handle: async (context, { params: { note: id } }) => {
    const organisation = getOrganisation(context);
    const note = await findNote(context.tx, organisation, id);
    const to = note === null ? null : sharedBy(note, await findGuide(context, note.work));
    if (note === null) return missing;
    if (to !== null && (await sendNoteOn(context.tx, { organisation, id }, to))) {
      const { work, step, element, text: written } = note;
      const sent = {
        from: organisation,
        to,
        note: id,
        newNote: context.newId(),
        work,
        step,
        element,
        text: written,
      };
      await emit(context.tx, noteSentOn, sent, {
        id: context.newId(),
        organisation,
        subject: `note ${id}`,
        at: context.now,
      });
    }
    return see(`${link(at.notes, { organisation })}#a-${id}`);
  },
});

export const careRoutes = [
  showList,
  showNotes,
  saveAnswer,
  sendOn,
  showGuide,
  saveGuide,
  saveReviewed,
] as const;
