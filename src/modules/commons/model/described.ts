import {
  describer,
  diff,
  isElement,
  isList,
  isObject,
  pickText,
  wordMarks,
  type Change,
  type Definition,
  type Json,
  type WordMark,
} from '../../../kernel/index.ts';
import type { Language } from '../../../platform/http/index.ts';
import type { Kind } from './kind.ts';

/** One change between two versions, in the reader's words. */
export type DescribedChange = {
  readonly id: string;
  readonly path: string;
  readonly change: Change['change'];
  readonly sentence: string;
  /** Before and after with marked words, where texts were changed. */
  readonly words: readonly WordMark[] | null;
  readonly part: PartName;
};

export type PartName = { readonly path: string; readonly title: string };

/** Names a change among those of one comparison; the same each time that the comparison is done. */
export function changeKey(change: Change): string {
  const parts = [change.change, change.element, change.change === 'changed' ? change.property : ''];
  return parts
    .map((part) => part.replaceAll('%', '%25').replaceAll(' ', '%20'))
    .join(' ')
    .trimEnd();
}

export type Reading = { readonly kind: Kind; readonly language: Language };

/** Readable differences between two definitions, in document order. */
export function describeDifferences(
  before: Definition,
  after: Definition,
  reading: Reading,
): readonly DescribedChange[] {
  const changes = diff(before, after, reading.kind.rules);
  return describeAll(changes, { before, after, ...reading });
}

type Sides = Reading & { readonly before: Definition; readonly after: Definition };

export function describeAll(changes: readonly Change[], sides: Sides): readonly DescribedChange[] {
  const parts = partsOf([sides.after, sides.before], sides);
  const tell = teller(sides);
  return changes
    .map((change) => ({ change, part: parts.of(change.path) }))
    .toSorted((left, right) => left.part.order - right.part.order)
    .map(({ change, part }) => ({
      id: changeKey(change),
      path: change.path,
      change: change.change,
      sentence: tell(change),
      words: wordsOf(change),
      part: { path: part.path, title: part.title },
    }));
}

/** Tells changes between two definitions as sentences; made once for many changes. */
export function teller({ before, after, language, kind }: Sides): (change: Change) => string {
  const { words, rules, conditionInWords } = kind;
  return describer({
    before,
    after,
    language,
    words,
    rules,
    ...(conditionInWords === undefined ? {} : { conditionInWords }),
  });
}

export function wordsOf(change: Change): readonly WordMark[] | null {
  if (change.change !== 'changed') return null;
  const { before, after } = change;
  return typeof before === 'string' && typeof after === 'string' ? wordMarks(before, after) : null;
}

export type Part = PartName & { readonly order: number };
export type Parts = { readonly all: readonly Part[]; readonly of: (path: string) => Part };

/** The top-level parts of definitions in reading order, and which part a path is in. */
export function partsOf(definitions: readonly Definition[], { kind, language }: Reading): Parts {
  const found = new Map<string, PartName>();
  const root = { path: '', title: kind.names[language].one };
  found.set('', root);
  const known = kind.parts ?? [];
  const rest = definitions.flatMap((definition) => Object.keys(definition)).toSorted();
  for (const property of new Set([...known.map((part) => part.property), ...rest])) {
    const rule = known.find((part) => part.property === property);
    for (const definition of definitions) {
      for (const part of partsAt(definition, property, { rule, language })) {
        if (!found.has(part.path)) found.set(part.path, part);
      }
    }
  }
  const all = [...found.values()].map((part, order) => ({ ...part, order }));
  const byPath = new Map(all.map((part) => [part.path, part]));
  const first = { ...root, order: 0 };
  const of = (path: string): Part => {
    const [property = '', element = ''] = path.split('/');
    return byPath.get(`${property}/${element}`) ?? byPath.get(property) ?? first;
  };
  return { all, of };
}

type PartRule = {
  readonly rule: NonNullable<Kind['parts']>[number] | undefined;
  readonly language: Language;
};

function partsAt(
  definition: Definition,
  property: string,
  { rule, language }: PartRule,
): readonly PartName[] {
  const value: Json | undefined = Object.hasOwn(definition, property) ? definition[property] : undefined;
  const first = definition.languages[0] ?? 'sv';
  if (isList(value) && value.every(isElement) && rule?.each !== false) {
    return value.filter(isElement).map((element) => ({
      path: `${property}/${element.id}`,
      title: nameOf(element, language, first),
    }));
  }
  if (rule !== undefined) return [{ path: property, title: rule.title[language] }];
  if (isElement(value)) return [{ path: property, title: nameOf(value, language, first) }];
  return [];
}

function nameOf(
  element: { readonly id: string; readonly [key: string]: Json },
  language: Language,
  first: string,
): string {
  const text = element['title'] ?? element['label'] ?? element['text'];
  if (!isObject(text)) return element.id;
  const localised = Object.fromEntries(
    Object.entries(text).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  return pickText(localised, language, [first]) || element.id;
}
