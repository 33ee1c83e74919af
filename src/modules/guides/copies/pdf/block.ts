import type { PdfBlock, PdfText } from '../../../../platform/pdf/index.ts';
import type { InnerBlock, PictureBlock, Question } from '../../definition/index.ts';
import type { Rendering, Said } from '../../pages/reading/blocks/rendering.ts';
import { numberOf, type Copy } from '../copy.ts';
import { blocksIn } from './markdown.ts';

type Given = { readonly on: Rendering; readonly copy: Copy };

/** Plain text of the guide, with its language where that is not the document's. */
export const textOf = ({ text, lang }: Said): PdfText => (lang === undefined ? text : [{ text, lang }]);

const paragraph = (text: PdfText): PdfBlock => ({ kind: 'paragraph', text });
const label = (text: string): PdfBlock => ({ kind: 'paragraph', text: [{ text, bold: true }], leads: true });

/** Where something is that cannot come along. */
const elsewhere = (block: { readonly id: string }, what: string, on: Rendering): PdfBlock => {
  const address = `${on.stepTo}#${block.id}`;
  return paragraph([{ text: `${what} ` }, { text: address, to: address }]);
};

/** One block that is no slot, for paper. */
export function blockOf(block: InnerBlock, given: Given): readonly PdfBlock[] {
  const { on, copy } = given;
  const { words } = copy;
  switch (block.type) {
    case 'text':
      return blocksIn(on.say(block.text));
    case 'heading':
      return [{ kind: 'heading', level: 3, text: textOf(on.say(block.text)) }];
    case 'actions':
      return [
        { kind: 'items', marker: 'number', items: block.items.map(({ text }) => blocksIn(on.say(text))) },
      ];
    case 'picture':
      return pictureOf(block, given);
    case 'film':
      return [
        label(`${words.block.film}: ${on.say(block.title).text}`),
        elsewhere(block, words.block.filmElsewhere, on),
        ...(block.transcript === null
          ? []
          : [label(words.block.transcript), ...blocksIn(on.say(block.transcript))]),
      ];
    case 'file':
      return [
        label(`${words.block.file}: ${on.say(block.title).text} (${block.name})`),
        elsewhere(block, words.block.fileElsewhere, on),
      ];
    case 'warning': {
      const { important } = on.words.block;
      return [{ kind: 'edged', edge: 'important', label: important, blocks: blocksIn(on.say(block.text)) }];
    }
    case 'checklist':
      return [
        label(block.title === null ? on.words.block.checklist : on.say(block.title).text),
        {
          kind: 'items',
          marker: 'box',
          items: block.items.map(({ text }) => [paragraph(textOf(on.say(text)))]),
        },
      ];
    case 'question':
      return questionOf(block, given);
    case 'quiz':
      return [
        { kind: 'heading', level: 3, text: textOf(on.say(block.title)) },
        paragraph(`${words.block.quizNeeds(block.pass, block.questions.length)} ${words.block.answersLast}`),
        ...block.questions.flatMap((question) => questionOf(question, given)),
      ];
    case 'term':
      return [label(on.say(block.term).text), ...blocksIn(on.say(block.explanation))];
    case 'link': {
      const to = on.target(block.to);
      const said = on.say(block.text);
      return [paragraph(to === null ? textOf(said) : [{ ...said, to }])];
    }
    case 'reuse': {
      const found = on.reused(block);
      return found === null ? [] : blockOf(found.block, { on: found.on, copy });
    }
  }
}

function pictureOf(block: PictureBlock, { on, copy }: Given): readonly PdfBlock[] {
  const caption = block.caption === null ? null : on.say(block.caption);
  const verdict = block.verdict === null ? '' : `${on.words.block.verdict[block.verdict]}. `;
  const labels = block.highlights.map(({ label: text }) => (text === null ? '' : on.say(text).text));
  return [
    {
      kind: 'picture',
      name: block.media,
      alt: `${copy.words.block.picture}: ${on.say(block.alt).text}`,
      caption: [
        ...(verdict === '' ? [] : [{ text: verdict, bold: true as const }]),
        ...(caption === null ? [] : [caption]),
      ],
      marks: block.highlights.map(({ x, y, width, height }) => ({ x, y, width, height })),
    },
    ...(labels.some((text) => text !== '') ? [{ kind: 'list' as const, ordered: true, items: labels }] : []),
  ];
}

/** "Fråga 3. Får du läsa en väns akt?" */
export const questionTitle = (question: Question, { on, copy }: Given): PdfBlock =>
  label(`${copy.words.block.question(numberOf(copy, question))}. ${on.say(question.question).text}`);

const questionOf = (question: Question, given: Given): readonly PdfBlock[] => [
  questionTitle(question, given),
  {
    kind: 'items',
    marker: 'letter',
    items: question.options.map(({ text }) => [paragraph(textOf(given.on.say(text)))]),
  },
];
