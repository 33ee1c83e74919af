import { isDay } from '../../../../kernel/dates/index.ts';
import { below, isProperties, say } from '../../../../kernel/reading/index.ts';
import type { PropertyReader } from '../../../../kernel/reading/index.ts';
import type { AnswerValue, Answers, Example, Settings } from '../model.ts';

/** Reads the samples that the service carries. Their answers are checked against the questions when they run. */
export function readExamples(root: PropertyReader): readonly Example[] {
  return root.elements('examples', 100, (reader, id) => {
    const today = reader.string('today');
    if (today !== null && !isDay(today)) {
      reader.reading.error(reader.at('today'), {
        sv: 'Här ska det stå ett datum som "2026-01-31".',
        en: 'There should be a date such as "2026-01-31" here.',
      });
    }
    const expect = reader.object('expect');
    const valid = expect === null || expect.raw('valid') === null || expect.flag('valid');
    const example: Example = {
      id,
      title: reader.text('title'),
      today: today !== null && isDay(today) ? today : null,
      settings: readSettings(reader.raw('settings')),
      answers: readAnswers(reader),
      expect: { pages: strings(expect, 'pages'), valid, issues: strings(expect, 'issues') },
    };
    expect?.finish();
    return example;
  });
}

function strings(reader: PropertyReader | null, key: string): readonly string[] | null {
  if (reader === null || reader.raw(key) === null) return null;
  return reader.list(key, 5000).filter((item) => typeof item === 'string');
}

/** The values that are single values; what is not is no value of a parameter. */
export function readSettings(value: unknown): Settings {
  if (!isProperties(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, setting]) =>
      typeof setting === 'string' || typeof setting === 'number' || typeof setting === 'boolean'
        ? [[key, setting]]
        : [],
    ),
  );
}

function readAnswers(reader: PropertyReader): Answers {
  const value = reader.raw('answers');
  if (value === null) return {};
  if (!isProperties(value)) {
    reader.reading.error(reader.at('answers'), say.notObject);
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, answer]) => {
      if (isAnswerValue(answer)) return [[key, answer]];
      reader.reading.error(below(reader.at('answers'), key), {
        sv: 'Så kan inget svar se ut. Skriv en text, ett tal, true eller false, en lista eller en adress.',
        en: 'No answer can look like this. Write a text, a number, true or false, a list or an address.',
      });
      return [];
    }),
  );
}

/** Whether a value has the form of an answer; whether it fits its question is another matter. */
export function isAnswerValue(value: unknown): value is AnswerValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return (
      items.every((item) => typeof item === 'string') ||
      items.every((item) => isFileAnswer(item)) ||
      items.every((item) => isRowAnswer(item))
    );
  }
  return (
    isProperties(value) &&
    typeof value['street'] === 'string' &&
    typeof value['postalCode'] === 'string' &&
    typeof value['town'] === 'string'
  );
}

function isFileAnswer(value: unknown): boolean {
  return (
    isProperties(value) &&
    ['id', 'name', 'type', 'hash'].every((key) => typeof value[key] === 'string') &&
    typeof value['size'] === 'number'
  );
}

function isRowAnswer(value: unknown): boolean {
  if (!isProperties(value) || typeof value['id'] !== 'string') return false;
  const { answers } = value;
  return isProperties(answers) && Object.values(answers).every((answer) => isAnswerValue(answer));
}

export function isAnswers(value: unknown): value is Answers {
  return isProperties(value) && Object.values(value).every((answer) => isAnswerValue(answer));
}
