import { z } from 'zod';
import { Audience } from '../model/audience.ts';
import { Values } from '../model/settings.ts';
import { Base, Origin, OwnNumber, PublishedNumber, Sharing } from '../model/shapes.ts';
import { licences } from '../model/work.ts';

/* What the API answers with: the domain's values as JSON, times in ISO 8601. */

export const Time = z.iso.datetime();
export const Texts = z.record(z.string(), z.string());
export const DefinitionShape = z.looseObject({
  kommons: z.string(),
  kind: z.string(),
  id: z.string(),
  languages: z.array(z.string()),
  title: Texts,
});
export const AuthorShape = z.object({ person: z.string().nullable(), name: z.string() });
export const MarkedWords = z.array(
  z.object({ text: z.string(), change: z.enum(['same', 'inserted', 'removed']) }),
);
export const Part = z.object({ path: z.string(), title: z.string() });

const IssueShape = z.object({
  path: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.object({ sv: z.string(), en: z.string() }),
});

export const RunningShape = z.object({
  number: OwnNumber,
  versionId: z.string(),
  settingsNumber: z.number(),
  since: Time,
});

export const VariantShape = z.object({
  organisation: z.string(),
  work: z.string(),
  kind: z.string(),
  title: Texts,
  base: Base.nullable(),
  sharing: Sharing,
  autoUpdate: z.enum(['ask', 'clean']),
  head: z.object({ number: OwnNumber, versionId: z.string(), definitionHash: z.string() }),
  settingsNumber: z.number(),
  running: RunningShape.nullable(),
  draft: z.object({ revision: z.number(), by: AuthorShape, at: Time }).nullable(),
  published: PublishedNumber.nullable(),
});

const Ended = z.object({ organisation: z.string(), at: Time, reason: z.string() });

export const VariantListShape = z.object({
  works: z.array(
    VariantShape.extend({
      updateAvailable: PublishedNumber.nullable(),
      recalled: Ended.extend({ number: PublishedNumber, running: z.boolean() })
        .nullable()
        .meta({ description: 'The upstream version under what runs, or else under the newest' }),
      withdrawn: Ended.nullable().meta({ description: 'The upstream is not looked after any more' }),
      behind: z.number(),
      declined: z.number(),
      missing: z.array(z.string()),
    }),
  ),
});

export const VersionShape = z.object({
  number: OwnNumber,
  id: z.string(),
  definitionHash: z.string(),
  parents: z.array(z.string()),
  step: z.string(),
  author: AuthorShape,
  message: z.string(),
  at: Time,
  origins: z.array(Origin),
  base: Base.nullable(),
});
export const VersionListShape = z.object({ versions: z.array(VersionShape) });

export const DraftShape = z.object({
  revision: z.number(),
  fromNumber: OwnNumber,
  definition: DefinitionShape,
  by: AuthorShape,
  at: Time,
  issues: z.array(IssueShape),
});

export const ChecklistShape = z.object({
  number: z.number(),
  missing: z.array(z.string()),
  items: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      label: Texts,
      help: Texts.optional(),
      required: z.boolean(),
      options: z.array(z.object({ id: z.string(), label: Texts })),
      value: z.json().optional(),
      origin: z.enum(['own', 'offered', 'default', 'locked', 'missing']),
      from: z.string().nullable(),
      problem: z.string().nullable(),
    }),
  ),
});

export const PublicationShape = z.object({
  organisation: z.string(),
  work: z.string(),
  kind: z.string(),
  number: PublishedNumber,
  versionId: z.string(),
  definitionHash: z.string(),
  audience: Audience,
  licence: z.enum(licences),
  credit: z.array(z.string()),
  message: z.string(),
  publishedAt: Time,
  offeredFrom: Time,
  recalled: z.object({ at: Time, reason: z.string() }).nullable(),
  offered: Values,
  lockedParameters: z.array(z.string()),
  base: Base.nullable(),
});

export const Nothing = z.object({ done: z.literal(true) });
