import { z } from 'zod';
import type { Definition } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { Audience, type Reader } from '../model/audience.ts';
import { Values } from '../model/settings.ts';
import { Base } from '../model/shapes.ts';
import { licences, type Licence, type Publication } from '../model/work.ts';
import { keptDefinition, readDefinition } from '../store/definitions.ts';
import { getPublishedDefinitions, type PublicationRow, type TermRow, type Wanted } from './door.ts';

export type PublicationHead = Omit<Publication, 'definition'>;

const LicenceText = z.enum(licences);

export function toHead(row: PublicationRow): PublicationHead {
  return {
    organisation: row.organisation_id,
    work: row.work_id,
    kind: row.kind,
    number: row.number,
    versionId: row.version_id,
    definitionHash: row.definition_hash,
    audience: toAudience(row.audience, row.audience_of),
    licence: toLicence(row.licence),
    credit: row.credit,
    message: row.message,
    publishedAt: row.published_at,
    offeredFrom: row.offered_from,
    recalled:
      row.recalled_at === null || row.recall_reason === null
        ? null
        : { at: row.recalled_at, reason: row.recall_reason },
    offered: Values.parse(row.offered),
    lockedParameters: row.locked_parameters,
    base: row.base === null ? null : Base.parse(row.base),
  };
}

export type TakenTerms = Pick<
  PublicationHead,
  'organisation' | 'versionId' | 'audience' | 'licence' | 'credit'
>;

export const toTerms = (row: TermRow): TakenTerms => ({
  organisation: row.organisation_id,
  versionId: row.version_id,
  audience: toAudience(row.audience, row.audience_of),
  licence: toLicence(row.licence),
  credit: row.credit,
});

const toLicence = (text: string): Licence => LicenceText.parse(text);

function toAudience(kind: string, of: readonly string[]): Audience {
  return Audience.parse(of.length === 0 ? { kind } : { kind, of });
}

export const fromAudience = (
  audience: Audience,
): { readonly audience: string; readonly audience_of: readonly string[] } => ({
  audience: audience.kind,
  audience_of: 'of' in audience ? audience.of : [],
});

/** The content of published versions by hash, read once and kept. */
export async function loadPublished(
  tx: Tx,
  reader: Reader,
  heads: readonly PublicationHead[],
): Promise<ReadonlyMap<string, Definition>> {
  const found = new Map<string, Definition>();
  const unread = heads.filter((head) => {
    const known = keptDefinition(head.definitionHash);
    if (known !== undefined) found.set(head.definitionHash, known);
    return known === undefined;
  });
  const rows = await getPublishedDefinitions(tx, reader, unread.map(toWanted));
  for (const row of rows) found.set(row.definition_hash, readDefinition(row.definition_hash, row.definition));
  return found;
}

const toWanted = ({ organisation, work, number }: Wanted): Wanted => ({ organisation, work, number });

export const asBase = (head: PublicationHead): Base => ({
  organisation: head.organisation,
  number: head.number,
  versionId: head.versionId,
  definitionHash: head.definitionHash,
  offered: head.offered,
  locked: [...head.lockedParameters],
});
