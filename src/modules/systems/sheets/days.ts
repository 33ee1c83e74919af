import { isDay } from '../../../kernel/dates/index.ts';

const months: Readonly<Record<string, number>> = {
  jan: 1, feb: 2, mar: 3, apr: 4, maj: 5, may: 5, jun: 6, jul: 7, aug: 8, sep: 9, okt: 10, oct: 10, nov: 11, dec: 12,
}; // prettier-ignore

const two = (n: number): string => String(n).padStart(2, '0');

function dayOf(year: number, month: number, day: number): string | null {
  const iso = `${year < 100 ? 2000 + year : year}-${two(month)}-${two(day)}`;
  return isDay(iso) ? iso : null;
}

type Form = { readonly sign: RegExp; readonly read: (...parts: readonly string[]) => string | null };

const n = Number;

const forms: readonly Form[] = [
  // 2027-12-31, 2027/12/31, with or without a time of day
  {
    sign: /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/u,
    read: (year, month, day) => dayOf(n(year), n(month), n(day)),
  },
  { sign: /^(\d{4})(\d{2})(\d{2})$/u, read: (year, month, day) => dayOf(n(year), n(month), n(day)) },
  // 31/12 2027, 31.12.2027, 31/12-27; 12/31/2027 where it can be nothing else
  {
    sign: /^(\d{1,2})[/.-](\d{1,2})[/. -]+(\d{4}|\d{2})(?:[T ].*)?$/u,
    read: (day, month, year) =>
      dayOf(n(year), n(month), n(day)) ?? (n(month) > 12 ? dayOf(n(year), n(day), n(month)) : null),
  },
  // den 31 december 2027, 31 dec. 27
  {
    sign: /^(?:den )?(\d{1,2})[. ]*(\p{L}{3,9})\.?,? *(\d{4}|\d{2})$/u,
    read: (day, month = '', year) => dayOf(n(year), months[month.slice(0, 3)] ?? 0, n(day)),
  },
  // december 31, 2027
  {
    sign: /^(\p{L}{3,9})\.? (\d{1,2}),? (\d{4})$/u,
    read: (month = '', day, year) => dayOf(n(year), months[month.slice(0, 3)] ?? 0, n(day)),
  },
];

/** No way of writing a day and a time takes more letters. */
const longest = 100;

/** "2029" of a year alone, where the last day of it can be meant; null where it is no year. */
export function readYear(text: string): string | null {
  const said = text.trim();
  return /^20[0-9]{2}$/u.test(said) ? `${said}-12-31` : null;
}

/** The number of a day in Excel, from 1955 to 2118. */
const serial = /^[2-7]\d{4}$/u;

/** "2027-12-31" of a day in any of the ways that Swedes write it; null where it is none, or not a whole one. */
export function readDay(text: string): string | null {
  if (text.length > longest) return null;
  const said = text.trim().toLowerCase().replaceAll(/\s+/gu, ' ');
  if (serial.test(said)) return new Date(Date.UTC(1899, 11, 30 + Number(said))).toISOString().slice(0, 10);
  for (const { sign, read } of forms) {
    const found = sign.exec(said);
    if (found !== null) return read(...found.slice(1).map((part: string | undefined) => part ?? ''));
  }
  return null;
}
