import { clusters, namesOf, standsFor, type Catalogue, type Entry } from './catalogue.ts';
import type { Product, RecordKind, Supplier } from './record.ts';
import { anyOrder, keyOf, spellings, withoutCountry, withoutLegal, wordsOf } from './spelling.ts';

/** Why two records may be one, the strongest first. */
export const likenesses = [
  'same-number',
  'same-name',
  'former-name',
  'legal-suffix',
  'supplier-prefix',
  'word-order',
  'spelling',
  'part',
] as const;
export type Likeness = (typeof likenesses)[number];

export type LikePair = {
  readonly one: string;
  readonly other: string;
  readonly reasons: readonly Likeness[];
};

/** Records that may be the same. Nobody merges them but a curator. */
export type Duplicates = {
  readonly of: RecordKind;
  /** The one suggested to stand for the others comes first. */
  readonly ids: readonly string[];
  readonly pairs: readonly LikePair[];
};

/** Pairs that a curator has said are not the same, as `pairKey` writes them. */
export type Different = ReadonlySet<string>;

export const pairKey = (of: RecordKind, a: string, b: string): string =>
  `${of} ${a < b ? `${a} ${b}` : `${b} ${a}`}`;

/** Everything that looks like more than one record of one thing, without what a curator has set aside. */
export function findDuplicates(
  catalogue: Catalogue,
  different: Different = new Set(),
): readonly Duplicates[] {
  return (['supplier', 'product'] as const).flatMap((of) => {
    const pairs = pairsOf(catalogue, of).filter(({ one, other }) => !different.has(pairKey(of, one, other)));
    return grouped(pairs).map((group) => ({
      of,
      ids: suggestedFirst(catalogue, of, [...new Set(group.flatMap(({ one, other }) => [one, other]))]),
      pairs: group,
    }));
  });
}

const found = new WeakMap<Catalogue, Map<RecordKind, readonly LikePair[]>>();

/** Looked for once for each state of the catalogue. */
function pairsOf(catalogue: Catalogue, of: RecordKind): readonly LikePair[] {
  const made = found.get(catalogue) ?? new Map<RecordKind, readonly LikePair[]>();
  found.set(catalogue, made);
  const before = made.get(of);
  if (before !== undefined) return before;
  const pairs = likePairs(of === 'product' ? productForms(catalogue) : supplierForms(catalogue));
  made.set(of, pairs);
  return pairs;
}

/** A record as it is compared: each way to write each of its names, with what had to be done to get there. */
type Form = {
  readonly id: string;
  readonly key: string;
  readonly reason: Likeness;
  readonly shipped: boolean;
  /** Who supplies it; null for suppliers and where it is not known. */
  readonly supplier: string | null;
  readonly words: readonly string[];
};

function likePairs(forms: readonly Form[]): readonly LikePair[] {
  const pairs = new Map<string, { one: string; other: string; reasons: Set<Likeness> }>();
  const tell = (a: Form, b: Form, reason: Likeness): void => {
    if (a.id === b.id || !mayBeOne(a, b, reason)) return;
    const [one, other] = a.id < b.id ? [a.id, b.id] : [b.id, a.id];
    const before = pairs.get(`${one} ${other}`) ?? { one, other, reasons: new Set<Likeness>() };
    pairs.set(`${one} ${other}`, { ...before, reasons: before.reasons.add(reason) });
  };
  for (const same of Map.groupBy(forms, ({ key }) => key).values()) {
    const firsts = [
      ...new Map(same.toReversed().map((form) => [`${form.id} ${form.reason}`, form])).values(),
    ];
    for (const [at, a] of firsts.entries()) {
      for (const b of firsts.slice(at + 1)) tell(a, b, weaker(a.reason, b.reason));
    }
  }
  const named = forms.filter(({ reason }) => reason === 'same-name' || reason === 'former-name');
  const near = spellings(named.map((item) => ({ key: item.key, item })));
  // Likeness goes both ways, and what shipped is compared with what did not alone.
  for (const form of named.filter(({ key, shipped }) => key.length > 5 && !shipped)) {
    for (const { item, likeness } of near(form.key, 0.7)) if (likeness < 1) tell(form, item, 'spelling');
  }
  const starts = Map.groupBy(named, ({ words }) => words.join(' '));
  for (const form of named) {
    for (let length = 1; length < form.words.length; length += 1) {
      const some = form.words.slice(0, length);
      if (keyOf(some).length > 4)
        for (const other of starts.get(some.join(' ')) ?? []) tell(form, other, 'part');
    }
  }
  return [...pairs.values()].map(({ one, other, reasons }) => ({
    one,
    other,
    reasons: likenesses.filter((reason) => reasons.has(reason)),
  }));
}

const weaker = (a: Likeness, b: Likeness): Likeness =>
  likenesses.indexOf(a) > likenesses.indexOf(b) ? a : b;

/** What shipped has been looked through, and two firms may well have products of like names. */
function mayBeOne(a: Form, b: Form, reason: Likeness): boolean {
  const strong = reason === 'same-number' || reason === 'same-name';
  if (a.shipped && b.shipped) return strong;
  const apart = a.supplier !== null && b.supplier !== null && a.supplier !== b.supplier;
  return !apart || strong;
}

type Ways = { readonly words: readonly string[]; readonly reason: Likeness };

/** The ways to write a name: as it is, in any order, and without what is said of the firm. */
function waysOf(
  words: readonly string[],
  reason: 'same-name' | 'former-name',
): readonly (Ways & { key: string })[] {
  const bare = withoutLegal(words);
  const short = withoutCountry(bare);
  return [
    { words, reason, key: keyOf(words) },
    ...(bare.length < words.length
      ? [{ words: bare, reason: 'legal-suffix' as const, key: keyOf(bare) }]
      : []),
    ...(short.length < bare.length
      ? [{ words: short, reason: 'legal-suffix' as const, key: keyOf(short) }]
      : []),
    ...(short.length > 1 ? [{ words: short, reason: 'word-order' as const, key: anyOrder(short) }] : []),
  ];
}

function namedForms(
  id: string,
  entries: readonly Entry<Product | Supplier>[],
  supplier: string | null,
): readonly Form[] {
  const shipped = entries.every(({ madeBy }) => madeBy === null);
  const former = new Set(entries.flatMap(({ record }) => record.formerNames));
  const forms = namesOf(entries).flatMap((name) =>
    waysOf(wordsOf(name), former.has(name) ? 'former-name' : 'same-name'),
  );
  return forms.filter(({ key }) => key !== '').map((form) => ({ ...form, id, shipped, supplier }));
}

const standing = <R>(entries: readonly Entry<R>[]): boolean => entries[0]?.withdrawn === false;

function supplierForms({ suppliers }: Catalogue): readonly Form[] {
  return [...clusters(suppliers)].flatMap(([id, entries]) => {
    if (!standing(entries)) return [];
    const number = entries[0]?.record.organisationNumber;
    const shipped = entries.every(({ madeBy }) => madeBy === null);
    const numbered: readonly Form[] =
      number === undefined
        ? []
        : [{ id, key: `number ${number}`, reason: 'same-number', shipped, supplier: null, words: [] }];
    return [...namedForms(id, entries, null), ...numbered];
  });
}

function productForms(catalogue: Catalogue): readonly Form[] {
  const supplying = clusters(catalogue.suppliers);
  const makers = new Set(
    [...supplying.values()].flatMap((entries) =>
      namesOf(entries).map((name) => withoutCountry(withoutLegal(wordsOf(name))).join(' ')),
    ),
  );
  return [...clusters(catalogue.products)].flatMap(([id, entries]) => {
    if (!standing(entries)) return [];
    const supplier = entries[0]?.record.supplier;
    const own = namedForms(
      id,
      entries,
      supplier === undefined ? null : standsFor(catalogue.suppliers, supplier),
    );
    const bare = own
      .filter(({ reason }) => reason === 'same-name' || reason === 'former-name')
      .flatMap((form) => withoutMaker(form, makers));
    return [...own, ...bare];
  });
}

/** "Tieto Lifecare" is also "Lifecare", when Tieto is, or was, the name of some supplier. */
function withoutMaker(form: Form, makers: ReadonlySet<string>): readonly Form[] {
  return Array.from({ length: Math.max(0, form.words.length - 1) }, (_, at) => at + 1).flatMap((length) => {
    const rest = form.words.slice(length);
    if (!makers.has(form.words.slice(0, length).join(' ')) || keyOf(rest).length < 3) return [];
    return [{ ...form, words: rest, key: keyOf(rest), reason: 'supplier-prefix' as const }];
  });
}

/** Pairs that hang together are one proposal. */
function grouped(pairs: readonly LikePair[]): readonly (readonly LikePair[])[] {
  const heads = new Map<string, string>();
  const headOf = (id: string): string => {
    let at = id;
    for (let next = heads.get(at); next !== undefined; next = heads.get(at)) at = next;
    return at;
  };
  for (const { one, other } of pairs) {
    const [a, b] = [headOf(one), headOf(other)];
    if (a !== b) heads.set(b, a);
  }
  return [...Map.groupBy(pairs, ({ one }) => headOf(one)).values()];
}

/** What shipped first, then what says most, then the one that was made first. */
function suggestedFirst(catalogue: Catalogue, of: RecordKind, ids: readonly string[]): readonly string[] {
  const entries: ReadonlyMap<string, Entry<Product | Supplier>> = of === 'product'
    ? catalogue.products
    : catalogue.suppliers;
  const weight = (id: string): number => {
    const entry = entries.get(id);
    return entry === undefined
      ? 0
      : (entry.madeBy === null ? 1_000_000 : 0) + JSON.stringify(entry.record).length;
  };
  return ids.toSorted((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1));
}
