import type { Acting } from '../acting.ts';
import { listPublicationRows } from '../library/door.ts';
import type { DebtView, TextTask } from '../model/debt.ts';
import { done, refused, type Outcome } from '../model/failure.ts';
import { getKind } from '../model/kind.ts';
import type { Variant } from '../model/work.ts';
import { readerFor } from '../reader.ts';
import { listDeclines } from '../store/declines.ts';
import { getDefinition } from '../store/definitions.ts';
import { deleteTask, listTasks } from '../store/tasks.ts';
import { findVariant, lockVariant } from '../store/variants.ts';
import { loadState, planOf } from './update-state.ts';
import { showUse } from './upstream.ts';

/** What the variant has not taken: updates unread, declined, in conflict, texts to look at again and to write. */
export async function showDebt(a: Acting, work: string): Promise<DebtView | null> {
  const variant = await findVariant(a.tx, a.organisation, work);
  if (variant === null) return null;
  const { base } = variant;
  const state = await loadState(a, variant);
  const reader = await readerFor(a);
  const offered =
    base === null || !state.ok
      ? []
      : await listPublicationRows(a.tx, reader, {
          work,
          organisation: base.organisation,
          after: base.number,
        });
  return {
    updates: offered
      .filter((row) => row.recalled_at === null && row.offered_from <= a.now)
      .map((row) => ({ number: row.number, message: row.message, publishedAt: row.published_at })),
    declined: (await listDeclines(a.tx, a.organisation, [work])).map(
      ({ path, sentence, reason, by, at, number }) => ({
        path,
        sentence,
        reason,
        by,
        at,
        number,
      }),
    ),
    conflicts: state.ok ? (await planOf(state.value)).result.conflicts.length : 0,
    tasks: await listTasks(a.tx, a.organisation, [work]),
    toWrite: base === null ? [] : await listToWrite(a, variant),
  };
}

async function listToWrite(a: Acting, { kind, head }: Variant): Promise<DebtView['toWrite']> {
  const { toWrite } = getKind(kind);
  return toWrite === undefined ? [] : toWrite(await getDefinition(a.tx, a.organisation, head.definitionHash));
}

/** Says that a text is right as it is. */
export async function finishTask(
  a: Acting,
  of: { readonly work: string } & Pick<TextTask, 'kind' | 'path' | 'language'>,
): Promise<Outcome<null>> {
  const variant = await lockVariant(a.tx, a.organisation, of.work);
  if (variant === null || !(await deleteTask(a.tx, a.organisation, of)))
    return refused({ kind: 'not-found' });
  await showUse(a, [variant]);
  return done(null);
}
