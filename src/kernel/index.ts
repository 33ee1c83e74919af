export { equal, isList, isObject, type Json, type JsonObject } from './json.ts';
export type { Path } from './path.ts';
export { joinPath, splitPath } from './path.ts';
export type { Definition, Element, Localised, Lock } from './definition.ts';
export { getDefinition, isDefinition, isElement, isElementList, isLocalised, LOCKS } from './definition.ts';
export type { KindRules } from './rules.ts';
export { defaultRules } from './rules.ts';
export { namesInText, type Reference } from './references.ts';
export { openDefinition } from './open.ts';
export {
  parseDefinition,
  SHAPE_LIMITS,
  validateShape,
  type Issue,
  type IssueKind,
  type ParsedDefinition,
  type ShapeLimits,
  type ShapeOptions,
} from './shape.ts';
export { describeIssue } from './issue-words.ts';
export { checkMigrations, definitionMigrations, migrateDefinition, type Migration } from './migrations.ts';
export { parseJsonText, type JsonFault, type ParsedText } from './json-text.ts';
export { normalise } from './normalise.ts';
export { renameElements } from './rename.ts';
export { canonical, canonicalJson, hash, hashJson, isHash, type Hash } from './canonical.ts';
export type { Change } from './change.ts';
export { diff } from './diff.ts';
export { apply, type ApplyFailure, type ApplyResult } from './apply.ts';
export type { Answer, Conflict, ConflictKind, Side, Suggestion, Take } from './conflict.ts';
export { answersFor, conflictKey } from './conflict.ts';
export { merge, resolve, type MergeInput, type MergeResult, type Resolution } from './merge/merge.ts';
export type { SidedChange } from './merge/report.ts';
export { decline, type Declined } from './decline.ts';
export { effectiveLocks, isAsTight, standingIn, type Locks } from './locks.ts';
export { isMarkdownSized } from './text/bounds.ts';
export { wordMarks, type SuggestionMark, type WordMark } from './text/words.ts';
export { suggestionMarks } from './text/wording.ts';
export { checkAdopterEdit, type AdopterEdit, type Violation } from './adopter.ts';
export { findText, pickText, type PickedText } from './localised.ts';
export { lentTranslations, staleTranslations, staleWordings, type StaleText } from './stale-texts.ts';
export { parametersOf, PARAMETER_TYPES, type Parameter, type ParameterType } from './parameters/parameter.ts';
export { checkValue, type ValueProblem } from './parameters/check.ts';
export {
  parameterValues,
  valuesInForce,
  type ParameterValue,
  type ValueOrigin,
  type ValueSources,
} from './parameters/values.ts';
export { fillIn, formatValue, type FilledText, type FillInput } from './parameters/fill-in.ts';
export { parseSettings, serialiseSettings, type Settings, type Values } from './settings.ts';
export { publicSubjects, subjectNames, subjects, type PublicSubject, type Subject } from './subjects.ts';
export { versionId, type VersionFacts } from './version.ts';
export { describe, describer, type DescribeOptions } from './describe/describe.ts';
export { defaultWords, type Language, type Noun, type Vocabulary } from './describe/words.ts';
export { applyReanchoring, reanchor, type Reanchoring } from './reanchor.ts';
