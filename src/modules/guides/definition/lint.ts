import { headingFaults, plainFaults } from '../../../kernel/plain-language/index.ts';
import { below, idOf, isProperties } from '../../../kernel/reading/index.ts';
import type { Issue, Properties } from '../../../kernel/reading/index.ts';

/** What is quoted (the law), kept for machines, or not shown. */
const passedBy = new Set(['legalBasis', 'languages', 'captions', 'source', 'to', 'tasks']);

type Text = {
  readonly path: string;
  readonly text: string;
  readonly language: string;
  readonly isHeading: boolean;
};

/**
 * What is hard to read in a guide, as warnings (språklagen 2009:600, 11 §: cultivated, simple and comprehensible).
 * Works on any definition, finished or not; what is hidden is passed by.
 */
export function lintGuide(definition: unknown): readonly Issue[] {
  if (!isProperties(definition)) return [];
  return textsIn(definition).flatMap(({ path, text, language, isHeading }) =>
    (isHeading ? headingFaults : plainFaults)(text, language).map(({ message, what }): Issue => ({
      path,
      severity: 'warning',
      message,
      what,
    })),
  );
}

/** Every text that a reader may meet, with where it stands. */
export function textsIn(definition: Properties): readonly Text[] {
  const listed: unknown = definition['languages'];
  const languages = new Set<unknown>(Array.isArray(listed) ? listed : ['sv']);
  const found: Text[] = [];
  const visit = (object: Properties, path: string): void => {
    if (object['hidden'] === true) return;
    for (const [key, value] of Object.entries(object)) {
      if (passedBy.has(key)) continue;
      const here = below(path, key);
      if (Array.isArray(value)) {
        for (const item of value) if (isProperties(item)) visit(item, below(here, idOf(item) ?? ''));
      } else if (isProperties(value)) {
        const isHeading = key === 'title' || (key === 'text' && object['type'] === 'heading');
        for (const [language, text] of Object.entries(value)) {
          if (typeof text === 'string' && languages.has(language))
            found.push({ path: below(here, language), text, language, isHeading });
        }
      }
    }
  };
  visit(definition, '');
  return found;
}
