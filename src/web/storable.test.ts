import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isStorable } from './storable.ts';

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

test('what can be kept, and what would break a statement', () => {
  const cases: readonly (readonly [unknown, boolean])[] = [
    ['Härnösand 💩', true],
    [{ a: [{ b: 'c' }, null, 1, true], d: undefined }, true],
    [String.raw`a\u0000b`, true],
    [nested(90), true],
    ['a\0b', false],
    [{ organisation: '\0' }, false],
    [{ 'a\0': 1 }, false],
    [[{ a: ['\uD800'] }], false],
    [nested(1_000_000), false],
  ];
  for (const [value, expected] of cases) assert.equal(isStorable(value), expected);
});
