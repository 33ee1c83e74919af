import type { Author } from './work.ts';

export type Declined = {
  readonly path: string;
  readonly elementHash: string;
  readonly sentence: string;
  readonly reason: string;
  readonly by: Author;
  readonly at: Date;
  readonly number: number;
};

export type TextTask = {
  readonly path: string;
  readonly kind: 'translation' | 'wording';
  readonly language: string;
  readonly source: string;
};

export type DebtView = {
  readonly updates: readonly { readonly number: number; readonly message: string; readonly publishedAt: Date }[];
  readonly declined: readonly Declined[];
  readonly conflicts: number;
  readonly tasks: readonly TextTask[];
};

export type HistoryStep = {
  readonly id: string;
  readonly kind: string;
  readonly by: Author;
  readonly at: Date;
  readonly reason: string | null;
  readonly number: number | null;
  readonly data: Readonly<Record<string, unknown>>;
};

export type NoticeKind = 'update' | 'recalled' | 'withdrawn' | 'contribution' | 'contribution-answered';

export type Notice = {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly work: string;
  readonly workTitle: string;
  readonly from: string;
  readonly number: number | null;
  readonly contribution: string | null;
  readonly text: string;
  readonly at: Date;
  readonly readAt: Date | null;
};
