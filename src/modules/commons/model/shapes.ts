import { z } from 'zod';
import { Values } from './settings.ts';

/** Counts what an organisation has published of a work. */
export const PublishedNumber = z
  .number()
  .int()
  .meta({ description: 'Counts the publications of the organisation that is named beside it' });

/** Counts the versions of one variant, published or not. */
export const OwnNumber = z
  .number()
  .int()
  .meta({ description: 'Counts the versions of the variant itself, published or not' });

export const Base = z.object({
  organisation: z.string(),
  /** 0 before the first. */
  number: PublishedNumber.nonnegative(),
  versionId: z.string(),
  definitionHash: z.string(),
  /** Values that it offers for its parameters, and parameters whose value is not the adopter's to change. */
  offered: Values,
  locked: z.array(z.string()),
});
/**
 * An upstream's published version as an adopter took it: the base of the next merge. Kept whole, so that what
 * was taken goes on working whatever the upstream does.
 */
export type Base = Readonly<z.infer<typeof Base>>;

export const Sharing = z.object({ changes: z.boolean(), use: z.boolean(), results: z.boolean() });
/** What the adopter lets the owner see, beyond version and debt, which it always sees. */
export type Sharing = Readonly<z.infer<typeof Sharing>>;

export const Origin = z.object({
  organisation: z.string(),
  versionId: z.string(),
  contribution: z.string(),
  paths: z.array(z.string()),
  /** Versions of third organisations that went along with it, and bind as what is taken by an update. */
  builtOn: z.array(z.string()).default([]),
});
/** Whom an improvement came from: which organisation, which of its versions, which elements. */
export type Origin = Readonly<z.infer<typeof Origin>>;

export const Debt = z.object({ declined: z.number().int(), tasks: z.number().int() });
/** What a variant has not taken, in figures: the owner always sees them, and counts itself how far behind it is. */
export type Debt = Readonly<z.infer<typeof Debt>>;
