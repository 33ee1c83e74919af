import type { Context, Language, UploadedFile } from '../../../platform/http/index.ts';
import { scannerOf } from '../../../platform/files/index.ts';
import type { AnswerIssue, FileAnswer, WayPage } from '../definition/index.ts';
import {
  fileInputs,
  noFileQuestion,
  rawPage,
  readPage,
  readTypedPage,
  refusedFiles,
} from '../definition/index.ts';
import { situationOf } from '../running.ts';
import { texts } from '../texts/index.ts';
import type { FilesByInput, Unsafe } from './content.ts';
import { decideSave } from './content.ts';
import type { Opened } from './open-draft.ts';
import { progressOf } from './progress.ts';
import { mostInDraft, roomIn } from './room.ts';
import { renewed } from './save-page.ts';
import { saveContent } from './store.ts';
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

export type AnswersSaved =
  | { readonly kind: 'saved'; readonly opened: Opened }
  | { readonly kind: 'wrong'; readonly issues: readonly AnswerIssue[] }
  | { readonly kind: 'stale'; readonly revision: number };

type Given = { readonly page: WayPage; readonly answers: unknown; readonly basedOn: number | null };

const filesOn = (opened: Opened, page: WayPage): FilesByInput =>
  storedOnly(opened.draft.content.pages[page.page.id]?.typed?.files ?? filesAmong(page.fields));

/**
 * Saves the answers of one page as a system gives them: all of them, or none and every issue at once.
 * Files are those that were added to the page before; a system cannot name others.
 */
export async function saveAnswers(ctx: Context, opened: Opened, given: Given): Promise<AnswersSaved> {
  const { draft, service } = opened;
  const { id } = given.page.page;
  const situation = situationOf(ctx, service);
  const files = filesOn(opened, given.page);
  const reading = readTypedPage({
    service: service.definition,
    page: id,
    sent: given.answers,
    files,
    answers: draft.content.answers,
    situation,
  });
  if (!reading.ok) return { kind: 'wrong', issues: reading.issues };
  const saved = decideSave(draft.content, {
    page: id,
    basedOn: given.basedOn,
    sent: { form: {}, files, unsafe: [] },
    reading,
    judged: true,
    keepsTyped: false,
    revision: draft.revision + 1,
    at: ctx.now.toISOString(),
  });
  if (saved.kind === 'stale') return { kind: 'stale', revision: draft.content.pages[id]?.revision ?? 0 };
  const after = renewed(ctx, draft, saved.content);
  await saveContent(ctx.tx, after);
  const progress = progressOf(service.definition, saved.content, situation);
  return { kind: 'saved', opened: { ...opened, draft: after, progress } };
}

export type FileAdded = Omit<FileAnswer, 'hash'> & { readonly input: string };

export type FilesAdded =
  | { readonly ok: true; readonly files: readonly FileAdded[] }
  | { readonly ok: false; readonly issues: readonly AnswerIssue[] };

/** A file that was not kept, as a fault at its question. */
export const unsafeIssue = ({ input, name, kind }: Unsafe): AnswerIssue => {
  const message = { sv: sayUnsafe('sv', name, kind), en: sayUnsafe('en', name, kind) };
  return { kind: 'wrong', field: input, input, message };
};

function sayUnsafe(language: Language, name: string, kind: Unsafe['kind']): string {
  const say = texts(language).draft.file;
  switch (kind) {
    case 'infected':
      return say.infected(name);
    case 'not-scanned':
      return say.notScanned(name);
    case 'no-room':
      return say.noRoom(name, mostInDraft.files, mostInDraft.megabytes);
  }
}

const strayIssue = (input: string, page: string): AnswerIssue => ({
  kind: 'wrong',
  field: input,
  input,
  message: noFileQuestion(input, page),
});

/** Adds files to questions of a page, by the names of their inputs; all of them or none. */
export async function addFiles(
  ctx: Context,
  opened: Opened,
  sent: { readonly page: WayPage; readonly uploads: readonly UploadedFile[] },
): Promise<FilesAdded> {
  const { draft, service } = opened;
  const { page } = sent.page;
  const { answers } = draft.content;
  const form = draft.content.pages[page.id]?.typed?.form ?? rawPage(page, answers, ctx.language);
  const situation = situationOf(ctx, service);
  const inputs = fileInputs({ service: service.definition, page: page.id, form, answers });
  const { meant, strays } = sortUploads(sent.uploads, inputs);
  if (strays.length > 0) return { ok: false, issues: strays.map((input) => strayIssue(input, page.id)) };
  const means = { newId: ctx.newId, scan: scannerOf(ctx), room: roomIn(draft.content) };
  const { uploads, unsafe } = await receiveUploads(meant, means);
  const files = withUploads(ofInputs(filesOn(opened, sent.page), inputs), uploads);
  const own = new Set(uploads.map(({ file }) => file.id));
  const faults = refusedFiles(inputs, files, situation);
  const refused = faults.filter(({ file }) => file !== undefined && own.has(file));
  if (unsafe.length + refused.length > 0)
    return { ok: false, issues: [...unsafe.map(unsafeIssue), ...refused] };
  const accepted = markRefused(files, faults);
  const reading = readPage({
    service: service.definition,
    page: page.id,
    form,
    files,
    answers,
    situation,
  });
  await storeAccepted(ctx.files, uploads, accepted);
  const saved = decideSave(draft.content, {
    page: page.id,
    basedOn: null,
    sent: { form, files: accepted, unsafe: [] },
    reading: { ok: false, answers: reading.answers },
    judged: false,
    keepsTyped: true,
    revision: draft.revision + 1,
    at: ctx.now.toISOString(),
  });
  await saveContent(ctx.tx, renewed(ctx, draft, saved.content));
  return {
    ok: true,
    files: uploads.map(({ input, file: { id, name, type, size } }) => ({ input, id, name, type, size })),
  };
}
