import type { ToWrite } from './kind.ts';
import type { Author } from './work.ts';

export type Declined = {
  readonly path: string;
  readonly sentence: string;
  readonly reason: string;
  readonly by: Author;
  readonly at: Date;
  readonly number: number;
};

/** A text to look at again, since the text that it was made from has changed. */
export type TextTask = {
  readonly kind: 'translation' | 'wording';
  readonly path: string;
  readonly language: string;
  /** Null when there is no text yet. */
  readonly text: string | null;
  readonly sourceBefore: string;
  readonly sourceAfter: string;
  readonly at: Date;
};

export type DebtView = {
  readonly updates: readonly {
    readonly number: number;
    readonly message: string;
    readonly publishedAt: Date;
  }[];
  readonly declined: readonly Declined[];
  readonly conflicts: number;
  readonly tasks: readonly TextTask[];
  /** Places that upstream demands are filled here, and that are empty. */
  readonly toWrite: readonly ToWrite[];
};

export const historyKinds = [
  'created',
  'adopted',
  'adoption-undone',
  'changed',
  'draft-discarded',
  'settings',
  'in-use',
  'out-of-use',
  'published',
  'recalled',
  'withdrawn',
  'updated',
  'update-undone',
  'declined',
  'taken-after-all',
  'reverted',
  'contribution-sent',
  'contribution-withdrawn',
  'contribution-answered',
  'contribution-taken',
  'followed-another',
  'taken-over',
  'sharing',
  'auto-update',
  'four-eyes',
  'use-planned',
  'use-plan-dropped',
] as const;
export type HistoryKind = (typeof historyKinds)[number];

export type HistoryStep = {
  readonly id: string;
  readonly kind: HistoryKind;
  readonly by: Author;
  readonly at: Date;
  readonly reason: string | null;
  readonly number: number | null;
  readonly data: Readonly<Record<string, unknown>>;
};

export type NoticeKind =
  | 'update'
  | 'recalled'
  | 'withdrawn'
  | 'contribution'
  | 'contribution-answered'
  /** A version of one's own waits for another's eyes. */
  | 'review'
  /** Told by another part of Kommons, about something else than a work. */
  | 'elsewhere';

export type Notice = {
  readonly id: string;
  readonly kind: NoticeKind;
  /** Empty where it is about no work. */
  readonly work: string;
  /** Of the work, or what else it is about. */
  readonly workTitle: string;
  readonly from: string;
  readonly number: number | null;
  readonly contribution: string | null;
  /** Where it is read, below the receiver's place of work; null where it is about a work. */
  readonly path: string | null;
  readonly text: string;
  readonly at: Date;
  readonly readAt: Date | null;
};
