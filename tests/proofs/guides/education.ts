import { getDefinition, type Definition, type Json, type JsonObject } from '../../../src/kernel/index.ts';
import { pick, whole, type Random } from '../random.ts';

export type Language = 'sv' | 'en';

/** One element of a generated guide: its text as sentences, what lies in it, and what else it has. */
export type Node = {
  readonly id: string;
  readonly type: NodeType;
  readonly owner: string;
  readonly sentences: Readonly<Record<Language, readonly string[]>>;
  readonly children: readonly string[];
  readonly own: JsonObject;
};

export type NodeType =
  | 'guide'
  | 'section'
  | 'step'
  | 'text'
  | 'warning'
  | 'actions'
  | 'question'
  | 'slot'
  | 'item'
  | 'option';

/** A guide taken apart, by id; '' is the guide itself. */
export type Parts = ReadonlyMap<string, Node>;

/** Where an element's text stands, and the list that lies in it. */
const form: Readonly<Record<NodeType, { readonly text: string | null; readonly list: string | null }>> = {
  guide: { text: 'title', list: 'sections' },
  section: { text: 'title', list: 'steps' },
  step: { text: 'title', list: 'blocks' },
  text: { text: 'text', list: null },
  warning: { text: 'text', list: null },
  actions: { text: null, list: 'items' },
  question: { text: 'question', list: 'options' },
  slot: { text: 'title', list: 'blocks' },
  item: { text: 'text', list: null },
  option: { text: 'text', list: null },
};

export const textOf = (type: NodeType): string | null => form[type].text;
export const listOf = (type: NodeType): string | null => form[type].list;

const words = {
  sv: 'du läser journalen öppnar ärendet skriver beslutet ringer enheten kontrollerar behörigheten sparar uppgiften'.split(
    ' ',
  ),
  en: 'you read the record open the case write the decision ring the unit check the access save the fact'.split(
    ' ',
  ),
};

/** A sentence that no other is equal to: its mark is found wherever the sentence went. */
export function sentence(random: Random, language: Language, mark: string): string {
  const chosen = Array.from({ length: 4 + whole(random, 5) }, () => pick(random, words[language]));
  return `${language === 'sv' ? 'Här' : 'Here'} ${chosen.join(' ')} ${mark}.`;
}

type Plan = {
  readonly type: NodeType;
  readonly sentences: number;
  readonly more?: JsonObject;
  readonly inside?: readonly Plan[];
};

const item: Plan = { type: 'item', sentences: 1 };
const option = (right: boolean): Plan => ({ type: 'option', sentences: 1, more: right ? { right } : {} });

/** What a step of a base education holds; what the law demands is fixed, local wording is welcome in the rest. */
const stepPlan: readonly Plan[] = [
  { type: 'text', sentences: 4, more: { lock: 'free' } },
  { type: 'actions', sentences: 0, more: { lock: 'free' }, inside: [item, item, item] },
  { type: 'warning', sentences: 2, more: { lock: 'fixed' } },
  { type: 'text', sentences: 4, more: { lock: 'free' } },
  { type: 'question', sentences: 1, inside: [option(true), option(false)] },
  { type: 'slot', sentences: 1, more: { lock: 'free' } },
  { type: 'text', sentences: 3 },
];

export type Size = { readonly sections: number; readonly steps: number };

/** A base education of `sections` × `steps` steps of seven blocks each. */
export function makeEducation(random: Random, { sections, steps }: Size): Parts {
  const parts = new Map<string, Node>();
  const add = (id: string, owner: string, plan: Plan): string => {
    const inside = (plan.inside ?? []).map((one, index) => add(`${id}-${index}`, id, one));
    const written = (language: Language): readonly string[] =>
      Array.from({ length: plan.sentences }, (_, n) => sentence(random, language, `${id}x${n}`));
    const sentences = { sv: written('sv'), en: written('en') };
    parts.set(id, { id, type: plan.type, owner, sentences, children: inside, own: plan.more ?? {} });
    return id;
  };
  const step: Plan = { type: 'step', sentences: 1, more: { minutes: 5 }, inside: stepPlan };
  const section: Plan = { type: 'section', sentences: 1, inside: Array.from({ length: steps }, () => step) };
  const children = Array.from({ length: sections }, (_, n) => add(`a${n}`, '', section));
  const title = { sv: ['Utbildning'], en: ['Education'] };
  parts.set('', { id: '', type: 'guide', owner: '', sentences: title, children, own: { lock: 'additions' } });
  return parts;
}

/** The parts put together to a definition. */
export function assemble(parts: Parts): Definition {
  const fill = (id: string): JsonObject => {
    const node = getPart(parts, id);
    const { text, list } = form[node.type];
    const isBlock = ['text', 'warning', 'actions', 'question', 'slot'].includes(node.type);
    const entries: (readonly [string, Json])[] = id === '' ? [] : [['id', id]];
    if (isBlock) entries.push(['type', node.type]);
    if (text !== null) {
      entries.push([text, { sv: node.sentences.sv.join(' '), en: node.sentences.en.join(' ') }]);
    }
    entries.push(...Object.entries(node.own));
    if (list !== null && node.children.length > 0) entries.push([list, node.children.map(fill)]);
    return Object.fromEntries(entries);
  };
  const head = { kommons: 'definition/1', kind: 'guide', id: 'utbildning', languages: ['sv', 'en'] };
  return getDefinition({ ...head, ...fill('') });
}

export function getPart(parts: Parts, id: string): Node {
  const node = parts.get(id);
  if (node === undefined) throw new Error(`there is no part ${id}`);
  return node;
}

/** An element and everything around it, inside out; without the guide itself. */
export function around(parts: Parts, id: string): readonly string[] {
  const found: string[] = [];
  for (let at = id; at !== ''; at = getPart(parts, at).owner) found.push(at);
  return found;
}
