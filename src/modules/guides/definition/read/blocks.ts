import type { PropertyReader } from '../../../../kernel/reading/index.ts';
import type { Block, BlockType, InnerBlock, LinkBlock, ReuseBlock, SlotBlock } from '../model.ts';
import { needMarkdown } from './markdown.ts';
import { readFile, readFilm, readPicture } from './media.ts';
import { readItems, readQuestion, readQuiz } from './questions.ts';
import { need, readTarget } from './targets.ts';
import { readTasks } from './tasks.ts';

const innerTypes = [
  'text', 'heading', 'actions', 'picture', 'film', 'warning', 'checklist', 'question', 'quiz', 'term', 'file', 'link',
  'reuse',
] as const satisfies readonly InnerBlock['type'][]; // prettier-ignore
export const blockTypes = [...innerTypes, 'slot'] as const satisfies readonly BlockType[];

const mostBlocks = 200;

/** What every block has. */
export type ElementOf = { readonly id: string; readonly hidden: boolean; readonly tasks: readonly string[] };

/** The blocks of a step. Those whose type is not known are reported and left out. */
export const readBlocks = (reader: PropertyReader): readonly Block[] =>
  reader.elements('blocks', mostBlocks, readBlock).filter((block) => block !== null);

function readBlock(reader: PropertyReader, id: string): Block | null {
  const type = reader.oneOf('type', blockTypes);
  if (type === null) {
    if (reader.raw('type') === null) reader.missing('type');
    return null;
  }
  const element = { id, hidden: reader.flag('hidden'), tasks: readTasks(reader) };
  return type === 'slot' ? readSlot(reader, element) : readInner(reader, element, type);
}

function readInSlot(reader: PropertyReader, id: string): InnerBlock | null {
  const block = readBlock(reader, id);
  if (block?.type !== 'slot') return block;
  reader.reading.error(reader.path, {
    sv: 'En plats för lokalt innehåll kan inte stå i en annan. Lägg den i steget.',
    en: 'A place for local content cannot stand in another. Put it in the step.',
  });
  return null;
}

function readSlot(reader: PropertyReader, element: ElementOf): SlotBlock {
  return {
    ...element,
    type: 'slot',
    title: reader.needText('title', 120),
    prompt: reader.text('prompt', 600),
    required: reader.flag('required'),
    blocks: reader.elements('blocks', mostBlocks, readInSlot).filter((block) => block !== null),
  };
}

function readInner(reader: PropertyReader, element: ElementOf, type: InnerBlock['type']): InnerBlock | null {
  switch (type) {
    case 'text':
    case 'warning':
      return { ...element, type, text: needMarkdown(reader, 'text') };
    case 'heading':
      return { ...element, type, text: reader.needText('text', 120) };
    case 'actions':
      return { ...element, type, items: readItems(reader) };
    case 'checklist':
      return { ...element, type, title: reader.text('title', 120), items: readItems(reader) };
    case 'question':
      return { ...element, type, ...readQuestion(reader, element.id) };
    case 'quiz':
      return readQuiz(reader, element);
    case 'term':
      return {
        ...element,
        type,
        term: reader.needText('term', 100),
        explanation: needMarkdown(reader, 'explanation'),
      };
    case 'picture':
      return readPicture(reader, element);
    case 'film':
      return readFilm(reader, element);
    case 'file':
      return readFile(reader, element);
    case 'link':
      return readLink(reader, element);
    case 'reuse':
      return readReuse(reader, element);
  }
}

function readLink(reader: PropertyReader, element: ElementOf): LinkBlock | null {
  const to = readTarget(reader);
  const text = reader.needText('text', 200);
  return to === null ? null : { ...element, type: 'link', to, text };
}

const readReuse = (reader: PropertyReader, element: ElementOf): ReuseBlock => ({
  ...element,
  type: 'reuse',
  work: need(reader, 'work'),
  block: need(reader, 'block'),
});
