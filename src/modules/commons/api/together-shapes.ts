import { z } from 'zod';
import { historyKinds } from '../model/debt.ts';
import { FigureValues, figureTopics } from '../model/figures.ts';
import { Debt, OwnNumber, PublishedNumber, Sharing } from '../model/shapes.ts';
import { AuthorShape, Part, Texts, Time } from './shapes.ts';
import { ConflictShape } from './update-shapes.ts';

const OwnChangeShape = z.object({ id: z.string(), path: z.string(), sentence: z.string(), part: Part });
export const OwnChangesShape = z.object({ changes: z.array(OwnChangeShape) });
export const ContributionShape = z.object({
  id: z.string(),
  work: z.string(),
  from: z.string(),
  to: z.string(),
  fromVersionId: z.string(),
  base: z.object({ number: PublishedNumber, versionId: z.string() }),
  message: z.string(),
  author: AuthorShape,
  at: Time,
  state: z.enum(['open', 'accepted', 'declined', 'withdrawn']),
  items: z.array(
    OwnChangeShape.extend({
      builtOn: z
        .array(z.string())
        .meta({ description: 'Versions of third organisations that the change holds something of' }),
      verdict: z.object({ accepted: z.boolean(), reason: z.string().nullable() }).nullable(),
    }),
  ),
  answer: z
    .object({ by: AuthorShape, at: Time, reason: z.string(), versionId: z.string().nullable() })
    .nullable(),
  discussion: z.array(
    z.object({ organisation: z.string(), author: AuthorShape, text: z.string(), at: Time }),
  ),
});
export const ContributionListShape = z.object({ contributions: z.array(ContributionShape) });
export const ReviewShape = z.object({
  contribution: ContributionShape,
  clean: z.array(OwnChangeShape.extend({ alreadyHere: z.boolean() }).loose()),
  conflicts: z.array(ConflictShape),
});

const Bilingual = z.object({ sv: z.string(), en: z.string() });
const Told = FigureValues.meta({
  description: 'By the id of the measure; null where it rests on too few to be told',
});

export const FleetShape = z.object({
  latest: PublishedNumber,
  measures: z.array(
    z.object({
      id: z.string(),
      topic: z.enum(figureTopics),
      unit: z.enum(['count', 'percent', 'days']),
      name: Bilingual,
      partOf: z.object({ id: z.string(), name: Bilingual }).optional(),
    }),
  ),
  rows: z.array(
    z.object({
      organisation: z.string(),
      takenNumber: PublishedNumber,
      behind: z.number(),
      inUse: z.boolean(),
      since: Time,
      sharing: Sharing,
      debt: Debt,
      changes: z.number().nullable(),
      figures: z
        .object({ use: Told.nullable(), results: Told.nullable(), at: Time })
        .nullable()
        .meta({ description: 'Null for a topic that is not shared, and for all before they are counted' }),
    }),
  ),
  recurring: z.array(
    z.object({
      path: z.string(),
      sentence: z.string(),
      organisations: z.array(z.string()),
      equal: z.boolean(),
    }),
  ),
});
export const ForecastShape = z.object({
  rows: z.array(
    z.object({
      organisation: z.string(),
      clean: z.number(),
      conflicts: z.array(z.object({ path: z.string(), kind: z.string(), sentence: z.string() })),
    }),
  ),
  unknown: z.array(z.string()),
});

const TaskShape = z.object({
  kind: z.enum(['translation', 'wording']),
  path: z.string(),
  language: z.string(),
  text: z.string().nullable(),
  sourceBefore: z.string(),
  sourceAfter: z.string(),
  at: Time,
});
export const DebtShape = z.object({
  updates: z.array(z.object({ number: PublishedNumber, message: z.string(), publishedAt: Time })),
  declined: z.array(
    z.object({
      path: z.string(),
      sentence: z.string(),
      reason: z.string(),
      by: AuthorShape,
      at: Time,
      number: PublishedNumber,
    }),
  ),
  conflicts: z.number(),
  tasks: z.array(TaskShape.loose()),
  toWrite: z.array(z.object({ id: z.string(), path: z.string(), title: Texts, prompt: Texts.nullable() })),
});

export const HistoryShape = z.object({
  steps: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(historyKinds),
      by: AuthorShape,
      at: Time,
      reason: z.string().nullable(),
      number: OwnNumber.nullable(),
      data: z.record(z.string(), z.unknown()),
    }),
  ),
  total: z.number(),
});
export const NoticesShape = z.object({
  notices: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['update', 'recalled', 'withdrawn', 'contribution', 'contribution-answered', 'elsewhere']),
      work: z.string(),
      workTitle: z.string(),
      from: z.string(),
      number: PublishedNumber.nullable(),
      contribution: z.string().nullable(),
      path: z.string().nullable(),
      text: z.string(),
      at: Time,
      readAt: Time.nullable(),
    }),
  ),
  total: z.number(),
  unread: z.number(),
});
