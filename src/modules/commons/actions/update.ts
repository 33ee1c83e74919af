import { answersFor, conflictKey } from '../../../kernel/index.ts';
import type { Acting } from '../acting.ts';
import { listPublicationRows } from '../library/door.ts';
import { makeChecklist, resolveValues } from '../model/checklist.ts';
import { asBase } from '../library/publications.ts';
import { changeKey } from '../model/described.ts';
import { done, refused, type Outcome } from '../model/failure.ts';
import type { Answer, UpdateView } from '../model/update.ts';
import { fingerprint, type UpdatePlan } from '../model/update-plan.ts';
import { viewPlan } from '../model/update-view.ts';
import { everything, type Window } from '../model/update-window.ts';
import { readerFor } from '../reader.ts';
import { getValues } from '../store/settings.ts';
import { saveUpdate, type UpdateInProgress } from '../store/updates.ts';
import { findVariant, lockVariant } from '../store/variants.ts';
import { checkFiles } from './files.ts';
import { loadState, planOf, type UpdateState } from './update-state.ts';

/** The update that is offered, merged with what has been chosen so far. Fails with `not-following` or `up-to-date`. */
export async function prepareUpdate(
  a: Acting,
  { work, window }: { readonly work: string; readonly window?: Window },
): Promise<Outcome<UpdateView>> {
  const variant = await findVariant(a.tx, a.organisation, work);
  if (variant === null) return refused({ kind: 'not-found' });
  const state = await loadState(a, variant);
  return state.ok ? done(await toView(a, state.value, window)) : state;
}

async function toView(a: Acting, state: UpdateState, window: Window = everything): Promise<UpdateView> {
  const { variant, offer, progress } = state;
  const plan = await planOf(state);
  const { work, base, settingsNumber } = variant;
  if (base === null) throw new Error(`${work} follows nobody`);
  const rows = await listPublicationRows(a.tx, await readerFor(a), {
    work,
    organisation: base.organisation,
    after: base.number,
  });
  const own = await getValues(a.tx, a.organisation, { work, number: settingsNumber });
  return {
    work,
    from: { organisation: base.organisation, number: base.number },
    to: offer,
    steps: rows
      .filter((row) => row.number <= offer.number)
      .map((row) => ({ number: row.number, message: row.message, publishedAt: row.published_at })),
    ...(await viewPlan(plan, progress, { language: a.language, window })),
    revision: progress.revision,
    merged: plan.result.merged,
    values: resolveValues(plan.result.merged, own, asBase(offer)),
    missing: makeChecklist(plan.result.merged, own, asBase(offer)).missing,
  };
}

type Of = {
  readonly work: string;
  /** Id of the conflict or of the clean change. */
  readonly id: string;
  /** What of the update is told in full afterwards. */
  readonly window?: Window;
};

/** Answers a conflict; the answer can be changed until the update is applied. */
export async function answerConflict(
  a: Acting,
  of: Of & { readonly answer: Answer },
): Promise<Outcome<UpdateView>> {
  const files = of.answer.take === 'own' ? await checkFiles(a, of.answer.value) : done(null);
  if (!files.ok) return files;
  return choose(a, of, (plan, progress) => {
    const conflict = plan.conflicts.find((one) => conflictKey(one) === of.id);
    if (conflict === undefined) return refused({ kind: 'no-such-conflict', id: of.id });
    if (!answersFor(conflict).includes(of.answer.take))
      return refused({ kind: 'answer-not-possible', id: of.id });
    const stored = { answer: of.answer, conflict: fingerprint(conflict), by: a.author, at: a.now };
    return done({ ...progress, answers: { ...progress.answers, [of.id]: stored } });
  });
}

export async function undoAnswer(a: Acting, of: Of): Promise<Outcome<UpdateView>> {
  return choose(a, of, (_, progress) => {
    const { [of.id]: removed, ...answers } = progress.answers;
    return removed === undefined
      ? refused({ kind: 'no-such-conflict', id: of.id })
      : done({ ...progress, answers });
  });
}

/** Says no to a clean change, with the reason. It comes back only when upstream changes it again. */
export async function declineChange(
  a: Acting,
  of: Of & { readonly reason: string },
): Promise<Outcome<UpdateView>> {
  return choose(a, of, (plan, progress) => {
    if (!plan.clean.some((change) => changeKey(change) === of.id))
      return refused({ kind: 'no-such-change', id: of.id });
    const stored = { reason: of.reason, by: a.author, at: a.now };
    return done({ ...progress, declines: { ...progress.declines, [of.id]: stored } });
  });
}

export async function undoDecline(a: Acting, of: Of): Promise<Outcome<UpdateView>> {
  return choose(a, of, (_, progress) => {
    const { [of.id]: removed, ...declines } = progress.declines;
    return removed === undefined
      ? refused({ kind: 'no-such-change', id: of.id })
      : done({ ...progress, declines });
  });
}

type Choice = (plan: UpdatePlan, progress: UpdateInProgress) => Outcome<UpdateInProgress>;

/** One choice more, saved as it is made. Choices of two people meet under the variant's lock. */
async function choose(a: Acting, { work, window }: Of, decide: Choice): Promise<Outcome<UpdateView>> {
  const variant = await lockVariant(a.tx, a.organisation, work);
  if (variant === null) return refused({ kind: 'not-found' });
  const state = await loadState(a, variant);
  if (!state.ok) return state;
  const decided = decide(await planOf(state.value), state.value.progress);
  if (!decided.ok) return decided;
  const { offer } = state.value;
  const progress = { ...decided.value, toVersionId: offer.versionId, revision: decided.value.revision + 1 };
  await saveUpdate(a.tx, a.organisation, { work, update: progress, at: a.now });
  return done(await toView(a, { ...state.value, progress }, window));
}
