import { municipalities } from '../../src/modules/organisations/index.ts';
import { readCatalogue } from '../../src/modules/systems/catalogue/reading.ts';
import { compareOrganisations } from '../../src/modules/systems/everybody/compare/find.ts';
import { mapOf } from '../../src/modules/systems/everybody/map/map.ts';
import { listNetworks } from '../../src/modules/systems/everybody/places.ts';
import { productsOf } from '../../src/modules/systems/everybody/products.ts';
import type { LandscapeReader } from '../../src/modules/systems/everybody/reader.ts';
import { searchUsages } from '../../src/modules/systems/everybody/search/search.ts';
import { readSketches } from '../../src/modules/systems/everybody/sketch/sketch.ts';
import type { Tx } from '../../src/platform/db/index.ts';
import { everybody } from '../../src/modules/systems/addresses.ts';
import { newestEdition } from '../../src/modules/systems/taxonomy/editions.ts';
import { toQuery } from '../../src/platform/search/index.ts';
import { pick, whole, type Random } from '../../tests/proofs/random.ts';

export type Statement = { readonly text: string; readonly values: readonly unknown[] };

export type Question = {
  readonly name: string;
  /** Milliseconds at p95. */
  readonly target: number;
  /** The pages that ask it. */
  readonly addresses: readonly string[];
  /** The answer alone, without the page that shows it. */
  readonly answer: (tx: Tx, as: LandscapeReader, random: Random) => Promise<unknown>;
  /** The least that the database must be asked for the same, one way of it at a time. */
  readonly sql: (random: Random) => readonly Statement[];
  /** What a page of one's own would ask Directus for to say the same. */
  readonly peer: (random: Random) => readonly string[];
};

const words = [
  'spår',
  'planen',
  'älvdata',
  'system för tid',
  'flöde',
  'granverket',
  'koll',
  'böcker',
  'vägar',
  'punkt 12',
];
/** Directus looks for letters, not for words: what of the above stands in names as it is written. */
const partsOfNames = ['spår', 'plan', 'älv', 'tid', 'flöde', 'gran', 'koll', 'bok', 'väg', 'punkt'];
const components = newestEdition().components.map(({ id }) => id);

const at = (target: { readonly path: string }, organisation: string, query: string): string =>
  `${target.path.replace(':organisation', organisation)}?${query}`;

const seen = `systems.shown_usages s join systems.products p on p.id = s.product_id
  where not s.gone and 'municipality' = any(s.readers)`;

const search = (question: string): readonly Statement[] => [
  {
    text: `select count(*) from ${seen} and p.vector @@ $1::tsquery`,
    values: [toQuery(question)],
  },
  {
    text: `select s.user_id, p.name, s.facts from ${seen} and p.vector @@ $1::tsquery
      order by s.user_id, p.name limit 25`,
    values: [toQuery(question)],
  },
];

/** Rows of Directus's table of systems in use. */
const items = (query: Readonly<Record<string, string>>): string =>
  `/items/usages?${new URLSearchParams(query).toString()}`;

const counted = (by: string, filter: Readonly<Record<string, string>> = {}): string =>
  items({ 'aggregate[count]': '*', 'groupBy[]': by, limit: '-1', ...filter });

/** A page of rows with how many there are in all, and the numbers beside its filters, as far as it can count them. */
const searchOfPeer = (word: string): readonly string[] => {
  const filter = { 'filter[product][name][_icontains]': word };
  return [
    items({
      ...filter,
      fields: '*,product.*,organisation.name',
      sort: 'organisation.name,product.name',
      limit: '25',
      meta: 'filter_count',
    }),
    ...['organisation', 'product', 'status'].map((by) => counted(by, filter)),
  ];
};

/** The three questions that readers ask, as one municipality asks them. */
export function questions(reader: string): readonly Question[] {
  const others = municipalities.filter(({ id }) => id !== reader).map(({ id }) => id);
  const twenty = (from: number): readonly string[] =>
    Array.from({ length: 19 }, (_, index) => others[(from * 13 + index * 7) % others.length] ?? '');
  const products = Array.from({ length: 40 }, (_, index) => `prov-produkt-${index * 3 + 1}`);
  return [
    {
      name: 'search of everything that is in use, with its facets',
      target: 50,
      addresses: words.map((q) => at(everybody.search, reader, new URLSearchParams({ q }).toString())),
      answer: (tx, as, random) => searchUsages(tx, as, { filter: { q: pick(random, words) }, page: 1 }),
      sql: (random) => search(pick(random, words)),
      peer: (random) => searchOfPeer(pick(random, partsOfNames)),
    },
    {
      name: 'twenty municipalities side by side',
      target: 100,
      addresses: Array.from({ length: 12 }, (_, from) =>
        at(
          everybody.compare,
          reader,
          twenty(from)
            .map((id) => `med=${id}`)
            .join('&'),
        ),
      ),
      answer: async (tx, as, random) =>
        compareOrganisations(tx, as, {
          organisations: [reader, ...twenty(whole(random, 12))],
          filter: { same: false, before: null },
          components: null,
          networks: await listNetworks(tx),
        }),
      sql: (random) => [
        {
          text: `select s.user_id, s.product_id, p.components, s.status, s.contract_ends, s.price
            from ${seen} and s.user_id = any($1)`,
          values: [[reader, ...twenty(whole(random, 12))]],
        },
      ],
      peer: (random) => [
        items({
          'filter[organisation][_in]': [reader, ...twenty(whole(random, 12))].join(','),
          fields:
            'organisation,status,contract_ends,price,product.id,product.name,product.components.component',
          limit: '-1',
        }),
      ],
    },
    {
      name: 'the tile map of a product or a need',
      target: 50,
      addresses: [
        ...products.map((id) => at(everybody.map, reader, `produkt=${id}`)),
        ...components.slice(0, 40).map((id) => at(everybody.map, reader, `funktion=${id}`)),
      ],
      answer: async (tx, as, random) => {
        const sketches = await readSketches(tx, as);
        const catalogue = productsOf(await readCatalogue(tx));
        return mapOf(sketches, catalogue, { of: 'product', product: pick(random, products) });
      },
      sql: (random) => [
        {
          text: `select s.user_id, count(*) from ${seen} and p.components @> $1 group by 1`,
          values: [[pick(random, components)]],
        },
      ],
      peer: (random) => [
        counted(
          'organisation',
          random() < 0.5
            ? { 'filter[product][_eq]': pick(random, products) }
            : { 'filter[product][components][component][_eq]': pick(random, components) },
        ),
        counted('organisation'),
      ],
    },
  ];
}
