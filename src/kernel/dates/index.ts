export { isDay } from './is-day.ts';
export type { Day } from './day.ts';
export { addDays, addMonths, daysBetween, endOfWeek, noonOf, weekday, yearOf } from './day.ts';
