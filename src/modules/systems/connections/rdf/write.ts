import { element, xmlDocument, type Xml } from '../../../../kernel/xml/index.ts';
import { expand, prefixes, type Resource, type Value } from './graph.ts';

export const syntaxes = ['xml', 'turtle', 'json'] as const;
export type Syntax = (typeof syntaxes)[number];

export const mediaTypes: Readonly<Record<Syntax, string>> = {
  xml: 'application/rdf+xml',
  turtle: 'text/turtle',
  json: 'application/ld+json',
};

function valueInXml(predicate: string, value: Value): Xml {
  switch (value.kind) {
    case 'iri':
      return element(predicate, { 'rdf:resource': value.iri });
    case 'text':
      return element(predicate, { 'xml:lang': value.language }, value.text);
    case 'typed':
      return element(predicate, { 'rdf:datatype': expand(value.type) }, value.text);
  }
}

/** RDF/XML: what Sveriges dataportal gathers (docs.dataportal.se/dcat/docs/harvesting). */
function toXml(graph: readonly Resource[]): string {
  const names = Object.fromEntries(
    Object.entries(prefixes).map(([prefix, full]) => [`xmlns:${prefix}`, full]),
  );
  return xmlDocument(
    element(
      'rdf:RDF',
      names,
      graph.map(({ id, type, properties }) =>
        element(
          type,
          { 'rdf:about': id },
          properties.flatMap(([predicate, values]) => values.map((value) => valueInXml(predicate, value))),
        ),
      ),
    ),
  );
}

/** Turtle, 6.4: what a string in quotes cannot hold as it is. */
const quoted = (text: string): string =>
  `"${text
    .replaceAll(/["\\]/gu, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)}"`;

const iriInTurtle = (iri: string): string =>
  `<${iri.replaceAll(/[\p{Cc}\s<>"{}|^`\\]/gu, (sign) => encodeURIComponent(sign))}>`;

function valueInTurtle(value: Value): string {
  switch (value.kind) {
    case 'iri':
      return iriInTurtle(value.iri);
    case 'text':
      return `${quoted(value.text)}${value.language === undefined ? '' : `@${value.language}`}`;
    case 'typed':
      return `${quoted(value.text)}^^${value.type}`;
  }
}

function toTurtle(graph: readonly Resource[]): string {
  const heads = Object.entries(prefixes).map(([prefix, full]) => `@prefix ${prefix}: <${full}> .`);
  const bodies = graph.map(({ id, type, properties }) => {
    const lines = properties
      .filter(([, values]) => values.length > 0)
      .map(([predicate, values]) => `  ${predicate} ${values.map(valueInTurtle).join(', ')}`);
    return `${iriInTurtle(id)}\n${[`  a ${type}`, ...lines].join(' ;\n')} .`;
  });
  return `${heads.join('\n')}\n\n${bodies.join('\n\n')}\n`;
}

function valueInJson(value: Value): unknown {
  switch (value.kind) {
    case 'iri':
      return { '@id': value.iri };
    case 'text':
      return value.language === undefined
        ? value.text
        : { '@language': value.language, '@value': value.text };
    case 'typed':
      return { '@type': value.type, '@value': value.text };
  }
}

function toJson(graph: readonly Resource[]): string {
  const content = {
    '@context': prefixes,
    '@graph': graph.map(({ id, type, properties }) => ({
      '@id': id,
      '@type': type,
      ...Object.fromEntries(properties.map(([predicate, values]) => [predicate, values.map(valueInJson)])),
    })),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

export function writeGraph(syntax: Syntax, graph: readonly Resource[]): string {
  switch (syntax) {
    case 'xml':
      return toXml(graph);
    case 'turtle':
      return toTurtle(graph);
    case 'json':
      return toJson(graph);
  }
}

const names: readonly (readonly [type: string, syntax: Syntax])[] = [
  ['application/rdf+xml', 'xml'],
  ['application/xml', 'xml'],
  ['text/xml', 'xml'],
  ['text/turtle', 'turtle'],
  ['application/x-turtle', 'turtle'],
  ['application/ld+json', 'json'],
  ['application/json', 'json'],
];

/** What a request takes most gladly (RFC 9110, 12.5.1); RDF/XML where it says nothing that we have. */
export function chooseSyntax(accept: string): Syntax {
  const asked = accept.split(',').map((part) => {
    const [type = '', ...more] = part.split(';').map((one) => one.trim().toLowerCase());
    const weight = more.find((one) => one.startsWith('q='))?.slice(2);
    const found = names.find(([name]) => name === type)?.[1] ?? null;
    return { syntax: found, weight: weight === undefined ? 1 : Number(weight) };
  });
  const best = asked
    .filter(({ syntax, weight }) => syntax !== null && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)[0];
  return best?.syntax ?? 'xml';
}
