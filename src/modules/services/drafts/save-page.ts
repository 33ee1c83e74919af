import type { Context, UploadedFile } from '../../../platform/http/index.ts';
import { scannerOf } from '../../../platform/files/index.ts';
import type { WayPage } from '../definition/index.ts';
import { fileInputs, readPage, refusedFiles } from '../definition/index.ts';
import { situationOf } from '../running.ts';
import type { Content, Typed } from './content.ts';
import { decideSave, dropPending } from './content.ts';
import type { OpenDraft } from './draft.ts';
import { keptUntil } from './draft.ts';
import type { Go } from './form.ts';
import { goName, judges, obey, readForm, readGo, revisionName, staysOnPage } from './form.ts';
import type { Opened } from './open-draft.ts';
import type { Progress } from './progress.ts';
import { progressOf } from './progress.ts';
import { roomIn } from './room.ts';
import { saveContent } from './store.ts';
import type { Upload } from './uploads.ts';
import {
  filesAmong,
  markRefused,
  ofInputs,
  receiveUploads,
  sortUploads,
  storeAccepted,
  storedOnly,
  withUploads,
} from './uploads.ts';

/** One page of a form as it came, from a page the draft may open. */
export type Sent = {
  readonly page: WayPage;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly uploads: readonly UploadedFile[];
};

export type PageSaved = {
  /** `wrong`: something cannot be read or is missing. `stale`: another window was first. */
  readonly kind: 'read' | 'wrong' | 'stale';
  readonly progress: Progress;
};

/** More rows than any group may have; the group's own limit is told when the page is judged. */
const mostRows = 1000;

function revisionOf(fields: Sent['fields']): number | null {
  const value = fields[revisionName];
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : null;
}

/**
 * Saves one page as it was sent, whatever is wrong with it. The draft's row is locked, so two windows take
 * turns; the later of them is told when it was made from an older page.
 */
export async function savePage(
  ctx: Context,
  opened: Opened,
  sent: Sent,
): Promise<PageSaved & { readonly go: Go }> {
  const { content } = opened.draft;
  const go = readGo(sent.fields[goName]);
  const form = readForm(sent.fields);
  const { definition: service } = opened.service;
  const inputs = fileInputs({ service, page: sent.page.page.id, form, answers: content.answers });
  // What is sent under other names is let go: no page of ours sends it.
  const { meant } = sortUploads(sent.uploads, inputs);
  const means = { newId: ctx.newId, scan: scannerOf(ctx), room: roomIn(content) };
  const { uploads, unsafe } = await receiveUploads(meant, means);
  const kept = content.pages[sent.page.page.id]?.typed?.files ?? filesAmong(sent.page.fields);
  const typed = obey({ form, files: withUploads(ofInputs(storedOnly(kept), inputs), uploads), unsafe }, go, {
    newId: ctx.newId,
    maxRows: mostRows,
  });
  const saved = await saveTyped(ctx, opened, {
    page: sent.page.page.id,
    typed,
    uploads,
    basedOn: revisionOf(sent.fields),
    judged: judges(go),
    keepsTyped: staysOnPage(go),
  });
  return { ...saved, go };
}

type Saving = {
  readonly page: string;
  readonly typed: Typed;
  readonly uploads: readonly Upload[];
  readonly basedOn: number | null;
  readonly judged: boolean;
  readonly keepsTyped: boolean;
};

async function saveTyped(ctx: Context, opened: Opened, saving: Saving): Promise<PageSaved> {
  const { draft, service } = opened;
  const situation = situationOf(ctx, service);
  const { form, unsafe } = saving.typed;
  const read = readPage({
    service: service.definition,
    page: saving.page,
    form,
    files: saving.typed.files,
    answers: draft.content.answers,
    situation,
  });
  const { answers } = draft.content;
  const inputs = fileInputs({ service: service.definition, page: saving.page, form, answers });
  const files = markRefused(saving.typed.files, refusedFiles(inputs, saving.typed.files, situation));
  const ok = read.ok && unsafe.length === 0;
  await storeAccepted(ctx.files, saving.uploads, files);
  const saved = decideSave(draft.content, {
    ...saving,
    sent: { form: read.ok ? form : read.typed, files, unsafe },
    reading: { ok, answers: read.answers },
    revision: draft.revision + 1,
    at: ctx.now.toISOString(),
  });
  await saveContent(ctx.tx, renewed(ctx, draft, saved.content));
  return {
    kind: saved.kind === 'stale' ? 'stale' : ok ? 'read' : 'wrong',
    progress: progressOf(service.definition, saved.content, situation),
  };
}

/** The draft with new content: one revision on, and kept a full time from now. */
export const renewed = (ctx: Context, draft: OpenDraft, content: Content): OpenDraft => ({
  ...draft,
  content,
  language: ctx.language,
  revision: draft.revision + 1,
  savedAt: ctx.now,
  keptUntil: keptUntil(ctx.now),
});

/** Settles a page that two windows sent: what came last replaces what is saved, or is let go. */
export async function settlePage(
  ctx: Context,
  opened: Opened,
  choice: { readonly page: string; readonly take: 'sent' | 'saved' },
): Promise<void> {
  const { content } = opened.draft;
  const pending = content.pages[choice.page]?.pending ?? null;
  if (pending === null) return;
  if (choice.take === 'saved') {
    await saveContent(ctx.tx, renewed(ctx, opened.draft, dropPending(content, choice.page)));
    return;
  }
  const { page } = choice;
  const draft = { ...opened.draft, content: dropPending(content, page) };
  await saveTyped(
    ctx,
    { ...opened, draft },
    {
      page,
      typed: pending,
      uploads: [],
      basedOn: null,
      judged: true,
      keepsTyped: false,
    },
  );
}
