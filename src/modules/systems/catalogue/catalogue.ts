import type { Product, RecordKind, Supplier } from './record.ts';

/** A record as it stands: merged into another, it keeps what it says, and the other stands for it. */
export type Entry<R> = {
  readonly record: R;
  readonly mergedInto: string | null;
  /** The organisation that made it; null for what shipped. */
  readonly madeBy: string | null;
  /** That it was added has been undone: nobody finds it, but who already uses it still sees its name. */
  readonly withdrawn: boolean;
};

/** Everything that is known of products and suppliers, by id. */
export type Catalogue = {
  readonly products: ReadonlyMap<string, Entry<Product>>;
  readonly suppliers: ReadonlyMap<string, Entry<Supplier>>;
};

export const emptyCatalogue: Catalogue = { products: new Map(), suppliers: new Map() };

export const entriesOf = (
  catalogue: Catalogue,
  of: RecordKind,
): ReadonlyMap<string, Entry<Product | Supplier>> =>
  of === 'product' ? catalogue.products : catalogue.suppliers;

const mostMerges = 1000;

/** The record that stands for another after all merges; itself where it is merged into none. */
export function standsFor<R>(entries: ReadonlyMap<string, Entry<R>>, id: string): string {
  let at = id;
  for (let steps = 0; steps < mostMerges; steps += 1) {
    const next = entries.get(at)?.mergedInto ?? null;
    if (next === null) return at;
    at = next;
  }
  throw new Error(`the merges of "${id}" go in a ring`);
}

/** Those that each record stands for, itself first. Records that are merged into another are no keys. */
export function clusters<R>(
  entries: ReadonlyMap<string, Entry<R>>,
): ReadonlyMap<string, readonly Entry<R>[]> {
  const found = new Map<string, Entry<R>[]>();
  for (const [id, entry] of entries) if (entry.mergedInto === null) found.set(id, [entry]);
  for (const [id, entry] of entries) {
    if (entry.mergedInto !== null) found.get(standsFor(entries, id))?.push(entry);
  }
  return found;
}

/** Those that a record stands for, itself first. */
export function cluster<R>(entries: ReadonlyMap<string, Entry<R>>, id: string): readonly Entry<R>[] {
  const own = entries.get(id);
  const merged = [...entries].filter(([other]) => other !== id && standsFor(entries, other) === id);
  return [...(own === undefined ? [] : [own]), ...merged.map(([, entry]) => entry)];
}

/** Every name that a record or those merged into it has or has had, its own first, each once. */
export function namesOf(entries: readonly Entry<Product | Supplier>[]): readonly string[] {
  const names = entries.flatMap(({ record }) => [record.name, ...record.aliases, ...record.formerNames]);
  return [...new Set(names)];
}
