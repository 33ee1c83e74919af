import { z } from 'zod';
import { isElement, isList, isObject, type Json } from '../../../kernel/index.ts';
import { Slug } from './input.ts';

const prefix = 'sha256-';

/**
 * Where an element was fetched from: an element of one version of another work. It stands in the element's own
 * `source`, which merges as one value. The version goes without its prefix, since what has one is a file.
 */
export const Fetched = z.strictObject({
  organisation: Slug,
  work: Slug,
  version: z.string().regex(/^[0-9a-f]{64}$/),
  element: z.string().min(1).max(200),
});
export type Fetched = Readonly<z.infer<typeof Fetched>>;

export const versionIdOf = ({ version }: Fetched): string => `${prefix}${version}`;
export const fetchedVersion = (versionId: string): string => versionId.slice(prefix.length);

/** What an element says that it was fetched from; null where it says nothing that can be read. */
export function fetchedOf(element: Json): Fetched | null {
  const read = isObject(element) ? Fetched.safeParse(element['source']) : null;
  return read?.success === true ? read.data : null;
}

/** Where elements were fetched from, by id: what lies in one that was fetched came with it. */
export function fetchedIn(value: Json): ReadonlyMap<string, Fetched> {
  const found = new Map<string, Fetched>();
  const visit = (one: Json, around: Fetched | null): void => {
    if (isList(one)) for (const item of one) visit(item, around);
    else if (isObject(one)) {
      const from = fetchedOf(one) ?? around;
      if (from !== null && isElement(one)) found.set(one.id, from);
      for (const [key, inner] of Object.entries(one)) if (key !== 'source') visit(inner ?? null, from);
    }
  };
  visit(value, null);
  return found;
}

/** Each version once. */
export function versionsFetched(all: Iterable<Fetched>): readonly Fetched[] {
  const byVersion = new Map([...all].map((one) => [`${one.organisation}/${one.work}/${one.version}`, one]));
  return [...byVersion.values()];
}
