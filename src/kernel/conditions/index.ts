export { checkCondition } from './check.ts';
export { evaluate, holds } from './evaluate.ts';
export type { Environment, Row, Value } from './evaluate.ts';
export { functions } from './expression.ts';
export type {
  At,
  Bilingual,
  Comparison,
  ConditionIssue,
  Expression,
  FunctionName,
  Test,
} from './expression.ts';
export { inWords, statementInWords } from './in-words.ts';
export type { Language, Vocabulary } from './in-words.ts';
export { nearest } from './nearest.ts';
export { longestCondition, Names, parseCondition } from './parse.ts';
export type { Parsed } from './parse.ts';
export { printCondition, sameCondition } from './print.ts';
export { comparedTexts, references } from './references.ts';
export type { ComparedText, Reference } from './references.ts';
export { reserved } from './tokens.ts';
export type { Scope, ValueType } from './types.ts';
