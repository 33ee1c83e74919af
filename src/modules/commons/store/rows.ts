import { z } from 'zod';
import { Base, Origin, Sharing } from '../model/shapes.ts';
import type { Author, Variant, Version } from '../model/work.ts';

/** What JSON columns hold is read by schema: they outlive the code that wrote them. */
const Title = z.record(z.string(), z.string());

export type AuthorColumns = { readonly author_id: string | null; readonly author_name: string };

export const toAuthor = (row: AuthorColumns): Author => ({ person: row.author_id, name: row.author_name });

export type VariantRow = {
  readonly organisation_id: string;
  readonly work_id: string;
  readonly kind: string;
  readonly title: unknown;
  readonly base: unknown;
  readonly sharing: unknown;
  readonly auto_update: 'ask' | 'clean';
  readonly head_number: number;
  readonly head_version_id: string;
  readonly head_hash: string;
  readonly settings_number: number;
  readonly running_number: number | null;
  readonly running_version_id: string | null;
  readonly running_settings_number: number | null;
  readonly running_since: Date | null;
  readonly published_number: number | null;
  readonly draft_revision: number | null;
  readonly draft_author_id: string | null;
  readonly draft_author_name: string | null;
  readonly draft_at: Date | null;
};

export function toVariant(row: VariantRow): Variant {
  return {
    organisation: row.organisation_id,
    work: row.work_id,
    kind: row.kind,
    title: Title.parse(row.title),
    base: row.base === null ? null : Base.parse(row.base),
    sharing: Sharing.parse(row.sharing),
    autoUpdate: row.auto_update,
    head: { number: row.head_number, versionId: row.head_version_id, definitionHash: row.head_hash },
    settingsNumber: row.settings_number,
    running: runningOf(row),
    draft: draftOf(row),
    published: row.published_number,
  };
}

function runningOf(row: VariantRow): Variant['running'] {
  const { running_number, running_version_id, running_settings_number, running_since } = row;
  if (running_number === null || running_version_id === null) return null;
  if (running_settings_number === null || running_since === null) return null;
  return {
    number: running_number,
    versionId: running_version_id,
    settingsNumber: running_settings_number,
    since: running_since,
  };
}

function draftOf(row: VariantRow): Variant['draft'] {
  if (row.draft_revision === null || row.draft_at === null) return null;
  const by = { person: row.draft_author_id, name: row.draft_author_name ?? '' };
  return { revision: row.draft_revision, by, at: row.draft_at };
}

export type VersionRow = AuthorColumns & {
  readonly number: number;
  readonly version_id: string;
  readonly definition_hash: string;
  readonly parents: readonly string[];
  readonly step: string;
  readonly message: string;
  readonly at: Date;
  readonly origins: unknown;
  readonly base: unknown;
};

const Step = z.enum(['created', 'adopted', 'changed', 'updated', 'reverted', 'contributed', 'followed']);

export function toVersion(row: VersionRow): Version {
  return {
    number: row.number,
    id: row.version_id,
    definitionHash: row.definition_hash,
    parents: row.parents,
    step: Step.parse(row.step),
    author: toAuthor(row),
    message: row.message,
    at: row.at,
    origins: z.array(Origin).parse(row.origins),
    base: row.base === null ? null : Base.parse(row.base),
  };
}
