import { isDay } from '../../../kernel/dates/index.ts';
import { emit } from '../../../platform/events/index.ts';
import type { Context, UploadedFile } from '../../../platform/http/index.ts';
import { isoDay } from '../../../platform/text/index.ts';
import { casesCompletionRequested } from '../events.ts';
import { receiveFiles } from '../files/receive.ts';
import { sendLetter } from '../letters/letter.ts';
import type { Case } from '../model/case.ts';
import { type CaseKey, lockCase } from '../store/cases.ts';
import { caseSubject } from '../store/history.ts';
import { saveCompletion, saveCompletionAnswer, saveFiles, saveMessage } from '../store/parts.ts';
import {
  done,
  type Failure,
  failed,
  keyOf,
  type Outcome,
  readText,
  saveChange,
  weighAct,
  weighLocked,
  workerOf,
} from './acting.ts';

export type Written = { readonly text: string; readonly files: readonly UploadedFile[] };

/** A message from the municipality to the applicant, with a letter that says that it is there. */
export async function writeToApplicant(
  context: Context,
  id: string,
  written: Written,
): Promise<Outcome<Case>> {
  const read = readText(written.text);
  if (!read.ok) return read;
  const by = workerOf(context);
  const changed = await weighAct(context, keyOf(context, id), { kind: 'reply', by });
  if (!changed.ok) return changed;
  const { after } = changed.value;
  const message = context.newId();
  const sentWith = { sender: 'staff', label: '', message, completion: null } as const;
  const files = await receiveFiles(context, written.files, sentWith);
  if (!files.ok) return files;
  const { now: at } = context;
  const author = { authorId: by.person, author: by.name };
  await saveMessage(context.tx, after, { id: message, at, sender: 'staff', ...author, text: read.value });
  await saveFiles(context.tx, after, files.value);
  await saveChange(context, after, {
    kind: 'message-from-staff',
    at,
    actor: 'staff',
    actorId: by.person,
    name: by.name,
    proof: { message, files: files.value.map(({ hash }) => hash) },
  });
  await sendLetter(context, after, { kind: 'message' });
  return done(after);
}

export type Request = { readonly text: string; readonly due: string };

function dayFailures(due: string, today: string): readonly Failure[] {
  if (!isDay(due)) return [{ kind: 'not-a-day' }];
  return due <= today ? [{ kind: 'due-too-early' }] : [];
}

/**
 * Asks the applicant to complete what was sent, by a day. The authority is to help a party to do so
 * (förvaltningslagen (2017:900) 20 §).
 */
export async function requestCompletion(
  context: Context,
  id: string,
  asked: Request,
): Promise<Outcome<Case>> {
  const { due } = asked;
  const read = readText(asked.text);
  const wrong = [...(read.ok ? [] : [read.failure]), ...dayFailures(due, isoDay(context.now))];
  if (!read.ok || wrong.length > 0) return failed({ kind: 'several', failures: wrong });
  const by = workerOf(context);
  const completion = context.newId();
  const changed = await weighAct(context, keyOf(context, id), { kind: 'ask', by, completion, due });
  if (!changed.ok) return changed;
  const { after } = changed.value;
  const { now: at, tx } = context;
  await saveCompletion(tx, after, { id: completion, at, by, text: read.value, due });
  await saveChange(context, after, {
    kind: 'completion-requested',
    at,
    actor: 'staff',
    actorId: by.person,
    name: by.name,
    detail: due,
    proof: { completion, due },
  });
  const { organisation, work } = after;
  const occurrence = { id: context.newId(), at, organisation, subject: caseSubject(id) };
  await emit(tx, casesCompletionRequested, { organisation, case: id, work, completion, due }, occurrence);
  await sendLetter(context, after, { kind: 'completion', due });
  return done(after);
}

/** A message from the applicant. The case must be the person's own. */
export async function writeToMunicipality(
  context: Context,
  own: CaseKey & { readonly person: string },
  written: Written,
): Promise<Outcome<Case>> {
  const read = readText(written.text);
  if (!read.ok) return read;
  const locked = await lockOwn(context, own);
  if (locked === null) return failed({ kind: 'missing' });
  const changed = weighLocked(context, locked, { kind: 'write' });
  if (!changed.ok) return changed;
  const message = context.newId();
  const sentWith = { sender: 'applicant', label: '', message, completion: null } as const;
  const files = await receiveFiles(context, written.files, sentWith);
  if (!files.ok) return files;
  const { now: at, tx } = context;
  const author = { authorId: own.person, author: locked.contact.name };
  await saveMessage(tx, locked, { id: message, at, sender: 'applicant', ...author, text: read.value });
  await saveFiles(tx, locked, files.value);
  await saveChange(context, changed.value.after, {
    ...byApplicant(locked, own.person, at),
    kind: 'message-from-applicant',
    proof: { message, files: files.value.map(({ hash }) => hash) },
  });
  return done(changed.value.after);
}

const byApplicant = ({ contact }: Case, person: string, at: Date) =>
  ({ at, actor: 'applicant', actorId: person, name: contact.name }) as const;

async function lockOwn(context: Context, own: CaseKey & { readonly person: string }): Promise<Case | null> {
  const locked = await lockCase(context.tx, own);
  return locked?.person === own.person ? locked : null;
}

/** The applicant's answer to a request for completion: text, files or both. */
export async function answerCompletion(
  context: Context,
  own: CaseKey & { readonly person: string; readonly completion: string },
  written: Written,
): Promise<Outcome<Case>> {
  const locked = await lockOwn(context, own);
  if (locked === null) return failed({ kind: 'missing' });
  const { completion } = own;
  const changed = weighLocked(context, locked, { kind: 'complete', completion });
  if (!changed.ok) return changed;
  const sentWith = { sender: 'applicant', label: '', message: null, completion } as const;
  const files = await receiveFiles(context, written.files, sentWith);
  if (!files.ok) return files;
  const read = readText(written.text);
  const isEmpty = !read.ok && read.failure.kind === 'text-missing';
  if (isEmpty && files.value.length === 0) return failed({ kind: 'answer-missing' });
  if (!read.ok && !isEmpty) return read;
  const { now: at, tx } = context;
  await saveCompletionAnswer(tx, locked, { id: completion, at, text: read.ok ? read.value : '' });
  await saveFiles(tx, locked, files.value);
  await saveChange(context, changed.value.after, {
    ...byApplicant(locked, own.person, at),
    kind: 'completed',
    proof: { completion, files: files.value.map(({ hash }) => hash) },
  });
  return done(changed.value.after);
}
