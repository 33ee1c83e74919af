import {
  applyReanchoring,
  reanchor,
  type Definition,
  type Reanchoring,
  type Violation,
} from '../../../kernel/index.ts';
import type { Acting } from '../acting.ts';
import { isFollowing, listEntryRows, listPublicationRows } from '../library/door.ts';
import { asBase, loadPublished, toHead, type PublicationHead } from '../library/publications.ts';
import { deleteUse } from '../library/shelf.ts';
import { done, refused, type Outcome } from '../model/failure.ts';
import { getKind } from '../model/kind.ts';
import type { Base, Sharing } from '../model/shapes.ts';
import type { Variant } from '../model/work.ts';
import { readerFor } from '../reader.ts';
import { getDefinition, saveDefinitions } from '../store/definitions.ts';
import { record } from '../store/history.ts';
import { deleteFigures } from '../store/figures.ts';
import { deleteShared } from '../store/shared.ts';
import { deleteUpdates } from '../store/updates.ts';
import { findVariant, lockVariant, saveVariant } from '../store/variants.ts';
import { findVersion, listVersions } from '../store/versions.ts';
import { advance, saveAdvanced } from './advance.ts';
import { showFigures } from './figures.ts';
import { takeFiles } from './files.ts';
import { decideForbidden, findForbidden } from './forbidden.ts';
import { findHidden, keepHidden } from './passed-on.ts';
import { showShared, showUse } from './upstream.ts';

export type Refollow = {
  readonly work: string;
  /** Whose published variant of the same work to follow from now on. */
  readonly organisation: string;
  readonly reason: string;
  /** Which of our elements are which of theirs, as a person has confirmed; needed when nothing is in common. */
  readonly reanchoring?: readonly { readonly from: string; readonly to: string }[];
};

/**
 * Follows another variant of the same work. The base is the nearest version that both took; where there is
 * none, elements are matched by likeness and a person says which (`needs-reanchoring`). Fails with `circle`
 * when that one follows us, and with `not-allowed` when what we have, or what runs, is what it locks.
 */
export async function refollow(a: Acting, of: Refollow): Promise<Outcome<Variant>> {
  const variant = await lockVariant(a.tx, a.organisation, of.work);
  if (variant === null) return refused({ kind: 'not-found' });
  if (of.organisation === a.organisation) return refused({ kind: 'own-work' });
  if (variant.base?.organisation === of.organisation) return refused({ kind: 'nothing-changed' });
  const target = await loadTarget(a, of);
  if (!target.ok) return target;
  const { work, organisation } = of;
  if (await isFollowing(a.tx, { work, organisation, whom: a.organisation }))
    return refused({ kind: 'circle' });
  const common = await findCommon(a, variant, target.value);
  const after =
    common === null
      ? await anchored(a, variant, { of, heads: target.value })
      : await rebased(a, { ...variant, base: common });
  if (!after.ok) return after;
  const followed = await keepHidden(a, after.value);
  await saveVariant(a.tx, followed);
  await deleteUpdates(a.tx, a.organisation, [of.work]);
  await showUse(a, [followed]);
  await showHead(a, followed);
  await showFigures(a, [followed]);
  const data = { from: variant.base?.organisation ?? null, to: of.organisation };
  await record(a, { work: of.work, kind: 'followed-another', reason: of.reason, data });
  return done((await findVariant(a.tx, a.organisation, of.work)) ?? followed);
}

async function loadTarget(a: Acting, of: Refollow): Promise<Outcome<readonly PublicationHead[]>> {
  const reader = await readerFor(a);
  const entry = (await listEntryRows(a.tx, reader, of.work)).find(
    (row) => row.organisation_id === of.organisation,
  );
  if (entry === undefined) return refused({ kind: 'not-found' });
  if (entry.withdrawn_at !== null) return refused({ kind: 'withdrawn' });
  const heads = (
    await listPublicationRows(a.tx, reader, { work: of.work, organisation: of.organisation })
  ).map(toHead);
  return done(heads.toSorted((left, right) => right.number - left.number));
}

/**
 * The newest version that both sides took: one of theirs that we have built on, or an upstream's version that
 * both have had as base. From a version of another's, theirs with the same base counts as taken.
 */
async function findCommon(
  a: Acting,
  variant: Variant,
  heads: readonly PublicationHead[],
): Promise<Base | null> {
  const ours = await listVersions(a.tx, a.organisation, variant.work);
  const taken = new Set(
    ours.flatMap((version) => [
      ...version.parents,
      ...(version.base === null ? [] : [version.base.versionId]),
    ]),
  );
  const direct = heads.find((head) => taken.has(head.versionId));
  const through = direct ?? heads.find((head) => head.base !== null && taken.has(head.base.versionId));
  if (through === undefined) return null;
  const content = await commonContent(a, variant, { through, direct: direct !== undefined });
  if (content === null) return null;
  await saveDefinitions(a.tx, a.organisation, [content]);
  await takeFiles(a, [content.definition]);
  if (direct !== undefined || through.base === null) return asBase(through);
  const { versionId, definitionHash } = through.base;
  return { ...asBase(through), versionId, definitionHash, number: through.number - 1 };
}

type Content = { readonly hash: string; readonly definition: Definition };

/** What the two have in common: the version itself, or the upstream version that lies under both. */
async function commonContent(
  a: Acting,
  variant: Variant,
  { through, direct }: { readonly through: PublicationHead; readonly direct: boolean },
): Promise<Content | null> {
  if (!direct && through.base !== null) {
    const own = await getOwn(a, variant, through.base.definitionHash);
    return own === null ? null : { hash: through.base.definitionHash, definition: own };
  }
  const found = (await loadPublished(a.tx, await readerFor(a), [through])).get(through.definitionHash);
  return found === undefined ? null : { hash: through.definitionHash, definition: found };
}

async function getOwn(a: Acting, variant: Variant, hash: string): Promise<Definition | null> {
  const known = await listVersions(a.tx, a.organisation, variant.work);
  const has = known.some(
    (version) => version.definitionHash === hash || version.base?.definitionHash === hash,
  );
  return has ? getDefinition(a.tx, a.organisation, hash) : null;
}

type Anchoring = { readonly of: Refollow; readonly heads: readonly PublicationHead[] };

/** Gives our elements the ids of theirs that a person has confirmed, and begins from their newest version. */
async function anchored(a: Acting, variant: Variant, { of, heads }: Anchoring): Promise<Outcome<Variant>> {
  const newest = heads.find((head) => head.recalled === null && head.offeredFrom <= a.now);
  if (newest === undefined) return refused({ kind: 'not-published' });
  const upstream = (await loadPublished(a.tx, await readerFor(a), [newest])).get(newest.definitionHash);
  if (upstream === undefined) return refused({ kind: 'not-found' });
  const { rules } = getKind(variant.kind);
  const ours = await getDefinition(a.tx, a.organisation, variant.head.definitionHash);
  const proposals = reanchor(upstream, ours, rules);
  if (of.reanchoring === undefined) return refused({ kind: 'needs-reanchoring', proposals });
  const wanted = new Set(of.reanchoring.map(({ from, to }) => JSON.stringify([from, to])));
  const confirmed: readonly Reanchoring[] = proposals.filter(({ from, to }) =>
    wanted.has(JSON.stringify([from, to])),
  );
  await saveDefinitions(a.tx, a.organisation, [{ hash: newest.definitionHash, definition: upstream }]);
  await takeFiles(a, [upstream]);
  const definition = applyReanchoring(ours, confirmed, rules);
  const base = asBase(newest);
  const violations = [
    ...decideForbidden({ upstream, definition, rules }),
    ...(await findForbiddenRunning(a, { ...variant, base })),
  ];
  if (violations.length > 0) return refused({ kind: 'not-allowed', violations });
  const advanced = advance(a, variant, {
    step: 'followed',
    definition,
    message: of.reason,
    otherParents: [newest.versionId],
    base,
  });
  await saveAdvanced(a, [advanced]);
  return done(advanced.variant);
}

/** The variant on its new base, unless it holds what is locked there: made while nobody's locks were ours. */
async function rebased(a: Acting, variant: Variant): Promise<Outcome<Variant>> {
  const head = await findVersion(a.tx, a.organisation, { work: variant.work, number: variant.head.number });
  if (head === null) throw new Error(`${variant.work}: the newest version is gone`);
  const violations = [
    ...(await findForbidden(a, variant, head)),
    ...(await findForbiddenRunning(a, variant)),
  ];
  return violations.length === 0 ? done(variant) : refused({ kind: 'not-allowed', violations });
}

/** What runs may be older than the newest version, and goes on running. */
async function findForbiddenRunning(a: Acting, variant: Variant): Promise<readonly Violation[]> {
  const { running, head, work } = variant;
  if (running === null || running.number === head.number) return [];
  const version = await findVersion(a.tx, a.organisation, { work, number: running.number });
  return version === null ? [] : findForbidden(a, variant, version);
}

/** Follows nobody any more: the variant is its own upstream, and goes on as it is. */
export async function takeOver(
  a: Acting,
  { work, reason }: { readonly work: string; readonly reason: string },
): Promise<Outcome<Variant>> {
  const variant = await lockVariant(a.tx, a.organisation, work);
  if (variant === null) return refused({ kind: 'not-found' });
  if (variant.base === null) return refused({ kind: 'not-following' });
  const after = { ...variant, base: null };
  await saveVariant(a.tx, after);
  await deleteUpdates(a.tx, a.organisation, [work]);
  await deleteUse(a.tx, a.organisation, work);
  await deleteShared(a.tx, a.organisation, work);
  await deleteFigures(a.tx, a.organisation, [work]);
  await record(a, { work, kind: 'taken-over', reason, data: { from: variant.base.organisation } });
  return done(after);
}

/** The present upstream sees the definition where that is agreed, and nobody else does: no earlier upstream. */
async function showHead(a: Acting, variant: Variant): Promise<void> {
  if (!variant.sharing.changes) return deleteShared(a.tx, a.organisation, variant.work);
  const definition = await getDefinition(a.tx, a.organisation, variant.head.definitionHash);
  return showShared(a, [{ variant, definition }]);
}

/** Changes what the upstream may see. Fails with `audience-wider` where another has shown us what it may not see. */
export async function changeSharing(
  a: Acting,
  { work, sharing }: { readonly work: string; readonly sharing: Sharing },
): Promise<Outcome<Variant>> {
  const variant = await lockVariant(a.tx, a.organisation, work);
  if (variant === null) return refused({ kind: 'not-found' });
  if (variant.base === null) return refused({ kind: 'not-following' });
  const hidden = sharing.changes ? await findHidden(a, { work, to: variant.base.organisation }) : null;
  if (hidden !== null) return refused({ kind: 'audience-wider', audience: hidden });
  const after = { ...variant, sharing };
  await saveVariant(a.tx, after);
  await showHead(a, after);
  await showFigures(a, [after]);
  await showUse(a, [after]);
  await record(a, { work, kind: 'sharing', data: { ...sharing } });
  return done(after);
}

/** Chooses whether updates with nothing to decide are taken by themselves. */
export async function changeAutoUpdate(
  a: Acting,
  { work, autoUpdate }: { readonly work: string; readonly autoUpdate: Variant['autoUpdate'] },
): Promise<Outcome<Variant>> {
  const variant = await lockVariant(a.tx, a.organisation, work);
  if (variant === null) return refused({ kind: 'not-found' });
  const after = { ...variant, autoUpdate };
  await saveVariant(a.tx, after);
  await record(a, { work, kind: 'auto-update', data: { choice: autoUpdate } });
  return done(after);
}
