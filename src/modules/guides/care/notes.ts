import type { Tx } from '../../../platform/db/index.ts';
import { emit } from '../../../platform/events/index.ts';
import { findShownGuide } from '../reading/shown.ts';
import { answerNote, findNote, sendNoteOn, type Note } from '../store/notes.ts';
import { noteSentOn, tellOn } from './events.ts';
import { sharedBy } from './shared.ts';

/** Somebody who answers for an organisation's guides. */
export type Carer = {
  readonly tx: Tx;
  readonly organisation: string;
  readonly name: string;
  readonly now: Date;
  readonly newId: () => string;
};

export type NoteFailure = 'not-found' | 'no-answer' | 'answered' | 'not-shared' | 'sent-on';
export type NoteOutcome = { readonly ok: true } | { readonly ok: false; readonly failure: NoteFailure };

const failed = (failure: NoteFailure): NoteOutcome => ({ ok: false, failure });

/** Whether whoever wrote a note sees its answer: a person at work, or those who sent it on to us. */
export const isHeard = ({ authorPerson, from }: Pick<Note, 'authorPerson' | 'from'>): boolean =>
  authorPerson !== null || from !== null;

/** Answers a note; one whose writer cannot see an answer may be closed without. */
export async function giveAnswer(carer: Carer, id: string, answer: string): Promise<NoteOutcome> {
  const { tx, organisation, name: by, now: at, newId } = carer;
  const note = await findNote(tx, organisation, id);
  if (note === null) return failed('not-found');
  if (note.answeredAt !== null) return failed('answered');
  if (answer === '' && isHeard(note)) return failed('no-answer');
  const given = { answer: answer === '' ? null : answer, by, at };
  if (!(await answerNote(tx, { organisation, id }, given))) return failed('answered');
  await tellOn(tx, { organisation, note: id, answer, by, at, newId });
  return { ok: true };
}

/** Sends a note on to whoever wrote the text, where the text is still common when it is sent. */
export async function passNoteOn(carer: Carer, id: string): Promise<NoteOutcome> {
  const { tx, organisation, now: at, newId } = carer;
  const note = await findNote(tx, organisation, id);
  if (note === null) return failed('not-found');
  if (note.answeredAt !== null) return failed('answered');
  if (note.to !== null) return failed('sent-on');
  const to = sharedBy(note, await findShownGuide({ tx, organisation }, note.work));
  if (to === null) return failed('not-shared');
  if (!(await sendNoteOn(tx, { organisation, id }, to))) return failed('sent-on');
  const { work, step, element, text } = note;
  const sent = { from: organisation, to, note: id, newNote: newId(), work, step, element, text };
  await emit(tx, noteSentOn, sent, { id: newId(), organisation, subject: `note ${id}`, at });
  return { ok: true };
}
