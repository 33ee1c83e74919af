import {
  conflictKey,
  diff,
  getDefinition as asDefinition,
  isObject,
  type Definition,
  type Json,
  type MergeResult,
  type WordMark,
} from '../../../kernel/index.ts';
import { emit } from '../../../platform/events/index.ts';
import type { Acting } from '../acting.ts';
import { contributionAnswered } from '../events.ts';
import { mergeApart } from '../merging/merge-apart.ts';
import { cherryPick } from '../model/cherry-pick.ts';
import type { Contribution, Review, ReviewAnswer } from '../model/contribution.ts';
import { changeKey, wordsOf } from '../model/described.ts';
import { done, refused, type Outcome } from '../model/failure.ts';
import { getKind } from '../model/kind.ts';
import { planOfMerge } from '../model/update-plan.ts';
import { viewConflicts } from '../model/update-view.ts';
import type { Variant, Version } from '../model/work.ts';
import { findContributionRow, listContributionRows, saveContribution } from '../store/contributions.ts';
import { getDefinition } from '../store/definitions.ts';
import { record } from '../store/history.ts';
import { sendNotices } from '../store/notices.ts';
import { findVariant, lockVariant } from '../store/variants.ts';
import { findVersion } from '../store/versions.ts';
import { advance, rebaseDraft, saveAdvanced } from './advance.ts';
import { checkAllowed } from './allowed.ts';
import { takeFiles } from './files.ts';
import { hideShared } from './hide-shared.ts';

/** Contributions that we have sent or received, newest first; of one work where given. */
export const listContributions = (a: Acting, work?: string): Promise<readonly Contribution[]> =>
  listContributionRows(a, work ?? null);

export async function findContribution(a: Acting, id: string): Promise<Contribution | null> {
  return (await findContributionRow(a, id))?.contribution ?? null;
}

type Sides = {
  readonly contribution: Contribution;
  readonly variant: Variant;
  /** Our version that the contributor began from, our head, and that version with the proposed changes. */
  readonly base: Definition;
  readonly ours: Definition;
  readonly theirs: Definition;
};

async function loadSides(a: Acting, id: string, lock: 'lock' | 'read'): Promise<Sides | null> {
  const stored = await findContributionRow(a, id, lock);
  if (stored === null || stored.contribution.to !== a.organisation) return null;
  const { contribution, definition } = stored;
  const { work, base } = contribution;
  const find = lock === 'lock' ? lockVariant : findVariant;
  const variant = await find(a.tx, a.organisation, work);
  const version = await findVersion(a.tx, a.organisation, { work, versionId: base.versionId });
  if (variant === null || version === null) return null;
  return {
    contribution,
    variant,
    base: await getDefinition(a.tx, a.organisation, version.definitionHash),
    ours: await getDefinition(a.tx, a.organisation, variant.head.definitionHash),
    theirs: asDefinition(isObject(definition) ? definition : {}),
  };
}

/** The proposed changes merged into our head, for judging them one by one. Ours are our words, theirs the contributor's. */
export async function showReview(a: Acting, contribution: string): Promise<Review | null> {
  const sides = await loadSides(a, contribution, 'read');
  if (sides === null) return null;
  const { variant, base, ours, theirs } = sides;
  const kind = getKind(variant.kind);
  const result = await mergeApart(kind, { base, ours, theirs });
  const sideOf = new Map(result.changes.map((change) => [changeKey(change), change.side]));
  const plan = planOfMerge({ kind, base, ours, theirs, declined: [] }, result);
  return {
    contribution: sides.contribution,
    clean: sides.contribution.items
      .filter((item) => sideOf.has(item.id))
      .map((item) => ({ ...item, alreadyHere: sideOf.get(item.id) === 'both' })),
    conflicts: await viewConflicts(plan, { answers: {}, declines: {} }, a.language),
  };
}

/** One proposed change in full: a text with its marked words, or what is new. */
export type Proposed = { readonly words: readonly WordMark[] | null; readonly added: Json | null };

/** What was proposed to us, by item id: beside the sentences of the review, what the texts say. */
export async function showProposed(a: Acting, contribution: string): Promise<ReadonlyMap<string, Proposed>> {
  const sides = await loadSides(a, contribution, 'read');
  if (sides === null) return new Map();
  const { base, theirs, variant } = sides;
  return new Map(
    diff(base, theirs, getKind(variant.kind).rules).map((change) => [
      changeKey(change),
      { words: wordsOf(change), added: change.change === 'added' ? change.after : null },
    ]),
  );
}

/**
 * Judges a contribution: what is accepted becomes our next version with its origin credited, the rest is
 * declined with a reason. Fails with `unanswered` while an accepted change is in conflict with ours, and with
 * `not-allowed` where our own upstream has locked what is accepted.
 */
export async function answerContribution(
  a: Acting,
  { contribution: id, answer }: { readonly contribution: string; readonly answer: ReviewAnswer },
): Promise<Outcome<Contribution>> {
  const sides = await loadSides(a, id, 'lock');
  if (sides === null) return refused({ kind: 'not-found' });
  const { contribution } = sides;
  if (contribution.state !== 'open') return refused({ kind: 'already-answered', state: contribution.state });
  const known = new Set(contribution.items.map((item) => item.id));
  const unknown = answer.accept.find((item) => !known.has(item));
  if (unknown !== undefined) return refused({ kind: 'no-such-change', id: unknown });
  if (answer.accept.length === 0) return done(await close(a, sides, { answer, version: null }));
  const merged = await mergeAccepted(sides, answer);
  if (!merged.ok) return merged;
  await takeFiles(a, [sides.theirs]);
  const allowed = await checkAllowed(a, sides.variant, merged.value.merged);
  if (!allowed.ok) return allowed;
  const version = await take(a, sides, { answer, merged: merged.value });
  return done(await close(a, sides, { answer, version }));
}

async function mergeAccepted(
  { variant, base, ours, theirs }: Sides,
  answer: ReviewAnswer,
): Promise<Outcome<MergeResult>> {
  const kind = getKind(variant.kind);
  const { rules } = kind;
  const chosen = new Set(answer.accept);
  const picked = cherryPick({ base, to: theirs, changes: diff(base, theirs, rules), chosen, rules });
  if (!picked.ok) return refused({ kind: 'not-alone', path: picked.path });
  const { answers } = answer;
  const result = await mergeApart(kind, { base, ours, theirs: picked.definition, answers });
  const [first] = result.conflicts;
  if (first === undefined) return done(result);
  return refused({ kind: 'unanswered', left: result.conflicts.length, first: conflictKey(first) });
}

type Taking = { readonly answer: ReviewAnswer; readonly merged: MergeResult };

/** Null when we had all of it already. */
async function take(
  a: Acting,
  { contribution, variant }: Sides,
  { answer, merged }: Taking,
): Promise<Version | null> {
  const accepted = contribution.items.filter((item) => answer.accept.includes(item.id));
  const paths = accepted.map(({ path }) => path);
  const builtOn = [...new Set(accepted.flatMap((item) => item.builtOn))];
  const { from: organisation, fromVersionId: versionId, id } = contribution;
  const advanced = advance(a, variant, {
    step: 'contributed',
    definition: merged.merged,
    message: answer.message === '' ? contribution.message : answer.message,
    origins: [{ organisation, versionId, contribution: id, paths, builtOn }],
  });
  if (advanced.version.definitionHash === variant.head.definitionHash) return null;
  await saveAdvanced(a, [advanced]);
  await hideShared(a, advanced.variant);
  await rebaseDraft(a, advanced);
  const { number, message: reason } = advanced.version;
  await record(a, {
    work: variant.work,
    kind: 'contribution-taken',
    number,
    reason,
    data: { from: organisation, contribution: id },
  });
  return advanced.version;
}

type Closing = { readonly answer: ReviewAnswer; readonly version: Version | null };

async function close(
  a: Acting,
  { contribution, variant }: Sides,
  { answer, version }: Closing,
): Promise<Contribution> {
  const declined = new Map(answer.decline.map((one) => [one.id, one.reason]));
  const state = answer.accept.length > 0 ? 'accepted' : 'declined';
  const after: Contribution = {
    ...contribution,
    state,
    items: contribution.items.map((item) => ({
      ...item,
      verdict: { accepted: answer.accept.includes(item.id), reason: declined.get(item.id) ?? null },
    })),
    answer: { by: a.author, at: a.now, reason: answer.message, versionId: version?.id ?? null },
  };
  await saveContribution(a.tx, after);
  const { id, work, from, to } = after;
  const about = { to: [from], work, workTitle: variant.title, contribution: id, text: answer.message };
  await sendNotices(a, { ...about, kind: 'contribution-answered' });
  await record(a, {
    work,
    kind: 'contribution-answered',
    reason: answer.message,
    data: { contribution: id, state },
  });
  await emit(
    a.tx,
    contributionAnswered,
    { contribution: id, work, title: variant.title, from, to, state, reason: answer.message },
    { id: a.newId(), at: a.now, organisation: a.organisation, subject: `commons.contribution:${id}` },
  );
  return after;
}
