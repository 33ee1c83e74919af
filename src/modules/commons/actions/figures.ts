import type { Tx } from '../../../platform/db/index.ts';
import { decideShared } from '../model/figures.ts';
import { findKind } from '../model/kind.ts';
import type { Variant } from '../model/work.ts';
import { deleteFigures, saveFigures } from '../store/figures.ts';

/** Where figures are counted: in the adopter's own transaction, by a person or by night. */
export type Counting = { readonly tx: Tx; readonly organisation: string; readonly now: Date };

/**
 * Counts anew what upstreams may see of variants, and takes away at once what they may not. The figures are
 * the adopter's own row, shown to the one that it follows.
 */
export async function showFigures(a: Counting, variants: readonly Variant[]): Promise<void> {
  const agreed = variants.filter(
    ({ kind, base, sharing }) =>
      base !== null && (sharing.use || sharing.results) && findKind(kind)?.figures !== undefined,
  );
  const works = new Set(agreed.map(({ work }) => work));
  const others = variants.map(({ work }) => work).filter((work) => !works.has(work));
  if (others.length > 0) await deleteFigures(a.tx, a.organisation, others);
  for (const [kind, those] of Map.groupBy(agreed, (variant) => variant.kind)) {
    await showOfKind(a, kind, those);
  }
}

async function showOfKind(
  { tx, organisation, now }: Counting,
  kind: string,
  variants: readonly Variant[],
): Promise<void> {
  const figures = findKind(kind)?.figures;
  if (figures === undefined) return;
  const works = variants.map(({ work }) => work);
  const counted = await figures.count({ tx, organisation, works, now });
  await saveFigures(
    tx,
    organisation,
    variants.flatMap(({ work, base, sharing }) => {
      const shown = decideShared(figures.measures, sharing, counted.get(work) ?? {});
      return base === null || shown === null ? [] : [{ ...shown, work, to: base.organisation, at: now }];
    }),
  );
}
