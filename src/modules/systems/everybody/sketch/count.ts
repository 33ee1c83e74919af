import { codeCount, textOf } from './codes.ts';
import type { Sketch } from './sketch.ts';

/** What rows are wanted. Null asks for nothing; flags are of `flagsOf`. */
export type Wanted = {
  readonly users: Uint8Array | null;
  readonly products: Uint8Array | null;
  /** Products that do it, and what rows that say so themselves must do. */
  readonly does: { readonly products: Uint8Array; readonly components: ReadonlySet<string> } | null;
  /** Products that the question is of, and usages whose local name it is. */
  readonly found: { readonly products: Uint8Array; readonly usages: ReadonlySet<string> } | null;
  /** Statuses; those that show none are wanted where `unsaid`. */
  readonly statuses: { readonly flags: Uint8Array; readonly unsaid: boolean } | null;
};

export const everything: Wanted = { users: null, products: null, does: null, found: null, statuses: null };

/** Goes through every row that is wanted. */
export function eachRow(
  sketches: readonly Sketch[],
  wanted: Wanted,
  visit: (sketch: Sketch, at: number) => void,
): void {
  const { users, products, does, found, statuses } = wanted;
  for (const sketch of sketches) {
    for (let at = 0; at < sketch.usages.length; at += 1) {
      const product = sketch.products[at] ?? 0;
      if (users !== null && users[sketch.users[at] ?? 0] !== 1) continue;
      if (products !== null && products[product] !== 1) continue;
      if (statuses !== null && !hasStatus(statuses, sketch.statuses[at] ?? -1)) continue;
      if (does !== null && !doesIt(does, sketch, at)) continue;
      if (found !== null && found.products[product] !== 1 && !found.usages.has(sketch.usages[at] ?? ''))
        continue;
      visit(sketch, at);
    }
  }
}

const hasStatus = ({ flags, unsaid }: NonNullable<Wanted['statuses']>, status: number): boolean =>
  status === -1 ? unsaid : flags[status] === 1;

function doesIt({ products, components }: NonNullable<Wanted['does']>, sketch: Sketch, at: number): boolean {
  const own = sketch.components.get(at);
  return own === undefined
    ? products[sketch.products[at] ?? 0] === 1
    : own.some((component) => components.has(component));
}

export type Counted = {
  readonly total: number;
  /** As they were registered. */
  readonly products: ReadonlyMap<string, number>;
  readonly users: ReadonlyMap<string, number>;
  /** Rows that show no status stand under ''. */
  readonly statuses: ReadonlyMap<string, number>;
  /** Rows that say themselves what they do: they are counted here and not by what their product does. */
  readonly own: readonly { readonly product: string; readonly components: readonly string[] }[];
};

/** How many rows there are of each kind. */
export function countRows(sketches: readonly Sketch[], wanted: Wanted): Counted {
  const size = codeCount() + 1;
  const tables = {
    products: new Int32Array(size),
    users: new Int32Array(size),
    statuses: new Int32Array(size),
  };
  const own: { product: string; components: readonly string[] }[] = [];
  let total = 0;
  eachRow(sketches, wanted, (sketch, at) => {
    total += 1;
    const product = sketch.products[at] ?? 0;
    add(tables.products, product + 1);
    add(tables.users, (sketch.users[at] ?? 0) + 1);
    add(tables.statuses, (sketch.statuses[at] ?? -1) + 1);
    const components = sketch.components.get(at);
    if (components !== undefined) own.push({ product: textOf(product), components });
  });
  return {
    total,
    products: read(tables.products),
    users: read(tables.users),
    statuses: read(tables.statuses),
    own,
  };
}

function add(table: Int32Array, at: number): void {
  table[at] = (table[at] ?? 0) + 1;
}

/** Place 0 is what is not shown. */
function read(table: Int32Array): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [at, n] of table.entries()) if (n > 0) found.set(at === 0 ? '' : textOf(at - 1), n);
  return found;
}
