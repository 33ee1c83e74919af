import { diff, isElement, isList, isObject, type Definition, type Json } from '../../../kernel/index.ts';
import type { Acting } from '../acting.ts';
import { describeDifferences, type DescribedChange } from '../model/described.ts';
import { findKind, getKind, type ExampleResult, type Issue } from '../model/kind.ts';
import { makeChecklist, resolveValues } from '../model/checklist.ts';
import type { HistoryStep } from '../model/debt.ts';
import { inGoodStanding, type Standing } from '../model/standing.ts';
import type { Variant, Version } from '../model/work.ts';
import { getDefinition, getDefinitions } from '../store/definitions.ts';
import { countWaiting } from '../store/contributions.ts';
import { listHistory } from '../store/history.ts';
import { listReceived, saveRead, saveSeen, type Notices, type Seen } from '../store/notices.ts';
import { getManyValues, getValues } from '../store/settings.ts';
import * as variants from '../store/variants.ts';
import * as versions from '../store/versions.ts';
import { findRevision } from '../store/drafts.ts';
import { findReviews, type Review } from './eyes.ts';
import { findOffers } from './update-state.ts';
import { countDeclines } from '../store/declines.ts';
import { findStandings } from './standing.ts';

export const findVariant = (a: Acting, work: string): Promise<Variant | null> =>
  variants.findVariant(a.tx, a.organisation, work);

export type VariantSummary = Variant &
  Standing & {
    /** Upstream's newest offered version, when it has not been taken. */
    readonly updateAvailable: number | null;
    readonly behind: number;
    readonly declined: number;
    /** Required parameters of the head without a value. */
    readonly missing: readonly string[];
    /** Contributions that wait for an answer. */
    readonly waiting: number;
    /** The newest version waits for another's eyes. */
    readonly review: Review | null;
  };

/** Everything that the organisation has, own and adopted, in Swedish order. */
export async function listVariants(a: Acting): Promise<readonly VariantSummary[]> {
  const all = await variants.listVariants(a.tx, a.organisation);
  const offers = await findOffers(a, all);
  const standings = await findStandings(a, all);
  const works = all.map((variant) => variant.work);
  const declined = await countDeclines(a.tx, a.organisation, works);
  const values = await getManyValues(
    a.tx,
    a.organisation,
    all.map(({ work, settingsNumber }) => ({ work, number: settingsNumber })),
  );
  const waiting = await countWaiting(a);
  const reviews = await findReviews(a, all);
  const hashes = all.map((variant) => variant.head.definitionHash);
  const definitions = await getDefinitions(a.tx, a.organisation, hashes);
  return all.map((variant) => {
    const definition = definitions.get(variant.head.definitionHash);
    const own = values.get(variant.work) ?? {};
    return {
      ...variant,
      ...(standings.get(variant.work) ?? inGoodStanding),
      updateAvailable: offers.get(variant.work)?.number ?? null,
      behind: offers.get(variant.work)?.behind ?? 0,
      declined: declined.get(variant.work) ?? 0,
      waiting: waiting.get(variant.work) ?? 0,
      review: reviews.get(variant.work) ?? null,
      missing: definition === undefined ? [] : makeChecklist(definition, own, variant.base).missing,
    };
  });
}

/** What is offered to the works of a kind that follow another, by work: whose version, and its number. */
export async function listOffered(
  a: Acting,
  kind: string,
): Promise<ReadonlyMap<string, { readonly organisation: string; readonly number: number }>> {
  const all = await variants.listVariants(a.tx, a.organisation);
  return findOffers(
    a,
    all.filter((variant) => variant.kind === kind),
  );
}

/** How many contributions to a work wait for the organisation's answer. */
export const countContributions = async (a: Acting, work: string): Promise<number> =>
  (await countWaiting(a)).get(work) ?? 0;

export const listVersions = (a: Acting, work: string): Promise<readonly Version[]> =>
  versions.listVersions(a.tx, a.organisation, work);

/** The content of one of the variant's versions, or of the draft. */
export async function findDefinition(
  a: Acting,
  work: string,
  which: number | 'head' | 'running' | 'draft' | 'base',
): Promise<Definition | null> {
  const variant = await findVariant(a, work);
  if (variant === null) return null;
  const found = await hashOf(a, variant, which);
  return found === null ? null : getDefinition(a.tx, a.organisation, found);
}

async function hashOf(
  a: Acting,
  variant: Variant,
  which: number | 'head' | 'running' | 'draft' | 'base',
): Promise<string | null> {
  if (which === 'head') return variant.head.definitionHash;
  if (which === 'base') return variant.base?.definitionHash ?? null;
  const { work } = variant;
  if (which === 'draft') return (await findRevision(a.tx, a.organisation, { work }))?.definitionHash ?? null;
  const number = which === 'running' ? variant.running?.number : which;
  if (number === undefined) return null;
  return (await versions.findVersion(a.tx, a.organisation, { work, number }))?.definitionHash ?? null;
}

/** Readable differences between two of the variant's versions; null when one is not there. */
export async function showDifferences(
  a: Acting,
  of: { readonly work: string; readonly from: number; readonly to: number | 'draft' },
): Promise<readonly DescribedChange[] | null> {
  const before = await findDefinition(a, of.work, of.from);
  const after = await findDefinition(a, of.work, of.to);
  if (before === null || after === null) return null;
  return describeDifferences(before, after, { kind: getKind(after.kind), language: a.language });
}

/** Everything in which the variant differs from what it follows, hidden parts too; empty where it follows nobody. */
export async function listLocalChanges(a: Acting, variant: Variant): Promise<readonly DescribedChange[]> {
  const upstream = await findDefinition(a, variant.work, 'base');
  const own = await findDefinition(a, variant.work, 'head');
  if (upstream === null || own === null) return [];
  return describeDifferences(upstream, own, { kind: getKind(variant.kind), language: a.language });
}

export type OriginMark = 'shared' | 'local' | 'adapted';

/**
 * Where each element of a definition comes from, by element id ('' is the definition): as upstream has it,
 * upstream's but changed here, or our own. Everything is shared where there is no upstream.
 */
export function originMarks(upstream: Definition, own: Definition): ReadonlyMap<string, OriginMark> {
  const { rules } = getKind(own.kind);
  const theirs = new Set(elementIds(upstream));
  const changed = new Set(
    diff(upstream, own, rules).flatMap((change) => (change.change === 'added' ? [] : [change.element])),
  );
  const markOf = (id: string): OriginMark => {
    if (!theirs.has(id)) return 'local';
    return changed.has(id) ? 'adapted' : 'shared';
  };
  return new Map(
    ['', ...elementIds(own)].map((id) => [
      id,
      id === '' && !changed.has('') ? 'shared' : id === '' ? 'adapted' : markOf(id),
    ]),
  );
}

function elementIds(value: Json): readonly string[] {
  if (isList(value)) return value.flatMap((one) => [...(isElement(one) ? [one.id] : []), ...elementIds(one)]);
  return isObject(value) ? Object.values(value).flatMap(elementIds) : [];
}

export const showHistory = (
  a: Acting,
  work: string,
  page: number,
): Promise<{ readonly steps: readonly HistoryStep[]; readonly total: number }> => listHistory(a, work, page);

export const listNotices = (a: Acting, page: number): Promise<Notices> => listReceived(a, page);
export const markSeen = (a: Acting, seen: Seen): Promise<void> => saveSeen(a, seen);
export const markNoticesRead = (a: Acting, ids: readonly string[] | 'all'): Promise<void> => saveRead(a, ids);

/** What the kind says of a version, and what its own examples give. */
export async function testVersion(
  a: Acting,
  of: { readonly work: string; readonly which: number | 'head' | 'draft' },
): Promise<{ readonly issues: readonly Issue[]; readonly examples: readonly ExampleResult[] } | null> {
  const variant = await findVariant(a, of.work);
  const definition = await findDefinition(a, of.work, of.which);
  const kind = findKind(variant?.kind ?? '');
  if (variant === null || definition === null || kind === undefined) return null;
  const own = await getValues(a.tx, a.organisation, { work: of.work, number: variant.settingsNumber });
  const values = resolveValues(definition, own, variant.base);
  return { issues: kind.validate(definition), examples: kind.examples?.(definition, values) ?? [] };
}
