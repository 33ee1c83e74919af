import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decidePart } from './ranges.ts';

const content = { size: 1000, etag: '"ett"' };
const part = (first: number, last: number) => ({ kind: 'part', first, last });
const whole = { kind: 'whole' };
const unsatisfiable = { kind: 'unsatisfiable' };

const cases: readonly (readonly [range: string | undefined, answer: object])[] = [
  [undefined, whole],
  ['bytes=0-1', part(0, 1)],
  ['Bytes= 0-1 ', part(0, 1)],
  ['bytes=500-', part(500, 999)],
  ['bytes=999-', part(999, 999)],
  ['bytes=900-5000', part(900, 999)],
  ['bytes=-1', part(999, 999)],
  ['bytes=-5000', part(0, 999)],
  ['bytes=1000-', unsatisfiable],
  ['bytes=5000-6000', unsatisfiable],
  ['bytes=-0', unsatisfiable],
  // Not valid, or more than one part: all of it.
  ['bytes=5-2', whole],
  ['bytes=-', whole],
  ['bytes=0-1,5-6', whole],
  ['bytes=a-b', whole],
  ['lines=0-1', whole],
];
for (const [range, answer] of cases) {
  test(`${range ?? 'no range'} is ${JSON.stringify(answer)}`, () =>
    assert.deepEqual(decidePart({ method: 'GET', range, ifRange: undefined }, content), answer));
}

const ask = (ifRange: string, method = 'GET') => decidePart({ method, range: 'bytes=0-1', ifRange }, content);

test('a part only of what stands now, and only for GET', () => {
  assert.deepEqual(ask('"ett"'), part(0, 1));
  assert.deepEqual(ask('"två"'), whole);
  assert.deepEqual(ask('W/"ett"'), whole);
  assert.deepEqual(ask('Sat, 21 Nov 2026 10:00:00 GMT'), whole);
  assert.deepEqual(ask('"ett"', 'HEAD'), whole);
});

test('of nothing no part can be had', () =>
  assert.deepEqual(
    decidePart({ method: 'GET', range: 'bytes=0-', ifRange: undefined }, { size: 0, etag: '"tom"' }),
    unsatisfiable,
  ));
