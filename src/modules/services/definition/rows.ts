import type { Answers, RowAnswer } from './model.ts';
import { rowsOf } from './walk.ts';

/** The draft's answers with one more, empty, row in the group. */
export function addRow(answers: Answers, group: string, id: string): Answers {
  const row: RowAnswer = { id, answers: {} };
  return { ...answers, [group]: [...rowsOf(answers[group]), row] };
}

/** The draft's answers without a row of the group. */
export function removeRow(answers: Answers, group: string, id: string): Answers {
  const rows = rowsOf(answers[group]).filter((row) => row.id !== id);
  return { ...answers, [group]: rows.length === 0 ? null : rows };
}
