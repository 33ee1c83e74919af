import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { z } from 'zod';
import { plainFaults } from '../src/kernel/plain-language/index.ts';

/* What the register of IT systems begins with: facts, in two languages, that hang together. */

const Id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
const Words = z.string().trim().min(1);
const Text = z.strictObject({ sv: Words, en: Words });
const Web = z.url({ protocol: /^https$/u });

const Pair = z.union([
  z.strictObject({
    component: Id,
    code: Words,
    label: Words,
    fit: z.enum(['same', 'near', 'wider', 'narrower']),
  }),
  z.strictObject({ area: Id, code: Words, label: Words, fit: z.enum(['same', 'near', 'wider', 'narrower']) }),
]);

const Taxonomy = z.strictObject({
  schema: z.literal('kommons/taxonomy@1'),
  version: Words,
  from: z.iso.date(),
  areas: z.array(z.strictObject({ id: Id, name: Text, explanation: Text })),
  components: z.array(
    z.strictObject({
      id: Id,
      area: Id,
      name: Text,
      explanation: Text,
      words: z.array(Words).min(1),
      replaces: z.array(Id).min(1).optional(),
    }),
  ),
  maps: z.array(
    z.strictObject({
      to: z.enum(['publiccode-categories', 'kle', 'gemma', 'rs']),
      title: Text,
      edition: Words,
      source: Web,
      pairs: z.array(Pair).min(1),
    }),
  ),
});
type Taxonomy = z.infer<typeof Taxonomy>;

const Supplier = z.strictObject({
  id: Id,
  name: Words,
  organisationNumber: z
    .string()
    .regex(/^\d{6}-\d{4}$/u)
    .optional(),
  web: Web.optional(),
  aliases: z.array(Words),
  formerNames: z.array(Words),
  example: z.literal(true).optional(),
});

const Product = z.strictObject({
  id: Id,
  name: Words,
  supplier: Id,
  aliases: z.array(Words),
  formerNames: z.array(Words),
  components: z.array(Id).min(1),
  what: Text,
  hosting: z.array(z.enum(['own', 'supplier', 'public-cloud'])),
  licence: z.enum(['proprietary', 'open-source']),
  standards: z.array(Id).min(1).optional(),
  publiccode: Web.optional(),
  spdx: z
    .string()
    .regex(/^[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+)*$/u)
    .optional(),
  cpe: z
    .string()
    .regex(/^cpe:2\.3:a:[a-z0-9_.]+:[a-z0-9_.]+(?::\*){8}$/u)
    .optional(),
  web: Web.optional(),
  example: z.literal(true).optional(),
});

const Standard = z.strictObject({
  id: Id,
  name: Words,
  owner: Words,
  about: Text,
  web: Web,
  areas: z.array(Id).min(1),
});

function read<T>(name: string, schema: z.ZodType<T>): T {
  const content: unknown = JSON.parse(readFileSync(new URL(`register/${name}`, import.meta.url), 'utf8'));
  return schema.parse(content);
}

const first = read('taxonomy/2026-1.json', Taxonomy);
const second = read('taxonomy/2026-2.json', Taxonomy);
const suppliers = read('suppliers.json', z.array(Supplier));
const products = read('products.json', z.array(Product));
const standards = read('standards.json', z.array(Standard));

const idsOf = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);
const taxonomies = [first, second];
const lists: Readonly<Record<string, readonly { readonly id: string }[]>> = {
  'areas of 2026-1': first.areas,
  'components of 2026-1': first.components,
  'areas of 2026-2': second.areas,
  'components of 2026-2': second.components,
  suppliers,
  products,
  standards,
};

for (const [name, list] of Object.entries(lists)) {
  test(`${name}: every id once, in order`, () => {
    const ids = idsOf(list);
    assert.deepEqual(
      ids,
      [...new Set(ids)].toSorted((a, b) => (a < b ? -1 : 1)),
    );
  });
}

type Named = {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly formerNames: readonly string[];
};

const asWritten = (name: string): string => name.toLocaleLowerCase('sv').replaceAll(/[\s._-]+/gu, '');

/** Names, as people write them, that lead to more than one. */
function ambiguous(list: readonly Named[]): readonly string[] {
  const owners = new Map<string, Set<string>>();
  for (const { id, name, aliases, formerNames } of list) {
    for (const written of [name, ...aliases, ...formerNames].map(asWritten)) {
      owners.set(written, (owners.get(written) ?? new Set()).add(id));
    }
  }
  return [...owners].filter(([, ids]) => ids.size > 1).map(([name]) => name);
}

test('no name, alias or former name leads to two products or to two suppliers', () => {
  assert.deepEqual(ambiguous(products), []);
  assert.deepEqual(ambiguous(suppliers), []);
});

test('a name that leads to two is seen, however it is written', () => {
  const [one, other] = [
    { id: 'a', name: 'Life-care', aliases: [], formerNames: [] },
    { id: 'b', name: 'B', aliases: ['LIFE CARE'], formerNames: [] },
  ];
  assert.deepEqual(ambiguous([one, other]), ['lifecare']);
});

test('nobody is told the same name twice', () => {
  for (const { id, name, aliases, formerNames } of [...suppliers, ...products]) {
    const names = [name, ...aliases, ...formerNames];
    assert.equal(new Set(names).size, names.length, id);
  }
});

test('what is referred to is there', () => {
  const known = {
    supplier: new Set(idsOf(suppliers)),
    component: new Set(idsOf(first.components)),
    standard: new Set(idsOf(standards)),
    area: new Set(idsOf(first.areas)),
  };
  for (const product of products) {
    assert.ok(known.supplier.has(product.supplier), product.id);
    for (const component of product.components) assert.ok(known.component.has(component), product.id);
    for (const standard of product.standards ?? []) assert.ok(known.standard.has(standard), product.id);
  }
  for (const { id, areas } of standards)
    for (const area of areas) assert.ok(known.area.has(area), `${id}: ${area}`);
  const selling = new Set(products.map(({ supplier }) => supplier));
  for (const id of known.supplier) assert.ok(selling.has(id), `${id} has no product`);
});

for (const { version, areas, components, maps } of taxonomies) {
  test(`${version}: every component has its area, every area a component, every pair both its ends`, () => {
    const [areaIds, componentIds] = [new Set(idsOf(areas)), new Set(idsOf(components))];
    assert.deepEqual(new Set(components.map(({ area }) => area)), areaIds);
    for (const { to, pairs } of maps) {
      const keys = pairs.map((pair) =>
        'area' in pair ? `area ${pair.area}` : `component ${pair.component}`,
      );
      const whole = pairs.map(({ code }, at) => `${keys[at]} ${code}`);
      assert.equal(new Set(whole).size, whole.length, to);
      for (const pair of pairs) {
        assert.ok('area' in pair ? areaIds.has(pair.area) : componentIds.has(pair.component), to);
      }
    }
    assert.equal(new Set(maps.map(({ to }) => to)).size, maps.length);
  });
}

/** What is not the same in two versions, by id. */
function differences(before: Taxonomy, after: Taxonomy) {
  const old = new Map([...before.areas, ...before.components].map((entry) => [entry.id, entry]));
  const now = new Map([...after.areas, ...after.components].map((entry) => [entry.id, entry]));
  const both = [...now.keys()].filter((id) => old.has(id));
  return {
    added: [...now.keys()].filter((id) => !old.has(id)),
    ended: [...old.keys()].filter((id) => !now.has(id)),
    changed: both.filter((id) => JSON.stringify(old.get(id)) !== JSON.stringify(now.get(id))),
  };
}

test('the later taxonomy adds, changes, moves, splits and ends', () => {
  const { added, ended, changed } = differences(first, second);
  assert.ok(added.length > 0 && ended.length > 0 && changed.length > 0);
  assert.ok(first.from < second.from);
  const areaOf = new Map(first.components.map(({ id, area }) => [id, area]));
  assert.ok(second.components.some(({ id, area }) => areaOf.has(id) && areaOf.get(id) !== area));
  const replaced = second.components.flatMap(({ replaces }) => replaces ?? []);
  for (const id of replaced) assert.ok(ended.includes(id), id);
  assert.ok(new Set(replaced).size < replaced.length, 'one is split in two');
  assert.ok(
    ended.some((id) => !replaced.includes(id)),
    'one ends without a heir',
  );
});

test('a taxonomy does not differ from itself', () => {
  assert.deepEqual(differences(first, first), { added: [], ended: [], changed: [] });
});

test('at least 200 real products, and examples enough to buy together', () => {
  const examples = products.filter(({ example }) => example === true);
  assert.ok(products.length - examples.length >= 200);
  const covered = new Set(examples.flatMap(({ components }) => components));
  for (const component of [
    'bibliotekssystem',
    'e-arkiv',
    'e-tjanstplattform',
    'elevregister',
    'kommunikation-telefoni',
    'processautomation',
    'skolskjutsplanering',
    'tidrapportering',
    'verksamhetssystem-socialtjanst',
  ]) {
    assert.ok(covered.has(component), component);
  }
});

test('what is invented says so, and is sold by the invented alone', () => {
  const invented = new Set(suppliers.filter(({ example }) => example === true).map(({ id }) => id));
  for (const { id, supplier, example, what, web } of products) {
    assert.equal(invented.has(supplier), example === true, id);
    assert.equal(/påhitta/iu.test(what.sv), example === true, id);
    assert.equal(/invented/iu.test(what.en), example === true, id);
    assert.ok(example !== true || web === undefined, id);
  }
});

/** The check digit of an organisation number is right. */
function isNumber(number: string): boolean {
  const digits = Array.from(number.replace('-', ''), Number);
  const sum = digits.reduce((total, digit, at) => {
    const weighted = at % 2 === 0 ? digit * 2 : digit;
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
}

test('organisation numbers have their check digit', () => {
  assert.ok(!isNumber('556668-6606'));
  for (const { id, organisationNumber } of suppliers) {
    assert.ok(organisationNumber === undefined || isNumber(organisationNumber), id);
  }
});

const texts = [
  ...taxonomies.flatMap(({ areas, components }) => [...areas, ...components]),
  ...products.map(({ id, what }) => ({ id, explanation: what })),
  ...standards.map(({ id, about }) => ({ id, explanation: about })),
];

for (const language of ['sv', 'en'] as const) {
  test(`texts are plain ${language === 'sv' ? 'Swedish' : 'English'}, one or two sentences`, () => {
    const faults = texts.flatMap(({ id, explanation }) =>
      plainFaults(explanation[language], language).map(({ what, message }) => `${id}: ${message.en} ${what}`),
    );
    assert.deepEqual(faults, []);
    for (const { id, explanation } of texts) assert.match(explanation[language], /^\S.{10,160}\.$/u, id);
  });
}

test('no prices, no customers and no praise', () => {
  const said = JSON.stringify([...products, ...suppliers]);
  for (const word of [
    /\d kr\b/u,
    /\bSEK\b/u,
    /\bkunder hos\b/u,
    /\bbäst/iu,
    /\bledande\b/iu,
    /\bleading\b/iu,
  ]) {
    assert.doesNotMatch(said, word);
  }
});
