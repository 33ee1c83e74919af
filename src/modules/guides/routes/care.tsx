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
import { isoDay } from '../../../platform/text/index.ts';
import { saveOwner, saveReviewed, type Seen } from '../care/actions.ts';
import { noteSentOn, tellOn } from '../care/events.ts';
import { monthsOn } from '../care/review.ts';
import { CareGuidePage } from '../pages/care/guide-page.tsx';
import { CareListPage } from '../pages/care/list-page.tsx';
import { NotesPage } from '../pages/care/notes-page.tsx';
import { findShownGuide, type ShownGuide } from '../reading/shown.ts';
import { answerNote, findNote, sendNoteOn } from '../store/notes.ts';
import { careTexts } from '../texts/care.ts';
import { care as at } from './addresses.ts';
import { careGuideView, careListView, type CareDone } from './care-view.ts';
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

async function guidePage(context: Context, shown: ShownGuide, done: CareDone): Promise<Reply> {
  const view = await careGuideView(context, shown, done);
  const { failure } = done;
  return {
    kind: 'page',
    ...(failure === null ? {} : { status: failure.kind === 'unfit' ? 422 : 409, failed: true }),
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
    return guidePage(context, shown, {
      typed: null,
      failure: null,
      seen: null,
      saved: query.sparat === 'ja',
    });
  },
});

const text = z.string().trim().max(200).default('');
/** What stood when the form was shown. */
const SeenFields = z.object({ 'sett.dag': text, 'sett.ansvarig': text, 'sett.epost': text });
const OwnerFields = SeenFields.extend({
  ansvarig: text,
  epost: text,
  'granskas.day': text,
  'granskas.month': text,
  'granskas.year': text,
});

const orNull = (given: string): string | null => (given === '' ? null : given);

const seenIn = (fields: z.infer<typeof SeenFields>): Seen =>
  fields['sett.dag'] === ''
    ? null
    : {
        reviewOn: fields['sett.dag'],
        ownerName: orNull(fields['sett.ansvarig']),
        ownerEmail: orNull(fields['sett.epost']),
      };

const saveGuide = route({
  method: 'POST',
  path: at.guide.path,
  access: writers,
  body: OwnerFields,
  handle: async (context, { params, body }) => {
    const shown = await findGuide(context, params.work);
    if (shown === null) return missing;
    const { organisation, work } = shown;
    const { 'granskas.day': day, 'granskas.month': month, 'granskas.year': year } = body;
    const typed = { name: body.ansvarig, email: body.epost, review: { day, month, year } };
    const seen = seenIn(body);
    const today = isoDay(context.now);
    const saved = await saveOwner(context.tx, { organisation, work }, { typed, seen, today });
    if (!saved.ok) return guidePage(context, shown, { typed, failure: saved.failure, seen, saved: false });
    return see(link(at.guide, { organisation, work }, { sparat: 'ja' }));
  },
});

const setReviewed = route({
  method: 'POST',
  path: at.reviewed.path,
  access: writers,
  body: SeenFields,
  handle: async (context, { params, body }) => {
    const shown = await findGuide(context, params.work);
    if (shown === null) return missing;
    const { organisation, work } = shown;
    const on = isoDay(context.now);
    const seen = seenIn(body);
    const saved = await saveReviewed(
      context.tx,
      { organisation, work },
      {
        on,
        by: getPerson(context).name,
        next: monthsOn(on, shown.guide.reviewMonths),
        seen: seen?.reviewOn ?? null,
      },
    );
    if (!saved.ok)
      return guidePage(context, shown, { typed: null, failure: saved.failure, seen, saved: false });
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
  setReviewed,
] as const;
