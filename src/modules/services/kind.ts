import type { Language } from '../../platform/http/index.ts';
import type { Kind } from '../commons/index.ts';
import {
  conditionInWords,
  eServiceRules,
  eServiceWords,
  readEService,
  runExamples,
  validateEService,
} from './definition/index.ts';
import type { EService } from './definition/index.ts';
import { serviceFigures } from './figures.ts';
import { helpPlacesOf } from './help-places.ts';
import { importXgov } from './importers/xgov.ts';
import { preview } from './pages/preview.tsx';
import { kindId, settingsOf } from './running.ts';
import { eServiceEditor } from './studio/editor.ts';
import { serviceTemplate } from './studio/start.ts';
import { texts } from './texts/index.ts';
import { valueNotes } from './value-notes.ts';

const readable = (definition: unknown): EService | null => {
  const read = readEService(definition);
  return read.ok ? read.value : null;
};

/** The parts of an e-service in the order that a reader meets them. */
const parts: NonNullable<Kind['parts']> = [
  { property: 'title', each: false, title: { sv: 'Namn och syfte', en: 'Name and purpose' } },
  { property: 'task', each: false, title: { sv: 'Namn och syfte', en: 'Name and purpose' } },
  { property: 'summary', each: false, title: { sv: 'Namn och syfte', en: 'Name and purpose' } },
  { property: 'legalBasis', each: false, title: { sv: 'Stöd i lag', en: 'Legal basis' } },
  { property: 'parameters', each: false, title: { sv: 'Era uppgifter', en: 'Your facts' } },
  { property: 'before', each: false, title: { sv: 'Innan du börjar', en: 'Before you begin' } },
  { property: 'pages', each: true, title: { sv: 'Sidor', en: 'Pages' } },
  { property: 'process', each: false, title: { sv: 'Handläggning', en: 'Casework' } },
  { property: 'decisions', each: false, title: { sv: 'Beslut', en: 'Decisions' } },
  { property: 'appeal', each: false, title: { sv: 'Överklagande', en: 'Appeal' } },
  { property: 'receipt', each: false, title: { sv: 'Kvittens', en: 'Receipt' } },
  { property: 'examples', each: false, title: { sv: 'Exempel som provar tjänsten', en: 'Samples' } },
];

/** What an adopter gets, counted. */
function highlightsOf(service: EService, language: Language): readonly string[] {
  const say = texts(language).highlights;
  const pages = service.pages.filter((page) => page.type === 'questions');
  const asks = pages.flatMap((page) =>
    page.fields.flatMap((field) => (field.type === 'group' ? field.fields : [field])),
  );
  const questions = asks.filter((field) => field.type !== 'information' && field.type !== 'unsupported');
  return [
    say.pages(pages.length, questions.length),
    ...(service.parameters.length === 0 ? [] : [say.parameters(service.parameters.length)]),
    ...(service.decisions.length === 0 ? [] : [say.decisions(service.decisions.length)]),
    ...(service.languages.includes('en') && service.languages.includes('sv') ? [say.english] : []),
    ...(service.examples.length === 0 ? [] : [say.examples(service.examples.length)]),
  ];
}

/** What commons needs to know of e-services: how they merge, what is wrong in one, what it is about. */
export const eServiceKind: Kind = {
  id: kindId,
  names: { sv: { one: 'e-tjänst', many: 'e-tjänster' }, en: { one: 'e-service', many: 'e-services' } },
  rules: eServiceRules,
  words: eServiceWords,
  conditionInWords,
  validate: validateEService,
  subjectOf: (definition) => readable(definition)?.subject ?? null,
  summaryOf: (definition) => readable(definition)?.summary ?? null,
  parts,
  highlights: (definition, language) => {
    const service = readable(definition);
    return service === null ? [] : highlightsOf(service, language);
  },
  legalBasisOf: (definition) => readable(definition)?.legalBasis ?? [],
  examples: (definition, values) => {
    const service = readable(definition);
    return service === null
      ? []
      : runExamples(service, { settings: settingsOf(values) }).map(({ id, ok, differences }) => ({
          id,
          passed: ok,
          ...(differences[0] === undefined ? {} : { message: differences[0] }),
        }));
  },
  preview,
  valueNotes,
  editor: eServiceEditor,
  templates: [serviceTemplate],
  figures: serviceFigures,
  helpPlaces: (definition) => {
    const service = readable(definition);
    return service === null ? [] : helpPlacesOf(service);
  },
  importers: [
    {
      id: 'xgov',
      name: { sv: 'XGov-formulär (JSON)', en: 'XGov form (JSON)' },
      read: (source, fileName) => {
        const read = importXgov(source, { fileName });
        return read.ok ? read : { ok: false, message: read.issue.message };
      },
    },
  ],
};
