import { sql } from 'kysely';
import { inhabitantsOf, municipalities } from '../../../src/modules/organisations/index.ts';
import { changeCatalogue } from '../../../src/modules/systems/catalogue/store.ts';
import type { Product, Supplier } from '../../../src/modules/systems/catalogue/record.ts';
import { newestEdition } from '../../../src/modules/systems/taxonomy/editions.ts';
import { changeUsages, type Act } from '../../../src/modules/systems/usages/actions.ts';
import type { Db, Tx } from '../../../src/platform/db/index.ts';
import { createIds } from '../../../src/platform/ids.ts';
import { isoDay } from '../../../src/platform/text/index.ts';
import { seeded, whole, type Random } from '../../proofs/random.ts';
import { wordsOf } from './areas.ts';
import { inventFacts } from './facts.ts';
import { areaOf } from './landscape.ts';

/* As much as all of Sweden could register, all of it invented: for trying how Kommons bears it. */

export type LoadSize = {
  readonly suppliers: number;
  readonly products: number;
  /** Municipalities, the first in the list of all. */
  readonly municipalities: number;
  /** Systems in use in each. */
  readonly usages: number;
};

export const fullLoad: LoadSize = { suppliers: 1000, products: 5000, municipalities: 290, usages: 300 };

const dayLength = 86_400_000;
const ages = [20, 300, 700];

const heads =
  'Älv Berg Björk Dal Ek Fjäll Gran Holm Hav Kust Lund Mark Moss Näs Sjö Skog Strand Tall Udd Vind'.split(
    ' ',
  );
const tails = 'data system verket teknik digital tjänster it program stöd konsult'.split(' ');
const doing = 'Spår Plan Koll Väg Flöde Rum Tid Bas Navet Steg Punkt Bok Rad Ton Linje Vy'.split(' ');

const nth = <T>(list: readonly T[], n: number): T => {
  const found = list[n % list.length];
  if (found === undefined) throw new Error('there is nothing to choose from');
  return found;
};

const supplierAt = (n: number): Supplier => ({
  id: `prov-leverantor-${n + 1}`,
  name: `${nth(heads, n)}${nth(tails, Math.floor(n / heads.length))} ${n + 1} (påhittat)`,
  aliases: [],
  formerNames: [],
  example: true,
});

const components = newestEdition().components.map(({ id }) => id);

function productAt(n: number, { suppliers }: LoadSize): Product {
  const component = nth(components, n);
  const more = n % 3 === 0 ? [nth(components, n * 7 + 11)] : [];
  return {
    id: `prov-produkt-${n + 1}`,
    name: `${nth(heads, n * 3)}${nth(doing, Math.floor(n / 7)).toLowerCase()} ${n + 1}`,
    supplier: supplierAt(n % suppliers).id,
    aliases: [`${nth(doing, n)} ${n + 1}`],
    formerNames: [],
    components: [...new Set([component, ...more])],
    what: { sv: 'Påhittat, för att pröva många.', en: 'Invented, to try many.' },
    hosting: [],
    licence: 'proprietary',
    standards: [],
    interfaces: [],
    versions: [],
    example: true,
  };
}

type Loading = {
  readonly db: Db;
  readonly now: Date;
  readonly size: LoadSize;
  readonly say: (line: string) => void;
};

const idsFrom = (random: Random, now: Date): (() => string) =>
  createIds(
    () => now,
    (target) => target.forEach((_, index) => (target[index] = whole(random, 256))),
  );

/** Puts what is missing of the products and suppliers into the catalogue. */
async function loadCatalogue({ db, now, size, say }: Loading): Promise<readonly Product[]> {
  const products = Array.from({ length: size.products }, (_, n) => productAt(n, size));
  const suppliers = Array.from({ length: size.suppliers }, (_, n) => supplierAt(n));
  const random = seeded(17);
  await db.transaction({ organisation: null, person: null }, async (tx) => {
    const by = { tx, at: now, organisation: null, actor: 'kommons', newId: idsFrom(random, now) };
    const changed = await changeCatalogue(by, (catalogue) => [
      ...suppliers
        .filter(({ id }) => !catalogue.suppliers.has(id))
        .map((record) => ({ kind: 'add' as const, of: 'supplier' as const, record, madeBy: null })),
      ...products
        .filter(({ id }) => !catalogue.products.has(id))
        .map((record) => ({ kind: 'add' as const, of: 'product' as const, record, madeBy: null })),
    ]);
    if (!changed.ok) throw new Error(JSON.stringify(changed.failure));
    if (changed.numbers.length > 0)
      say(`${changed.numbers.length} products and suppliers are in the catalogue`);
  });
  return products;
}

/** What a municipality uses: some products are everywhere, most hardly anywhere. */
export function loadUsages(
  organisation: string,
  products: readonly Product[],
  { count, now, seed }: { readonly count: number; readonly now: Date; readonly seed: number },
): readonly Extract<Act, { kind: 'make' }>[] {
  const random = seeded(seed * 7919 + 3);
  const newId = idsFrom(random, now);
  const chosen = new Set<number>();
  while (chosen.size < Math.min(count, products.length))
    chosen.add(Math.floor(products.length * random() ** (random() < 0.6 ? 3 : 1)));
  const inhabitants = inhabitantsOf(organisation) ?? 15_000;
  return [...chosen].map((place) => {
    const product = nth(products, place);
    const words = wordsOf(areaOf(nth(product.components, 0)));
    const about = { random, organisation, inhabitants, product, words, supplier: '', today: isoDay(now) };
    const { units: _units, processors: _processors, ...facts } = inventFacts(about);
    return {
      kind: 'make',
      id: newId(),
      product: product.id,
      facts,
      secret: false,
      members: [],
      example: true,
    };
  });
}

async function hasLoad(tx: Tx, organisation: string): Promise<boolean> {
  const { rows } = await sql`
    select from systems.usages where organisation_id = ${organisation} and product_id like 'prov-produkt-%' limit 1`.execute(
    tx,
  );
  return rows.length > 0;
}

/**
 * Fills a demo database with invented systems in use. One municipality at a time is whole or not there: whoever is cut
 * off goes on where it ended. Gives how many it made.
 */
export async function loadRegister(loading: Loading): Promise<number> {
  const { db, now, size, say } = loading;
  const products = await loadCatalogue(loading);
  const places = municipalities.slice(0, size.municipalities);
  let made = 0;
  for (const [index, { id: organisation, name }] of places.entries()) {
    await db.transaction({ organisation, person: null }, async (tx) => {
      if (await hasLoad(tx, organisation)) return;
      const newId = idsFrom(seeded(index * 31 + 5), now);
      const acts = loadUsages(organisation, products, { count: size.usages, now, seed: index });
      for (const [age, some] of Map.groupBy(acts, (_, at) => nth(ages, at))) {
        const batch = { id: newId(), at: new Date(now.getTime() - age * dayLength), actor: newId() };
        const done = await changeUsages({ tx, organisation, batch }, some);
        if (!done.ok) throw new Error(`${organisation}: ${JSON.stringify(done.failures)}`);
      }
      made += acts.length;
    });
    if ((index + 1) % 10 === 0 || index + 1 === places.length)
      say(`${index + 1} of ${places.length} municipalities, last ${name}: ${made} systems in use added`);
  }
  return made;
}
