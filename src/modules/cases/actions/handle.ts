import type { Context } from '../../../platform/http/index.ts';
import { listMandates } from '../../identity/index.ts';
import type { Case } from '../model/case.ts';
import type { Worker } from '../model/life.ts';
import { lockCase } from '../store/cases.ts';
import { lockNextFree } from '../store/next-free.ts';
import { saveNote } from '../store/parts.ts';
import {
  done,
  failed,
  keyOf,
  type Outcome,
  readText,
  saveChange,
  weighAct,
  weighLocked,
  workerOf,
} from './acting.ts';

const byStaff = (context: Context, by: Worker) =>
  ({ at: context.now, actor: 'staff', actorId: by.person, name: by.name }) as const;

/** Takes a case that nobody has. */
export async function takeCase(context: Context, id: string): Promise<Outcome<Case>> {
  const locked = await lockCase(context.tx, keyOf(context, id));
  return locked === null ? failed({ kind: 'missing' }) : takeLocked(context, locked);
}

async function takeLocked(context: Context, locked: Case): Promise<Outcome<Case>> {
  const by = workerOf(context);
  const changed = weighLocked(context, locked, { kind: 'take', by });
  if (!changed.ok) return changed;
  const { before, after } = changed.value;
  const isNew = before.life.handler?.person !== by.person;
  const taken = { ...byStaff(context, by), kind: 'taken', proof: { handler: by.person } } as const;
  await saveChange(context, after, isNew ? taken : null);
  return done(after);
}

/** Takes the most urgent case that nobody has; null when there is none. Two who ask at once get one each. */
export async function takeNextCase(context: Context): Promise<Outcome<Case> | null> {
  const free = await lockNextFree(context.tx, keyOf(context, '').organisation);
  return free === null ? null : takeLocked(context, free);
}

export type Colleague = { readonly person: string; readonly label: string };

/** Those who can be given a case: people with the role of case worker in the organisation now. */
export async function listColleagues(context: Context): Promise<readonly Colleague[]> {
  const mandates = await listMandates(context.tx, keyOf(context, '').organisation, context.now);
  const workers = new Map<string, Colleague>();
  for (const { role, person, label } of mandates) {
    if (role === 'case-worker') workers.set(person, { person, label });
  }
  return [...workers.values()];
}

/** Gives a case to a colleague, or to oneself. */
export async function assignCase(context: Context, id: string, to: string): Promise<Outcome<Case>> {
  const colleague = (await listColleagues(context)).find(({ person }) => person === to);
  if (colleague === undefined) return failed({ kind: 'not-a-colleague' });
  const by = workerOf(context);
  const handler = { person: colleague.person, name: colleague.label };
  const changed = await weighAct(context, keyOf(context, id), { kind: 'assign', by, to: handler });
  if (!changed.ok) return changed;
  await saveChange(context, changed.value.after, {
    ...byStaff(context, by),
    kind: 'assigned',
    detail: handler.name,
    proof: { handler: handler.person },
  });
  return done(changed.value.after);
}

/** Moves a case to a step of work. */
export async function advanceCase(context: Context, id: string, to: string): Promise<Outcome<Case>> {
  const by = workerOf(context);
  const changed = await weighAct(context, keyOf(context, id), { kind: 'advance', by, to });
  if (!changed.ok) return changed;
  const { after } = changed.value;
  await saveChange(context, after, {
    ...byStaff(context, by),
    kind: 'advanced',
    detail: to,
    proof: { state: to },
  });
  return done(after);
}

/** Writes down something that matters for the case (förvaltningslagen (2017:900) 27 §). */
export async function noteCase(context: Context, id: string, text: string): Promise<Outcome<Case>> {
  const read = readText(text);
  if (!read.ok) return read;
  const by = workerOf(context);
  const changed = await weighAct(context, keyOf(context, id), { kind: 'note', by });
  if (!changed.ok) return changed;
  const note = { id: context.newId(), at: context.now, by, text: read.value };
  await saveNote(context.tx, changed.value.after, note);
  await saveChange(context, changed.value.after, {
    ...byStaff(context, by),
    kind: 'note',
    proof: { note: note.id },
  });
  return done(changed.value.after);
}

/** Says that the applicant's messages need no answer. */
export async function acknowledgeMessages(context: Context, id: string): Promise<Outcome<Case>> {
  const by = workerOf(context);
  const changed = await weighAct(context, keyOf(context, id), { kind: 'acknowledge', by });
  if (!changed.ok) return changed;
  const { before, after } = changed.value;
  const read = { ...byStaff(context, by), kind: 'message-read' } as const;
  await saveChange(context, after, before.life.unanswered === null ? null : read);
  return done(after);
}

/** Closes a decided case. */
export async function closeCase(context: Context, id: string): Promise<Outcome<Case>> {
  const by = workerOf(context);
  const changed = await weighAct(context, keyOf(context, id), { kind: 'close', by });
  if (!changed.ok) return changed;
  await saveChange(context, changed.value.after, { ...byStaff(context, by), kind: 'closed' });
  return done(changed.value.after);
}
