import type { UseRow } from '../library/door.ts';
import { saveUses } from '../library/shelf.ts';
import type { Acting } from '../acting.ts';
import type { Debt } from '../model/shapes.ts';
import type { Variant } from '../model/work.ts';
import { countDeclines } from '../store/declines.ts';
import { saveShared } from '../store/shared.ts';
import { countTasks } from '../store/tasks.ts';
import type { Advanced } from '../model/advanced.ts';

/**
 * Tells the upstream what was agreed at adoption: version and debt always, the definition itself where the
 * adopter said yes.
 */
export async function showUpstream(a: Acting, all: readonly Advanced[]): Promise<void> {
  const following = all.filter(({ variant }) => variant.base !== null);
  if (following.length === 0) return;
  await showUse(
    a,
    following.map(({ variant }) => variant),
  );
  await showShared(a, following);
}

/** Shows the definition to the upstream of those who have said yes to that. */
export async function showShared(
  a: Acting,
  all: readonly Pick<Advanced, 'variant' | 'definition'>[],
): Promise<void> {
  await saveShared(
    a.tx,
    a.organisation,
    all.flatMap((one) => toShared(one, a.now)),
  );
}

/** Version, whether it runs, and debt: what the upstream always sees. */
export async function showUse(a: Acting, variants: readonly Variant[]): Promise<void> {
  const works = variants.map((variant) => variant.work);
  const declined = await countDeclines(a.tx, a.organisation, works);
  const tasks = await countTasks(a.tx, a.organisation, works);
  const debtOf = (work: string): Debt => ({ declined: declined.get(work) ?? 0, tasks: tasks.get(work) ?? 0 });
  await saveUses(
    a.tx,
    variants.flatMap((variant) => toUse(variant, a.now, debtOf(variant.work))),
  );
}

/** The row that the upstream and the library see; none for a variant that follows nobody. */
function toUse(variant: Variant, at: Date, debt: Debt): readonly UseRow[] {
  if (variant.base === null) return [];
  return [
    {
      organisation_id: variant.organisation,
      work_id: variant.work,
      upstream_organisation_id: variant.base.organisation,
      base_number: variant.base.number,
      in_use: variant.running !== null,
      since: at,
      sharing: variant.sharing,
      debt,
    },
  ];
}

type Shared = Parameters<typeof saveShared>[2][number];

function toShared(
  { variant, definition }: Pick<Advanced, 'variant' | 'definition'>,
  at: Date,
): readonly Shared[] {
  if (variant.base === null || !variant.sharing.changes) return [];
  const { versionId, number } = variant.head;
  const { organisation: to, number: baseNumber } = variant.base;
  return [{ work: variant.work, to, number, versionId, baseNumber, definition, at }];
}
