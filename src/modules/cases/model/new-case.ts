import { z } from 'zod';
import { Localised, type Process } from './process.ts';

export const Contact = z
  .object({ name: z.string(), email: z.string().optional(), phone: z.string().optional() })
  .readonly();
export type Contact = z.infer<typeof Contact>;

export const outcomes = ['approved', 'partly', 'rejected', 'closed'] as const;
export type Outcome = (typeof outcomes)[number];

/** A decision that the service offers. The text is Markdown, with the municipality's values filled in. */
export const DecisionChoice = z
  .object({ id: z.string().min(1), label: Localised, outcome: z.enum(outcomes), text: Localised })
  .readonly();
export type DecisionChoice = z.infer<typeof DecisionChoice>;

/** What a person wrote, as a string; what the service says (a chosen option, yes or no), in its languages. */
const Said = z.union([z.string(), Localised]);
export type Said = z.infer<typeof Said>;

export const AnswerRow = z
  .object({
    id: z.string(),
    label: Localised,
    value: Said,
    /** The type of the question. */
    kind: z.string(),
    /** Ids of attachments. */
    attachments: z.array(z.string()).readonly().optional(),
  })
  .readonly();

export type AnswerRow = z.infer<typeof AnswerRow>;

/** What the applicant answered, frozen as it was asked: to be read in any language of the service. */
export const AnswerSection = z
  .object({ id: z.string(), title: Localised, rows: z.array(AnswerRow).readonly() })
  .readonly();
export type AnswerSection = z.infer<typeof AnswerSection>;

export type Attachment = {
  readonly id: string;
  readonly name: string;
  /** Media type, found by content. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256, the file's name in the store of files. */
  readonly hash: string;
  /** The question that it answers. */
  readonly fieldLabel: string;
};

/** A case about to be opened. Everything that the case needs to live on its own, whatever happens to the service. */
export type NewCase = {
  readonly id: string;
  readonly organisation: string;
  /** Null for a report that anybody may make without signing in. */
  readonly person: string | null;
  readonly contact: Contact;
  readonly work: string;
  readonly workTitle: Localised;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly settingsNumber: number;
  /** Letters of the case number. */
  readonly prefix: string;
  /** A short summary for lists. */
  readonly title: Localised;
  readonly process: Process;
  readonly decisions: readonly DecisionChoice[];
  readonly appeal?: Localised | null;
  readonly answers: readonly AnswerSection[];
  /** The answers that say whom or what it concerns; never in letters or logs. */
  readonly concerns: readonly AnswerRow[];
  readonly attachments: readonly Attachment[];
  /** The applicant's: letters, receipt and decision are in it. */
  readonly language: 'sv' | 'en';
};
