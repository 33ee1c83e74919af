import type { Language } from '../../../platform/http/index.ts';
import { formatDate } from '../../../platform/text/index.ts';
import { noonOf } from '../../../kernel/dates/index.ts';
import type { Case, HistoryEntry } from '../model/case.ts';
import { findState, type Localised } from '../model/process.ts';
import { textIn } from '../texts/localised.ts';

/** What a line of the history is about, in the reader's words: a step, a decision, a day or a colleague. */
export function detailIn({ kind, detail }: HistoryEntry, { life }: Case, language: Language): string {
  if (detail === null) return '';
  const named = (name: Localised | undefined): string =>
    name === undefined ? detail : textIn(name, language);
  switch (kind) {
    case 'advanced':
      return named(findState(life.process, detail)?.title);
    case 'decided':
      return named(life.choices.find(({ id }) => id === detail)?.label);
    case 'completion-requested':
      return formatDate(noonOf(detail), language);
    case 'assigned':
    case 'opened':
    case 'taken':
    case 'completed':
    case 'message-from-staff':
    case 'message-from-applicant':
    case 'message-read':
    case 'note':
    case 'closed':
      return detail;
  }
}
