import { effectiveLocks, pickText, standingIn, type Definition } from '../../../kernel/index.ts';
import { link, type Page } from '../../../platform/http/index.ts';
import { formatTime } from '../../../platform/text/index.ts';
import { findNames } from '../../organisations/index.ts';
import { findDraft } from '../actions/drafts.ts';
import { findDefinition, findVariant, originMarks } from '../actions/read.ts';
import type { Acting } from '../acting.ts';
import * as addresses from '../addresses.ts';
import { describeDifferences } from '../model/described.ts';
import { plainEditor } from '../model/editor.ts';
import type { Failure } from '../model/failure.ts';
import type { Typed } from '../model/form-edit.ts';
import { getKind } from '../model/kind.ts';
import { outline } from '../model/outline.ts';
import { planOfMerge } from '../model/update-plan.ts';
import { viewConflicts } from '../model/update-view.ts';
import type { Draft, Variant } from '../model/work.ts';
import { atOf, formFields, titleOf, type Editing, type ElementView } from '../pages/edit/editing.ts';
import { ElementPage } from '../pages/edit/element-page.tsx';
import { JoinPage, type JoinView } from '../pages/edit/join-page.tsx';
import { OutlinePage, type OutlineView } from '../pages/edit/outline-page.tsx';
import { editTexts } from '../texts/edit.ts';
import { frame } from './access.ts';
import { trailTo } from '../pages/trail.ts';

/**
 * The draft of a work as the editor shows it, or as it was at a revision (0: the head, before there was one).
 * Null when the organisation has no such work or the revision is gone.
 */
export async function loadEditing(a: Acting, work: string, revision?: number): Promise<Editing | null> {
  const variant = await findVariant(a, work);
  if (variant === null) return null;
  const draft = revision === 0 ? null : await findDraft(a, work, revision);
  if (draft === null && revision !== undefined && revision > 0) return null;
  const definition = draft?.definition ?? (await findDefinition(a, work, 'head'));
  if (definition === null) return null;
  return editingOf(a, { variant, draft, definition });
}

type Loaded = { readonly variant: Variant; readonly draft: Draft | null; readonly definition: Definition };

async function editingOf(a: Acting, { variant, draft, definition }: Loaded): Promise<Editing> {
  const kind = getKind(variant.kind);
  const upstream = variant.base === null ? null : await findDefinition(a, variant.work, 'base');
  const owner = variant.base?.organisation ?? variant.organisation;
  return {
    variant,
    kind,
    draft,
    definition,
    root: outline(kind.editor ?? plainEditor, definition),
    upstream,
    upstreamName: (await findNames(a.tx, [owner])).get(owner) ?? owner,
    origins: upstream === null ? new Map() : originMarks(upstream, definition),
    locks: upstream === null ? new Map() : effectiveLocks(upstream, kind.rules),
    standing: upstream === null ? new Set() : standingIn(upstream, kind.rules),
    issues: kind.validate(definition),
    notes: (await kind.editor?.notes?.(a, { definition, upstream })) ?? new Map(),
    language: a.language,
  };
}

type Said = Partial<Pick<OutlineView, 'typed' | 'problems' | 'message' | 'commitMessage'>>;

export async function outlinePage(a: Acting, editing: Editing, said: Said, status = 200): Promise<Page> {
  const { variant, draft, definition, kind, language } = editing;
  const head = draft === null ? null : await findDefinition(a, variant.work, draft.fromNumber);
  const changes = head === null ? [] : describeDifferences(head, definition, { kind, language });
  const problems = said.problems ?? new Map();
  return {
    kind: 'page',
    status,
    title: editTexts(language).title(pickText(definition.title, language)),
    frame,
    failed: problems.size > 0,
    content: (
      <OutlinePage
        view={{ editing, changes, typed: null, message: null, commitMessage: '', ...said, problems }}
      />
    ),
  };
}

export async function elementPage(a: Acting, view: Omit<ElementView, 'keys'>, status = 200): Promise<Page> {
  const { editing, node, problems } = view;
  const editor = editing.kind.editor ?? plainEditor;
  const hasKeys = formFields(editor, node).some(({ field }) => field.input.type === 'keys');
  const keys = hasKeys ? ((await editor.knownKeys?.(a)) ?? []) : [];
  return {
    kind: 'page',
    status,
    title: titleOf(editing, node),
    frame,
    failed: problems.size > 0,
    content: <ElementPage view={{ ...view, keys }} />,
  };
}

type Stale = Extract<Failure, { kind: 'stale' }>;

const trailOf = (editing: Editing): JoinView['trail'] => {
  const name = pickText(editing.definition.title, editing.language);
  return trailTo(
    { ...atOf(editing), title: name, language: editing.language },
    { title: editTexts(editing.language).crumb, to: link(addresses.edit, atOf(editing)) },
  );
};

const joinPage = (view: JoinView): Page => ({
  kind: 'page',
  status: 409,
  title: view.title,
  frame,
  content: <JoinPage view={view} />,
});

/** Somebody saved first: both are shown, and what was typed goes along. */
export async function stalePage(
  editing: Editing,
  typed: Typed,
  { latest, base, mine, merge }: Stale,
): Promise<Page> {
  const { kind, language } = editing;
  const words = editTexts(language).stale;
  const who = latest.by.name;
  const plan = planOfMerge({ kind, base, ours: mine, theirs: latest.definition, declined: [] }, merge);
  const sentences = (to: Definition): readonly string[] =>
    describeDifferences(base, to, { kind, language }).map(({ sentence }) => sentence);
  return joinPage({
    title: words.title(who, formatTime(latest.at, language)),
    lede: words.lede,
    trail: trailOf(editing),
    theirs: { title: words.theirs(who), sentences: sentences(latest.definition) },
    mine: { title: words.mine, sentences: sentences(mine) },
    takeMine: words.takeMine,
    takeTheirs: words.takeTheirs(who),
    conflicts: await viewConflicts(plan, { answers: {}, declines: {} }, language),
    action: link(addresses.edit, atOf(editing)),
    typed,
    hidden: { onto: latest.revision },
    leave: link(addresses.edit, atOf(editing)),
    asked: typed['onto'] !== undefined,
    language,
  });
}

type Behind = Extract<Failure, { kind: 'draft-behind' }>;

/** A version came after the draft began, and the two do not join by themselves. */
export async function behindPage(editing: Editing, typed: Typed, { head, merge }: Behind): Promise<Page> {
  const { kind, language } = editing;
  const words = editTexts(language);
  const { base, ours, theirs } = merge.input;
  const plan = planOfMerge({ kind, base, ours, theirs, declined: [] }, merge);
  const sentences = (to: Definition): readonly string[] =>
    describeDifferences(base, to, { kind, language }).map(({ sentence }) => sentence);
  return joinPage({
    title: words.behind.title(head),
    lede: words.behind.lede,
    trail: trailOf(editing),
    theirs: { title: words.behind.takeTheirs(head), sentences: sentences(theirs) },
    mine: { title: words.behind.takeMine, sentences: sentences(ours) },
    takeMine: words.behind.takeMine,
    takeTheirs: words.behind.takeTheirs(head),
    conflicts: await viewConflicts(plan, { answers: {}, declines: {} }, language),
    action: link(addresses.editCommit, atOf(editing)),
    typed,
    hidden: {},
    leave: link(addresses.edit, atOf(editing)),
    asked: Object.keys(typed).some((name) => name.startsWith('a:')),
    language,
  });
}
