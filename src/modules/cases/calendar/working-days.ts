import { addDays, type Day, weekday, yearOf } from '../../../kernel/dates/index.ts';
import { freeDaysOf } from './holidays.ts';

export const isWorkingDay = (day: Day): boolean => weekday(day) < 6 && !freeDaysOf(yearOf(day)).has(day);

/**
 * The day itself when it is a working day, else the next one: what ends on a free day may be done the
 * first working day after (lagen (1930:173) om beräkning av lagstadgad tid, 2 §).
 */
export function workingDayFrom(day: Day): Day {
  let found = day;
  while (!isWorkingDay(found)) found = addDays(found, 1);
  return found;
}

/** Working days after `from`, up to and with `to`. Zero when `to` is not later. */
export function workingDaysBetween(from: Day, to: Day): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
}
