import { z } from 'zod';
import { link, missing, route, see, type Page, type Reply } from '../../../platform/http/index.ts';
import { commit, discardDraft, editDraft } from '../actions/drafts.ts';
import { findVariant } from '../actions/read.ts';
import { acting, type Acting } from '../acting.ts';
import * as addresses from '../addresses.ts';
import { designers } from '../makers.ts';
import { plainEditor } from '../model/editor.ts';
import type { Failure } from '../model/failure.ts';
import { readForm, textIn, type Typed } from '../model/form-edit.ts';
import { commandsOf, readStep, type FormStep } from '../model/form-steps.ts';
import { getKind } from '../model/kind.ts';
import { findNode, type OutlineNode } from '../model/outline.ts';
import type { Answer } from '../model/update.ts';
import {
  asText,
  atOf,
  formFields,
  openName,
  valueIn,
  wholeWork,
  type Editing,
} from '../pages/edit/editing.ts';
import { savedMessage } from '../pages/edit/element-page.tsx';
import { editTexts } from '../texts/edit.ts';
import { takeFiles } from './edit-files.ts';
import { behindPage, elementPage, loadEditing, outlinePage, stalePage } from './edit-view.tsx';

const showEditor = route({
  method: 'GET',
  path: addresses.edit.path,
  access: designers,
  query: z.object({ element: z.string().max(300).optional(), sparat: z.string().optional() }),
  handle: async (context, { params: { work }, query }) => {
    const a = acting(context);
    const editing = await loadEditing(a, work);
    if (editing === null) return missing;
    const message = query.sparat === undefined ? null : savedMessage(editing);
    if (query.element === undefined) return outlinePage(a, editing, { message });
    const node = findNode(editing.root, query.element === wholeWork ? '' : query.element);
    if (node === null) return gone(a, editing);
    return elementPage(a, { editing, node, typed: null, problems: new Map(), message });
  },
});

const gone = (a: Acting, editing: Editing): Promise<Page> =>
  outlinePage(a, editing, { message: { tone: 'warning', text: editTexts(a.language).gone } }, 404);

const Typed = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const revisionIn = (typed: Typed): number => {
  const text = textIn(typed, 'revision');
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
};

const Take = z.enum(['ours', 'theirs', 'suggestion']);

/** What was chosen where two had changed the same thing. */
function answersIn(typed: Typed): Readonly<Record<string, Answer>> {
  return Object.fromEntries(
    Object.keys(typed).flatMap((name) => {
      const take = Take.safeParse(textIn(typed, name));
      return name.startsWith('a:') && take.success ? [[name.slice(2), { take: take.data }]] : [];
    }),
  );
}

/** The part that a form is about, in the definition that the form was made from. */
type Sent = {
  readonly a: Acting;
  readonly editing: Editing;
  readonly node: OutlineNode;
  readonly typed: Typed;
  /** What is wrong already, by path from the element. */
  readonly problems: ReadonlyMap<string, string>;
};

const saveEdit = route({
  method: 'POST',
  path: addresses.edit.path,
  access: designers,
  body: Typed,
  takesFiles: async (context, { work }) => (await findVariant(acting(context), work ?? '')) !== null,
  takesLarge: async (context, { work }) => {
    const variant = await findVariant(acting(context), work ?? '');
    return variant === null ? null : (getKind(variant.kind).editor?.files?.large ?? null);
  },
  handle: async (context, { params: { work }, body: typed, files, large }) => {
    const a = acting(context);
    const editing = await loadEditing(a, work, revisionIn(typed));
    if (editing === null) return lostDraft(a, work, typed);
    const wanted = textIn(typed, 'element');
    const node = findNode(editing.root, wanted === wholeWork ? '' : wanted);
    if (node === null) return gone(a, editing);
    const received = await takeFiles(context, { editing, node, typed, files: [...files, ...large] });
    return save(
      { a, editing, node, ...received },
      readStep(textIn(typed, 'do')) ?? { kind: 'save', target: '' },
    );
  },
});

async function save(sent: Sent, step: FormStep): Promise<Reply> {
  const { a, editing, node, typed } = sent;
  const words = editTexts(a.language);
  const { commands, problems } = readForm({
    node,
    typed,
    fields: formFields(editing.kind.editor ?? plainEditor, node),
  });
  const found = new Map(
    problems.map(({ at, problem }) => [
      at,
      typeof problem === 'string' ? words.problems[problem] : problem[a.language],
    ]),
  );
  if (found.size + sent.problems.size > 0) return again(sent, new Map([...found, ...sent.problems]));
  const stepped = commandsOf(step, { root: editing.root, node, typed, known: [editing.definition] });
  if (!stepped.ok)
    return stepped.problem === 'gone' ? gone(a, editing) : again(sent, new Map([[stepped.at, words.noName]]));
  const all = [...commands, ...stepped.commands];
  const open = step.kind === 'save' ? openName(node.id) : stepped.open === '' ? undefined : stepped.open;
  const to = link(addresses.edit, atOf(editing), { element: open, sparat: 'ja' });
  if (all.length === 0) return see(to);
  const onto = textIn(typed, 'onto');
  const saved = await editDraft(a, {
    work: editing.variant.work,
    revision: editing.draft?.revision ?? null,
    commands: all,
    ...(/^\d{1,9}$/.test(onto) ? { onto: Number(onto), answers: answersIn(typed) } : {}),
  });
  return saved.ok ? see(to) : refused(sent, saved.failure);
}

/** The same form with what was typed, and what is wrong with it. */
async function again(sent: Sent, problems: ReadonlyMap<string, string>): Promise<Page> {
  const { a, editing, node, typed } = sent;
  const onOutline = node.form === 'work' && typed['shown'] === undefined;
  if (onOutline) return outlinePage(a, editing, { typed, problems }, 422);
  return elementPage(a, { editing, node, typed, problems, message: null }, 422);
}

async function refused(sent: Sent, failure: Failure): Promise<Reply> {
  const { a, editing, node, typed } = sent;
  const words = editTexts(a.language);
  if (failure.kind === 'stale') return stalePage(editing, typed, failure);
  if (failure.kind === 'no-draft') return lostDraft(a, editing.variant.work, typed);
  const text =
    failure.kind === 'not-allowed'
      ? words.notAllowed(editing.upstreamName)
      : failure.kind === 'invalid'
        ? `${words.badShape} ${failure.issues.map((issue) => issue.message[a.language]).join(' ')}`
        : words.refused;
  return elementPage(
    a,
    { editing, node, typed, problems: new Map(), message: { tone: 'warning', text } },
    409,
  );
}

/** The revision that a form was made from is gone: what was typed is kept beside what stands now. */
async function lostDraft(a: Acting, work: string, typed: Typed): Promise<Reply> {
  const editing = await loadEditing(a, work);
  if (editing === null) return missing;
  const wanted = textIn(typed, 'element');
  const node = findNode(editing.root, wanted === wholeWork ? '' : wanted);
  const words = editTexts(a.language);
  const message = { tone: 'warning', text: words.goneDraft } as const;
  if (node === null) return outlinePage(a, editing, { message, typed }, 409);
  const fields = formFields(editing.kind.editor ?? plainEditor, node);
  const { commands } = readForm({ node, fields, typed });
  const problems = commands.flatMap((command): readonly (readonly [string, string])[] => {
    if (command.do !== 'set' && command.do !== 'unset') return [];
    const at = node.path === '' ? command.path : command.path.slice(node.path.length + 1);
    return [[at, words.nowSays(asText(valueIn(node.element, at)))]];
  });
  return elementPage(a, { editing, node, typed, problems: new Map(problems), message }, 409);
}

const discardEdits = route({
  method: 'POST',
  path: addresses.editDiscard.path,
  access: designers,
  body: z.object({ revision: z.coerce.number().int().min(1) }),
  handle: async (context, { params: { work }, body: { revision } }) => {
    const a = acting(context);
    const discarded = await discardDraft(a, { work, revision });
    if (discarded.ok || discarded.failure.kind === 'no-draft')
      return see(link(addresses.variant, { organisation: a.organisation, work }));
    const editing = await loadEditing(a, work);
    if (editing === null) return missing;
    const message = { tone: 'warning', text: editTexts(a.language).staleNumber } as const;
    return outlinePage(a, editing, { message }, 409);
  },
});

const commitEdits = route({
  method: 'POST',
  path: addresses.editCommit.path,
  access: designers,
  body: Typed,
  handle: async (context, { params: { work }, body: typed }) => {
    const a = acting(context);
    const words = editTexts(a.language);
    const editing = await loadEditing(a, work);
    if (editing === null) return missing;
    const message = textIn(typed, 'message').trim();
    if (message === '' || message.length > 2000)
      return outlinePage(a, editing, { problems: new Map([['message', words.message]]) }, 422);
    const committed = await commit(a, {
      work,
      revision: revisionIn(typed),
      message,
      answers: answersIn(typed),
    });
    if (committed.ok) return see(link(addresses.variant, atOf(editing)));
    const { failure } = committed;
    if (failure.kind === 'draft-behind') return behindPage(editing, typed, failure);
    const text =
      failure.kind === 'nothing-changed'
        ? words.nothingChanged
        : failure.kind === 'stale-number'
          ? words.staleNumber
          : failure.kind === 'not-allowed'
            ? words.notAllowed(editing.upstreamName)
            : words.refused;
    const said = { message: { tone: 'warning', text } as const, commitMessage: message };
    return outlinePage(a, editing, said, 409);
  },
});

export const editRoutes = [showEditor, saveEdit, discardEdits, commitEdits];
