import { longestCondition } from './conditions/index.ts';
import { isElementList, isLocalised, type Definition } from './definition.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { appendPath, escapePart, type Path } from './path.ts';

/** One place in a definition that names another element. */
export type Reference = {
  /** Id of the element that holds the naming property; '' is the root. */
  readonly element: string;
  /** The naming property, as a path inside that element. */
  readonly property: Path;
  /** Id of the element that is named. */
  readonly target: string;
};

type Where = {
  readonly conditions: ReadonlySet<string>;
  readonly opaque: ReadonlySet<string>;
};

const PLACEHOLDER = /\{([^{}|\s]+)(?:\|[a-z]+)?\}/g;

/**
 * The places that name other elements, told by form alone: names and quoted values in conditions, and
 * parameters in the texts (`{distance-f-3}`). Names more than are elements (a function, a quoted word);
 * a merge heeds only those that were elements before it.
 */
export function findReferences(definition: Definition, where: Where): readonly Reference[] {
  const languages = new Set(definition.languages);
  const found: Reference[] = [];
  const visit = (object: JsonObject, element: string, prefix: Path): void => {
    for (const [key, value] of Object.entries(object)) {
      if (where.opaque.has(key)) continue;
      const property = appendPath(prefix, escapePart(key));
      if (typeof value === 'string' && where.conditions.has(key)) {
        found.push(...namesInCondition(value).map((target) => ({ element, property, target })));
      } else if (isElementList(value)) {
        for (const item of value) visit(item, item.id, '');
      } else if (isLocalised(value, languages)) {
        found.push(...namesInTexts(value).map((name) => ({ element, ...inside(property, name) })));
      } else if (isObject(value)) visit(value, element, property);
    }
  };
  visit(definition, '', '');
  return found;
}

function inside(
  property: Path,
  name: { language: string; target: string },
): { property: Path; target: string } {
  return { property: appendPath(property, name.language), target: name.target };
}

function namesInTexts(texts: JsonObject): readonly { language: string; target: string }[] {
  return Object.entries(texts).flatMap(([language, text]) =>
    namesInText(text).map((target) => ({ language, target })),
  );
}

/** Ids of the parameters that a text has places for; `{{` is a brace that begins none. */
export function namesInText(text: Json): readonly string[] {
  if (typeof text !== 'string' || !text.includes('{')) return [];
  return [...text.replaceAll('{{', '').matchAll(PLACEHOLDER)].map(([, name]) => name ?? '');
}

const CONDITION_TOKEN = /"((?:[^"\\]|\\.)*)"|[\p{L}_][\p{L}\p{N}_-]*/gu;

/**
 * Names and quoted values of a FEEL condition. `a-b` may be one name or a difference: all three are given. What is
 * longer than any condition names nothing.
 */
function namesInCondition(condition: string): readonly string[] {
  if (condition.length > longestCondition) return [];
  const names = [...condition.matchAll(CONDITION_TOKEN)].flatMap(([token, quoted]) => {
    if (quoted !== undefined) return [quoted];
    return token.includes('-') ? [token, ...token.split('-')] : [token];
  });
  return [...new Set(names)];
}
