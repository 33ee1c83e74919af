import { addDays, type Day, weekday } from '../../../kernel/dates/index.ts';

/** How a free day falls in a year. `easter` counts days from Easter Sunday. */
type Rule =
  | { readonly kind: 'date'; readonly month: number; readonly day: number }
  | { readonly kind: 'easter'; readonly days: number }
  /** The first such weekday on or after a date. */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly month: number; readonly day: number };

type FreeDay = {
  readonly id: string;
  readonly rule: Rule;
  /** First and last year that it was free; null is open. */
  readonly from: number | null;
  readonly to: number | null;
};

const always = { from: null, to: null };

/**
 * Public holidays other than Sundays (lagen (1989:253) om allmänna helgdagar, with the change of 2005
 * that gave 6 June and took Whit Monday), and the eves that count as such for time limits
 * (lagen (1930:173) om beräkning av lagstadgad tid, 2 §).
 */
const freeDays: readonly FreeDay[] = [
  { id: 'nyarsdagen', rule: { kind: 'date', month: 1, day: 1 }, ...always },
  { id: 'trettondedag-jul', rule: { kind: 'date', month: 1, day: 6 }, ...always },
  { id: 'langfredagen', rule: { kind: 'easter', days: -2 }, ...always },
  { id: 'annandag-pask', rule: { kind: 'easter', days: 1 }, ...always },
  { id: 'forsta-maj', rule: { kind: 'date', month: 5, day: 1 }, ...always },
  { id: 'kristi-himmelsfardsdag', rule: { kind: 'easter', days: 39 }, ...always },
  { id: 'annandag-pingst', rule: { kind: 'easter', days: 50 }, from: null, to: 2004 },
  { id: 'nationaldagen', rule: { kind: 'date', month: 6, day: 6 }, from: 2005, to: null },
  { id: 'midsommarafton', rule: { kind: 'weekday', weekday: 5, month: 6, day: 19 }, ...always },
  { id: 'midsommardagen', rule: { kind: 'weekday', weekday: 6, month: 6, day: 20 }, ...always },
  { id: 'alla-helgons-dag', rule: { kind: 'weekday', weekday: 6, month: 10, day: 31 }, ...always },
  { id: 'julafton', rule: { kind: 'date', month: 12, day: 24 }, ...always },
  { id: 'juldagen', rule: { kind: 'date', month: 12, day: 25 }, ...always },
  { id: 'annandag-jul', rule: { kind: 'date', month: 12, day: 26 }, ...always },
  { id: 'nyarsafton', rule: { kind: 'date', month: 12, day: 31 }, ...always },
];

const iso = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Easter Sunday in the Gregorian calendar (the anonymous algorithm, Nature 1876). */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = b - Math.floor(b / 4) - Math.floor((8 * b + 13) / 25) + 19 * a + 15;
  const h = ((d % 30) + 30) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return iso(year, Math.floor(sum / 31), (sum % 31) + 1);
}

function dayOf(rule: Rule, year: number): Day {
  switch (rule.kind) {
    case 'date':
      return iso(year, rule.month, rule.day);
    case 'easter':
      return addDays(easterSunday(year), rule.days);
    case 'weekday': {
      const first = iso(year, rule.month, rule.day);
      return addDays(first, (rule.weekday - weekday(first) + 7) % 7);
    }
  }
}

const known = new Map<number, ReadonlySet<Day>>();

/** The free days of a year that are not simply Saturdays and Sundays. */
export function freeDaysOf(year: number): ReadonlySet<Day> {
  const found = known.get(year);
  if (found !== undefined) return found;
  const days = new Set(
    freeDays
      .filter(({ from, to }) => (from === null || year >= from) && (to === null || year <= to))
      .map(({ rule }) => dayOf(rule, year)),
  );
  known.set(year, days);
  return days;
}
