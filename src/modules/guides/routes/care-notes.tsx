import { z } from 'zod';
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
import { giveAnswer, passNoteOn, type Carer } from '../care/notes.ts';
import { NotesPage } from '../pages/care/notes-page.tsx';
import { writers } from '../writers.ts';
import { care as at } from './addresses.ts';
import { chosen, frame, page } from './care-fields.ts';
import { notesView, type NotesAsked } from './notes-view.ts';

async function notesPage(context: Context, asked: NotesAsked): Promise<Reply> {
  const view = await notesView(context, getOrganisation(context), asked);
  return {
    kind: 'page',
    ...(asked.refused === null ? {} : { status: 409, failed: true }),
    title: view.words.notes.title,
    frame,
    content: <NotesPage {...view} />,
  };
}

const showNotes = route({
  method: 'GET',
  path: at.notes.path,
  access: writers,
  query: z.object({ visa: chosen, sida: page, klart: chosen }),
  handle: (context, { query }) => notesPage(context, { ...query, refused: null }),
});

const refused = (context: Context, sida: number, why: NonNullable<NotesAsked['refused']>): Promise<Reply> =>
  notesPage(context, { visa: '', sida, klart: '', refused: why });

function carerOf(context: Context): Carer {
  const { tx, now, newId } = context;
  return { tx, organisation: getOrganisation(context), name: getPerson(context).name, now, newId };
}

const saveAnswer = route({
  method: 'POST',
  path: at.answer.path,
  access: writers,
  body: z.object({ svar: z.string().trim().max(4000).default(''), sida: page }),
  handle: async (context, { params: { note: id }, body: { svar: typed, sida } }) => {
    const carer = carerOf(context);
    const given = await giveAnswer(carer, id, typed);
    if (given.ok) return see(link(at.notes, { organisation: carer.organisation }, { klart: 'ja', sida }));
    const { failure } = given;
    return failure === 'not-found' ? missing : refused(context, sida, { id, failure, typed });
  },
});

const sendOn = route({
  method: 'POST',
  path: at.sendOn.path,
  access: writers,
  body: z.object({ sida: page }),
  handle: async (context, { params: { note: id }, body: { sida } }) => {
    const carer = carerOf(context);
    const sent = await passNoteOn(carer, id);
    if (sent.ok) return see(`${link(at.notes, { organisation: carer.organisation }, { sida })}#a-${id}`);
    const { failure } = sent;
    return failure === 'not-found' ? missing : refused(context, sida, { id, failure, typed: '' });
  },
});

/** What readers have written, answered and sent on. */
export const careNoteRoutes = [showNotes, saveAnswer, sendOn] as const;
