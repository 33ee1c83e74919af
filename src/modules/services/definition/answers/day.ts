import { isDay } from '../../../../kernel/dates/index.ts';

export type DayParts = { readonly day: string; readonly month: string; readonly year: string };

export type ReadDay =
  | { readonly ok: true; readonly value: string }
  | {
      readonly ok: false;
      readonly failure: 'missing-day' | 'missing-month' | 'missing-year' | 'unreadable' | 'short-year';
    }
  | {
      readonly ok: false;
      readonly failure: 'no-such-day';
      readonly day: number;
      readonly month: number;
      readonly year: number;
    };

const months: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb'],
  ['mars', 'march', 'mar'],
  ['april', 'apr'],
  ['maj', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augusti', 'august', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];

/** Reads a day from its three inputs. The month may be a number or a name in Swedish or English. */
export function readDayParts(parts: DayParts): ReadDay {
  const [day, month, year] = [parts.day.trim(), parts.month.trim(), parts.year.trim()];
  if (day === '') return { ok: false, failure: 'missing-day' };
  if (month === '') return { ok: false, failure: 'missing-month' };
  if (year === '') return { ok: false, failure: 'missing-year' };
  const monthNumber = /^\d{1,2}$/u.test(month) ? Number(month) : monthNamed(month);
  if (!/^\d{1,2}$/u.test(day) || monthNumber === 0 || !/^\d{1,4}$/u.test(year)) {
    return { ok: false, failure: 'unreadable' };
  }
  if (year.length < 4) return { ok: false, failure: 'short-year' };
  return dayOf(Number(day), monthNumber, Number(year));
}

function monthNamed(name: string): number {
  const wanted = name.toLowerCase().replace(/\.$/u, '');
  return months.findIndex((names) => names.includes(wanted)) + 1;
}

function dayOf(day: number, month: number, year: number): ReadDay {
  const value = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (isDay(value)) return { ok: true, value };
  return month > 12 || day > 31 || day === 0 || month === 0
    ? { ok: false, failure: 'unreadable' }
    : { ok: false, failure: 'no-such-day', day, month, year };
}

/** Reads a day written in one piece: `2026-01-31`, `20260131`, `31/1 2026`, `31 januari 2026`. */
export function readDayText(text: string): ReadDay {
  const bare = text.trim();
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})$/u.exec(bare);
  if (iso !== null) return dayOf(Number(iso[3]), Number(iso[2]), Number(iso[1]));
  const words = /^(?:den )?(\d{1,2})[\s./]+(\d{1,2}|\p{L}+\.?)[\s./,]+(\d{1,4})$/u.exec(bare.toLowerCase());
  if (words === null) return { ok: false, failure: 'unreadable' };
  return readDayParts({ day: words[1] ?? '', month: words[2] ?? '', year: words[3] ?? '' });
}
