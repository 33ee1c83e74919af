import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { decideShared, decideTold, fewest, type Measure, type Measured } from './figures.ts';

const name = { sv: 'Namn', en: 'Name' };
const whole = { id: 'beslut', name };
const part = (id: string): Measure => ({ id, topic: 'results', unit: 'count', name, partOf: whole });
const measures: readonly Measure[] = [
  { id: 'sent', topic: 'use', unit: 'count', name },
  { id: 'days', topic: 'results', unit: 'days', name },
  part('yes'),
  part('no'),
  part('other'),
];
const count = (value: number): Measured => ({ value, of: value });

const cases = [
  ['all above the floor', { yes: 9, no: 6, other: 5 }, { yes: 9, no: 6, other: 5 }],
  ['nothing decided', {}, { yes: null, no: null, other: null }],
  ['few of everything', { yes: 4, no: 4, other: 1 }, { yes: null, no: null, other: null }],
  [
    'what the others leave would be one person: the smallest goes with it',
    { yes: 9, no: 6, other: 1 },
    { yes: 9, no: null, other: null },
  ],
  ['the rest is five together', { yes: 9, no: 3, other: 2 }, { yes: 9, no: null, other: null }],
  ['nobody in the rest', { yes: 9 }, { yes: 9, no: null, other: null }],
  ['one alone above the floor', { yes: 9, no: 1 }, { yes: null, no: null, other: null }],
] as const;

test('parts of a whole are told when neither they nor what is left are few', () => {
  for (const [what, given, expected] of cases) {
    const counted = Object.fromEntries(Object.entries(given).map(([id, value]) => [id, count(value)]));
    assert.deepEqual(
      { ...decideTold(measures, 'results', counted), days: undefined },
      { ...expected, days: undefined },
      what,
    );
  }
});

test('a result rests on five or is not told; use is told as it is', () => {
  assert.equal(decideTold(measures, 'results', { days: { value: 12.5, of: 4 } })['days'], null);
  assert.equal(decideTold(measures, 'results', { days: { value: 12.5, of: 5 } })['days'], 12.5);
  assert.deepEqual(decideTold(measures, 'use', { sent: count(1) }), { sent: 1 });
  assert.deepEqual(decideTold(measures, 'use', {}), { sent: 0 });
});

test('a topic is shown only where it is agreed', () => {
  const all = { sent: count(7), yes: count(7) };
  const shown = (use: boolean, results: boolean) =>
    decideShared(measures, { changes: true, use, results }, all);
  assert.equal(shown(false, false), null);
  assert.deepEqual(shown(true, false), { use: { sent: 7 }, results: null });
  assert.equal(shown(false, true)?.use, null);
  assert.equal(shown(true, true)?.results?.['yes'], 7);
});

test('whatever is counted, nothing told rests on few, and what is not told is nobody or not few', () => {
  const parts = ['yes', 'no', 'other'] as const;
  fc.assert(
    fc.property(fc.tuple(fc.nat(12), fc.nat(12), fc.nat(12)), (numbers) => {
      const counted = Object.fromEntries(parts.map((id, index) => [id, count(numbers[index] ?? 0)]));
      const told = decideTold(measures, 'results', counted);
      for (const id of parts) assert.ok(told[id] === null || (told[id] ?? 0) >= fewest);
      const rest = parts.reduce((sum, id) => sum + (told[id] === null ? (counted[id]?.value ?? 0) : 0), 0);
      const nothingTold = parts.every((id) => told[id] === null);
      assert.ok(rest === 0 || rest >= fewest || nothingTold);
    }),
  );
});
