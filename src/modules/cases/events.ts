import { z } from 'zod';
import { defineEvent } from '../../platform/events/index.ts';

const about = { organisation: z.string(), case: z.string(), work: z.string() };

/** A case was opened. */
export const casesOpened = defineEvent('cases.opened', z.object(about));

/** The applicant was asked to complete what was sent. `due` is a day. */
export const casesCompletionRequested = defineEvent(
  'cases.completion-requested',
  z.object({ ...about, completion: z.string(), due: z.string() }),
);

/** A case was decided. */
export const casesDecided = defineEvent(
  'cases.decided',
  z.object({ ...about, decision: z.string(), outcome: z.enum(['approved', 'partly', 'rejected', 'closed']) }),
);
