import type { VNode } from 'preact';
import type { Language } from '../../../../platform/http/index.ts';
import {
  ButtonLink,
  EmptyState,
  Facts,
  Link,
  LinkList,
  PageHead,
  Pagination,
  SearchField,
  Section,
  Table,
  Tag,
  type Crumb,
} from '../../../../ui/index.ts';
import type { Product, Supplier } from '../../catalogue/record.ts';
import { SaveLine } from '../save-line.tsx';
import type { SheetFormat } from '../../sheets/write.ts';
import { catalogueTexts } from '../../texts/catalogue.ts';
import { supplyingTexts } from '../../texts/supplying.ts';

export type SupplierRow = {
  readonly supplier: Supplier;
  readonly names: readonly string[];
  readonly products: number;
};

export type SuppliersView = {
  readonly language: Language;
  readonly q: string;
  readonly rows: readonly SupplierRow[];
  readonly page: number;
  readonly pages: number;
  readonly action: string;
  readonly at: (page: number) => string;
  readonly sheet: (format: SheetFormat) => string;
  readonly supplier: (id: string) => string;
  readonly trail: readonly Crumb[];
};

export function SuppliersPage({ view }: { readonly view: SuppliersView }): VNode {
  const { language } = view;
  const words = catalogueTexts(language).supplier;
  return (
    <>
      <PageHead title={words.title} summary={words.summary} trail={view.trail} />
      <SearchField action={view.action} label={words.search} value={view.q} />
      {view.rows.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <Table
          caption={words.title}
          paper
          rows={view.rows}
          rowKey={({ supplier }) => supplier.id}
          columns={[
            {
              id: 'name',
              title: words.columns.name,
              cell: ({ supplier }) => (
                <>
                  <Link to={view.supplier(supplier.id)}>{supplier.name}</Link>{' '}
                  {supplier.example === true && <Tag>{catalogueTexts(language).open.example}</Tag>}
                </>
              ),
            },
            { id: 'other', title: words.columns.other, cell: ({ names }) => names.slice(1, 4).join(', ') },
            {
              id: 'products',
              title: words.columns.products,
              numbers: true,
              labelled: true,
              cell: ({ products }) => products,
            },
          ]}
        />
      )}
      <Pagination page={view.page} pages={view.pages} to={view.at} />
      {view.rows.length > 0 && <SaveLine say={catalogueTexts(language).open.save} to={view.sheet} />}
    </>
  );
}

export type SupplierView = {
  readonly language: Language;
  readonly supplier: Supplier;
  readonly aliases: readonly string[];
  readonly formerNames: readonly string[];
  readonly products: readonly Product[];
  readonly product: (id: string) => string;
  readonly change: string | null;
  /** The supplier looks after the record itself. */
  readonly kept: boolean;
  readonly trail: readonly Crumb[];
};

export function SupplierPage({ view }: { readonly view: SupplierView }): VNode {
  const { language, supplier, products, aliases, formerNames, change } = view;
  const words = catalogueTexts(language);
  return (
    <>
      <PageHead
        title={supplier.name}
        trail={view.trail}
        {...(supplier.example === true ? { summary: words.product.example } : {})}
        {...(view.kept ? { facts: [supplyingTexts(language).accounts.keeps] } : {})}
        {...(change === null
          ? {}
          : {
              aside: (
                <ButtonLink to={change} kind="secondary">
                  {words.product.change}
                </ButtonLink>
              ),
            })}
      />
      <Section title={words.supplier.products} note={words.open.products(products.length)}>
        {products.length === 0 ? (
          <p>{words.supplier.noProducts}</p>
        ) : (
          <LinkList
            ruled
            items={products.map((product) => ({
              id: product.id,
              title: product.name,
              to: view.product(product.id),
              note: product.what[language],
            }))}
          />
        )}
      </Section>
      <Section title={words.product.facts}>
        <Facts
          facts={[
            {
              term: words.supplier.number,
              value: supplier.organisationNumber ?? words.product.unknown,
            },
            {
              term: words.product.web,
              value:
                supplier.web === undefined ? (
                  words.product.unknown
                ) : (
                  <Link to={supplier.web} rel="external">
                    {supplier.web.replace(/^https?:\/\/(?:www\.)?/u, '').replace(/\/$/u, '')}
                  </Link>
                ),
            },
            ...(aliases.length === 0 ? [] : [{ term: words.product.aliases, value: aliases.join(', ') }]),
            ...(formerNames.length === 0
              ? []
              : [{ term: words.product.formerNames, value: formerNames.join(', ') }]),
          ]}
        />
      </Section>
    </>
  );
}
