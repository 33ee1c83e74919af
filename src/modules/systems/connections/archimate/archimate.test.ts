import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { everyTag, readXml, type Tag } from '../../../../../tests/support/xml.ts';
import type { Row } from '../../landscape/row.ts';
import type { Facts } from '../../model/fields.ts';
import type { Flow } from '../../model/usage.ts';
import { exchangeFile } from './file.ts';
import { modelOf, type Model } from './model.ts';

/* The structure that the schema demands (archimate3_Model.xsd, _View.xsd, _Diagram.xsd, 3.1), written down again. */

/** What may stand in an element, in which order: one, at most one (?), any number (*), at least one (+). */
const order: Readonly<Record<string, readonly string[]>> = {
  model: [
    'name+',
    'documentation*',
    'elements?',
    'relationships?',
    'organizations*',
    'propertyDefinitions?',
    'views?',
  ],
  elements: ['element+'],
  element: ['name+', 'documentation*', 'properties?'],
  properties: ['property+'],
  property: ['value+'],
  relationships: ['relationship+'],
  relationship: ['name*', 'documentation*', 'properties?'],
  organizations: ['item+'],
  item: ['label*', 'documentation*', 'item*'],
  propertyDefinitions: ['propertyDefinition+'],
  propertyDefinition: ['name+'],
  views: ['diagrams?'],
  diagrams: ['view+'],
  view: ['name+', 'documentation*', 'properties?', 'node*', 'connection*'],
  node: [],
  connection: ['bendpoint*'],
  bendpoint: [],
  name: [],
  documentation: [],
  value: [],
  label: [],
};

const required: Readonly<Record<string, readonly string[]>> = {
  model: ['identifier', 'xmlns', 'xsi:schemaLocation'],
  element: ['identifier', 'xsi:type'],
  relationship: ['identifier', 'xsi:type', 'source', 'target'],
  property: ['propertyDefinitionRef'],
  propertyDefinition: ['identifier', 'type'],
  view: ['identifier', 'xsi:type'],
  node: ['identifier', 'xsi:type', 'elementRef', 'x', 'y', 'w', 'h'],
  connection: ['identifier', 'xsi:type', 'relationshipRef', 'source', 'target'],
  bendpoint: ['x', 'y'],
};

const references = [
  'source',
  'target',
  'elementRef',
  'relationshipRef',
  'propertyDefinitionRef',
  'identifierRef',
];
/** Relations that ArchiMate 3 allows between what we write: appendix B of the standard. */
const allowed = new Set([
  'Assignment ApplicationComponent ApplicationFunction',
  'Association BusinessActor ApplicationComponent',
  'Serving ApplicationComponent BusinessActor',
  'Flow ApplicationComponent ApplicationComponent',
]);

function orderFaults({ name, children }: Tag): readonly string[] {
  const wanted = order[name];
  if (wanted === undefined) return [`${name} is no element of the schema`];
  const pattern = wanted
    .map((one) => `(?:${one.replace(/[?*+]$/u, '')} )${/[?*+]$/u.exec(one)?.[0] ?? ''}`)
    .join('');
  const found = children.map((child) => `${child.name} `).join('');
  return new RegExp(`^${pattern}$`, 'u').test(found) ? [] : [`${name} holds ${found}`];
}

function faultsOf(file: string): readonly string[] {
  const tags = everyTag(readXml(file));
  const ids = tags.flatMap(({ attributes }) => attributes['identifier'] ?? []);
  const known = new Map(tags.map((tag) => [tag.attributes['identifier'] ?? '', tag]));
  return [
    ...(new Set(ids).size < ids.length ? ['an identifier is there twice'] : []),
    ...ids.filter((id) => !/^[A-Za-z_][\w.-]*$/u.test(id)).map((id) => `${id} is no xs:ID`),
    ...tags.flatMap((tag) => [
      ...orderFaults(tag),
      ...(required[tag.name] ?? [])
        .filter((one) => tag.attributes[one] === undefined)
        .map((one) => `${tag.name} has no ${one}`),
      ...references
        .filter((one) => tag.attributes[one] !== undefined && !known.has(tag.attributes[one]))
        .map((one) => `${tag.name} refers to ${tag.attributes[one]}`),
      ...(['name', 'documentation', 'value', 'label'].includes(tag.name) &&
      tag.attributes['xml:lang'] === undefined
        ? [`${tag.name} has no language`]
        : []),
      ...['x', 'y', 'w', 'h']
        .filter((one) => tag.attributes[one] !== undefined && !/^\d+$/u.test(tag.attributes[one]))
        .map((one) => `${tag.name} has ${one} ${tag.attributes[one]}`),
      ...(tag.name === 'relationship' ? relationFaults(tag, known) : []),
    ]),
  ];
}

function relationFaults({ attributes }: Tag, known: ReadonlyMap<string, Tag>): readonly string[] {
  const typeOf = (id: string): string => known.get(id)?.attributes['xsi:type'] ?? '';
  const said = [
    attributes['xsi:type'],
    typeOf(attributes['source'] ?? ''),
    typeOf(attributes['target'] ?? ''),
  ];
  return allowed.has(said.join(' ')) ? [] : [`${said.join(' ')} is no relation`];
}

const words = {
  title: 'IT-system hos Hjo',
  about: 'Om filen',
  view: 'Systemkarta',
  systems: 'System',
  functions: 'Funktioner',
  suppliers: 'Leverantörer',
  units: 'Enheter',
  supplies: 'levererar',
};

const explained = (text: string) => ({ name: { sv: text, en: text }, explanation: { sv: text, en: text } });

const rowOf = (n: number, more: Partial<Row> & { readonly facts?: Facts } = {}): Row => ({
  id: `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`,
  name: `System ${n}`,
  product: { id: `p${n}`, name: `Produkt ${n}` },
  supplier: { id: 'mallsta', name: 'Mallsta & Co <AB>' },
  components: ['e-arkiv'],
  areas: ['arende-och-arkiv'],
  facts: {},
  secret: false,
  members: [],
  example: true,
  confirmedAt: new Date(0),
  registeredBy: null,
  ...more,
});

const flowOf = (n: number, from: Row, to: Row): Flow => ({
  id: `018f0000-0000-7000-9000-${String(n).padStart(12, '0')}`,
  from: from.id,
  to: to.id,
  through: null,
  what: 'Personuppgifter "dagligen"',
  frequency: 'daily',
});

const model = (rows: readonly Row[], flows: readonly Flow[], text = 'Ordet'): Model =>
  modelOf({
    organisation: 'hjo',
    language: 'sv',
    words,
    rows,
    flows,
    component: (id) => (id === 'okand' ? undefined : explained(text)),
    unit: () => text,
    fieldName: (id) => id,
    say: () => text,
  });

const [a, b, c] = [
  rowOf(1, {
    facts: {
      purpose: 'Sparar\nallt',
      units: ['skolan å', 'skolan_e5_'],
      contractEnds: '2027-01-01',
      price: 7,
    },
  }),
  rowOf(2, { supplier: null, components: ['okand'] }),
  rowOf(3),
];

test('a landscape is a file as the schema has it, with everything that is drawn', () => {
  const file = exchangeFile(
    model([a, b, c], [flowOf(1, a, b), flowOf(2, b, a), flowOf(3, a, a)].slice(0, 2)),
  );
  assert.deepEqual(faultsOf(file), []);
  const tags = everyTag(readXml(file));
  const count = (name: string, type?: string): number =>
    tags.filter((tag) => tag.name === name && (type === undefined || tag.attributes['xsi:type'] === type))
      .length;
  assert.equal(count('element', 'ApplicationComponent'), 3);
  assert.equal(count('element', 'ApplicationFunction'), 1);
  assert.equal(count('element', 'BusinessActor'), 3);
  assert.equal(count('relationship', 'Flow'), 2);
  assert.deepEqual([count('node'), count('connection')], [3, 2]);
  assert.equal(count('propertyDefinition'), 3);
});

test('an empty landscape is a file too', () => {
  const file = exchangeFile(model([], []));
  assert.deepEqual(faultsOf(file), []);
  assert.doesNotMatch(file, /<elements|<views/u);
});

test('whatever stands in names and texts, the file is well formed and says it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
      const file = exchangeFile(model([{ ...a, name: text }, b], [flowOf(1, a, b)], text));
      assert.deepEqual(faultsOf(file), []);
    }),
  );
});

test('what is wrong would be seen', () => {
  const good = exchangeFile(model([a, b, c], [flowOf(1, a, b)]));
  const spoilt: readonly (readonly [from: RegExp, to: string])[] = [
    [/<propertyDefinitions>.*<\/propertyDefinitions>/u, ''],
    [/(<organizations>.*<\/organizations>)(<propertyDefinitions>.*<\/propertyDefinitions>)/u, '$2$1'],
    [/ xml:lang="sv"/u, ''],
    [/xsi:type="Flow"/u, 'xsi:type="Assignment"'],
    [/identifier="nod-/u, 'identifier="1nod-'],
    [/ elementRef="[^"]*"/u, ''],
    [/ x="\d+"/u, ' x="-1"'],
    [/<views>.*<\/views>/u, '<views><diagrams></diagrams></views>'],
  ];
  for (const [from, to] of spoilt) {
    const bad = good.replace(from, to);
    assert.notEqual(bad, good, String(from));
    assert.notDeepEqual(faultsOf(bad), [], String(from));
  }
});
