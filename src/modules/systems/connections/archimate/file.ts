import { element, xmlDocument, type Xml } from '../../../../kernel/xml/index.ts';
import { box } from '../../landscape/layout.ts';
import type { Connection, Element, Model, Node, Relation } from './model.ts';

/*
 * The Open Group ArchiMate Model Exchange File Format 3.1 (C19C): the order of elements is the schema's, and groups
 * that would be empty are left out, as it demands.
 */

const namespace = 'http://www.opengroup.org/xsd/archimate/3.0/';
const schema = 'http://www.opengroup.org/xsd/archimate/3.1/archimate3_Diagram.xsd';

const said = (name: string, language: string, text: string): readonly Xml[] =>
  text === '' ? [] : [element(name, { 'xml:lang': language }, text)];

const group = (name: string, inside: readonly Xml[]): readonly Xml[] =>
  inside.length === 0 ? [] : [element(name, {}, inside)];

const elementOf =
  (language: string) =>
  ({ id, type, name, documentation, properties }: Element): Xml =>
    element('element', { identifier: id, 'xsi:type': type }, [
      element('name', { 'xml:lang': language }, name),
      ...said('documentation', language, documentation),
      ...group(
        'properties',
        properties.map(({ of, value }) =>
          element('property', { propertyDefinitionRef: of }, [
            element('value', { 'xml:lang': language }, value),
          ]),
        ),
      ),
    ]);

const relationOf =
  (language: string) =>
  ({ id, type, from, to, name }: Relation): Xml =>
    element(
      'relationship',
      { identifier: id, source: from, target: to, 'xsi:type': type },
      said('name', language, name),
    );

const nodeOf = ({ id, of, x, y }: Node): Xml =>
  element('node', {
    identifier: id,
    elementRef: of,
    'xsi:type': 'Element',
    x: Math.round(x),
    y: Math.round(y),
    w: box.width,
    h: box.height,
  });

const connectionOf = ({ id, of, from, to, bends }: Connection): Xml =>
  element(
    'connection',
    { identifier: id, relationshipRef: of, 'xsi:type': 'Relationship', source: from, target: to },
    bends.map(({ x, y }) => element('bendpoint', { x: Math.round(x), y: Math.round(y) })),
  );

function viewsOf({ view, language }: Model): readonly Xml[] {
  if (view.nodes.length === 0) return [];
  const diagram = element('view', { identifier: 'vy-systemkarta', 'xsi:type': 'Diagram' }, [
    ...said('name', language, view.name),
    ...view.nodes.map(nodeOf),
    ...view.connections.map(connectionOf),
  ]);
  return [element('views', {}, [element('diagrams', {}, [diagram])])];
}

/** The model as a file that Archi and other tools take in. */
export function exchangeFile(model: Model): string {
  const { language, folders, definitions } = model;
  const attributes = {
    xmlns: namespace,
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': `${namespace} ${schema}`,
    identifier: model.id,
  };
  return xmlDocument(
    element('model', attributes, [
      ...said('name', language, model.name),
      ...said('documentation', language, model.documentation),
      ...group('elements', model.elements.map(elementOf(language))),
      ...group('relationships', model.relations.map(relationOf(language))),
      ...group(
        'organizations',
        folders.map(({ name, elements }) =>
          element('item', {}, [
            ...said('label', language, name),
            ...elements.map((id) => element('item', { identifierRef: id })),
          ]),
        ),
      ),
      ...group(
        'propertyDefinitions',
        definitions.map(({ id, name, type }) =>
          element('propertyDefinition', { identifier: id, type }, said('name', language, name)),
        ),
      ),
      ...viewsOf(model),
    ]),
  );
}
