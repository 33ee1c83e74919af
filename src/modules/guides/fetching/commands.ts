import type { Definition, Element, JsonObject } from '../../../kernel/index.ts';
import { fetchedVersion, idFrom, type Command, type Fetchable } from '../../commons/index.ts';
import { elementIds, ownId } from '../templates/own-ids.ts';
import { missingFacts, ownBlock, type Between } from './own-block.ts';
import { blocksIn, stepsOf, type StepPart, type Target } from './parts.ts';

export type Wanted = {
  readonly source: Fetchable;
  /** Ids of blocks of the source. */
  readonly blocks: ReadonlySet<string>;
  readonly target: Target;
};

/** What was chosen of a step of the source, in reading order. */
type Chosen = { readonly step: StepPart; readonly blocks: readonly Element[] };

const chosenIn = ({ source, blocks }: Wanted): readonly Chosen[] =>
  stepsOf(source.definition)
    .map((step) => ({ step, blocks: step.blocks.filter(({ id }) => blocks.has(id)) }))
    .filter((one) => one.blocks.length > 0);

/** Gives out ids that neither the guide has nor were given before. */
class Ids {
  readonly #taken: Set<string>;

  constructor(definition: Definition) {
    this.#taken = new Set(elementIds(definition));
  }

  give(make: (n: number) => string): string {
    for (let n = 1; ; n += 1) {
      const id = make(n);
      if (this.#taken.has(id)) continue;
      this.#taken.add(id);
      return id;
    }
  }
}

/**
 * The edits that put what was chosen last in its place, each block with where it was fetched from, and the local facts
 * that they name. In a section every step of the source becomes a step; a slot takes what lies in slots.
 */
export function commandsFor(wanted: Wanted, definition: Definition): readonly Command[] {
  const { source, target } = wanted;
  const between: Between = { from: source.definition, to: definition };
  const ids = new Ids(definition);
  const { organisation, work } = source;
  const own = (block: Element): JsonObject => {
    const place = `${definition.id}/${organisation}/${work}`;
    const id = ids.give((n) => ownId(n === 1 ? place : `${place}/${n}`, block.id));
    const from = { organisation, work, version: fetchedVersion(source.versionId), element: block.id };
    return { ...ownBlock(block, id, between), source: from };
  };
  const chosen = chosenIn(wanted);
  const blocks = chosen.flatMap((one) => one.blocks);
  const elements = target.kind === 'section' ? chosen.map(stepOf) : placed(blocks, target).map(own);
  return [...addFacts(blocks, between), ...inOrder(elements, target)];

  function stepOf({ step, blocks: inside }: Chosen): JsonObject {
    const title = Object.fromEntries(
      definition.languages.flatMap((language) => {
        const text = step.title[language];
        return text === undefined ? [] : [[language, text]];
      }),
    );
    const name = Object.values(title)[0] ?? step.id;
    const id = ids.give((n) => (n === 1 ? idFrom(name, []) : `${idFrom(name, [])}-${n}`));
    return { id, title, blocks: inside.map(own) };
  }
}

/** A slot cannot stand in another: what lies in it is put there instead. */
const placed = (blocks: readonly Element[], { kind }: Target): readonly Element[] =>
  blocks.flatMap((block) => (kind === 'slot' && block['type'] === 'slot' ? blocksIn(block) : [block]));

type Last = Pick<Target, 'list' | 'last'>;

function inOrder(elements: readonly JsonObject[], { list, last }: Last): readonly Command[] {
  return elements.map((element, index): Command => {
    const before = index === 0 ? last : elements[index - 1]?.['id'];
    return { do: 'add', list, element, after: typeof before === 'string' ? before : null };
  });
}

/** Puts the local facts that blocks name beside those that the guide has. */
export function addFacts(blocks: readonly Element[], between: Between): readonly Command[] {
  const facts = new Map(
    blocks.flatMap((block) => missingFacts(block, between)).map((fact) => [fact.id, fact]),
  );
  const declared = between.to['parameters'];
  const last = Array.isArray(declared) ? elementIds(declared.slice(-1))[0] : undefined;
  return inOrder([...facts.values()], { list: 'parameters', last: last ?? null });
}
