import type { AnswerValue, FileAnswer, NumberQuestion, RowField } from '../model.ts';
import { addressParts, isEmpty } from './check-answer.ts';
import type { Fault } from './check-answer.ts';
import { readDayParts, readDayText } from './day.ts';
import type { ReadDay } from './day.ts';
import { readPhone } from './contact.ts';
import { allOf, inputName, oneOf } from './names.ts';
import type { SubmittedForm } from './names.ts';
import { readNumber } from './number.ts';
import { postalCode, readPattern } from './patterns.ts';
import { readPersonalNumber } from './personal-number.ts';
import * as say from './say.ts';
import { subjectOf } from './text.ts';
import type { Subject } from './text.ts';

export type Submission = {
  readonly form: SubmittedForm;
  /** Files that are stored already, new ones and kept ones, by input name. */
  readonly files: Readonly<Record<string, readonly FileAnswer[]>>;
  readonly today: string;
};

/** The answer in the form it is kept in, or why it cannot be read. Null is "nothing". */
export type ReadAnswer =
  | { readonly ok: true; readonly value: AnswerValue }
  | { readonly ok: false; readonly fault: Fault };

/** Reads what was typed to one question. Whether the answer will do is for `checkAnswer`. */
export function readAnswer(field: RowField, name: string, submission: Submission): ReadAnswer {
  const { form, files, today } = submission;
  const text = oneOf(form, name);
  switch (field.type) {
    case 'short-text':
      return read(shortText(field.pattern, text, today));
    case 'long-text':
      return read(tidy(text));
    case 'number':
      return readNumberAnswer(field, text);
    case 'date':
      return readDayAnswer(name, form, subjectOf(field));
    case 'yes-no':
      return read(yesNo(text));
    case 'choice':
      return read(text);
    case 'choices':
      return read([...new Set(allOf(form, name).filter((id) => id !== ''))]);
    case 'email':
      return read(text.trim().replace(/^mailto:/iu, ''));
    case 'phone':
      return read(readPhone(text) ?? text.trim());
    case 'personal-number': {
      const person = readPersonalNumber(text, today);
      return read(person.ok ? person.value : text.trim());
    }
    case 'file':
      return read(files[name] ?? []);
    case 'address':
      return read(addressOf(name, form, field.abroad));
    case 'information':
    case 'unsupported':
      return read(null);
  }
}

function read(value: AnswerValue): ReadAnswer {
  return { ok: true, value: isEmpty(value) ? null : value };
}

function unread(message: Fault['message'], part?: Fault['part']): ReadAnswer {
  return { ok: false, fault: { kind: 'wrong', message, ...(part === undefined ? {} : { part }) } };
}

/** Line breaks of one kind, letters of one kind, no control characters, no space at the ends. */
function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/[\p{Cc}--[\n\t]]/gv, '')
    .trim();
}

function shortText(pattern: Parameters<typeof readPattern>[0] | null, text: string, today: string): string {
  const line = tidy(text).replaceAll(/\s+/gu, ' ');
  if (pattern === null || line === '') return line;
  const formed = readPattern(pattern, line, today);
  return formed.ok ? formed.value : line;
}

function yesNo(text: string): boolean | null {
  if (['true', 'ja', 'yes'].includes(text)) return true;
  return ['false', 'nej', 'no'].includes(text) ? false : null;
}

function readNumberAnswer(field: NumberQuestion, text: string): ReadAnswer {
  if (text.trim() === '') return read(null);
  const units = Object.values(field.unit ?? {});
  const number = readNumber(text, field.decimals, units);
  if (number.ok) return read(number.value);
  const subject = subjectOf(field);
  switch (number.failure) {
    case 'not-a-number':
    case 'too-large':
      return unread(say.notNumber(subject, field.decimals));
    case 'unclear-point':
      return unread(say.unclearPoint(subject, text));
    case 'too-many-decimals':
      return unread(say.tooManyDecimals(subject, field.decimals));
  }
}

function readDayAnswer(name: string, form: SubmittedForm, subject: Subject): ReadAnswer {
  const whole = oneOf(form, name).trim();
  const parts = {
    day: oneOf(form, inputName(name, 'day')),
    month: oneOf(form, inputName(name, 'month')),
    year: oneOf(form, inputName(name, 'year')),
  };
  const nothing = whole === '' && Object.values(parts).every((part) => part.trim() === '');
  if (nothing) return read(null);
  const day = whole === '' ? readDayParts(parts) : readDayText(whole);
  return day.ok ? read(day.value) : dayFault(day, subject);
}

function dayFault(day: Extract<ReadDay, { ok: false }>, subject: Subject): ReadAnswer {
  switch (day.failure) {
    case 'missing-day':
      return unread(say.dayPartMissing(subject, 'day'), 'day');
    case 'missing-month':
      return unread(say.dayPartMissing(subject, 'month'), 'month');
    case 'missing-year':
      return unread(say.dayPartMissing(subject, 'year'), 'year');
    case 'short-year':
      return unread(say.shortYear(subject), 'year');
    case 'unreadable':
      return unread(say.notDay(subject));
    case 'no-such-day':
      return unread(say.noSuchDay(day.day, day.month, day.year));
  }
}

function addressOf(name: string, form: SubmittedForm, abroad: boolean): AnswerValue {
  const [street, code, town] = addressParts.map((part) =>
    tidy(oneOf(form, inputName(name, part))).replaceAll(/\s+/gu, ' '),
  );
  const tidied = abroad ? null : postalCode(code ?? '');
  return { street: street ?? '', postalCode: tidied ?? code ?? '', town: town ?? '' };
}
