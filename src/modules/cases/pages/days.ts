import type { Language } from '../../../platform/http/index.ts';
import { formatDate, formatDay, formatShortDate, formatTime } from '../../../platform/text/index.ts';
import { addDays, type Day, daysBetween, noonOf, yearOf } from '../../../kernel/dates/index.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { texts } from '../texts/index.ts';

/** "i dag", "i går", "för 3 dagar sedan", "12 november"; with the year when it is another. */
export function ago(day: Day, today: Day, language: Language): string {
  const words = texts(language).acts;
  const days = daysBetween(day, today);
  if (days <= 0) return words.today;
  if (days === 1) return words.yesterday;
  return days < 7 ? words.daysAgo(days) : dayIn(day, today, language);
}

/** The same for "since": "i dag", "i går", "12 november". */
export const since = (day: Day, today: Day, language: Language): string =>
  daysBetween(day, today) < 2 ? ago(day, today, language) : dayIn(day, today, language);

/** "12 november", and the year when it is not this one. */
export const dayIn = (day: Day, today: Day, language: Language): string =>
  yearOf(day) === yearOf(today) ? formatShortDate(noonOf(day), language) : formatDate(noonOf(day), language);

export type Due = { readonly day: string; readonly distance: string; readonly late: boolean };

/** "fre 20 november" with "1 arbetsdag för sent", "i dag", "i morgon" or "3 dagar kvar". */
export function dueText(on: Day, today: Day, language: Language): Due {
  const words = texts(language).acts;
  const far = Math.abs(daysBetween(today, on)) > 180;
  const day = far ? formatDate(noonOf(on), language) : formatDay(noonOf(on), language);
  if (on === today) return { day, distance: words.today, late: false };
  if (on === addDays(today, 1)) return { day, distance: words.tomorrow, late: false };
  if (on > today) return { day, distance: words.daysLeft(daysBetween(today, on)), late: false };
  const working = workingDaysBetween(on, today);
  const distance = working > 0 ? words.workingDaysLate(working) : words.daysLate(daysBetween(on, today));
  return { day, distance, late: true };
}

/** "12 november 08.15" */
export const moment = (at: Date, language: Language): string =>
  `${formatShortDate(at, language)} ${formatTime(at, language)}`;
