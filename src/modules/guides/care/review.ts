/** Days before a guide must have been looked over that its owner is reminded; 0 is the day itself. */
const reminders = [90, 60, 30, 7, 0] as const;

const day = 24 * 60 * 60 * 1000;

/** Whole days from one ISO date to another; negative where it has passed. */
export const daysUntil = (today: string, reviewOn: string): number =>
  Math.round((Date.parse(reviewOn) - Date.parse(today)) / day);

const daysOn = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);

/** The ISO date so many months on, at the end of the month where it has no such day. */
export function monthsOn(date: string, months: number): string {
  const from = new Date(`${date}T00:00:00Z`);
  const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
  to.setUTCDate(Math.min(from.getUTCDate(), last));
  return to.toISOString().slice(0, 10);
}

export type Reviewed = {
  readonly reviewOn: string;
  /** Days before of the last reminder; null before the first. */
  readonly reminded: number | null;
};

/**
 * The reminder to send today, in days before; null where none is due. Nights that were missed give one reminder,
 * not several.
 */
export function dueReminder(today: string, { reviewOn, reminded }: Reviewed): number | null {
  const left = daysUntil(today, reviewOn);
  const due = reminders.findLast((days) => left <= days);
  return due === undefined || (reminded !== null && reminded <= due) ? null : due;
}

export type ReviewState = 'late' | 'soon' | 'later';

/** The last ISO date that is late, and that is soon: late from the day after, soon within 30 days. */
export const lastDays = (today: string): { readonly late: string; readonly soon: string } => ({
  late: daysOn(today, -1),
  soon: daysOn(today, 30),
});

export function reviewState(today: string, reviewOn: string): ReviewState {
  const { late, soon } = lastDays(today);
  if (reviewOn <= late) return 'late';
  return reviewOn <= soon ? 'soon' : 'later';
}
