import type { Definition, JsonObject } from '../../../kernel/index.ts';
import { isList, isObject, type Json } from '../../../kernel/index.ts';
import { idFrom, type Command } from '../../commons/index.ts';
import type { Review, ReviewBlock } from './review.ts';

/** What the pictures show, in the order that they stand; null for those that are left out. */
export type Alternatives = readonly (string | null)[];

export const picturesOf = ({ sections }: Review): readonly Extract<ReviewBlock, { type: 'picture' }>[] =>
  sections
    .flatMap(({ steps }) => steps)
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.type === 'picture');

function idsIn(value: Json): readonly string[] {
  if (isList(value)) return value.flatMap(idsIn);
  if (!isObject(value)) return [];
  const { id } = value;
  return [
    ...(typeof id === 'string' ? [id] : []),
    ...Object.values(value).flatMap((one) => idsIn(one ?? null)),
  ];
}

/** Gives each name an id of its own, and remembers it. */
function naming(definition: Definition): (name: string) => string {
  const taken = new Set(idsIn(definition));
  const used = new Map<string, number>();
  return (name) => {
    const base = idFrom(name, []);
    for (let n = (used.get(base) ?? 0) + 1; ; n += 1) {
      const id = n === 1 ? base : `${base}-${n}`;
      if (taken.has(id)) continue;
      used.set(base, n);
      taken.add(id);
      return id;
    }
  };
}

/** The edits that put what was read last in the guide, in its first language. */
export function commandsFor(
  review: Review,
  alternatives: Alternatives,
  definition: Definition,
): readonly Command[] {
  const name = naming(definition);
  const [language = 'sv'] = definition.languages;
  const said = (text: string): JsonObject => ({ [language]: text });
  let picture = -1;
  const blockOf = (block: ReviewBlock, step: string): readonly JsonObject[] => {
    const id = (): string => name(`${step} ${block.type === 'picture' ? 'bild' : 'del'}`);
    switch (block.type) {
      case 'text':
      case 'heading':
        return [{ id: id(), type: block.type, text: said(block.text) }];
      case 'actions':
        return [
          {
            id: id(),
            type: 'actions',
            items: block.items.map((text) => ({ id: name(`${step} punkt`), text: said(text) })),
          },
        ];
      case 'picture': {
        picture += 1;
        const alt = alternatives[picture] ?? null;
        const { hash: media, width, height } = block;
        return alt === null ? [] : [{ id: id(), type: 'picture', media, width, height, alt: said(alt) }];
      }
    }
  };
  const sections = definition['sections'];
  const last = isList(sections) ? sections.at(-1) : undefined;
  let after = isObject(last) && typeof last['id'] === 'string' ? last['id'] : null;
  return review.sections.map((section): Command => {
    const id = name(section.title);
    const steps = section.steps.map((step): JsonObject => {
      const own = name(step.title);
      return {
        id: own,
        title: said(step.title),
        blocks: step.blocks.flatMap((block) => blockOf(block, own)),
      };
    });
    const command: Command = {
      do: 'add',
      list: 'sections',
      element: { id, title: said(section.title), steps },
      after,
    };
    after = id;
    return command;
  });
}
