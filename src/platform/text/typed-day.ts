import { isDay } from '../../kernel/dates/index.ts';

/** A day as it is typed in three fields. */
export type TypedDay = { readonly day: string; readonly month: string; readonly year: string };

const twoDigits = (text: string): string => text.trim().padStart(2, '0');

/** "2027-03-01" of "1", "3" and "2027"; null where there is no such day, or the year is not whole. */
export function typedDay({ day, month, year }: TypedDay): string | null {
  const iso = `${year.trim()}-${twoDigits(month)}-${twoDigits(day)}`;
  return isDay(iso) ? iso : null;
}
