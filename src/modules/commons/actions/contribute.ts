import { diff, type Change, type Definition } from '../../../kernel/index.ts';
import { emit } from '../../../platform/events/index.ts';
import type { Acting } from '../acting.ts';
import { contributionSent } from '../events.ts';
import { listEntryRows, listPublicationRows } from '../library/door.ts';
import { toHead } from '../library/publications.ts';
import { cherryPick } from '../model/cherry-pick.ts';
import {
  decideProposal,
  type Contribution,
  type ContributionItem,
  type OwnChange,
} from '../model/contribution.ts';
import { changeKey, describeAll } from '../model/described.ts';
import { done, refused, type Failure, type Outcome } from '../model/failure.ts';
import { getKind } from '../model/kind.ts';
import type { Base } from '../model/shapes.ts';
import type { Variant } from '../model/work.ts';
import { readerFor } from '../reader.ts';
import {
  findContributionRow,
  insertContribution,
  insertMessage,
  saveContribution,
} from '../store/contributions.ts';
import { getDefinitions } from '../store/definitions.ts';
import { record } from '../store/history.ts';
import { sendNotices } from '../store/notices.ts';
import { findVariant, lockVariant } from '../store/variants.ts';
import { checkFiles } from './files.ts';
import { findPassedOn } from './passed-on.ts';

type Own = {
  readonly base: Definition;
  readonly head: Definition;
  readonly changes: readonly Change[];
  readonly described: readonly OwnChange[];
};

async function ownChanges(a: Acting, variant: Variant): Promise<Own | null> {
  if (variant.base === null) return null;
  const found = await getDefinitions(a.tx, a.organisation, [
    variant.base.definitionHash,
    variant.head.definitionHash,
  ]);
  const base = found.get(variant.base.definitionHash);
  const head = found.get(variant.head.definitionHash);
  if (base === undefined || head === undefined) return null;
  const kind = getKind(variant.kind);
  // What upstream has and we only hide is a choice of ours, and no improvement of its work.
  const changes = diff(base, head, kind.rules).filter(
    (one) => !(one.change === 'changed' && one.property === 'hidden'),
  );
  const described = describeAll(changes, { before: base, after: head, kind, language: a.language });
  return {
    base,
    head,
    changes,
    described: described.map(({ id, path, sentence, part }) => ({ id, path, sentence, part })),
  };
}

/** Own changes against the upstream version last taken: what can be proposed. */
export async function listOwnChanges(a: Acting, work: string): Promise<readonly OwnChange[]> {
  const variant = await findVariant(a.tx, a.organisation, work);
  return variant === null ? [] : ((await ownChanges(a, variant))?.described ?? []);
}

async function decideAgainst(a: Acting, work: string, base: Base): Promise<Failure | null> {
  const reader = await readerFor(a);
  const { organisation, number } = base;
  const entries = await listEntryRows(a.tx, reader, work);
  const later = await listPublicationRows(a.tx, reader, { work, organisation, after: number - 1 });
  const taken = later.find((row) => row.number === number);
  return decideProposal({
    withdrawn: entries.some((row) => row.organisation_id === organisation && row.withdrawn_at !== null),
    recalled: taken === undefined ? null : toHead(taken).recalled,
  });
}

/** Why nothing can be proposed upstream now: it is withdrawn, or the version last taken is recalled. */
export async function findObstacle(a: Acting, work: string): Promise<Failure | null> {
  const variant = await findVariant(a.tx, a.organisation, work);
  return variant === null || variant.base === null ? null : decideAgainst(a, work, variant.base);
}

export type Proposal = {
  readonly work: string;
  /** Ids of own changes. */
  readonly changes: readonly string[];
  readonly message: string;
};

/**
 * Proposes own changes upstream. Fails with `not-following`, `withdrawn`, `recalled`, `no-such-change`, `not-alone`
 * when a change leans on one that was left out, or `audience-wider` when it holds what a third organisation has not
 * shown to the owner.
 */
export async function propose(a: Acting, of: Proposal): Promise<Outcome<Contribution>> {
  const variant = await lockVariant(a.tx, a.organisation, of.work);
  if (variant === null) return refused({ kind: 'not-found' });
  const own = await ownChanges(a, variant);
  if (own === null || variant.base === null) return refused({ kind: 'not-following' });
  const obstacle = await decideAgainst(a, of.work, variant.base);
  if (obstacle !== null) return refused(obstacle);
  const unknown = of.changes.find((id) => !own.described.some((change) => change.id === id));
  if (unknown !== undefined || of.changes.length === 0)
    return refused({ kind: 'no-such-change', id: unknown ?? '' });
  const picked = cherryPick({
    base: own.base,
    to: own.head,
    changes: own.changes,
    chosen: new Set(of.changes),
    rules: getKind(variant.kind).rules,
  });
  if (!picked.ok) return refused({ kind: 'not-alone', path: picked.path });
  const files = await checkFiles(a, picked.definition);
  if (!files.ok) return files;
  const items = await itemsOf(a, { variant, own, chosen: of.changes, proposed: picked.definition });
  if (!items.ok) return items;
  const contribution: Contribution = {
    id: a.newId(),
    work: of.work,
    from: a.organisation,
    to: variant.base.organisation,
    fromVersionId: variant.head.versionId,
    base: { number: variant.base.number, versionId: variant.base.versionId },
    message: of.message,
    author: a.author,
    at: a.now,
    state: 'open',
    items: items.value,
    answer: null,
    discussion: [],
  };
  await insertContribution(a.tx, {
    ...contribution,
    workTitle: picked.definition.title,
    definition: picked.definition,
  });
  await tellOwner(a, contribution, picked.definition);
  return done(contribution);
}

type Chosen = {
  readonly variant: Variant;
  readonly own: Own;
  readonly chosen: readonly string[];
  readonly proposed: Definition;
};

/** What the owner gets to see of each: told by what is proposed, so that nothing else of ours is in the sentences. */
async function itemsOf(
  a: Acting,
  { variant, own, chosen, proposed }: Chosen,
): Promise<Outcome<readonly ContributionItem[]>> {
  if (variant.base === null) return refused({ kind: 'not-following' });
  const changes = own.changes.filter((change) => chosen.includes(changeKey(change)));
  const passed = await findPassedOn(a, {
    variant,
    to: variant.base.organisation,
    base: own.base,
    head: own.head,
    changes,
  });
  const hidden = passed.find((one) => one.hidden !== null)?.hidden ?? null;
  if (hidden !== null) return refused({ kind: 'audience-wider', audience: hidden });
  const sides = { before: own.base, after: proposed, kind: getKind(variant.kind), language: a.language };
  return done(
    describeAll(changes, sides).map(({ id, path, sentence, part }) => ({
      id,
      path,
      sentence,
      part,
      builtOn: passed.filter((one) => one.changes.has(id)).map(({ versionId }) => versionId),
      verdict: null,
    })),
  );
}

async function tellOwner(a: Acting, one: Contribution, { title }: Pick<Definition, 'title'>): Promise<void> {
  const { id: contribution, work, from, to, message } = one;
  await record(a, { work, kind: 'contribution-sent', reason: message, data: { contribution, to } });
  await sendNotices(a, {
    to: [to],
    work,
    workTitle: title,
    kind: 'contribution',
    contribution,
    text: message,
  });
  const subject = `commons.contribution:${contribution}`;
  const payload = { contribution, work, title, from, to, message };
  await emit(a.tx, contributionSent, payload, {
    id: a.newId(),
    at: a.now,
    organisation: a.organisation,
    subject,
  });
}

/** Says something about a contribution; both sides read it. */
export async function discuss(
  a: Acting,
  { contribution, text }: { readonly contribution: string; readonly text: string },
): Promise<Outcome<Contribution>> {
  const stored = await findContributionRow(a, contribution, 'lock');
  if (stored === null) return refused({ kind: 'not-found' });
  await insertMessage(a, { contribution: stored.contribution, text });
  const after = await findContributionRow(a, contribution);
  return done(after?.contribution ?? stored.contribution);
}

/** Takes an open contribution back. Only the one who sent it can. */
export async function withdrawContribution(
  a: Acting,
  { contribution }: { readonly contribution: string },
): Promise<Outcome<Contribution>> {
  const stored = await findContributionRow(a, contribution, 'lock');
  if (stored === null || stored.contribution.from !== a.organisation) return refused({ kind: 'not-found' });
  if (stored.contribution.state !== 'open') {
    return refused({ kind: 'already-answered', state: stored.contribution.state });
  }
  const after: Contribution = { ...stored.contribution, state: 'withdrawn' };
  await saveContribution(a.tx, after);
  await record(a, { work: after.work, kind: 'contribution-withdrawn', data: { contribution } });
  return done(after);
}
