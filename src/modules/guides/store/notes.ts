import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';

/** What a reader has written about a step or a block of it. */
export type Note = {
  readonly id: string;
  readonly work: string;
  readonly step: string;
  /** The block, or the step's own id. */
  readonly element: string;
  readonly text: string;
  readonly authorName: string | null;
  readonly authorPerson: string | null;
  /** Who sent it on to us, with its own note there. */
  readonly from: string | null;
  readonly fromNote: string | null;
  /** Whom we sent it on to. */
  readonly to: string | null;
  readonly at: Date;
  /** Null also where it was closed without one. */
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
};

const columns = sql`id, work_id as work, step_id as step, element_id as element, text, author_name as "authorName",
  author_person as "authorPerson", sent_on_by as "from", from_note_id as "fromNote",
  sent_on_to as "to", at, answer, answered_by as "answeredBy", answered_at as "answeredAt"`;

export type NewNote = Omit<Note, 'to' | 'answer' | 'answeredBy' | 'answeredAt'>;

/** Harmless to repeat. */
export async function saveNote(tx: Tx, organisation: string, note: NewNote): Promise<void> {
  await sql`
    insert into guides.notes (organisation_id, id, work_id, step_id, element_id, text, author_name, author_person,
      sent_on_by, from_note_id, at)
    values (${organisation}, ${note.id}, ${note.work}, ${note.step}, ${note.element}, ${note.text},
      ${note.authorName}, ${note.authorPerson}, ${note.from}, ${note.fromNote}, ${note.at})
    on conflict do nothing`.execute(tx);
}

export type Answering = { readonly answer: string | null; readonly by: string; readonly at: Date };

/** Answers a note that nobody has answered, or closes it without an answer; says whether it was so. */
export async function answerNote(
  tx: Tx,
  of: { readonly organisation: string; readonly id: string },
  { answer, by, at }: Answering,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update guides.notes set answer = ${answer}, answered_by = ${by}, answered_at = ${at}
    where organisation_id = ${of.organisation} and id = ${of.id} and answered_at is null`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** Marks that a note was sent on; says whether nobody had before. */
export async function sendNoteOn(
  tx: Tx,
  of: { readonly organisation: string; readonly id: string },
  to: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update guides.notes set sent_on_to = ${to}
    where organisation_id = ${of.organisation} and id = ${of.id} and sent_on_to is null
      and answered_at is null`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

export async function findNote(tx: Tx, organisation: string, id: string): Promise<Note | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const { rows } = await sql<Note>`select ${columns} from guides.notes
    where organisation_id = ${organisation} and id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

export type NotesState = 'open' | 'answered';

export async function countNotes(tx: Tx, organisation: string, state: NotesState): Promise<number> {
  const { rows } = await sql<{ readonly total: number }>`select count(*)::int as total from guides.notes
    where organisation_id = ${organisation} and (answered_at is null) = ${state === 'open'}`.execute(tx);
  return rows[0]?.total ?? 0;
}

/** Notes to the organisation: open ones oldest first, answered ones latest first. */
export async function listNotes(
  tx: Tx,
  organisation: string,
  ask: { readonly state: NotesState; readonly limit: number; readonly offset: number },
): Promise<readonly Note[]> {
  const open = ask.state === 'open';
  const { rows } = await sql<Note>`
    select ${columns} from guides.notes
    where organisation_id = ${organisation} and (answered_at is null) = ${open}
    order by case when ${open} then at end, answered_at desc, id limit ${ask.limit} offset ${ask.offset}`.execute(
    tx,
  );
  return rows;
}

/** What a person has written of a step: what was last written or answered first, so that an answer is seen. */
export async function listOwnNotes(
  tx: Tx,
  of: {
    readonly organisation: string;
    readonly person: string;
    readonly work: string;
    readonly step: string;
  },
): Promise<readonly Note[]> {
  const { rows } = await sql<Note>`select ${columns} from guides.notes
    where organisation_id = ${of.organisation} and author_person = ${of.person} and work_id = ${of.work}
      and step_id = ${of.step} order by coalesce(answered_at, at) desc, id limit 50`.execute(tx);
  return rows;
}
