import { z } from 'zod';
import { fields } from '../../model/fields.ts';
import { sizes } from '../places.ts';

const id = z.string().trim().max(100).optional().catch(undefined);
const empty = (value: unknown): unknown => (value === '' ? undefined : value);

/** What is asked of everybody's systems, as it stands in the address. What cannot be read is not asked. */
export const Filter = z.object({
  q: z.preprocess(empty, z.string().trim().max(200).optional().catch(undefined)),
  produkt: z.preprocess(empty, id),
  leverantor: z.preprocess(empty, id),
  funktion: z.preprocess(empty, id),
  omrade: z.preprocess(empty, id),
  kommun: z.preprocess(empty, id),
  lan: z.preprocess(
    empty,
    z
      .string()
      .regex(/^\d{2}$/u)
      .optional()
      .catch(undefined),
  ),
  storlek: z
    .enum(sizes.map((size) => size.id))
    .optional()
    .catch(undefined),
  natverk: z.preprocess(empty, id),
  status: z.enum(fields.status.options).optional().catch(undefined),
});
export type Filter = z.infer<typeof Filter>;

export const page = z.coerce.number().int().min(1).max(10_000).default(1).catch(1);

/** The parts of a filter that can be chosen among, in the order that they stand above a list. */
export const facetIds = [
  'produkt',
  'leverantor',
  'funktion',
  'omrade',
  'lan',
  'storlek',
  'natverk',
  'status',
] as const;
export type FacetId = (typeof facetIds)[number];
