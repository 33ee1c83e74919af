import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { addDays, addMonths, daysBetween, endOfWeek, weekday } from '../../../kernel/dates/index.ts';
import { easterSunday, freeDaysOf } from './holidays.ts';
import { isWorkingDay, workingDayFrom, workingDaysBetween } from './working-days.ts';

test('Easter Sunday', () => {
  const cases = [
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2038-04-25',
  ];
  for (const day of cases) assert.equal(easterSunday(Number(day.slice(0, 4))), day);
});

test('free days of a year', () => {
  assert.deepEqual(
    [...freeDaysOf(2026)],
    [
      '2026-01-01',
      '2026-01-06',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-06-06',
      '2026-06-19',
      '2026-06-20',
      '2026-10-31',
      '2026-12-24',
      '2026-12-25',
      '2026-12-26',
      '2026-12-31',
    ],
  );
});

test('the national day took the place of Whit Monday in 2005', () => {
  assert.ok(freeDaysOf(2004).has('2004-05-31'));
  assert.ok(!freeDaysOf(2004).has('2004-06-06'));
  assert.ok(!freeDaysOf(2005).has('2005-05-16'));
  assert.ok(freeDaysOf(2005).has('2005-06-06'));
});

test('working days between two days', () => {
  const cases = [
    { from: '2026-11-20', to: '2026-11-23', days: 1 },
    { from: '2026-11-23', to: '2026-11-23', days: 0 },
    { from: '2026-11-23', to: '2026-11-20', days: 0 },
    { from: '2026-04-02', to: '2026-04-07', days: 1 },
    { from: '2026-12-23', to: '2027-01-07', days: 6 },
  ];
  for (const { from, to, days } of cases) assert.equal(workingDaysBetween(from, to), days, `${from}–${to}`);
});

test('a last day that is free moves to the next working day', () => {
  assert.equal(workingDayFrom('2026-11-21'), '2026-11-23');
  assert.equal(workingDayFrom('2026-12-24'), '2026-12-28');
  assert.equal(workingDayFrom('2026-11-23'), '2026-11-23');
});

test('months on: the same day number, or the last of the month', () => {
  const cases = [
    { day: '2026-11-09', months: 6, to: '2027-05-09' },
    { day: '2026-08-31', months: 6, to: '2027-02-28' },
    { day: '2027-08-31', months: 6, to: '2028-02-29' },
    { day: '2026-12-31', months: 1, to: '2027-01-31' },
  ];
  for (const { day, months, to } of cases) assert.equal(addMonths(day, months), to);
});

test('the week ends on Sunday', () => {
  assert.equal(endOfWeek('2026-11-23'), '2026-11-29');
  assert.equal(endOfWeek('2026-11-29'), '2026-11-29');
  assert.equal(weekday('2026-11-23'), 1);
});

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));

test('laws of days', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 400 }), (day, days) => {
      const later = addDays(day, days);
      assert.equal(daysBetween(day, later), days);
      assert.ok(isWorkingDay(workingDayFrom(day)));
      assert.ok(workingDaysBetween(day, later) <= days);
      assert.ok(daysBetween(day, workingDayFrom(day)) <= 5);
    }),
  );
});
