import type { VNode } from 'preact';
import { link } from '../../../platform/http/index.ts';
import { type Chip, Chips, SideList } from '../../../ui/index.ts';
import { workAddresses } from '../addresses.ts';
import { type Filter, type Order, orders, ownViews, perPage, type View } from '../model/listing.ts';
import { stateKinds } from '../model/process.ts';
import { textIn } from '../texts/localised.ts';
import { texts } from '../texts/index.ts';
import type { ListPageProps } from './list-view.ts';

type Change = {
  readonly view?: View;
  readonly work?: string | null;
  readonly step?: string | null;
  readonly order?: Order;
  readonly search?: string;
  readonly page?: number;
};

/** The address of the same list with something changed. A changed filter begins at its first page. */
export function listAddress(filter: Filter, change: Change): string {
  const { view = filter.view, work = filter.work, step = filter.step, order = filter.order } = change;
  const { search = filter.search, page = 1 } = change;
  const target = ownViews.includes(view) ? workAddresses.today : workAddresses.cases;
  return link(
    target,
    { organisation: filter.organisation },
    {
      vy: view === 'to-do' || view === 'open' ? undefined : view,
      typ: work ?? undefined,
      steg: step ?? undefined,
      ordning: order === 'due' ? undefined : order,
      q: search === '' ? undefined : search,
      sida: page === 1 ? undefined : page,
    },
  );
}

/** Saved views with how many cases each holds. */
export function Views({ language, filter, counts, works, office }: ListPageProps): VNode {
  const words = texts(language).work.views;
  const item = (view: View) => ({
    id: view,
    title: words[view],
    to: listAddress({ ...filter, work: null, step: null, search: '' }, { view }),
    note: String(counts[view]),
    current: filter.view === view && filter.work === null && filter.search === '',
  });
  const types = works.map(({ work, title, count }) => ({
    id: work,
    title: textIn(title, language),
    to: listAddress({ ...filter, step: null, search: '' }, { view: 'open', work }),
    note: String(count),
    current: filter.work === work,
  }));
  return (
    <SideList
      label={words.label}
      groups={[
        { id: 'mine', title: words.mine, items: ownViews.map(item) },
        { id: 'office', title: office, items: (['free', 'open', 'soon', 'all'] as const).map(item) },
        ...(types.length === 0 ? [] : [{ id: 'types', title: words.types, items: types }]),
      ]}
    />
  );
}

/** What the list is narrowed by. */
export function Filters({ language, filter, listed, works }: ListPageProps): VNode {
  const words = texts(language).work;
  const workTitle = works.find(({ work }) => work === filter.work)?.title;
  const chips: readonly Chip[] = [
    filter.work === null
      ? {
          id: 'work',
          title: words.allTypes,
          options: works.map(({ work, title }) => ({
            title: textIn(title, language),
            to: listAddress(filter, { work }),
          })),
        }
      : {
          id: 'work',
          title: workTitle === undefined ? filter.work : textIn(workTitle, language),
          clear: listAddress(filter, { work: null }),
        },
    filter.step === null
      ? {
          id: 'step',
          title: words.allSteps,
          options: stateKinds.map((step) => ({
            title: words.steps[step],
            to: listAddress(filter, { step }),
          })),
        }
      : { id: 'step', title: words.steps[filter.step], clear: listAddress(filter, { step: null }) },
    {
      id: 'order',
      title: words.orders[filter.order],
      options: orders.map((order) => ({
        title: words.orders[order],
        to: listAddress(filter, { order }),
        current: order === filter.order,
      })),
    },
    ...(filter.search === ''
      ? []
      : [{ id: 'search', title: `”${filter.search}”`, clear: listAddress(filter, { search: '' }) }]),
  ];
  const first = (filter.page - 1) * perPage + 1;
  return <Chips chips={chips} count={words.found(first, first + listed.rows.length - 1, listed.total)} />;
}
