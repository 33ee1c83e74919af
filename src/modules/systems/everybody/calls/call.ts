import { z } from 'zod';

export const Language = z.enum(['sv', 'en']);

export const answers = ['yes', 'perhaps', 'no'] as const;
export type Answer = (typeof answers)[number];

/** What those who are invited are asked to join. */
export const CallContent = z.object({
  title: z.string(),
  text: z.string(),
  /** The product that stands for what most of them have; null where it is of a need alone. */
  product: z.string().nullable(),
  component: z.string().nullable(),
  area: z.string().nullable(),
  /** When the contracts end that it could take the place of. */
  from: z.iso.date(),
  to: z.iso.date(),
  answerBy: z.iso.date(),
  invited: z.array(z.string()),
  /** Who wrote it, for those who read it. */
  author: z.string(),
  /** The language that they wrote it in. */
  language: Language,
});
export type CallContent = Readonly<z.infer<typeof CallContent>>;

export type Call = {
  readonly id: string;
  readonly organisation: string;
  readonly content: CallContent;
  readonly at: Date;
  readonly endedAt: Date | null;
};

export type Given = {
  readonly answer: Answer;
  readonly volume: string;
  readonly words: string;
  readonly by: string;
  readonly at: Date;
};

/** What one of the invited has answered; null before. */
export type Invitation = { readonly to: string; readonly given: Given | null };
