import { type Day, daysBetween } from '../../../kernel/dates/index.ts';
import type { DecisionChoice } from './new-case.ts';
import { findState, firstState, getState, type Process } from './process.ts';

/** A person who works with cases, by id and by what others read ("Handläggare, Härnösand"). */
export type Worker = { readonly person: string; readonly name: string };

export type Status =
  | { readonly kind: 'received'; readonly state: string }
  | { readonly kind: 'working'; readonly state: string }
  /** `back` is the step that goes on when the applicant has answered. */
  | {
      readonly kind: 'waiting';
      readonly state: string;
      readonly back: string;
      readonly completion: string;
      readonly asked: Day;
      readonly due: Day;
    }
  | { readonly kind: 'decided'; readonly state: string }
  | { readonly kind: 'closed'; readonly state: string };

/** What decides what may happen to a case, and what is to be done. */
export type Life = {
  readonly process: Process;
  readonly choices: readonly DecisionChoice[];
  readonly opened: Day;
  readonly status: Status;
  readonly since: Day;
  readonly handler: Worker | null;
  /** Days that the clock for the decision has stood still. */
  readonly paused: number;
  /** The day of the applicant's first message that nobody has answered. */
  readonly unanswered: Day | null;
  /** The day of a completion that nobody has gone on from. */
  readonly completed: Day | null;
  /** The day that a draft of the decision was saved. */
  readonly drafted: Day | null;
};

export type Act =
  | { readonly kind: 'take'; readonly by: Worker }
  | { readonly kind: 'assign'; readonly by: Worker; readonly to: Worker }
  | { readonly kind: 'advance'; readonly by: Worker; readonly to: string }
  | { readonly kind: 'ask'; readonly by: Worker; readonly completion: string; readonly due: Day }
  | { readonly kind: 'complete'; readonly completion: string }
  | { readonly kind: 'reply'; readonly by: Worker }
  | { readonly kind: 'acknowledge'; readonly by: Worker }
  | { readonly kind: 'write' }
  | { readonly kind: 'note'; readonly by: Worker }
  | { readonly kind: 'draft'; readonly by: Worker }
  | { readonly kind: 'decide'; readonly by: Worker; readonly choice: string; readonly reasons: string }
  | { readonly kind: 'close'; readonly by: Worker };

export type Refusal =
  | { readonly kind: 'closed' }
  | { readonly kind: 'already-decided' }
  | { readonly kind: 'not-decided' }
  | { readonly kind: 'taken'; readonly by: string }
  | { readonly kind: 'already-asked' }
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'due-too-early' }
  | { readonly kind: 'unknown-state' }
  | { readonly kind: 'unknown-choice' }
  | { readonly kind: 'reasons-missing' };

export type Decided =
  | { readonly ok: true; readonly life: Life }
  | { readonly ok: false; readonly failure: Refusal };

const refuse = (failure: Refusal): Decided => ({ ok: false, failure });
const go = (life: Life): Decided => ({ ok: true, life });

/** The life of a case that has just come in. The process has been made complete. */
export function beginLife(process: Process, choices: readonly DecisionChoice[], today: Day): Life {
  return {
    process,
    choices,
    opened: today,
    status: { kind: 'received', state: firstState(process, 'received').id },
    since: today,
    handler: null,
    paused: 0,
    unanswered: null,
    completed: null,
    drafted: null,
  };
}

/** What an act makes of a case, or why it may not be done. Nothing may be done to a closed case. */
export function decideAct(life: Life, act: Act, today: Day): Decided {
  if (life.status.kind === 'closed') return refuse({ kind: 'closed' });
  switch (act.kind) {
    case 'take':
      return decideTake(life, act.by, today);
    case 'assign':
      return go({ ...begun(life, today), handler: act.to });
    case 'advance':
      return decideAdvance(life, act, today);
    case 'ask':
      return decideAsk(life, act, today);
    case 'complete':
      return decideComplete(life, act.completion, today);
    case 'reply':
    case 'acknowledge':
      return go({ ...claimed(life, act.by), unanswered: null });
    case 'write':
      return go({ ...life, unanswered: life.unanswered ?? today });
    case 'note':
      return go(claimed(life, act.by));
    case 'draft':
      return isDecided(life)
        ? refuse({ kind: 'already-decided' })
        : go({ ...claimed(life, act.by), drafted: today });
    case 'decide':
      return decideDecision(life, act, today);
    case 'close':
      return isDecided(life)
        ? go(entered(life, { kind: 'closed', state: firstState(life.process, 'closed').id }, today))
        : refuse({ kind: 'not-decided' });
  }
}

const isDecided = (life: Life): boolean => life.status.kind === 'decided' || life.status.kind === 'closed';

/** Who acts on a case that nobody has taken has it from then on. */
const claimed = (life: Life, by: Worker): Life => (life.handler === null ? { ...life, handler: by } : life);

const entered = (life: Life, status: Status, today: Day): Life => ({ ...life, status, since: today });

/** A case that somebody has begins its first step of work. */
function begun(life: Life, today: Day): Life {
  if (life.status.kind !== 'received') return life;
  return entered(life, { kind: 'working', state: firstState(life.process, 'working').id }, today);
}

function decideTake(life: Life, by: Worker, today: Day): Decided {
  if (life.handler !== null && life.handler.person !== by.person) {
    return refuse({ kind: 'taken', by: life.handler.name });
  }
  return go({ ...begun(life, today), handler: by });
}

function decideAdvance(life: Life, act: { by: Worker; to: string }, today: Day): Decided {
  if (isDecided(life)) return refuse({ kind: 'already-decided' });
  if (life.status.kind === 'waiting') return refuse({ kind: 'already-asked' });
  const next = findState(life.process, act.to);
  if (next?.kind !== 'working') return refuse({ kind: 'unknown-state' });
  const moved = entered(life, { kind: 'working', state: next.id }, today);
  return go({ ...claimed(moved, act.by), completed: null });
}

function decideAsk(life: Life, act: { by: Worker; completion: string; due: Day }, today: Day): Decided {
  if (isDecided(life)) return refuse({ kind: 'already-decided' });
  if (life.status.kind === 'waiting') return refuse({ kind: 'already-asked' });
  if (act.due <= today) return refuse({ kind: 'due-too-early' });
  const back = begun(life, today).status.state;
  const state = firstState(life.process, 'waiting').id;
  const { completion, due } = act;
  const asked = entered(life, { kind: 'waiting', state, back, completion, asked: today, due }, today);
  return go({ ...claimed(asked, act.by), unanswered: null, completed: null });
}

function decideComplete(life: Life, completion: string, today: Day): Decided {
  if (isDecided(life)) return refuse({ kind: 'already-decided' });
  if (life.status.kind !== 'waiting' || life.status.completion !== completion)
    return refuse({ kind: 'not-asked' });
  const back = entered(life, { kind: 'working', state: life.status.back }, today);
  return go({ ...back, paused: life.paused + pausedDays(life, today), completed: today });
}

/** Days that the request for completion stopped the clock, where the process says that it does. */
function pausedDays(life: Life, today: Day): number {
  if (life.status.kind !== 'waiting' || !getState(life.process, life.status.state).pausesClock) return 0;
  return Math.max(0, daysBetween(life.status.asked, today));
}

/**
 * A decision is made once. Reasons are needed unless the applicant gets all that was asked for, when
 * they are plainly unnecessary (förvaltningslagen (2017:900) 32 §).
 */
function decideDecision(
  life: Life,
  act: { by: Worker; choice: string; reasons: string },
  today: Day,
): Decided {
  if (isDecided(life)) return refuse({ kind: 'already-decided' });
  const choice = life.choices.find(({ id }) => id === act.choice);
  if (choice === undefined) return refuse({ kind: 'unknown-choice' });
  if (choice.outcome !== 'approved' && act.reasons.trim() === '') return refuse({ kind: 'reasons-missing' });
  const decided = entered(life, { kind: 'decided', state: firstState(life.process, 'decided').id }, today);
  return go({
    ...claimed(decided, act.by),
    paused: life.paused + pausedDays(life, today),
    unanswered: null,
    completed: null,
    drafted: null,
  });
}
