import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { DB } from '../../../platform/db/tables.ts';
import type { Case } from '../model/case.ts';
import type { Life, Status, Worker } from '../model/life.ts';
import { AnswerRow, AnswerSection, Contact, DecisionChoice } from '../model/new-case.ts';
import { nextStep, stepNow } from '../model/next-step.ts';
import { getState, Localised, Process } from '../model/process.ts';

export type CaseRow = Selectable<DB['cases.cases']>;

const Languages = z.enum(['sv', 'en']);
const Answers = z.array(AnswerSection);
const Concerns = z.array(AnswerRow);
const Choices = z.array(DecisionChoice);

export function caseOf(row: CaseRow): Case {
  return {
    id: row.id,
    organisation: row.organisation_id,
    number: row.number,
    person: row.person_id,
    contact: Contact.parse(row.contact),
    work: row.work_id,
    workTitle: Localised.parse(row.work_title),
    versionId: row.version_id,
    versionNumber: row.version_number,
    settingsNumber: row.settings_number,
    title: Localised.parse(row.title),
    language: Languages.parse(row.language),
    appeal: Localised.nullable().parse(row.appeal),
    answers: Answers.parse(row.answers),
    concerns: Concerns.parse(row.concerns),
    openedAt: row.opened_at,
    decidedOn: row.decided_on,
    life: lifeOf(row),
  };
}

function lifeOf(row: CaseRow): Life {
  return {
    process: Process.parse(row.process),
    choices: Choices.parse(row.choices),
    opened: row.opened_on,
    status: statusOf(row),
    since: row.state_since,
    handler: workerOf(row),
    paused: row.paused_days,
    unanswered: row.unanswered_on,
    completed: row.completed_on,
    drafted: row.drafted_on,
  };
}

function workerOf(row: Pick<CaseRow, 'handler_id' | 'handler_name'>): Worker | null {
  return row.handler_id === null || row.handler_name === null
    ? null
    : { person: row.handler_id, name: row.handler_name };
}

const Waiting = z.object({
  back_state_id: z.string(),
  completion_id: z.string(),
  completion_asked_on: z.string(),
  completion_due_on: z.string(),
});
const Kinds = z.enum(['received', 'working', 'waiting', 'decided', 'closed']);

function statusOf(row: CaseRow): Status {
  const kind = Kinds.parse(row.state_kind);
  if (kind !== 'waiting') return { kind, state: row.state_id };
  const waiting = Waiting.parse(row);
  return {
    kind,
    state: row.state_id,
    back: waiting.back_state_id,
    completion: waiting.completion_id,
    asked: waiting.completion_asked_on,
    due: waiting.completion_due_on,
  };
}

/** The columns that say how a case stands. */
export function lifeColumns(life: Life) {
  const { status } = life;
  const waiting = status.kind === 'waiting' ? status : null;
  const next = nextStep(life);
  const step = stepNow(life);
  return {
    state_kind: status.kind,
    state_id: status.state,
    state_title: JSON.stringify(getState(life.process, status.state).title),
    state_since: life.since,
    back_state_id: waiting?.back ?? null,
    completion_id: waiting?.completion ?? null,
    completion_asked_on: waiting?.asked ?? null,
    completion_due_on: waiting?.due ?? null,
    handler_id: life.handler?.person ?? null,
    handler_name: life.handler?.name ?? null,
    paused_days: life.paused,
    unanswered_on: life.unanswered,
    completed_on: life.completed,
    drafted_on: life.drafted,
    next_act: next.act,
    next_on: next.on,
    next_since: next.since,
    step_now: step.now,
    step_count: step.of,
  };
}
