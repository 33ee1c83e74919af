export { asRead, blocksOf, openSlots } from './blocks.ts';
export { blockTypes } from './read/blocks.ts';
export { readGuide } from './read/guide.ts';
export { targetKinds } from './read/targets.ts';
export { guideRules } from './rules.ts';
export { textsIn } from './lint.ts';
export { validateGuide } from './validate.ts';
export { guideWords } from './words.ts';
export type {
  Block,
  BlockType,
  FileBlock,
  FilmBlock,
  Guide,
  Highlight,
  InnerBlock,
  Item,
  Option,
  PictureBlock,
  Question,
  QuestionBlock,
  QuizBlock,
  ReuseBlock,
  Section,
  SlotBlock,
  Step,
  Target,
  TargetKind,
} from './model.ts';
