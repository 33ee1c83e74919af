import type { VNode } from 'preact';
import { Chips, EmptyState, Link, LinkList, PageHead, Pagination, SearchField } from '../../../ui/index.ts';
import type { Chip } from '../../../ui/index.ts';
import type { Texts } from '../texts/index.ts';
import type { ServiceItem } from './start-page.tsx';

export type ListView = {
  readonly words: Texts;
  readonly searchTo: string;
  readonly allTo: string;
  readonly wanted: string;
  readonly subject: { readonly chips: readonly Chip[]; readonly id: string | null };
  readonly items: readonly ServiceItem[];
  /** How many there are in all, of which `items` are one page. */
  readonly total: number;
  readonly range: string;
  readonly meant: { readonly text: string; readonly to: string } | null;
  readonly page: number;
  readonly pages: number;
  readonly pageTo: (page: number) => string;
};

/** Every service of a municipality, searched and by subject. The address is the search. */
export function ListPage(view: ListView): VNode {
  const { words, wanted } = view;
  return (
    <div class="sv-list">
      <PageHead
        title={words.list.heading}
        {...(wanted === '' || view.total === 0 ? {} : { summary: words.list.found(view.total, wanted) })}
      />
      <SearchField
        action={view.searchTo}
        name="sok"
        label={words.start.search}
        value={wanted}
        hidden={view.subject.id === null ? {} : { amne: view.subject.id }}
      />
      <Chips
        chips={view.subject.chips}
        label={words.list.subject}
        {...(view.total === 0 ? {} : { count: view.range })}
      />
      {view.items.length === 0 ? <Nothing {...view} /> : <Items {...view} />}
      <Pagination page={view.page} pages={view.pages} to={view.pageTo} />
    </div>
  );
}

function Items(view: ListView): VNode {
  return (
    <LinkList
      ruled
      items={view.items.map((item) => ({ id: item.id, to: item.to, title: item.task, note: item.note }))}
    />
  );
}

function Nothing({ words, wanted, meant, allTo }: ListView): VNode {
  return (
    <EmptyState
      title={wanted === '' ? words.list.empty : words.list.nothing(wanted)}
      actions={<Link to={allTo}>{words.list.showAll}</Link>}
    >
      {meant === null ? null : (
        <p>
          {words.list.didYouMean} <Link to={meant.to}>{meant.text}</Link>?
        </p>
      )}
    </EmptyState>
  );
}
