import type { z } from 'zod';
import type { Field } from '../definition/index.ts';
import type { Receipt } from '../drafts/draft.ts';
import type { Opened } from '../drafts/open-draft.ts';
import type { Service } from '../running.ts';
import type { DraftShown, ReceiptShown, ServiceDetails } from './api-shapes.ts';
import { revisionOf } from './step-view.ts';

const fieldOf = (field: Field) => ({
  id: field.id,
  type: field.type,
  label: field.label,
  required: field.required,
  options:
    'options' in field ? field.options.filter((option) => !option.hidden).map((option) => option.id) : [],
});

/** A service as the API tells of it: what it asks, in which version. */
export const detailsOf = ({
  work,
  definition,
  pin,
  versionNumber,
}: Service): z.infer<typeof ServiceDetails> => ({
  work,
  title: definition.title,
  task: definition.task,
  signIn: definition.signIn,
  version: { id: pin.versionId, number: versionNumber },
  settingsNumber: pin.settingsNumber,
  pages: definition.pages
    .filter((page) => !page.hidden)
    .map((page) => ({
      id: page.id,
      title: page.title,
      fields: page.fields.filter((field) => !field.hidden).map(fieldOf),
    })),
});

/** A draft as the API tells of it: where on the way, and what is answered. */
export function draftShown({ key, draft, service, progress }: Opened): z.infer<typeof DraftShown> {
  return {
    draft: key,
    work: draft.work,
    version: { id: draft.pin.versionId, number: service.versionNumber },
    settingsNumber: draft.pin.settingsNumber,
    revision: draft.revision,
    savedAt: draft.savedAt.toISOString(),
    keptUntil: draft.keptUntil.toISOString(),
    pages: progress.steps.map(({ page, state }) => ({
      id: page.page.id,
      title: page.page.title,
      state,
      revision: revisionOf(draft.content, page.page.id),
      fields: page.fields.map(({ input }) => input),
    })),
    firstOpen: progress.firstOpen,
    ready: progress.ready,
    answers: progress.way.answers,
  };
}

export const receiptShown = (key: string, receipt: Receipt): z.infer<typeof ReceiptShown> => ({
  draft: key,
  submitted: true,
  case: { id: receipt.caseId, number: receipt.caseNumber },
  version: receipt.versionNumber,
  answerBy: receipt.answerBy,
});
