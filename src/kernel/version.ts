import { hashJson, type Hash } from './canonical.ts';

export type VersionFacts = {
  readonly definitionHash: Hash;
  /** Ids of the versions that this one was made from. */
  readonly parents: readonly Hash[];
  /** Who made it, as an id or a role; never a name. */
  readonly author: string;
  readonly message: string;
  /** ISO 8601 in UTC, as `Date.toISOString` gives it. */
  readonly at: string;
};

/**
 * The id of a version: a hash over its definition's hash, its parents and its metadata. Going back to an
 * old definition is therefore a new version of it.
 */
export function versionId({ definitionHash, parents, author, message, at }: VersionFacts): Hash {
  return hashJson({ kommons: 'version/1', definition: definitionHash, parents, author, message, at });
}
