import {
  isElement,
  isElementList,
  isList,
  isObject,
  joinPath,
  pickText,
  splitPath,
  type Definition,
  type Element,
  type Json,
} from '../../../kernel/index.ts';
import type { Language } from '../../../platform/http/index.ts';
import { citation } from '../../../platform/text/index.ts';
import type { Editor, EditorList, EditorPlace, ToolWords } from './editor.ts';
import { idsIn } from './tree-edit.ts';

/** One thing of a work as the editor walks it. */
export type OutlineNode = EditorPlace & {
  /** '' for the work itself. */
  readonly id: string;
  readonly path: string;
  /** The path of the list that it lies in; '' for the work itself. */
  readonly list: string;
  readonly form: EditorList['form'] | 'work';
  readonly owner: string;
  /** What the only one of its sort is called. */
  readonly title: ToolWords | null;
  readonly groups: readonly OutlineGroup[];
};

export type OutlineGroup = {
  readonly list: EditorList;
  readonly path: string;
  readonly nodes: readonly OutlineNode[];
};

const below = (path: string, part: string): string => joinPath([...splitPath(path), part]);

/** The work as a tree of things to open, as its kind's editor reads it. */
export function outline(editor: Editor, definition: Definition): OutlineNode {
  const groupsOf = (at: EditorPlace, path: string, owner: string): readonly OutlineGroup[] =>
    editor.listsOf(at).map((list) => {
      const here = path === '' ? list.property : below(path, list.property);
      const nodes = elementsAt(at.element[list.property], list).map((element): OutlineNode => {
        const place = { slot: list.property, element, definition };
        const own = list.form === 'one' ? here : below(here, element.id);
        return {
          ...place,
          id: element.id,
          path: own,
          list: here,
          form: list.form,
          owner,
          title: list.form === 'one' ? list.title : null,
          groups: groupsOf(place, own, element.id),
        };
      });
      return { list, path: here, nodes };
    });
  const root = { slot: '', element: definition, definition };
  return {
    ...root,
    id: '',
    path: '',
    list: '',
    form: 'work',
    owner: '',
    title: null,
    groups: groupsOf(root, '', ''),
  };
}

function elementsAt(value: Json | undefined, list: EditorList): readonly Element[] {
  if (list.form === 'one') return isElement(value) ? [value] : [];
  return isList(value) ? value.filter((one) => isElement(one)) : [];
}

export function findNode(node: OutlineNode, id: string): OutlineNode | null {
  if (node.id === id) return node;
  for (const inner of node.groups.flatMap((group) => group.nodes)) {
    const found = findNode(inner, id);
    if (found !== null) return found;
  }
  return null;
}

/** The nearest thing that can be opened on the way to a path, and what is left of the way. */
export function nodeAtPath(root: OutlineNode, path: string): { node: OutlineNode; rest: string } {
  const inside = (node: OutlineNode): OutlineNode => {
    const next = node.groups
      .flatMap((group) => group.nodes)
      .find((one) => one.form !== 'rows' && (path === one.path || path.startsWith(`${one.path}/`)));
    return next === undefined ? node : inside(next);
  };
  const node = inside(root);
  return { node, rest: node.path === '' ? path : path.slice(node.path.length + 1) };
}

const naming = ['label', 'title', 'law', 'question', 'term', 'text', 'message', 'alt'];

/** What a thing is called: its label, title or text, else that of the first thing in it, else its id. */
export function nameOfElement(element: Json, language: Language): string {
  if (!isObject(element)) return '';
  for (const property of naming) {
    const text = element[property];
    if (!isObject(text)) continue;
    const texts = Object.entries(text).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
    );
    if (texts.length === 0) continue;
    const named = Object.fromEntries(texts);
    const { paragraph } = element;
    return typeof paragraph === 'string'
      ? citation({ law: named, paragraph }, language)
      : brief(pickText(named, language));
  }
  const first = Object.values(element).find((value) => isElementList(value))?.[0];
  if (first !== undefined) return nameOfElement(first, language);
  return typeof element['id'] === 'string' ? element['id'] : '';
}

/** A name on one line, without marks of emphasis; a long text goes by its beginning. */
function brief(text: string): string {
  const words = text.replaceAll('**', '').replaceAll(/\s+/gu, ' ').trim();
  return words.length <= 90 ? words : `${words.slice(0, 88).trimEnd()} …`;
}

/** As `nameOfElement`; the only one of its sort goes by what it is. */
export const nameOfNode = (node: OutlineNode, language: Language): string =>
  node.title?.[language] ?? nameOfElement(node.element, language);

/** A free id made of a name: small letters a to z, digits and hyphens, beginning with a letter. */
export function idFrom(name: string, definitions: readonly Definition[]): string {
  const taken = new Set(definitions.flatMap((definition) => idsIn(definition)));
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .split('-')
    .filter((word) => word !== '')
    .slice(0, 5)
    .join('-')
    .slice(0, 40);
  const start = /^[a-z]{2}/.test(plain) && !conditionWords.has(plain) ? plain : `del-${plain}`;
  const base = start.replace(/-+$/, '');
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(id)) return id;
  }
}

/** Words that mean something in a condition, where ids are names. */
const conditionWords = new Set(['and', 'or', 'not', 'if', 'then', 'else', 'in', 'for', 'some', 'every', 'null', 'true',
  'false', 'between', 'return', 'satisfies', 'function', 'instance', 'of', 'external']); // prettier-ignore
