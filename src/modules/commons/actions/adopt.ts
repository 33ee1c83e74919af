import type { Acting } from '../acting.ts';
import { findWorkRow, listEntryRows, listPublicationRows } from '../library/door.ts';
import { asBase, loadPublished, toHead, type PublicationHead } from '../library/publications.ts';
import { deleteUse, deleteWork } from '../library/shelf.ts';
import type { Reader } from '../model/audience.ts';
import { done, refused, type Outcome } from '../model/failure.ts';
import { isSlug } from '../model/input.ts';
import { findKind } from '../model/kind.ts';
import type { Sharing } from '../model/shapes.ts';
import type { Variant } from '../model/work.ts';
import { readerFor } from '../reader.ts';
import { deleteLoose, saveDefinitions } from '../store/definitions.ts';
import { record } from '../store/history.ts';
import { deleteVariant, lockVariant } from '../store/variants.ts';
import { listVersions } from '../store/versions.ts';
import { showFigures } from './figures.ts';
import { takeFiles } from './files.ts';
import { startVariant } from './works.ts';

export type Adoption = {
  readonly work: string;
  /** The variant to follow; the owner's where left out. */
  readonly from?: string;
  /** A published version; the newest that is offered where left out. */
  readonly number?: number;
  readonly sharing: Sharing;
  readonly autoUpdate?: Variant['autoUpdate'];
};

/**
 * Starts a variant from another's published version: the whole of adoption. What is left to do is in the
 * checklist. Fails with `not-found`, `own-work`, `withdrawn`, `recalled`, `not-offered` or `already-adopted`.
 */
export async function adopt(a: Acting, of: Adoption): Promise<Outcome<Variant>> {
  const reader = await readerFor(a);
  const head = await findOffer(a, reader, of);
  if (!head.ok) return head;
  const definition = (await loadPublished(a.tx, reader, [head.value])).get(head.value.definitionHash);
  const kind = findKind(head.value.kind);
  if (kind === undefined) return refused({ kind: 'unknown-kind', name: head.value.kind });
  if (definition === undefined) return refused({ kind: 'not-found' });
  const { organisation, number, versionId, definitionHash } = head.value;
  await saveDefinitions(a.tx, a.organisation, [{ hash: definitionHash, definition }]);
  await takeFiles(a, [definition]);
  const variant = await startVariant(a, {
    work: of.work,
    kind: kind.id,
    step: {
      step: 'adopted',
      definition,
      message: head.value.message,
      otherParents: [versionId],
      base: asBase(head.value),
    },
    sharing: of.sharing,
    autoUpdate: of.autoUpdate ?? 'ask',
  });
  if (variant === null) return refused({ kind: 'already-adopted' });
  await showFigures(a, [variant]);
  await record(a, {
    work: of.work,
    kind: 'adopted',
    number: 1,
    data: { from: organisation, publication: number },
  });
  return done(variant);
}

async function findOffer(a: Acting, reader: Reader, of: Adoption): Promise<Outcome<PublicationHead>> {
  if (!isSlug(of.work)) return refused({ kind: 'not-found' });
  const work = await findWorkRow(a.tx, of.work);
  if (work === null) return refused({ kind: 'not-found' });
  const from = of.from ?? work.owner_organisation_id;
  if (from === a.organisation || work.owner_organisation_id === a.organisation)
    return refused({ kind: 'own-work' });
  const entry = (await listEntryRows(a.tx, reader, of.work)).find((row) => row.organisation_id === from);
  if (entry?.withdrawn_at instanceof Date) return refused({ kind: 'withdrawn' });
  const heads = (await listPublicationRows(a.tx, reader, { work: of.work, organisation: from })).map(toHead);
  if (of.number !== undefined)
    return offered(
      heads.find((head) => head.number === of.number),
      a.now,
    );
  const newest = heads.find((head) => offered(head, a.now).ok);
  return offered(newest ?? heads[0], a.now);
}

function offered(head: PublicationHead | undefined, now: Date): Outcome<PublicationHead> {
  if (head === undefined) return refused({ kind: 'not-found' });
  if (head.recalled !== null) return refused({ kind: 'recalled', reason: head.recalled.reason });
  if (head.offeredFrom > now) return refused({ kind: 'not-offered', from: head.offeredFrom });
  return done(head);
}

/**
 * Takes a variant away again while nothing has come of it: not in use and not published. Also undoes the
 * creation of a work. Its history stays.
 */
export async function undoAdopt(
  a: Acting,
  { work, reason }: { readonly work: string; readonly reason: string },
): Promise<Outcome<null>> {
  const variant = await lockVariant(a.tx, a.organisation, work);
  if (variant === null) return refused({ kind: 'not-found' });
  if (variant.running !== null) return refused({ kind: 'in-use' });
  if (variant.published !== null) return refused({ kind: 'has-publications' });
  await record(a, { work, kind: 'adoption-undone', reason });
  await deleteUse(a.tx, a.organisation, work);
  const versions = await listVersions(a.tx, a.organisation, work);
  await deleteVariant(a.tx, a.organisation, work);
  const hashes = versions.flatMap(({ definitionHash, base }) => [
    definitionHash,
    ...(base === null ? [] : [base.definitionHash]),
  ]);
  await deleteLoose(a.tx, a.organisation, hashes);
  if (variant.base === null) await deleteWork(a.tx, work, a.organisation);
  return done(null);
}
