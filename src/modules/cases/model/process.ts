import { z } from 'zod';
import { addDays, type Day } from '../../../kernel/dates/index.ts';

/** A text in the languages of the service: language code to text. */
export const Localised = z.record(z.string(), z.string()).readonly();
export type Localised = z.infer<typeof Localised>;

export const stateKinds = ['received', 'working', 'waiting', 'decided', 'closed'] as const;
export type StateKind = (typeof stateKinds)[number];

export const ProcessState = z
  .object({
    id: z.string().min(1),
    title: Localised,
    role: z.string(),
    kind: z.enum(stateKinds),
    /** Calendar days; null has none. */
    timeLimit: z.number().int().min(0).nullable(),
    help: Localised.nullable().default(null),
    /** Whether the clock for the decision stands still in this state; only asked of `waiting`. */
    pausesClock: z.boolean().default(false),
  })
  .readonly();
export type ProcessState = z.infer<typeof ProcessState>;

/** The way of a case, in order. What is missing of the five kinds is added by `completeProcess`. */
export const Process = z
  .object({
    id: z.string(),
    states: z.array(ProcessState).readonly(),
    /** Calendar days that the applicant has to complete what is missing. */
    completionDays: z.number().int().min(1).nullable(),
  })
  .readonly();
export type Process = z.infer<typeof Process>;

const standardTitles: Readonly<Record<StateKind, Localised>> = {
  received: { sv: 'Inkommen', en: 'Received' },
  working: { sv: 'Handläggning', en: 'In progress' },
  waiting: { sv: 'Väntar på komplettering', en: 'Waiting for completion' },
  decided: { sv: 'Beslutad', en: 'Decided' },
  closed: { sv: 'Avslutad', en: 'Closed' },
};

const standardState = (kind: StateKind): ProcessState => ({
  id: `standard-${kind}`,
  title: standardTitles[kind],
  role: 'case-worker',
  kind,
  timeLimit: null,
  help: null,
  pausesClock: false,
});

/** The process with at least one state of each kind, kinds in the order of a case's life. */
export function completeProcess(process: Process): Process {
  const states = stateKinds.flatMap((kind) => {
    const own = process.states.filter((state) => state.kind === kind);
    return own.length > 0 ? own : [standardState(kind)];
  });
  return { ...process, states };
}

export function findState(process: Process, id: string): ProcessState | null {
  return process.states.find((state) => state.id === id) ?? null;
}

export function getState(process: Process, id: string): ProcessState {
  const state = findState(process, id);
  if (state === null) throw new Error(`the process ${process.id} has no state ${id}`);
  return state;
}

export function firstState(process: Process, kind: StateKind): ProcessState {
  const state = process.states.find((candidate) => candidate.kind === kind);
  if (state === undefined) throw new Error(`the process ${process.id} has no ${kind} state`);
  return state;
}

/** The steps that a case's position is shown by. Waiting is no step: it interrupts one. */
export const stepsOf = (process: Process): readonly ProcessState[] =>
  process.states.filter((state) => state.kind !== 'waiting');

/** The last day of each step before the decision, counted from the day the case came in. */
export function stepDue(process: Process, step: string, from: { opened: Day; paused: number }): Day | null {
  let days = 0;
  let limited = false;
  for (const state of stepsOf(process)) {
    if (state.kind === 'decided' || state.kind === 'closed') return null;
    days += state.timeLimit ?? 0;
    limited = state.timeLimit !== null;
    if (state.id === step) return limited ? addDays(from.opened, days + from.paused) : null;
  }
  return null;
}

/** The days until the decision: what the process gives to the states before it. Null where it sets no time limit. */
export function daysToDecide(process: {
  readonly states: readonly Pick<ProcessState, 'kind' | 'timeLimit'>[];
}): number | null {
  const limits = process.states
    .filter((state) => state.kind === 'received' || state.kind === 'working')
    .flatMap((state) => (state.timeLimit === null ? [] : [state.timeLimit]));
  return limits.length === 0 ? null : limits.reduce((sum, days) => sum + days, 0);
}

/** The day by which the decision is to be made; null where the process sets no time limit. */
export function decisionDue(process: Process, from: { opened: Day; paused: number }): Day | null {
  const days = daysToDecide(process);
  return days === null ? null : addDays(from.opened, days + from.paused);
}
