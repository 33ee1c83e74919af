import type { Localised } from '../../../kernel/index.ts';
import type { Block, Question } from '../definition/index.ts';

/** The words of Markdown without its signs. */
export const plain = (markdown: string): string =>
  markdown
    .replaceAll(/\[([^[\]]*)\]\([^)]{0,2000}\)/g, '$1')
    .replaceAll(/^[^\S\n\r\u2028\u2029]*(?:[-*+]|\d+[.)]|>|#{1,6})\s+/gm, '')
    .replaceAll(/[*_`]+/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Everything that a reader of a block meets, in reading order. */
export function textsOf(block: Block): readonly Localised[] {
  switch (block.type) {
    case 'text':
    case 'heading':
    case 'warning':
    case 'link':
      return [block.text];
    case 'actions':
      return block.items.map(({ text }) => text);
    case 'checklist':
      return [...some(block.title), ...block.items.map(({ text }) => text)];
    case 'picture':
      return [...some(block.caption), block.alt, ...block.highlights.flatMap(({ label }) => some(label))];
    case 'film':
      return [block.title, ...some(block.transcript)];
    case 'question':
      return textsOfQuestion(block);
    case 'quiz':
      return [block.title, ...block.questions.flatMap(textsOfQuestion)];
    case 'term':
      return [block.term, block.explanation];
    case 'file':
      return [block.title];
    case 'slot':
      return [block.title, ...block.blocks.flatMap(textsOf)];
    case 'reuse':
      return [];
  }
}

const some = (text: Localised | null): readonly Localised[] => (text === null ? [] : [text]);

/** The answers' feedback is left out: it says which answer is right. */
const textsOfQuestion = ({ question, options }: Question): readonly Localised[] => [
  question,
  ...options.map(({ text }) => text),
];

/** Letters of a name made of a block's first words. */
const longestName = 70;

/** What a block is called where one chooses it or is told of it: its own name, or its first words. */
export function firstWords(block: Block, say: (text: Localised) => { readonly text: string }): string {
  const [first] = textsOf(block);
  const text = first === undefined ? '' : plain(say(first).text);
  if (text.length <= longestName) return text;
  const space = text.lastIndexOf(' ', longestName);
  return `${text.slice(0, space > 0 ? space : longestName)} …`;
}
