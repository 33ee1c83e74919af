import { z } from 'zod';
import type { Localised } from '../../../kernel/index.ts';
import { Slug } from './input.ts';

export const librarySorts = ['relevance', 'title', 'most-used', 'newest'] as const;

export const LibraryQuery = z.object({
  q: z.string().trim().max(200).default(''),
  kind: Slug.optional(),
  subject: Slug.optional(),
  owner: Slug.optional(),
  network: Slug.optional(),
  sort: z.enum(librarySorts).optional(),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});
export type LibraryQuery = Readonly<z.infer<typeof LibraryQuery>>;

export const pageSize = 25;

export type LibraryHit = {
  readonly work: string;
  readonly organisation: string;
  readonly kind: string;
  readonly subject: string | null;
  readonly title: Localised;
  readonly summary: Localised | null;
  readonly number: number;
  readonly publishedAt: Date;
  readonly users: number;
  readonly withdrawn: boolean;
  /** True when the reader's own organisation has a variant. */
  readonly ours: boolean;
};

export type Facet = { readonly id: string; readonly count: number };

export type LibraryPage = {
  readonly hits: readonly LibraryHit[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly facets: {
    readonly kinds: readonly Facet[];
    readonly subjects: readonly Facet[];
    readonly owners: readonly Facet[];
  };
  /** A word that would have given hits. */
  readonly didYouMean: string | null;
};
