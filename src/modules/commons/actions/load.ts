import { hash, type Definition } from '../../../kernel/index.ts';
import type { Acting } from '../acting.ts';
import { done, type Failure, type Outcome } from '../model/failure.ts';
import type { Variant } from '../model/work.ts';
import { getKind } from '../model/kind.ts';
import { findRevision } from '../store/drafts.ts';
import { findVariant } from '../store/variants.ts';
import { commit, saveDraft } from './drafts.ts';
import { publish, type Publishing } from './publish.ts';
import { createWork } from './works.ts';

export type Load = {
  readonly definition: Definition;
  readonly message: string;
  /** Publishes the version too; nothing happens where it is published already. */
  readonly publish?: Omit<Publishing, 'work' | 'number'>;
};

/**
 * Puts a definition in place as the newest version of a work that the organisation owns: created when it is
 * new, a further version when it differs, nothing when it is the same. Safe to repeat.
 */
export async function loadWork(a: Acting, of: Load): Promise<Outcome<Variant>> {
  const work = of.definition.id;
  const present = await findVariant(a.tx, a.organisation, work);
  const placed = present === null ? await createWork(a, of) : await renew(a, present, of);
  if (!placed.ok || of.publish === undefined) return placed;
  const published = await publish(a, { ...of.publish, work });
  if (!published.ok && !isRepeat(published.failure)) return published;
  return done((await findVariant(a.tx, a.organisation, work)) ?? placed.value);
}

const isRepeat = (failure: Failure): boolean => failure.kind === 'already-published';

async function renew(a: Acting, variant: Variant, of: Load): Promise<Outcome<Variant>> {
  const { work } = variant;
  if (hash(of.definition, getKind(variant.kind).rules) === variant.head.definitionHash) return done(variant);
  const draft = await findRevision(a.tx, a.organisation, { work });
  const saved = await saveDraft(a, { work, revision: draft?.revision ?? null, definition: of.definition });
  if (!saved.ok) return saved;
  const version = await commit(a, { work, revision: saved.value.revision, message: of.message });
  if (!version.ok) return version;
  return done((await findVariant(a.tx, a.organisation, work)) ?? variant);
}
