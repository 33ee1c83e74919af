/** A calendar day in Sweden, `2026-11-23`. Days compare as text. */
export type Day = string;

const millisecondsOfDay = 86_400_000;

const at = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const dayAt = (time: number): Day => new Date(time).toISOString().slice(0, 10);

/** Noon in UTC is the same day in Sweden, summer and winter: for the formats that take a Date. */
export const noonOf = (day: Day): Date => new Date(`${day}T12:00:00Z`);

export const addDays = (day: Day, days: number): Day => dayAt(at(day) + days * millisecondsOfDay);

/** Days from `from` to `to`; negative when `to` is before. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((at(to) - at(from)) / millisecondsOfDay);

/** 1 is Monday, 7 is Sunday. */
export const weekday = (day: Day): number => new Date(at(day)).getUTCDay() || 7;

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** The Sunday that ends the week of a day (ISO 8601: the week begins on Monday). */
export const endOfWeek = (day: Day): Day => addDays(day, 7 - weekday(day));

/**
 * The same day number some months on, or the last day of that month where it has no such day
 * (lagen (1930:173) om beräkning av lagstadgad tid, 1 §).
 */
export function addMonths(day: Day, months: number): Day {
  const count = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const first = new Date(Date.UTC(Math.floor(count / 12), count % 12, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return dayAt(first.getTime() + (Math.min(Number(day.slice(8)), last) - 1) * millisecondsOfDay);
}
