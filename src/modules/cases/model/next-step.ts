import { addDays, addMonths, type Day, endOfWeek } from '../../../kernel/dates/index.ts';
import { workingDayFrom } from '../calendar/working-days.ts';
import type { Life } from './life.ts';
import { decisionDue, getState, type Process, stepDue, stepsOf } from './process.ts';

export const nextActs = [
  'begin',
  'answer',
  'await',
  'review-completion',
  'investigate',
  'decide',
  'send-decision',
  'close',
  'none',
] as const;
/** What is to be done next, as a code that the texts turn into a verb. */
export type NextAct = (typeof nextActs)[number];

export type NextStep = {
  readonly act: NextAct;
  /** The last day for it; null where nothing sets one. */
  readonly on: Day | null;
  /** Since when it has been so. */
  readonly since: Day;
};

/** What is to be done next with a case, and by when. */
export function nextStep(life: Life): NextStep {
  const { status, since } = life;
  if (status.kind === 'closed') return { act: 'none', on: null, since };
  if (life.unanswered !== null) {
    return { act: 'answer', on: workingDayFrom(addDays(life.unanswered, 1)), since: life.unanswered };
  }
  switch (status.kind) {
    case 'waiting':
      return { act: 'await', on: status.due, since };
    case 'received':
      return { act: 'begin', on: dueOf(life, status.state), since };
    case 'working':
      return { ...working(life, status.state), on: dueOf(life, status.state) };
    case 'decided': {
      const limit = getState(life.process, status.state).timeLimit;
      return { act: 'close', on: limit === null ? null : addDays(since, limit), since };
    }
  }
}

function working(life: Life, state: string): Omit<NextStep, 'on'> {
  if (life.completed !== null) return { act: 'review-completion', since: life.completed };
  if (life.drafted !== null) return { act: 'send-decision', since: life.drafted };
  const steps = stepsOf(life.process).filter(({ kind }) => kind === 'working');
  const isLast = steps.length > 1 && steps.at(-1)?.id === state;
  return { act: isLast ? 'decide' : 'investigate', since: life.since };
}

const dueOf = (life: Life, step: string): Day | null =>
  stepDue(life.process, step, life) ?? decisionDue(life.process, life);

/** The step that a case stands at: while it waits, the one that it goes back to. */
export function stepNow(life: Pick<Life, 'process' | 'status'>): {
  readonly now: number;
  readonly of: number;
} {
  const steps = stepsOf(life.process);
  const state = life.status.kind === 'waiting' ? life.status.back : life.status.state;
  return {
    now: Math.max(
      0,
      steps.findIndex(({ id }) => id === state),
    ),
    of: steps.length,
  };
}

/**
 * The day when six months have passed: a party who began the case may then ask in writing to have it
 * decided (förvaltningslagen (2017:900) 12 §).
 */
export const mayRequestDecision = (opened: Day): Day => addMonths(opened, 6);

/** The last day for a completion asked for today, as the process says, never a free day. */
export const completionDue = (process: Process, today: Day): Day =>
  workingDayFrom(addDays(today, process.completionDays ?? standardCompletionDays));

/** What is asked where the service does not say. */
const standardCompletionDays = 14;

export const dueGroups = ['late', 'today', 'this-week', 'later', 'no-date'] as const;
export type DueGroup = (typeof dueGroups)[number];

/** Late is what should have been done before today, whoever has the case. */
export const isLate = (on: Day | null, today: Day): boolean => on !== null && on < today;

/** The heading that a deadline belongs under. */
export function dueGroup(on: Day | null, today: Day): DueGroup {
  if (on === null) return 'no-date';
  if (isLate(on, today)) return 'late';
  if (on === today) return 'today';
  return on <= endOfWeek(today) ? 'this-week' : 'later';
}
