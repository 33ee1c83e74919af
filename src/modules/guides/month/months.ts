import { isoDay } from '../../../platform/text/index.ts';

/** "2026-11", the month in Sweden. */
export const monthOf = (date: Date): string => isoDay(date).slice(0, 7);

/** The month before: "2025-12" before "2026-01". */
export function monthBefore(month: string, steps = 1): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const date = new Date(Date.UTC(year, number - 1 - steps, 1));
  return date.toISOString().slice(0, 7);
}
