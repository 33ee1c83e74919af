import { isList, isLocalised, isObject, namesInText, type Json } from '../../../kernel/index.ts';

/** What does not change what a reader meets. */
const silent = new Set(['id', 'hidden', 'tasks', 'minutes']);

/**
 * What a reader meets of an element, each text in the language of the source: a mended translation is nothing
 * new.
 */
export function contentOf(value: Json, languages: readonly string[]): Json {
  const known = new Set(languages);
  const visit = (inner: Json): Json => {
    if (isList(inner)) return inner.map(visit);
    if (!isObject(inner)) return inner;
    if (isLocalised(inner, known)) return sourceOf(inner, languages);
    const shown = Object.entries(inner).filter(([key, one]) => !silent.has(key) && one !== null);
    return Object.fromEntries(shown.map(([key, one]) => [key, visit(one)]));
  };
  return visit(value);
}

function sourceOf(text: { readonly [language: string]: Json }, languages: readonly string[]): Json {
  return languages.map((language) => text[language]).find((one) => one !== undefined && one !== '') ?? '';
}

/** The parameters whose values stand in the texts of an element's content. */
export function parametersIn(content: Json): readonly string[] {
  if (isList(content)) return [...new Set(content.flatMap(parametersIn))];
  if (isObject(content)) return parametersIn(Object.values(content));
  return namesInText(content);
}
