export { readEService, validateEService } from './read/e-service.ts';
export { namingTypes } from './read/concerns.ts';
export { acceptAttribute, endingsOf } from './answers/file-types.ts';
export type { Situation } from './answers/check-answer.ts';
export { fileInputs, noFileQuestion, refusedFiles } from './file-inputs.ts';
export type { FileInputs } from './file-inputs.ts';
export { inputName, rowsName, shownName } from './answers/names.ts';
export type { SubmittedForm } from './answers/names.ts';
export { textOf } from './answers/text.ts';
export { rawPage, readPage, readTypedPage } from './read-page.ts';
export { conditionInWords, eServiceRules, eServiceWords } from './rules.ts';
export { runExamples } from './run-examples.ts';
export { fillDecision, fillMarked, fillText, processFor } from './fill.ts';
export { lengthOf } from './length.ts';
export { freezeAnswers, freezeConcerns, presentAnswers } from './present.ts';
export { holdsAfter, pageAfter, pageBefore, pageOf, rowsOf, walk } from './walk.ts';
export type { AnswerIssue, Way, WayField, WayPage, WayRow } from './walk.ts';
export { fileFormats, standardFormats, textPatterns } from './model.ts';
export type {
  AnswerValue,
  Answers,
  EService,
  Field,
  FieldType,
  FileAnswer,
  FileFormat,
  Group,
  Localised,
  Option,
  Page,
  RowAnswer,
  RowField,
  Settings,
  TextPattern,
} from './model.ts';
