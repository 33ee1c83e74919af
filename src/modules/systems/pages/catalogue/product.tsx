import type { VNode } from 'preact';
import type { Language } from '../../../../platform/http/index.ts';
import {
  ButtonLink,
  ExampleNote,
  Facts,
  Link,
  LinkList,
  PageHead,
  Section,
  Table,
  Terms,
  type Crumb,
  type Fact,
} from '../../../../ui/index.ts';
import type { Product, Supplier } from '../../catalogue/record.ts';
import { findStandard } from '../../catalogue/standards.ts';
import type { OwnComponent } from '../../taxonomy/own.ts';
import { catalogueTexts } from '../../texts/catalogue.ts';
import { everybodyTexts } from '../../texts/everybody.ts';
import { Stated, type StatedStandard } from './stated.tsx';

export type ProductView = {
  readonly language: Language;
  readonly product: Product;
  readonly supplier: Supplier | null;
  /** Names of all that is merged into it, its own aside. */
  readonly aliases: readonly string[];
  readonly formerNames: readonly string[];
  readonly components: readonly OwnComponent[];
  readonly areaName: (id: string) => string;
  /** Other products that do the same. */
  readonly like: readonly { readonly id: string; readonly name: string; readonly supplier: string }[];
  /** What its supplier answers of standards: its own word. */
  readonly stated: readonly StatedStandard[];
  readonly trail: readonly Crumb[];
  readonly addresses: {
    readonly supplier: (id: string) => string;
    readonly product: (id: string) => string;
    readonly component: (id: string) => string;
    /** Null where too little is known for one. */
    readonly publiccode: string | null;
    /** For whoever may do it. */
    readonly change: string | null;
    readonly history: string | null;
    /** Who uses it, for whoever may know. */
    readonly users: string | null;
  };
};

const outside = (address: string): VNode => (
  <Link to={address} rel="external">
    {address.replace(/^https?:\/\//u, '').replace(/\/$/u, '')}
  </Link>
);

const list = (names: readonly string[]): string => names.join(', ');

function factsOf({
  language,
  product,
  supplier,
  aliases,
  formerNames,
  addresses,
}: ProductView): readonly Fact[] {
  const words = catalogueTexts(language);
  const { unknown } = words.product;
  return [
    {
      term: words.product.supplier,
      value: supplier === null ? unknown : <Link to={addresses.supplier(supplier.id)}>{supplier.name}</Link>,
    },
    { term: words.product.licence, value: words.licence[product.licence] },
    ...(product.spdx === undefined ? [] : [{ term: words.product.spdx, value: product.spdx }]),
    {
      term: words.product.hosting,
      value: product.hosting.length === 0 ? unknown : list(product.hosting.map((one) => words.hosting[one])),
    },
    ...(product.web === undefined ? [] : [{ term: words.product.web, value: outside(product.web) }]),
    ...(aliases.length === 0 ? [] : [{ term: words.product.aliases, value: list(aliases) }]),
    ...(formerNames.length === 0 ? [] : [{ term: words.product.formerNames, value: list(formerNames) }]),
    ...(product.cpe === undefined ? [] : [{ term: words.product.cpe, value: <code>{product.cpe}</code> }]),
    ...(product.publiccode === undefined
      ? []
      : [{ term: words.product.publiccodeAt, value: outside(product.publiccode) }]),
  ];
}

function Does({ view }: { readonly view: ProductView }): VNode {
  const { language, components, addresses } = view;
  const words = catalogueTexts(language).product;
  return (
    <Section title={words.does}>
      {components.length === 0 ? (
        <p>{words.noComponents}</p>
      ) : (
        <Terms
          rows={components.map((component) => ({
            id: `does-${component.id}`,
            term: <Link to={addresses.component(component.id)}>{component.name[language]}</Link>,
            text: (
              <>
                {component.explanation[language]} <span class="k-meta">{view.areaName(component.area)}</span>
              </>
            ),
          }))}
        />
      )}
    </Section>
  );
}

function Technical({ view }: { readonly view: ProductView }): VNode {
  const { language, product } = view;
  const words = catalogueTexts(language).product;
  return (
    <>
      {product.standards.length > 0 && (
        <Section title={words.standards} note={words.standardsWhat}>
          <Terms
            rows={product.standards.map(({ standard, evidence }) => {
              const known = findStandard(standard);
              return {
                id: `standard-${standard}`,
                term: known === null ? standard : <Link to={known.web}>{known.name}</Link>,
                text: (
                  <>
                    {known?.about[language]} <span class="k-meta">{evidence ?? words.noEvidence}</span>
                  </>
                ),
              };
            })}
          />
        </Section>
      )}
      {product.interfaces.length > 0 && (
        <Section title={words.interfaces}>
          <Terms
            rows={product.interfaces.map(({ id, name, what, standard }) => ({
              id: `interface-${id}`,
              term: name,
              text: (
                <>
                  {what[language]}{' '}
                  {standard !== undefined && <span class="k-meta">{findStandard(standard)?.name}</span>}
                </>
              ),
            }))}
          />
        </Section>
      )}
      {product.versions.length > 0 && (
        <Section title={words.versions}>
          <Table
            caption={words.versions}
            rows={product.versions}
            rowKey={({ id }) => id}
            columns={[
              { id: 'name', title: words.versions, cell: ({ name }) => name },
              {
                id: 'time',
                title: words.facts,
                cell: ({ from = '', until = '' }) => `${from} – ${until}`,
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}

/** A product of the catalogue: what it does, who supplies it, what it keeps to. Nothing of who uses it. */
export function ProductPage({ view }: { readonly view: ProductView }): VNode {
  const { language, product, like, addresses } = view;
  const words = catalogueTexts(language).product;
  return (
    <>
      <PageHead
        title={product.name}
        lede={product.what[language]}
        trail={view.trail}
        {...(addresses.users === null
          ? {}
          : { facts: [<Link to={addresses.users}>{everybodyTexts(language).product.users}</Link>] })}
        {...(addresses.change === null
          ? {}
          : {
              aside: (
                <ButtonLink to={addresses.change} kind="secondary">
                  {words.change}
                </ButtonLink>
              ),
            })}
      />
      {product.example === true && <ExampleNote>{words.example}</ExampleNote>}
      <Does view={view} />
      <Section title={words.facts}>
        <Facts facts={factsOf(view)} />
      </Section>
      <Technical view={view} />
      <Stated language={language} stated={view.stated} />
      {like.length > 0 && (
        <Section title={words.like}>
          <LinkList
            columns={4}
            items={like.map(({ id, name, supplier }) => ({
              id,
              title: name,
              to: addresses.product(id),
              note: supplier,
            }))}
          />
        </Section>
      )}
      <p class="k-meta">
        {addresses.publiccode !== null && <Link to={addresses.publiccode}>{words.download}</Link>}
        {addresses.history !== null && (
          <>
            {addresses.publiccode === null ? '' : ' · '}
            <Link to={addresses.history}>{words.history}</Link>
          </>
        )}
      </p>
    </>
  );
}
