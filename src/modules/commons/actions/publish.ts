import type { Definition } from '../../../kernel/index.ts';
import { emit } from '../../../platform/events/index.ts';
import type { Acting } from '../acting.ts';
import { published } from '../events.ts';
import { findWorkRow, listPublicationRows } from '../library/door.ts';
import { makeEntry } from '../library/entry.ts';
import { fromAudience, toHead, type PublicationHead } from '../library/publications.ts';
import { insertPublication, saveEntry } from '../library/shelf.ts';
import type { Audience } from '../model/audience.ts';
import { offeredValues } from '../model/checklist.ts';
import { done, refused, type Outcome } from '../model/failure.ts';
import type { Values } from '../model/settings.ts';
import { mayBecome, type Licence, type Variant } from '../model/work.ts';
import { readerFor } from '../reader.ts';
import { getDefinition } from '../store/definitions.ts';
import { record } from '../store/history.ts';
import { sendNotices } from '../store/notices.ts';
import { lockVariant, saveVariant } from '../store/variants.ts';
import { findVersion, listCredit } from '../store/versions.ts';
import { findTerms, narrowerThan, type Terms } from './ancestry.ts';
import { checkFiles } from './files.ts';
import { stoppingIssues } from './in-use.ts';
import { listReceivers } from './receivers.ts';

export type Publishing = {
  readonly work: string;
  /** The version; the head where left out. */
  readonly number?: number;
  readonly audience: Audience;
  readonly message: string;
  readonly licence?: Licence;
  /** From when adopters are offered it (a law's day); at once where left out. */
  readonly offeredFrom?: Date;
  /** Values offered to adopters, by parameter. */
  readonly offered?: Values;
  /** Parameters whose offered value adopters may not change. */
  readonly lockedParameters?: readonly string[];
};

/**
 * Makes a version of the variant available to those it is for, and tells those who use the work. Fails with
 * `invalid` (what the kind calls errors), `values`, `audience-wider` than what it builds on, `licence-differs` from
 * it, or `already-published`.
 */
export async function publish(a: Acting, of: Publishing): Promise<Outcome<PublicationHead>> {
  const variant = await lockVariant(a.tx, a.organisation, of.work);
  if (variant === null) return refused({ kind: 'not-found' });
  const version = await findVersion(a.tx, a.organisation, {
    work: of.work,
    number: of.number ?? variant.head.number,
  });
  if (version === null) return refused({ kind: 'not-found' });
  const definition = await getDefinition(a.tx, a.organisation, version.definitionHash);
  const issues = stoppingIssues(definition);
  if (issues.length > 0) return refused({ kind: 'invalid', issues });
  const files = await checkFiles(a, definition);
  if (!files.ok) return files;
  const offered = offeredValues({
    definition,
    base: version.base,
    offered: of.offered ?? {},
    locked: of.lockedParameters ?? [],
  });
  if (!offered.ok) return refused({ kind: 'values', problems: offered.problems });
  const terms = await findTerms(a, { work: of.work, version });
  const bound = narrowerThan(terms, of.audience);
  if (bound !== null) return refused({ kind: 'audience-wider', audience: bound });
  const earlier = await listEarlier(a, of.work);
  if (earlier[0]?.versionId === version.id && earlier[0].recalled === null)
    return refused({ kind: 'already-published' });
  const licence = licenceFor(terms, { wanted: of.licence, earlier: earlier[0]?.licence });
  if (!licence.ok) return licence;
  const head: PublicationHead = {
    organisation: a.organisation,
    work: of.work,
    kind: variant.kind,
    number: (earlier[0]?.number ?? 0) + 1,
    versionId: version.id,
    definitionHash: version.definitionHash,
    audience: of.audience,
    licence: licence.value,
    credit: await creditOf(a, terms, { work: of.work, upTo: version.number }),
    message: of.message,
    publishedAt: a.now,
    offeredFrom: of.offeredFrom ?? a.now,
    recalled: null,
    offered: offered.values,
    lockedParameters: offered.locked,
    base: version.base,
  };
  await save(a, { head, definition, variant });
  return done(head);
}

async function listEarlier(a: Acting, work: string): Promise<readonly PublicationHead[]> {
  const rows = await listPublicationRows(a.tx, await readerFor(a), { work, organisation: a.organisation });
  return rows.map(toHead).toSorted((left, right) => right.number - left.number);
}

type Choice = { readonly wanted: Licence | undefined; readonly earlier: Licence | undefined };

/** The one asked for, else that of the last publication, as far as what it builds on lets it be chosen. */
function licenceFor({ licence: bound }: Terms, { wanted, earlier }: Choice): Outcome<Licence> {
  const chosen = wanted ?? earlier ?? bound ?? 'CC0-1.0';
  if (bound === null || mayBecome(bound, chosen)) return done(chosen);
  return wanted === undefined ? done(bound) : refused({ kind: 'licence-differs', licence: bound });
}

/** Whose contributions are in it, besides our own: those of what was taken, and those that the variant has accepted. */
async function creditOf(
  a: Acting,
  terms: Terms,
  of: { readonly work: string; readonly upTo: number },
): Promise<readonly string[]> {
  const all = new Set([...terms.credit, ...(await listCredit(a.tx, a.organisation, of))]);
  all.delete(a.organisation);
  return [...all];
}

type Saving = { readonly head: PublicationHead; readonly definition: Definition; readonly variant: Variant };

async function save(a: Acting, { head, definition, variant }: Saving): Promise<void> {
  const work = await findWorkRow(a.tx, head.work);
  await insertPublication(a.tx, {
    organisation_id: a.organisation,
    work_id: head.work,
    number: head.number,
    version_id: head.versionId,
    definition_hash: head.definitionHash,
    definition,
    kind: head.kind,
    ...fromAudience(head.audience),
    licence: head.licence,
    credit: head.credit,
    message: head.message,
    published_at: head.publishedAt,
    offered_from: head.offeredFrom,
    offered: head.offered,
    locked_parameters: head.lockedParameters,
    base: head.base,
    recalled_at: null,
    recall_reason: null,
  });
  await saveEntry(
    a.tx,
    makeEntry({ head, definition, original: work?.owner_organisation_id === a.organisation }),
  );
  await saveVariant(a.tx, { ...variant, published: head.number });
  const data = { publication: head.number, audience: head.audience.kind };
  await record(a, {
    work: head.work,
    kind: 'published',
    reason: head.message,
    number: variant.head.number,
    data,
  });
  await tell(a, head, definition);
}

async function tell(a: Acting, head: PublicationHead, definition: Definition): Promise<void> {
  const receivers = await listReceivers(a, head.work, head.audience);
  const { work, number, message } = head;
  await sendNotices(a, {
    to: receivers,
    work,
    workTitle: definition.title,
    kind: 'update',
    number,
    text: message,
  });
  const payload = {
    organisation: a.organisation,
    work,
    title: definition.title,
    number,
    versionId: head.versionId,
    offeredFrom: head.offeredFrom.toISOString(),
    message,
    receivers: [...receivers],
  };
  const subject = `commons.work:${work}`;
  await emit(a.tx, published, payload, { id: a.newId(), at: a.now, organisation: a.organisation, subject });
}
