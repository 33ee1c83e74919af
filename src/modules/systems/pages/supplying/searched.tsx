import type { ComponentChildren, VNode } from 'preact';
import { EmptyState, Pagination, SearchField } from '../../../../ui/index.ts';

/** A list that is searched and paged by its address. */
export type Searched = {
  readonly action: string;
  readonly search: string;
  readonly page: number;
  readonly pages: number;
  readonly pageTo: (page: number) => string;
};

/** The search, the rows or that there are none, and the way to the other pages. */
export function SearchedList(props: {
  readonly list: Searched;
  readonly words: { readonly search: string; readonly none: string; readonly noneFound: string };
  readonly empty: boolean;
  readonly children: ComponentChildren;
}): VNode {
  const { list, words, empty, children } = props;
  return (
    <>
      {empty && list.search === '' ? null : (
        <SearchField action={list.action} label={words.search} value={list.search} />
      )}
      {empty ? <EmptyState title={list.search === '' ? words.none : words.noneFound} /> : children}
      <Pagination page={list.page} pages={list.pages} to={list.pageTo} />
    </>
  );
}
