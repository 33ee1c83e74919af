import { emit } from '../../../platform/events/index.ts';
import type { Acting } from '../acting.ts';
import { recalled } from '../events.ts';
import { recallPublication, withdrawEntry } from '../library/shelf.ts';
import { done, refused, type Outcome } from '../model/failure.ts';
import type { Variant } from '../model/work.ts';
import { record } from '../store/history.ts';
import { sendNotices } from '../store/notices.ts';
import { lockVariant } from '../store/variants.ts';
import { listReceivers } from './receivers.ts';

export type Recall = { readonly work: string; readonly number: number; readonly reason: string };

/** Says of a published version that it should no longer be used; the reason reaches every adopter. */
export async function recall(a: Acting, of: Recall): Promise<Outcome<null>> {
  const variant = await lockVariant(a.tx, a.organisation, of.work);
  if (variant === null || variant.published === null) return refused({ kind: 'not-published' });
  if (of.number > variant.published) return refused({ kind: 'not-published' });
  const marked = await recallPublication(a.tx, { ...of, organisation: a.organisation, at: a.now });
  if (!marked) return refused({ kind: 'already-recalled' });
  const { work, number, reason } = of;
  await record(a, { work, kind: 'recalled', reason, data: { publication: number } });
  await tell(a, variant, { number, reason });
  return done(null);
}

/** Ends the upkeep of a published variant. Its adopters keep what they have, and are told. */
export async function withdraw(
  a: Acting,
  { work, reason }: { readonly work: string; readonly reason: string },
): Promise<Outcome<null>> {
  const variant = await lockVariant(a.tx, a.organisation, work);
  if (variant === null || variant.published === null) return refused({ kind: 'not-published' });
  if (!(await withdrawEntry(a.tx, { organisation: a.organisation, work, reason, at: a.now }))) {
    return refused({ kind: 'withdrawn' });
  }
  await record(a, { work, kind: 'withdrawn', reason });
  await tell(a, variant, { number: null, reason });
  return done(null);
}

type Told = { readonly number: number | null; readonly reason: string };

async function tell(a: Acting, { work, title }: Variant, { number, reason }: Told): Promise<void> {
  const receivers = await listReceivers(a, work, 'all');
  const about = { to: receivers, work, workTitle: title, text: reason };
  await sendNotices(
    a,
    number === null ? { ...about, kind: 'withdrawn' } : { ...about, kind: 'recalled', number },
  );
  await emit(
    a.tx,
    recalled,
    { organisation: a.organisation, work, title, number, reason, receivers: [...receivers] },
    { id: a.newId(), at: a.now, organisation: a.organisation, subject: `commons.work:${work}` },
  );
}
