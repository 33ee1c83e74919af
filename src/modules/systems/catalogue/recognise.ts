import { clusters, standsFor, type Catalogue, type Entry } from './catalogue.ts';
import type { Product, RecordKind, Supplier } from './record.ts';
import { anyOrder, keyOf, spellings, withoutCountry, withoutLegal, wordsOf, type Near } from './spelling.ts';

/** How a name led to a record, the surest first. */
export const whys = [
  'name',
  'alias',
  'former-name',
  'supplier-and-name',
  'word-order',
  'spelling',
  'part',
] as const;
export type Why = (typeof whys)[number];

export type Recognised = {
  /** The record that stands for what was found. */
  readonly id: string;
  /** From 0 to 1. From `sure` on nobody needs to be asked. */
  readonly score: number;
  readonly why: Why;
  /** The name that was met. */
  readonly name: string;
};

export const sure = 0.9;

/** What a name can mean without anybody being asked: the one that is sure, where no other is. */
export function onlySure(found: readonly Recognised[]): Recognised | null {
  const [first, second] = found.filter(({ score }) => score >= sure);
  return first === undefined || second !== undefined ? null : first;
}

/** Whether a name can mean several, each of them as it is called. */
export const isSeveral = (found: readonly Recognised[]): boolean =>
  found.filter(({ score }) => score >= sure).length > 1;
const mostFound = 5;
const longest = 200;

type Named = { readonly id: string; readonly name: string; readonly why: Why; readonly score: number };
type Index = {
  readonly exact: ReadonlyMap<string, readonly Named[]>;
  readonly orders: ReadonlyMap<string, readonly Named[]>;
  readonly near: (key: string, least: number) => readonly Near<Named>[];
  /** By their words: what a longer text may hold. */
  readonly parts: ReadonlyMap<string, readonly Named[]>;
  readonly remembered: Map<string, readonly Recognised[]>;
};

const scores = {
  name: 1,
  alias: 0.98,
  'former-name': 0.95,
  'supplier-and-name': 0.95,
  'word-order': 0.9,
} as const;

/** The products that somebody may mean by a name, best first; what is merged leads to what stands for it. */
export function recognise(catalogue: Catalogue, text: string): readonly Recognised[] {
  return look(indexOf(catalogue, 'product'), text);
}

/** The suppliers that somebody may mean by a name. */
export function recogniseSupplier(catalogue: Catalogue, text: string): readonly Recognised[] {
  return look(indexOf(catalogue, 'supplier'), text);
}

const mostRemembered = 20_000;

function look(index: Index, given: string): readonly Recognised[] {
  const text = given.slice(0, longest);
  const before = index.remembered.get(text);
  if (before !== undefined) return before;
  const words = withoutLegal(wordsOf(text));
  const found = words.length === 0 ? [] : best([...straight(index, words), ...roundabout(index, words)]);
  if (index.remembered.size >= mostRemembered) index.remembered.clear();
  index.remembered.set(text, found);
  return found;
}

function straight({ exact, orders }: Index, words: readonly string[]): readonly Named[] {
  const ordered = (orders.get(anyOrder(words)) ?? []).map((one) => ({
    ...one,
    why: 'word-order' as const,
    score: Math.min(one.score, scores['word-order']),
  }));
  return [...(exact.get(keyOf(words)) ?? []), ...ordered];
}

function roundabout({ near, parts }: Index, words: readonly string[]): readonly Named[] {
  const key = keyOf(words);
  const spelt = near(key, key.length < 5 ? 0.7 : 0.5).map(({ item, likeness }): Named => ({
    ...item,
    why: 'spelling',
    score: 0.88 * likeness * item.score,
  }));
  const held = Array.from({ length: words.length }, (_, from) =>
    Array.from({ length: words.length - from }, (__, at) => words.slice(from, words.length - at)),
  ).flat();
  const within = held.flatMap((some) =>
    (parts.get(some.join(' ')) ?? []).map((one): Named => ({
      ...one,
      why: 'part',
      // The more of the text it is, the likelier: "Lifecare Utförare" is more Lifecare than "Bo i Lifecare för alla".
      score: 0.5 + 0.3 * (keyOf(some).length / key.length),
    })),
  );
  return [...spelt, ...within];
}

function best(found: readonly Named[]): readonly Recognised[] {
  const order = (one: Named): number => whys.indexOf(one.why);
  const sorted = found.toSorted((a, b) => b.score - a.score || order(a) - order(b) || (a.id < b.id ? -1 : 1));
  const first = new Map<string, Recognised>();
  for (const { id, score, why, name } of sorted) {
    if (!first.has(id)) first.set(id, { id, score: Math.round(score * 1000) / 1000, why, name });
  }
  return [...first.values()].slice(0, mostFound);
}

const indexes = new WeakMap<Catalogue, Map<RecordKind, Index>>();

function indexOf(catalogue: Catalogue, of: RecordKind): Index {
  const made = indexes.get(catalogue) ?? new Map<RecordKind, Index>();
  indexes.set(catalogue, made);
  const before = made.get(of);
  if (before !== undefined) return before;
  const index = makeIndex(of === 'product' ? productNames(catalogue) : supplierNames(catalogue));
  made.set(of, index);
  return index;
}

function makeIndex(named: readonly Named[]): Index {
  const read = named.map((one) => ({ one, words: withoutLegal(wordsOf(one.name)) }));
  const own = read.filter(({ one }) => one.why !== 'supplier-and-name');
  const by = (key: (words: readonly string[]) => string, from: typeof read) =>
    new Map(
      [...Map.groupBy(from, ({ words }) => key(words))].map(([at, group]) => [
        at,
        group.map(({ one }) => one),
      ]),
    );
  return {
    exact: by(keyOf, read),
    orders: by(
      anyOrder,
      read.filter(({ words }) => words.length > 1),
    ),
    near: spellings(own.map(({ one, words }) => ({ key: keyOf(words), item: one }))),
    parts: by(
      (words) => words.join(' '),
      own.filter(({ words }) => keyOf(words).length >= 3),
    ),
    remembered: new Map(),
  };
}

/** Every name of a record and of what is merged into it, with how sure it is. */
function namesIn(id: string, entries: readonly Entry<Product | Supplier>[]): readonly Named[] {
  return entries.flatMap(({ record }, at) => {
    const why = at === 0 ? 'name' : 'alias';
    return [
      { id, name: record.name, why, score: scores[why] } as const,
      ...record.aliases.map((name) => ({ id, name, why: 'alias', score: scores.alias }) as const),
      ...record.formerNames.map(
        (name) => ({ id, name, why: 'former-name', score: scores['former-name'] }) as const,
      ),
    ];
  });
}

const standing = <R>(entries: readonly Entry<R>[]): boolean => entries[0]?.withdrawn === false;

function supplierNames({ suppliers }: Catalogue): readonly Named[] {
  const named = [...clusters(suppliers)].flatMap(([id, entries]) =>
    standing(entries) ? namesIn(id, entries) : [],
  );
  const shorter = named.map((one) => ({
    ...one,
    name: withoutCountry(withoutLegal(wordsOf(one.name))).join(' '),
    score: Math.min(one.score, scores.alias),
    why: 'alias' as const,
  }));
  return [...named, ...shorter];
}

function productNames(catalogue: Catalogue): readonly Named[] {
  const supplying = clusters(catalogue.suppliers);
  return [...clusters(catalogue.products)].flatMap(([id, entries]) => {
    if (!standing(entries)) return [];
    const own = namesIn(id, entries);
    const suppliers = new Set(
      entries.flatMap(({ record: { supplier } }) =>
        supplier === undefined ? [] : [standsFor(catalogue.suppliers, supplier)],
      ),
    );
    const makers = [...suppliers].flatMap((one) => namesIn(one, supplying.get(one) ?? []));
    const short = new Set(makers.map(({ name }) => withoutCountry(withoutLegal(wordsOf(name))).join(' ')));
    const score = scores['supplier-and-name'];
    const both = [...short].flatMap((maker) =>
      own.flatMap(({ name }) => [
        { id, name: `${maker} ${name}`, why: 'supplier-and-name', score } as const,
        { id, name: `${name} ${maker}`, why: 'supplier-and-name', score } as const,
      ]),
    );
    return [...own, ...both];
  });
}
