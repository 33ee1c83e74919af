import { regions } from '../../../organisations/index.ts';
import { areasIn, componentsIn } from '../../taxonomy/reading.ts';
import { countyOf, sizeOf, sizes, type Network } from '../places.ts';
import type { Products } from '../products.ts';
import type { Counted } from '../sketch/count.ts';
import { fields } from '../../model/fields.ts';
import type { FacetId } from './filter.ts';

export type FacetValue = { readonly id: string; readonly count: number };
export type Facets = Readonly<Record<FacetId, readonly FacetValue[]>>;

/** How many values of a long facet are shown; the others are reached by searching. */
const mostValues = 15;

function tally(entries: Iterable<readonly [string | null, number]>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [id, n] of entries) if (id !== null) sums.set(id, (sums.get(id) ?? 0) + n);
  return sums;
}

const most = (sums: ReadonlyMap<string, number>): readonly FacetValue[] =>
  [...sums]
    .map(([id, count]) => ({ id, count }))
    .toSorted((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));

const inOrder = (sums: ReadonlyMap<string, number>, order: readonly string[]): readonly FacetValue[] =>
  order.flatMap((id) => (sums.has(id) ? [{ id, count: sums.get(id) ?? 0 }] : []));

/** Rows by what their product does, or for those that say themselves what they do, by that. A row counts once in each. */
function byNeed(
  { products: counts, own }: Counted,
  of: {
    readonly product: (registered: string) => readonly string[];
    readonly said: (components: readonly string[]) => readonly string[];
  },
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const add = (id: string, n: number): void => void sums.set(id, (sums.get(id) ?? 0) + n);
  const overridden = new Map<string, number>();
  for (const { product, components } of own) {
    overridden.set(product, (overridden.get(product) ?? 0) + 1);
    for (const id of of.said(components)) add(id, 1);
  }
  for (const [product, n] of counts) {
    const left = n - (overridden.get(product) ?? 0);
    if (left > 0) for (const id of of.product(product)) add(id, left);
  }
  return sums;
}

/** How many of the rows found have what: each value is one that would find something. */
export function facetsOf(counted: Counted, products: Products, networks: readonly Network[]): Facets {
  const standing = tally([...counted.products].map(([id, n]) => [products.standing(id), n] as const));
  const users = [...counted.users];
  const { taxonomy } = products;
  const needs = {
    product: (id: string) => products.components(products.standing(id)),
    said: (components: readonly string[]) => componentsIn(taxonomy, components),
  };
  const areas = {
    product: (id: string) => products.areas(products.standing(id)),
    said: (components: readonly string[]) => areasIn(taxonomy, componentsIn(taxonomy, components)),
  };
  const memberships = networks.flatMap(({ id, members }) =>
    members.map((member) => [id, counted.users.get(member) ?? 0] as const),
  );
  return {
    produkt: most(standing).slice(0, mostValues),
    leverantor: most(tally([...standing].map(([id, n]) => [products.supplier(id), n] as const))).slice(
      0,
      mostValues,
    ),
    funktion: most(byNeed(counted, needs)).slice(0, mostValues),
    omrade: most(byNeed(counted, areas)),
    lan: inOrder(
      tally(users.map(([id, n]) => [countyOf(id), n] as const)),
      regions.flatMap(({ code }) => code ?? []),
    ),
    storlek: inOrder(
      tally(users.map(([id, n]) => [sizeOf(id), n] as const)),
      sizes.map(({ id }) => id),
    ),
    natverk: inOrder(
      tally(memberships.filter(([, n]) => n > 0)),
      networks.map(({ id }) => id),
    ),
    status: inOrder(counted.statuses, fields.status.options),
  };
}
