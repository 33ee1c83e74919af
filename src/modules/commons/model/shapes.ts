import { z } from 'zod';

export const Base = z.object({
  organisation: z.string(),
  number: z.number().int().positive(),
  versionId: z.string(),
  definitionHash: z.string(),
});
/** An upstream's published version: the base of the next merge. */
export type Base = Readonly<z.infer<typeof Base>>;

export const Sharing = z.object({ changes: z.boolean(), use: z.boolean(), results: z.boolean() });
/** What the adopter lets the owner see, beyond version and debt, which it always sees. */
export type Sharing = Readonly<z.infer<typeof Sharing>>;

export const Origin = z.object({
  organisation: z.string(),
  versionId: z.string(),
  contribution: z.string(),
  paths: z.array(z.string()),
});
/** Whom an improvement came from: which organisation, which of its versions, which elements. */
export type Origin = Readonly<z.infer<typeof Origin>>;

export const Debt = z.object({
  behind: z.number().int(),
  declined: z.number().int(),
  conflicts: z.number().int(),
  tasks: z.number().int(),
});
/** What a variant has not taken, in figures: the owner always sees them. */
export type Debt = Readonly<z.infer<typeof Debt>>;
export const noDebt: Debt = { behind: 0, declined: 0, conflicts: 0, tasks: 0 };
