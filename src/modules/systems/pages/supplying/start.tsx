import type { VNode } from 'preact';
import { Link, LinkList, PageHead, Section, type LinkListItem } from '../../../../ui/index.ts';
import type { SupplyingTexts } from '../../texts/supplying.ts';
import { ProductTable, type ProductLine } from './products.tsx';

export type StartView = {
  readonly words: SupplyingTexts;
  readonly name: string;
  /** Its own records in the catalogue. */
  readonly records: readonly { readonly id: string; readonly name: string; readonly to: string }[];
  readonly todo: readonly LinkListItem[];
  readonly products: readonly ProductLine[];
  readonly allProducts: string;
  readonly counted: string;
  readonly customers: string;
  readonly claimsTo: string;
};

/** Where a supplier's work begins: what is left to say, its products, its customers, and what it is told. */
export function StartPage(view: StartView): VNode {
  const words = view.words.start;
  return (
    <>
      <PageHead
        title={view.name}
        summary={words.summary}
        facts={view.records.map(({ id, name, to }) => (
          <Link key={id} to={to} label={`${view.words.nav.record}: ${name}`}>
            {view.records.length === 1 ? view.words.nav.record : name}
          </Link>
        ))}
      />
      <Section title={words.todo}>
        {view.todo.length === 0 ? (
          <p>
            <strong>{words.nothing}</strong> {words.nothingWhat}
          </p>
        ) : (
          <LinkList items={view.todo} ruled />
        )}
      </Section>
      <Section
        title={words.products}
        note={view.counted}
        action={<Link to={view.allProducts}>{words.allProducts}</Link>}
      >
        <ProductTable words={view.words} rows={view.products} />
      </Section>
      <Section title={words.customers} action={<Link to={view.claimsTo}>{words.claims}</Link>}>
        <p>{view.customers}</p>
      </Section>
      <Section title={words.told}>
        <p>{words.toldWhat}</p>
      </Section>
    </>
  );
}
