import { joinPath } from '../../../kernel/index.ts';
import type { Block, Guide, InnerBlock, Question, Section, SlotBlock, Step } from './model.ts';

/** A block and where it stands. */
export type Placed = {
  readonly block: Block;
  readonly path: string;
  readonly step: Step;
  readonly section: Section;
};

/** Every block in reading order, what stands in a slot after the slot; hidden ones too. */
export function blocksOf(guide: Guide): readonly Placed[] {
  return guide.sections.flatMap((section) =>
    section.steps.flatMap((step) => {
      const place = ['sections', section.id, 'steps', step.id, 'blocks'];
      return step.blocks.flatMap((block): readonly Placed[] => {
        const at = [...place, block.id];
        const inner = block.type === 'slot' ? block.blocks : [];
        return [
          { block, path: joinPath(at), section, step },
          ...inner.map((one) => ({ block: one, path: joinPath([...at, 'blocks', one.id]), section, step })),
        ];
      });
    }),
  );
}

const shown = <T extends { readonly hidden: boolean }>(all: readonly T[]): readonly T[] =>
  all.filter(({ hidden }) => !hidden);

/** The guide as it is read: without what is hidden, and without blocks of which all is. */
export function asRead(guide: Guide): Guide {
  const sections = shown(guide.sections).map((section) => ({
    ...section,
    steps: shown(section.steps).map((step) => ({
      ...step,
      blocks: shown(step.blocks).flatMap((block): readonly Block[] =>
        block.type === 'slot' ? [slotAsRead(block)] : innerAsRead(block),
      ),
    })),
  }));
  return { ...guide, sections };
}

const slotAsRead = (slot: SlotBlock): SlotBlock => ({
  ...slot,
  blocks: shown(slot.blocks).flatMap(innerAsRead),
});

/** Whether answers are left to choose between, a right one among them. */
export function canBeAsked({ options }: Question): boolean {
  const left = shown(options);
  return left.length >= 2 && left.some(({ right }) => right);
}

const questionAsRead = <T extends Question>(question: T): T => ({
  ...question,
  options: shown(question.options),
});

function innerAsRead(block: InnerBlock): readonly InnerBlock[] {
  switch (block.type) {
    case 'actions':
    case 'checklist': {
      const items = shown(block.items);
      return items.length === 0 ? [] : [{ ...block, items }];
    }
    case 'picture':
      return [{ ...block, highlights: shown(block.highlights) }];
    case 'question':
      return canBeAsked(block) ? [questionAsRead(block)] : [];
    case 'quiz': {
      const questions = shown(block.questions).filter(canBeAsked).map(questionAsRead);
      const pass = Math.min(block.pass, questions.length);
      return questions.length === 0 ? [] : [{ ...block, pass, questions }];
    }
    case 'text':
    case 'heading':
    case 'film':
    case 'warning':
    case 'term':
    case 'file':
    case 'link':
    case 'reuse':
      return [block];
  }
}

/** The slots in sight that nobody has filled yet. */
export const openSlots = (guide: Guide): readonly (Placed & { readonly block: SlotBlock })[] =>
  blocksOf(asRead(guide)).flatMap((placed) => {
    const { block } = placed;
    return block.type === 'slot' && block.blocks.length === 0 ? [{ ...placed, block }] : [];
  });
