import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readXml } from '../../../../../tests/support/xml.ts';
import { describeDataset } from '../../catalogue/dcat.ts';
import { expand, type Resource } from './graph.ts';
import { chooseSyntax, writeGraph, type Syntax } from './write.ts';

const at = 'https://kommons.example.se';
const graph = describeDataset({
  origin: at,
  page: `${at}/system`,
  self: `${at}/system/dcat`,
  file: (format) => `${at}/system/lista?format=${format}`,
  api: `${at}/api/v1`,
  email: 'kommons@example.se',
  issued: '2026-01-02T03:04:05.000Z',
  changed: '2026-11-22T10:00:00.000Z',
});

/*
 * What DCAT-AP-SE 3.0.1 asks of each class: mandatory, and recommended where we have it
 * (https://docs.dataportal.se/dcat/3.0.1/sv/). Not everything that is recommended is true of this: there is no
 * period of time that the data are about, and no standard that they keep to.
 */
const profile: Readonly<
  Record<string, { readonly mandatory: readonly string[]; readonly recommended: readonly string[] }>
> = {
  'dcat:Catalog': {
    mandatory: [
      'dcterms:title',
      'dcterms:description',
      'dcterms:publisher',
      'dcterms:license',
      'dcat:dataset',
    ],
    recommended: [
      'dcterms:issued',
      'dcterms:language',
      'dcterms:modified',
      'foaf:homepage',
      'dcterms:spatial',
      'dcat:themeTaxonomy',
    ],
  },
  'dcat:Dataset': {
    mandatory: ['dcterms:title', 'dcterms:description', 'dcterms:publisher'],
    recommended: [
      'dcat:contactPoint',
      'dcat:keyword',
      'dcat:theme',
      'dcterms:issued',
      'dcterms:spatial',
      'dcterms:accessRights',
    ],
  },
  'dcat:Distribution': {
    mandatory: ['dcat:accessURL', 'dcterms:format'],
    recommended: ['dcterms:description', 'dcatap:availability', 'dcterms:license'],
  },
  'dcat:DataService': {
    mandatory: ['dcterms:title', 'dcat:endpointURL', 'dcterms:format'],
    recommended: ['dcat:endpointDescription', 'dcat:contactPoint', 'dcat:keyword', 'dcterms:accessRights'],
  },
  'vcard:Organization': { mandatory: ['vcard:fn', 'vcard:hasEmail'], recommended: [] },
  'foaf:Agent': { mandatory: ['foaf:name', 'dcterms:type'], recommended: ['dcterms:description'] },
};

const valuesOf = (resource: Resource, predicate: string) =>
  resource.properties.filter(([name]) => name === predicate).flatMap(([, values]) => values);

function faultsOf(all: readonly Resource[]): readonly string[] {
  const known = new Set(all.map(({ id }) => id));
  return [
    ...Object.keys(profile)
      .filter((type) => !all.some((one) => one.type === type))
      .map((type) => `there is no ${type}`),
    ...all.flatMap((resource) => {
      const asked = profile[resource.type];
      if (asked === undefined) return [`${resource.type} is not in the profile`];
      return [
        ...[...asked.mandatory, ...asked.recommended]
          .filter((predicate) => valuesOf(resource, predicate).length === 0)
          .map((predicate) => `${resource.type} has no ${predicate}`),
        ...resource.properties
          .flatMap(([, values]) => values)
          .flatMap((value) => {
            if (value.kind === 'text') return value.text.trim() === '' ? ['an empty text'] : [];
            if (value.kind === 'typed') return [];
            if (!URL.canParse(value.iri)) return [`${value.iri} is not absolute`];
            return value.iri.includes('#') && value.iri.startsWith(at) && !known.has(value.iri)
              ? [`${value.iri} is described nowhere`]
              : [];
          }),
      ];
    }),
  ];
}

suite('the description of the open data', () => {
  test('has all that the profile asks for, and refers to nothing that it does not describe', () => {
    assert.deepEqual(faultsOf(graph), []);
  });

  test('each of the mandatory would be missed', () => {
    for (const [type, { mandatory }] of Object.entries(profile))
      for (const predicate of mandatory) {
        const without = graph.map((one) =>
          one.type === type
            ? { ...one, properties: one.properties.filter(([name]) => name !== predicate) }
            : one,
        );
        assert.notDeepEqual(faultsOf(without), [], `${type} ${predicate}`);
      }
  });

  test('titles and descriptions are in Swedish and English', () => {
    for (const resource of graph)
      for (const predicate of ['dcterms:title', 'dcterms:description']) {
        const languages = valuesOf(resource, predicate).map((one) =>
          one.kind === 'text' ? one.language : null,
        );
        assert.ok(languages.length === 0 || languages.join() === 'sv,en', `${resource.id} ${predicate}`);
      }
  });
});

type Triple = string;

function triplesOf(all: readonly Resource[]): readonly Triple[] {
  return all
    .flatMap(({ id, type, properties }) => [
      `${id} ${expand('rdf:type')} <${expand(type)}>`,
      ...properties.flatMap(([predicate, values]) =>
        values.map((value) => {
          const said =
            value.kind === 'iri'
              ? `<${value.iri}>`
              : `"${value.text}"${value.kind === 'typed' ? `^^${expand(value.type)}` : `@${value.language ?? ''}`}`;
          return `${id} ${expand(predicate)} ${said}`;
        }),
      ),
    ])
    .toSorted();
}

function triplesInXml(text: string): readonly Triple[] {
  const root = readXml(text);
  return root.children
    .flatMap((resource) => {
      const id = resource.attributes['rdf:about'] ?? '';
      return [
        `${id} ${expand('rdf:type')} <${expand(resource.name)}>`,
        ...resource.children.map(({ name, attributes, text: said }) => {
          const iri = attributes['rdf:resource'];
          const type = attributes['rdf:datatype'];
          const value =
            iri === undefined
              ? `"${said}"${type === undefined ? `@${attributes['xml:lang'] ?? ''}` : `^^${type}`}`
              : `<${iri}>`;
          return `${id} ${expand(name)} ${value}`;
        }),
      ];
    })
    .toSorted();
}

/** The Turtle that we write: one resource a block, nothing nested. */
function triplesInTurtle(text: string): readonly Triple[] {
  const [, ...blocks] = text.trim().split('\n\n');
  return blocks
    .flatMap((block) => {
      const id = /^<([^>]+)>/u.exec(block)?.[1] ?? '';
      return block
        .split('\n')
        .slice(1)
        .flatMap((line) => {
          const [, predicate = '', rest = ''] = /^ {2}(\S+) (.*) [;.]$/u.exec(line) ?? [];
          if (predicate === 'a') return [`${id} ${expand('rdf:type')} <${expand(rest)}>`];
          const values = rest.match(/<[^>]*>|"(?:[^"\\]|\\.)*"(?:@\w+|\^\^\S+)?/gu) ?? [];
          return values.map((value) => {
            const [, said, tail = ''] = /^"((?:[^"\\]|\\.)*)"(?:@(\w+)|\^\^(\S+?),?)?$/u.exec(value) ?? [];
            const typed = /\^\^([^,]+),?$/u.exec(value)?.[1];
            if (said === undefined) return `${id} ${expand(predicate)} ${value}`;
            const bare = said.replaceAll(/\\(.)/gu, (_, sign: string) => (sign === 'n' ? '\n' : sign));
            return `${id} ${expand(predicate)} "${bare}"${typed === undefined ? `@${tail}` : `^^${expand(typed)}`}`;
          });
        });
    })
    .toSorted();
}

suite('the syntaxes', () => {
  const hard: readonly Resource[] = [
    {
      id: 'https://x.example/a?b=1&c=2',
      type: 'dcat:Catalog',
      properties: [
        ['dcterms:title', [{ kind: 'text', text: 'En "rad" & <två>\nrader \\ slut', language: 'sv' }]],
        ['dcterms:modified', [{ kind: 'typed', text: '2026-11-22', type: 'xsd:date' }]],
        ['dcat:dataset', [{ kind: 'iri', iri: 'https://x.example/å' }]],
      ],
    },
  ];
  for (const [name, one] of [
    ['the description', graph],
    ['what needs care', hard],
  ] as const) {
    test(`RDF/XML says the same: ${name}`, () => {
      assert.deepEqual(triplesInXml(writeGraph('xml', one)), triplesOf(one));
    });
    test(`Turtle says the same: ${name}`, () => {
      assert.deepEqual(triplesInTurtle(writeGraph('turtle', one)), triplesOf(one));
    });
  }

  test('JSON-LD names every resource once, with a context', () => {
    const read = JSON.parse(writeGraph('json', graph)) as unknown;
    assert.ok(typeof read === 'object' && read !== null && '@context' in read && '@graph' in read);
    assert.ok(Array.isArray(read['@graph']) && read['@graph'].length === graph.length);
  });

  const accepts: readonly (readonly [accept: string, syntax: Syntax])[] = [
    ['', 'xml'],
    ['*/*', 'xml'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'xml'],
    ['application/rdf+xml', 'xml'],
    ['text/turtle', 'turtle'],
    ['application/ld+json', 'json'],
    ['text/turtle;q=0.5, application/ld+json;q=0.9', 'json'],
    ['application/ld+json;q=0, text/turtle;q=0.1', 'turtle'],
    ['TEXT/Turtle; charset=utf-8', 'turtle'],
  ];
  for (const [accept, syntax] of accepts)
    test(`"${accept}" is answered with ${syntax}`, () => {
      assert.equal(chooseSyntax(accept), syntax);
    });
});
