import type { Language } from '../../../platform/http/index.ts';
import type { Content } from './content.ts';

/** Days that a draft is kept after it was last saved. */
const daysKept = 30;

/** Who may open a draft: the person who began it, or whoever holds its secret address. */
export type Holder =
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'bearer'; readonly secretHash: string };

/** What the applicant keeps when the answers have moved to the case. */
export type Receipt = {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly versionNumber: number;
  /** The last day for an answer, `2026-12-25`, where the process sets a limit. */
  readonly answerBy: string | null;
};

/** The version and the settings that a draft began with, and keeps. */
export type Pin = { readonly versionId: string; readonly settingsNumber: number };

export type DraftState =
  | { readonly kind: 'open'; readonly content: Content }
  | { readonly kind: 'submitted'; readonly at: Date; readonly receipt: Receipt };

export type Draft = {
  readonly organisation: string;
  readonly id: string;
  readonly work: string;
  readonly holder: Holder;
  readonly pin: Pin;
  readonly language: Language;
  /** Counts saves; two windows on one draft are told apart by it. */
  readonly revision: number;
  readonly begunAt: Date;
  readonly savedAt: Date;
  readonly keptUntil: Date;
  readonly state: DraftState;
};

/** An open draft, with what it holds at hand. */
export type OpenDraft = Omit<Draft, 'state'> & { readonly content: Content };

export function openPart(draft: Draft): OpenDraft | null {
  const { state, ...rest } = draft;
  return state.kind === 'open' ? { ...rest, content: state.content } : null;
}

/** The moment after which a draft saved at `savedAt` is no longer kept. */
export const keptUntil = (savedAt: Date): Date =>
  new Date(savedAt.getTime() + daysKept * 24 * 60 * 60 * 1000);

/** Whether a draft still counts. What is past its day is treated as gone, deleted or not. */
export const isKept = (draft: Pick<Draft, 'keptUntil'>, now: Date): boolean => draft.keptUntil > now;
