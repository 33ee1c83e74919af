import { PARAMETER_TYPES, type JsonObject } from '../../../kernel/index.ts';
import type {
  EditorField,
  EditorInput,
  EditorList,
  EditorOption,
  EditorPlace,
  Starter,
  ToolWords,
} from './editor.ts';

/** Parts of which kinds build their editors, and the editors of what every kind has: local facts and legal basis. */

const w = (sv: string, en: string): ToolWords => ({ sv, en });

export const say = {
  new: w('Ny', 'New'),
  notChosen: w('Inte valt', 'Not chosen'),
  title: w('Rubrik', 'Title'),
  summary: w('Beskrivning', 'Description'),
  subject: w('Ämne', 'Subject'),
  text: w('Text', 'Text'),
  help: w('Hjälptext', 'Help text'),
  sort: w('Slag', 'Kind'),
  options: w('Svarsalternativ', 'Answer options'),
  option: w('Alternativ', 'Option'),
  newOption: w('Nytt alternativ', 'New option'),
  parameters: w('Lokala uppgifter', 'Local facts'),
  parameterName: w('Vad uppgiften kallas', 'What the fact is called'),
  default: w('Förslag till värde', 'Suggested value'),
  mustBeFilled: w('Måste fyllas i', 'Must be filled in'),
  legalBasis: w('Stöd i lag', 'Legal basis'),
  law: w('Lag', 'Law'),
  paragraph: w('Paragraf', 'Section'),
  meaning: w('Vad den säger', 'What it says'),
  url: w('Länk', 'Link'),
} as const;

const parameterTypes: Readonly<Record<string, ToolWords>> = {
  text: w('Text', 'Text'),
  number: w('Tal', 'Number'),
  distance: w('Avstånd i meter', 'Distance in metres'),
  money: w('Belopp i kronor', 'Amount in kronor'),
  duration: w('Tid i dagar', 'Time in days'),
  date: w('Datum', 'Date'),
  email: w('E-postadress', 'E-mail address'),
  phone: w('Telefonnummer', 'Telephone number'),
  url: w('Länk', 'Link'),
  choice: w('Val', 'Choice'),
  'yes-no': w('Ja eller nej', 'Yes or no'),
};

export const line = { type: 'localised', rows: 1 } as const;
export const prose = { type: 'localised', rows: 4 } as const;
export const number = { type: 'number' } as const;
export const plain = { type: 'text' } as const;
export const yesNo = { type: 'yes-no', absent: false } as const;
export const must = { required: true } as const;

export const field = (
  property: string,
  label: ToolWords,
  input: EditorInput,
  more: Partial<EditorField> = {},
): EditorField => ({ property, label, input, ...more });

export const optionsOf = (
  values: readonly string[],
  words: Readonly<Record<string, ToolWords>>,
): readonly EditorOption[] =>
  values.map((value) => ({ value, label: words[value] ?? { sv: value, en: value } }));

export const choice = (options: readonly EditorOption[], empty: ToolWords | null = null): EditorInput => ({
  type: 'choice',
  options,
  empty,
});

/** The only thing that a list begins with. */
export const starter = (
  element: (id: string, name: string, language: string) => JsonObject,
  title: ToolWords = say.new,
): readonly Starter[] => [{ id: 'new', title, element }];

export const list = (
  property: string,
  [title, nameOf]: readonly [ToolWords, ToolWords],
  starters: readonly Starter[],
  form: EditorList['form'] = 'pages',
): EditorList => ({ property, title, nameOf, starters, form });

export const optionList = list(
  'options',
  [say.options, say.newOption],
  starter((id, name, language) => ({ id, label: { [language]: name } })),
  'rows',
);

export const parameterList = list(
  'parameters',
  [say.parameters, say.parameterName],
  starter((id, name, language) => ({ id, type: 'text', label: { [language]: name } })),
);

export const legalBasisList = list(
  'legalBasis',
  [say.legalBasis, say.law],
  starter((id, name, language) => ({ id, law: { [language]: name } })),
);

export const counted: readonly string[] = ['number', 'distance', 'money', 'duration'];

export function parameterFields({ element }: EditorPlace): readonly EditorField[] {
  const { type } = element;
  const numeric = typeof type === 'string' && counted.includes(type);
  return [
    field('label', say.parameterName, line, must),
    field('help', say.help, prose),
    field('type', say.sort, choice(optionsOf(PARAMETER_TYPES, parameterTypes))),
    field('default', say.default, { type: 'value', numeric, yesNo: type === 'yes-no' }),
    field('required', say.mustBeFilled, { type: 'yes-no', absent: true }),
  ];
}

export const optionFields: readonly EditorField[] = [
  field('label', say.option, line, must),
  field('help', say.help, line),
];

export const legalBasisFields: readonly EditorField[] = [
  field('law', say.law, line, must),
  field('paragraph', say.paragraph, plain),
  field('text', say.meaning, prose),
  field('url', say.url, plain),
];
