import type { Language } from '../../platform/http/index.ts';
import type { Kind } from '../commons/index.ts';
import {
  asRead,
  blocksOf,
  guideRules,
  guideWords,
  openSlots,
  readGuide,
  validateGuide,
} from './definition/index.ts';
import type { Block, Guide } from './definition/index.ts';
import { Preview } from './pages/preview/view.tsx';
import { kindId } from './reading/shown.ts';
import { guideMakers } from './writers.ts';
import { guideEditor } from './studio/editor.ts';
import { guideTemplates } from './templates/templates.ts';
import { findUnfilled } from './templates/unfilled.ts';
import { texts } from './texts/index.ts';

const readable = (definition: unknown): Guide | null => {
  const read = readGuide(definition);
  return read.ok ? read.value : null;
};

/** The parts of a guide in the order that a reader meets them. */
const parts: NonNullable<Kind['parts']> = [
  { property: 'title', each: false, title: { sv: 'Namn och syfte', en: 'Name and purpose' } },
  { property: 'summary', each: false, title: { sv: 'Namn och syfte', en: 'Name and purpose' } },
  { property: 'legalBasis', each: false, title: { sv: 'Stöd i lag', en: 'Legal basis' } },
  { property: 'parameters', each: false, title: { sv: 'Era uppgifter', en: 'Your facts' } },
  { property: 'sections', each: true, title: { sv: 'Avsnitt', en: 'Sections' } },
];

function questionsIn(block: Block): number {
  if (block.type === 'question') return 1;
  return block.type === 'quiz' ? block.questions.length : 0;
}

/** What an adopter gets, counted. */
function highlightsOf(guide: Guide, language: Language): readonly string[] {
  const say = texts(language).highlights;
  const steps = guide.sections.flatMap((section) => section.steps);
  const blocks = blocksOf(guide).map(({ block }) => block);
  const minutes = steps.reduce((sum, step) => sum + (step.minutes ?? 0), 0);
  const questions = blocks.reduce((sum, block) => sum + questionsIn(block), 0);
  const slots = blocks.filter(({ type }) => type === 'slot').length;
  return [
    say.contents(guide.sections.length, steps.length),
    ...(minutes === 0 ? [] : [say.time(minutes)]),
    ...(questions === 0 ? [] : [say.questions(questions)]),
    ...(slots === 0 ? [] : [say.slots(slots)]),
    ...(guide.parameters.length === 0 ? [] : [say.parameters(guide.parameters.length)]),
    ...(guide.languages.includes('en') && guide.languages.includes('sv') ? [say.english] : []),
  ];
}

/** What commons needs to know of guides: how they merge, what is wrong in one, what it is about. */
export const guideKind: Kind = {
  id: kindId,
  names: { sv: { one: 'guide', many: 'guider' }, en: { one: 'guide', many: 'guides' } },
  reserved: ['skotsel', 'manadens'],
  makers: guideMakers,
  rules: guideRules,
  words: guideWords,
  validate: validateGuide,
  unfinished: findUnfilled,
  subjectOf: (definition) => readable(definition)?.subject ?? null,
  summaryOf: (definition) => readable(definition)?.summary ?? null,
  parts,
  highlights: (definition, language) => {
    const guide = readable(definition);
    return guide === null ? [] : highlightsOf(asRead(guide), language);
  },
  legalBasisOf: (definition) => readable(definition)?.legalBasis ?? [],
  toWrite: (definition) => {
    const guide = readable(definition);
    return guide === null
      ? []
      : openSlots(guide).flatMap(({ block, path }) =>
          block.required ? [{ id: block.id, path, title: block.title, prompt: block.prompt }] : [],
        );
  },
  preview: Preview,
  editor: guideEditor,
  templates: guideTemplates,
};
