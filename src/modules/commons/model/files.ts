import { isHash, isList, isObject, type Json } from '../../../kernel/index.ts';

/** A file that a definition names, and where. */
export type NamedFile = { readonly path: string; readonly hash: string };

const prefix = 'sha256-';

/** What was read of a definition, which never changes. */
const known = new WeakMap<object, readonly NamedFile[]>();

/**
 * Every text that is the name of a file, whatever the kind calls its property, also where a name of a property is
 * one: SQL reads the same (`commons.files_in`). Hashes are hexadecimal.
 */
export function filesIn(value: Json): readonly NamedFile[] {
  const before = typeof value === 'object' && value !== null ? known.get(value) : undefined;
  if (before !== undefined) return before;
  const found: NamedFile[] = [];
  // Most definitions name none, and that is seen faster than each part is looked at.
  if (/"sha256-[0-9a-f]{64}"/.test(JSON.stringify(value))) visit(value, [], found);
  if (typeof value === 'object' && value !== null) known.set(value, found);
  return found;
}

const isName = (text: string): boolean => text.startsWith(prefix) && isHash(text);

function visit(value: Json, path: string[], found: NamedFile[]): void {
  const name = (text: string): void => {
    found.push({ path: path.join('/'), hash: text.slice(prefix.length) });
  };
  if (typeof value === 'string') {
    if (isName(value)) name(value);
  } else if (isList(value)) {
    for (const [index, one] of value.entries()) within(partName(one, index), one);
  } else if (isObject(value)) {
    for (const [key, one] of Object.entries(value)) {
      if (isName(key)) name(key);
      if (one !== undefined) within(key, one);
    }
  }

  function within(part: string, one: Json): void {
    path.push(part);
    visit(one, path, found);
    path.pop();
  }
}

const partName = (part: Json, index: number): string =>
  isObject(part) && typeof part['id'] === 'string' ? part['id'] : String(index);
