import type { Context, UploadedFile } from '../../../platform/http/index.ts';
import type { Group, WayPage } from '../definition/index.ts';
import { readPage } from '../definition/index.ts';
import { situationOf } from '../running.ts';
import { decideSave } from './content.ts';
import type { OpenDraft } from './draft.ts';
import { keptUntil } from './draft.ts';
import type { Go } from './form.ts';
import { judges, obey, readForm, readGo, revisionName, goName } from './form.ts';
import type { Opened } from './open-draft.ts';
import type { Progress } from './progress.ts';
import { progressOf } from './progress.ts';
import { saveContent } from './store.ts';
import { filesAmong, markRefused, readUploads, storeAccepted, storedOnly, withUploads } from './uploads.ts';

/** One page of a form as it came, from a page the draft may open. */
export type Sent = {
  readonly page: WayPage;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly uploads: readonly UploadedFile[];
};

export type PageSaved = {
  readonly kind: 'read' | 'wrong' | 'stale';
  readonly go: Go;
  readonly progress: Progress;
};

/** More rows than any group may have; the group's own limit is told when the page is judged. */
const mostRows = 1000;

const revisionOf = (fields: Sent['fields']): number | null => {
  const value = fields[revisionName];
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : null;
};

/**
 * Saves one page as it was sent, whatever is wrong with it. The draft's row is locked, so two windows take
 * turns; the later of them is told when it was made from an older page.
 */
export async function savePage(ctx: Context, opened: Opened, sent: Sent): Promise<PageSaved> {
  const { draft, service } = opened;
  const { id } = sent.page.page;
  const go = readGo(sent.fields[goName]);
  const uploads = await readUploads(sent.uploads, ctx.newId);
  const kept = draft.content.pages[id]?.typed?.files ?? filesAmong(sent.page.fields, draft.content.answers);
  const typed = obey(
    { form: readForm(sent.fields), files: withUploads(storedOnly(kept), uploads) },
    go,
    { newId: ctx.newId, maxRows: mostRows },
  );
  const situation = situationOf(ctx, service);
  const reading = readPage({
    service: service.definition,
    page: id,
    form: typed.form,
    files: typed.files,
    answers: draft.content.answers,
    situation,
  });
  const files = reading.ok ? typed.files : markRefused(typed.files, reading.issues);
  await storeAccepted(ctx.files, uploads, files);
  const saved = decideSave(draft.content, {
    page: id,
    basedOn: revisionOf(sent.fields),
    sent: { form: typed.form, files },
    reading,
    judged: judges(go),
    revision: draft.revision + 1,
    at: ctx.now.toISOString(),
  });
  await saveContent(ctx.tx, renewed(ctx, draft, saved.content));
  return {
    kind: saved.kind === 'stale' ? 'stale' : reading.ok ? 'read' : 'wrong',
    go,
    progress: progressOf(service.definition, saved.content, situation),
  };
}

/** The draft with new content: one revision on, and kept a full time from now. */
export const renewed = (ctx: Context, draft: OpenDraft, content: OpenDraft['content']): OpenDraft => ({
  ...draft,
  content,
  language: ctx.language,
  revision: draft.revision + 1,
  savedAt: ctx.now,
  keptUntil: keptUntil(ctx.now),
});

/** The groups of a page. */
export const groupsOf = (page: WayPage): readonly Group[] =>
  page.fields.flatMap(({ field }) => (field.type === 'group' ? [field] : []));
