import { z } from 'zod';
import { defineEvent } from '../../platform/events/index.ts';

const Text = z.record(z.string(), z.string());

/** A version was published. `receivers` are those who use the work and are offered the version. */
export const published = defineEvent(
  'commons.published',
  z.object({
    organisation: z.string(),
    work: z.string(),
    title: Text,
    number: z.number().int(),
    versionId: z.string(),
    offeredFrom: z.iso.datetime(),
    message: z.string(),
    receivers: z.array(z.string()),
  }),
);

/** A published version should no longer be used, or the whole work is no longer kept up. */
export const recalled = defineEvent(
  'commons.recalled',
  z.object({
    organisation: z.string(),
    work: z.string(),
    title: Text,
    /** Null when the work was withdrawn. */
    number: z.number().int().nullable(),
    reason: z.string(),
    receivers: z.array(z.string()),
  }),
);

/** A version of a work runs at an organisation from now on; `versionId` is null when none does. */
export const inUse = defineEvent(
  'commons.in-use',
  z.object({
    organisation: z.string(),
    work: z.string(),
    kind: z.string(),
    versionId: z.string().nullable(),
    number: z.number().int().nullable(),
    settingsNumber: z.number().int().nullable(),
  }),
);

export const contributionAnswered = defineEvent(
  'commons.contribution-answered',
  z.object({
    contribution: z.string(),
    work: z.string(),
    title: Text,
    from: z.string(),
    to: z.string(),
    state: z.enum(['accepted', 'declined']),
    reason: z.string(),
  }),
);

/** Somebody proposes an improvement of a work that the receiver keeps. */
export const contributionSent = defineEvent(
  'commons.contribution-sent',
  z.object({
    contribution: z.string(),
    work: z.string(),
    title: Text,
    from: z.string(),
    to: z.string(),
    message: z.string(),
  }),
);
