export { isAnswers } from './read/examples.ts';
export { readEService, validateEService } from './read/e-service.ts';
export type { ReadEService } from './read/e-service.ts';
export { acceptAttribute } from './answers/file-types.ts';
export { isEmpty } from './answers/check-answer.ts';
export type { Situation } from './answers/check-answer.ts';
export { inputName, rowsName, shownName } from './answers/names.ts';
export type { SubmittedForm } from './answers/names.ts';
export { personalNumberText, readPersonalNumber } from './answers/personal-number.ts';
export { textOf } from './answers/text.ts';
export { rawPage, readPage, readTypedPage } from './read-page.ts';
export type { PageSubmission, ReadPage } from './read-page.ts';
export { conditionInWords, eServiceRules, eServiceWords } from './rules.ts';
export { runExamples } from './run-examples.ts';
export type { ExampleResult } from './run-examples.ts';
export { fillDecision, fillText, processFor } from './fill.ts';
export type { ResolvedProcess } from './fill.ts';
export { presentAnswers } from './present.ts';
export type { AnswerRow, AnswerSection } from './present.ts';
export { pageAfter, pageBefore, pageOf, rowsOf, walk } from './walk.ts';
export type { AnswerIssue, Way, WayField, WayPage, WayRow } from './walk.ts';
export { fileFormats, subjects, textPatterns } from './model.ts';
export type {
  AddressAnswer,
  AnswerValue,
  Answers,
  Bilingual,
  Check,
  Condition,
  Decision,
  EService,
  Example,
  Field,
  FieldType,
  FileAnswer,
  FileFormat,
  Group,
  Issue,
  LegalBasis,
  Localised,
  Option,
  Outcome,
  Page,
  Process,
  ProcessState,
  RowAnswer,
  RowField,
  Settings,
  Section,
  Subject,
  TextElement,
  TextPattern,
} from './model.ts';
