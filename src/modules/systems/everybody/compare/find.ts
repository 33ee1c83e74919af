import type { Tx } from '../../../../platform/db/index.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import { componentOrder } from '../order.ts';
import { inhabitantsOf } from '../../../organisations/index.ts';
import { countyOf, listNetworks, type Network } from '../places.ts';
import { productsOf, type Products } from '../products.ts';
import type { LandscapeReader } from '../reader.ts';
import { listSeenOf } from '../seen.ts';
import { textOf } from '../sketch/codes.ts';
import { readSketches, type Sketch } from '../sketch/sketch.ts';
import { componentsIn } from '../../taxonomy/reading.ts';
import { listBriefUses } from '../uses.ts';
import { compareLandscapes, type CompareFilter, type Comparison } from './compare.ts';
import { defaultsFrom, type Default } from './defaults.ts';
import { byResemblance, mostResembling, type Likened, type Resembling } from './resemblance.ts';

/** How many can be set side by side, and how many of a network. */
export const mostCompared = 20;
export const mostMembers = 60;

/** Those who live where it works: in a network, with all its members. */
function peopleOf(organisation: string, networks: readonly Network[]): number | null {
  const own = inhabitantsOf(organisation);
  if (own !== null) return own;
  const members = networks.find(({ id }) => id === organisation)?.members ?? [];
  const sum = members.reduce((all, one) => all + (inhabitantsOf(one) ?? 0), 0);
  return sum === 0 ? null : sum;
}

export type FoundComparison = {
  readonly comparison: Comparison;
  readonly products: Products;
  readonly example: boolean;
};

/** Organisations side by side as the reader may see them, against the first. */
export async function compareOrganisations(
  tx: Tx,
  reader: LandscapeReader,
  asked: {
    readonly organisations: readonly string[];
    readonly filter: CompareFilter;
    /** Only these needs; null for all. */
    readonly components: readonly string[] | null;
    readonly networks: readonly Network[];
  },
): Promise<FoundComparison> {
  const { organisations, filter, networks, components } = asked;
  const products = productsOf(await readCatalogue(tx), reader.taxonomy);
  const uses = await listBriefUses(tx, reader, { users: organisations, catalogue: products });
  const order = componentOrder(reader.taxonomy).filter(
    (id) => components === null || components.includes(id),
  );
  const compared = organisations.map((id) => ({ id, inhabitants: peopleOf(id, networks) }));
  return {
    comparison: compareLandscapes(compared, uses, { order, filter }),
    products,
    example: uses.some(({ example }) => example),
  };
}

type Landscape = { readonly products: ReadonlySet<string>; readonly needs: ReadonlySet<string> };

const remembered = new WeakMap<Products, WeakMap<Sketch, ReadonlyMap<string, Landscape>>>();

/** What each user of a sketch has, as long as neither sketch nor catalogue is another. */
function landscapesIn(sketch: Sketch, products: Products): ReadonlyMap<string, Landscape> {
  const own = remembered.get(products) ?? new WeakMap<Sketch, ReadonlyMap<string, Landscape>>();
  remembered.set(products, own);
  const before = own.get(sketch);
  if (before !== undefined) return before;
  const found = new Map<string, { products: Set<string>; needs: Set<string> }>();
  for (const at of sketch.usages.keys()) {
    const user = textOf(sketch.users[at] ?? 0);
    const landscape = found.get(user) ?? { products: new Set<string>(), needs: new Set<string>() };
    found.set(user, landscape);
    const product = products.standing(textOf(sketch.products[at] ?? 0));
    landscape.products.add(product);
    const said = sketch.components.get(at);
    const needs = said === undefined ? products.components(product) : componentsIn(products.taxonomy, said);
    for (const need of needs) landscape.needs.add(need);
  }
  own.set(sketch, found);
  return found;
}

const nothing: Landscape = { products: new Set(), needs: new Set() };

/** Everybody that shows what they use, and the reader itself, as they are likened. */
function likenedOf(
  sketches: readonly Sketch[],
  products: Products,
  around: { readonly networks: readonly Network[]; readonly us: string },
): ReadonlyMap<string, Likened> {
  const landscapes = new Map<string, Landscape>();
  for (const sketch of sketches) {
    for (const [user, own] of landscapesIn(sketch, products)) {
      const before = landscapes.get(user);
      landscapes.set(
        user,
        before === undefined
          ? own
          : { products: before.products.union(own.products), needs: before.needs.union(own.needs) },
      );
    }
  }
  if (!landscapes.has(around.us)) landscapes.set(around.us, nothing);
  return new Map(
    [...landscapes].map(([id, { products: used, needs }]) => [
      id,
      {
        id,
        inhabitants: inhabitantsOf(id),
        county: countyOf(id),
        networks: around.networks.filter(({ members }) => members.includes(id)).map((one) => one.id),
        products: used,
        needs,
      },
    ]),
  );
}

/** How many products each shares with one organisation, as the reader may see it, and how many that one has. */
export async function findShared(
  tx: Tx,
  reader: LandscapeReader,
  first: string,
): Promise<{ readonly of: number; readonly shared: ReadonlyMap<string, number> }> {
  const products = productsOf(await readCatalogue(tx), reader.taxonomy);
  const landscapes = (await readSketches(tx, reader)).map((sketch) => landscapesIn(sketch, products));
  const own = new Set(landscapes.flatMap((users) => [...(users.get(first)?.products ?? [])]));
  const shared = new Map<string, number>();
  for (const user of new Set(landscapes.flatMap((users) => [...users.keys()]))) {
    const used = landscapes.flatMap((users) => users.get(user)?.products ?? []);
    let both = 0;
    for (const product of own) if (used.some((there) => there.has(product))) both += 1;
    shared.set(user, both);
  }
  return { of: own.size, shared };
}

/** The reader's organisation and all others that show what they use, as they are likened. */
async function readLikened(
  tx: Tx,
  reader: LandscapeReader,
): Promise<{ readonly us: Likened; readonly all: readonly Likened[] } | null> {
  const sketches = await readSketches(tx, reader);
  const products = productsOf(await readCatalogue(tx), reader.taxonomy);
  const likened = likenedOf(sketches, products, {
    networks: await listNetworks(tx),
    us: reader.organisation,
  });
  const us = likened.get(reader.organisation);
  return us === undefined ? null : { us, all: [...likened.values()] };
}

/** Those who resemble the reader's organisation most, among those that show what they use. */
export async function findResembling(
  tx: Tx,
  reader: LandscapeReader,
  most: number,
): Promise<readonly Resembling[]> {
  const likened = await readLikened(tx, reader);
  return likened === null ? [] : mostResembling(likened.us, likened.all, most);
}

/** How many that resemble one are asked for what they say of a product. */
const mostAsked = 10;

/**
 * Values to propose when the reader adds a product, by those who resemble it and use the same; empty where none does.
 */
export async function findDefaults(
  tx: Tx,
  reader: LandscapeReader,
  product: string,
): Promise<readonly Default[]> {
  const catalogue = productsOf(await readCatalogue(tx), reader.taxonomy);
  const likened = await readLikened(tx, reader);
  const likes = likened === null ? [] : byResemblance(likened.us, likened.all);
  const place = new Map(likes.map(({ id }, at) => [id, at]));
  const seen = await listSeenOf(tx, reader, {
    users: likes.map(({ id }) => id),
    products: catalogue.registered(catalogue.standing(product)),
  });
  const nearest = seen
    .filter(({ facts }) => facts.status !== 'ended')
    .toSorted((a, b) => (place.get(a.user) ?? 0) - (place.get(b.user) ?? 0))
    .slice(0, mostAsked);
  return defaultsFrom(nearest.map(({ facts }) => facts));
}
