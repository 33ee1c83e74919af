import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Edition, type Component } from './edition.ts';

const folder = path.resolve(import.meta.dirname, '../../../../content/register/taxonomy');

function readEdition(file: string): Edition {
  const content: unknown = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
  const read = Edition.safeParse(content);
  if (!read.success) throw new Error(`content/register/taxonomy/${file}: ${read.error.message}`);
  return read.data;
}

let read: readonly Edition[] | null = null;

/** Every edition that ships, oldest first. Read once. */
export function editions(): readonly Edition[] {
  read ??= globSync('*.json', { cwd: folder })
    .map(readEdition)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return read;
}

export const findEdition = (version: string): Edition | null =>
  editions().find((one) => one.version === version) ?? null;

export function newestEdition(): Edition {
  const newest = editions().at(-1);
  if (newest === undefined) throw new Error('no edition of the taxonomy ships');
  return newest;
}

let known: ReadonlyMap<string, Component> | null = null;

/** Every component that there has ever been, in its newest words. */
export function allComponents(): ReadonlyMap<string, Component> {
  known ??= new Map(editions().flatMap(({ components }) => components.map((one) => [one.id, one] as const)));
  return known;
}

const translated = new WeakMap<Edition, Map<string, readonly string[]>>();

function lookFor(edition: Edition, id: string): readonly string[] {
  if (edition.components.some((one) => one.id === id)) return [id];
  const instead = edition.components.filter(({ replaces }) => replaces?.includes(id)).map((one) => one.id);
  if (instead.length > 0) return instead;
  return (allComponents().get(id)?.replaces ?? []).flatMap((earlier) => standingFor(edition, earlier));
}

/** What a component of any edition is in this one; none where it has nothing of the kind. */
function standingFor(edition: Edition, id: string): readonly string[] {
  const known = translated.get(edition) ?? new Map<string, readonly string[]>();
  translated.set(edition, known);
  const before = known.get(id);
  if (before !== undefined) return before;
  const found = lookFor(edition, id);
  known.set(id, found);
  return found;
}

/**
 * Components as an edition has them, each once: those that it has ended become what has taken their place, and those of
 * a later edition become what they have taken the place of. Where one is several, it becomes all of them.
 */
export const inEdition = (edition: Edition, ids: readonly string[]): readonly string[] => [
  ...new Set(ids.flatMap((id) => standingFor(edition, id))),
];

/** The other way: every component, of any edition, that stands for one of these. */
export function inAnyEdition(edition: Edition, ids: readonly string[]): readonly string[] {
  const wanted = new Set(ids);
  const replaced = edition.components
    .filter(({ id }) => wanted.has(id))
    .flatMap(({ replaces }) => replaces ?? []);
  const others = [...allComponents().keys()].filter((id) =>
    standingFor(edition, id).some((one) => wanted.has(one)),
  );
  return [...new Set([...ids, ...replaced, ...others])];
}
