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

/**
 * Components as an edition has them: those that it has ended become what has taken their place, each once. Where
 * one became several, it becomes all of them.
 */
export function inEdition(edition: Edition, ids: readonly string[]): readonly string[] {
  const own = new Set(edition.components.map(({ id }) => id));
  const instead = (id: string): readonly string[] =>
    edition.components.filter(({ replaces }) => replaces?.includes(id)).map((one) => one.id);
  return [...new Set(ids.flatMap((id) => (own.has(id) ? [id] : instead(id))))];
}

/** The other way: every component, of any edition, that one of these stands for. */
export function alsoEarlier(edition: Edition, ids: readonly string[]): readonly string[] {
  const earlier = edition.components
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ replaces }) => replaces ?? []);
  return [...new Set([...ids, ...earlier])];
}
