import { longestCondition } from './conditions/index.ts';
import { isElementList, isLocalised, getDefinition, type Definition } from './definition.ts';
import { asText, isList, isObject, type Json, type JsonObject } from './json.ts';
import { normalise } from './normalise.ts';
import { appendPath, escapePart, type Path } from './path.ts';
import type { KindRules } from './rules.ts';

type Names = ReadonlyMap<string, string>;

/**
 * The definition with elements under other ids, in the elements and in all that names them: conditions,
 * parameters in texts, objects keyed by elements, and properties that the kind's references point out.
 */
export function renameElements(definition: Definition, names: Names, rules: KindRules): Definition {
  const normal = normalise(definition, rules);
  const references = rules.references(normal).filter(({ target }) => names.has(target));
  const naming = new Set(references.map(({ element, property }) => spot(element, property)));
  const languages = new Set(normal.languages);

  const rename = (object: JsonObject, element: string, prefix: Path): JsonObject =>
    Object.fromEntries(
      Object.entries(object).map(([key, value]) => [key, renameValue(key, value, { element, prefix })]),
    );
  const renameValue = (
    key: string,
    value: Json,
    { element, prefix }: { element: string; prefix: Path },
  ): Json => {
    const property = appendPath(prefix, escapePart(key));
    if (rules.opaque.has(key)) return value;
    if (rules.keyed.has(key)) return renameKeyed(value, names);
    if (typeof value === 'string') return renameString(key, value, naming.has(spot(element, property)));
    if (isElementList(value)) return value.map((item) => withId(rename(item, item.id, ''), names));
    if (isLocalised(value, languages)) return renameTexts(value, names);
    return isObject(value) ? rename(value, element, property) : value;
  };
  const renameString = (key: string, value: string, isNaming: boolean): string => {
    if (rules.conditions.has(key)) return renameInCondition(value, names);
    return isNaming ? (names.get(value) ?? value) : value;
  };
  return getDefinition(rename(normal, '', ''));
}

function spot(element: string, property: Path): string {
  return JSON.stringify([element, property]);
}

function withId(element: JsonObject, names: Names): JsonObject {
  const id = asText(element['id']);
  return { ...element, id: names.get(id) ?? id };
}

function renameKeyed(value: Json, names: Names): Json {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (isList(value)) return value.map((item) => renameKeyed(item, names));
  if (!isObject(value)) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, inner]) => [names.get(key) ?? key, renameKeyed(inner, names)]),
  );
}

function renameTexts(texts: JsonObject, names: Names): JsonObject {
  const entries = Object.entries(texts).map(([language, text]) => {
    if (typeof text !== 'string') return [language, text] as const;
    const renamed = text.replace(
      /\{([^{}|\s]+)(\|[a-z]+)?\}/g,
      (place: string, id: string, style: string = '') =>
        names.has(id) ? `{${names.get(id)}${style}}` : place,
    );
    return [language, renamed] as const;
  });
  return Object.fromEntries(entries);
}

function renameInCondition(condition: string, names: Names): string {
  if (condition.length > longestCondition) return condition;
  return condition.replace(/"(?:[^"\\]|\\.)*"|[\p{L}_][\p{L}\p{N}_-]*/gu, (token) => {
    const quoted = token.startsWith('"');
    const name = names.get(quoted ? token.slice(1, -1) : token);
    if (name === undefined) return token;
    return quoted ? `"${name}"` : name;
  });
}
