import type { Definition } from '../../../kernel/index.ts';
import type { Acting } from '../acting.ts';
import { listPublicationRows } from '../library/door.ts';
import { loadPublished, toHead, type PublicationHead } from '../library/publications.ts';
import { versionIdOf, type Fetched } from '../model/fetched.ts';
import { isSlug } from '../model/input.ts';
import type { Variant } from '../model/work.ts';
import { readerFor } from '../reader.ts';
import { getDefinition } from '../store/definitions.ts';
import { findVariant, listVariants } from '../store/variants.ts';
import { findVersion } from '../store/versions.ts';

/** A version of a work that parts can be fetched from. */
export type Fetchable = {
  readonly organisation: string;
  readonly work: string;
  readonly versionId: string;
  /** Counts the variant's own versions where it is one's own, else publications. */
  readonly number: number;
  readonly definition: Definition;
};

type Of = { readonly organisation: string; readonly work: string };

/** The organisation's own works of a kind, in Swedish order, without content. */
export async function listOwn(a: Acting, kind: string): Promise<readonly Variant[]> {
  return (await listVariants(a.tx, a.organisation)).filter((variant) => variant.kind === kind);
}

/** The newest version of a work: one's own, or what the organisation is offered in the library. */
export async function findFetchable(a: Acting, of: Of): Promise<Fetchable | null> {
  if (of.organisation !== a.organisation) {
    return findPublished(a, of, (head) => head.recalled === null && head.offeredFrom <= a.now);
  }
  const variant = await findVariant(a.tx, a.organisation, of.work);
  if (variant === null) return null;
  const { versionId, number, definitionHash } = variant.head;
  return { ...of, versionId, number, definition: await getDefinition(a.tx, a.organisation, definitionHash) };
}

/** The version that something was fetched from; null where it is gone, or not shown to the organisation any more. */
export async function findFetched(a: Acting, from: Fetched): Promise<Fetchable | null> {
  const { organisation, work } = from;
  const versionId = versionIdOf(from);
  if (organisation !== a.organisation) {
    return findPublished(a, { organisation, work }, (head) => head.versionId === versionId);
  }
  const version = await findVersion(a.tx, a.organisation, { work, versionId });
  if (version === null) return null;
  const { number, definitionHash } = version;
  return {
    organisation,
    work,
    versionId,
    number,
    definition: await getDefinition(a.tx, a.organisation, definitionHash),
  };
}

async function findPublished(
  a: Acting,
  { organisation, work }: Of,
  wanted: (head: PublicationHead) => boolean,
): Promise<Fetchable | null> {
  if (!isSlug(organisation) || !isSlug(work)) return null;
  const reader = await readerFor(a);
  const heads = (await listPublicationRows(a.tx, reader, { organisation, work })).map(toHead);
  const head = heads.find(wanted);
  const definition =
    head === undefined ? undefined : (await loadPublished(a.tx, reader, [head])).get(head.definitionHash);
  if (head === undefined || definition === undefined) return null;
  return { organisation, work, versionId: head.versionId, number: head.number, definition };
}
