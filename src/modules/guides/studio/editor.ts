import type { JsonObject } from '../../../kernel/index.ts';
import { link } from '../../../platform/http/index.ts';
import { editorParts as parts } from '../../commons/index.ts';
import type { Editor, EditorList, EditorPlace, Starter } from '../../commons/index.ts';
import { fetchedNotes } from '../fetching/notes.ts';
import { blockTypes, targetKinds, type BlockType } from '../definition/index.ts';
import { editorScript } from '../island/index.ts';
import { draft } from '../routes/addresses.ts';
import { fetchTexts } from '../texts/fetch.ts';
import { wordTexts } from '../texts/word.ts';
import { fieldsOf } from './fields.ts';
import { guideFiles } from './files.tsx';
import {
  makeActions,
  makeHowStep,
  makeQuestion,
  makeQuiz,
  makeSection,
  makeSlot,
  makeStep,
  makeTaskSection,
  makeTestSection,
  makeWhyStep,
  type Make,
} from './start.ts';
import { knownTasks } from './task-keys.ts';
import { blockTypeOf, targetKindOf } from './types.ts';
import { blockWords, linkWords, say } from './words.ts';

const { list, starter } = parts;

/** The block of a type, with what its author wrote in the place where it shows. */
const named =
  (type: BlockType, property: string, more: JsonObject = {}): Make =>
  (id, name, language) => ({ id, type, [property]: { [language]: name }, ...more });

const makers: Readonly<Record<Exclude<BlockType, 'link'>, Make>> = {
  text: named('text', 'text'),
  heading: named('heading', 'text'),
  warning: named('warning', 'text'),
  actions: makeActions,
  checklist: (id, name, language) => ({
    ...makeActions(
      id,
      language === 'en' ? 'The first thing to check' : 'Det första att kontrollera',
      language,
    ),
    type: 'checklist',
    title: { [language]: name },
  }),
  picture: named('picture', 'alt'),
  film: named('film', 'title'),
  question: makeQuestion,
  quiz: makeQuiz,
  term: named('term', 'term'),
  file: named('file', 'title'),
  slot: makeSlot,
  /** `guide/block`, as its author found it. */
  reuse: (id, name) => {
    const [work = '', block = ''] = name.split('/');
    return { id, type: 'reuse', work, block };
  },
};

const order = Object.keys(blockWords);
const offered = blockTypes.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));

const blockStarters = (inSlot: boolean): readonly Starter[] =>
  offered.flatMap((type): readonly Starter[] => {
    if (type === 'slot' && inSlot) return [];
    if (type !== 'link') return [{ id: type, title: blockWords[type], element: makers[type] }];
    return targetKinds.map((kind) => ({
      id: `link-${kind}`,
      title: linkWords[kind],
      element: named('link', 'text', { to: { kind } }),
    }));
  });

const blocks = (inSlot: boolean): EditorList =>
  list('blocks', [say.blocks, say.blockName], blockStarters(inSlot));

const steps = list(
  'steps',
  [say.steps, say.stepName],
  [
    { id: 'how', title: say.howStep, element: makeHowStep },
    { id: 'why', title: say.whyStep, element: makeWhyStep },
    { id: 'new', title: say.newStep, element: makeStep },
  ],
);

const sections = list(
  'sections',
  [say.sections, say.sectionName],
  [
    { id: 'task', title: say.taskSection, element: makeTaskSection },
    { id: 'test', title: say.testSection, element: makeTestSection },
    { id: 'new', title: say.newSection, element: makeSection },
  ],
);

const items = list(
  'items',
  [say.items, say.item],
  starter((id, name, language) => ({ id, text: { [language]: name } })),
  'rows',
);

const highlights = list(
  'highlights',
  [say.highlights, say.highlight],
  starter((id, name, language) => ({ id, x: 40, y: 40, width: 20, height: 20, label: { [language]: name } })),
  'rows',
);

const answers = list(
  'options',
  [say.answers, say.answer],
  starter((id, name, language) => ({ id, text: { [language]: name } })),
  'rows',
);

const questions = list(
  'questions',
  [say.questions, say.question],
  starter((id, name, language) => {
    const { type: _, ...question } = makeQuestion(id, name, language);
    return question;
  }),
);

function inBlock(type: BlockType | null): readonly EditorList[] {
  switch (type) {
    case 'actions':
    case 'checklist':
      return [items];
    case 'picture':
      return [highlights];
    case 'question':
      return [answers];
    case 'quiz':
      return [questions];
    case 'slot':
      return [blocks(true)];
    case null:
    case 'text':
    case 'heading':
    case 'film':
    case 'warning':
    case 'term':
    case 'file':
    case 'link':
    case 'reuse':
      return [];
  }
}

function listsOf({ slot, element }: EditorPlace): readonly EditorList[] {
  switch (slot) {
    case '':
      return [sections, parts.parameterList, parts.legalBasisList];
    case 'sections':
      return [steps];
    case 'steps':
      return [blocks(false)];
    case 'blocks':
      return inBlock(blockTypeOf(element));
    case 'questions':
      return [answers];
    case 'parameters':
      return element['type'] === 'choice' ? [parts.optionList] : [];
    default:
      return [];
  }
}

function sortOf({ slot, element }: EditorPlace) {
  const type = slot === 'blocks' ? blockTypeOf(element) : null;
  const kind = type === 'link' ? targetKindOf(element) : null;
  if (kind !== null) return linkWords[kind];
  return type === null ? null : blockWords[type];
}

/** What can be fetched: from Word into the whole, from other guides into what holds blocks or steps. */
const ways: Editor['ways'] = ({ organisation, work, place }, language) => {
  const at = { organisation, work };
  const { id } = place.element;
  const inSlot = place.slot === 'blocks' && blockTypeOf(place.element) === 'slot';
  const takes = place.slot === '' || place.slot === 'sections' || place.slot === 'steps' || inSlot;
  if (!takes) return [];
  const title = fetchTexts(language).title;
  if (place.slot !== '' && typeof id === 'string')
    return [{ title, to: link(draft.fetch, at, { till: id }) }];
  return [
    { title: wordTexts(language).title, to: link(draft.word, at) },
    { title, to: link(draft.fetch, at) },
  ];
};

/** How guides are edited: sections, steps and their blocks, local facts and legal basis. */
export const guideEditor: Editor = {
  fieldsOf,
  listsOf,
  sortOf,
  files: guideFiles,
  ways,
  notes: fetchedNotes,
  knownKeys: knownTasks,
  script: editorScript.path,
};
