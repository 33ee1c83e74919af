import type { Context } from '../../../platform/http/index.ts';
import type {
  AnswerIssue,
  Answers,
  RowAnswer,
  SubmittedForm,
  WayField,
  WayPage,
} from '../definition/index.ts';
import {
  pageAfter,
  pageBefore,
  pageOf,
  rawPage,
  readPage,
  rowsName,
  rowsOf,
  textOf,
  walk,
} from '../definition/index.ts';
import type { Content, FilesByInput } from '../drafts/content.ts';
import { valuesOf } from '../drafts/form.ts';
import type { Opened } from '../drafts/open-draft.ts';
import { unsafeIssue } from '../drafts/save-answers.ts';
import { filesAmong } from '../drafts/uploads.ts';
import type { Asking } from '../fields/asking.ts';
import { controlOf } from '../fields/date-field.tsx';
import { filled } from '../filled.ts';
import type { StepView } from '../pages/step-page.tsx';
import { situationOf } from '../running.ts';
import { texts } from '../texts/index.ts';
import { stepAddress, stepFrame } from './wayfinding.ts';

type Standing = {
  readonly fields: readonly WayField[];
  readonly form: SubmittedForm;
  readonly files: FilesByInput;
  readonly issues: readonly AnswerIssue[];
  readonly appeared: readonly string[];
};

/** What stands on a page now: as typed where it could not all be read, else as answered. */
function standingOf(ctx: Context, opened: Opened, page: WayPage): Standing {
  const { content } = opened.draft;
  const typed = content.pages[page.page.id]?.typed ?? null;
  if (typed === null) {
    return {
      fields: page.fields,
      form: rawPage(page.page, content.answers, ctx.language),
      files: filesAmong(page.fields),
      issues: [],
      appeared: [],
    };
  }
  const { definition } = opened.service;
  const situation = situationOf(ctx, opened.service);
  const { form, files } = typed;
  const reading = readPage({
    service: definition,
    page: page.page.id,
    form,
    files,
    answers: content.answers,
    situation,
  });
  const answers = withRows(page, { ...content.answers, ...reading.answers }, form);
  const way = walk(definition, answers, situation);
  const now = pageOf(way, page.page.id) ?? page;
  const unsafe = typed.unsafe.map(unsafeIssue);
  if (reading.ok) return { fields: now.fields, form, files, issues: unsafe, appeared: [] };
  // What is only half-filled is not scolded; a file that was refused is told of at once.
  const told = reading.issues.filter((issue) => typed.judged || issue.file !== undefined);
  return {
    fields: now.fields,
    form,
    files,
    issues: [...unsafe, ...told],
    appeared: typed.judged ? reading.appeared : [],
  };
}

/** The answers with every row that stands on the page, those that are still empty too. */
function withRows(page: WayPage, answers: Answers, form: SubmittedForm): Answers {
  const groups = page.page.fields.filter((field) => field.type === 'group');
  const rows = groups.flatMap(({ id }): [string, readonly RowAnswer[]][] => {
    const shown = valuesOf(form, rowsName(id));
    const given = new Map(rowsOf(answers[id]).map((row) => [row.id, row]));
    return shown.length === 0 ? [] : [[id, shown.map((row) => given.get(row) ?? { id: row, answers: {} })]];
  });
  return { ...answers, ...Object.fromEntries(rows) };
}

const textsAmong = (fields: readonly WayField[]): readonly string[] =>
  fields.flatMap(({ field, input, rows }) => [
    ...(field.type === 'information' ? [input] : []),
    ...rows.flatMap((row) => textsAmong(row.fields)),
  ]);

function revealedBy({ appeared, fields }: Standing): StepView['revealed'] {
  const read = new Set(textsAmong(fields));
  const questions = appeared.filter((input) => !read.has(input));
  const first = questions[0] ?? appeared[0];
  return first === undefined ? null : { first, questions: questions.length };
}

const hasFiles = (fields: readonly WayField[]): boolean =>
  fields.some(({ field, rows }) => field.type === 'file' || rows.some((row) => hasFiles(row.fields)));

/** Everything that a page of questions shows. */
export function stepView(ctx: Context, opened: Opened, page: WayPage, from: string): StepView {
  const { service, draft, progress } = opened;
  const { language } = ctx;
  const standing = standingOf(ctx, opened, page);
  const asking: Asking = {
    language,
    words: texts(language),
    form: standing.form,
    files: standing.files,
    problems: new Map(standing.issues.map((issue) => [issue.input, issue.message[language]])),
    say: (text) => filled(service, text, language),
    readOnly: false,
  };
  const { id, title, text } = page.page;
  const after = pageAfter(progress.way, id);
  return {
    ...stepFrame(ctx, opened, id),
    title: textOf(title, language),
    text: text === null ? null : filled(service, text, language),
    action: stepAddress(opened, id),
    fields: standing.fields,
    asking,
    problems: standing.issues.map((issue) => ({
      field: controlOf(issue.input, standing.fields),
      message: issue.message[language],
    })),
    revealed: revealedBy(standing),
    revision: revisionOf(draft.content, id),
    from,
    files: hasFiles(standing.fields),
    first: pageBefore(progress.way, id) === undefined,
    next: after === undefined ? null : textOf(after.page.title, language),
  };
}

export const revisionOf = (content: Content, page: string): number => content.pages[page]?.revision ?? 0;
