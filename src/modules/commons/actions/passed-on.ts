import { diff, isObject, type Change, type Definition, type Json } from '../../../kernel/index.ts';
import type { Acting } from '../acting.ts';
import { listTermRows } from '../library/door.ts';
import { toTerms, type TakenTerms } from '../library/publications.ts';
import { mayRead, type Audience, type Reader } from '../model/audience.ts';
import { changeKey } from '../model/described.ts';
import { fetchedIn, versionIdOf, versionsFetched, type Fetched } from '../model/fetched.ts';
import { getKind } from '../model/kind.ts';
import type { Variant, Version } from '../model/work.ts';
import { readerFor } from '../reader.ts';
import { getDefinition, getDefinitions } from '../store/definitions.ts';
import { findVariant } from '../store/variants.ts';
import { listVersions } from '../store/versions.ts';
import { takenIn } from './ancestry.ts';

/** Changes that hold what a third organisation has made: from which of its versions, and who may see that. */
export type PassedOn = {
  readonly versionId: string;
  /** Keys of the changes. */
  readonly changes: ReadonlySet<string>;
  /** Null where the receiver may see the version itself; else those that it is shown to. */
  readonly hidden: Audience | null;
};

type Passing = {
  readonly variant: Variant;
  readonly to: string;
  readonly base: Definition;
  readonly head: Definition;
  readonly changes: readonly Change[];
};

/** A version of a third organisation's in a line of versions, and whether somebody may see it. */
type Third = Pick<PassedOn, 'versionId' | 'hidden'>;

/** Versions that a line has taken from others than the one who is to see it. */
async function listThird(a: Acting, line: readonly Version[], of: Seeing): Promise<readonly Third[]> {
  const taken = takenIn(line);
  const rows = (await listTermRows(a.tx, { work: of.work, versions: taken })).map(toTerms);
  const terms = Map.groupBy(rows, ({ versionId }) => versionId);
  const isTheirs = (id: string): boolean =>
    (terms.get(id) ?? []).some(({ organisation }) => organisation === of.to);
  const others = taken.filter((id) => !isTheirs(id));
  if (others.length === 0) return [];
  const reader = await readerFor({ tx: a.tx, organisation: of.to });
  const hiddenOf = (shown: readonly TakenTerms[]): Audience | null =>
    shown.some(({ organisation, audience }) => mayRead(reader, organisation, audience))
      ? null
      : (shown[0]?.audience ?? { kind: 'organisations', of: [a.organisation] });
  return others.map((versionId) => ({ versionId, hidden: hiddenOf(terms.get(versionId) ?? []) }));
}

type Seeing = { readonly work: string; readonly to: string };

/**
 * Whom something of a third organisation's in the line of versions is shown to, where the one who is to see the line
 * is not among them; null where that one may see all of it.
 */
export async function findHidden(a: Acting, of: Seeing): Promise<Audience | null> {
  const third = await listThird(a, await listVersions(a.tx, a.organisation, of.work), of);
  const hidden = third.find((one) => one.hidden !== null)?.hidden ?? null;
  if (hidden !== null) return hidden;
  const variant = await findVariant(a.tx, a.organisation, of.work);
  if (variant === null) return null;
  const head = await getDefinition(a.tx, a.organisation, variant.head.definitionHash);
  return findHiddenFetched(a, { variant, head, to: of.to });
}

type Shown = { readonly variant: Variant; readonly head: Definition; readonly to: string };

/** Those that something fetched into a version is shown to, where the one who is to see the version is not among them. */
async function findHiddenFetched(a: Acting, { variant, head, to }: Shown): Promise<Audience | null> {
  if (fetchedIn(head).size === 0) return null;
  const { base } = variant;
  const theirs = base === null ? null : await getDefinition(a.tx, a.organisation, base.definitionHash);
  const reader = await readerFor({ tx: a.tx, organisation: to });
  for (const one of versionsFetched(ownFetched(theirs, head).values())) {
    const hidden = await hiddenFrom(a, one, { reader, to });
    if (hidden !== null) return hidden;
  }
  return null;
}

/** Where elements were fetched from, those aside that upstream has fetched itself. */
function ownFetched(upstream: Definition | null, own: Definition): ReadonlyMap<string, Fetched> {
  const theirs = upstream === null ? new Map<string, Fetched>() : fetchedIn(upstream);
  return new Map(
    [...fetchedIn(own)].filter(([id, { version, element }]) => {
      const same = theirs.get(id);
      return same?.version !== version || same.element !== element;
    }),
  );
}

type Eyes = { readonly reader: Reader; readonly to: string };

/** Those that a version is shown to, where the receiver is not among them. Own texts are one's own to show. */
async function hiddenFrom(a: Acting, one: Fetched, { reader, to }: Eyes): Promise<Audience | null> {
  const { organisation, work } = one;
  if (organisation === to) return null;
  if (organisation === a.organisation) {
    const line = await listVersions(a.tx, a.organisation, work);
    const third = await listThird(a, line, { work, to });
    return third.find(({ hidden }) => hidden !== null)?.hidden ?? null;
  }
  const rows = await listTermRows(a.tx, { work, versions: [versionIdOf(one)] });
  const shown = rows.map(toTerms).filter((row) => row.organisation === organisation);
  if (shown.some(({ audience }) => mayRead(reader, organisation, audience))) return null;
  return shown[0]?.audience ?? null;
}

/** The variant as it may be shared with whom it follows: no changes where it holds what that one may not see. */
export async function keepHidden(a: Acting, variant: Variant): Promise<Variant> {
  const { base, work, sharing } = variant;
  if (base === null || !sharing.changes) return variant;
  const hidden = await findHidden(a, { work, to: base.organisation });
  return hidden === null ? variant : { ...variant, sharing: { ...sharing, changes: false } };
}

/**
 * What of own changes against the receiver's version was taken from others than the receiver. An own change of
 * the very place that the other has changed too counts as the other's.
 */
export async function findPassedOn(a: Acting, of: Passing): Promise<readonly PassedOn[]> {
  const { work } = of.variant;
  const line = await listVersions(a.tx, a.organisation, work);
  const third = await listThird(a, line, { work, to: of.to });
  const fetched = await listFetchedOn(a, of);
  if (third.length === 0) return fetched;
  const contents = await contentsOf(a, line);
  const held = third
    .map((one) => ({
      ...one,
      changes: heldOf(of, { line, versionId: one.versionId, content: contents.get(one.versionId) }),
    }))
    .filter(({ changes }) => changes.size > 0);
  return [...held, ...fetched];
}

/** Changes that hold what was fetched and the receiver may not see. What it may see names its source itself. */
async function listFetchedOn(a: Acting, { head, base, changes, to }: Passing): Promise<readonly PassedOn[]> {
  const fetched = ownFetched(base, head);
  if (fetched.size === 0) return [];
  const reader = await readerFor({ tx: a.tx, organisation: to });
  const found: PassedOn[] = [];
  for (const one of versionsFetched(fetched.values())) {
    const hidden = await hiddenFrom(a, one, { reader, to });
    if (hidden === null) continue;
    const isIn = (id: string): boolean => fetched.get(id)?.version === one.version;
    const holds = (change: Change): boolean =>
      change.change === 'added' ? [...idsIn(change.after)].some(isIn) : isIn(change.element);
    found.push({ versionId: versionIdOf(one), changes: keysOf(changes.filter(holds)), hidden });
  }
  return found.filter(({ changes: held }) => held.size > 0);
}

/** What was taken as a whole is kept whole. */
async function contentsOf(a: Acting, line: readonly Version[]): Promise<ReadonlyMap<string, Definition>> {
  const bases = line.flatMap(({ base }) => (base === null ? [] : [base]));
  const found = await getDefinitions(
    a.tx,
    a.organisation,
    bases.map(({ definitionHash }) => definitionHash),
  );
  return new Map(
    bases.flatMap(({ versionId, definitionHash }) => {
      const content = found.get(definitionHash);
      return content === undefined ? [] : [[versionId, content] as const];
    }),
  );
}

type Source = {
  readonly line: readonly Version[];
  readonly versionId: string;
  /** Not known of what came with a contribution: then the places that it changed are known. */
  readonly content: Definition | undefined;
};

function heldOf(
  { variant, base, changes }: Passing,
  { line, versionId, content }: Source,
): ReadonlySet<string> {
  if (content === undefined) {
    const origins = line.flatMap((version) => version.origins);
    const paths = origins.filter(({ builtOn }) => builtOn.includes(versionId)).flatMap((one) => one.paths);
    const isIn = (path: string): boolean =>
      paths.some((one) => path === one || path.startsWith(`${one}/`) || one.startsWith(`${path}/`));
    return keysOf(changes.filter(({ path }) => isIn(path)));
  }
  const theirs = keysOf(diff(base, content, getKind(variant.kind).rules));
  const known = idsIn(base);
  const made = new Set([...idsIn(content)].filter((id) => !known.has(id)));
  const holds = (change: Change): boolean =>
    theirs.has(changeKey(change)) ||
    (change.change === 'added' && [...idsIn(change.after)].some((id) => made.has(id)));
  return keysOf(changes.filter(holds));
}

const keysOf = (changes: readonly Change[]): ReadonlySet<string> => new Set(changes.map(changeKey));

function idsIn(value: Json): ReadonlySet<string> {
  const ids = new Set<string>();
  const visit = (one: Json): void => {
    if (Array.isArray(one)) return one.forEach(visit);
    if (!isObject(one)) return undefined;
    if (typeof one['id'] === 'string') ids.add(one['id']);
    return Object.values(one).forEach(visit);
  };
  visit(value);
  return ids;
}
