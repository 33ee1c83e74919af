import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { dueReminder, monthsOn, reviewState } from './review.ts';

suite('reminders of reviews', () => {
  const reviewOn = '2027-03-31';
  const cases: readonly (readonly [today: string, reminded: number | null, due: number | null])[] = [
    ['2026-12-30', null, null],
    ['2026-12-31', null, 90],
    ['2026-12-31', 90, null],
    ['2027-01-29', 90, null],
    ['2027-01-30', 90, 60],
    ['2027-03-01', 60, 30],
    ['2027-03-24', 30, 7],
    ['2027-03-31', 7, 0],
    ['2027-05-01', 0, null],
    // Nobody was there at night for two months: one letter, the most pressing.
    ['2027-03-02', 90, 30],
    ['2027-04-15', null, 0],
  ];
  for (const [today, reminded, due] of cases) {
    test(`on ${today} after ${reminded ?? 'none'}: ${due ?? 'none'}`, () => {
      assert.equal(dueReminder(today, { reviewOn, reminded }), due);
    });
  }
});

test('months on keeps the day, or ends with the month', () => {
  assert.equal(monthsOn('2026-11-22', 12), '2027-11-22');
  assert.equal(monthsOn('2027-08-31', 6), '2028-02-29');
  assert.equal(monthsOn('2026-12-31', 2), '2027-02-28');
});

test('a guide is late from the day after, and soon within thirty days', () => {
  assert.equal(reviewState('2027-04-01', '2027-03-31'), 'late');
  assert.equal(reviewState('2027-03-31', '2027-03-31'), 'soon');
  assert.equal(reviewState('2027-03-01', '2027-03-31'), 'soon');
  assert.equal(reviewState('2027-02-28', '2027-03-31'), 'later');
});
