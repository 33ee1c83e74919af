import type { Option, Question } from '../definition/index.ts';

/** `a`, `b` and on, as options are marked on paper. */
export const letterOf = (question: Question, option: Option): string =>
  String.fromCodePoint('a'.charCodeAt(0) + question.options.indexOf(option));

export const rightOnes = ({ options }: Question): readonly Option[] => options.filter(({ right }) => right);
