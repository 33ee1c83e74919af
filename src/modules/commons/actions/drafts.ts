import { hash, normalise, type Definition } from '../../../kernel/index.ts';
import type { Acting } from '../acting.ts';
import { mergeApart } from '../merging/merge-apart.ts';
import type { Command } from '../model/commands.ts';
import { edit } from '../model/edit.ts';
import { done, refused, type Outcome } from '../model/failure.ts';
import { getKind } from '../model/kind.ts';
import type { Answer } from '../model/update.ts';
import type { Draft, Variant, Version } from '../model/work.ts';
import { deleteLoose, getDefinition, saveDefinitions } from '../store/definitions.ts';
import { deleteDraft, findRevision, insertRevision, type DraftRevision } from '../store/drafts.ts';
import { record } from '../store/history.ts';
import { lockVariant } from '../store/variants.ts';
import { findVersion } from '../store/versions.ts';
import { advance, mergeDraft, saveAdvanced } from './advance.ts';
import { checkAllowed, shaped } from './allowed.ts';
import { hideShared } from './hide-shared.ts';

type Answers = Readonly<Record<string, Answer>>;

export type DraftEdit = {
  readonly work: string;
  /** The revision that the edit was made on; null begins a draft from the head. */
  readonly revision: number | null;
  /**
   * Given after `stale`: the newer revision that the edit is to be merged into, with answers to what both
   * changed.
   */
  readonly onto?: number;
  readonly answers?: Answers;
};

/** Edits the draft by commands; every save is a new revision. */
export async function editDraft(
  a: Acting,
  { commands, ...of }: DraftEdit & { readonly commands: readonly Command[] },
): Promise<Outcome<Draft>> {
  return changeDraft(a, of, (before) => {
    const edited = edit(before, commands);
    if (edited.ok) return done(edited.definition);
    return refused({ kind: 'command', at: edited.at, failure: edited.failure });
  });
}

/** Puts a whole definition in the draft's place, as an import does. */
export async function saveDraft(
  a: Acting,
  { definition, ...of }: DraftEdit & { readonly definition: Definition },
): Promise<Outcome<Draft>> {
  return changeDraft(a, of, (before) => {
    const { kommons, kind, id } = before;
    return done({ ...definition, kommons, kind, id });
  });
}

type Change = (before: Definition) => Outcome<Definition>;

async function changeDraft(a: Acting, of: DraftEdit, change: Change): Promise<Outcome<Draft>> {
  const variant = await lockVariant(a.tx, a.organisation, of.work);
  if (variant === null) return refused({ kind: 'not-found' });
  const now = await findRevision(a.tx, a.organisation, { work: of.work });
  const from = await startOf(a, variant, of.revision);
  if (from === null) return refused({ kind: 'no-draft' });
  const before = await getDefinition(a.tx, a.organisation, from.definitionHash);
  const changed = change(before);
  const mine = changed.ok ? shaped(changed.value) : changed;
  if (!mine.ok) return mine;
  const joined =
    now === null || now.revision === of.revision
      ? mine
      : await joinEdits(a, { variant, latest: now, base: before, mine: mine.value, edit: of });
  if (!joined.ok) return joined;
  const allowed = await checkAllowed(a, variant, joined.value);
  if (!allowed.ok) return allowed;
  return done(await saveRevision(a, { variant, from: now ?? from, definition: joined.value }));
}

/** The revision that an edit was made on, or the head that a first edit begins from. */
async function startOf(a: Acting, variant: Variant, revision: number | null): Promise<DraftRevision | null> {
  if (revision !== null) return findRevision(a.tx, a.organisation, { work: variant.work, revision });
  const { number, definitionHash } = variant.head;
  return { work: variant.work, revision: 0, fromNumber: number, definitionHash, by: a.author, at: a.now };
}

type Joining = {
  readonly variant: Variant;
  readonly latest: DraftRevision;
  readonly base: Definition;
  readonly mine: Definition;
  readonly edit: DraftEdit;
};

/** Two people edited one draft: merged where the second has said so, else both are shown. */
async function joinEdits(
  a: Acting,
  { variant, latest, base, mine, edit: of }: Joining,
): Promise<Outcome<Definition>> {
  const theirs = await getDefinition(a.tx, a.organisation, latest.definitionHash);
  const answers = of.answers ?? {};
  const result = await mergeApart(getKind(variant.kind), { base, ours: mine, theirs, answers });
  if (of.onto === latest.revision && result.clean) return done(result.merged);
  return refused({ kind: 'stale', latest: toDraft(latest, theirs), base, mine, merge: result });
}

type Saving = { readonly variant: Variant; readonly from: DraftRevision; readonly definition: Definition };

async function saveRevision(a: Acting, { variant, from, definition }: Saving): Promise<Draft> {
  const { rules } = getKind(variant.kind);
  const normal = normalise(definition, rules);
  const definitionHash = hash(normal, rules);
  await saveDefinitions(a.tx, a.organisation, [{ hash: definitionHash, definition: normal }]);
  const next = { ...from, revision: from.revision + 1, definitionHash, by: a.author, at: a.now };
  await insertRevision(a.tx, a.organisation, next);
  return toDraft(next, normal);
}

function toDraft(row: DraftRevision, definition: Definition): Draft {
  const { revision, fromNumber, by, at } = row;
  return { revision, fromNumber, definition, by, at };
}

/** The draft as it stands, or as it was at a revision. */
export async function findDraft(a: Acting, work: string, revision?: number): Promise<Draft | null> {
  const of = revision === undefined ? { work } : { work, revision };
  const row = await findRevision(a.tx, a.organisation, of);
  if (row === null) return null;
  return toDraft(row, await getDefinition(a.tx, a.organisation, row.definitionHash));
}

/** Throws the draft away. Fails with `stale-number` when somebody saved since. */
export async function discardDraft(
  a: Acting,
  { work, revision }: { readonly work: string; readonly revision: number },
): Promise<Outcome<null>> {
  const variant = await lockVariant(a.tx, a.organisation, work);
  if (variant === null) return refused({ kind: 'not-found' });
  if (variant.draft === null) return refused({ kind: 'no-draft' });
  if (variant.draft.revision !== revision)
    return refused({ kind: 'stale-number', current: variant.draft.revision });
  await deleteLoose(a.tx, a.organisation, await deleteDraft(a.tx, a.organisation, work));
  await record(a, { work, kind: 'draft-discarded', data: { revision } });
  return done(null);
}

export type Commit = {
  readonly work: string;
  readonly revision: number;
  readonly message: string;
  /** Answers to what the draft and a newer version of the variant both changed. */
  readonly answers?: Answers;
};

/** Makes the draft the variant's next version and removes it. */
export async function commit(a: Acting, of: Commit): Promise<Outcome<Version>> {
  const variant = await lockVariant(a.tx, a.organisation, of.work);
  if (variant === null) return refused({ kind: 'not-found' });
  const draft = await findRevision(a.tx, a.organisation, { work: of.work });
  if (draft === null) return refused({ kind: 'no-draft' });
  if (draft.revision !== of.revision) return refused({ kind: 'stale-number', current: draft.revision });
  const content = await contentOf(a, { variant, draft, answers: of.answers ?? {} });
  if (!content.ok) return content;
  const allowed = await checkAllowed(a, variant, content.value);
  if (!allowed.ok) return allowed;
  const advanced = advance(a, variant, { step: 'changed', definition: content.value, message: of.message });
  if (advanced.version.definitionHash === variant.head.definitionHash)
    return refused({ kind: 'nothing-changed' });
  await saveAdvanced(a, [advanced]);
  await hideShared(a, advanced.variant);
  await deleteLoose(a.tx, a.organisation, await deleteDraft(a.tx, a.organisation, of.work));
  await record(a, { work: of.work, kind: 'changed', reason: of.message, number: advanced.version.number });
  return done(advanced.version);
}

type Content = { readonly variant: Variant; readonly draft: DraftRevision; readonly answers: Answers };

/** The draft as it is, or merged with versions that came after it began. */
async function contentOf(a: Acting, { variant, draft, answers }: Content): Promise<Outcome<Definition>> {
  const { head, work } = variant;
  if (draft.fromNumber === head.number)
    return done(await getDefinition(a.tx, a.organisation, draft.definitionHash));
  const from = await findVersion(a.tx, a.organisation, { work, number: draft.fromNumber });
  if (from === null)
    throw new Error(`${work}: the draft began from version ${draft.fromNumber}, which is gone`);
  const theirs = await getDefinition(a.tx, a.organisation, head.definitionHash);
  const first = await mergeDraft(a, { variant, draft, base: from.definitionHash, theirs });
  const result = await mergeApart(getKind(variant.kind), { ...first.input, answers });
  if (result.clean) return done(result.merged);
  return refused({ kind: 'draft-behind', from: draft.fromNumber, head: head.number, merge: result });
}
