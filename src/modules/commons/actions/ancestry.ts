import type { Acting } from '../acting.ts';
import { listTermRows } from '../library/door.ts';
import { toTerms } from '../library/publications.ts';
import { covers, type Audience } from '../model/audience.ts';
import { fetchedIn, versionIdOf, versionsFetched, type Fetched } from '../model/fetched.ts';
import { loosest, strictest, type Licence, type Version } from '../model/work.ts';
import { getDefinition } from '../store/definitions.ts';
import { findVersion, listVersions } from '../store/versions.ts';

/** What binds whoever passes a version on: the terms of everything of others' that has gone into its line. */
export type Terms = {
  /** For each version that was taken, those that it is shown to: once for every time it was published. */
  readonly audiences: readonly (readonly Audience[])[];
  /** The strictest licence that anything came under; null where nothing came from others. */
  readonly licence: Licence | null;
  /** Those whose work is in it, in the order it was taken. */
  readonly credit: readonly string[];
};

type Line = { readonly work: string; readonly version: Version };

/** What binds a version: all that its line has taken, and what its parts were fetched from. */
export async function findTerms(
  a: Acting,
  line: Line,
  seen: ReadonlySet<string> = new Set(),
): Promise<Terms> {
  const known = new Set([...seen, line.version.id]);
  const definition = await getDefinition(a.tx, a.organisation, line.version.definitionHash);
  const all = [await termsOfLine(a, line)];
  for (const one of versionsFetched(fetchedIn(definition).values())) {
    if (!known.has(versionIdOf(one))) all.push(await termsOfFetched(a, one, known));
  }
  return {
    audiences: all.flatMap(({ audiences }) => audiences),
    licence: strictest(all.flatMap(({ licence }) => licence ?? [])),
    credit: all.flatMap(({ credit }) => credit),
  };
}

const free: Terms = { audiences: [], licence: null, credit: [] };

/**
 * Own versions bind by what they are made of. Others' were published when they were fetched; what is nowhere
 * published came with what was taken from whoever fetched it, and is bound by that.
 */
async function termsOfFetched(a: Acting, one: Fetched, seen: ReadonlySet<string>): Promise<Terms> {
  const { organisation, work } = one;
  const versionId = versionIdOf(one);
  if (organisation === a.organisation) {
    const version = await findVersion(a.tx, a.organisation, { work, versionId });
    return version === null ? free : findTerms(a, { work, version }, seen);
  }
  const rows = await listTermRows(a.tx, { work, versions: [versionId] });
  const terms = rows.map(toTerms).filter((row) => row.organisation === organisation);
  if (terms.length === 0) return free;
  return {
    audiences: [terms.map(({ audience }) => audience)],
    licence: loosest(terms.map(({ licence }) => licence)),
    credit: terms.flatMap(({ credit }) => [organisation, ...credit]),
  };
}

/**
 * What was ever taken binds, also after another variant is followed or the work is taken over. What is nowhere
 * published binds to the organisation itself.
 */
async function termsOfLine(a: Acting, { work, version }: Line): Promise<Terms> {
  const line = await listVersions(a.tx, a.organisation, work);
  const taken = takenIn(line.filter(({ number }) => number <= version.number));
  if (taken.length === 0) return free;
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
