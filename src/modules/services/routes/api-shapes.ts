import { z } from 'zod';

const Text = z.record(z.string(), z.string());
const OwnNumber = z
  .number()
  .meta({ description: 'Counts the versions that the organisation itself has had' });
const Version = z.object({ id: z.string(), number: OwnNumber });

const ServiceShown = z.object({
  work: z.string(),
  task: z.string(),
  summary: z.string(),
  subject: z.string().nullable(),
});

export const ServiceList = z.object({ services: z.array(ServiceShown) });

export const ServiceDetails = z.object({
  work: z.string(),
  title: Text,
  task: Text,
  signIn: z.enum(['required', 'optional']),
  version: Version,
  settingsNumber: z.number(),
  pages: z.array(
    z.object({
      id: z.string(),
      title: Text,
      fields: z.array(
        z.object({
          id: z.string(),
          type: z.string(),
          label: Text,
          required: z.boolean(),
          options: z.array(z.string()),
        }),
      ),
    }),
  ),
});

export const DraftShown = z.object({
  draft: z.string(),
  work: z.string(),
  version: Version,
  settingsNumber: z.number(),
  revision: z.number(),
  savedAt: z.string(),
  keptUntil: z.string(),
  /** The pages that concern the person, given what is answered. */
  pages: z.array(
    z.object({
      id: z.string(),
      title: Text,
      state: z.enum(['done', 'wrong', 'ahead']),
      revision: z.number(),
      fields: z.array(z.string()),
    }),
  ),
  firstOpen: z.string(),
  ready: z.boolean(),
  answers: z.record(z.string(), z.unknown()),
});

export const ReceiptShown = z.object({
  draft: z.string(),
  submitted: z.literal(true),
  case: z.object({ id: z.string(), number: z.string() }),
  version: OwnNumber,
  answerBy: z.string().nullable(),
});

export const OwnDrafts = z.object({
  drafts: z.array(
    z.object({
      organisation: z.string(),
      draft: z.string(),
      work: z.string(),
      savedAt: z.string(),
      keptUntil: z.string(),
    }),
  ),
});

export const FilesShown = z.object({
  files: z.array(
    z.object({ input: z.string(), id: z.string(), name: z.string(), type: z.string(), size: z.number() }),
  ),
});
