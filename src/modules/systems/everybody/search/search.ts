import type { Tx } from '../../../../platform/db/index.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import { searchProducts } from '../../catalogue/search.ts';
import { inSwedishOrder, listNetworks, namesOf, type Network } from '../places.ts';
import { productsOf, type Products } from '../products.ts';
import type { LandscapeReader } from '../reader.ts';
import { findSeen, type SeenKey, type SeenUsage } from '../seen.ts';
import { flagsOf, textOf } from '../sketch/codes.ts';
import { countRows, eachRow, type Counted, type Wanted } from '../sketch/count.ts';
import { readSketches, type Sketch } from '../sketch/sketch.ts';
import { facetsOf, type Facets } from './facets.ts';
import type { Filter } from './filter.ts';
import { findAsked, wantedOf } from './wanted.ts';

/** Rows a page of a list. */
export const perPage = 25;

export type UsagesFound = {
  readonly rows: readonly SeenUsage[];
  readonly total: number;
  /** How many organisations use what was found. */
  readonly users: number;
  readonly page: number;
  readonly pages: number;
  readonly facets: Facets;
  /** The question with its words put right, where nothing was found. */
  readonly didYouMean: string | null;
  readonly products: Products;
  readonly networks: readonly Network[];
  readonly name: (organisation: string) => string;
};

const usersIn = (sketches: readonly Sketch[]): ReadonlySet<string> => {
  const seen = new Set<number>();
  for (const { users } of sketches) for (const user of users) seen.add(user);
  return new Set([...seen].map(textOf));
};

/**
 * What is in use that a question in Swedish and a filter find, by municipality and then product in Swedish order, with
 * what else could be chosen among. Pages count from 1, 25 rows each.
 */
export async function searchUsages(
  tx: Tx,
  reader: LandscapeReader,
  asked: { readonly filter: Filter; readonly page: number },
): Promise<UsagesFound> {
  const { filter, page } = asked;
  const sketches = await readSketches(tx, reader);
  const products = productsOf(await readCatalogue(tx), reader.taxonomy);
  const networks = await listNetworks(tx);
  const question = filter.q ?? '';
  const found = await findAsked(tx, reader, question);
  const wanted = wantedOf(filter, { found, products, networks, users: usersIn(sketches) });
  const counted = countRows(sketches, wanted);
  const name = await namesOf(tx, counted.users.keys());
  const keys = keysOfPage({ sketches, wanted, counted, products, name }, page);
  return {
    rows: await findSeen(tx, reader, keys),
    total: counted.total,
    users: counted.users.size,
    page,
    pages: Math.max(1, Math.ceil(counted.total / perPage)),
    facets: facetsOf(counted, products, networks),
    didYouMean:
      counted.total > 0 || question === ''
        ? null
        : (await searchProducts(tx, question, { page: 1 })).didYouMean,
    products,
    networks,
    name,
  };
}

type Paged = {
  readonly sketches: readonly Sketch[];
  readonly wanted: Wanted;
  readonly counted: Counted;
  readonly products: Products;
  readonly name: (organisation: string) => string;
};

/** The rows of a page: only those of the users that stand on it are put in order. */
function keysOfPage({ sketches, wanted, counted, products, name }: Paged, page: number): readonly SeenKey[] {
  const from = (page - 1) * perPage;
  const users = [...counted.users].toSorted(([a], [b]) => inSwedishOrder(name(a), name(b)));
  let passed = 0;
  let first = 0;
  const shown: string[] = [];
  for (const [user, n] of users) {
    if (passed + n > from && passed < from + perPage) shown.push(user);
    if (passed + n <= from) first = passed + n;
    passed += n;
  }
  const keys: (SeenKey & { readonly product: string })[] = [];
  eachRow(sketches, { ...wanted, users: flagsOf(shown) }, (sketch, at) => {
    keys.push({
      organisation: sketch.organisation,
      usage: sketch.usages[at] ?? '',
      user: textOf(sketch.users[at] ?? 0),
      product: products.name(products.standing(textOf(sketch.products[at] ?? 0))),
    });
  });
  const place = new Map(shown.map((user, at) => [user, at]));
  return keys
    .toSorted(
      (a, b) =>
        (place.get(a.user) ?? 0) - (place.get(b.user) ?? 0) ||
        inSwedishOrder(a.product, b.product) ||
        (a.usage < b.usage ? -1 : 1),
    )
    .slice(from - first, from - first + perPage);
}
