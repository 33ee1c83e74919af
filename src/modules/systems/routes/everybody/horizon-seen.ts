import { readCatalogue } from '../../catalogue/reading.ts';
import { isoDay } from '../../../../platform/text/index.ts';
import { windowOf, type Window } from '../../everybody/horizon/horizon.ts';
import { inSwedishOrder, namesOf, type Network } from '../../everybody/places.ts';
import { productsOf, type Products } from '../../everybody/products.ts';
import { componentsAsked } from '../../everybody/search/wanted.ts';
import { listUses, type Use } from '../../everybody/uses.ts';
import { termOf } from '../../model/contract.ts';
import { areaName, componentName, inText, type Ground } from './ground.ts';

/** Whose contracts: everybody's, one's own, a network's, or of some that are named. */
export type Circle =
  | { readonly kind: 'all' | 'own' }
  | { readonly kind: 'network'; readonly network: Network }
  | { readonly kind: 'some'; readonly organisations: readonly string[] };

export type HorizonAsked = {
  readonly circle: Circle;
  readonly produkt?: string | undefined;
  readonly funktion?: string | undefined;
  readonly omrade?: string | undefined;
  readonly from: number;
  readonly to: number;
  readonly page: number;
  readonly networks: readonly Network[];
};

export type Query = Readonly<Record<string, string | number | undefined>>;

/** The choices of the horizon as they stand in its address. */
export function queryOf({ circle, produkt, funktion, omrade, to }: HorizonAsked): Query {
  const who = ((): Query => {
    switch (circle.kind) {
      case 'all':
        return { natverk: 'alla' };
      case 'own':
        return { natverk: 'egna' };
      case 'network':
        return { natverk: circle.network.id };
      case 'some':
        return { med: circle.organisations.join(',') };
    }
  })();
  return { ...who, produkt, funktion, omrade, till: to };
}

export type Known = Use & { readonly ends: string };

export type Seen = {
  readonly ground: Ground;
  readonly asked: HorizonAsked;
  readonly uses: readonly Known[];
  readonly products: Products;
  readonly name: (id: string) => string;
  readonly today: string;
  readonly window: Window | null;
};

function usersOf({ organisation }: Ground, circle: Circle): readonly string[] | null {
  switch (circle.kind) {
    case 'all':
      return null;
    case 'own':
      return [organisation];
    case 'network':
      return circle.network.members;
    case 'some':
      return [organisation, ...circle.organisations];
  }
}

const isKnown = (use: Use): use is Known => use.ends !== null && use.status !== 'ended';

/** The day it ends when every extension is used. */
export const latestOf = ({ terms, ends }: Known): string => termOf(terms)?.latest ?? ends;

export async function readSeen(ground: Ground, asked: HorizonAsked): Promise<Seen> {
  const { context, reader } = ground;
  const products = productsOf(await readCatalogue(context.tx), reader.taxonomy);
  const today = isoDay(context.now);
  const components = componentsAsked(reader.taxonomy, asked);
  const uses = await listUses(context.tx, reader, {
    users: usersOf(ground, asked.circle),
    products: asked.produkt === undefined ? null : [products.standing(asked.produkt)],
    catalogue: products,
    endsFrom: today,
  });
  const wanted = uses
    .filter(isKnown)
    .filter(({ ends }) => ends >= `${asked.from}-01-01` && ends <= `${asked.to}-12-31`)
    .filter((use) => components === null || use.components.some((one) => components.includes(one)));
  const name = await namesOf(
    context.tx,
    wanted.map(({ user }) => user),
  );
  const sorted = wanted.toSorted((a, b) =>
    a.ends < b.ends ? -1 : a.ends > b.ends ? 1 : inSwedishOrder(name(a.user), name(b.user)),
  );
  return { ground, asked, products, today, name, uses: sorted, window: windowOf(wanted, { today }) };
}

/** What it is of, in words; null where it is of everything. */
export function subjectOf({
  ground,
  asked,
  products,
}: Pick<Seen, 'ground' | 'asked' | 'products'>): string | null {
  if (asked.produkt !== undefined) return products.name(products.standing(asked.produkt));
  if (asked.funktion !== undefined) return inText(componentName(ground, asked.funktion));
  return asked.omrade === undefined ? null : inText(areaName(ground, asked.omrade));
}
