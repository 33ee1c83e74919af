import type {
  AddressAnswer, AnswerValue, Bilingual, Choices, DateQuestion, FileAnswer, FileQuestion, NumberQuestion, RowField, Settings,
  ValueOrParameter,
} from '../model.ts'; // prettier-ignore
import { isDay } from '../../../../kernel/dates/index.ts';
import { isEmail, readPhone } from './contact.ts';
import { isAccepted } from './file-types.ts';
import { postalCode, readPattern } from './patterns.ts';
import { readPersonalNumber } from './personal-number.ts';
import * as say from './say.ts';
import { both, subjectOf } from './text.ts';
import type { Subject } from './text.ts';

/** What stands fixed while a way is walked. */
export type Situation = {
  readonly settings: Settings;
  /** As `2026-01-31`, in Europe/Stockholm. */
  readonly today: string;
};

/** What is wrong with one answer. */
export type Fault = {
  readonly kind: 'missing' | 'wrong';
  readonly message: Bilingual;
  /** The part of the question that it is about: the year of a date, the town of an address. */
  readonly part?: 'day' | 'month' | 'year' | 'street' | 'postalCode' | 'town';
  /** The id of the file that is refused. */
  readonly file?: string;
};

export const addressParts = ['street', 'postalCode', 'town'] as const;

/** Whether nothing has been answered. */
export function isEmpty(value: AnswerValue | undefined): value is null | undefined {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isAddress(value) && addressParts.every((part) => value[part] === '');
}

export function isAddress(value: AnswerValue | undefined): value is AddressAnswer {
  return typeof value === 'object' && value !== null && 'street' in value;
}

export function isFiles(value: AnswerValue | undefined): value is readonly FileAnswer[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'object' && 'hash' in item);
}

export function isChoices(value: AnswerValue | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

export function limitOf(limit: ValueOrParameter<number> | null, settings: Settings): number | null {
  const value = typeof limit === 'object' && limit !== null ? settings[limit.parameter] : limit;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** Everything that is wrong with the answer to a question that the person has come to. Empty when it will do. */
export function checkAnswer(
  field: RowField,
  value: AnswerValue | undefined,
  situation: Situation,
): readonly Fault[] {
  if (field.type === 'information' || field.type === 'unsupported') return [];
  const subject = subjectOf(field);
  if (isEmpty(value)) {
    const needed = field.required || (field.type === 'file' && field.minFiles > 0);
    return needed ? [{ kind: 'missing', message: missingMessage(field, subject) }] : [];
  }
  return checkGiven(field, value, { subject, situation }) ?? [wrong(missingMessage(field, subject))];
}

function wrong(message: Bilingual): Fault {
  return { kind: 'wrong', message };
}

function missingMessage(field: RowField, subject: Subject): Bilingual {
  switch (field.type) {
    case 'yes-no':
    case 'choice':
      return say.notChosen(subject);
    case 'choices':
      return say.tooFewChoices(subject, 1);
    case 'file':
      return say.noFile(subject, Math.max(1, field.minFiles));
    case 'short-text':
    case 'long-text':
    case 'number':
    case 'date':
    case 'email':
    case 'phone':
    case 'personal-number':
    case 'address':
    case 'information':
    case 'unsupported':
      return say.missing(subject);
  }
}

type About = { readonly subject: Subject; readonly situation: Situation };

/** What is wrong with an answer that is there; null where it is not even of the question's kind. */
function checkGiven(field: RowField, value: AnswerValue, about: About): readonly Fault[] | null {
  const { subject, situation } = about;
  switch (field.type) {
    case 'short-text':
      if (typeof value !== 'string') return null;
      return field.pattern === null
        ? checkLength(value, field.maxLength, subject)
        : checkPattern(readPattern(field.pattern, value, situation.today));
    case 'long-text':
      if (typeof value !== 'string') return null;
      return [...checkLength(value, field.maxLength, subject), ...checkWords(value, field.maxWords, subject)];
    case 'number':
      return typeof value === 'number' ? checkNumber(field, value, about) : null;
    case 'date':
      return typeof value === 'string' && isDay(value) ? checkDay(field, value, situation) : null;
    case 'yes-no':
      return typeof value === 'boolean' ? [] : null;
    case 'choice': {
      if (typeof value !== 'string') return null;
      const known = field.options.some((option) => option.id === value && !option.hidden);
      return known ? [] : [wrong(say.unknownChoice(subject))];
    }
    case 'choices':
      return isChoices(value) ? checkChoices(field, value, about) : null;
    case 'email':
      return typeof value === 'string' && isEmail(value) ? [] : [wrong(say.notEmail)];
    case 'phone':
      return typeof value === 'string' && readPhone(value) !== null ? [] : [wrong(say.notPhone)];
    case 'personal-number':
      return typeof value === 'string' ? checkPerson(field.coordination, value, situation.today) : null;
    case 'file':
      return isFiles(value) ? checkFiles(field, value, subject) : null;
    case 'address':
      return isAddress(value) ? checkAddress(field.abroad, value, subject) : null;
    case 'information':
    case 'unsupported':
      return [];
  }
}

function checkLength(value: string, most: number, subject: Subject): readonly Fault[] {
  const { length } = Array.from(value);
  return length > most ? [wrong(say.textTooLong(subject, length, most))] : [];
}

function checkWords(value: string, most: number | null, subject: Subject): readonly Fault[] {
  const count = value.split(/\s+/u).filter((word) => word !== '').length;
  return most !== null && count > most ? [wrong(say.tooManyWords(subject, count, most))] : [];
}

function checkPattern(read: ReturnType<typeof readPattern>): readonly Fault[] {
  return read.ok ? [] : [wrong(read.message)];
}

function checkNumber(field: NumberQuestion, value: number, { subject, situation }: About): readonly Fault[] {
  const [least, most] = [limitOf(field.min, situation.settings), limitOf(field.max, situation.settings)];
  const spoken = field.unit === null ? { sv: '', en: '' } : both(field.unit);
  const unit = { sv: spoken.sv && `\u00a0${spoken.sv}`, en: spoken.en && `\u00a0${spoken.en}` };
  if (Number(value.toFixed(field.decimals)) !== value)
    return [wrong(say.tooManyDecimals(subject, field.decimals))];
  if (least !== null && value < least) return [wrong(say.tooSmall(subject, least, unit))];
  if (most !== null && value > most) return [wrong(say.tooBig(subject, most, unit))];
  return [];
}

function dayLimit(limit: DateQuestion['earliest'], { settings, today }: Situation): string | null {
  const value = typeof limit === 'object' && limit !== null ? settings[limit.parameter] : limit;
  if (value === 'today') return today;
  return typeof value === 'string' && isDay(value) ? value : null;
}

function checkDay(field: DateQuestion, value: string, situation: Situation): readonly Fault[] {
  const [earliest, latest] = [dayLimit(field.earliest, situation), dayLimit(field.latest, situation)];
  if (earliest !== null && value < earliest) return [wrong(say.tooEarly(value, earliest, situation.today))];
  if (latest !== null && value > latest) return [wrong(say.tooLate(value, latest, situation.today))];
  return [];
}

function checkChoices(
  field: Choices,
  value: readonly string[],
  { subject, situation }: About,
): readonly Fault[] {
  const known = new Set(field.options.filter(({ hidden }) => !hidden).map(({ id }) => id));
  if (!value.every((id) => known.has(id))) return [wrong(say.unknownChoice(subject))];
  const [least, most] = [limitOf(field.min, situation.settings), limitOf(field.max, situation.settings)];
  if (least !== null && value.length < least) return [wrong(say.tooFewChoices(subject, least))];
  if (most !== null && value.length > most) return [wrong(say.tooManyChoices(subject, most))];
  return [];
}

function checkPerson(coordination: boolean, value: string, today: string): readonly Fault[] {
  const read = readPersonalNumber(value, today);
  if (!read.ok) return [wrong(say.notPersonalNumber(read.failure))];
  return read.coordination && !coordination ? [wrong(say.notPersonalNumber('coordination'))] : [];
}

function checkFiles(field: FileQuestion, files: readonly FileAnswer[], subject: Subject): readonly Fault[] {
  const judged = files.map((file) => ({ file, message: unfitFile(field, file) }));
  const excess = new Set(judged.filter(({ message }) => message === null).slice(field.maxFiles));
  const each = judged.flatMap((one): readonly Fault[] => {
    const message = excess.has(one) ? say.fileTooMany(subject, one.file.name, field.maxFiles) : one.message;
    return message === null ? [] : [{ kind: 'wrong', file: one.file.id, message }];
  });
  const least = Math.max(field.minFiles, field.required ? 1 : 0);
  const tooFew = each.length === 0 && files.length < least;
  return tooFew ? [{ kind: 'missing', message: say.noFile(subject, least) }] : each;
}

function unfitFile(field: FileQuestion, file: FileAnswer): Fault['message'] | null {
  if (file.size === 0) return say.emptyFile(file.name);
  if (file.size > field.maxMegabytes * 1_000_000)
    return say.fileTooBig(file.name, file.size, field.maxMegabytes);
  return isAccepted(file, field.accept) ? null : say.fileOfWrongType(file.name, field.accept);
}

function checkAddress(abroad: boolean, value: AddressAnswer, subject: Subject): readonly Fault[] {
  return addressParts.flatMap((part): readonly Fault[] => {
    const text = value[part];
    const message = say.addressPart(subject, part, abroad);
    if (text === '') return [{ kind: 'missing', part, message }];
    const unfit = part === 'postalCode' && !abroad && postalCode(text) === null;
    const wrongPart = text.length > 200 || unfit;
    return wrongPart ? [{ kind: 'wrong', part, message }] : [];
  });
}
