import { z } from 'zod';
import type { Json } from '../../../kernel/index.ts';

const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether a text can be the name of a work or an organisation; whatever cannot is nobody's. */
export const isSlug = (text: string): boolean => text.length <= 80 && slug.test(text);

export const isId = (text: string): boolean => z.uuid().safeParse(text).success;

export const Slug = z.string().max(80).regex(slug);

const storable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

/** A text that a person writes: not empty, and storable. */
export const Words = z.string().trim().min(1).max(4000).refine(storable);

/** As `Words`, and may be left out. */
export const MaybeWords = z.string().trim().max(4000).refine(storable).default('');

/** Names of changes and conflicts, as they were given out. */
export const Key = z.string().min(1).max(2000).refine(storable);

/** Any JSON that the database can keep. */
export const StorableJson: z.ZodType<Json> = z
  .json()
  .refine((value) => !JSON.stringify(value).includes(String.raw`\u0000`));
