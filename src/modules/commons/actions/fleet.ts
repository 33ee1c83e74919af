import { diff, hashJson, type Definition } from '../../../kernel/index.ts';
import type { Acting } from '../acting.ts';
import { listPublicationRows, listUseRows, type UseRow } from '../library/door.ts';
import { toHead, type PublicationHead } from '../library/publications.ts';
import { mergeApart } from '../merging/merge-apart.ts';
import { changeKey, teller } from '../model/described.ts';
import type { Fleet, FleetForecast, FleetRow, Forecast, RecurringChange } from '../model/fleet.ts';
import { done, refused, type Outcome } from '../model/failure.ts';
import { getKind } from '../model/kind.ts';
import { Debt, Sharing } from '../model/shapes.ts';
import { planOfMerge } from '../model/update-plan.ts';
import { viewConflicts } from '../model/update-view.ts';
import type { Variant } from '../model/work.ts';
import { readerFor } from '../reader.ts';
import { getDefinitions } from '../store/definitions.ts';
import { findRevision } from '../store/drafts.ts';
import { listFiguresShownUs, type FiguresShown } from '../store/figures.ts';
import { listSharedWithUs, type SharedVariant } from '../store/shared.ts';
import { findVariant } from '../store/variants.ts';

/** Those who follow our variant, with what they have agreed to show, and what we have published, newest first. */
async function loadFleet(a: Acting, variant: Variant): Promise<LoadedFleet> {
  const reader = await readerFor(a);
  const of = { work: variant.work, upstream: a.organisation };
  const uses = await listUseRows(a.tx, reader, of);
  const rows = await listPublicationRows(a.tx, reader, { work: variant.work, organisation: a.organisation });
  const heads = rows.map(toHead).toSorted((left, right) => right.number - left.number);
  const shared = await listSharedWithUs(a, variant.work);
  const definitions = await getDefinitions(
    a.tx,
    a.organisation,
    heads.map((head) => head.definitionHash),
  );
  const byNumber = new Map(heads.map((head) => [head.number, definitions.get(head.definitionHash)]));
  return { variant, uses, heads, shared, taken: (one) => byNumber.get(one.baseNumber) };
}

type LoadedFleet = {
  readonly variant: Variant;
  readonly uses: readonly UseRow[];
  readonly heads: readonly PublicationHead[];
  readonly shared: readonly SharedVariant[];
  /** The version of ours that an adopter has taken. */
  readonly taken: (one: SharedVariant) => Definition | undefined;
};

/** Who runs which version, how far behind, and which local changes recur among those who share them. */
export async function showFleet(a: Acting, work: string): Promise<Outcome<Fleet>> {
  const variant = await findVariant(a.tx, a.organisation, work);
  if (variant === null) return refused({ kind: 'not-found' });
  const fleet = await loadFleet(a, variant);
  const changes = localChanges(a, fleet);
  const figures = await listFiguresShownUs(a, work);
  return done({
    latest: fleet.heads[0]?.number ?? 0,
    measures: getKind(variant.kind).figures?.measures ?? [],
    rows: fleet.uses.map((use) => toRow(use, fleet.heads, { changes, figures })),
    recurring: recurring(changes),
  });
}

type LocalChange = {
  readonly organisation: string;
  readonly key: string;
  readonly path: string;
  readonly sentence: string;
  readonly fingerprint: string;
};

function localChanges(a: Acting, { variant, shared, taken }: LoadedFleet): readonly LocalChange[] {
  const kind = getKind(variant.kind);
  return shared.flatMap((one) => {
    const before = taken(one);
    if (before === undefined) return [];
    const tell = teller({ before, after: one.definition, kind, language: a.language });
    return diff(before, one.definition, kind.rules).map((change) => ({
      organisation: one.organisation,
      key: changeKey(change),
      path: change.path,
      sentence: tell(change),
      fingerprint: hashJson('after' in change ? (change.after ?? null) : change.change),
    }));
  });
}

type Shown = { readonly changes: readonly LocalChange[]; readonly figures: readonly FiguresShown[] };

function toRow(use: UseRow, heads: readonly PublicationHead[], { changes, figures }: Shown): FleetRow {
  const sharing = Sharing.parse(use.sharing);
  const own = changes.filter((change) => change.organisation === use.organisation_id);
  return {
    organisation: use.organisation_id,
    takenNumber: use.base_number,
    behind: heads.filter((head) => head.number > use.base_number && head.recalled === null).length,
    inUse: use.in_use,
    since: use.since,
    sharing,
    debt: Debt.parse(use.debt),
    changes: sharing.changes ? own.length : null,
    figures: figures.find((one) => one.organisation === use.organisation_id)?.shown ?? null,
  };
}

/** The same place changed by several: candidates to take upstream, those changed in the same way first. */
function recurring(changes: readonly LocalChange[]): readonly RecurringChange[] {
  const byPlace = Map.groupBy(changes, (change) => change.key);
  return [...byPlace.values()]
    .filter((same) => same.length > 1)
    .map((same) => ({
      path: same[0]?.path ?? '',
      sentence: same[0]?.sentence ?? '',
      organisations: same.map((one) => one.organisation),
      equal: new Set(same.map((one) => one.fingerprint)).size === 1,
    }))
    .toSorted(
      (left, right) =>
        Number(right.equal) - Number(left.equal) || right.organisations.length - left.organisations.length,
    );
}

/**
 * What publishing the draft (or the head) would mean for each adopter that shares its changes: how much is
 * taken by itself and what would be in conflict, before anything is published.
 */
export async function forecast(
  a: Acting,
  { work, source }: { readonly work: string; readonly source: 'draft' | 'head' },
): Promise<Outcome<Forecast>> {
  const variant = await findVariant(a.tx, a.organisation, work);
  if (variant === null) return refused({ kind: 'not-found' });
  const draft = source === 'draft' ? await findRevision(a.tx, a.organisation, { work }) : null;
  if (source === 'draft' && draft === null) return refused({ kind: 'no-draft' });
  const wanted = draft?.definitionHash ?? variant.head.definitionHash;
  const theirs = (await getDefinitions(a.tx, a.organisation, [wanted])).get(wanted);
  if (theirs === undefined) return refused({ kind: 'not-found' });
  const fleet = await loadFleet(a, variant);
  const rows: FleetForecast[] = [];
  for (const one of fleet.shared) rows.push(...(await forecastOne(a, fleet, { one, theirs })));
  const known = new Set(rows.map((row) => row.organisation));
  const unknown = fleet.uses.map((use) => use.organisation_id).filter((id) => !known.has(id));
  return done({ rows, unknown });
}

type Meeting = { readonly one: SharedVariant; readonly theirs: Definition };

async function forecastOne(
  a: Acting,
  fleet: LoadedFleet,
  { one, theirs }: Meeting,
): Promise<readonly FleetForecast[]> {
  const base = fleet.taken(one);
  if (base === undefined) return [];
  const kind = getKind(fleet.variant.kind);
  const sides = { kind, base, ours: one.definition, theirs, declined: [] };
  const result = await mergeApart(kind, { base, ours: one.definition, theirs });
  const plan = planOfMerge(sides, result);
  return [
    {
      organisation: one.organisation,
      clean: plan.clean.length,
      conflicts: (await viewConflicts(plan, { answers: {}, declines: {} }, a.language)).map(
        ({ path, sentence, conflict }) => ({
          path,
          kind: conflict.kind,
          sentence,
        }),
      ),
    },
  ];
}
