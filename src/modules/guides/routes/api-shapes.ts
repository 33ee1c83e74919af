import { z } from 'zod';

const Text = z.record(z.string(), z.string());
const Origin = z.enum(['shared', 'local', 'adapted']);

const GuideShown = z.object({
  work: z.string(),
  title: Text,
  summary: Text.nullable(),
  subject: z.string().nullable(),
  readers: z.enum(['everyone', 'staff']),
  steps: z.number(),
});

export const GuideList = z.object({ guides: z.array(GuideShown), total: z.number() });

/** A block as the definition has it, with values in its texts; `origin` says whose it is. */
const BlockShown = z.looseObject({ id: z.string(), type: z.string(), origin: Origin });

export const GuideDetails = z.object({
  work: z.string(),
  title: Text,
  summary: Text.nullable(),
  subject: z.string().nullable(),
  readers: z.enum(['everyone', 'staff']),
  version: z.object({ id: z.string(), number: z.number() }),
  settingsNumber: z.number(),
  /** The upstream version that is common to all; null where the organisation follows nobody. */
  upstream: z.object({ organisation: z.string(), number: z.number() }).nullable(),
  sections: z.array(
    z.object({
      id: z.string(),
      title: Text,
      steps: z.array(
        z.object({
          id: z.string(),
          title: Text,
          minutes: z.number().nullable(),
          tasks: z.array(z.string()),
          origin: Origin,
          blocks: z.array(BlockShown),
        }),
      ),
    }),
  ),
});
export type GuideDetails = z.infer<typeof GuideDetails>;

export const HelpList = z.object({
  helps: z.array(
    z.object({
      work: z.string(),
      guide: Text,
      step: z.string(),
      title: Text,
      /** Kommons's manual as it ships, which the organisation has no version of; it has no address. */
      shipped: z.boolean(),
      address: z.string().nullable(),
      blocks: z.array(BlockShown),
    }),
  ),
});

export const ReadingShown = z.object({
  work: z.string(),
  /** Where the person last was. */
  place: z.string().nullable(),
  /** Quizzes that were passed. */
  passed: z.array(z.string()),
  steps: z.array(
    z.object({
      id: z.string(),
      /** `changed` when what is common has changed since it was read. */
      state: z.enum(['unread', 'read', 'changed']),
      /** Elements that are not as they were when the step was read; parameters as `{id}`. */
      differs: z.array(z.string()),
      readAt: z.string().nullable(),
      /** Where it was read. */
      readIn: z.string().nullable(),
    }),
  ),
});
export type ReadingShown = z.infer<typeof ReadingShown>;

export const FindList = z.object({
  total: z.number(),
  finds: z.array(
    z.object({
      work: z.string(),
      step: z.string(),
      element: z.string(),
      title: Text,
      text: Text,
      address: z.string(),
    }),
  ),
});
