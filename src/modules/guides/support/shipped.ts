import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { asRead, readGuide, type Guide } from '../definition/index.ts';
import { tasksOf } from './tasks-of.ts';

/** A guide of Kommons's own manual as it ships. */
export type ShippedGuide = {
  readonly work: string;
  readonly guide: Guide;
  readonly tasks: ReadonlySet<string>;
};

const folder = path.resolve(import.meta.dirname, '../../../../content/guides');
const Named = z.object({ id: z.string() });

function readShipped(file: string): ShippedGuide {
  const content: unknown = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
  const read = readGuide(content);
  if (!read.ok) throw new Error(`content/guides/${file} is no guide`);
  const guide = asRead(read.value);
  return { work: Named.parse(content).id, guide, tasks: new Set(tasksOf(guide).map(({ task }) => task)) };
}

let manual: readonly ShippedGuide[] | null = null;

/** Kommons's manual, for whoever has not taken in a version of their own. Read once. */
export function shippedManual(): readonly ShippedGuide[] {
  manual ??= globSync('kommons-*.json', { cwd: folder }).toSorted().map(readShipped);
  return manual;
}
