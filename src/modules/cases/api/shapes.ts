import { z } from 'zod';
import { happenings } from '../model/case.ts';
import { AnswerRow, AnswerSection, Contact, DecisionChoice, outcomes } from '../model/new-case.ts';
import { nextActs } from '../model/next-step.ts';
import { Localised, stateKinds } from '../model/process.ts';

const day = z.iso.date();
const instant = z.iso.datetime();
const id = z.uuid();

const state = z.object({ id: z.string(), kind: z.enum(stateKinds), title: Localised });
const step = z.object({ now: z.number(), of: z.number() });

/** The answers that say whom or what a case concerns. */
const Concerns = z.array(AnswerRow);

export const ListedCaseShape = z.object({
  id,
  number: z.string(),
  title: Localised,
  concerns: Concerns,
  state: z.enum(stateKinds),
  step,
  handler: z.string().nullable(),
  next: z.object({ act: z.enum(nextActs), on: day.nullable(), since: day }),
});

export const CaseListShape = z.object({
  cases: z.array(ListedCaseShape),
  total: z.number(),
  page: z.number(),
  counts: z.record(z.string(), z.number()),
});

const FileShape = z.object({
  id,
  name: z.string(),
  type: z.string(),
  size: z.number(),
  from: z.enum(['applicant', 'staff']),
  at: instant,
});

const MessageShape = z.object({
  id,
  at: instant,
  from: z.enum(['applicant', 'staff']),
  author: z.string(),
  text: z.string(),
  files: z.array(FileShape),
});

const CompletionShape = z.object({
  id,
  text: z.string(),
  askedAt: instant,
  askedBy: z.string(),
  due: day,
  state: z.enum(['open', 'answered', 'ended']),
  answer: z.string().nullable(),
  files: z.array(FileShape),
});

const DecisionShape = z.object({
  id,
  choice: z.string(),
  outcome: z.enum(outcomes),
  label: Localised,
  text: Localised,
  reasons: z.string(),
  appeal: Localised.nullable(),
  at: instant,
  by: z.string(),
});

/** What the person whose case it is may read. */
export const OwnCaseShape = z.object({
  id,
  organisation: z.string(),
  number: z.string(),
  title: Localised,
  /** The applicant's. */
  language: z.enum(['sv', 'en']),
  work: z.string(),
  version: z.object({
    id: z.string(),
    number: z.number().meta({ description: 'Counts the versions that the organisation itself has had' }),
  }),
  openedAt: instant,
  state,
  step,
  decideBy: day.nullable(),
  concerns: Concerns,
  answers: z.array(AnswerSection),
  messages: z.array(MessageShape),
  completions: z.array(CompletionShape),
  files: z.array(FileShape),
  decision: DecisionShape.nullable(),
});

/** What those who work with the case read besides. */
export const WorkCaseShape = OwnCaseShape.extend({
  contact: Contact,
  handler: z.string().nullable(),
  next: ListedCaseShape.shape.next,
  choices: z.array(DecisionChoice),
  notes: z.array(z.object({ id, at: instant, author: z.string(), text: z.string() })),
  draft: z.object({ choice: z.string().nullable(), reasons: z.string(), revision: z.number() }).nullable(),
});

export const OwnListShape = z.object({
  cases: z.array(
    z.object({
      id,
      organisation: z.string(),
      number: z.string(),
      title: Localised,
      openedAt: instant,
      state: z.enum(stateKinds),
      step,
      /** The last day for what is asked of the person. */
      answerBy: day.nullable(),
    }),
  ),
});

export const HistoryShape = z.object({
  history: z.array(
    z.object({
      n: z.number(),
      kind: z.enum(happenings),
      at: instant,
      actor: z.enum(['applicant', 'staff']),
      name: z.string(),
      detail: z.string().nullable(),
    }),
  ),
});

/** Files in JSON: name, and content in Base64. */
export const SentFiles = z
  .array(z.object({ name: z.string().max(300), content: z.base64() }))
  .max(10)
  .default([]);
