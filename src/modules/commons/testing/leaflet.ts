import {
  defaultRules,
  isElementList,
  isObject,
  type Definition,
  type Json,
  type Localised,
} from '../../../kernel/index.ts';
import type { Issue, Kind } from '../model/kind.ts';

/** A tiny kind of work, unlike an e-service: commons knows no kind by name, and this one proves it. */
export const leafletKind: Kind = {
  id: 'leaflet',
  names: { sv: { one: 'broschyr', many: 'broschyrer' }, en: { one: 'leaflet', many: 'leaflets' } },
  rules: { ...defaultRules, settings: new Set(['size']) },
  words: {
    elements: {
      chapters: { sv: 'kapitel', svDefinite: 'kapitlet', svGender: 'ett', en: 'chapter' },
      notes: { sv: 'not', svDefinite: 'noten', svGender: 'en', en: 'note' },
    },
    properties: {},
  },
  parts: [
    { property: 'parameters', each: false, title: { sv: 'Lokala uppgifter', en: 'Local facts' } },
    { property: 'chapters', each: true, title: { sv: 'Kapitel', en: 'Chapters' } },
  ],
  validate: (definition) => {
    if (isElementList(definition['chapters'])) return [];
    const message = { sv: 'Broschyren saknar kapitel.', en: 'The leaflet has no chapters.' };
    return [{ path: 'chapters', severity: 'error', message } satisfies Issue];
  },
  toWrite: ({ chapters }) =>
    isElementList(chapters)
      ? chapters.flatMap(({ id, ask, notes, title }) =>
          ask === true && notes === undefined
            ? [{ id, path: `chapters/${id}`, title: texts(title) ?? {}, prompt: null }]
            : [],
        )
      : [],
  subjectOf: (definition) => (typeof definition['subject'] === 'string' ? definition['subject'] : null),
  summaryOf: (definition) => texts(definition['summary']),
};

function texts(value: Json | undefined): Localised | null {
  if (!isObject(value)) return null;
  const pairs = Object.entries(value).flatMap(([key, text]) =>
    typeof text === 'string' ? [[key, text] as const] : [],
  );
  return Object.fromEntries(pairs);
}

export const chapter = (
  id: string,
  sv: string,
  more: Readonly<Record<string, Json>> = {},
): Definition['chapters'] => ({
  id,
  title: { sv: `Kapitel ${id}`, en: `Chapter ${id}` },
  text: { sv, en: `${sv} (en)` },
  ...more,
});

/** A leaflet with three chapters, the second with notes, and two parameters of which one is required. */
export function leaflet(id: string, more: Readonly<Record<string, Json>> = {}): Definition {
  return {
    kommons: 'definition/1',
    kind: 'leaflet',
    id,
    languages: ['sv', 'en'],
    title: { sv: `Broschyr om ${id}`, en: `Leaflet on ${id}` },
    summary: { sv: `Kort om ${id}.`, en: `Briefly on ${id}.` },
    subject: 'skola',
    parameters: [
      { id: 'kontakt', type: 'email', label: { sv: 'E-post', en: 'E-mail' } },
      { id: 'avgift', type: 'money', label: { sv: 'Avgift', en: 'Fee' }, default: 100 },
    ],
    chapters: [
      chapter('a', 'Det kostar pengar. Du får svar inom en månad.'),
      chapter('b', 'Ring oss gärna.', {
        notes: [
          { id: 'b1', text: { sv: 'Första noten.', en: 'First note.' } },
          { id: 'b2', text: { sv: 'Andra noten.', en: 'Second note.' } },
        ],
      }),
      chapter('c', 'Till sist.', { lock: 'fixed' }),
    ],
    ...more,
  };
}
