import { isDefinition, isLock, type Definition } from './definition.ts';
import { asText, isList, isObject } from './json.ts';
import { definitionMigrations, type Migration } from './migrations.ts';
import { escapePart, appendPath, type Path } from './path.ts';
import { defaultRules, type KindRules } from './rules.ts';

/** What is wrong with the shape of a definition. */
export type IssueKind =
  | 'not-an-object'
  | 'unknown-format'
  | 'newer-format'
  | 'missing-text'
  | 'bad-languages'
  | 'bad-title'
  | 'missing-id'
  | 'bad-id'
  | 'duplicate-id'
  | 'forbidden-name'
  | 'not-json'
  | 'broken-text'
  | 'bad-lock'
  | 'bad-hidden'
  | 'too-deep'
  | 'too-large';

export type Issue = {
  readonly kind: IssueKind;
  readonly path: Path;
  /** The offending word: an id, a name, a format. */
  readonly word?: string;
};

export type ShapeLimits = {
  readonly depth: number;
  /** Values of any kind in all. */
  readonly values: number;
  /** Characters in one text. */
  readonly text: number;
  /** Issues after which looking stops. */
  readonly issues: number;
};

export const SHAPE_LIMITS: ShapeLimits = { depth: 64, values: 1_000_000, text: 1_000_000, issues: 100 };

export type ShapeOptions = {
  readonly rules?: KindRules;
  readonly limits?: ShapeLimits;
  readonly migrations?: readonly Migration[];
};

/** Names that reach into the prototype of objects in the language that this is written in. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const LANGUAGE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/;
const ID = /^(?!\s)[^\p{Cc}]{1,200}(?<!\s)$/u;

/** Everything that is wrong with a value as a definition of the present format, each with its path; empty when nothing is. */
export function validateShape(value: unknown, options: ShapeOptions = {}): readonly Issue[] {
  if (!isObject(value)) return [{ kind: 'not-an-object', path: '' }];
  const { rules = defaultRules, limits = SHAPE_LIMITS, migrations = definitionMigrations } = options;
  const survey: Survey = { rules, limits, issues: [], ids: new Map(), values: 0 };
  checkHead(value, migrations.length, survey.issues);
  visitObject(value, '', 1, survey);
  return survey.issues.slice(0, limits.issues);
}

export type ParsedDefinition =
  | { readonly ok: true; readonly definition: Definition }
  | {
      readonly ok: false;
      readonly failure: { readonly kind: 'malformed'; readonly issues: readonly Issue[] };
    };

/** A value as a definition, or everything that is wrong with its shape. */
export function parseDefinition(value: unknown, options: ShapeOptions = {}): ParsedDefinition {
  const issues = validateShape(value, options);
  if (issues.length === 0 && isDefinition(value)) return { ok: true, definition: value };
  return { ok: false, failure: { kind: 'malformed', issues } };
}

function checkHead(value: Readonly<Record<string, unknown>>, current: number, issues: Issue[]): void {
  const { kommons, languages, title } = value;
  const version = typeof kommons === 'string' ? /^definition\/([1-9]\d{0,3})$/.exec(kommons)?.[1] : undefined;
  const word = asText(kommons);
  if (version === undefined) issues.push({ kind: 'unknown-format', path: 'kommons', word });
  else if (Number(version) > current) issues.push({ kind: 'newer-format', path: 'kommons', word });
  for (const name of ['kind', 'id']) {
    const text = value[name];
    if (typeof text !== 'string' || text.trim() === '')
      issues.push({ kind: 'missing-text', path: name, word: name });
  }
  const listed = isList(languages) ? languages : [];
  const isWell = listed.every((language) => typeof language === 'string' && LANGUAGE.test(language));
  if (listed.length === 0 || !isWell || new Set(listed).size !== listed.length) {
    issues.push({ kind: 'bad-languages', path: 'languages' });
  }
  if (!isTitle(title, listed)) issues.push({ kind: 'bad-title', path: 'title' });
}

function isTitle(title: unknown, languages: readonly unknown[]): boolean {
  if (!isObject(title)) return false;
  const entries = Object.entries(title);
  return (
    entries.length > 0 && entries.every(([key, text]) => languages.includes(key) && typeof text === 'string')
  );
}

type Survey = {
  readonly rules: KindRules;
  readonly limits: ShapeLimits;
  readonly issues: Issue[];
  /** Where each id was first seen. */
  readonly ids: Map<string, Path>;
  values: number;
};

function isSpent({ issues, limits, values }: Survey): boolean {
  return issues.length >= limits.issues || values > limits.values;
}

function visit(value: unknown, path: Path, depth: number, survey: Survey): void {
  survey.values += 1;
  if (survey.values === survey.limits.values + 1) survey.issues.push({ kind: 'too-large', path });
  if (isSpent(survey)) return;
  if (depth > survey.limits.depth) survey.issues.push({ kind: 'too-deep', path });
  else if (isList(value)) visitList(value, path, depth, survey);
  else if (isObject(value)) visitObject(value, path, depth, survey);
  else visitScalar(value, path, survey);
}

function visitScalar(value: unknown, path: Path, { issues, limits }: Survey): void {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) issues.push({ kind: 'broken-text', path });
      if (value.length > limits.text) issues.push({ kind: 'too-large', path });
      return;
    case 'number':
      if (!Number.isFinite(value)) issues.push({ kind: 'not-json', path });
      return;
    case 'boolean':
      return;
    case 'object':
      return;
    case 'bigint':
    case 'function':
    case 'symbol':
    case 'undefined':
      issues.push({ kind: 'not-json', path });
  }
}

function visitObject(
  object: Readonly<Record<string, unknown>>,
  path: Path,
  depth: number,
  survey: Survey,
): void {
  const { lock, hidden } = object;
  if (lock !== undefined && lock !== null && !isLock(lock)) {
    survey.issues.push({ kind: 'bad-lock', path: appendPath(path, 'lock'), word: asText(lock) });
  }
  if (hidden !== undefined && hidden !== null && typeof hidden !== 'boolean') {
    survey.issues.push({ kind: 'bad-hidden', path: appendPath(path, 'hidden'), word: asText(hidden) });
  }
  for (const [key, value] of Object.entries(object)) {
    const inner = appendPath(path, escapePart(key));
    if (FORBIDDEN.has(key)) survey.issues.push({ kind: 'forbidden-name', path: inner, word: key });
    else if (survey.rules.opaque.has(key)) visitOpaque(value, inner, depth + 1, survey);
    else visit(value, inner, depth + 1, survey);
    if (isSpent(survey)) return;
  }
}

/** A list holds elements, each with an id that no other in the definition has, or plain values. */
function visitList(list: readonly unknown[], path: Path, depth: number, survey: Survey): void {
  const holdsObjects = list.some(isObject);
  for (const [index, item] of list.entries()) {
    const id = isObject(item) ? item['id'] : undefined;
    const inner = appendPath(path, escapePart(typeof id === 'string' && id !== '' ? id : String(index)));
    if (holdsObjects) checkId(id, inner, survey);
    visit(item, inner, depth + 1, survey);
    if (isSpent(survey)) return;
  }
}

function checkId(id: unknown, path: Path, { ids, issues }: Survey): void {
  if (id === undefined || id === null || id === '') issues.push({ kind: 'missing-id', path });
  else if (typeof id !== 'string' || !ID.test(id) || !id.isWellFormed())
    issues.push({ kind: 'bad-id', path, word: asText(id) });
  else if (ids.has(id)) issues.push({ kind: 'duplicate-id', path, word: id });
  else ids.set(id, path);
}

/** Foreign data is kept as it came, within the limits; only what could not be hashed or read safely is refused. */
function visitOpaque(value: unknown, path: Path, depth: number, survey: Survey): void {
  survey.values += 1;
  if (survey.values === survey.limits.values + 1) survey.issues.push({ kind: 'too-large', path });
  if (isSpent(survey)) return;
  if (depth > survey.limits.depth) survey.issues.push({ kind: 'too-deep', path });
  else if (isList(value)) {
    for (const [index, item] of value.entries())
      visitOpaque(item, appendPath(path, String(index)), depth + 1, survey);
  } else if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      const place = appendPath(path, escapePart(key));
      if (key === '__proto__') survey.issues.push({ kind: 'forbidden-name', path: place, word: key });
      else visitOpaque(inner, place, depth + 1, survey);
    }
  } else visitScalar(value, path, survey);
}
