import { readFileSync } from 'node:fs';
import path from 'node:path';
import { getDefinition, isDefinition, renameElements, type Definition } from '../../../kernel/index.ts';
import type { NewWork, Template } from '../../commons/index.ts';
import { guideRules } from '../definition/index.ts';
import { elementIds, ownId } from './own-ids.ts';

const folder = path.resolve(import.meta.dirname, '../../../../content/guide-templates');

/** In the order that they are offered; the first is what is begun from by whoever chooses none. */
const order = ['tom', 'steg-for-steg', 'introduktion', 'rutin', 'utbildning'] as const;

function readTemplate(name: string): Definition {
  const content: unknown = JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'));
  if (!isDefinition(content)) throw new Error(`content/guide-templates/${name}.json is no definition`);
  return content;
}

/** A guide made of a template: called what its author calls it, every part under an id that no other guide has. */
function makeOf(template: Definition, { id, title }: NewWork): Definition {
  const names = new Map(elementIds(template['sections'] ?? []).map((one) => [one, ownId(id, one)]));
  const { summary: _, ...rest } = renameElements(template, names, guideRules);
  return getDefinition({ ...rest, id, title });
}

const both = (template: Definition, key: 'title' | 'summary'): Template['title'] => {
  const texts = template[key];
  const said = (language: 'sv' | 'en'): string =>
    String(Object.entries(texts ?? {}).find(([one]) => one === language)?.[1] ?? '');
  return { sv: said('sv'), en: said('en') };
};

/** What a new guide can begin from. Each is a guide in `content/guide-templates`. */
export const guideTemplates: readonly Template[] = order.map((name) => {
  const template = readTemplate(name);
  return {
    id: name,
    title: both(template, 'title'),
    what: both(template, 'summary'),
    make: (of) => makeOf(template, of),
  };
});
