import { type Context, getOrganisation, getPerson } from '../../../platform/http/index.ts';
import { isoDay } from '../../../platform/text/index.ts';
import type { Case } from '../model/case.ts';
import { type Act, decideAct, type Life, type Refusal, type Worker } from '../model/life.ts';
import { type CaseKey, lockCase, saveLife } from '../store/cases.ts';
import type { FileRefusal } from '../files/accept.ts';
import { type Happened, saveHistory } from '../store/history.ts';

/** What an action on a case needs of the request. */
export type Acting = Pick<Context, 'tx' | 'now' | 'newId' | 'origin'>;

export type Failure =
  | Refusal
  /** There is no such case, or it is not this person's to see. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'text-missing' }
  /** Neither text nor a file. */
  | { readonly kind: 'answer-missing' }
  | { readonly kind: 'text-too-long'; readonly most: number }
  | { readonly kind: 'not-a-day' }
  | { readonly kind: 'not-a-colleague' }
  /** Somebody saved the draft after it was opened. */
  | { readonly kind: 'stale-draft'; readonly by: string; readonly at: Date }
  | { readonly kind: 'files'; readonly refusals: readonly FileRefusal[] }
  /** More than one thing at once. */
  | { readonly kind: 'several'; readonly failures: readonly Failure[] };

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const failed = (failure: Failure): Outcome<never> => ({ ok: false, failure });

export type Changed = { readonly before: Case; readonly after: Case };

/** Holds the case and decides what the act makes of it. Nothing is written yet: see `saveChange`. */
export async function weighAct(acting: Acting, key: CaseKey, act: Act): Promise<Outcome<Changed>> {
  const before = await lockCase(acting.tx, key);
  return before === null ? failed({ kind: 'missing' }) : weighLocked(acting, before, act);
}

/** The same for a case that is held already. */
export function weighLocked(acting: Acting, before: Case, act: Act): Outcome<Changed> {
  const today = isoDay(acting.now);
  const decided = decideAct(before.life, act, today);
  return decided.ok ? done({ before, after: withLife(before, decided.life, today) }) : decided;
}

/** Writes how the case stands now and, where something happened, what. After this nothing may be refused. */
export async function saveChange(acting: Acting, after: Case, happened: Happened | null): Promise<void> {
  await saveLife(acting.tx, after, after.life, isoDay(acting.now));
  if (happened !== null) await saveHistory(acting.tx, after, happened);
}

function withLife(before: Case, life: Life, today: string): Case {
  const decidedOn = life.status.kind === 'decided' ? (before.decidedOn ?? today) : before.decidedOn;
  return { ...before, life, decidedOn };
}

/** The person at work, as colleagues and applicants read it. */
export function workerOf(context: Context): Worker {
  const { person, name } = getPerson(context);
  return { person, name };
}

export const keyOf = (context: Context, id: string): CaseKey => ({
  organisation: getOrganisation(context),
  id,
});

/** What people may write in one go. */
const mostCharacters = 20_000;

/** The text without blank ends and with plain line breaks, or why it cannot be taken. */
export function readText(text: string): Outcome<string> {
  const trimmed = text.replaceAll(/\r\n?/g, '\n').replaceAll('\u0000', '').trim();
  if (trimmed === '') return failed({ kind: 'text-missing' });
  if (trimmed.length > mostCharacters) return failed({ kind: 'text-too-long', most: mostCharacters });
  return done(trimmed);
}
