import type { Option, Question, QuizBlock } from '../definition/index.ts';

/** What was answered to one question; `option` is null where nothing, or nothing that exists, was chosen. */
export type Answered = { readonly option: Option | null; readonly right: boolean };

/** Null while nothing has been sent. */
export function judge(question: Question, chosen: string | undefined): Answered | null {
  if (chosen === undefined) return null;
  const option = question.options.find(({ id }) => id === chosen) ?? null;
  return { option, right: option?.right === true };
}

export type Outcome = { readonly right: number; readonly passed: boolean };

export function judgeQuiz(quiz: QuizBlock, chosen: Readonly<Record<string, string>>): Outcome {
  const right = quiz.questions.filter(
    (question) => judge(question, chosen[question.id])?.right === true,
  ).length;
  return { right, passed: right >= quiz.pass };
}

const prefix = 's.';

/** The name under which the answer to a question is sent. */
export const answerName = (question: string): string => `${prefix}${question}`;

/** Chosen options by question, from what a form sent. */
export const chosenIn = (fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  );
