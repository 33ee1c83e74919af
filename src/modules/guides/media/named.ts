import { isElement, isHash, isList, isObject, type Json } from '../../../kernel/index.ts';
import type { MediaUse } from './kinds.ts';

/** A file that a block refers to. */
export type Named = {
  readonly hash: string;
  readonly use: MediaUse;
  /** The name that a file is saved under. */
  readonly name: string;
};

const uses = ['picture', 'film', 'file'] as const;

/** Every file that a definition refers to, also one that is not whole yet: hidden blocks too. */
export function namedIn(value: Json): readonly Named[] {
  if (isList(value)) return value.flatMap(namedIn);
  if (!isObject(value)) return [];
  const inside = Object.values(value).flatMap((one) =>
    typeof one === 'object' && one !== null ? namedIn(one) : [],
  );
  const use = uses.find((one) => one === value['type']);
  if (use === undefined || !isElement(value)) return inside;
  const { media, captions, name } = value;
  const files = use === 'film' && isObject(captions) ? Object.values(captions) : [];
  const called = typeof name === 'string' ? name : value.id;
  const hashOf = (hash: Json | undefined, of: MediaUse): readonly Named[] =>
    isHash(hash) ? [{ hash, use: of, name: called }] : [];
  return [...hashOf(media, use), ...files.flatMap((hash) => hashOf(hash, 'captions')), ...inside];
}
