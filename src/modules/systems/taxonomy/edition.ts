import { z } from 'zod';
import { CatalogueId } from '../catalogue/record.ts';

const Words = z.strictObject({ sv: z.string().min(1).max(1000), en: z.string().min(1).max(1000) });
export type Words = Readonly<z.infer<typeof Words>>;

/** A task area: what a municipality answers for. */
export const Area = z.strictObject({ id: CatalogueId, name: Words, explanation: Words });
export type Area = Readonly<z.infer<typeof Area>>;

/** A reference component: what a system does, whichever product it is. */
export const Component = z.strictObject({
  id: CatalogueId,
  area: CatalogueId,
  name: Words,
  explanation: Words,
  /** Other words that people use for it. */
  words: z.array(z.string()),
  /** Components of earlier editions that it takes the place of, alone or with others. */
  replaces: z.array(CatalogueId).optional(),
});
export type Component = Readonly<z.infer<typeof Component>>;

const Pair = z.strictObject({
  component: CatalogueId.optional(),
  area: CatalogueId.optional(),
  code: z.string(),
  label: z.string(),
  fit: z.enum(['same', 'near', 'wider', 'narrower']),
});

/** How ours answer to another taxonomy's. */
export const TaxonomyMap = z.strictObject({
  to: z.string(),
  title: Words,
  edition: z.string(),
  source: z.url(),
  pairs: z.array(Pair),
});
export type TaxonomyMap = Readonly<z.infer<typeof TaxonomyMap>>;

/** An edition of the taxonomy: never changed once it is out, but for its words. */
export const Edition = z.strictObject({
  schema: z.literal('kommons/taxonomy@1'),
  version: z.string().regex(/^\d{4}-\d+$/u),
  from: z.iso.date(),
  areas: z.array(Area),
  components: z.array(Component),
  maps: z.array(TaxonomyMap),
});
export type Edition = Readonly<z.infer<typeof Edition>>;
