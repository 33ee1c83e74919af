import {
  hash,
  hashJson,
  isHash,
  normalise,
  versionId,
  type Definition,
  type Hash,
  type MergeResult,
} from '../../../kernel/index.ts';
import type { Acting } from '../acting.ts';
import { mergeApart } from '../merging/merge-apart.ts';
import type { Advanced } from '../model/advanced.ts';
import { getKind } from '../model/kind.ts';
import type { Base, Origin } from '../model/shapes.ts';
import type { Variant, Version, VersionStep } from '../model/work.ts';
import { getDefinition, saveDefinitions } from '../store/definitions.ts';
import { findRevision, insertRevision, type DraftRevision } from '../store/drafts.ts';
import { saveVariants } from '../store/variants.ts';
import { insertVersions } from '../store/versions.ts';
import { askForEyes } from './eyes.ts';
import { holdFiles } from './files.ts';
import { saveTasks } from './tasks.ts';
import { showUpstream } from './upstream.ts';

export type NewStep = {
  readonly step: VersionStep;
  readonly definition: Definition;
  readonly message: string;
  /** Versions besides the present head that went into this one. */
  readonly otherParents?: readonly string[];
  /** The upstream version taken from now on; as before where left out. */
  readonly base?: Base | null;
  readonly origins?: readonly Origin[];
};

/** What goes into the id as author: the organisation and the person's id, no name. */
const authorKey = (a: Acting): string => `${a.organisation}/${a.author.person ?? a.author.name}`;

function asHash(text: string): Hash {
  if (!isHash(text)) throw new TypeError(`${text} is no version id`);
  return text;
}

/** Names a definition and makes it the next version of the variant. Pure. */
export function advance(a: Acting, variant: Variant, step: NewStep): Advanced {
  const { rules } = getKind(variant.kind);
  const definition = normalise(step.definition, rules);
  const definitionHash = hashJson(definition);
  const parents = [
    ...(variant.head.number === 0 ? [] : [variant.head.versionId]),
    ...(step.otherParents ?? []),
  ];
  const { message } = step;
  const base = step.base === undefined ? variant.base : step.base;
  const id = versionId({
    definitionHash,
    parents: parents.map(asHash),
    author: authorKey(a),
    message,
    at: a.now.toISOString(),
  });
  const number = variant.head.number + 1;
  const version: Version = {
    number,
    id,
    definitionHash,
    parents,
    step: step.step,
    author: a.author,
    message,
    at: a.now,
    origins: step.origins ?? [],
    base,
  };
  const head = { number, versionId: id, definitionHash };
  return {
    before: variant,
    definition,
    version,
    variant: { ...variant, title: definition.title, base, head },
  };
}

/** Saves versions of many variants at once: content, version, head, and what the upstream may see. */
export async function saveAdvanced(a: Acting, all: readonly Advanced[]): Promise<void> {
  await holdFiles(
    a,
    all.map(({ definition }) => definition),
  );
  await saveDefinitions(
    a.tx,
    a.organisation,
    all.map(({ version, definition }) => ({ hash: version.definitionHash, definition })),
  );
  await insertVersions(
    a.tx,
    a.organisation,
    all.map(({ version, variant }) => ({ ...version, work: variant.work })),
  );
  await saveVariants(
    a.tx,
    all.map(({ variant }) => variant),
  );
  await saveTasks(a, all);
  await showUpstream(a, all);
  await askForEyes(a, all);
}

/**
 * A draft that began from an earlier head follows the new one where the two join by themselves; where they
 * do not it stays as it is, and whoever commits it is asked.
 */
export async function rebaseDraft(a: Acting, advanced: Advanced): Promise<void> {
  const { before, variant } = advanced;
  if (before.draft === null) return;
  const draft = await findRevision(a.tx, a.organisation, { work: variant.work });
  if (draft === null || draft.fromNumber !== before.head.number) return;
  const result = await mergeDraft(a, {
    variant,
    draft,
    base: before.head.definitionHash,
    theirs: advanced.definition,
  });
  if (!result.clean) return;
  const { rules } = getKind(variant.kind);
  const definitionHash = hash(result.merged, rules);
  await saveDefinitions(a.tx, a.organisation, [{ hash: definitionHash, definition: result.merged }]);
  await insertRevision(a.tx, a.organisation, {
    ...draft,
    revision: draft.revision + 1,
    fromNumber: variant.head.number,
    definitionHash,
    at: a.now,
  });
}

type DraftMerge = {
  readonly variant: Variant;
  readonly draft: DraftRevision;
  /** Hash of the version that the draft began from. */
  readonly base: string;
  readonly theirs: Definition;
};

/** The draft's edits put on another version of the same variant. */
export async function mergeDraft(a: Acting, of: DraftMerge): Promise<MergeResult> {
  const base = await getDefinition(a.tx, a.organisation, of.base);
  const ours = await getDefinition(a.tx, a.organisation, of.draft.definitionHash);
  return mergeApart(getKind(of.variant.kind), { base, ours, theirs: of.theirs });
}
