import type { Definition } from '../../../kernel/index.ts';
import type { Issue } from '../../../kernel/reading/index.ts';
import { textsIn } from '../definition/index.ts';
import { guideTemplates } from './templates.ts';

/** What a template asks its author to write; its headings and examples may stand as they are. */
const asks = /\b(?:skriv|beskriv|förklara|write|describe|explain)\b/iu;

const asked = new Set(
  guideTemplates.flatMap(({ make }) =>
    textsIn(make({ id: 'mall', title: { sv: 'Mall', en: 'Template' } }))
      .filter(({ text, isHeading }) => !isHeading && asks.test(text))
      .map(({ text }) => text),
  ),
);

/** Texts that still are the template's: its words to the author, which no reader should meet. */
export const findUnfilled = (definition: Definition): readonly Issue[] =>
  textsIn(definition)
    .filter(({ text }) => asked.has(text))
    .map(({ path, text }) => ({
      path,
      severity: 'error',
      message: {
        sv: `”${text}” är mallens text. Skriv er egen, eller ta bort delen.`,
        en: `“${text}” is the template’s text. Write your own, or remove the part.`,
      },
      what: text,
    }));
