/**
 * Where something is in a definition: property names and element ids from the root, joined by `/`,
 * with `~1` for `/` and `~0` for `~` inside a part (as in JSON Pointer, RFC 6901). The root is ''.
 */
export type Path = string;

export function escapePart(part: string): string {
  return part.includes('~') || part.includes('/') ? part.replaceAll('~', '~0').replaceAll('/', '~1') : part;
}

export function joinPath(parts: readonly string[]): Path {
  return parts.map(escapePart).join('/');
}

export function splitPath(path: Path): readonly string[] {
  if (path === '') return [];
  if (!path.includes('/') && !path.includes('~')) return [path];
  return path.split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Joins paths that are escaped already; '' on either side adds nothing. */
export function appendPath(path: Path, rest: Path): Path {
  if (path === '') return rest;
  return rest === '' ? path : `${path}/${rest}`;
}
