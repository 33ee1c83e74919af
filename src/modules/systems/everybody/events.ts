import { z } from 'zod';
import { defineEvent } from '../../../platform/events/index.ts';
import { answers, Language } from './calls/call.ts';

/** Somebody to write to, with the id of the letter: an event that comes twice writes no second letter. */
const Receiver = z.object({ organisation: z.string(), letter: z.string() });

/**
 * An organisation calls others to join in buying together. What is done about it is for those who know how to buy; here
 * it is an intent, with whom it was sent to and when their contracts end.
 */
export const callBegun = defineEvent(
  'systems.call-begun',
  z.object({
    organisation: z.string(),
    call: z.string(),
    title: z.string(),
    text: z.string(),
    product: z.string().nullable(),
    component: z.string().nullable(),
    area: z.string().nullable(),
    window: z.object({ from: z.iso.date(), to: z.iso.date() }),
    answerBy: z.iso.date(),
    invited: z.array(Receiver),
  }),
);

/** Somebody who is invited has answered, or answered anew. */
export const callAnswered = defineEvent(
  'systems.call-answered',
  z.object({
    organisation: z.string(),
    call: z.string(),
    title: z.string(),
    from: z.string(),
    answer: z.enum(answers),
    volume: z.string(),
    letter: z.string(),
    /** The language that whoever began the call reads. */
    language: Language,
  }),
);

/** The lead has ended a call. */
export const callEnded = defineEvent(
  'systems.call-ended',
  z.object({ organisation: z.string(), call: z.string(), title: z.string(), invited: z.array(Receiver) }),
);

export const questionAsked = defineEvent(
  'systems.question-asked',
  z.object({
    from: z.string(),
    to: z.string(),
    question: z.string(),
    usage: z.string(),
    /** The name of the product, for the letter. */
    about: z.string(),
    text: z.string(),
    /** Whether the asker is shown the address of whom to ask. */
    toContact: z.boolean(),
    letter: z.string(),
  }),
);

export const questionAnswered = defineEvent(
  'systems.question-answered',
  z.object({
    from: z.string(),
    to: z.string(),
    question: z.string(),
    about: z.string(),
    text: z.string(),
    letter: z.string(),
    /** The language that whoever asked reads. */
    language: Language,
  }),
);
