import { municipalities } from '../../../organisations/index.ts';
import { componentsAsked, doesOf } from '../search/wanted.ts';
import type { Products } from '../products.ts';
import { flagsOf, textOf } from '../sketch/codes.ts';
import { eachRow, everything, type Wanted } from '../sketch/count.ts';
import type { Sketch } from '../sketch/sketch.ts';

/** What the map is of. An area is coloured by how much of it is covered, the others by what is used. */
export type MapAsked =
  | { readonly of: 'product' | 'version'; readonly product: string }
  | { readonly of: 'component'; readonly component: string }
  | { readonly of: 'area'; readonly area: string };

/** What one municipality has of it. */
export type MapPlace = {
  readonly municipality: string;
  /** Whether it shows any system at all. */
  readonly begun: boolean;
  /** Products, versions or components by what the map is of; empty where it has none. */
  readonly has: readonly string[];
};

/** Systems that run: not those that are planned or have ended. */
const running = ['pilot', 'in-use', 'phasing-out'] as const;

function wantedFor(asked: MapAsked, products: Products): Wanted {
  const statuses = { flags: flagsOf(running), unsaid: true };
  switch (asked.of) {
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
        does: doesOf(products, componentsAsked({ omrade: asked.area, funktion: undefined }) ?? []),
      };
  }
}

/** What every municipality has of it, by what the sketches show. */
export function mapOf(sketches: readonly Sketch[], products: Products, asked: MapAsked): readonly MapPlace[] {
  const has = new Map<string, Set<string>>();
  const wanted = wantedFor(asked, products);
  const within =
    asked.of === 'area'
      ? new Set(componentsAsked({ omrade: asked.area, funktion: undefined }))
      : new Set<string>();
  eachRow(sketches, wanted, (sketch, at) => {
    const user = textOf(sketch.users[at] ?? 0);
    const own = has.get(user) ?? new Set<string>();
    has.set(user, own);
    const product = products.standing(textOf(sketch.products[at] ?? 0));
    switch (asked.of) {
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
        for (const component of sketch.components.get(at) ?? products.components(product)) {
          if (within.has(component)) own.add(component);
        }
      }
    }
  });
  const begun = begunIn(sketches);
  return municipalities.map(({ id }) => ({
    municipality: id,
    begun: begun.has(id),
    has: [...(has.get(id) ?? [])],
  }));
}

function begunIn(sketches: readonly Sketch[]): ReadonlySet<string> {
  const users = new Set<number>();
  for (const sketch of sketches) for (const user of sketch.users) users.add(user);
  return new Set([...users].map(textOf));
}
