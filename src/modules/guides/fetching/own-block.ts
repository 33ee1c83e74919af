import {
  isElement,
  isElementList,
  isList,
  isLocalised,
  isObject,
  normalise,
  parametersOf,
  renameElements,
  type Definition,
  type Element,
  type Json,
  type JsonObject,
} from '../../../kernel/index.ts';
import { guideRules } from '../definition/index.ts';
import { placeIn } from '../definition/read/targets.ts';
import { elementIds, ownId } from '../templates/own-ids.ts';
import { findBlock } from './parts.ts';

/** The guide that blocks are fetched from, and the one that they are put in. */
export type Between = { readonly from: Definition; readonly to: Definition };

/** What belongs to where it stood: what its readers do, what others may change, where it was fetched from. */
const leftBehind = new Set(['tasks', 'lock', 'source', 'hidden', 'comment']);

/** An element as it may stand in another guide: without what is hidden, in the languages of that guide. */
function clean(element: Element, { from, to }: Between): Element {
  const spoken = new Set(from.languages);
  const wanted = new Set(to.languages);
  const visit = (value: Json): Json => {
    if (isList(value)) return value.filter((one) => !(isElement(one) && one['hidden'] === true)).map(visit);
    if (!isObject(value)) return value;
    const kept = Object.entries(value).filter(([key]) =>
      isLocalised(value, spoken) ? wanted.has(key) : !(isElement(value) && leftBehind.has(key)),
    );
    const inner = Object.fromEntries(kept.map(([key, one]) => [key, visit(one ?? null)]));
    // A local slot is for each to fill.
    return value['type'] === 'slot' ? { ...inner, lock: 'free' } : inner;
  };
  const cleaned = visit(element);
  return isElement(cleaned) ? cleaned : element;
}

/** One block as a guide of its own, for what the kernel does with guides. */
export const alone = (block: Element, guide: Definition): Definition => ({
  kommons: guide.kommons,
  kind: guide.kind,
  id: guide.id,
  languages: guide.languages,
  title: guide.title,
  // No id of a block has a colon.
  sections: [{ id: 'avsnitt:', steps: [{ id: 'steg:', blocks: [block] }] }],
});

/** The block of a guide made by `alone`; null where a merge took it away. */
export const theOne = (guide: Definition, id: string): Element | null => findBlock(guide, id);

/** What a local fact of the source is called in the other guide: the same, unless that means something else there. */
function factName(id: string, { from, to }: Between): string {
  const theirs = parametersOf(from).find((one) => one.id === id);
  const ours = parametersOf(to).find((one) => one.id === id);
  if (ours !== undefined && ours.type === theirs?.type) return id;
  return elementIds(to).includes(id) ? ownId(to.id, id) : id;
}

const factsIn = (block: Element, from: Definition): readonly string[] => {
  const known = new Set(parametersOf(from).map(({ id }) => id));
  const named = guideRules.references(alone(block, from)).map(({ target }) => target);
  return [...new Set(named)].filter((id) => known.has(id));
};

/** Links are merged as one value, so what they name is not renamed with the rest. */
function withLinks(value: Json, names: ReadonlyMap<string, string>): Json {
  if (isList(value)) return value.map((one) => withLinks(one, names));
  if (!isObject(value)) return value;
  const inner = Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, withLinks(one ?? null, names)]),
  );
  const { to } = inner;
  if (value['type'] !== 'link' || to === undefined || !isObject(to)) return inner;
  const { address } = to;
  const fact = typeof address === 'string' ? placeIn(address) : null;
  const name = fact === null ? undefined : names.get(fact);
  return name === undefined ? inner : { ...inner, to: { ...to, address: `{${name}}` } };
}

/**
 * A block of one guide as a block of another, under the id given. What lies in it gets ids that are the same each time
 * it is made there, so that a later version of it can be merged with this one.
 */
export function ownBlock(block: Element, id: string, between: Between): Element {
  const { from, to } = between;
  const cleaned = clean(block, between);
  const inner = elementIds(cleaned).filter((one) => one !== block.id);
  const names = new Map([
    ...factsIn(block, from).map((one) => [one, factName(one, between)] as const),
    ...inner.map((one) => [one, ownId(id, one)] as const),
    [block.id, id] as const,
  ]);
  const renamed = renameElements(alone(cleaned, { ...to, id: from.id }), names, guideRules);
  const own = withLinks(theOne(renamed, id) ?? cleaned, names);
  return isElement(own) ? own : cleaned;
}

/** Local facts that a block names and the other guide has not, as they are to stand there. */
export function missingFacts(block: Element, between: Between): readonly Element[] {
  const { from, to } = between;
  const present = new Set(elementIds(to));
  const all = isElementList(from['parameters']) ? from['parameters'] : [];
  return factsIn(block, from).flatMap((id) => {
    const name = factName(id, between);
    const fact = all.find((one) => one.id === id);
    return present.has(name) || fact === undefined ? [] : [factAs(clean(fact, between), name, present)];
  });
}

/** A local fact under another name; options whose ids are taken go by others, and so does the suggested value. */
function factAs(fact: Element, name: string, present: ReadonlySet<string>): Element {
  const { options } = fact;
  if (!isElementList(options)) return { ...fact, id: name };
  const called = (id: string): string => (present.has(id) ? ownId(name, id) : id);
  const suggested = fact['default'];
  return {
    ...fact,
    id: name,
    options: options.map((option) => ({ ...option, id: called(option.id) })),
    ...(typeof suggested === 'string' ? { default: called(suggested) } : {}),
  };
}

/** A block as it is compared: normal, and without what does not tell of its content. */
export function contentOf(block: Element, guide: Definition): JsonObject {
  const normal = theOne(normalise(alone(block, guide), guideRules), block.id) ?? block;
  return Object.fromEntries(Object.entries(normal).filter(([key]) => !leftBehind.has(key)));
}
