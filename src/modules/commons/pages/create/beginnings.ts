import type { Language } from '../../../../platform/http/index.ts';
import { createTexts } from '../../texts/create.ts';
import { findKind, listKinds, type Template } from '../../model/kind.ts';

/** Something that a new work can begin from, as it is chosen. */
export type Beginning = { readonly value: string; readonly label: string; readonly help: string };

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Every template of the kinds: `guide` for the plainest of a kind, `guide/rutin` for the others. */
export function listBeginnings(language: Language, kinds: ReadonlySet<string>): readonly Beginning[] {
  const words = createTexts(language);
  return listKinds().flatMap(({ id, names, templates = [] }) => {
    if (!kinds.has(id)) return [];
    const name = capital(names[language].one);
    return templates.map((template, index) => ({
      value: index === 0 ? id : `${id}/${template.id}`,
      label: index === 0 ? name : words.begunFrom(name, template.title[language]),
      help: template.what[language],
    }));
  });
}

/** The template that was chosen; null for what is none. */
export function findBeginning(value: string, kinds: ReadonlySet<string>): Template | null {
  const [kind = '', template] = value.split('/');
  const templates = kinds.has(kind) ? (findKind(kind)?.templates ?? []) : [];
  const found = template === undefined ? templates[0] : templates.find(({ id }) => id === template);
  return found ?? null;
}
