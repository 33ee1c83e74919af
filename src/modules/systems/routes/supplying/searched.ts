import { z } from 'zod';
import type { Searched } from '../../pages/supplying/searched.tsx';

/** What a list that is searched and paged reads of its address. */
export const SearchedQuery = z.object({
  q: z.string().trim().max(200).default(''),
  sida: z.coerce.number().int().min(1).max(10_000).default(1),
});

type Query = Readonly<Record<string, string | number | undefined>>;

/** The list as its page shows it; `at` gives its address with a query. */
export function searchedBy(
  { q, sida }: z.infer<typeof SearchedQuery>,
  {
    total,
    perPage,
    at,
  }: { readonly total: number; readonly perPage: number; readonly at: (query: Query) => string },
): Searched {
  return {
    action: at({}),
    search: q,
    page: sida,
    pages: Math.max(1, Math.ceil(total / perPage)),
    pageTo: (page) => at({ q: q === '' ? undefined : q, sida: page }),
  };
}
