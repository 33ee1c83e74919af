import {
  isElementList,
  isLocalised,
  type Definition,
  type Element,
  type Json,
  type Localised,
} from '../../../kernel/index.ts';

/** A definition of a guide as it lies, whole or not: what is hidden is left out. */
export type Part = { readonly id: string; readonly title: Localised; readonly element: Element };
export type StepPart = Part & { readonly blocks: readonly Element[] };
export type SectionPart = Part & { readonly steps: readonly StepPart[] };

const seen = (value: Json | undefined): readonly Element[] =>
  isElementList(value) ? value.filter((one) => one['hidden'] !== true) : [];

/** Sections with their steps and blocks, in reading order. */
export function sectionsOf(definition: Definition): readonly SectionPart[] {
  const languages = new Set(definition.languages);
  const partOf = (element: Element): Part => {
    const { id, title } = element;
    return { id, title: isLocalised(title, languages) ? title : {}, element };
  };
  return seen(definition['sections']).map((section) => ({
    ...partOf(section),
    steps: seen(section['steps']).map((step) => ({ ...partOf(step), blocks: seen(step['blocks']) })),
  }));
}

export const stepsOf = (definition: Definition): readonly StepPart[] =>
  sectionsOf(definition).flatMap(({ steps }) => steps);

export const blocksIn = (element: Element): readonly Element[] => seen(element['blocks']);

/** A block in sight, also one in a local slot; null where there is none. */
export function findBlock(definition: Definition, id: string): Element | null {
  const all = stepsOf(definition).flatMap(({ blocks }) => blocks);
  return [...all, ...all.flatMap(blocksIn)].find((block) => block.id === id) ?? null;
}

/** A place that blocks or steps can be put last in. */
export type Target = {
  readonly id: string;
  readonly kind: 'section' | 'step' | 'slot';
  /** The path of the list. */
  readonly list: string;
  /** The element that stands last in it now, hidden or not. */
  readonly last: string | null;
  readonly element: Element;
};

function lastIn(element: Element, property: 'steps' | 'blocks'): string | null {
  const list = element[property];
  return isElementList(list) ? (list.at(-1)?.id ?? null) : null;
}

/** A step or a slot that takes blocks. */
const holder = (kind: 'step' | 'slot', element: Element, path: string): Target => ({
  id: element.id,
  kind,
  list: `${path}/blocks`,
  last: lastIn(element, 'blocks'),
  element,
});

/** Where in a guide something can be put: each section, its steps, and the local slots of those. */
export function targetsIn(definition: Definition): readonly Target[] {
  return sectionsOf(definition).flatMap((section): readonly Target[] => {
    const { id, element } = section;
    const list = `sections/${id}/steps`;
    return [
      { id, kind: 'section', list, last: lastIn(element, 'steps'), element },
      ...section.steps.flatMap((step) => {
        const path = `${list}/${step.id}`;
        const slots = step.blocks.filter(({ type }) => type === 'slot');
        return [
          holder('step', step.element, path),
          ...slots.map((slot) => holder('slot', slot, `${path}/blocks/${slot.id}`)),
        ];
      }),
    ];
  });
}

/** A block with the list that it lies in and the one before it there, hidden ones too. */
export type Lying = {
  readonly block: Element;
  readonly list: string;
  readonly after: string | null;
};

const every = (value: Json | undefined): readonly Element[] => (isElementList(value) ? value : []);

/** Where a block lies; null where there is none of that id. */
export function findLying(definition: Definition, id: string): Lying | null {
  const inList = (value: Json | undefined, list: string): Lying | null => {
    const blocks = every(value);
    for (const [index, block] of blocks.entries()) {
      if (block.id === id) return { block, list, after: blocks[index - 1]?.id ?? null };
      const inside = inList(block['blocks'], `${list}/${block.id}/blocks`);
      if (inside !== null) return inside;
    }
    return null;
  };
  for (const section of every(definition['sections'])) {
    for (const step of every(section['steps'])) {
      const found = inList(step['blocks'], `sections/${section.id}/steps/${step.id}/blocks`);
      if (found !== null) return found;
    }
  }
  return null;
}
