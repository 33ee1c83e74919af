import { checkAnswer, type Situation } from './answers/check-answer.ts';
import { allOf, inputName, rowsName, type SubmittedForm } from './answers/names.ts';
import type { Answers, Bilingual, EService, FileAnswer, FileQuestion, Group } from './model.ts';
import { rowsOf, type AnswerIssue } from './walk.ts';

/** The questions of a page that take files, by the name of their input. */
export type FileInputs = ReadonlyMap<string, FileQuestion>;

type Given = {
  readonly service: EService;
  /** The id of the page. */
  readonly page: string;
  readonly form: SubmittedForm;
  readonly answers: Answers;
};

/**
 * The file questions of a page, asked or not, since an answer on the same page decides that; in a group one for
 * each row that the form names, or else the answers.
 */
export function fileInputs(given: Given): FileInputs {
  const fields = given.service.pages.find(({ id }) => id === given.page)?.fields ?? [];
  return new Map(
    fields.flatMap((field): readonly (readonly [string, FileQuestion])[] => {
      if (field.type === 'file') return [[field.id, field]];
      return field.type === 'group' ? inputsOfRows(field, given) : [];
    }),
  );
}

/** The most rows that one form is read for. */
const mostRows = 500;

/** The rows that a form names, those that can be ids, each once. */
export const rowsShown = (form: SubmittedForm, group: string): readonly string[] => {
  const shown = allOf(form, rowsName(group)).slice(0, mostRows);
  return [...new Set(shown.filter((id) => /^[\w-]{1,64}$/u.test(id)))];
};

function inputsOfRows(group: Group, { form, answers }: Given): readonly (readonly [string, FileQuestion])[] {
  const saved = rowsOf(answers[group.id]).map(({ id }) => id);
  const rows = Object.hasOwn(form, rowsName(group.id)) ? rowsShown(form, group.id) : saved;
  return rows.flatMap((row) =>
    group.fields.flatMap((field): readonly (readonly [string, FileQuestion])[] => {
      return field.type === 'file' ? [[inputName(group.id, row, field.id), field]] : [];
    }),
  );
}

/** What is wrong with each file, one issue a file at most. Files must be those of the inputs. */
export function refusedFiles(
  inputs: FileInputs,
  files: Readonly<Record<string, readonly FileAnswer[]>>,
  situation: Situation,
): readonly AnswerIssue[] {
  return [...inputs].flatMap(([input, field]) =>
    checkAnswer(field, files[input], situation).flatMap(({ kind, message, file }) =>
      file === undefined ? [] : [{ kind, field: field.id, input, message, file }],
    ),
  );
}

/** Said of files under a name that no file question of the page has. */
export const noFileQuestion = (input: string, page: string): Bilingual => ({
  sv: `Ingen fråga på sidan ”${page}” tar emot filer under namnet ”${input}”. Rätta namnet.`,
  en: `No question on the page “${page}” takes files under the name “${input}”. Correct the name.`,
});
