import type { Acting } from '../acting.ts';
import type { Variant } from '../model/work.ts';
import { deleteShared } from '../store/shared.ts';
import { saveVariant } from '../store/variants.ts';
import { keepHidden } from './passed-on.ts';
import { showUse } from './upstream.ts';

/** Shows the upstream no more changes of a variant that has come to hold what the upstream may not see. */
export async function hideShared(a: Acting, variant: Variant): Promise<void> {
  const kept = await keepHidden(a, variant);
  if (kept === variant) return;
  await saveVariant(a.tx, kept);
  await showUse(a, [kept]);
  await deleteShared(a.tx, a.organisation, kept.work);
}
