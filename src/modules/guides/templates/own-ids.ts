import { hashJson, isElement, isList, isObject, type Json } from '../../../kernel/index.ts';

/** What an earlier making has put last in an id. */
const made = /-[0-9a-f]{6}$/u;

/**
 * The id that an element goes by where it is made anew: it reads as the first one did, is another in every place
 * (`of`), and is the same each time that it is made there.
 */
export function ownId(of: string, id: string): string {
  const short = hashJson([of, id]).slice('sha256-'.length, 'sha256-'.length + 6);
  const stem = id.replace(made, '').slice(0, 60).replace(/-+$/u, '');
  return `${stem}-${short}`;
}

/** The id of every element in a value, itself included; what is kept of a foreign source has none. */
export function elementIds(value: Json): readonly string[] {
  if (isList(value)) return value.flatMap(elementIds);
  if (!isObject(value)) return [];
  const inside = Object.entries(value).flatMap(([key, one]) =>
    key === 'source' || typeof one !== 'object' || one === null ? [] : elementIds(one),
  );
  return isElement(value) ? [value.id, ...inside] : inside;
}
