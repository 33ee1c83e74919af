import type { PdfBlock, PdfDocument, PdfText } from '../../../../platform/pdf/index.ts';
import { runsOf, edgeLabel } from '../../pages/reading/blocks/runs.ts';
import { nameIn } from '../../routes/common-view.ts';
import type { Copy, CopyStep } from '../copy.ts';
import { letterOf, rightOnes } from '../options.ts';
import { blockOf, questionTitle, textOf } from './block.ts';
import { blocksIn } from './markdown.ts';

/** The whole guide as a document, which names its pictures by their hashes. */
export function documentOf(copy: Copy): PdfDocument {
  const { about, words, scene, summary } = copy;
  const { now, language } = scene.context;
  return {
    title: copy.title.text,
    language,
    sender: nameIn(scene, scene.shown.organisation),
    reference: copy.title.text,
    foot: words.about.foot(about.version, about.day),
    contents: scene.words.guide.contents,
    date: new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate())),
    blocks: [
      ...(summary === null ? [] : [{ kind: 'paragraph' as const, text: textOf(summary) }]),
      { kind: 'facts', rows: about.rows.map(({ term, value }) => ({ term, value: addressed(value) })) },
      ...copy.sections.flatMap((section): readonly PdfBlock[] => [
        { kind: 'new-page' },
        { kind: 'heading', level: 1, text: textOf(section.title) },
        ...(section.summary === null ? [] : [{ kind: 'paragraph' as const, text: textOf(section.summary) }]),
        ...section.steps.flatMap((step) => stepOf(step, copy)),
      ]),
      ...answersOf(copy),
      ...lawOf(copy),
    ],
  };
}

const addressed = (value: string): PdfText => (/^https?:/.test(value) ? [{ text: value, to: value }] : value);

const stepOf = (step: CopyStep, copy: Copy): readonly PdfBlock[] => [
  { kind: 'heading', level: 2, text: textOf(step.title) },
  ...runsOf(step.views).flatMap((run): readonly PdfBlock[] => {
    const blocks = run.views.flatMap(({ block }): readonly PdfBlock[] => {
      if (block.type !== 'slot') return blockOf(block, { on: step.on, copy });
      const inner = block.blocks.flatMap((one) => blockOf(one, { on: step.on, copy }));
      return inner.length === 0
        ? []
        : [{ kind: 'heading', level: 3, text: textOf(step.on.say(block.title)) }, ...inner];
    });
    const label = edgeLabel(run, step.on);
    return label === null || blocks.length === 0 ? blocks : [{ kind: 'edged', edge: 'local', label, blocks }];
  }),
];

function answersOf(copy: Copy): readonly PdfBlock[] {
  if (copy.asked.length === 0) return [];
  return [
    { kind: 'new-page' },
    { kind: 'heading', level: 1, text: copy.words.answers },
    ...copy.asked.flatMap(({ question, on }): readonly PdfBlock[] => [
      questionTitle(question, { on, copy }),
      ...rightOnes(question).flatMap((option): readonly PdfBlock[] => [
        { kind: 'paragraph', text: `${letterOf(question, option)}) ${on.say(option.text).text}` },
        ...(option.feedback === null ? [] : blocksIn(on.say(option.feedback))),
      ]),
    ]),
  ];
}

const lawOf = ({ about, scene }: Copy): readonly PdfBlock[] =>
  about.law.length === 0
    ? []
    : [
        { kind: 'heading', level: 1, text: scene.words.guide.law },
        { kind: 'facts', rows: about.law },
      ];
