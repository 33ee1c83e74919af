import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import { typedDay, type TypedDay } from '../../../platform/text/index.ts';
import {
  changeOwner,
  findCare,
  markReviewed,
  type Care,
  type CareKey,
  type Owner,
  type Reviewing,
} from '../store/care.ts';

/** Who answers for a guide and when it is to be looked over, as a form has it. */
export type OwnerTyped = { readonly name: string; readonly email: string; readonly review: TypedDay };

export type OwnerProblem = 'wrong-email' | 'no-day' | 'past-day';

/** What stood when the form was shown; null where nobody had begun. */
export type Seen = Owner | null;

export type CareFailure =
  | { readonly kind: 'unfit'; readonly problems: readonly OwnerProblem[] }
  /** Somebody changed it meanwhile; with what stands now. */
  | { readonly kind: 'changed'; readonly now: Care | null };

export type CareOutcome = { readonly ok: true } | { readonly ok: false; readonly failure: CareFailure };

const orNull = (text: string): string | null => (text === '' ? null : text);

function problemsOf(typed: OwnerTyped, saved: Care | null, today: string): readonly OwnerProblem[] {
  const day = typedDay(typed.review);
  const problems: OwnerProblem[] = [];
  if (typed.email !== '' && !z.email().safeParse(typed.email).success) problems.push('wrong-email');
  if (day === null) problems.push('no-day');
  // A guide that is late may be given an owner before it is looked over.
  else if (day < today && day !== saved?.reviewOn) problems.push('past-day');
  return problems;
}

const changed = async (tx: Tx, key: CareKey): Promise<CareOutcome> => ({
  ok: false,
  failure: { kind: 'changed', now: await findCare(tx, key.organisation, key.work) },
});

/** Says who answers for a guide and when it is to be looked over, unless somebody else has changed that since. */
export async function saveOwner(
  tx: Tx,
  key: CareKey,
  { typed, seen, today }: { readonly typed: OwnerTyped; readonly seen: Seen; readonly today: string },
): Promise<CareOutcome> {
  const problems = problemsOf(typed, await findCare(tx, key.organisation, key.work), today);
  const reviewOn = typedDay(typed.review);
  if (problems.length > 0 || reviewOn === null) return { ok: false, failure: { kind: 'unfit', problems } };
  const owner = { ownerName: orNull(typed.name), ownerEmail: orNull(typed.email), reviewOn };
  return (await changeOwner(tx, key, { owner, seen })) ? { ok: true } : changed(tx, key);
}

/** Says that a guide is looked over, unless somebody else has set another day since. */
export async function saveReviewed(
  tx: Tx,
  key: CareKey,
  reviewing: Reviewing & { readonly seen: string | null },
): Promise<CareOutcome> {
  return (await markReviewed(tx, key, reviewing)) ? { ok: true } : changed(tx, key);
}
