import type { Tx } from '../../../platform/db/index.ts';
import type { Case, CaseFile, Decision, DecisionDraft, Sender } from '../model/case.ts';
import type { Worker } from '../model/life.ts';

/** What a part needs of its case: its key, and whose it is, for the applicant's own view of it. */
export type CaseRef = Pick<Case, 'organisation' | 'id' | 'person'>;

const ofCase = (ref: CaseRef) => ({
  organisation_id: ref.organisation,
  case_id: ref.id,
  person_id: ref.person,
});

export type NewMessage = {
  readonly id: string;
  readonly at: Date;
  readonly sender: Sender;
  readonly authorId: string | null;
  readonly author: string;
  readonly text: string;
};

export async function saveMessage(tx: Tx, ref: CaseRef, message: NewMessage): Promise<void> {
  const { id, at, sender, text, authorId, author } = message;
  await tx
    .insertInto('cases.messages')
    .values({ ...ofCase(ref), id, at, sender, text, author_id: authorId, author_name: author })
    .execute();
}

export async function saveCompletion(
  tx: Tx,
  ref: CaseRef,
  asked: {
    readonly id: string;
    readonly at: Date;
    readonly by: Worker;
    readonly text: string;
    readonly due: string;
  },
): Promise<void> {
  await tx
    .insertInto('cases.completions')
    .values({
      ...ofCase(ref),
      id: asked.id,
      asked_at: asked.at,
      asked_by: asked.by.person,
      asked_by_name: asked.by.name,
      text: asked.text,
      due_on: asked.due,
    })
    .execute();
}

export async function saveCompletionAnswer(
  tx: Tx,
  ref: CaseRef,
  answered: { readonly id: string; readonly at: Date; readonly text: string },
): Promise<void> {
  await tx
    .updateTable('cases.completions')
    .set({ answered_at: answered.at, answer: answered.text })
    .where('organisation_id', '=', ref.organisation)
    .where('case_id', '=', ref.id)
    .where('id', '=', answered.id)
    .execute();
}

/** Ends what was asked and not answered, when the case is decided anyway. */
export async function saveCompletionsEnded(tx: Tx, ref: CaseRef, at: Date): Promise<void> {
  await tx
    .updateTable('cases.completions')
    .set({ ended_at: at })
    .where('organisation_id', '=', ref.organisation)
    .where('case_id', '=', ref.id)
    .where('answered_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute();
}

export async function saveFiles(tx: Tx, ref: CaseRef, files: readonly CaseFile[]): Promise<void> {
  if (files.length === 0) return;
  await tx
    .insertInto('cases.files')
    .values(
      files.map(({ message, completion, ...file }) => ({
        ...ofCase(ref),
        ...file,
        message_id: message,
        completion_id: completion,
      })),
    )
    .execute();
}

export async function saveNote(
  tx: Tx,
  ref: CaseRef,
  note: { readonly id: string; readonly at: Date; readonly by: Worker; readonly text: string },
): Promise<void> {
  await tx
    .insertInto('cases.notes')
    .values({
      organisation_id: ref.organisation,
      case_id: ref.id,
      id: note.id,
      at: note.at,
      author_id: note.by.person,
      author_name: note.by.name,
      text: note.text,
    })
    .execute();
}

/** Writes the draft over the one it was written from. The case is locked, so nobody writes meanwhile. */
export async function saveDraft(
  tx: Tx,
  ref: CaseRef,
  draft: Omit<DecisionDraft, 'savedBy'> & { readonly savedBy: Worker },
): Promise<void> {
  const content = {
    choice_id: draft.choice,
    reasons: draft.reasons,
    revision: draft.revision,
    saved_at: draft.savedAt,
    saved_by: draft.savedBy.person,
    saved_by_name: draft.savedBy.name,
  };
  await tx
    .insertInto('cases.decision_drafts')
    .values({ organisation_id: ref.organisation, case_id: ref.id, ...content })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'case_id']).doUpdateSet(content))
    .execute();
}

export async function removeDraft(tx: Tx, ref: CaseRef): Promise<void> {
  await tx
    .deleteFrom('cases.decision_drafts')
    .where('organisation_id', '=', ref.organisation)
    .where('case_id', '=', ref.id)
    .execute();
}

/** Fails on the key when the case has a decision already. */
export async function saveDecision(
  tx: Tx,
  ref: CaseRef,
  decision: Omit<Decision, 'by'> & { readonly by: Worker },
): Promise<void> {
  await tx
    .insertInto('cases.decisions')
    .values({
      ...ofCase(ref),
      id: decision.id,
      choice_id: decision.choice,
      outcome: decision.outcome,
      label: JSON.stringify(decision.label),
      text: JSON.stringify(decision.text),
      reasons: decision.reasons,
      appeal: decision.appeal === null ? null : JSON.stringify(decision.appeal),
      decided_at: decision.at,
      decided_by: decision.by.person,
      decided_by_name: decision.by.name,
    })
    .execute();
}
