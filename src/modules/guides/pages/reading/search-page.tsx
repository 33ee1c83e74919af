import type { VNode } from 'preact';
import { EmptyState, Link, PageHead, Pagination, SearchField, type Crumb } from '../../../../ui/index.ts';
import type { ReadingTexts } from '../../texts/reading.ts';

/** A text cut into words, those marked that were asked for. */
export type Marked = readonly { readonly text: string; readonly found: boolean }[];

export type FindView = {
  readonly id: string;
  readonly title: Marked;
  readonly guide: string;
  readonly text: Marked;
  readonly to: string;
};

export type SearchView = {
  readonly words: ReadingTexts;
  readonly trail: readonly Crumb[];
  readonly searchTo: string;
  readonly wanted: string;
  readonly summary: string;
  readonly finds: readonly FindView[];
  readonly meant: { readonly text: string; readonly to: string } | null;
  readonly allTo: string;
  readonly page: number;
  readonly pages: number;
  readonly pageTo: (page: number) => string;
};

/** What a question finds, each with its words and the way to the very place. */
export function SearchPage(view: SearchView): VNode {
  const { words } = view;
  return (
    <div class="guides-list">
      <PageHead title={words.title} trail={view.trail} summary={view.summary} />
      <SearchField action={view.searchTo} name="sok" label={words.list.search} value={view.wanted} />
      {view.finds.length === 0 ? (
        <EmptyState
          title={words.search.nothing(view.wanted)}
          actions={<Link to={view.allTo}>{words.list.showAll}</Link>}
        >
          {view.meant === null ? null : (
            <p>
              {words.search.meant} <Link to={view.meant.to}>{view.meant.text}</Link>?
            </p>
          )}
        </EmptyState>
      ) : (
        <ol class="guides-finds">
          {view.finds.map((find) => (
            <li key={find.id}>
              <p class="guides-find-title">
                <Link to={find.to}>
                  <Words words={find.title} />
                </Link>
              </p>
              <p class="k-meta">{find.guide}</p>
              {find.text.length === 0 ? null : (
                <p class="guides-find-text k-serif">
                  <Words words={find.text} />
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
      <Pagination page={view.page} pages={view.pages} to={view.pageTo} />
    </div>
  );
}

function Words({ words }: { readonly words: Marked }): VNode {
  return <>{words.map((word, index) => (word.found ? <mark key={index}>{word.text}</mark> : word.text))}</>;
}
