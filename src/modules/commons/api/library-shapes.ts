import { z } from 'zod';
import { PublishedNumber } from '../model/shapes.ts';
import { DefinitionShape, PublicationShape, Texts, Time } from './shapes.ts';

const HitShape = z.object({
  work: z.string(),
  organisation: z.string(),
  kind: z.string(),
  subject: z.string().nullable(),
  title: Texts,
  summary: Texts.nullable(),
  number: PublishedNumber,
  publishedAt: Time,
  withdrawn: z.boolean(),
});
const FacetShape = z.array(z.object({ id: z.string(), count: z.number() }));
export const LibraryShape = z.object({
  hits: z.array(HitShape.extend({ users: z.number(), ours: z.boolean() })),
  total: z.number(),
  page: z.number(),
  pages: z.number(),
  facets: z.object({ kinds: FacetShape, subjects: FacetShape, owners: FacetShape }),
  didYouMean: z.string().nullable(),
});
export const WorkShape = HitShape.omit({ withdrawn: true }).extend({
  owner: z.string(),
  latest: PublicationShape.extend({ definition: DefinitionShape }),
  publications: z.array(PublicationShape),
  variants: z.array(HitShape),
  users: z.array(
    z.object({
      organisation: z.string(),
      follows: z.string(),
      number: PublishedNumber,
      inUse: z.boolean(),
      since: Time,
    }),
  ),
  legalBasis: z.array(z.looseObject({ id: z.string(), law: Texts, paragraph: z.string() })),
  withdrawn: z.object({ at: Time, reason: z.string() }).nullable(),
});
export const PublishedShape = PublicationShape.extend({ definition: DefinitionShape });
