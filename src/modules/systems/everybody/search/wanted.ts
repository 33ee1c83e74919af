import { sql } from 'kysely';
import type { Tx } from '../../../../platform/db/index.ts';
import { toQuery } from '../../../../platform/search/index.ts';
import { inhabitantsOf } from '../../../organisations/index.ts';
import { inAnyEdition, inEdition } from '../../taxonomy/editions.ts';
import type { OwnTaxonomy } from '../../taxonomy/own.ts';
import { componentsOfArea } from '../../taxonomy/reading.ts';
import { seenBy } from '../door.ts';
import { countyOf, isMunicipality, sizes, type Network } from '../places.ts';
import type { Products } from '../products.ts';
import type { LandscapeReader } from '../reader.ts';
import { flagsOf } from '../sketch/codes.ts';
import { everything, type Wanted } from '../sketch/count.ts';
import type { Filter } from './filter.ts';

/** Everything that a question is of; null where nothing is asked. */
export type Found = { readonly products: readonly string[]; readonly usages: ReadonlySet<string> };

/** The products and the local names that a question in Swedish finds. */
export async function findAsked(tx: Tx, reader: LandscapeReader, question: string): Promise<Found | null> {
  const query = toQuery(question);
  if (query === '') return question.trim() === '' ? null : { products: [], usages: new Set() };
  const products = await sql<{ id: string }>`
    select id from systems.products
    where merged_into is null and not withdrawn and vector @@ ${query}::tsquery`.execute(tx);
  const usages = await sql<{ id: string }>`
    select usage_id as id from ${seenBy(reader)} s where local @@ ${query}::tsquery`.execute(tx);
  return {
    products: products.rows.map(({ id }) => id),
    usages: new Set(usages.rows.map(({ id }) => id)),
  };
}

const registeredOf = (products: Products, standing: Iterable<string>): readonly string[] =>
  [...standing].flatMap((id) => products.registered(id));

/** The components that a filter asks for; null where it asks for none. */
export function componentsAsked(
  taxonomy: OwnTaxonomy,
  { funktion, omrade }: Pick<Filter, 'funktion' | 'omrade'>,
): readonly string[] | null {
  if (funktion !== undefined) return inEdition(taxonomy.edition, [funktion]);
  return omrade === undefined ? null : componentsOfArea(taxonomy, omrade);
}

/** Rows that do one of the components, those too that the reader hides. */
export function doesOf(products: Products, components: readonly string[]): NonNullable<Wanted['does']> {
  const wanted = new Set(inAnyEdition(products.taxonomy.edition, components));
  const doing = [...products.all()].filter((id) =>
    products.record(id)?.components.some((one) => wanted.has(one)),
  );
  return {
    products: flagsOf(registeredOf(products, doing)),
    components: wanted,
  };
}

function usersOf(
  { kommun, lan, storlek, natverk }: Filter,
  users: Iterable<string>,
  networks: readonly Network[],
): Uint8Array | null {
  if ([kommun, lan, storlek, natverk].every((one) => one === undefined)) return null;
  const size = sizes.find(({ id }) => id === storlek);
  const members = new Set(networks.find(({ id }) => id === natverk)?.members ?? []);
  const isWanted = (user: string): boolean =>
    (kommun === undefined || user === kommun) &&
    (lan === undefined || countyOf(user) === lan) &&
    (natverk === undefined || members.has(user)) &&
    (size === undefined || (isMunicipality(user) && isWithin(inhabitantsOf(user) ?? -1, size)));
  return flagsOf([...users].filter(isWanted));
}

const isWithin = (n: number, { from, below }: { readonly from: number; readonly below: number }): boolean =>
  n >= from && n < below;

function productsAsked({ produkt, leverantor }: Filter, products: Products): Uint8Array | null {
  if (produkt === undefined && leverantor === undefined) return null;
  const wanted = [...products.all()].filter(
    (id) =>
      (produkt === undefined || id === products.standing(produkt)) &&
      (leverantor === undefined || products.supplier(id) === leverantor),
  );
  return flagsOf(registeredOf(products, wanted));
}

/** What a filter and what its question found ask of the rows. */
export function wantedOf(
  filter: Filter,
  around: {
    readonly found: Found | null;
    readonly products: Products;
    readonly users: Iterable<string>;
    readonly networks: readonly Network[];
  },
): Wanted {
  const { found, products } = around;
  const components = componentsAsked(products.taxonomy, filter);
  return {
    ...everything,
    users: usersOf(filter, around.users, around.networks),
    products: productsAsked(filter, products),
    does: components === null ? null : doesOf(products, components),
    found:
      found === null
        ? null
        : { products: flagsOf(registeredOf(products, found.products)), usages: found.usages },
    statuses: filter.status === undefined ? null : { flags: flagsOf([filter.status]), unsaid: false },
  };
}
