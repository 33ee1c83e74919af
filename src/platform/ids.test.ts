import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { createIds, secureBytes } from './ids.ts';

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('an id carries its time and the marks of version 7', () => {
  // The time of the example in RFC 9562, appendix A.6.
  const id = createIds(
    () => new Date('2022-02-22T19:22:22.000Z'),
    (bytes) => bytes.fill(0xff),
  )();
  assert.match(id, shape);
  assert.equal(id.slice(0, 13), '017f22e2-79b0');
});

test('ids rise strictly whatever the clock does, and whatever the random numbers are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ at: fc.integer({ min: 1, max: 5 }), byte: fc.nat(255) }), {
        minLength: 2,
        maxLength: 60,
      }),
      (steps) => {
        const state = { at: 1, byte: 0 };
        const newId = createIds(
          () => new Date(state.at),
          (bytes) => bytes.fill(state.byte),
        );
        const ids = steps.map((step) => {
          Object.assign(state, step);
          return newId();
        });
        assert.deepEqual(ids, ids.toSorted());
        assert.equal(new Set(ids).size, ids.length);
        for (const id of ids) assert.match(id, shape);
      },
    ),
  );
});

const frozen = (): Date => new Date(1_800_000_000_000);

test('makers that know nothing of each other never meet', () => {
  const ids = Array.from({ length: 5000 }, () => createIds(frozen, secureBytes)());
  assert.equal(new Set(ids).size, ids.length);
});
