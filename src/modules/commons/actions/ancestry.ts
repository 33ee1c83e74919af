import type { Acting } from '../acting.ts';
import { listTermRows } from '../library/door.ts';
import { toTerms } from '../library/publications.ts';
import { covers, type Audience } from '../model/audience.ts';
import { loosest, strictest, type Licence, type Version } from '../model/work.ts';
import { listVersions } from '../store/versions.ts';

/** What binds whoever passes a version on: the terms of everything of others' that has gone into its line. */
export type Terms = {
  /** For each version that was taken, those that it is shown to: once for every time it was published. */
  readonly audiences: readonly (readonly Audience[])[];
  /** The strictest licence that anything came under; null where nothing came from others. */
  readonly licence: Licence | null;
  /** Those whose work is in it, in the order it was taken. */
  readonly credit: readonly string[];
};

/**
 * What was ever taken binds, also after another variant is followed or the work is taken over. What is nowhere
 * published binds to the organisation itself.
 */
export async function findTerms(
  a: Acting,
  { work, version }: { readonly work: string; readonly version: Version },
): Promise<Terms> {
  const line = await listVersions(a.tx, a.organisation, work);
  const taken = takenIn(line.filter(({ number }) => number <= version.number));
  if (taken.length === 0) return { audiences: [], licence: null, credit: [] };
  const rows = (await listTermRows(a.tx, { work, versions: taken })).map(toTerms);
  const found = Map.groupBy(rows, ({ versionId }) => versionId);
  const each = taken.map((id) => found.get(id) ?? []);
  const hidden: Audience = { kind: 'organisations', of: [a.organisation] };
  return {
    audiences: each.map((terms) => (terms.length === 0 ? [hidden] : terms.map(({ audience }) => audience))),
    licence: strictest(each.flatMap((terms) => loosest(terms.map((one) => one.licence)) ?? [])),
    credit: each.flatMap((terms) => terms.flatMap(({ organisation, credit }) => [organisation, ...credit])),
  };
}

/**
 * Others' versions that a line of versions has taken, the first taken first: by updates, and those that a contribution
 * it accepted was built on.
 */
export function takenIn(line: readonly Version[]): readonly string[] {
  const own = new Set(line.map(({ id }) => id));
  const all = line
    .toReversed()
    .flatMap(({ parents, base, origins }) => [
      ...parents,
      ...(base === null ? [] : [base.versionId]),
      ...origins.flatMap(({ builtOn }) => builtOn),
    ]);
  return [...new Set(all)].filter((id) => !own.has(id));
}

/** The first audience that what was taken is shown to, when it is not to everybody of the wanted one; else null. */
export function narrowerThan({ audiences }: Terms, wanted: Audience): Audience | null {
  const missed = audiences.find((shown) => !shown.some((audience) => covers(audience, wanted)));
  return missed?.[0] ?? null;
}
