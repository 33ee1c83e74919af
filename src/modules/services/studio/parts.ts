import { isElement, isObject } from '../../../kernel/index.ts';
import type { Element, Json, JsonObject } from '../../../kernel/index.ts';
import type { FieldType } from '../definition/index.ts';
import { typeWords } from './words.ts';

/** The elements of a list, of a definition that may be unfinished. */
export const elementsIn = (value: Json | undefined): readonly Element[] =>
  Array.isArray(value) ? value.filter((one) => isElement(one)) : [];

const types = new Map<string, FieldType>(
  Object.keys(typeWords).flatMap((name) => (isType(name) ? [[name, name]] : [])),
);

function isType(name: string): name is FieldType {
  return Object.hasOwn(typeWords, name);
}

/** The type of a question; null where it has none that is known. */
export function typeOf(element: JsonObject): FieldType | null {
  const { type } = element;
  return typeof type === 'string' ? (types.get(type) ?? null) : null;
}

export const fieldTypes: readonly FieldType[] = [...types.values()];

/** One language of a text of an element; undefined where there is none. */
export function textIn(element: JsonObject, property: string, language: string): string | undefined {
  const text = element[property];
  const found = isObject(text) ? (text[language] ?? text['sv']) : undefined;
  return typeof found === 'string' ? found : undefined;
}
