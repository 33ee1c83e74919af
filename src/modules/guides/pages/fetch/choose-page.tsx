import type { VNode } from 'preact';
import {
  Chips,
  EmptyState,
  Link,
  LinkList,
  PageHead,
  Pagination,
  SearchField,
  type Chip,
  type Crumb,
} from '../../../../ui/index.ts';
import type { FetchTexts } from '../../texts/fetch.ts';

export type Offered = {
  readonly id: string;
  readonly title: string;
  readonly to: string;
  /** Whose it is, and which version. */
  readonly note: string;
};

export type ChooseView = {
  readonly words: FetchTexts;
  readonly trail: readonly Crumb[];
  /** Where the search goes, with what it keeps. */
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly asked: string;
  readonly chips: readonly Chip[];
  readonly count: string;
  readonly guides: readonly Offered[];
  readonly all: string;
  readonly page: number;
  readonly pages: number;
  readonly pageTo: (page: number) => string;
};

/** Which guide to fetch from: one's own, or one in the library. */
export function ChooseGuidePage(view: ChooseView): VNode {
  const { words, asked } = view;
  return (
    <div class="guides-studio">
      <PageHead title={words.title} trail={view.trail} summary={words.lede} />
      <SearchField action={view.action} label={words.search} name="sok" value={asked} hidden={view.hidden} />
      <Chips
        chips={view.chips}
        label={words.where}
        {...(view.guides.length === 0 ? {} : { count: view.count })}
      />
      {view.guides.length === 0 ? (
        <EmptyState title={asked === '' ? words.none : words.noneFor(asked)}>
          {asked === '' ? null : (
            <p>
              {words.noneWhat} <Link to={view.all}>{words.showAll}</Link>
            </p>
          )}
        </EmptyState>
      ) : (
        <LinkList ruled items={view.guides} label={words.title} />
      )}
      <Pagination page={view.page} pages={view.pages} to={view.pageTo} />
    </div>
  );
}
