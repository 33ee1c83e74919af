import type { VNode } from 'preact';
import { Link } from '../link/view.tsx';
import { texts } from '../texts/index.ts';
import { usePage } from '../page/context.ts';

export type PaginationProps = {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly to: (page: number) => string;
};

/** The first, the last and those beside the present page; a gap stands as null. */
export function pagesShown(page: number, pages: number): readonly (number | null)[] {
  const wanted = new Set([1, pages, page - 1, page, page + 1].filter((n) => n >= 1 && n <= pages));
  const sorted = [...wanted].toSorted((a, b) => a - b);
  return sorted.flatMap((n, index) => {
    const gap = n - (sorted[index - 1] ?? n - 1);
    if (gap === 1) return [n];
    return gap === 2 ? [n - 1, n] : [null, n];
  });
}

export function Pagination(props: PaginationProps): VNode | null {
  const { language } = usePage();
  const words = texts(language);
  if (props.pages <= 1) return null;
  return (
    <nav class="k-pagination" aria-label={words.pages}>
      {props.page > 1 ? (
        <Link to={props.to(props.page - 1)} rel="prev">
          {words.previous}
        </Link>
      ) : null}
      <ol class="k-pagination-pages">
        {pagesShown(props.page, props.pages).map((page, index) => (
          <li key={page ?? `gap-${index}`}>
            {page === null ? (
              <span aria-hidden="true">…</span>
            ) : (
              <Link
                to={props.to(page)}
                label={words.page(page)}
                {...(page === props.page ? { current: 'page' as const } : {})}
              >
                {page}
              </Link>
            )}
          </li>
        ))}
      </ol>
      {props.page < props.pages ? (
        <Link to={props.to(props.page + 1)} rel="next">
          {words.next}
        </Link>
      ) : null}
    </nav>
  );
}
