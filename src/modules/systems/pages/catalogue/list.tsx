import type { VNode } from 'preact';
import type { Language } from '../../../../platform/http/index.ts';
import {
  Chips,
  EmptyState,
  ExampleNote,
  Lines,
  Link,
  LinkList,
  Pagination,
  SearchField,
  Section,
  Stack,
  Table,
  Tag,
  type Chip,
} from '../../../../ui/index.ts';
import { perPage, type ProductHit, type ProductsFound } from '../../catalogue/search.ts';
import { findStandard, standards } from '../../catalogue/standards.ts';
import type { SheetFormat } from '../../sheets/write.ts';
import type { Area } from '../../taxonomy/edition.ts';
import { allComponents } from '../../taxonomy/editions.ts';
import { countingIn } from '../../texts/counting.ts';
import { SaveLine } from '../save-line.tsx';
import { catalogueTexts } from '../../texts/catalogue.ts';
import { supplyingTexts } from '../../texts/supplying.ts';

export type ListQuery = {
  readonly q: string;
  readonly area?: string | undefined;
  readonly component?: string | undefined;
  readonly supplier?: string | undefined;
  readonly standard?: string | undefined;
  readonly page: number;
};

export type ListView = {
  readonly language: Language;
  readonly query: ListQuery;
  readonly found: ProductsFound;
  /** Areas with how many products each has. */
  readonly areas: readonly { readonly area: Area; readonly count: number }[];
  /** The name of the supplier that is asked for. */
  readonly supplierName: string | null;
  readonly action: string;
  readonly at: (change: Partial<Record<keyof ListQuery, string | number | undefined>>) => string;
  readonly sheet: (format: SheetFormat) => string;
  readonly product: (id: string) => string;
  readonly supplier: (id: string) => string;
};

function chipsOf({ language, query, areas, supplierName, at }: ListView): readonly Chip[] {
  const words = catalogueTexts(language).open;
  const area = areas.find((one) => one.area.id === query.area)?.area;
  const component = query.component === undefined ? undefined : allComponents().get(query.component);
  const areaChip: Chip =
    area === undefined
      ? {
          id: 'area',
          title: words.allAreas,
          options: areas.map((one) => ({
            title: countingIn(language).beside(one.area.name[language], one.count),
            to: at({ area: one.area.id, page: undefined }),
          })),
        }
      : { id: 'area', title: area.name[language], clear: at({ area: undefined, page: undefined }) };
  const chosen = query.standard === undefined ? null : findStandard(query.standard);
  const filter = supplyingTexts(language).filter;
  const standardChip: Chip =
    chosen === null
      ? {
          id: 'standard',
          title: filter.all,
          options: standards().map(({ id, name }) => ({
            title: name,
            to: at({ standard: id, page: undefined }),
          })),
        }
      : {
          id: 'standard',
          title: filter.follows(chosen.name),
          clear: at({ standard: undefined, page: undefined }),
        };
  return [
    areaChip,
    standardChip,
    ...(component === undefined
      ? []
      : [
          {
            id: 'component',
            title: component.name[language],
            clear: at({ component: undefined, page: undefined }),
          },
        ]),
    ...(query.supplier === undefined
      ? []
      : [
          {
            id: 'supplier',
            title: supplierName ?? query.supplier,
            clear: at({ supplier: undefined, page: undefined }),
          },
        ]),
  ];
}

/** What a product does, in a few words. */
const doesOf = (components: readonly string[], language: Language): string =>
  components
    .flatMap((id) => allComponents().get(id)?.name[language] ?? [])
    .slice(0, 3)
    .join(', ');

function Hits({ view }: { readonly view: ListView }): VNode {
  const { language, found } = view;
  const words = catalogueTexts(language);
  return (
    <Table<ProductHit>
      caption={words.open.title}
      paper
      rows={found.hits}
      rowKey={({ product }) => product.id}
      columns={[
        {
          id: 'product',
          title: words.open.columns.product,
          cell: ({ product }) => (
            <Lines strong note={product.what[language]}>
              <Link to={view.product(product.id)}>{product.name}</Link>{' '}
              {product.licence === 'open-source' && <Tag>{words.licence['open-source']}</Tag>}{' '}
              {product.example === true && <Tag>{words.open.example}</Tag>}
            </Lines>
          ),
        },
        {
          id: 'supplier',
          title: words.open.columns.supplier,
          cell: ({ supplier }) =>
            supplier === null ? (
              <span class="k-meta">{words.open.noSupplier}</span>
            ) : (
              <Link to={view.supplier(supplier.id)}>{supplier.name}</Link>
            ),
        },
        {
          id: 'does',
          title: words.open.columns.does,
          cell: ({ product }) => doesOf(product.components, language),
        },
      ]}
    />
  );
}

function Nothing({ view }: { readonly view: ListView }): VNode {
  const words = catalogueTexts(view.language).open;
  const { q } = view.query;
  const meant = view.found.didYouMean;
  return (
    <EmptyState title={q === '' ? words.noneFiltered : words.none(q)}>
      {meant !== null && (
        <p>
          {words.didYouMean} <Link to={view.at({ q: meant, page: undefined })}>{meant}</Link>?
        </p>
      )}
      <p>
        <Link
          to={view.at({
            q: undefined,
            area: undefined,
            component: undefined,
            supplier: undefined,
            standard: undefined,
            page: undefined,
          })}
        >
          {words.showAll}
        </Link>
      </p>
    </EmptyState>
  );
}

const isBare = ({ q, area, component, supplier, standard, page }: ListQuery): boolean =>
  q === '' && page === 1 && [area, component, supplier, standard].every((one) => one === undefined);

function Areas({ view }: { readonly view: ListView }): VNode {
  const { language } = view;
  const words = catalogueTexts(language).open;
  return (
    <div class="systems-areas">
      <Section title={words.byArea} plain>
        <LinkList
          columns={4}
          items={view.areas
            .filter(({ count }) => count > 0)
            .map(({ area, count }) => ({
              id: area.id,
              title: area.name[language],
              to: view.at({ area: area.id }),
              note: words.products(count),
            }))}
        />
      </Section>
    </div>
  );
}

function Found({ view }: { readonly view: ListView }): VNode {
  const { language, found } = view;
  const words = catalogueTexts(language).open;
  const first = (found.page - 1) * perPage + 1;
  const range = words.range(first, first + found.hits.length - 1, found.total);
  return (
    <>
      <Chips chips={chipsOf(view)} {...(found.hits.length > 0 ? { count: range } : {})} />
      {found.hits.length === 0 ? <Nothing view={view} /> : <Hits view={view} />}
      <Pagination page={found.page} pages={found.pages} to={(page) => view.at({ page })} />
      {found.hits.some(({ product }) => product.example === true) && (
        <ExampleNote>{words.examples}</ExampleNote>
      )}
      {found.total > 0 && <SaveLine say={words.save} to={view.sheet} />}
    </>
  );
}

/** Products: search, filters that the address holds, 25 a page, and the whole list as a file. */
export function ProductList({ view }: { readonly view: ListView }): VNode {
  const { language, query } = view;
  const words = catalogueTexts(language).open;
  const { q: _, page: __, ...filters } = query;
  const kept = Object.fromEntries(
    Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return (
    <Stack>
      <SearchField
        action={view.action}
        label={words.search}
        value={query.q}
        help={words.searchHelp}
        hidden={kept}
      />
      {isBare(query) ? (
        <>
          <Areas view={view} />
          <Section title={words.all}>
            <Stack>
              <Found view={view} />
            </Stack>
          </Section>
        </>
      ) : (
        <Found view={view} />
      )}
    </Stack>
  );
}
