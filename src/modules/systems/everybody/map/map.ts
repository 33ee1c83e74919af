import { municipalities } from '../../../organisations/index.ts';
import { componentsIn, componentsOfArea } from '../../taxonomy/reading.ts';
import { doesOf } from '../search/wanted.ts';
import type { Products } from '../products.ts';
import { flagsOf, textOf } from '../sketch/codes.ts';
import { eachRow, everything, type Wanted } from '../sketch/count.ts';
import type { Sketch } from '../sketch/sketch.ts';

/**
 * What the map is of. An area is coloured by how much of it is covered, products and components by what is used, and the
 * whole (`coverage`) by how many systems there are.
 */
export type MapAsked =
  | { readonly of: 'coverage' }
  | { readonly of: 'product' | 'version'; readonly product: string }
  | { readonly of: 'component'; readonly component: string }
  | { readonly of: 'area'; readonly area: string };

/** What one municipality has of it. */
export type MapPlace = {
  readonly municipality: string;
  /** Whether it shows any system at all. */
  readonly begun: boolean;
  /** Products, versions or components by what the map is of; empty where it has none, and of the whole. */
  readonly has: readonly string[];
  /** How many systems it shows, whatever the map is of. */
  readonly systems: number;
};

/** Systems that run: not those that are planned or have ended. */
const running = ['pilot', 'in-use', 'phasing-out'] as const;

function wantedFor(asked: MapAsked, products: Products): Wanted {
  const statuses = { flags: flagsOf(running), unsaid: true };
  switch (asked.of) {
    case 'coverage':
      return everything;
    case 'product':
    case 'version':
      return {
        ...everything,
        statuses,
        products: flagsOf(products.registered(products.standing(asked.product))),
      };
    case 'component':
      return { ...everything, statuses, does: doesOf(products, [asked.component]) };
    case 'area':
      return {
        ...everything,
        statuses,
        does: doesOf(products, componentsOfArea(products.taxonomy, asked.area)),
      };
  }
}

/** What every municipality has of it, by what the sketches show. */
export function mapOf(sketches: readonly Sketch[], products: Products, asked: MapAsked): readonly MapPlace[] {
  const has = new Map<string, Set<string>>();
  const wanted = wantedFor(asked, products);
  const within =
    asked.of === 'area' ? new Set(componentsOfArea(products.taxonomy, asked.area)) : new Set<string>();
  const visit = (sketch: Sketch, at: number): void => {
    const user = textOf(sketch.users[at] ?? 0);
    const own = has.get(user) ?? new Set<string>();
    has.set(user, own);
    const product = products.standing(textOf(sketch.products[at] ?? 0));
    switch (asked.of) {
      case 'coverage':
        return;
      case 'product':
      case 'component':
        own.add(product);
        return;
      case 'version': {
        const version = sketch.versions[at] ?? -1;
        own.add(version === -1 ? '' : textOf(version));
        return;
      }
      case 'area': {
        const said = sketch.components.get(at);
        const does =
          said === undefined ? products.components(product) : componentsIn(products.taxonomy, said);
        for (const component of does) {
          if (within.has(component)) own.add(component);
        }
      }
    }
  };
  if (asked.of !== 'coverage') eachRow(sketches, wanted, visit);
  const counts = systemsOf(sketches);
  return municipalities.map(({ id }) => ({
    municipality: id,
    begun: counts.has(id),
    has: [...(has.get(id) ?? [])],
    systems: counts.get(id) ?? 0,
  }));
}

/** How many systems each user shows; whoever shows none is not there. */
export function systemsOf(sketches: readonly Sketch[]): ReadonlyMap<string, number> {
  const counts = new Map<number, number>();
  for (const { users } of sketches) for (const user of users) counts.set(user, (counts.get(user) ?? 0) + 1);
  return new Map([...counts].map(([user, n]) => [textOf(user), n]));
}
