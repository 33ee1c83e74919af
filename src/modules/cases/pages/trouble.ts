import type { FieldProblem } from '../../../ui/index.ts';
import type { CaseForm, CaseView } from './case-view.ts';
import { type Fields, problemsOf } from './failure.ts';

const fieldsOf: Readonly<Record<CaseForm, Fields>> = {
  message: { text: 'message', files: 'message-files' },
  note: { text: 'note' },
  ask: { text: 'ask', day: 'due' },
  decision: { text: 'reasons' },
  assign: { text: 'to' },
  step: { text: 'state' },
  take: { text: 'act' },
  close: { text: 'act' },
};

/** What the summary at the top of the page says. */
export const troublesOf = ({ trouble, language }: CaseView): readonly FieldProblem[] =>
  trouble === null ? [] : problemsOf(trouble.failure, fieldsOf[trouble.form], language);

/** The error of one control, as a property to spread, when its form came back with one. */
export function errorAt(view: CaseView, form: CaseForm, field: string): { readonly error?: string } {
  if (view.trouble?.form !== form) return {};
  const messages = troublesOf(view).flatMap((problem) => (problem.field === field ? [problem.message] : []));
  return messages.length === 0 ? {} : { error: messages.join(' ') };
}
