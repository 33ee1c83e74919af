import { toVector, vocabulary, type WeightedText } from '../../../platform/search/index.ts';
import { allComponents, newestEdition } from '../taxonomy/editions.ts';
import { namesOf, type Entry } from './catalogue.ts';
import type { Product, Supplier } from './record.ts';

/** What a search finds a product by: the text form of a tsvector, and its words for misspellings. */
export type Findable = { readonly vector: string; readonly words: readonly string[] };

export const unfindable: Findable = { vector: '', words: [] };

/** By every name that it and its supplier have or have had, what it does in our words, and what is said of it. */
export function findableBy(
  products: readonly Entry<Product>[],
  suppliers: readonly Entry<Supplier>[],
): Findable {
  const [own] = products;
  if (own === undefined) return unfindable;
  const { components: ids, what, standards } = own.record;
  const known = ids.flatMap((id) => allComponents().get(id) ?? []);
  const areas = new Map(newestEdition().areas.map((area) => [area.id, area.name]));
  const names = namesOf(products);
  const supplied = namesOf(suppliers);
  const does = known.flatMap(({ name, words }) => [name.sv, name.en, ...words]);
  const within = known.flatMap(({ area }) => Object.values(areas.get(area) ?? {}));
  const texts: readonly WeightedText[] = [
    ...names.map((text): WeightedText => ({ text, weight: 'A' })),
    ...[...supplied, ...does].map((text): WeightedText => ({ text, weight: 'B' })),
    ...[...new Set([what.sv, what.en])].map((text): WeightedText => ({ text, weight: 'C' })),
    ...[...within, ...standards.map(({ standard }) => standard)].map((text): WeightedText => ({
      text,
      weight: 'D',
    })),
  ];
  return { vector: toVector(texts), words: vocabulary([...names, ...supplied, ...does].join(' ')) };
}
