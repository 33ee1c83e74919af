import { isDay } from '../../../../kernel/dates/index.ts';
import { isProperties } from '../../../../kernel/reading/index.ts';
import type { PropertyReader } from '../../../../kernel/reading/index.ts';
import type { DayLimit, ValueOrParameter } from '../model.ts';

/** The most that one definition may hold, so that every page of it stays quick to show and to merge. */
export const largest = {
  pages: 200,
  fields: 5000,
  rows: 500,
  textAnswer: 20_000,
  characters: 5_000_000,
} as const;

function parameterOf(value: unknown): string | null {
  return isProperties(value) && typeof value['parameter'] === 'string' && Object.keys(value).length === 1
    ? value['parameter']
    : null;
}

/** A number, or the parameter that holds it. */
export function readLimit(reader: PropertyReader, key: string): ValueOrParameter<number> | null {
  const value = reader.raw(key);
  if (value === null) return null;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  const parameter = parameterOf(value);
  if (parameter !== null) return { parameter };
  reader.reading.error(reader.at(key), {
    sv: 'Här ska det stå ett tal eller { "parameter": "…" }.',
    en: 'There should be a number or { "parameter": "…" } here.',
  });
  return null;
}

/** `{ "days": 14 }`, or the parameter that holds the number of days. */
export function readDays(reader: PropertyReader, key: string): ValueOrParameter<number> | null {
  const value = reader.raw(key);
  if (value === null) return null;
  const parameter = parameterOf(value);
  if (parameter !== null) return { parameter };
  const days = isProperties(value) ? value['days'] : undefined;
  if (typeof days === 'number' && Number.isInteger(days) && days > 0 && days <= 3650) return days;
  reader.reading.error(reader.at(key), {
    sv: 'Här ska det stå { "days": 14 } eller { "parameter": "…" }.',
    en: 'There should be { "days": 14 } or { "parameter": "…" } here.',
  });
  return null;
}

/** A day as `2026-12-31`, `today`, or the parameter that holds the day. */
export function readDayLimit(reader: PropertyReader, key: string): DayLimit | null {
  const value = reader.raw(key);
  if (value === null) return null;
  if (typeof value === 'string' && (value === 'today' || isDay(value))) return value;
  const parameter = parameterOf(value);
  if (parameter !== null) return { parameter };
  reader.reading.error(reader.at(key), {
    sv: 'Här ska det stå ett datum som "2026-12-31", "today" eller { "parameter": "…" }.',
    en: 'There should be a date such as "2026-12-31", "today" or { "parameter": "…" } here.',
  });
  return null;
}
