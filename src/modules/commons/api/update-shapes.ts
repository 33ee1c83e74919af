import { z } from 'zod';
import { Values } from '../model/settings.ts';
import { PublishedNumber } from '../model/shapes.ts';
import {
  AuthorShape,
  DefinitionShape,
  MarkedWords,
  Part,
  PublicationShape,
  RunningShape,
  Time,
  VersionShape,
} from './shapes.ts';

const DescribedChange = z.object({
  id: z.string(),
  path: z.string(),
  change: z.enum(['added', 'removed', 'moved', 'changed']),
  sentence: z.string(),
  words: MarkedWords.nullable(),
  part: Part,
});
export const DifferencesShape = z.object({ changes: z.array(DescribedChange) });

export const ConflictShape = z.object({
  id: z.string(),
  path: z.string(),
  sentence: z.string(),
  conflict: z.looseObject({
    kind: z.string(),
    path: z.string(),
    base: z.json().optional(),
    ours: z.json().optional(),
    theirs: z.json().optional(),
    suggestion: z.object({ take: z.enum(['ours', 'theirs']), value: z.json().optional() }),
  }),
  words: z
    .object({
      base: z.string(),
      ours: MarkedWords,
      theirs: MarkedWords,
      suggestion: z.array(z.object({ text: z.string(), from: z.enum(['base', 'ours', 'theirs']) })),
    })
    .nullable(),
  answer: z
    .object({ answer: z.looseObject({ take: z.string() }), by: AuthorShape, at: Time })
    .loose()
    .nullable(),
  result: z.json().optional(),
});

export const UpdateShape = z.object({
  work: z.string(),
  from: z.object({ organisation: z.string(), number: PublishedNumber }),
  to: PublicationShape.extend({ behind: z.number() }),
  steps: z.array(z.object({ number: PublishedNumber, message: z.string(), publishedAt: Time })),
  parts: z.array(
    Part.extend({
      left: z.number(),
      size: z.number(),
      conflicts: z.array(ConflictShape),
      clean: z.array(
        z.object({
          id: z.string(),
          path: z.string(),
          sentence: z.string(),
          state: z.enum(['in', 'declined']),
          declined: z.object({ reason: z.string(), by: AuthorShape, at: Time }).nullable(),
          words: MarkedWords.nullable(),
        }),
      ),
    }),
  ),
  tiles: z.array(
    z.object({ id: z.string(), part: z.string(), state: z.enum(['in', 'declined', 'choose', 'answered']) }),
  ),
  done: z.number(),
  total: z.number(),
  left: z.number(),
  revision: z.number(),
  merged: DefinitionShape,
  values: Values,
  missing: z.array(z.string()),
  /** The offset of the changes that did not fit; null when all were told. */
  next: z.number().nullable(),
});

const FailureShape = z.looseObject({ kind: z.string() });
export const AppliedShape = z.object({
  version: VersionShape,
  running: RunningShape.nullable(),
  blocked: FailureShape.nullable(),
});
export const BulkShape = z.object({
  rows: z.array(
    z.object({
      work: z.string(),
      outcome: z.enum(['updated', 'up-to-date', 'needs-answers', 'not-following']),
      number: PublishedNumber.nullable(),
      clean: z.number(),
      conflicts: z.number(),
      running: z.boolean(),
      blocked: FailureShape.nullable(),
    }),
  ),
});
