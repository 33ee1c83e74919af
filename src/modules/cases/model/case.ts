import type { Life } from './life.ts';
import type { NewCase, Outcome } from './new-case.ts';
import type { Localised } from './process.ts';
import type { Day } from '../../../kernel/dates/index.ts';

/** A case as it stands: what was answered at the start, and its life since. */
export type Case = Omit<NewCase, 'prefix' | 'process' | 'decisions' | 'appeal' | 'attachments'> & {
  readonly number: string;
  readonly appeal: Localised | null;
  readonly openedAt: Date;
  readonly decidedOn: Day | null;
  readonly life: Life;
};

export type Sender = 'applicant' | 'staff';

export type Message = {
  readonly id: string;
  readonly at: Date;
  readonly sender: Sender;
  readonly author: string;
  readonly text: string;
};

export type Completion = {
  readonly id: string;
  readonly askedAt: Date;
  readonly askedBy: string;
  readonly text: string;
  readonly due: Day;
  readonly state:
    | { readonly kind: 'open' }
    | { readonly kind: 'answered'; readonly at: Date; readonly answer: string }
    | { readonly kind: 'ended'; readonly at: Date };
};

export type CaseFile = {
  readonly id: string;
  readonly at: Date;
  readonly sender: Sender;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly hash: string;
  readonly label: string;
  readonly message: string | null;
  readonly completion: string | null;
};

export type Note = { readonly id: string; readonly at: Date; readonly author: string; readonly text: string };

export type DecisionDraft = {
  readonly choice: string | null;
  readonly reasons: string;
  /** Counts the saves, so that two who write at once notice each other. */
  readonly revision: number;
  readonly savedAt: Date;
  readonly savedBy: string;
};

/** What was decided, why, by whom and when (förvaltningslagen (2017:900) 31–33 §§). */
export type Decision = {
  readonly id: string;
  readonly choice: string;
  readonly outcome: Outcome;
  readonly label: Localised;
  /** Markdown. */
  readonly text: Localised;
  readonly reasons: string;
  readonly appeal: Localised | null;
  readonly at: Date;
  readonly by: string;
};

export const happenings = [
  'opened',
  'taken',
  'assigned',
  'advanced',
  'completion-requested',
  'completed',
  'message-from-staff',
  'message-from-applicant',
  'message-read',
  'note',
  'decided',
  'closed',
] as const;
export type Happening = (typeof happenings)[number];

export type HistoryEntry = {
  readonly n: number;
  readonly kind: Happening;
  readonly at: Date;
  readonly actor: Sender;
  readonly name: string;
  /** The id of a step or a decision, a day, the name of a colleague; never what people wrote. */
  readonly detail: string | null;
};

/** Everything that belongs to a case. */
export type Dossier = {
  readonly messages: readonly Message[];
  readonly completions: readonly Completion[];
  readonly files: readonly CaseFile[];
  readonly history: readonly HistoryEntry[];
  readonly decision: Decision | null;
};

/** What only the municipality sees. */
export type WorkDossier = Dossier & {
  readonly notes: readonly Note[];
  readonly draft: DecisionDraft | null;
};
