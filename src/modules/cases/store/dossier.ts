import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import {
  type CaseFile,
  type Completion,
  type Decision,
  type DecisionDraft,
  type Dossier,
  happenings,
  type HistoryEntry,
  type Message,
  type Note,
  type WorkDossier,
} from '../model/case.ts';
import { outcomes } from '../model/new-case.ts';
import { Localised } from '../model/process.ts';
import type { CaseKey } from './cases.ts';

const Senders = z.enum(['applicant', 'staff']);
const Happenings = z.enum(happenings);
const Outcomes = z.enum(outcomes);

async function listMessages(tx: Tx, { organisation, id }: CaseKey): Promise<readonly Message[]> {
  const rows = await tx
    .selectFrom('cases.messages')
    .select(['id', 'at', 'sender', 'author_name', 'text'])
    .where('organisation_id', '=', organisation)
    .where('case_id', '=', id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ author_name: author, sender, ...row }) => ({
    ...row,
    author,
    sender: Senders.parse(sender),
  }));
}

async function listCompletions(tx: Tx, { organisation, id }: CaseKey): Promise<readonly Completion[]> {
  const rows = await tx
    .selectFrom('cases.completions')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('case_id', '=', id)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    askedAt: row.asked_at,
    askedBy: row.asked_by_name,
    text: row.text,
    due: row.due_on,
    state: completionState(row.answered_at, row.answer, row.ended_at),
  }));
}

function completionState(
  answeredAt: Date | null,
  answer: string | null,
  endedAt: Date | null,
): Completion['state'] {
  if (answeredAt !== null) return { kind: 'answered', at: answeredAt, answer: answer ?? '' };
  return endedAt === null ? { kind: 'open' } : { kind: 'ended', at: endedAt };
}

async function listFiles(tx: Tx, { organisation, id }: CaseKey): Promise<readonly CaseFile[]> {
  const rows = await tx
    .selectFrom('cases.files')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('case_id', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    sender: Senders.parse(row.sender),
    name: row.name,
    type: row.type,
    size: row.size,
    hash: row.hash,
    label: row.label,
    message: row.message_id,
    completion: row.completion_id,
  }));
}

/** What happened, the latest first. */
export async function listHistory(tx: Tx, { organisation, id }: CaseKey): Promise<readonly HistoryEntry[]> {
  const rows = await tx
    .selectFrom('cases.history')
    .select(['n', 'kind', 'at', 'actor_kind', 'actor_name', 'detail'])
    .where('organisation_id', '=', organisation)
    .where('case_id', '=', id)
    .orderBy('n', 'desc')
    .execute();
  return rows.map((row) => ({
    n: row.n,
    kind: Happenings.parse(row.kind),
    at: row.at,
    actor: Senders.parse(row.actor_kind),
    name: row.actor_name,
    detail: row.detail,
  }));
}

async function findDecision(tx: Tx, { organisation, id }: CaseKey): Promise<Decision | null> {
  const row = await tx
    .selectFrom('cases.decisions')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('case_id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    choice: row.choice_id,
    outcome: Outcomes.parse(row.outcome),
    label: Localised.parse(row.label),
    text: Localised.parse(row.text),
    reasons: row.reasons,
    appeal: Localised.nullable().parse(row.appeal),
    at: row.decided_at,
    by: row.decided_by_name,
  };
}

async function listNotes(tx: Tx, { organisation, id }: CaseKey): Promise<readonly Note[]> {
  const rows = await tx
    .selectFrom('cases.notes')
    .select(['id', 'at', 'author_name', 'text'])
    .where('organisation_id', '=', organisation)
    .where('case_id', '=', id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ author_name: author, ...row }) => ({ ...row, author }));
}

export async function findDraft(tx: Tx, { organisation, id }: CaseKey): Promise<DecisionDraft | null> {
  const row = await tx
    .selectFrom('cases.decision_drafts')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('case_id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    choice: row.choice_id,
    reasons: row.reasons,
    revision: row.revision,
    savedAt: row.saved_at,
    savedBy: row.saved_by_name,
  };
}

/** What the applicant may see of a case, newest messages and events first. */
export async function findDossier(tx: Tx, key: CaseKey): Promise<Dossier> {
  return {
    messages: await listMessages(tx, key),
    completions: await listCompletions(tx, key),
    files: await listFiles(tx, key),
    history: await listHistory(tx, key),
    decision: await findDecision(tx, key),
  };
}

/** Everything, for those who work with the case. */
export async function findWorkDossier(tx: Tx, key: CaseKey): Promise<WorkDossier> {
  return {
    ...(await findDossier(tx, key)),
    notes: await listNotes(tx, key),
    draft: await findDraft(tx, key),
  };
}
