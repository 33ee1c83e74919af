import { checkAnswer, isAddress, isChoices, isEmpty, isFiles } from './answers/check-answer.ts';
import type { Situation } from './answers/check-answer.ts';
import { allOf, inputName, rowsName, shownName } from './answers/names.ts';
import type { SubmittedForm } from './answers/names.ts';
import { personalNumberText } from './answers/personal-number.ts';
import { readAnswer } from './answers/read-answer.ts';
import type { Submission } from './answers/read-answer.ts';
import type { Language } from './answers/text.ts';
import type {
  AnswerValue,
  Answers,
  EService,
  Field,
  FileAnswer,
  Group,
  Page,
  RowAnswer,
  RowField,
} from './model.ts';
import { isAnswers } from './read/examples.ts';
import { rowsShown } from './file-inputs.ts';
import { strangeAnswers } from './strange-answers.ts';
import { rowsOf, Walker } from './walk.ts';
import type { AnswerIssue, Source, WayField } from './walk.ts';

export type PageSubmission = {
  readonly service: EService;
  /** The id of the page. */
  readonly page: string;
  readonly form: SubmittedForm;
  /** Files that are stored already, new ones and those kept from before, by input name. */
  readonly files: Readonly<Record<string, readonly FileAnswer[]>>;
  /** The draft's answers, of which those before the page decide what it asks. */
  readonly answers: Answers;
  readonly situation: Situation;
};

export type ReadPage =
  | { readonly ok: true; readonly answers: Answers }
  | {
      readonly ok: false;
      readonly issues: readonly AnswerIssue[];
      /** Questions and texts that the answers brought forth and that the page had not shown, by input name. */
      readonly appeared: readonly string[];
      /** What was typed, to show again as it was: `readPage` takes it back. */
      readonly typed: SubmittedForm;
      /** What could be read and will do; a draft may keep it. */
      readonly answers: Answers;
    };

/**
 * Reads a page that was sent: parses every answer that the page asks for, and checks it.
 *
 * @returns The page's answers, to lay over the draft's (null where an answer was taken back), or everything that is
 *   wrong at once, with what was typed. A page that shows more questions because of its answers has to be seen again,
 *   so that is not `ok` either, though nothing may be wrong.
 * @throws Where the service has no such page.
 */
export function readPage(submission: PageSubmission): ReadPage {
  const { service, form, answers, situation } = submission;
  const page = service.pages.find(({ id }) => id === submission.page);
  if (page === undefined) throw new Error(`the service ${service.id} has no page ${submission.page}`);
  const walker = new Walker(service, situation);
  for (const before of service.pages.slice(0, service.pages.indexOf(page))) {
    if (before.type !== 'check' && walker.reaches(before)) walker.visit(before, answers);
  }
  const visited = walker.visitFrom(
    page,
    formSource({ form, files: submission.files, today: situation.today }, answers),
  );
  const appeared = appearedIn(visited.fields, form);
  const issues = visited.issues.filter(({ input }) => !appeared.some((name) => isWithin(input, name)));
  const found = answersOf(visited.fields, situation);
  if (issues.length === 0 && appeared.length === 0) return { ok: true, answers: found };
  return { ok: false, issues, appeared, typed: typedOf(page, form), answers: found };
}

/**
 * The same for answers that come as JSON: numbers as numbers or text, days as `2026-01-31`, options by id.
 *
 * A name that no question of the page has is wrong, and is told with its place.
 *
 * @param submission `answers` are what was sent, `draft` what the draft holds. Files are those named in `files` only.
 */
export function readTypedPage(
  submission: Omit<PageSubmission, 'form'> & { readonly sent: unknown },
): ReadPage {
  const { sent, ...rest } = submission;
  const page = rest.service.pages.find(({ id }) => id === rest.page);
  const strange = page === undefined ? [] : strangeAnswers(page, sent);
  if (strange.length > 0 || !isAnswers(sent)) {
    return { ok: false, issues: strange, appeared: [], typed: {}, answers: {} };
  }
  return readPage({ ...rest, form: page === undefined ? {} : rawPage(page, sent, 'sv') });
}

function formSource(submission: Submission, answers: Answers): Source {
  return {
    given: (field, input) => {
      const answer = readAnswer(field, input, submission);
      return answer.ok ? { value: answer.value, fault: null } : { value: undefined, fault: answer.fault };
    },
    rows: (group) => {
      const ids = rowsShown(submission.form, group.id);
      return ids.length === 0 && !Object.hasOwn(submission.form, rowsName(group.id))
        ? rowsOf(answers[group.id])
        : ids.map((id) => ({ id, answers: {} }));
    },
  };
}

function appearedIn(fields: readonly WayField[], form: SubmittedForm): readonly string[] {
  if (!Object.hasOwn(form, shownName)) return [];
  const shown = new Set(allOf(form, shownName));
  return fields
    .flatMap((field) =>
      field.field.type === 'group' ? [field, ...field.rows.flatMap((row) => row.fields)] : [field],
    )
    .map(({ input }) => input)
    .filter((input) => !shown.has(input));
}

function isWithin(input: string, name: string): boolean {
  return input === name || input.startsWith(`${name}.`);
}

/** Every answer that the page asks for, null where there is none; those that will not do are left out. */
function answersOf(fields: readonly WayField[], situation: Situation): Answers {
  const pairs = fields.flatMap((each): readonly (readonly [string, AnswerValue])[] => {
    const { field } = each;
    switch (field.type) {
      case 'information':
      case 'unsupported':
        return [];
      case 'group':
        return [[field.id, rowAnswers(each, situation)]];
      case 'short-text':
      case 'long-text':
      case 'number':
      case 'date':
      case 'yes-no':
      case 'choice':
      case 'choices':
      case 'email':
      case 'phone':
      case 'personal-number':
      case 'file':
      case 'address':
        return keeps(field, each, situation) ? [[field.id, acceptedOf(each)]] : [];
    }
  });
  return Object.fromEntries(pairs);
}

function keeps(field: RowField, each: WayField, situation: Situation): boolean {
  if (field.type === 'file') return true;
  if (isEmpty(each.value)) return each.issues.every(({ kind }) => kind === 'missing');
  return checkAnswer(field, each.value, situation).every(({ kind }) => kind === 'missing');
}

/** The answer, without files that are refused. */
function acceptedOf(each: WayField): AnswerValue {
  if (!isFiles(each.value)) return each.value ?? null;
  const refused = new Set(each.issues.map(({ file }) => file));
  const files = each.value.filter(({ id }) => !refused.has(id));
  return files.length === 0 ? null : files;
}

function rowAnswers(group: WayField, situation: Situation): AnswerValue {
  const rows = group.rows.flatMap((row): readonly RowAnswer[] => {
    const answers = answersOf(row.fields, situation);
    const given = Object.entries(answers).filter(([, value]) => !isEmpty(value));
    return row.empty ? [] : [{ id: row.id, answers: Object.fromEntries(given) }];
  });
  return rows.length === 0 ? null : rows;
}

/** What was typed in the page's own inputs, and nothing else that the form happened to hold. */
function typedOf(page: Page, form: SubmittedForm): SubmittedForm {
  const ids = page.fields.map(({ id }) => id);
  return Object.fromEntries(
    Object.entries(form).filter(([name]) => name === shownName || ids.some((id) => isWithin(name, id))),
  );
}

/** The form's values for a page, from what has been answered before: the other way round from `readPage`. */
export function rawPage(page: Page, answers: Answers, language: Language): SubmittedForm {
  return Object.fromEntries(
    page.fields.flatMap((field) => rawField(field, answers[field.id], field.id, language)),
  );
}

type Pairs = readonly (readonly [string, string | readonly string[]])[];

function rawField(field: Field, value: AnswerValue | undefined, name: string, language: Language): Pairs {
  if (isEmpty(value)) return [];
  if (field.type === 'group') return rawRows(field, rowsOf(value), language);
  if (typeof value === 'number') return [[name, rawNumber(value, language)]];
  if (typeof value === 'boolean') return [[name, String(value)]];
  if (isChoices(value)) return [[name, value]];
  if (isAddress(value)) {
    return (['street', 'postalCode', 'town'] as const).map((part) => [inputName(name, part), value[part]]);
  }
  if (typeof value !== 'string') return [];
  if (field.type === 'personal-number') return [[name, personalNumberText(value)]];
  return field.type === 'date' ? rawDay(name, value) : [[name, value]];
}

function rawNumber(value: number, language: Language): string {
  const text = value.toLocaleString('en-GB', { maximumFractionDigits: 6, useGrouping: false });
  return language === 'sv' ? text.replace('.', ',') : text;
}

function rawDay(name: string, value: string): Pairs {
  const [year, month, day] = value.split('-');
  if (year === undefined || month === undefined || day === undefined) return [[name, value]];
  return [
    [inputName(name, 'day'), day.replace(/^0/u, '')],
    [inputName(name, 'month'), month.replace(/^0/u, '')],
    [inputName(name, 'year'), year],
  ];
}

function rawRows(group: Group, rows: readonly RowAnswer[], language: Language): Pairs {
  const fields = rows.flatMap((row) =>
    group.fields.flatMap((field) =>
      rawField(field, row.answers[field.id], inputName(group.id, row.id, field.id), language),
    ),
  );
  return [[rowsName(group.id), rows.map(({ id }) => id)], ...fields];
}
