import { emit } from '../../../platform/events/index.ts';
import type { Context } from '../../../platform/http/index.ts';
import { casesDecided } from '../events.ts';
import { sendLetter } from '../letters/letter.ts';
import type { Case, DecisionDraft } from '../model/case.ts';
import { lockCase } from '../store/cases.ts';
import { findDraft } from '../store/dossier.ts';
import { caseSubject } from '../store/history.ts';
import { removeDraft, saveCompletionsEnded, saveDecision, saveDraft } from '../store/parts.ts';
import { done, failed, keyOf, type Outcome, saveChange, weighLocked, workerOf } from './acting.ts';

export type Draft = {
  readonly choice: string | null;
  readonly reasons: string;
  /** The revision that it was written from; 0 when there was none. */
  readonly revision: number;
};

/** Keeps what has been written of a decision. Refused when somebody saved in between. */
export async function saveDecisionDraft(
  context: Context,
  id: string,
  draft: Draft,
): Promise<Outcome<DecisionDraft>> {
  const locked = await lockCase(context.tx, keyOf(context, id));
  if (locked === null) return failed({ kind: 'missing' });
  const by = workerOf(context);
  const changed = weighLocked(context, locked, { kind: 'draft', by });
  if (!changed.ok) return changed;
  const present = await findDraft(context.tx, locked);
  if ((present?.revision ?? 0) !== draft.revision) {
    return failed({
      kind: 'stale-draft',
      by: present?.savedBy ?? by.name,
      at: present?.savedAt ?? context.now,
    });
  }
  const choice = locked.life.choices.some((offered) => offered.id === draft.choice) ? draft.choice : null;
  const reasons = draft.reasons.replaceAll(/\r\n?/g, '\n').replaceAll('\u0000', '').slice(0, 50_000);
  const saved = { choice, reasons, revision: draft.revision + 1, savedAt: context.now };
  await saveDraft(context.tx, locked, { ...saved, savedBy: by });
  await saveChange(context, changed.value.after, null);
  return done({ ...saved, savedBy: by.name });
}

/**
 * Makes the decision that the draft holds, once. Two who decide at once: the second finds it decided.
 * `revision` is the draft that was reviewed, so that nobody sends what they have not read.
 */
export async function decideCase(context: Context, id: string, revision: number): Promise<Outcome<Case>> {
  const { tx, now: at } = context;
  const locked = await lockCase(tx, keyOf(context, id));
  if (locked === null) return failed({ kind: 'missing' });
  const draft = await findDraft(tx, locked);
  const by = workerOf(context);
  const act = { kind: 'decide', by, choice: draft?.choice ?? '', reasons: draft?.reasons ?? '' } as const;
  const changed = weighLocked(context, locked, act);
  if (!changed.ok) return changed;
  if (draft !== null && draft.revision !== revision) {
    return failed({ kind: 'stale-draft', by: draft.savedBy, at: draft.savedAt });
  }
  const { after } = changed.value;
  const choice = locked.life.choices.find((offered) => offered.id === act.choice);
  if (choice === undefined) throw new Error('a choice that the case does not offer was decided');
  const decision = context.newId();
  const { outcome } = choice;
  await saveDecision(tx, after, {
    id: decision,
    choice: choice.id,
    outcome,
    label: choice.label,
    text: choice.text,
    reasons: act.reasons.trim(),
    appeal: mayAppeal(outcome) ? locked.appeal : null,
    at,
    by,
  });
  await removeDraft(tx, after);
  await saveCompletionsEnded(tx, after, at);
  await saveChange(context, after, {
    kind: 'decided',
    at,
    actor: 'staff',
    actorId: by.person,
    name: by.name,
    detail: choice.id,
    proof: { decision, choice: choice.id, outcome },
  });
  const { organisation, work } = after;
  const occurrence = { id: context.newId(), at, organisation, subject: caseSubject(id) };
  await emit(tx, casesDecided, { organisation, case: id, work, decision, outcome }, occurrence);
  await sendLetter(context, after, { kind: 'decided' });
  return done(after);
}

/** Writes and makes the decision in one go, over whatever draft there was. */
export async function decideNow(
  context: Context,
  id: string,
  draft: { readonly choice: string; readonly reasons: string },
): Promise<Outcome<Case>> {
  const locked = await lockCase(context.tx, keyOf(context, id));
  if (locked === null) return failed({ kind: 'missing' });
  const act = { kind: 'decide', by: workerOf(context), ...draft } as const;
  const weighed = weighLocked(context, locked, act);
  if (!weighed.ok) return weighed;
  const revision = (await findDraft(context.tx, locked))?.revision ?? 0;
  const saved = await saveDecisionDraft(context, id, { ...draft, revision });
  return saved.ok ? decideCase(context, id, saved.value.revision) : saved;
}

/**
 * Whom a decision goes against is told how to appeal (förvaltningslagen (2017:900) 33 §). What was
 * granted in full goes against nobody.
 */
const mayAppeal = (outcome: 'approved' | 'partly' | 'rejected' | 'closed'): boolean => outcome !== 'approved';
