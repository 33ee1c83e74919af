import type { Language } from '../http/index.ts';

const timeZone = 'Europe/Stockholm';
const locales = { sv: 'sv-SE', en: 'en-GB' } as const satisfies Record<Language, string>;

function formatter(options: Intl.DateTimeFormatOptions): Record<Language, Intl.DateTimeFormat> {
  return {
    sv: new Intl.DateTimeFormat(locales.sv, { ...options, timeZone }),
    en: new Intl.DateTimeFormat(locales.en, { ...options, timeZone }),
  };
}

const dates = formatter({ day: 'numeric', month: 'long', year: 'numeric' });
const shortDates = formatter({ day: 'numeric', month: 'long' });
const weekdays = formatter({ weekday: 'short' });
const clocks = formatter({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const days = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone });

/** The day and its month stay on one line. */
const keepTogether = (text: string): string => text.replace(' ', '\u00A0');

/** "23 november 2026", "23 November 2026"; the day in Sweden. */
export function formatDate(date: Date, language: Language): string {
  return keepTogether(dates[language].format(date));
}

/** "23 november": for a date whose year is plain. */
export function formatShortDate(date: Date, language: Language): string {
  return keepTogether(shortDates[language].format(date));
}

/** "mån 23 november", "Mon 23 November". */
export function formatDay(date: Date, language: Language): string {
  const weekday = weekdays[language].format(date).replace('.', '');
  return `${weekday} ${formatShortDate(date, language)}`;
}

/** "14.32" in Swedish (Språkrådet, Svenska skrivregler), "14:32" in English; the clock in Sweden. */
export function formatTime(date: Date, language: Language): string {
  const [hour = '', minute = ''] = clocks.en.format(date).split(':');
  switch (language) {
    case 'sv':
      return `${hour}.${minute}`;
    case 'en':
      return `${hour}:${minute}`;
  }
}

/** "2026-11-23": the calendar day in Sweden. */
export const isoDay = (date: Date): string => days.format(date);
