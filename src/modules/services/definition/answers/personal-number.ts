import { isDay } from '../../../../kernel/dates/index.ts';
import { luhn } from './luhn.ts';

export type ReadPersonalNumber =
  | {
      readonly ok: true;
      /** Twelve digits, century first. */
      readonly value: string;
      readonly coordination: boolean;
      /** The day of birth. */
      readonly born: string;
    }
  | { readonly ok: false; readonly failure: 'unreadable' | 'no-such-day' | 'not-born' | 'wrong-check-digit' };

const form = /^(\d{2})?(\d{2})(\d{2})(\d{2})([-+]?)(\d{4})$/u;

/**
 * Reads a personal number (personnummer, folkbokföringslagen 1991:481, 18 §) or a coordination number
 * (samordningsnummer, lagen 2022:1697, with 60 added to the day), in ten or twelve digits, with or without a hyphen.
 * In ten digits `+` says that the person turns a hundred this year or is older.
 *
 * @param today As `2026-01-31`: no one is born after it, and it tells the century of ten digits.
 */
export function readPersonalNumber(text: string, today: string): ReadPersonalNumber {
  const parts = form.exec(text.replaceAll(/[\s\u00a0]/gu, '').replaceAll(/[–−]/gu, '-'));
  if (parts === null) return { ok: false, failure: 'unreadable' };
  const [, century, year = '', month = '', day = '', sign = '', rest = ''] = parts;
  const coordination = Number(day) > 60;
  const birthday = `${month}-${String(Number(day) - (coordination ? 60 : 0)).padStart(2, '0')}`;
  const fullYear = century === undefined ? fullYearOf(`${year}-${birthday}`, sign, today) : century + year;
  const born = `${fullYear}-${birthday}`;
  if (!isDay(born)) return { ok: false, failure: 'no-such-day' };
  if (born > today) return { ok: false, failure: 'not-born' };
  if (!luhn(year + month + day + rest)) return { ok: false, failure: 'wrong-check-digit' };
  return { ok: true, value: fullYear + month + day + rest, coordination, born };
}

/** The latest year that makes the day one that has been; a hundred years earlier with `+`. */
function fullYearOf(shortDay: string, sign: string, today: string): string {
  const century = Number(today.slice(0, 2));
  const latest = `${century}${shortDay}` <= today ? century : century - 1;
  return `${latest - (sign === '+' ? 1 : 0)}${shortDay.slice(0, 2)}`;
}

/** As people write it: `20170131-2384`. */
export function personalNumberText(value: string): string {
  return value.length === 12 ? `${value.slice(0, 8)}-${value.slice(8)}` : value;
}
