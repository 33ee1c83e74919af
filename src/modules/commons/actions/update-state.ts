import { hashJson, type Definition } from '../../../kernel/index.ts';
import type { Acting } from '../acting.ts';
import { listOfferRows } from '../library/door.ts';
import { loadPublished, toHead, type PublicationHead } from '../library/publications.ts';
import { mergeApart } from '../merging/merge-apart.ts';
import { done, refused, type Outcome } from '../model/failure.ts';
import { getKind } from '../model/kind.ts';
import { planUpdate, type UpdateChoices, type UpdatePlan, type UpdateSides } from '../model/update-plan.ts';
import type { Variant } from '../model/work.ts';
import { readerFor } from '../reader.ts';
import { listDeclines } from '../store/declines.ts';
import { getDefinitions } from '../store/definitions.ts';
import { findUpdate, type UpdateInProgress } from '../store/updates.ts';

export type Offer = PublicationHead & { readonly behind: number };

/** The newest version offered to each variant that follows another and is behind it, by work. */
export async function findOffers(
  a: Acting,
  variants: readonly Variant[],
): Promise<ReadonlyMap<string, Offer>> {
  const taken = variants.flatMap(({ work, base }) =>
    base === null ? [] : [{ work, organisation: base.organisation, number: base.number }],
  );
  if (taken.length === 0) return new Map();
  const rows = await listOfferRows(a.tx, await readerFor(a), { taken, now: a.now });
  return new Map(rows.map((row) => [row.work_id, { ...toHead(row), behind: row.behind }]));
}

export type UpdateState = {
  readonly variant: Variant;
  readonly offer: Offer;
  readonly sides: UpdateSides;
  readonly progress: UpdateInProgress;
};

/** Everything that the updates of several variants are decided on, read at once. Up-to-date ones are left out. */
export async function loadStates(a: Acting, variants: readonly Variant[]): Promise<readonly UpdateState[]> {
  const offers = await findOffers(a, variants);
  const behind = variants.filter((variant) => offers.has(variant.work));
  const works = behind.map((variant) => variant.work);
  const theirs = await loadPublished(a.tx, await readerFor(a), [...offers.values()]);
  const own = await getDefinitions(
    a.tx,
    a.organisation,
    behind.flatMap(({ head, base }) => [
      head.definitionHash,
      ...(base === null ? [] : [base.definitionHash]),
    ]),
  );
  const declined = Map.groupBy(await listDeclines(a.tx, a.organisation, works), (one) => one.work);
  const states: UpdateState[] = [];
  for (const variant of behind) {
    const offer = offers.get(variant.work);
    if (offer === undefined || variant.base === null) continue;
    const earlier = (declined.get(variant.work) ?? []).map((one) => one.record);
    const hashes = [variant.base.definitionHash, variant.head.definitionHash, offer.definitionHash];
    states.push({
      variant,
      offer,
      sides: {
        key: [variant.kind, ...hashes, hashJson(earlier)].join(' '),
        kind: getKind(variant.kind),
        base: content(own, variant.base.definitionHash),
        ours: content(own, variant.head.definitionHash),
        theirs: content(theirs, offer.definitionHash),
        declined: earlier,
      },
      progress: startOf(offer),
    });
  }
  return states;
}

function content(definitions: ReadonlyMap<string, Definition>, hash: string): Definition {
  const found = definitions.get(hash);
  if (found === undefined) throw new Error(`the definition ${hash} is missing`);
  return found;
}

const startOf = (offer: Offer): UpdateInProgress => ({
  toVersionId: offer.versionId,
  revision: 0,
  answers: {},
  declines: {},
});

/** One variant's update with what has been chosen so far. Fails with `not-following` or `up-to-date`. */
export async function loadState(a: Acting, variant: Variant): Promise<Outcome<UpdateState>> {
  if (variant.base === null) return refused({ kind: 'not-following' });
  const [state] = await loadStates(a, [variant]);
  if (state === undefined) return refused({ kind: 'up-to-date' });
  const stored = await findUpdate(a.tx, a.organisation, variant.work);
  // Answers to an earlier offer stay where the question is the same: their fingerprints decide.
  return done({ ...state, progress: stored ?? state.progress });
}

export function planOf({ sides, progress }: UpdateState): Promise<UpdatePlan> {
  return planUpdate(sides, choicesOf(progress), mergeApart);
}

function choicesOf(progress: UpdateInProgress): UpdateChoices {
  return { answers: progress.answers, declines: new Set(Object.keys(progress.declines)) };
}
