import { subjectNames, subjects } from '../../../kernel/index.ts';
import { editorParts as parts } from '../../commons/index.ts';
import type { EditorField, EditorPlace } from '../../commons/index.ts';
import type { BlockType } from '../definition/index.ts';
import { taskFault } from './task-keys.ts';
import { blockTypeOf, targetKindOf } from './types.ts';
import { acceptAttribute, type MediaUse } from '../media/kinds.ts';
import { mediaTexts } from '../texts/media.ts';
import { languageWords, readerWords, say, verdictWords } from './words.ts';

const { field, line, prose, number, plain, yesNo, must, optionsOf, choice } = parts;

const markdown = (
  property: string,
  label: EditorField['label'],
  more: Partial<EditorField> = {},
): EditorField => field(property, label, { type: 'localised', rows: 6 }, { help: say.markdownHelp, ...more });

const tasks = field(
  'tasks',
  say.tasks,
  {
    type: 'keys',
    fault: taskFault,
    choose: say.taskChoose,
    more: say.taskMore,
    others: say.taskOthers,
    othersHelp: say.taskOthersHelp,
  },
  { last: true },
);

const media = (
  use: MediaUse,
  property = 'media',
  label: EditorField['label'] = say.media[use],
): EditorField =>
  field(
    property,
    label,
    { type: 'file', accept: acceptAttribute[use] },
    { ...must, help: { sv: mediaTexts('sv').help[use], en: mediaTexts('en').help[use] } },
  );

const kept = (property: 'width' | 'height'): EditorField =>
  field(property, say[property], { type: 'kept', of: 'number' });

/** A file of captions for each language of the guide; that of the first has to be there. */
const captions = ({ definition: { languages } }: EditorPlace): readonly EditorField[] =>
  languages.map((language, index) => {
    const { sv, en } = languageWords(language);
    const label = { sv: `${say.captions.sv} ${sv}`, en: `${say.captions.en} ${en}` };
    return { ...media('captions', `captions/${language}`, label), required: index === 0 };
  });

const root: readonly EditorField[] = [
  field('title', say.name, line, must),
  field('summary', parts.say.summary, prose),
  field('subject', parts.say.subject, choice(optionsOf(subjects, subjectNames), parts.say.notChosen)),
  field('readers', say.readers, choice(optionsOf(Object.keys(readerWords), readerWords))),
  field('reviewMonths', say.reviewMonths, number),
];

function link({ element }: EditorPlace): readonly EditorField[] {
  const text = field('text', say.linkText, line, must);
  const to = (property: string, label: EditorField['label']): EditorField =>
    field(`to/${property}`, label, plain, must);
  switch (targetKindOf(element)) {
    case 'service':
      return [text, to('work', say.work)];
    case 'page':
      return [text, to('address', say.page)];
    case 'field':
      return [text, to('work', say.work), to('field', say.field)];
    case 'guide':
      return [text, to('work', say.work), field('to/step', say.step, plain)];
    case 'web':
      return [text, to('address', say.web)];
    case null:
      return [text];
  }
}

/** What the blocks of a type are made of, besides the lists in them. */
function ofType(type: BlockType, at: EditorPlace): readonly EditorField[] {
  const title = field('title', parts.say.title, line, must);
  switch (type) {
    case 'text':
    case 'warning':
      return [markdown('text', parts.say.text, must)];
    case 'heading':
      return [field('text', parts.say.title, line, must)];
    case 'actions':
      return [];
    case 'checklist':
      return [field('title', parts.say.title, line)];
    case 'picture':
      return [
        media('picture'),
        field('alt', say.alt, line, must),
        field('caption', say.caption, line),
        field(
          'verdict',
          say.verdict,
          choice(optionsOf(Object.keys(verdictWords), verdictWords), say.neither),
        ),
        kept('width'),
        kept('height'),
      ];
    case 'film':
      return [title, media('film'), ...captions(at), markdown('transcript', say.transcript)];
    case 'question':
      return [field('question', say.question, line, must)];
    case 'quiz':
      return [title, field('pass', say.pass, number)];
    case 'term':
      return [field('term', say.term, line, must), markdown('explanation', say.explanation, must)];
    case 'file':
      return [title, media('file'), field('name', say.fileName, plain)];
    case 'link':
      return link(at);
    case 'slot':
      return [title, field('prompt', say.prompt, prose), field('required', say.required, yesNo)];
    case 'reuse':
      return [field('work', say.work, plain, must), field('block', say.block, plain, must)];
  }
}

function block(at: EditorPlace): readonly EditorField[] {
  const type = blockTypeOf(at.element);
  return type === null ? [] : [...ofType(type, at), tasks];
}

const fixed: Readonly<Record<string, (at: EditorPlace) => readonly EditorField[]>> = {
  '': () => root,
  sections: () => [field('title', say.sectionName, line, must), field('summary', parts.say.summary, prose)],
  steps: () => [field('title', say.stepName, line, must), field('minutes', say.minutes, number), tasks],
  blocks: block,
  items: () => [field('text', say.item, line, must)],
  questions: () => [field('question', say.question, line, must)],
  highlights: () => [
    field('label', say.highlight, line),
    field('x', say.x, number, must),
    field('y', say.y, number, must),
    field('width', say.width, number, must),
    field('height', say.height, number, must),
  ],
  parameters: parts.parameterFields,
  legalBasis: () => parts.legalBasisFields,
};

const answer: readonly EditorField[] = [
  field('text', say.answer, line, must),
  field('right', say.right, yesNo),
  field('feedback', say.feedback, prose),
];

/** The properties of one part of a guide that its author may set, in the order of the form. */
export function fieldsOf(at: EditorPlace): readonly EditorField[] {
  // An answer to a question has a text; an option of a local fact has a label.
  if (at.slot === 'options') return at.element['label'] === undefined ? answer : parts.optionFields;
  return fixed[at.slot]?.(at) ?? [];
}
