import type { VNode } from 'preact';
import { Actions, ButtonLink, Lines, Link, PageHead, Table } from '../../../../ui/index.ts';
import type { SupplyingTexts } from '../../texts/supplying.ts';
import { SearchedList, type Searched } from './searched.tsx';

export type ProductLine = {
  readonly id: string;
  readonly name: string;
  readonly to: string;
  readonly what: string;
  /** How many use it, in words. */
  readonly count: string;
  readonly answers: string;
  readonly standardsTo: string;
  readonly changeTo: string;
};

export type ProductsView = {
  readonly words: SupplyingTexts;
  readonly summary: string;
  readonly counted: string;
  readonly addTo: string;
  readonly list: Searched;
  readonly rows: readonly ProductLine[];
  readonly range: string;
};

/** A supplier's products: how many use each in whole steps, and what is left to say of it. */
export function ProductsPage(view: ProductsView): VNode {
  const words = view.words.products;
  return (
    <>
      <PageHead
        title={words.title}
        summary={view.summary}
        aside={<ButtonLink to={view.addTo}>{words.add}</ButtonLink>}
      />
      <SearchedList list={view.list} words={words} empty={view.rows.length === 0}>
        <ProductTable words={view.words} rows={view.rows} />
        <p class="k-meta">{view.range}</p>
      </SearchedList>
      <p class="k-meta">{view.counted}</p>
    </>
  );
}

export function ProductTable(props: {
  readonly words: SupplyingTexts;
  readonly rows: readonly ProductLine[];
}): VNode {
  const { products: words, count } = props.words;
  return (
    <Table<ProductLine>
      caption={words.title}
      paper
      rows={props.rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'product',
          title: words.product,
          cell: ({ name, to, what }) => (
            <Lines strong note={what}>
              <Link to={to}>{name}</Link>
            </Lines>
          ),
        },
        { id: 'count', title: count.title, labelled: true, cell: (row) => row.count },
        { id: 'answers', title: words.answers, labelled: true, cell: ({ answers }) => answers },
        {
          id: 'acts',
          title: words.acts,
          hiddenTitle: true,
          cell: ({ name, standardsTo, changeTo }) => (
            <Actions>
              <Link to={standardsTo} label={words.standardsOf(name)}>
                {words.standards}
              </Link>
              <Link to={changeTo} label={words.changeOf(name)}>
                {words.change}
              </Link>
            </Actions>
          ),
        },
      ]}
    />
  );
}
