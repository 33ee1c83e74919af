import type { z } from 'zod';
import type { Language } from '../platform/http/index.ts';
import { formatNumber } from '../platform/text/index.ts';

type RawIssue = z.core.$ZodRawIssue;
type Bound = { readonly limit: number; readonly inclusive: boolean };

/** What is wrong with a value, in plain words; the schema's own words are for programmers. */
const sv = {
  missing: 'Det här saknas.',
  number: 'Skriv ett tal med siffror, till exempel 2.',
  whole: 'Skriv ett helt tal med siffror, till exempel 2.',
  text: 'Skriv en text.',
  yesOrNo: 'Svara ja eller nej.',
  list: 'Skicka en lista.',
  object: 'Skicka ett objekt med namn och värden.',
  day: 'Skriv datumet som år, månad och dag, till exempel 2026-11-23.',
  time: 'Skriv tiden med datum och klockslag, till exempel 2026-11-23T09:00:00Z.',
  email: 'Skriv en hel e-postadress, till exempel namn@example.se.',
  address: 'Skriv en hel adress som börjar med https://.',
  identity: 'Skriv ett helt id.',
  form: 'Det är inte skrivet som det ska vara.',
  empty: 'Skriv något här.',
  short: (n: string) => `Skriv minst ${n} tecken.`,
  long: (n: string) => `Det är för långt. Skriv högst ${n} tecken.`,
  few: (n: string) => `Välj minst ${n}.`,
  many: (n: string) => `Välj högst ${n}.`,
  least: (n: string) => `Skriv ett tal som är ${n} eller mer.`,
  above: (n: string) => `Skriv ett tal som är större än ${n}.`,
  most: (n: string) => `Skriv ett tal som är ${n} eller mindre.`,
  below: (n: string) => `Skriv ett tal som är mindre än ${n}.`,
  step: (n: string) => `Skriv ett tal som går jämnt upp i ${n}.`,
  outside: 'Det är för stort eller för litet.',
  strange: (names: string) => `Ta bort det som inte hör hit: ${names}.`,
  choose: (options: string) => `Välj ett av de här: ${options}.`,
  other: 'Det här går inte att använda.',
};
type Words = typeof sv;

const en: Words = {
  missing: 'This is missing.',
  number: 'Write a number in digits, for example 2.',
  whole: 'Write a whole number in digits, for example 2.',
  text: 'Write a text.',
  yesOrNo: 'Answer yes or no.',
  list: 'Send a list.',
  object: 'Send an object with names and values.',
  day: 'Write the date as year, month and day, for example 2026-11-23.',
  time: 'Write the time with date and clock, for example 2026-11-23T09:00:00Z.',
  email: 'Write a whole e-mail address, for example name@example.se.',
  address: 'Write a whole address that begins with https://.',
  identity: 'Write a whole id.',
  form: 'It is not written as it should be.',
  empty: 'Write something here.',
  short: (n) => `Write at least ${n} characters.`,
  long: (n) => `This is too long. Write ${n} characters at most.`,
  few: (n) => `Choose at least ${n}.`,
  many: (n) => `Choose ${n} at most.`,
  least: (n) => `Write a number that is ${n} or more.`,
  above: (n) => `Write a number above ${n}.`,
  most: (n) => `Write a number that is ${n} or less.`,
  below: (n) => `Write a number below ${n}.`,
  step: (n) => `Write a number that ${n} goes into evenly.`,
  outside: 'This is too large or too small.',
  strange: (names) => `Remove what does not belong here: ${names}.`,
  choose: (options) => `Choose one of these: ${options}.`,
  other: 'This cannot be used.',
};

const wordsIn: Readonly<Record<Language, Words>> = { sv, en };

function wrongType(expected: string, input: unknown, words: Words): string {
  if (input === undefined || input === null || input === '') return words.missing;
  switch (expected) {
    case 'number':
    case 'bigint':
    case 'nan':
      return words.number;
    case 'int':
      return words.whole;
    case 'string':
      return words.text;
    case 'boolean':
      return words.yesOrNo;
    case 'date':
      return words.day;
    case 'array':
    case 'tuple':
    case 'set':
      return words.list;
    case 'object':
    case 'record':
    case 'map':
      return words.object;
    default:
      return words.other;
  }
}

function wrongFormat(format: string, words: Words): string {
  switch (format) {
    case 'date':
      return words.day;
    case 'datetime':
    case 'time':
      return words.time;
    case 'email':
      return words.email;
    case 'url':
      return words.address;
    case 'uuid':
    case 'guid':
      return words.identity;
    default:
      return words.form;
  }
}

function tooLittle(origin: string, { limit, inclusive }: Bound, language: Language): string {
  const words = wordsIn[language];
  const n = formatNumber(limit, language);
  switch (origin) {
    case 'string':
      return limit <= 1 ? words.empty : words.short(n);
    case 'number':
    case 'int':
    case 'bigint':
      if (limit === Number.MIN_SAFE_INTEGER) return words.outside;
      return inclusive ? words.least(n) : words.above(n);
    case 'array':
    case 'set':
      return words.few(n);
    default:
      return words.outside;
  }
}

function tooMuch(origin: string, { limit, inclusive }: Bound, language: Language): string {
  const words = wordsIn[language];
  const n = formatNumber(limit, language);
  switch (origin) {
    case 'string':
      return words.long(n);
    case 'number':
    case 'int':
    case 'bigint':
      if (limit === Number.MAX_SAFE_INTEGER) return words.outside;
      return inclusive ? words.most(n) : words.below(n);
    case 'array':
    case 'set':
      return words.many(n);
    default:
      return words.outside;
  }
}

/** What is wrong and what to do about it, for whatever a schema of zod can find. */
export function issueWords(issue: RawIssue, language: Language): string {
  const words = wordsIn[language];
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, issue.input, words);
    case 'invalid_format':
      return wrongFormat(issue.format, words);
    case 'too_small':
      return tooLittle(
        issue.origin,
        { limit: Number(issue.minimum), inclusive: issue.inclusive ?? true },
        language,
      );
    case 'too_big':
      return tooMuch(
        issue.origin,
        { limit: Number(issue.maximum), inclusive: issue.inclusive ?? true },
        language,
      );
    case 'not_multiple_of':
      return words.step(formatNumber(issue.divisor, language));
    case 'unrecognized_keys':
      return words.strange(issue.keys.join(', '));
    case 'invalid_value':
      return issue.input === undefined ? words.missing : words.choose(issue.values.map(String).join(', '));
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return issue.input === undefined ? words.missing : words.other;
  }
}
