import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import { defineEvent, emit, on, type Subscription } from '../../../platform/events/index.ts';
import { answerNote, findNote, saveNote } from '../store/notes.ts';

/** A reader's note about what is common, sent on to whoever wrote that. */
export const noteSentOn = defineEvent(
  'guides.note-sent-on',
  z.object({
    from: z.string(),
    to: z.string(),
    note: z.string(),
    /** The id that it gets there. */
    newNote: z.string(),
    work: z.string(),
    step: z.string(),
    element: z.string(),
    text: z.string(),
  }),
);

/** A note that was sent on has its answer. */
const noteAnswered = defineEvent(
  'guides.note-answered',
  z.object({ to: z.string(), note: z.string(), answer: z.string(), by: z.string() }),
);

/** Notes reach those whom they are for, and answers those who asked. */
export const noteSubscriptions = ({ newId }: { readonly newId: () => string }): readonly Subscription[] => [
  on(noteSentOn, async (event, { at }, db) => {
    const { to, from, note, newNote, work, step, element, text } = event;
    await db.transaction({ organisation: to, person: null }, (tx) =>
      saveNote(tx, to, {
        id: newNote,
        work,
        step,
        element,
        text,
        authorName: null,
        authorPerson: null,
        from,
        fromNote: note,
        at,
      }),
    );
  }),
  on(noteAnswered, async ({ to, note, answer, by }, { at }, db) => {
    await db.transaction({ organisation: to, person: null }, async (tx) => {
      const answered = await answerNote(tx, { organisation: to, id: note }, { answer, by, at });
      if (answered) await tellOn(tx, { organisation: to, note, answer, by, at, newId });
    });
  }),
];

type Told = {
  readonly organisation: string;
  readonly note: string;
  readonly answer: string;
  readonly by: string;
  readonly at: Date;
  readonly newId: () => string;
};

/** Tells whoever sent a note on to an organisation what it was answered; nobody where none did. */
export async function tellOn(tx: Tx, { organisation, note, answer, by, at, newId }: Told): Promise<void> {
  const found = await findNote(tx, organisation, note);
  if (found === null || found.from === null || found.fromNote === null) return;
  const told = { to: found.from, note: found.fromNote, answer, by };
  await emit(tx, noteAnswered, told, { id: newId(), organisation, subject: `note ${note}`, at });
}
