import {
  comparedTexts,
  Names,
  parseCondition,
  references,
  statementInWords,
} from '../../../kernel/conditions/index.ts';
import type { Expression, Language } from '../../../kernel/conditions/index.ts';
import { defaultRules, namesInText } from '../../../kernel/index.ts';
import type { Definition, KindRules, Noun, Reference, Vocabulary } from '../../../kernel/index.ts';
import { below, idOf, isProperties } from '../../../kernel/reading/index.ts';
import { textOf } from './answers/text.ts';
import { namesIn } from './read/ids.ts';

const conditionProperties: ReadonlySet<string> = new Set(['showIf', 'if']);

/**
 * What the merge needs to know of e-services. Settings, which an adopter may change where the lock is `settings`, are
 * what leaves the service asking for the same things: help and wording of messages, sizes, limits, time and roles.
 * Not among them: what is asked, in what words, of whom, and whether it must be answered.
 */
export const eServiceRules: KindRules = {
  ...defaultRules,
  sets: new Set([...defaultRules.sets, 'accept', 'concerns']),
  conditions: conditionProperties,
  settings: new Set([
    'help', 'noun', 'maxLength', 'maxWords', 'min', 'max', 'minFiles', 'maxFiles', 'maxMegabytes', 'accept', 'earliest',
    'latest', 'unit', 'timeLimit', 'completionDays', 'role', 'casePrefix', 'default', 'itemTitle',
  ]), // prettier-ignore
  keyed: new Set(['answers', 'settings', 'expect', 'concerns']),
  references: referencesIn,
};

type Found = Reference[];

/**
 * Every place that names something else: conditions name questions, parameters and options, texts and limits name
 * parameters, checks name the question that they stand at. Works on any definition, finished or not.
 */
function referencesIn(definition: Definition): readonly Reference[] {
  const names = new Names(namesIn(definition));
  const languages = new Set(definition.languages);
  const found: Found = [];
  const visit = (value: unknown, element: string, property: string): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item, idOf(item) ?? element, '');
      return;
    }
    if (!isProperties(value)) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'source') continue;
      const place = { element, property: below(property, key) };
      const targets =
        element === '' && key === 'concerns' && Array.isArray(inner)
          ? inner.filter((target) => typeof target === 'string')
          : targetsOf(key, inner, { names, languages, inside: property });
      found.push(...targets.map((target) => ({ ...place, target })));
      if (typeof inner === 'object') visit(inner, element, below(property, key));
    }
  };
  visit(definition, '', '');
  return found;
}

type Around = {
  readonly names: Names;
  readonly languages: ReadonlySet<string>;
  /** The property path above. */
  readonly inside: string;
};

function targetsOf(key: string, value: unknown, { names, languages, inside }: Around): readonly string[] {
  if (typeof value !== 'string') return [];
  if (conditionProperties.has(key)) return targetsOfCondition(value, names);
  if (key === 'parameter' || (key === 'field' && inside === '') || (key === 'section' && inside === ''))
    return [value];
  return languages.has(key) && inside !== '' ? [...new Set(namesInText(value))] : [];
}

function targetsOfCondition(text: string, names: Names): readonly string[] {
  const parsed = parseCondition(text, names);
  if (!parsed.ok) return [];
  const named = references(parsed.expression).flatMap(({ name, member }) => [
    name,
    ...(member === undefined ? [] : [member]),
  ]);
  const options = comparedTexts(parsed.expression).map((compared) => compared.text);
  return [...new Set([...named, ...options])];
}

function noun(sv: string, svDefinite: string, svGender: 'en' | 'ett', en: string): Noun {
  return { sv, svDefinite, svGender, en };
}

/** The words of designers and readers for the parts of an e-service. */
export const eServiceWords: Vocabulary = {
  elements: {
    '': noun('e-tjänst', 'e-tjänsten', 'en', 'e-service'),
    pages: noun('sida', 'sidan', 'en', 'page'),
    fields: noun('fråga', 'frågan', 'en', 'question'),
    'fields:information': noun('informationstext', 'informationstexten', 'en', 'information text'),
    'fields:group': noun(
      'upprepad frågegrupp',
      'den upprepade frågegruppen',
      'en',
      'repeating group of questions',
    ),
    'fields:file': noun('bilaga', 'bilagan', 'en', 'attachment'),
    'fields:unsupported': noun('okänd del', 'den okända delen', 'en', 'unknown part'),
    options: noun('svarsalternativ', 'svarsalternativet', 'ett', 'answer option'),
    parameters: noun('lokal uppgift', 'den lokala uppgiften', 'en', 'local fact'),
    states: noun('steg i ärendet', 'steget i ärendet', 'ett', 'step of the case'),
    decisions: noun('beslut', 'beslutet', 'ett', 'decision'),
    legalBasis: noun('lagrum', 'lagrummet', 'ett', 'legal basis'),
    before: noun('punkt att veta innan', 'punkten att veta innan', 'en', 'point to know before'),
    checks: noun('kontroll', 'kontrollen', 'en', 'check'),
    sections: noun('avsnitt', 'avsnittet', 'ett', 'section'),
    examples: noun('exempel', 'exemplet', 'ett', 'sample'),
    others: noun('annan väg att överklaga', 'den andra vägen att överklaga', 'en', 'other way to appeal'),
  },
  properties: {
    task: noun('namn som uppgift', 'namnet som uppgift', 'ett', 'name as a task'),
    noun: noun('benämning i meddelanden', 'benämningen i meddelanden', 'en', 'name in messages'),
    signIn: noun('krav på inloggning', 'kravet på inloggning', 'ett', 'sign-in rule'),
    casePrefix: noun(
      'början på ärendenumret',
      'början på ärendenumret',
      'en',
      'beginning of the case number',
    ),
    concerns: noun(
      'vem eller vad ärendet gäller',
      'vem eller vad ärendet gäller',
      'en',
      'whom or what the case concerns',
    ),
    showIf: noun('villkor', 'villkoret', 'ett', 'condition'),
    if: noun('villkor', 'villkoret', 'ett', 'condition'),
    maxWords: noun('högsta antal ord', 'det högsta antalet ord', 'ett', 'greatest number of words'),
    pattern: noun('form på svaret', 'formen på svaret', 'en', 'form of the answer'),
    decimals: noun('antal decimaler', 'antalet decimaler', 'ett', 'number of decimals'),
    unit: noun('enhet', 'enheten', 'en', 'unit'),
    earliest: noun('tidigaste dag', 'den tidigaste dagen', 'en', 'earliest day'),
    latest: noun('senaste dag', 'den senaste dagen', 'en', 'latest day'),
    accept: {
      ...noun('tillåtna filtyper', 'de tillåtna filtyperna', 'en', 'accepted file types'),
      plural: true,
    },
    minFiles: noun('minsta antal filer', 'det minsta antalet filer', 'ett', 'least number of files'),
    maxFiles: noun('högsta antal filer', 'det högsta antalet filer', 'ett', 'greatest number of files'),
    maxMegabytes: noun('största filstorlek', 'den största filstorleken', 'en', 'greatest file size'),
    itemTitle: noun('namn på raden', 'namnet på raden', 'ett', 'name of the row'),
    abroad: noun('utländsk adress', 'utländsk adress', 'en', 'address abroad'),
    section: noun('avsnitt', 'avsnittet', 'ett', 'section'),
    kind: noun('slag', 'slaget', 'ett', 'kind'),
    outcome: noun('utfall', 'utfallet', 'ett', 'outcome'),
    completionDays: noun('tid för komplettering', 'tiden för komplettering', 'en', 'time for completion'),
    appeal: noun('text om att överklaga', 'texten om att överklaga', 'en', 'text on how to appeal'),
    receipt: noun('kvittotext', 'kvittotexten', 'en', 'receipt text'),
    law: noun('lag', 'lagen', 'en', 'law'),
    answers: { ...noun('svar', 'svaren', 'ett', 'answers'), plural: true },
    expect: noun('förväntat utfall', 'det förväntade utfallet', 'ett', 'expected outcome'),
    field: noun('fråga', 'frågan', 'en', 'question'),
    parameter: noun('lokal uppgift', 'den lokala uppgiften', 'en', 'local fact'),
    settings: { ...noun('lokala uppgifter', 'de lokala uppgifterna', 'en', 'local facts'), plural: true },
  },
  entries: {
    answers: { ...noun('svar', 'svaret', 'ett', 'answer'), svOf: 'på', enOf: 'to' },
    settings: { ...noun('värde', 'värdet', 'ett', 'value'), svOf: 'för', enOf: 'of' },
  },
};

type Labels = ReadonlyMap<string, Readonly<Record<string, string>>>;
const labels = new WeakMap<Definition, Labels>();

function labelsOf(definition: Definition): Labels {
  const known = labels.get(definition);
  if (known !== undefined) return known;
  const found = new Map<string, Readonly<Record<string, string>>>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    else if (isProperties(value)) {
      const id = idOf(value);
      const { label } = value;
      if (id !== undefined && isProperties(label)) found.set(id, textsOf(label));
      for (const [key, inner] of Object.entries(value)) if (key !== 'source') visit(inner);
    }
  };
  visit(definition);
  labels.set(definition, found);
  return found;
}

function textsOf(value: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([language, text]): [string, string][] =>
      typeof text === 'string' ? [[language, text]] : [],
    ),
  );
}

/**
 * A condition of a definition in the reader's words ("”Sökande” är ”Företag”"); undefined where it cannot be read, or
 * asks for what is not there.
 */
export function conditionInWords(
  condition: string,
  definition: Definition,
  language: Language,
): string | undefined {
  const names = namesIn(definition);
  const parsed = parseCondition(condition, names);
  if (!parsed.ok) return undefined;
  const there = new Set(names);
  return references(parsed.expression).every(({ name }) => there.has(name))
    ? inWordsOf(parsed.expression, definition, language)
    : undefined;
}

function inWordsOf(expression: Expression, definition: Definition, language: Language): string {
  const known = labelsOf(definition);
  const labelOf = (id: string): string | undefined => {
    const text = known.get(id);
    return text === undefined ? undefined : textOf(text, language);
  };
  const vocabulary = { name: labelOf, option: (_name: string, option: string) => labelOf(option) };
  return statementInWords(expression, vocabulary, language);
}
