import { parametersOf, publicSubjects, subjectNames } from '../../../kernel/index.ts';
import type { Definition } from '../../../kernel/index.ts';
import { editorParts as parts } from '../../commons/index.ts';
import type { EditorField, EditorInput, EditorOption, EditorPlace, ToolWords } from '../../commons/index.ts';
import { fileFormats, namingTypes, textPatterns } from '../definition/index.ts';
import type { FieldType } from '../definition/index.ts';
import { elementsIn, textIn, typeOf } from './parts.ts';
import { formatWord, outcomeWords, patternWords, say, stateWords } from './words.ts';

const { field, line, prose, number, plain, yesNo, must, optionsOf, choice } = parts;

function parametersFor(definition: Definition, wanted: readonly string[]): readonly EditorOption[] {
  return parametersOf(definition)
    .filter(({ type }) => wanted.includes(type))
    .map(({ id, label }) => ({
      value: id,
      label: { sv: label['sv'] ?? id, en: label['en'] ?? label['sv'] ?? id },
    }));
}

const count = (definition: Definition): EditorInput => ({
  type: 'limit',
  of: 'number',
  parameters: parametersFor(definition, parts.counted),
});
const days = (definition: Definition): EditorInput => ({
  type: 'limit',
  of: 'days',
  parameters: parametersFor(definition, ['duration', 'number']),
});
const day = (definition: Definition): EditorInput => ({
  type: 'limit',
  of: 'day',
  parameters: parametersFor(definition, ['date']),
});

const condition = (property: string, label: ToolWords): EditorField =>
  field(property, label, { type: 'condition' }, { help: say.conditionHelp });

const root = (definition: Definition): readonly EditorField[] => [
  field('title', say.name, line, must),
  field('task', say.task, line),
  field('summary', parts.say.summary, prose),
  field('subject', parts.say.subject, choice(optionsOf(publicSubjects, subjectNames), parts.say.notChosen)),
  field(
    'signIn',
    say.signIn,
    choice([
      { value: 'required', label: say.signInRequired },
      { value: 'optional', label: say.signInOptional },
    ]),
  ),
  field('casePrefix', say.casePrefix, plain),
  field(
    'concerns',
    say.concerns,
    { type: 'set', options: namingQuestions(definition) },
    { help: say.concernsHelp },
  ),
];

/** What a question of each type may be set to, beyond what all questions have. */
function ownSettings(type: FieldType, definition: Definition): readonly EditorField[] {
  const limits = [field('min', say.min, count(definition)), field('max', say.max, count(definition))];
  switch (type) {
    case 'short-text':
      return [
        field('maxLength', say.maxLength, number),
        field('pattern', say.pattern, choice(optionsOf(textPatterns, patternWords), say.anyForm)),
      ];
    case 'long-text':
      return [field('maxLength', say.maxLength, number), field('maxWords', say.maxWords, number)];
    case 'number':
      return [...limits, field('decimals', say.decimals, number), field('unit', say.unit, line)];
    case 'date':
      return [
        field('earliest', say.earliest, day(definition), { help: say.dayHelp }),
        field('latest', say.latest, day(definition), { help: say.dayHelp }),
      ];
    case 'choices':
      return limits;
    case 'personal-number':
      return [field('coordination', say.coordination, { type: 'yes-no', absent: true })];
    case 'address':
      return [field('abroad', say.abroad, yesNo)];
    case 'file':
      return [
        field('accept', say.accept, {
          type: 'set',
          options: fileFormats.map((value) => ({ value, label: formatWord(value) })),
        }),
        field('maxMegabytes', say.maxMegabytes, number),
        field('minFiles', say.minFiles, number),
        field('maxFiles', say.maxFiles, number),
      ];
    case 'group':
      return [...limits, field('itemTitle', say.itemTitle, line)];
    case 'yes-no':
    case 'choice':
    case 'email':
    case 'phone':
    case 'information':
    case 'unsupported':
      return [];
  }
}

function question({ element, definition }: EditorPlace): readonly EditorField[] {
  const type = typeOf(element);
  if (type === 'information')
    return [
      field('label', parts.say.title, line),
      field('text', parts.say.text, prose),
      condition('showIf', say.showIf),
    ];
  if (type === null || type === 'unsupported') return [field('label', parts.say.title, line)];
  return [
    field('label', say.question, line, must),
    field('help', parts.say.help, prose),
    field('required', say.required, yesNo),
    condition('showIf', say.showIf),
    ...ownSettings(type, definition),
    field('noun', say.noun, line),
  ];
}

function page({ element, definition }: EditorPlace): readonly EditorField[] {
  const options = elementsIn(definition['sections']).map((one) => ({
    value: one.id,
    label: { sv: textIn(one, 'title', 'sv') ?? one.id, en: textIn(one, 'title', 'en') ?? one.id },
  }));
  return [
    field('title', parts.say.title, line, must),
    field('text', say.pageText, prose),
    ...(element['type'] === 'check' ? [] : [condition('showIf', say.showIf)]),
    ...(options.length === 0 ? [] : [field('section', say.section, choice(options, parts.say.notChosen))]),
  ];
}

function check({ definition }: EditorPlace): readonly EditorField[] {
  return [
    field('message', say.message, line, must),
    field('if', say.refuseIf, { type: 'condition' }, must),
    field('field', say.atField, choice(questionsOf(definition), parts.say.notChosen)),
  ];
}

function namingQuestions(definition: Definition): readonly EditorOption[] {
  return questionsOf(definition, (type) => type !== null && namingTypes.includes(type));
}

function questionsOf(
  definition: Definition,
  wanted: (type: FieldType | null) => boolean = () => true,
): readonly EditorOption[] {
  return elementsIn(definition['pages'])
    .flatMap((one) => elementsIn(one['fields']))
    .filter((one) => wanted(typeOf(one)))
    .map((one) => ({
      value: one.id,
      label: { sv: textIn(one, 'label', 'sv') ?? one.id, en: textIn(one, 'label', 'en') ?? one.id },
    }));
}

const fixed: Readonly<Record<string, (at: EditorPlace) => readonly EditorField[]>> = {
  '': ({ definition }) => root(definition),
  pages: page,
  fields: question,
  options: () => parts.optionFields,
  checks: check,
  parameters: parts.parameterFields,
  before: () => [field('text', parts.say.text, line, must)],
  sections: () => [field('title', parts.say.title, line, must)],
  legalBasis: () => parts.legalBasisFields,
  process: ({ definition }) => [field('completionDays', say.completionDays, days(definition))],
  states: ({ definition }) => [
    field('title', say.stateName, line, must),
    field('kind', parts.say.sort, choice(optionsOf(Object.keys(stateWords), stateWords))),
    field('timeLimit', say.timeLimit, days(definition)),
    field('help', say.stateHelp, prose),
  ],
  decisions: () => [
    field('label', say.decisionName, line, must),
    field('outcome', say.outcome, choice(optionsOf(Object.keys(outcomeWords), outcomeWords))),
    field('text', say.decisionText, { type: 'localised', rows: 8 }),
  ],
  appeal: () => [field('text', parts.say.text, { type: 'localised', rows: 6 }, must)],
  others: () => [
    condition('showIf', say.otherAppealIf),
    field('text', parts.say.text, { type: 'localised', rows: 6 }, must),
  ],
  receipt: () => [field('text', parts.say.text, { type: 'localised', rows: 4 }, must)],
  examples: () => [
    field('title', say.exampleName, line),
    field('today', say.today, plain),
    field('settings', say.settings, { type: 'json' }),
    field('answers', say.answers, { type: 'json' }),
    field('expect', say.expect, { type: 'json' }),
  ],
};

/** The properties of one part of an e-service that a designer may set, in the order of the form. */
export const fieldsOf = (at: EditorPlace): readonly EditorField[] => fixed[at.slot]?.(at) ?? [];
