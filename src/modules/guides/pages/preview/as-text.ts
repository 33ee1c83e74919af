import { pickText } from '../../../../kernel/index.ts';
import type { Language } from '../../../../platform/http/index.ts';
import type { Block, Guide, InnerBlock, Question } from '../../definition/index.ts';
import { texts } from '../../texts/index.ts';

type Localised = Guide['title'];
type Written = Extract<InnerBlock, { type: 'text' }>;

/**
 * How blocks that are met with eyes, ears or answers read as text: for those who read a version through before it is
 * anybody's, when there is nobody to answer and no files are served.
 */
export function asText(language: Language, languages: readonly string[]): (block: Block) => Block {
  const words = texts(language).preview;
  const line = (text: Localised): string => pickText(text, language, languages);
  const written = ({ id, hidden, tasks }: Block, ...paragraphs: readonly string[]): Written => ({
    id,
    hidden,
    tasks,
    type: 'text',
    text: { [language]: paragraphs.filter((text) => text !== '').join('\n\n') },
  });
  const asked = ({ question, options }: Question): string => {
    const answers = options.map(({ text, right, feedback }) =>
      [`- ${line(text)}`, right ? `**${words.right}**` : '', feedback === null ? '' : line(feedback)]
        .filter((part) => part !== '')
        .join(' '),
    );
    return `**${line(question)}**\n\n${answers.join('\n')}`;
  };
  const inner = (block: InnerBlock): InnerBlock => {
    switch (block.type) {
      case 'picture':
        return written(block, `*${words.picture}: ${line(block.alt)}*`, line(block.caption ?? {}));
      case 'film':
        return written(block, `*${words.film}: ${line(block.title)}*`, line(block.transcript ?? {}));
      case 'file':
        return written(block, `${words.file}: ${line(block.title)} (${block.name})`);
      case 'question':
        return written(block, asked(block));
      case 'quiz':
        return written(
          block,
          `**${line(block.title)}**`,
          words.pass(block.pass),
          ...block.questions.map(asked),
        );
      case 'reuse':
        return written(block, `*${words.reused(block.block, block.work)}*`);
      case 'text':
      case 'heading':
      case 'actions':
      case 'warning':
      case 'checklist':
      case 'term':
      case 'link':
        return block;
    }
  };
  return (block) => {
    if (block.type !== 'slot') return inner(block);
    const prompt = written({ ...block, id: `${block.id}-tom` }, `*${words.empty}*`, line(block.prompt ?? {}));
    return { ...block, blocks: block.blocks.length === 0 ? [prompt] : block.blocks.map(inner) };
  };
}
