import type { Json } from '../json.ts';
import type { Parameter } from './parameter.ts';

/** Why a value does not fit its parameter. */
export type ValueProblem =
  | 'not-text'
  | 'not-a-number'
  | 'below-min'
  | 'above-max'
  | 'not-whole'
  | 'too-many-decimals'
  | 'not-a-date'
  | 'not-an-email'
  | 'not-a-phone'
  | 'not-a-link'
  | 'not-an-option'
  | 'not-yes-or-no';

/** What is wrong with a value, or undefined when it fits. */
export function checkValue(parameter: Parameter, value: Json): ValueProblem | undefined {
  switch (parameter.type) {
    case 'text':
      return typeof value === 'string' && value.trim() !== '' ? undefined : 'not-text';
    case 'number':
      return checkNumber(parameter, value);
    case 'distance':
      return checkNumber({ ...parameter, min: parameter.min ?? 0 }, value);
    case 'money':
      return checkNumber({ ...parameter, min: parameter.min ?? 0 }, value) ?? checkMoney(value);
    case 'duration':
      return checkNumber({ ...parameter, min: parameter.min ?? 0 }, value) ?? checkWhole(value);
    case 'date':
      return matches(value, isDate, 'not-a-date');
    case 'email':
      return matches(
        value,
        (text) => /^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\.]+(\.[^\s@<>"(),;:\\.]+)+$/.test(text),
        'not-an-email',
      );
    case 'phone':
      return matches(
        value,
        (text) => /^\+?[\d\s()/–-]{5,25}$/.test(text) && /\d{3}/.test(text.replace(/\D/g, '')),
        'not-a-phone',
      );
    case 'url':
      return matches(value, isLink, 'not-a-link');
    case 'choice':
      return parameter.options.some(({ id }) => id === value) ? undefined : 'not-an-option';
    case 'yes-no':
      return typeof value === 'boolean' ? undefined : 'not-yes-or-no';
  }
}

function checkNumber({ min, max }: Parameter, value: Json): ValueProblem | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'not-a-number';
  if (min !== undefined && value < min) return 'below-min';
  return max !== undefined && value > max ? 'above-max' : undefined;
}

function checkMoney(value: Json): ValueProblem | undefined {
  const ore = Number(value) * 100;
  return Math.abs(ore - Math.round(ore)) < 1e-6 ? undefined : 'too-many-decimals';
}

function checkWhole(value: Json): ValueProblem | undefined {
  return Number.isInteger(value) ? undefined : 'not-whole';
}

function matches(
  value: Json,
  fits: (text: string) => boolean,
  problem: ValueProblem,
): ValueProblem | undefined {
  return typeof value === 'string' && fits(value) ? undefined : problem;
}

/** A day of the calendar: 30 February is none. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Only links that are safe to follow: no `javascript:` or `data:`. */
function isLink(text: string): boolean {
  return URL.canParse(text) && ['https:', 'http:'].includes(new URL(text).protocol);
}
