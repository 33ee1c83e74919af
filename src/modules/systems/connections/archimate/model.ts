import type { Language } from '../../../../platform/http/index.ts';
import { layOut, box, type Layout, type Point } from '../../landscape/layout.ts';
import type { Row } from '../../landscape/row.ts';
import { fieldIds, fieldOf, type FieldId } from '../../model/fields.ts';
import type { Flow } from '../../model/usage.ts';
import type { Component } from '../../taxonomy/edition.ts';

/* An organisation's own landscape in the words of ArchiMate 3: what is used, what it does, whose it is, what flows. */

export type ElementType = 'ApplicationComponent' | 'ApplicationFunction' | 'BusinessActor';
export type RelationType = 'Assignment' | 'Association' | 'Serving' | 'Flow';

export type Element = {
  readonly id: string;
  readonly type: ElementType;
  readonly name: string;
  readonly documentation: string;
  readonly properties: readonly { readonly of: string; readonly value: string }[];
};

export type Relation = {
  readonly id: string;
  readonly type: RelationType;
  readonly from: string;
  readonly to: string;
  readonly name: string;
};

export type Definition = {
  readonly id: string;
  readonly name: string;
  readonly type: 'string' | 'number' | 'date';
};

export type Node = Point & { readonly id: string; readonly of: string };
export type Connection = {
  readonly id: string;
  readonly of: string;
  readonly from: string;
  readonly to: string;
  readonly bends: readonly Point[];
};

export type Model = {
  readonly id: string;
  readonly name: string;
  readonly documentation: string;
  readonly language: Language;
  readonly elements: readonly Element[];
  readonly relations: readonly Relation[];
  /** Folders with the elements in them. */
  readonly folders: readonly { readonly name: string; readonly elements: readonly string[] }[];
  readonly definitions: readonly Definition[];
  readonly view: {
    readonly name: string;
    readonly nodes: readonly Node[];
    readonly connections: readonly Connection[];
  };
};

export type ModelWords = {
  readonly title: string;
  readonly about: string;
  readonly view: string;
  readonly systems: string;
  readonly functions: string;
  readonly suppliers: string;
  readonly units: string;
  readonly supplies: string;
};

export type Given = {
  readonly organisation: string;
  readonly language: Language;
  readonly words: ModelWords;
  readonly rows: readonly Row[];
  readonly flows: readonly Flow[];
  readonly component: (id: string) => Pick<Component, 'name' | 'explanation'> | undefined;
  readonly unit: (id: string) => string;
  readonly fieldName: (id: FieldId) => string;
  readonly say: (id: FieldId, row: Row) => string;
};

/** A name that XML can have as an identifier (xs:ID), another for each. */
const idOf = (kind: string, name: string): string =>
  `${kind}-${name.replaceAll(/[^A-Za-z0-9.-]/gu, (sign) => `_${(sign.codePointAt(0) ?? 0).toString(16)}_`)}`;
const usageId = (row: Pick<Row, 'id'>): string => idOf('system', row.id);

const plain = { documentation: '', properties: [] } as const;

function usagesOf({ rows, say }: Given): readonly Element[] {
  return rows.map((row) => ({
    id: usageId(row),
    type: 'ApplicationComponent',
    name: row.name,
    documentation: row.facts.purpose ?? '',
    properties: fieldIds
      .filter((id) => id !== 'purpose' && id !== 'localName' && row.facts[id] !== undefined)
      .map((id) => ({ of: idOf('egenskap', id), value: say(id, row) })),
  }));
}

const unique = (ids: Iterable<string>): readonly string[] => [...new Set(ids)].toSorted();

function functionsOf({ rows, component, language }: Given): readonly Element[] {
  return unique(rows.flatMap(({ components }) => components)).flatMap((id) => {
    const found = component(id);
    if (found === undefined) return [];
    const { name, explanation } = found;
    const about = { documentation: explanation[language], properties: [] };
    return [
      { id: idOf('funktion', id), type: 'ApplicationFunction' as const, name: name[language], ...about },
    ];
  });
}

const actor = (id: string, name: string): Element => ({ id, type: 'BusinessActor', name, ...plain });

function actorsOf({ rows, unit }: Given): {
  readonly suppliers: readonly Element[];
  readonly units: readonly Element[];
} {
  const names = new Map(
    rows.flatMap(({ supplier }) => (supplier === null ? [] : [[supplier.id, supplier.name]])),
  );
  return {
    suppliers: unique(names.keys()).map((id) => actor(idOf('leverantor', id), names.get(id) ?? id)),
    units: unique(rows.flatMap(({ facts }) => facts.units ?? [])).map((id) =>
      actor(idOf('enhet', id), unit(id)),
    ),
  };
}

const made = (type: RelationType, from: string, to: string, name = ''): Relation => ({
  id: idOf('samband', `${type}-${from}-${to}`),
  type,
  from,
  to,
  name,
});

function relationsOf({ rows, flows, words }: Given, known: ReadonlySet<string>): readonly Relation[] {
  const all = [
    ...rows.flatMap((row) => [
      ...row.components.map((id) => made('Assignment', usageId(row), idOf('funktion', id))),
      ...(row.supplier === null
        ? []
        : [made('Association', idOf('leverantor', row.supplier.id), usageId(row), words.supplies)]),
      ...(row.facts.units ?? []).map((id) => made('Serving', usageId(row), idOf('enhet', id))),
    ]),
    ...flows.map(({ id, from, to, what }) => ({
      ...made('Flow', idOf('system', from), idOf('system', to), what),
      id: idOf('flode', id),
    })),
  ];
  return [...new Map(all.map((one) => [one.id, one])).values()].filter(
    ({ from, to }) => known.has(from) && known.has(to),
  );
}

/** As many beside each other as stand well on a screen. */
const acrossGrid = 6;

function viewOf({ rows, words }: Given, relations: readonly Relation[]): Model['view'] {
  const flows = relations.filter(({ type }) => type === 'Flow');
  const joined = new Set(flows.flatMap(({ from, to }) => [from, to]));
  const ids = rows.map(usageId);
  const drawn: Layout = layOut({
    nodes: ids.filter((id) => joined.has(id)).map((id) => ({ id })),
    edges: flows,
  });
  const below = joined.size === 0 ? box.margin : drawn.height + box.between;
  const alone = ids
    .filter((id) => !joined.has(id))
    .map((id, at): Node => ({
      id: `nod-${id}`,
      of: id,
      x: box.margin + (at % acrossGrid) * (box.width + box.between),
      y: Math.round(below + Math.floor(at / acrossGrid) * (box.height + box.between)),
    }));
  return {
    name: words.view,
    nodes: [
      ...[...drawn.nodes].map(([id, point]): Node => ({ id: `nod-${id}`, of: id, ...point })),
      ...alone,
    ],
    connections: flows.flatMap(({ id, from, to }) => {
      const points = drawn.edges.get(id);
      return points === undefined
        ? []
        : [{ id: `linje-${id}`, of: id, from: `nod-${from}`, to: `nod-${to}`, bends: points.slice(1, -1) }];
    }),
  };
}

const typeOf = (id: FieldId): Definition['type'] => {
  const { type } = fieldOf(id);
  return type === 'day' ? 'date' : type === 'whole' ? 'number' : 'string';
};

const folder = (name: string, inside: readonly Element[]) => ({
  name,
  elements: inside.map(({ id }) => id),
});

/** The landscape as a model; every name that is referred to is in it. */
export function modelOf(given: Given): Model {
  const { words, organisation, language } = given;
  const usages = usagesOf(given);
  const functions = functionsOf(given);
  const { suppliers, units } = actorsOf(given);
  const elements = [...usages, ...functions, ...suppliers, ...units];
  const relations = relationsOf(given, new Set(elements.map(({ id }) => id)));
  const used = new Set(elements.flatMap(({ properties }) => properties.map(({ of }) => of)));
  return {
    id: idOf('kommons', organisation),
    name: words.title,
    documentation: words.about,
    language,
    elements,
    relations,
    folders: [
      folder(words.systems, usages),
      folder(words.functions, functions),
      folder(words.suppliers, suppliers),
      folder(words.units, units),
    ].filter((one) => one.elements.length > 0),
    definitions: fieldIds
      .map((id) => ({ id: idOf('egenskap', id), name: given.fieldName(id), type: typeOf(id) }))
      .filter(({ id }) => used.has(id)),
    view: viewOf(given, relations),
  };
}
